"""What a page holds in hand to make a paper of a warning when its button is pressed, not before."""

from collections.abc import Callable
from datetime import datetime

from planner.episode import AirWarning
from planner.service.planner import Planner

__all__ = ["paper_maker"]


def paper_maker(planner: Planner, warning: AirWarning, at: datetime) -> Callable[[str, str], bytes]:
    """Makes one kind of paper in one form, `pdf` or `docx`.

    Args:
        at: the day of the daily report, and until when the evaluation counts.
    """

    def make(kind: str, form: str) -> bytes:
        from planner.service.paper_warning import (  # noqa: PLC0415 - typst and Word, which papers alone need
            WarningPapers,
            one_paper,
        )

        number, city = warning.warning_id, warning.city
        return one_paper(planner, WarningPapers(warning_id=number, city=city, kinds=(kind,), formats=(form,), at=at))

    return make
