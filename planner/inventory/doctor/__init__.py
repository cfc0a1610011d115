"""The list doctor: checks across the rows of a list, each a finding with its cell and its repair.

Takes the checked columns of a list, its rows as read and its codes, gives findings and the totals of a city checked.
Imports terms, errors and the records of inventory only.
"""

from planner.inventory.doctor.city_totals import check_city_totals
from planner.inventory.doctor.examine import examine_list

__all__ = ["check_city_totals", "examine_list"]
