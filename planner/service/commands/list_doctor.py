"""Commands of the list doctor: compare, decide, mark, diff, health."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from planner.errors import Finding, FindingsError, Place, finding
from planner.inventory.matching import Decision, RegisterKind
from planner.inventory.matching.register_records import Comparison
from planner.service.bootstrap import open_planner
from planner.service.commands.acting import acting
from planner.service.commands.options import CityOption, JsonOption, OnOption
from planner.service.console import (
    finding_json,
    log,
    print_findings,
    print_json,
    print_text,
    read_text,
    speak,
    write_text,
)
from planner.service.doctor_workbooks import doctor_tables, doctor_workbook
from planner.service.list_doctor import ListDoctor
from planner.service.list_health import HealthRequest
from planner.service.list_json import comparison_json, difference_json, health_json
from planner.service.planner import Planner
from planner.terms import N_, Phrasebook, Pollutant, as_written, inert_cell

__all__ = ["add_doctor_commands"]

ListArgument = Annotated[Path | None, typer.Argument(help="List file; none: the city's list in use.")]
ReportOption = Annotated[Path | None, typer.Option("--report", help="Workbook to write.")]
YES, NO = frozenset({"yes", "y", "1", "是", "同一家"}), frozenset({"no", "n", "0", "否", "不是"})
HEADERS = ("listed", "registered", "list_name", "register_name", "likeness", "same")


def add_doctor_commands(app: typer.Typer) -> None:
    """Adds the doctor's commands to the commands of the list."""
    for name, command in (("compare", compare), ("mark", mark), ("diff", diff), ("health", health)):
        app.command(name)(command)


def compare(
    city: CityOption,
    other: Annotated[Path, typer.Option("--with", help="Register or other list, CSV or workbook.")],
    kind: Annotated[RegisterKind, typer.Option("--kind", help="What the other file is.")],
    file: ListArgument = None,
    report: ReportOption = None,
    decisions: Annotated[
        Path | None, typer.Option("--decisions", help="CSV of unsure pairs: read where it is there, then written.")
    ] = None,
    on: OnOption = None,
    as_json: JsonOption = False,
) -> None:
    """Compare a list with permits, meters, an inventory or another list: joined, asked, missing, differing."""
    doctor, phrasebook = ListDoctor(planner=_in_hands(decisions), city=city), speak()
    log(phrasebook.say(N_("Comparing with {file} ..."), file=other.name))
    told = _read_decisions(decisions)
    kept = doctor.decide(kind, told)
    found = doctor.compare(file, other, kind, on)
    if decisions is not None:
        write_text(decisions, _decisions_text(found, told))
    if report is not None:
        write_text(report, doctor_workbook(found, doctor, phrasebook))
    if as_json:
        print_json({"decisions_kept": kept, **comparison_json(found, phrasebook)})
        return
    print_findings(found.findings, phrasebook)
    print_text(_comparison_sentence(found, phrasebook))


def _in_hands(decisions: Path | None) -> Planner:
    """The planner: in the hands of an account, where there are accounts, as soon as words on pairs are to be kept."""
    planner = open_planner()
    return acting(planner) if decisions is not None and decisions.exists() else planner


def _comparison_sentence(found: Comparison, phrasebook: Phrasebook) -> str:
    return phrasebook.say(
        N_(
            "{joined} firms joined, {asked} pairs to be decided, {unlisted} only in {file}, "
            "{unregistered} only in the list, {differences} differences."
        ),
        joined=len(found.matching.sure),
        asked=len(found.matching.unsure),
        unlisted=len(found.matching.right_only),
        unregistered=len(found.matching.left_only),
        differences=len(found.differences),
        file=found.file,
    )


def _read_decisions(path: Path | None) -> tuple[Decision, ...]:
    """The answered pairs of a file; none where it is not there yet.

    Raises:
        FindingsError: with every answer that is neither yes nor no.
    """
    if path is None or not path.is_file():
        return ()
    rows = list(csv.DictReader(io.StringIO(read_text(path).removeprefix("\ufeff"))))
    answered = [(at, row) for at, row in enumerate(rows, start=2) if (row.get("same") or "").strip()]
    wrong = [(at, row["same"]) for at, row in answered if row["same"].strip().lower() not in YES | NO]
    if wrong:
        raise FindingsError(tuple(_unreadable(path, at, text) for at, text in wrong))
    return tuple(
        Decision(
            left=as_written(row["listed"]),
            right=as_written(row["registered"]),
            same=row["same"].strip().lower() in YES,
        )
        for _, row in answered
    )


def _unreadable(path: Path, row: int, text: str) -> Finding:
    return finding("register.decision.unreadable", where=Place(file=path.name, row=row, column="same"), value=text)


def _decisions_text(found: Comparison, told: tuple[Decision, ...]) -> str:
    """The pairs still open, and below them those that were answered."""
    here, there = found.listed["name"], found.registered["name"]
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(HEADERS)
    for item in found.matching.unsure.itertuples(index=False):
        names = (here[str(item.left)], there[str(item.right)], f"{item.score:.2f}", "")
        writer.writerow(map(inert_cell, (str(item.left_identity), str(item.right_identity), *names)))
    for word in told:
        row = (word.left, word.right, "", "", "", "yes" if word.same else "no")
        writer.writerow(map(inert_cell, row))
    return "\ufeff" + target.getvalue()


def mark(
    file: Annotated[Path, typer.Argument(help="List: CSV or workbook.")],
    city: CityOption,
    out: Annotated[Path, typer.Option("--out", help="Marked workbook to write.")],
    since: Annotated[Path | None, typer.Option("--since", help="The workbook that was given back before.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Give a list back: its own workbook with marked cells, a comment in each, and a sheet of findings."""
    phrasebook = speak()
    log(phrasebook.say(N_("Reading and checking {file} ..."), file=file.name))
    marked = ListDoctor(planner=open_planner(), city=city).mark(file, phrasebook, since)
    write_text(out, marked.content)
    asked_now, answered = len(marked.asked), len(marked.answered)
    counts = {"asked": asked_now, "new": marked.new, "answered": answered, "resolved": marked.resolved}
    if as_json:
        asked = [finding_json(item, phrasebook) for item in marked.asked]
        print_json({"ok": True, "file": out.name, **counts, "findings": asked})
        return
    sentence = N_("{file}: {asked} findings marked, {new} of them new; {answered} answered, {resolved} resolved.")
    print_text(phrasebook.say(sentence, file=out.name, **counts))


def diff(
    before: Annotated[str, typer.Argument(help="File, or number of an imported version.")],
    after: Annotated[str, typer.Argument(help="File, or number of an imported version.")],
    city: CityOption,
    report: ReportOption = None,
    as_json: JsonOption = False,
) -> None:
    """What differs between two versions of a list: in, out, promoted, demoted, kilograms, measures."""
    doctor, phrasebook = ListDoctor(planner=open_planner(), city=city), speak()
    found = doctor.difference(before, after)
    tables = doctor_tables(found, doctor, phrasebook)
    if report is not None:
        write_text(report, doctor_workbook(found, doctor, phrasebook))
    if as_json:
        print_json(difference_json(found))
        return
    for table in tables[:2]:
        print_text("\n".join(["  ".join(map(str, row)) for row in (table.headers, *table.rows)]) + "\n")


def health(
    city: CityOption,
    file: ListArgument = None,
    on: OnOption = None,
    total: Annotated[
        list[str] | None, typer.Option("--total", help="The city's total of a pollutant in kg a day: pm=12000.")
    ] = None,
    other: Annotated[Path | None, typer.Option("--with", help="Register that confirms firms.")] = None,
    kind: Annotated[RegisterKind, typer.Option("--kind", help="What the register is.")] = RegisterKind.PERMITS,
    report: ReportOption = None,
    as_json: JsonOption = False,
) -> None:
    """Before winter: whether the cuts can be met, by what, who carries them, and what to check on site first."""
    doctor, phrasebook = ListDoctor(planner=open_planner(), city=city), speak()
    log(phrasebook.say(N_("Planning yellow, orange and red ...")))
    request = HealthRequest(list_file=file, on=on, totals=_totals(total or []))
    found = doctor.health(replace(request, register=other, kind=kind))
    tables = doctor_tables(found, doctor, phrasebook)
    if report is not None:
        write_text(report, doctor_workbook(found, doctor, phrasebook))
    if as_json:
        print_json(health_json(found))
        return
    page = tables[0]
    print_text("\n".join([page.title, *(f"{label}: {text}" for label, text in page.rows), page.note]))


def _totals(given: list[str]) -> tuple[tuple[Pollutant, float], ...]:
    """The totals of `--total`.

    Raises:
        FindingsError: with every one that names no pollutant or no number.
    """
    read: list[tuple[Pollutant, float]] = []
    wrong: list[Finding] = []
    for text in given:
        name, _, number = text.partition("=")
        try:
            read.append((Pollutant(name.strip().lower()), float(number)))
        except ValueError:
            wrong.append(finding("list.total.unreadable", value=text))
    if wrong:
        raise FindingsError(tuple(wrong))
    return tuple(read)
