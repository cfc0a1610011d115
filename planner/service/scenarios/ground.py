"""What every scenario of a city stands on: its list, its law, its grades, and the question that is changed."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from planner.alert import AdviseOptions, make_alert
from planner.errors import Finding, FindingsError, Place, finding
from planner.inventory import FieldDictionary, ListCodes
from planner.problem import OrderInForce
from planner.rules import RuleDocument
from planner.scenario import Asked, ScenarioSet, read_scenarios
from planner.service.lists import list_codes
from planner.service.planner import Planner
from planner.service.records import LoadedList, PlanRequest, RobustAsked
from planner.sources.strict_yaml import read_strict_yaml
from planner.terms import Level

__all__ = ["Ground", "asked_request", "open_ground", "read_scenario_file", "read_scenario_text", "with_digests"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """What a process needs to answer any scenario of a city; loaded once, never changed.

    Attributes:
        request: the question that the scenarios change.
        folder: where the files lie that scenarios name.
    """

    planner: Planner
    loaded: LoadedList
    codes: ListCodes
    request: PlanRequest
    folder: Path

    @property
    def dictionary(self) -> FieldDictionary:
        """The columns that a list may have."""
        return self.planner.dictionary


def open_ground(planner: Planner, request: PlanRequest, folder: Path) -> Ground:
    """The ground of a question.

    Raises:
        FindingsError: where the city is unknown or its list cannot be used.
    """
    city = planner.city(request.city).slug
    return Ground(
        planner=planner,
        loaded=planner.list_in_use(city, request.list_file),
        codes=list_codes(planner.rulebook, city),
        request=replace(request, city=city),
        folder=folder,
    )


def read_scenario_file(path: Path, dictionary: FieldDictionary) -> ScenarioSet:
    """The scenarios of a YAML file.

    Raises:
        FindingsError: with everything that is wrong with it.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FindingsError((finding("request.file_unreadable", value=error, file=path.name),)) from error
    return with_digests(read_scenario_text(text, path.name, dictionary), path.parent)


def read_scenario_text(text: str, name: str, dictionary: FieldDictionary) -> ScenarioSet:
    """The same of a text; `name` is how findings call it.

    Raises:
        FindingsError: with everything that is wrong with it.
    """
    read = read_strict_yaml(text, name)
    if read.findings:
        raise FindingsError(read.findings)
    document = RuleDocument(file=name, content=read.content, lines=read.lines)
    scenarios, found = read_scenarios(document, dictionary)
    if scenarios is None:
        raise FindingsError(found)
    return scenarios


def with_digests(read: ScenarioSet, folder: Path) -> ScenarioSet:
    """The set with the hash of the files that its scenarios name: other contents are another question.

    Raises:
        FindingsError: where a file is named by a path that leads out of the folder.
    """
    every = (read.question, *(item.asked for item in read.scenarios))
    names = sorted({name for asked in every for name in (asked.forecast, asked.compliance, asked.season) if name})
    if outside := [name for name in names if not (folder / name).resolve().is_relative_to(folder.resolve())]:
        raise FindingsError(tuple(finding("scenario.file.outside", value=name) for name in outside))
    if not names:
        return read
    contents = ((folder / name).read_bytes() if (folder / name).is_file() else b"" for name in names)
    digest = hashlib.sha256(b"".join(hashlib.sha256(item).digest() for item in contents)).hexdigest()
    scenarios = tuple(replace(item, asked=replace(item.asked, files_sha256=digest)) for item in read.scenarios)
    return replace(read, question=replace(read.question, files_sha256=digest), scenarios=scenarios)


def asked_request(planner: Planner, request: PlanRequest, asked: Asked, folder: Path) -> PlanRequest:
    """The request with what a scenario asks otherwise.

    Raises:
        FindingsError: where its forecast cannot be read or asks for no warning.
    """
    level = asked.level or (_advised(planner, request, asked, folder) if asked.forecast else request.level)
    changed = replace(
        request,
        level=level,
        mode=asked.mode or request.mode,
        on=asked.on or request.on,
        duration_days=asked.duration_days or request.duration_days,
        grade_order=asked.grade_order or request.grade_order,
        season=folder / asked.season if asked.season else request.season,
    )
    if asked.most_told is not None:
        changed = replace(changed, from_order=_nothing_in_force(changed, asked.most_told))
    if asked.withstand is None and asked.probability is None:
        return changed
    rates = folder / asked.compliance if asked.compliance else None
    robust = RobustAsked(failures=asked.withstand or 0, probability=asked.probability or 0.0, compliance=rates)
    return replace(changed, robust=robust)


def _nothing_in_force(request: PlanRequest, most: int) -> OrderInForce:
    """An order that tells nobody anything: whoever a plan tells something is changed by it; changes have a limit."""
    alert = make_alert(request.level, request.on, request.start, request.end, request.duration_days)
    return OrderInForce(
        plan_sha256="",
        level=request.level,
        on=request.on,
        start=alert.start,
        end=alert.end,
        source_id=(),
        enterprise_id=(),
        enterprise_name=(),
        measures=(),
        kept_share=np.zeros(0),
        most_changes=most,
    )


def _advised(planner: Planner, request: PlanRequest, asked: Asked, folder: Path) -> Level:
    advice = planner.advise(folder / str(asked.forecast), request.city, asked.on or request.on, AdviseOptions()).advice
    if advice.level is None:
        raise FindingsError((_no_warning(str(asked.forecast)),))
    return advice.level


def _no_warning(file: str) -> Finding:
    return finding("scenario.forecast.no_warning", where=Place(file=file), value=file)
