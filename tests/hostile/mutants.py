"""Damaged files at the doors by which files come in: what each door must never do, and how a door is asked."""

import csv
import io
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from itertools import islice
from pathlib import Path
from random import Random

from planner.errors import Finding, FindingsError, has_errors
from planner.errors.sentences import tell
from planner.rules import RuleDocument, build_rulebook
from planner.service.bootstrap import open_planner
from planner.service.list_reading import AS_IT_IS, ListReader
from planner.service.scenarios.ground import read_scenario_file
from planner.sources import (
    read_compliance,
    read_emissions,
    read_field_dictionary,
    read_forecast,
    read_meters,
    read_off_peak,
    read_receipts,
    read_season_hours,
    read_visits,
    rule_files,
)
from planner.terms import BEIJING, Phrasebook
from tests.hostile.mutations import PAPERS, TABLES, mutated, mutated_workbook
from tests.project import ROOT

SECONDS = 10.0
NOW = datetime(2026, 12, 6, 8, tzinfo=BEIJING)
KEPT_RULES = ("cities/changzhi.yaml", "industries/cement.yaml", "industries/inks.yaml", "industries/register.yaml")
SCENARIOS = """\
schema_version: 1
city: changzhi
question: {level: orange, mode: fill, on: 2026-12-01}
scenarios:
  - name: forty-to-b
    title: 四十家企业升为 B 级
    enterprises:
      - where: {grade: C, county_code: ["140404", "140406"]}
        largest: 40
        set: {grade: B}
        refile: true
      - where: {key_industry: casting}
        scale: {nox_kg_per_day: 1.2}
      - where: {enterprise_id: "91999999000000019D"}
        close: true
    add:
      - like: E000002-02
        set: {source_id: N1, line_id: 3#}
    rules: {national.reduction.share.orange: 0.25}
    targets: {pm: 0.22}
    level: red
    law_on: 2026-03-01
    duration_days: 5
    grade_order: "off"
    withstand: 3
"""
Verdict = tuple[bool, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A way by which files come in.

    Attributes:
        share: its part of a thousand files.
        judge: whether the file was taken, and what was found.
    """

    name: str
    file: str
    share: int
    seed: Callable[[], bytes]
    mutate: Callable[[bytes, Random], bytes]
    judge: Callable[[Path], Verdict]


def table(*lines: str) -> bytes:
    """A CSV file of these lines."""
    return "\n".join((*lines, "")).encode()


@cache
def list_seed() -> bytes:
    """The header and some rows of the list that is shipped."""
    text = (ROOT / "data" / "enterprises.csv").read_text("utf-8")
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(islice(csv.reader(io.StringIO(text)), 25))
    return written.getvalue().encode()


@cache
def reader() -> ListReader:
    """The reader of one city's lists over a store of its own, for what it takes is no other test's list."""
    return open_planner(f"sqlite:///{Path(_apart().name) / 'planner.db'}").list_reader("changzhi")


@cache
def _apart() -> tempfile.TemporaryDirectory[str]:
    """A folder that goes when the process ends."""
    return tempfile.TemporaryDirectory(prefix="planner-mutants-", ignore_cleanup_errors=True)


def judge_list(path: Path) -> Verdict:
    """A list on its whole way into the store: as many versions more as it was taken, none of half a list."""
    asked = reader()
    before = asked.store.list_versions(asked.city)
    try:
        asked.add(path, AS_IT_IS)
    except FindingsError as refused:
        assert asked.store.list_versions(asked.city) == before, "a refused list was stored"
        return False, refused.findings
    checked = asked.check(path, AS_IT_IS)
    assert len(asked.store.list_versions(asked.city)) == len(before) + 1, "a list that was taken was not stored"
    return checked.ok, checked.findings


def judge_rows(read: Callable[[Path], tuple[object, ...]], path: Path) -> Verdict:
    """A table of rows or a record: nothing of it is handed on beside an error."""
    given, *_, findings = read(path)
    assert isinstance(findings, tuple)
    assert not (given and has_errors(findings)), "a part was taken beside an error"
    return not has_errors(findings), findings


@cache
def rule_seeds() -> dict[str, tuple[bytes, RuleDocument]]:
    """The shipped rules of one city, by name of the file."""
    kept = {
        name: content
        for name, content in rule_files._contents(ROOT / "rules").items()
        if not name.startswith(("cities/", "industries/")) or name in KEPT_RULES
    }
    return {name: (content, rule_files._read_document(name, content)[0]) for name, content in kept.items()}


def mutate_rules(_: bytes, chance: Random) -> bytes:
    """One of the rule files, damaged; its name in the first line, as a comment."""
    name = chance.choice(sorted(rule_seeds()))
    return name.encode() + b"\n" + mutated(rule_seeds()[name][0], chance, PAPERS)


def judge_rules(path: Path) -> Verdict:
    """A damaged rule file among the sound ones."""
    name, _, content = path.read_bytes().partition(b"\n")
    document, found = rule_files._read_document(name.decode(), content)
    others = {key: value for key, (_, value) in rule_seeds().items()}
    book, told = build_rulebook(tuple({**others, name.decode(): document}.values()), "0" * 64)
    findings = (*found, *told)
    assert (book is None) == has_errors(told), "a rulebook with errors"
    return not has_errors(findings), findings


def judge_scenarios(path: Path) -> Verdict:
    """A file of scenarios."""
    try:
        read_scenario_file(path, read_field_dictionary())
    except FindingsError as refused:
        return False, refused.findings
    return True, ()


def _table_door(name: str, share: int, read: Callable[..., tuple[object, ...]], *lines: str) -> Door:
    return Door(
        name=name,
        file=f"{name}.csv",
        share=share,
        seed=partial(table, *lines),
        mutate=partial(mutated, fitting=TABLES),
        judge=partial(judge_rows, read),
    )


READINGS = tuple(f"SYN-{at},2026-12-{at:02d},{at * 1000.5}" for at in range(1, 21))
FORECAST = tuple(f"2026-12-{1 + at // 24:02d}T{at % 24:02d}:00:00+08:00,{80 + at},1.2,dust" for at in range(48))
DOORS = (
    Door(
        name="list", file="l.csv", share=45, seed=list_seed, mutate=partial(mutated, fitting=TABLES), judge=judge_list
    ),
    Door(name="workbook", file="l.xlsx", share=15, seed=list_seed, mutate=mutated_workbook, judge=judge_list),
    Door(name="rules", file="r.yaml", share=110, seed=bytes, mutate=mutate_rules, judge=judge_rules),
    Door(
        name="scenarios",
        file="s.yaml",
        share=250,
        seed=partial(SCENARIOS.encode),
        mutate=partial(mutated, fitting=PAPERS),
        judge=judge_scenarios,
    ),
    _table_door("forecast", 250, read_forecast, "time,pm25,co,cause", *FORECAST),
    _table_door("meters", 80, read_meters, "电表编号,日期,用电量（kWh）", *READINGS),
    _table_door(
        "emissions",
        60,
        read_emissions,
        "source_id,日期,污染物,排放量",
        "S1,2026-12-06,二氧化硫,12",
        "S2,2026/12/6,nox,3",
    ),
    _table_door(
        "receipts",
        50,
        partial(read_receipts, now=NOW),
        "通知编号,状态,时间,理由",
        "A-1,签收,2026-12-06 08:00,",
        "A-2,异议,,无",
    ),
    _table_door(
        "visits",
        50,
        read_visits,
        "信用代码,时间,核查人,核查结果",
        "91999999MA0000001N,2026-12-06 09:00,甲,已落实",
    ),
    _table_door("rates", 30, read_compliance, "by,code,rate", "all,,0.9", "grade,C,0.8"),
    _table_door(
        "rests", 30, read_off_peak, "source_id,from,until,kept_share,document", "S1,2026-11-15,2027-03-15,0.5,某文"
    ),
    _table_door("hours", 30, read_season_hours, "source_id,stopped_hours", "S1,120", "S2,0"),
)


def mutant(seed: int, door: Door, number: int) -> bytes:
    """The damaged file of a number: the same at every call."""
    return door.mutate(door.seed(), Random(f"{seed}/{door.name}/{number}"))  # noqa: S311 - damage by chance, no secret


def complaint(door: Door, raw: bytes, folder: Path) -> str:
    """What a door did with a file that it must never do, '' where nothing."""
    path = folder / door.file
    path.write_bytes(raw)
    begun = time.process_time()
    try:
        taken, findings = door.judge(path)
    except Exception:  # noqa: BLE001 - whatever comes is what is looked for
        return traceback.format_exc()
    if time.process_time() - begun > SECONDS:
        return f"took {time.process_time() - begun:.1f} s"
    return _untold(taken, findings)


def _untold(taken: bool, findings: tuple[Finding, ...]) -> str:
    """A refusal without a ground, or a ground without place, sentence and repair."""
    if not taken and not has_errors(findings):
        return "refused without a finding"
    for item in findings:
        if not item.where.file and not item.value:
            return f"{item.code} says neither where nor what"
        if not all(tell(item, Phrasebook())):
            return f"{item.code} has no sentence or no repair"
    return ""


def walk(door: Door, count: int, seed: int) -> Iterator[tuple[int, str]]:
    """Numbers of the files at which a door did wrong, with what it did."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            if said := complaint(door, mutant(seed, door, number), Path(folder)):
                yield number, said


def share_of(door: Door, total: int) -> int:
    """How many files of a total are for a door, at least one."""
    return max(1, total * door.share // sum(item.share for item in DOORS))
