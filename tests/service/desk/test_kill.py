"""kill -9 in the middle: what was acknowledged is there, nothing is half-written, and the trace is whole."""

import random

import pytest

from planner.episode import ActKind
from planner.service import Planner
from planner.service.desk import check_trace
from planner.service.desk.frozen import frozen_lines
from planner.store import Desk
from planner.terms import Level
from tests.service.desk.children import ACTS, acting_until_killed, desk_at
from tests.service.desk.made import CITY, keep_plan

FEW, MANY, LONGEST_SECONDS = {"sqlite": 10, "postgresql": 5}, 500, 0.06
SEED = 20_261_123


@pytest.fixture
def ready(planner: Planner) -> Planner:
    """A store with the plans that are issued."""
    assert (keep_plan(planner, Level.YELLOW), keep_plan(planner, Level.ORANGE)) == (1, 2)
    planner.store.add_rules("a" * 64, "{}", planner.store.plan(1).created_at)
    return planner


def assert_acknowledged(planner: Planner, act: str, told: list[tuple[str, str]]) -> None:
    """Everything that a dead process told of."""
    store = planner.store
    if act == "import":
        versions = [item.version for item in store.list_versions(CITY)]
        assert versions == list(range(1, len(versions) + 1))
        assert all(store.list_content(CITY, int(number)) for _, number in told)
    elif act == "plan":
        assert all(store.plan(int(number)) is not None for _, number in told)
    else:
        desk = desk_at(store)
        assert all(desk.view(number).warning.version >= int(version) for number, version in told)


def assert_whole(planner: Planner) -> None:
    """Each act stands with its line in the trace and with all of its orders, or not at all."""
    desk, trace = desk_at(planner.store), planner.store.look_at_desk(lambda desk: desk.trace())
    done = [(item.subject, item.action) for item in trace if item.outcome == "done"]
    acts = []
    for warning in desk.warnings():
        view = desk.view(warning.warning_id)
        acts += [(warning.warning_id, f"warning.{act.kind}") for act in view.acts]
        assert_orders(planner, view.warning.warning_id)
    assert sorted(done) == sorted(acts)
    assert check_trace(planner.store)[2] is None


def assert_orders(planner: Planner, number: str) -> None:
    view = desk_at(planner.store).view(number)
    issues = [act for act in view.acts if act.kind in (ActKind.ISSUE, ActKind.ADJUST, ActKind.LIFT)]
    assert {item.version for item in view.orders} == set(range(1, len(issues) + 1))
    first = {item.owner for item in view.orders if item.version == 1}
    if len(issues) == 0:
        return

    def owners(desk: Desk) -> set[str]:
        attached = next(act for act in view.acts if act.kind is ActKind.ATTACH)
        proposed = next(act for act in view.acts if act.kind is ActKind.PROPOSE)
        return {line.owner for line in frozen_lines(desk, proposed.terms, attached.plans)}

    assert first == planner.store.look_at_desk(owners)


def kill_and_look(planner: Planner, address: str, act: str, kills: int) -> int:
    """How many things the killed processes told of, all of them found again."""
    moments, count = random.Random(SEED), 0  # noqa: S311 - moments, no secrets
    for turn in range(kills):
        told = acting_until_killed(address, act, f"{turn}", moments.uniform(0.0, LONGEST_SECONDS))
        assert_acknowledged(planner, act, told)
        count += len(told)
    assert_whole(planner)
    return count


@pytest.mark.parametrize("act", sorted(ACTS))
def test_a_few_killed_processes_leave_only_whole_acts(ready: Planner, address: str, act: str) -> None:
    kills = FEW[address.partition(":")[0].partition("+")[0]]
    assert kill_and_look(ready, address, act, kills) >= kills


@pytest.mark.slow
@pytest.mark.parametrize("act", sorted(ACTS))
def test_hundreds_of_killed_processes_leave_only_whole_acts(ready: Planner, address: str, act: str) -> None:
    assert kill_and_look(ready, address, act, MANY) >= MANY
