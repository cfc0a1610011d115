"""Commands of the rules: list, show, check, coverage."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from planner.errors import FindingsError, finding, has_errors
from planner.rules import Cell, RuleInForce, RulesInForce, check_rulebook
from planner.service.bootstrap import open_planner, rules_folder
from planner.service.commands.options import CityOption, JsonOption, OnOption
from planner.service.console import finding_json, print_findings, print_json, print_text, speak
from planner.service.planner import Planner
from planner.service.rule_documents import cell_json, coverage_json, rule_json
from planner.service.rule_words import cell_lines, coverage_lines, rule_line, rule_lines
from planner.sources import locate_findings, read_rulebook
from planner.terms import BEIJING, LEVELS, N_, Answer, Grade, Level, RuleStatus

__all__ = ["rules_app"]

rules_app = typer.Typer(help="What is in force, with instrument and clause.", no_args_is_help=True)

IndustryOption = Annotated[str, typer.Option("--industry", help="Code of a key industry, such as cement.")]
SubProcessOption = Annotated[str, typer.Option("--sub-process", help="Code of a process, such as clinker.")]
GradeOption = Annotated[Grade | None, typer.Option("--grade", help="Performance grade.")]
LevelChoice = Annotated[Level | None, typer.Option("--level", help="Warning level.")]


@rules_app.command("list")
def list_(
    city: CityOption = "changzhi",
    on: OnOption = None,
    kind: Annotated[str, typer.Option("--kind", help="Only rules of this kind.")] = "",
    industry: IndustryOption = "",
    sub_process: SubProcessOption = "",
    grade: GradeOption = None,
    level: LevelChoice = None,
    answer: Annotated[Answer | None, typer.Option("--answer", help="Only rules that answer so.")] = None,
    status: Annotated[RuleStatus | None, typer.Option("--status", help="Only rules of this status.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List the rules in force in a city on a day; a rule without a grade, say, is no rule of that grade."""
    planner = open_planner()
    rules = planner.rules(city, on or planner.today())
    wanted = (kind, industry, sub_process, grade, level, answer, status)
    found = [item for item in rules.rules if _fits(item, wanted)]
    if as_json:
        print_json({"city": rules.city.slug, "on": rules.on.isoformat(), "rules": [rule_json(item) for item in found]})
        return
    phrasebook = speak()
    for item in found:
        print_text(rule_line(item, phrasebook))


@rules_app.command("show")
def show(
    rule_id: Annotated[str, typer.Argument(help="Id of the rule; none: a place, named by the options.")] = "",
    city: CityOption = "changzhi",
    on: OnOption = None,
    industry: IndustryOption = "",
    sub_process: SubProcessOption = "",
    grade: GradeOption = None,
    level: LevelChoice = None,
    as_json: JsonOption = False,
) -> None:
    """Show a rule in force with its source, or what a place of the guide is told: industry, process, grade, level."""
    planner = open_planner()
    rules = planner.rules(city, on or planner.today())
    if rule_id:
        _show_rule(_find(rules, rule_id), as_json=as_json)
    elif industry:
        _show_cells(planner, rules, tuple(_places(planner, industry, sub_process, grade, level)), as_json=as_json)
    else:
        raise FindingsError((finding("rules.show.what"),))


@rules_app.command("coverage")
def coverage(city: CityOption = "changzhi", on: OnOption = None, as_json: JsonOption = False) -> None:
    """Tell of all key industries how many cells (process, grade, level) are answered in which way."""
    planner = open_planner()
    day, slug = on or planner.today(), planner.city(city).slug
    rows = planner.law.coverage(slug, day)
    if as_json:
        total = {str(answer): sum(dict(row.counts)[answer] for row in rows) for answer in Answer}
        industries = [coverage_json(row) for row in rows]
        print_json({"city": slug, "on": day.isoformat(), "total": total, "industries": industries})
        return
    for line in coverage_lines(rows, speak()):
        print_text(line)


@rules_app.command("check")
def check(
    folder: Annotated[
        Path | None, typer.Option("--folder", help="Folder of rule files; default: the ones in use.")
    ] = None,
    on: OnOption = None,
    as_json: JsonOption = False,
) -> None:
    """Walk all rule files and list every offender."""
    rulebook, findings = read_rulebook(folder or rules_folder())
    if rulebook is not None:
        findings = (*findings, *check_rulebook(rulebook, on or _today(), _today()))
    findings = locate_findings(folder or rules_folder(), findings)
    ok, phrasebook = rulebook is not None and not has_errors(findings), speak()
    if as_json:
        print_json({"ok": ok, "findings": [finding_json(item, phrasebook) for item in findings]})
    else:
        print_findings(findings, phrasebook)
        print_text(
            phrasebook.say(
                N_("{count} rules.") if ok else N_("The rules cannot be used."),
                count=len(rulebook.rules) if rulebook else 0,
            )
        )
    raise typer.Exit(0 if ok else 1)


def _fits(item: RuleInForce, wanted: tuple[object, ...]) -> bool:
    rule = item.rule
    scope = rule.scope
    said = (rule.kind, scope.industry, scope.sub_process, scope.grade, scope.level, rule.answer, item.dated.status)
    return all(asked in ("", None) or asked == own for asked, own in zip(wanted, said, strict=True))


def _find(rules: RulesInForce, rule_id: str) -> RuleInForce:
    found = rules.find(rule_id)
    if found is None:
        raise FindingsError((finding("plan.rule_not_in_force", value=rule_id, on=rules.on.isoformat()),))
    return found


def _show_rule(item: RuleInForce, *, as_json: bool) -> None:
    if as_json:
        print_json(rule_json(item))
        return
    for line in rule_lines(item, speak()):
        print_text(line)


def _show_cells(planner: Planner, rules: RulesInForce, places: tuple[Cell, ...], *, as_json: bool) -> None:
    """One cell as a document of its own, several as a list."""
    answers = [planner.law.cell(rules.city.slug, rules.on, place) for place in places]
    head = {"city": rules.city.slug, "on": rules.on.isoformat()}
    if as_json:
        told = [cell_json(item) for item in answers]
        print_json({**head, **told[0]} if len(told) == 1 else {**head, "cells": told})
        return
    phrasebook = speak()
    for item in answers:
        for line in cell_lines(item, phrasebook):
            print_text(line)


def _places(
    planner: Planner, industry: str, sub_process: str, grade: Grade | None, level: Level | None
) -> Iterator[Cell]:
    """The cells that the options name; what they leave out stands for all there are."""
    known = planner.rulebook.industry(industry)
    parts = known.sub_processes if known else ()
    schemes = {part.code: part.grades for part in parts if sub_process in ("", part.code)}
    for code, grades in (schemes or {sub_process: (grade or Grade.A,)}).items():
        for own in (grade,) if grade else grades:
            for asked in (level,) if level else LEVELS:
                if grade is None or own in grades or len(schemes) <= 1:
                    yield Cell(industry=industry, sub_process=code, grade=own, level=asked)


def _today() -> date:
    return datetime.now(BEIJING).date()
