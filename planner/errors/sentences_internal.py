"""The sentence of the last door: something that no finding foresaw."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "internal.unexpected": (
        N_("The planner met something it does not know: {value} ({where_in_code})."),
        N_("Nothing was changed. Report this sentence with the command that led here."),
    ),
}
