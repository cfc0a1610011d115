"""The warning that a plan answers: its level, its day of rules, its span.

Takes dates and a level, gives Alert. Imports terms and errors only.
"""

from planner.alert.records import Alert, make_alert

__all__ = ["Alert", "make_alert"]
