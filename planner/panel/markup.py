"""Small pieces of HTML; whatever comes from a list or a rule is escaped here, once."""

from html import escape

__all__ = ["element", "facts_html", "percent_width"]


def element(tag: str, content: str, css_class: str = "", style: str = "", title: str = "") -> str:
    """An element around content that is HTML already."""
    attributes = "".join(
        f' {name}="{escape(value)}"'
        for name, value in (("class", css_class), ("style", style), ("title", title))
        if value
    )
    return f"<{tag}{attributes}>{content}</{tag}>"


def percent_width(share: float, whole: float) -> str:
    """A part of a whole as CSS percent, kept between 0 and 100."""
    part = 100.0 * share / whole if whole > 0.0 else 0.0
    return f"{min(100.0, max(0.0, part)):.2f}%"


def facts_html(facts: tuple[tuple[str, str], ...]) -> str:
    """(label, value) pairs as a row of facts."""
    rows = "".join(
        element("div", element("dt", escape(label)) + element("dd", escape(value))) for label, value in facts
    )
    return element("dl", rows, "facts row")
