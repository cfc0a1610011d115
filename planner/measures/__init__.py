"""Free text in measures: what a list's own words or an order's sentence ask for, structured.

Takes texts, labelled phrases and an Inventory, gives Reading, Comparison and filed measures. Imports terms, errors,
inventory and rules only.
"""

from planner.measures.compare import Comparison, LabelledPhrase, Verdict, compare_phrase
from planner.measures.filed import FiledReading, FiledTexts, read_filed
from planner.measures.meaning import Meaning, head_of, meaning_of
from planner.measures.read import read_text
from planner.measures.records import Base, Bound, Doubt, Kind, Reading, Statement, Unread, Vehicles

__all__ = [
    "Base",
    "Bound",
    "Comparison",
    "Doubt",
    "FiledReading",
    "FiledTexts",
    "Kind",
    "LabelledPhrase",
    "Meaning",
    "Reading",
    "Statement",
    "Unread",
    "Vehicles",
    "Verdict",
    "compare_phrase",
    "head_of",
    "meaning_of",
    "read_filed",
    "read_text",
]
