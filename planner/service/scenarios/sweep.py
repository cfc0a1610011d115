"""A sweep: scenarios answered by many workers, each exactly once in the store, resumable and cancellable.

An executor may run a task twice or lose it; that every scenario has one answer comes from the store's key alone.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from itertools import islice
from pathlib import Path

import pandas as pd

from planner import __version__
from planner.errors import FindingsError, finding
from planner.scenario import BASE, FIRM_COLUMNS, PRICED, Scenario, ScenarioOutcome
from planner.service.bootstrap import open_planner
from planner.service.records import PlanRequest
from planner.service.scenarios.answer import ScenarioAnswer, pose_scenario
from planner.service.scenarios.base import SweepBase, open_base
from planner.service.scenarios.ground import Ground, open_ground
from planner.service.scenarios.shared_start import shared_start
from planner.service.scenarios.workers import Workers, executor_of
from planner.store import Store, StoredOutcome
from planner.terms import BEIJING

__all__ = ["SweepProgress", "SweepQuestion", "answers_of", "run_sweep", "scenario_key", "sweep_key"]

CHUNK = 10
AHEAD = 4
PATIENCE_SECONDS = 0.2
MOST_RESTARTS = 20
UNPRICED = "sweep.priced."
"""Begin of the codes that tell why there is no price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepQuestion:
    """What is swept.

    Attributes:
        database: address of the store, which every worker opens for itself.
        request: the question that the scenarios change.
        folder: where the files lie that scenarios name.
        is_priced: whether all but the base are only priced: a first answer without a search.
    """

    database: str
    request: PlanRequest
    folder: Path
    scenarios: tuple[Scenario, ...]
    is_priced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepProgress:
    """How far a sweep is: answered scenarios of all, and seconds left by the pace so far (None at first)."""

    done: int
    total: int
    seconds_left: float | None


def sweep_key(ground: Ground, *, is_priced: bool = False) -> str:
    """Hash over everything that every answer of a sweep depends on: list, law, question, version; and its kind."""
    request = replace(ground.request, list_file=None)
    parts = (ground.loaded.inventory.list_sha256, ground.planner.rulebook.sha256, __version__, request)
    return hashlib.sha256(repr((*parts, PRICED) if is_priced else parts).encode()).hexdigest()


def scenario_key(scenario: Scenario) -> str:
    """Hash over what a scenario changes and how it is called."""
    return hashlib.sha256(repr(scenario).encode()).hexdigest()


def run_sweep(
    question: SweepQuestion,
    workers: Workers,
    progress: Callable[[SweepProgress], None] | None = None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> tuple[ScenarioAnswer, ...]:
    """The answers in the order of the scenarios; those stored already are not asked again, after a stop those missing.

    Raises:
        FindingsError: where the question has no ground or the workers cannot be had.
    """
    planner = open_planner(question.database)
    ground = open_ground(planner, question.request, question.folder)
    key = sweep_key(ground, is_priced=question.is_priced)
    if not _is_answered(planner.store, key, question.scenarios):
        shared_start(planner.store, key, ground)
    work = _Work(question=question, key=key, store=planner.store, progress=progress, is_stopped=is_stopped)
    for _ in range(MOST_RESTARTS):
        try:
            with executor_of(workers) as executor:
                work.through(executor, ahead=AHEAD * workers.at_once)
            break
        except BrokenExecutor:
            # A worker was killed; what it had answered is stored, and a new pool goes on from there
            continue
    asked = {item.name: item for item in question.scenarios}
    found = answers_of(planner.store, key, question.scenarios)
    return tuple(_with_reasons(ground, asked[item.outcome.name], item) for item in found)


def _with_reasons(ground: Ground, scenario: Scenario, answer: ScenarioAnswer) -> ScenarioAnswer:
    """The answer with the findings that kept it from a plan: posing it again tells them, without any search."""
    if answer.outcome.has_plan:
        return answer
    unpriced = tuple(item for item in answer.outcome.reason if item.startswith(UNPRICED))
    if unpriced:
        return replace(answer, findings=tuple(finding(item) for item in unpriced))
    try:
        pose_scenario(ground, scenario)
    except FindingsError as error:
        return replace(answer, findings=error.findings)
    return answer


def answers_of(store: Store, key: str, scenarios: tuple[Scenario, ...]) -> tuple[ScenarioAnswer, ...]:
    """The stored answers of these scenarios, in their order; one that has none is left out."""
    stored = {item.scenario_key: item for item in store.outcomes(key)}
    keys = (scenario_key(item) for item in scenarios)
    return tuple(_answer(stored[name]) for name in keys if name in stored)


def _is_answered(store: Store, key: str, scenarios: tuple[Scenario, ...]) -> bool:
    return {scenario_key(item) for item in scenarios} <= store.outcome_keys(key)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Work:
    question: SweepQuestion
    key: str
    store: Store
    progress: Callable[[SweepProgress], None] | None
    is_stopped: Callable[[], bool]

    def through(self, executor: Executor, ahead: int) -> None:
        """Hands out what has no answer yet, never more than `ahead` chunks at once, until all is done or stopped."""
        stored = self.store.outcome_keys(self.key)
        left = [item for item in self.question.scenarios if scenario_key(item) not in stored]
        chunks = _chunks(left, max(1, min(CHUNK, -(-len(left) // ahead))))
        began, before = time.monotonic(), len(self.question.scenarios) - len(left)
        done, running = 0, self._handed(executor, chunks, ahead)
        self._tell(before, 0, began)
        while running and not self.is_stopped():
            finished, running = wait(running, timeout=PATIENCE_SECONDS, return_when=FIRST_COMPLETED)
            done += sum(item.result() for item in finished)
            running |= self._handed(executor, chunks, len(finished))
            if finished:
                self._tell(before, done, began)
        for item in running:
            item.cancel()

    def _handed(self, executor: Executor, chunks: Iterator[tuple[Scenario, ...]], count: int) -> set[Future[int]]:
        asked = replace(self.question, scenarios=())
        return {executor.submit(_answer_chunk, asked, self.key, chunk) for chunk in islice(chunks, count)}

    def _tell(self, before: int, done: int, began: float) -> None:
        if self.progress is None:
            return
        total = len(self.question.scenarios)
        left = (time.monotonic() - began) / done * (total - before - done) if done else None
        self.progress(SweepProgress(done=before + done, total=total, seconds_left=left))


def _chunks(scenarios: list[Scenario], size: int) -> Iterator[tuple[Scenario, ...]]:
    return (tuple(scenarios[at : at + size]) for at in range(0, len(scenarios), size))


_bases: dict[tuple[str, str], SweepBase] = {}
"""The base of this process by store and sweep, loaded once; a worker serves one sweep at a time."""


def _answer_chunk(question: SweepQuestion, key: str, scenarios: tuple[Scenario, ...]) -> int:
    """Answers and stores; the number of scenarios, answered by whomever."""
    base = _base_of(question, key)
    found = [
        _stored(key, scenario, base.price(scenario) if _is_only_priced(question, scenario) else base.answer(scenario))
        for scenario in scenarios
    ]
    base.ground.planner.store.add_outcomes(tuple(found))
    return len(scenarios)


def _is_only_priced(question: SweepQuestion, scenario: Scenario) -> bool:
    return question.is_priced and scenario.name != BASE


def _base_of(question: SweepQuestion, key: str) -> SweepBase:
    place = (question.database, key)
    if place not in _bases:
        ground = open_ground(open_planner(question.database), question.request, question.folder)
        if sweep_key(ground, is_priced=question.is_priced) != key:
            raise FindingsError((finding("sweep.other_ground"),))
        _bases.clear()
        _bases[place] = open_base(ground, shared_start(ground.planner.store, key, ground))
    return _bases[place]


def _stored(key: str, scenario: Scenario, answer: ScenarioAnswer) -> StoredOutcome:
    firms = BytesIO()
    if not answer.firms.empty:
        answer.firms.to_parquet(firms, index=False, compression="zstd")
    return StoredOutcome(
        sweep_key=key,
        scenario_key=scenario_key(scenario),
        outcome=json.dumps(answer.outcome.as_json(), ensure_ascii=False, sort_keys=True, allow_nan=False),
        firms=firms.getvalue(),
        answered_at=datetime.now(BEIJING),
    )


def _answer(stored: StoredOutcome) -> ScenarioAnswer:
    outcome = ScenarioOutcome.from_json(json.loads(stored.outcome))
    firms = pd.read_parquet(BytesIO(stored.firms)) if stored.firms else pd.DataFrame(columns=list(FIRM_COLUMNS))
    return ScenarioAnswer(outcome=outcome, firms=firms)
