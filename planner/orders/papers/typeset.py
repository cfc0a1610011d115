"""Papers as PDF: typst lays out a few at a time, pikepdf binds them; no system font, no clock, the same bytes again."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import typst

from planner.errors import FindingsError, finding
from planner.orders.papers.folder import TemplateFolder
from planner.orders.papers.glyphs import check_glyphs, coverage

__all__ = ["Told", "bind_pdf", "chunks", "paper_images", "paper_pdf", "volume_pdf"]

CHUNK = 20
"""Papers that typst lays out at once: of 50 at once it holds 260 MB more, of 10 at once the file carries more fonts."""
NO_CLOCK, LONGEST_WORD = 0, 600
Told = Callable[[int], None]
"""Told how many papers are done so far."""


def paper_pdf(template: str, facts: object, folder: TemplateFolder) -> bytes:
    """One paper as PDF.

    Args:
        template: name of the .typ file.
        facts: the record that the template lays out.

    Raises:
        FindingsError: where a character cannot be drawn or the template does not work.
    """
    with _press(template, folder) as (press, _):
        return bytes(press(asdict(facts), "pdf"))  # type: ignore[call-overload]


def paper_images(template: str, facts: object, folder: TemplateFolder, pixels_per_inch: float = 72.0) -> list[bytes]:
    """The pages of one paper as PNG, as the PDF shows them."""
    with _press(template, folder) as (press, _):
        drawn = press(asdict(facts), "png", pixels_per_inch)  # type: ignore[call-overload]
        return [bytes(page) for page in drawn] if isinstance(drawn, list) else [bytes(drawn)]


def volume_pdf(template: str, papers: Iterable[object], folder: TemplateFolder, told: Told | None = None) -> bytes:
    """Many papers of one kind as one PDF.

    Args:
        template: name of a .typ file that lays out the list `papers`.

    Raises:
        FindingsError: where a character cannot be drawn or the template does not work.
    """
    done, parts = 0, []
    with _press(template, folder) as (press, _):
        for chunk in chunks(papers):
            parts.append(bytes(press({"papers": [asdict(item) for item in chunk]}, "pdf")))
            done += len(chunk)
            if told is not None:
                told(done)
    return bind_pdf(parts)


def chunks(papers: Iterable[Any], size: int = CHUNK) -> Iterator[tuple[Any, ...]]:
    """The papers, a few at a time."""
    source = iter(papers)
    while chunk := tuple(islice(source, size)):
        yield chunk


@contextmanager
def _press(template: str, folder: TemplateFolder) -> Iterator[tuple[Callable[..., Any], Path]]:
    """What turns the content of a template into a file, over a folder of its own that is gone afterwards."""
    main = folder.find(template).name
    known = coverage(folder.fonts)
    with TemporaryDirectory(prefix="papers-") as place:
        root = Path(place)
        folder.lay_out(root / "templates")
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[*folder.fonts])
        compiler = typst.Compiler(root / "templates" / main, root=root, font_paths=fonts)

        def press(content: dict[str, Any], form: str, pixels_per_inch: float | None = None) -> Any:  # noqa: ANN401
            check_glyphs(content, known, main)
            (root / "data.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
            return _compiled(compiler, main, form, pixels_per_inch)

        yield press, root


def _compiled(compiler: typst.Compiler, main: str, form: str, pixels_per_inch: float | None) -> Any:  # noqa: ANN401
    try:
        if form == "png":
            return compiler.compile(format="png", ppi=pixels_per_inch, timestamp=NO_CLOCK)
        return compiler.compile(format="pdf", timestamp=NO_CLOCK, pdf_tags=False)
    except typst.TypstError as error:
        said = " ".join([error.message, *error.hints, error.diagnostic])[:LONGEST_WORD]
        raise FindingsError((finding("papers.template.broken", value=said, file=main),)) from error


def bind_pdf(parts: list[bytes]) -> bytes:
    """The parts as one file; its identity follows from its content."""
    written = BytesIO()
    with pikepdf.new() as volume:
        for part in parts:
            with pikepdf.open(BytesIO(part)) as pages:
                volume.pages.extend(pages.pages)
        volume.save(written, deterministic_id=True)
    return written.getvalue()
