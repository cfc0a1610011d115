"""A synthetic city: an enterprise list of any size with stated factors, the same bytes on every machine.

Takes a number of lines and a seed, gives the list as text cells and writes it. Imports inventory, terms, errors.
"""

from planner.sources.synthesis.city import HIGHEST_LINES, LOWEST_LINES, synthesize_city
from planner.sources.synthesis.writing import write_list

__all__ = ["HIGHEST_LINES", "LOWEST_LINES", "synthesize_city", "write_list"]
