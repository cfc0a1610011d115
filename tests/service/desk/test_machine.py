"""Any requests in any order at a real desk: stale, repeated, by anybody, reopened; illegal steps change nothing."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from planner.episode import ActKind, AreaLevel, Channel, Notice, Office, Role, Signature, legal_acts, may
from planner.errors import FindingsError
from planner.service.desk import DeskOutcome, Person, WarningView, check_trace
from planner.store import Desk, Store, StoredAccount, open_store, upgrade
from planner.terms import LEVELS, Level
from tests.service.desk.children import RULEBOOK, desk_at
from tests.service.desk.made import NOW, SHARES, ask, stored_plan, terms
from tests.store.made import MIGRATIONS
from tests.store.ready import copied_postgresql
from tests.store.server import fresh_database

COUNTY = "140404"
STAFF = tuple(Person(name=f"{role}{code}", role=role, county_code=code) for role in Role for code in ("", COUNTY))
STRANGERS = (Person(name="nobody", role=Role.ISSUER), Person(name="viewer", role=Role.ISSUER))
KEYS = ("", "", "", "one", "two")


class DeskWalk(RuleBasedStateMachine):
    """One warning at a desk, asked by anybody for anything."""

    ready: str
    """The address of a SQLite file, or of a database of PostgreSQL, with accounts and plans in it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.address = copied(self.ready, Path(self.folder.name) / "planner.db")
        self.open()

    def open(self) -> None:
        self.store: Store = open_store(self.address, MIGRATIONS)
        self.desk = desk_at(self.store)

    @initialize()
    def consult(self) -> None:
        outcome = ask(self.desk, ActKind.CONSULT, person=STAFF[2])
        assert outcome.warning is not None
        self.number = outcome.warning.warning_id
        self.answers: dict[str, DeskOutcome] = {}
        self.length = len(self.desk.trace())

    @rule(
        kind=st.sampled_from(list(ActKind)[1:]),
        person=st.sampled_from((*STAFF, *STRANGERS)),
        level=st.sampled_from(LEVELS[:2]),
        key=st.sampled_from(KEYS),
        behind=st.sampled_from((None, 0, 0, 1, 5)),
        flags=st.tuples(st.booleans(), st.booleans(), st.booleans()),
    )
    def anything(
        self, kind: ActKind, person: Person, level: Level, key: str, behind: int | None, flags: tuple[bool, bool, bool]
    ) -> None:
        self.ask(kind, person, level, key, behind, flags)

    @rule(level=st.sampled_from(LEVELS[:2]), flags=st.tuples(st.booleans(), st.just(False), st.just(True)))
    def the_likeliest_step(self, level: Level, flags: tuple[bool, bool, bool]) -> None:
        """What leads on, by somebody who may: else chance would seldom reach an issue."""
        legal = legal_acts(self.desk.view(self.number).warning)
        if legal:
            person = next(item for item in reversed(STAFF) if not item.county_code and may(item.role, legal[0]))
            self.ask(legal[0], person, level, "", None, flags)

    @rule()
    def close_and_come_back(self) -> None:
        self.store.close()
        self.open()

    def ask(self, kind, person, level, key, behind, flags) -> None:
        drill, lifted, late = flags
        before = self.desk.view(self.number)
        wanted = before.warning.terms.levels if before.warning.terms else (level,)
        channel = Channel.TELEPHONE if drill else Channel.PAPER
        more = {
            "terms": terms(level, areas=(AreaLevel(level=level, counties=(COUNTY,) if drill else ()),)),
            "plan_ids": tuple(LEVELS.index(item) + 1 for item in wanted),
            "signature": Signature(
                signer="赵", office=Office.MAYOR, channel=channel, signed_at=NOW, paper_due=NOW if drill else None
            ),
            "notice": Notice(issuer="省", number="1", level=level, start=NOW, lifted=lifted),
            "is_lift": late and before.warning.in_force is not None,
            "merged_into": "changzhi-2026-999",
            "version": None if behind is None else before.warning.version - behind,
            "key": key,
        }
        try:
            outcome = ask(self.desk, kind, self.number, person=person, **more)
        except FindingsError as error:
            self.is_reused(key, error)
            self.refused(before)
            return
        self.judge(kind, person, key, behind, before, outcome)

    def is_reused(self, key: str, error: FindingsError) -> None:
        assert [item.code for item in error.findings] == ["warning.key_reused"]
        assert key in self.answers

    def judge(self, kind, person, key, behind, before: WarningView, outcome: DeskOutcome) -> None:
        if key in self.answers:
            assert outcome == self.answers[key]
            assert self.desk.view(self.number) == before
            return
        if not outcome.is_done:
            self.refused(before)
            return
        assert kind in legal_acts(before.warning)
        assert may(person.role, kind)
        assert person in STAFF
        assert behind in (None, 0)
        after = self.desk.view(self.number)
        assert after.warning == outcome.warning
        assert after.acts[:-1] == before.acts
        assert after.orders[: len(before.orders)] == before.orders
        assert len(after.orders) - len(before.orders) == outcome.orders
        assert (kind in (ActKind.ISSUE, ActKind.ADJUST, ActKind.LIFT)) or outcome.orders == 0
        self.grown("done")
        if key:
            self.answers[key] = outcome

    def refused(self, before: WarningView) -> None:
        assert self.desk.view(self.number) == before
        self.grown("refused")

    def grown(self, outcome: str) -> None:
        trace = self.desk.trace()
        self.length += 1
        assert (len(trace), trace[-1].outcome) == (self.length, outcome)

    @invariant()
    def the_trace_is_whole(self) -> None:
        assert check_trace(self.store)[2] is None

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


def copied(ready: str, path: Path) -> str:
    """The address of a copy of a database; on SQLite at a path."""
    if not ready.startswith("sqlite"):
        return copied_postgresql(ready)
    shutil.copy(ready.removeprefix("sqlite:///"), path)
    return f"sqlite:///{path}"


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def walk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> type[DeskWalk]:
    """The walk over copies of one store with accounts and plans in it, on each engine."""
    path = tmp_path_factory.mktemp("machine") / "planner.db"
    at_server = request.param == "postgresql"
    ready = fresh_database(request.getfixturevalue("postgresql_server")) if at_server else f"sqlite:///{path}"
    upgrade(ready, MIGRATIONS)
    store = open_store(ready, MIGRATIONS)
    store.add_rules(RULEBOOK.sha256, "{}", NOW)
    for level in SHARES:
        store.add_plan(stored_plan(level, RULEBOOK.sha256))

    def work(desk: Desk) -> None:
        for item in STAFF:
            account = {"name": item.name, "role": item.role, "county_code": item.county_code}
            desk.put_account(StoredAccount(password_hash="", **account))

    store.at_desk(work)
    store.close()
    return type("Walk", (DeskWalk,), {"ready": ready})


def test_illegal_steps_never_change_anything(walk: type[DeskWalk]) -> None:
    runs = 10 if walk.ready.startswith("sqlite") else 4
    run_state_machine_as_test(walk, settings=settings(max_examples=runs, stateful_step_count=25, deadline=None))


@pytest.mark.slow
def test_illegal_steps_never_change_anything_in_ten_thousand_steps(walk: type[DeskWalk]) -> None:
    run_state_machine_as_test(walk, settings=settings(max_examples=200, stateful_step_count=50, deadline=None))
