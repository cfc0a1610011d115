"""The QR code of a paper: its number, version, the hash of its plan and the head of the trace, to be looked up."""

from functools import lru_cache
from io import BytesIO

import segno

__all__ = ["qr_png", "qr_svg", "qr_text"]

MASK = 2
"""One mask for all: readers know them all, and trying all eight takes five times as long."""


def qr_text(number: str, version: int, plan_sha256: str, trace_sha256: str) -> str:
    """What the code says, in the signs of its dense alphabet; a part that is not there stays empty.

    >>> qr_text("changzhi-2026-001-01-00001", 1, "ab", "cd")
    'CHANGZHI-2026-001-01-00001/V1/PLAN:AB/TRACE:CD'
    """
    return f"{number}/V{version}/PLAN:{plan_sha256}/TRACE:{trace_sha256}".upper()


def qr_svg(text: str) -> str:
    """The code as an SVG without a quiet zone; the same text gives the same bytes."""
    drawn = BytesIO()
    _code(text).save(drawn, kind="svg", border=0, xmldecl=False, svgns=True, nl=False, omitsize=True)
    return drawn.getvalue().decode()


def qr_png(text: str) -> bytes:
    """The code as a small picture, for a program to enlarge."""
    drawn = BytesIO()
    _code(text).save(drawn, kind="png", border=2, scale=4)
    return drawn.getvalue()


@lru_cache(maxsize=8192)
def _code(text: str) -> segno.QRCode:
    return segno.make_qr(text, error="m", mask=MASK, boost_error=False)
