"""Commands of the book: make (also `planner book --city …` alone), list, show, approve, verify."""

import json
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from planner.plan import (
    BookDocument,
    BookSummary,
    Status,
    Verdict,
    book_text,
    own_text,
    read_book_summary,
    write_plan,
)
from planner.service.book_records import DEFAULT_BOOK_GAP, BookOutcome, BookRequest
from planner.service.book_words import approval_line, book_lines, book_stage, listed_lines, summary_lines
from planner.service.books import Books
from planner.service.bootstrap import open_planner
from planner.service.commands.acting import acting
from planner.service.commands.options import (
    CityOption,
    DaysOption,
    GapOption,
    GradesOption,
    JsonOption,
    ListOption,
    ModeOption,
    OnOption,
    OutOption,
)
from planner.service.console import (
    finding_json,
    log,
    print_findings,
    print_json,
    print_text,
    read_text,
    speak,
    stdout_kept_clean,
    write_text,
)
from planner.service.plan_words import verdict_lines
from planner.terms import LEVELS, N_, Mode

__all__ = ["book_app"]

STOPPED, NOT_MET = 1, 3
MOST_SOURCES_INSIDE = 10_000


def _weights(text: str) -> tuple[float, ...]:
    """The numbers of an option's text."""
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError as error:
        raise typer.BadParameter(f"{text!r}: 20,10,2", param_hint="--weights") from error


BookArgument = Annotated[int, typer.Argument(help="Number of the book, see `planner book list`.")]
WeightsOption = Annotated[
    str | None, typer.Option("--weights", help="What yellow,orange,red count, such as days a winter: 20,10,2.")
]
AnyCityOption = Annotated[str | None, typer.Option("--city", help="Slug or GB/T 2260 code of the city.")]
book_app = typer.Typer(help="The book: one plan a level, nested; made before winter, approved, used at issue time.")


@book_app.callback(invoke_without_command=True)
def begin(
    context: typer.Context,
    city: AnyCityOption = None,
    mode: ModeOption = Mode.FILL,
    list_file: ListOption = None,
    on: OnOption = None,
    days: DaysOption = None,
    gap: GapOption = DEFAULT_BOOK_GAP,
    weights: WeightsOption = None,
    grades: GradesOption = None,
    out: OutOption = None,
    as_json: JsonOption = False,
) -> None:
    """Without a command: make the book of --city."""
    if context.invoked_subcommand is not None:
        return
    if city is None:
        raise typer.BadParameter("--city", param_hint="--city")
    make(city, mode, list_file, on, days, gap, weights, grades, out, as_json)


@book_app.command("make")
def make(
    city: CityOption,
    mode: ModeOption = Mode.FILL,
    list_file: ListOption = None,
    on: OnOption = None,
    days: DaysOption = None,
    gap: GapOption = DEFAULT_BOOK_GAP,
    weights: WeightsOption = None,
    grades: GradesOption = None,
    out: OutOption = None,
    as_json: JsonOption = False,
) -> None:
    """Solve yellow, orange and red together, each level holding what the one below it asks; store the book."""
    books, phrasebook = Books(planner=open_planner()), speak()
    request = _request(books, city, mode, on, days, gap)
    request = replace(
        request, list_file=list_file, grades=grades, weights=request.weights if weights is None else _weights(weights)
    )
    log(phrasebook.say(N_("Reading the list and the rules ...")))
    with stdout_kept_clean():
        outcome = books.make(request, lambda stage: log(book_stage(stage, phrasebook)))
    print_findings(outcome.findings, phrasebook)
    if as_json:
        _print_document(outcome)
    else:
        print_text("\n".join(book_lines(outcome, _summary(outcome), phrasebook)))
    if out is not None and outcome.document is not None:
        _write(outcome.document, out)
    raise typer.Exit(_exit_code(outcome))


@book_app.command("list")
def list_books(city: CityOption, as_json: JsonOption = False) -> None:
    """The books of a city, the newest first, and which is in use."""
    found = Books(planner=open_planner()).of_city(city)
    if as_json:
        print_text(json.dumps({"books": [asdict(item) for item in found]}, ensure_ascii=False, indent=2, default=str))
        return
    print_text("\n".join(listed_lines(found, speak())))


@book_app.command("show")
def show(book_id: BookArgument, out: OutOption = None, as_json: JsonOption = False) -> None:
    """A stored book: its three levels side by side; --out writes it whole."""
    books = Books(planner=open_planner())
    text = books.summary_text(book_id)
    if out is not None:
        write_text(out, books.text(book_id) + "\n")
    print_text(text if as_json else "\n".join(summary_lines(read_book_summary(text), speak())))


@book_app.command("approve")
def approve(
    book_id: BookArgument,
    by: Annotated[str, typer.Option("--by", help="Who approves it.")],
    reason: Annotated[str, typer.Option("--reason", help="Why, such as the number of the paper.")],
    as_json: JsonOption = False,
) -> None:
    """Make a book the one in use in its city; the one before retires, the history stays."""
    word = Books(planner=acting(open_planner(), by)).approve(book_id, by, reason)
    if as_json:
        print_text(json.dumps({"ok": True, **asdict(word)}, ensure_ascii=False, indent=2, default=str))
    else:
        print_text(approval_line(word, speak()))


@book_app.command("verify")
def verify(
    file: Annotated[Path, typer.Argument(help="Book file that `planner book make --out` wrote.")],
    as_json: JsonOption = False,
) -> None:
    """Put a book file before the referee: its three plans, their nesting, its sums, from its content alone."""
    text = read_text(file)
    report = Books(planner=open_planner()).verify(text, _sidecars(text, file)).report
    if as_json:
        print_json({"verdict": str(report.verdict), "checks": [asdict(check) for check in report.checks]})
    else:
        for line in verdict_lines(report, speak()):
            print_text(line)
    raise typer.Exit(STOPPED if report.verdict is Verdict.REFUSED else 0)


def _request(books: Books, city: str, mode: Mode, on: date | None, days: int | None, gap: float) -> BookRequest:
    planner = books.planner
    slug = planner.city(city).slug
    return BookRequest(city=slug, mode=mode, on=on or planner.today(), duration_days=days, gap=gap)


def _print_document(outcome: BookOutcome) -> None:
    phrasebook = speak()
    if outcome.document is None:
        told = [finding_json(item, phrasebook) for item in outcome.findings]
        print_json({"status": str(outcome.status), "ok": False, "findings": told})
    elif _is_large(outcome.document):
        print_text(outcome.own_text)
    else:
        print_text(outcome.text)


def _summary(outcome: BookOutcome) -> BookSummary | None:
    return read_book_summary(outcome.own_text) if outcome.document is not None else None


def _is_large(document: BookDocument) -> bool:
    return document.plans[0].problem.sources.count > MOST_SOURCES_INSIDE


def _write(document: BookDocument, out: Path) -> None:
    """The book file; of a large city each level's problem goes into a sidecar beside it."""
    if _is_large(document):
        apart = []
        for plan in document.plans:
            sidecar = out.with_name(f"{out.stem}.{plan.problem.header.level}.problem.json")
            write_text(sidecar, plan.problem_text)
            apart.append(replace(plan, problem_file=sidecar.name))
        document = replace(document, plans=tuple(apart))
    plans = tuple(write_plan(plan) for plan in document.plans)
    write_text(out, book_text(own_text(document, plans), tuple(plan.text for plan in plans)) + "\n")


def _sidecars(text: str, file: Path) -> tuple[str | None, ...]:
    """The texts of the sidecars that the plans name, where they lie in the same folder; no other path is followed."""
    try:
        plans = json.loads(text)["plans"]
        names = [plans[str(level)]["problem"].get("file") for level in LEVELS]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return (None,) * len(LEVELS)
    return tuple(_sidecar(name, file) for name in names)


def _sidecar(name: object, file: Path) -> str | None:
    if not isinstance(name, str) or name in ("", ".", "..") or Path(name).name != name:
        return None
    found = file.with_name(name)
    return read_text(found) if found.is_file() else None


def _exit_code(outcome: BookOutcome) -> int:
    if outcome.document is None:
        return STOPPED
    return NOT_MET if outcome.status is Status.INFEASIBLE else 0
