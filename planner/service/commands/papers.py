"""Writing papers from the command line: formats, templates, progress, a folder that holds whole files only."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.plan import PlanDocument
from planner.service.bootstrap import open_planner
from planner.service.commands.desk_options import AtOption, city_of
from planner.service.commands.options import JsonOption
from planner.service.console import log, print_json, print_text, speak, write_text
from planner.service.drafts import keep_drafts
from planner.service.planner import Planner
from planner.terms import BEIJING, N_

if TYPE_CHECKING:
    from planner.service.paper_names import PaperFile

__all__ = ["ByOption", "FormatOption", "TemplatesOption", "add_papers", "write_plan_papers"]

PLAN_FORMATS = ("xlsx", "docx", "pdf", "csv", "cap")
STEP = 200
"""So many papers lie between two words of progress."""
FormatOption = Annotated[str, typer.Option("--format", help="Some of xlsx,docx,pdf,csv,cap, joined by commas.")]
TemplatesOption = Annotated[
    Path | None, typer.Option("--templates", help="Folder with the city's own templates; also PLANNER_TEMPLATES.")
]
ByOption = Annotated[str, typer.Option("--by", help="Bind PDF and docx by all, county, department or enterprise.")]
OutFolder = Annotated[Path, typer.Option("--out", help="Folder to write to.")]


def write_plan_papers(
    planner: Planner, document: PlanDocument, stem: str, out: Path, choice: tuple[str, str, Path | None, bool]
) -> None:
    """Writes the papers of a plan and tells their names.

    Args:
        stem: what their names begin with.
        choice: formats, by, templates, as JSON.
    """
    from planner.service.paper_orders import BY, OrderFiles  # noqa: PLC0415 - typst and Word, which papers alone need
    from planner.service.paper_plan import plan_papers  # noqa: PLC0415

    formats, by, templates, as_json = choice
    asked = OrderFiles(
        stem=stem,
        formats=_chosen(formats, PLAN_FORMATS, "--format"),
        by=_chosen(by, BY, "--by")[0],
        language=speak().language,
        told=_progress(),
    )
    files = list(plan_papers(planner, document, asked, templates))
    keep_drafts(document, planner.store)
    _write(files, out, as_json=as_json)


def papers(
    warning: Annotated[str, typer.Option("--warning", help="Number of the warning, such as changzhi-2026-001.")],
    out: OutFolder,
    kind: Annotated[str, typer.Option("--kind", help="Which papers, joined by commas; all where it is left out.")] = "",
    formats: FormatOption = "pdf,docx,csv,cap",
    by: ByOption = "all",
    templates: TemplatesOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write the papers of a warning: notice, opinion, approval, order, public_list, board, daily, evaluation."""
    from planner.service.paper_orders import BY  # noqa: PLC0415 - typst and Word, which papers alone need
    from planner.service.paper_warning import KINDS, WarningPapers, warning_papers  # noqa: PLC0415

    asked = WarningPapers(
        warning_id=warning,
        city=city_of(warning),
        kinds=_chosen(kind, KINDS, "--kind") if kind else KINDS,
        formats=_chosen(formats, PLAN_FORMATS, "--format"),
        at=at or datetime.now(BEIJING),
        by=_chosen(by, BY, "--by")[0],
        templates=templates,
        told=_progress(),
    )
    _write(list(warning_papers(open_planner(), asked)), out, as_json=as_json)


def add_papers(app: typer.Typer) -> None:
    """Adds the command to those of a warning."""
    app.command()(papers)


def _chosen(text: str, known: tuple[str, ...], option: str) -> tuple[str, ...]:
    """The words of a choice, each once.

    Raises:
        BadParameter: where one is not known.
    """
    said = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    unknown = [part for part in said if part not in known]
    if unknown:
        raise typer.BadParameter(f"{', '.join(unknown)} ({', '.join(known)})", param_hint=option)
    return said


def _progress() -> Callable[[str, int, int], None]:
    phrasebook = speak()
    said = N_("{form}: {done} of {count} papers laid out ...")

    def told(form: str, done: int, count: int) -> None:
        if count > STEP and (done % STEP == 0 or done == count):
            log(phrasebook.say(said, form=form, done=done, count=count))

    return told


def _write(files: Iterable["PaperFile"], out: Path, *, as_json: bool) -> None:
    """Writes files that are all made by now, each under its name only when it is whole."""
    names = []
    for file in files:
        write_text(out / file.name, file.content)
        names.append(file.name)
    if as_json:
        print_json({"ok": True, "files": names})
        return
    for name in names:
        print_text(name)
    if not names:
        print_text(speak().say(N_("Nothing to write: the warning has no terms or orders yet.")))
