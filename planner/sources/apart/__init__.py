"""Workbooks read apart: in a child process of bounded memory, time and rights, which hands back texts and nothing else.

Takes the bytes of a workbook and what is to be read of it, gives its sheets as texts, or why they are not read.
Imports sources' kinds of files and cell texts, errors.
"""

from planner.sources.apart.asking import ApartSheet, Task, read_apart
from planner.sources.apart.spans import Span

__all__ = ["ApartSheet", "Span", "Task", "read_apart"]
