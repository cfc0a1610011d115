"""PostgreSQL itself is killed, all its processes at one blow: what it acknowledged is there when it is up again."""

import os
import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from planner.service import Planner
from planner.store import open_store, upgrade
from planner.terms import Level
from tests.service.desk.children import ACTS, STOPPED, acting_until_killed
from tests.service.desk.made import NOW, keep_plan
from tests.service.desk.test_kill import LONGEST_SECONDS, SEED, assert_acknowledged, assert_whole
from tests.store.made import MIGRATIONS
from tests.store.server import PrivateServer, fresh_database, running_server, server_programs

TOLD_THEN = {"store.server.unreachable", "store.database.failed"}


@pytest.fixture
def server() -> Iterator[PrivateServer]:
    """A server of this test alone, which writes to the disk before it says that it did."""
    programs = server_programs()
    if programs is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("apt-get install postgresql")
    with running_server(programs, fsync=True) as running:
        yield running


def test_a_server_killed_at_each_act_loses_nothing_that_it_acknowledged(
    server: PrivateServer, shipped: Planner
) -> None:
    address, moments = fresh_database(server.address), random.Random(SEED)  # noqa: S311 - moments, no secrets
    upgrade(address, MIGRATIONS)
    planner = replace(shipped, store=open_store(address, MIGRATIONS))
    for digest in (shipped.rulebook.sha256, "a" * 64):
        planner.store.add_rules(digest, "{}", NOW)
    assert (keep_plan(planner, Level.YELLOW), keep_plan(planner, Level.ORANGE)) == (1, 2)
    for act in sorted(ACTS):
        told = acting_until_killed(address, act, act, moments.uniform(0.0, LONGEST_SECONDS), server.kill)
        server.start()
        done = [item for item in told if item[0] != STOPPED]
        assert done
        assert {code for word, code in told if word == STOPPED} <= TOLD_THEN
        assert_acknowledged(planner, act, done)
        assert_whole(planner)
    planner.store.close()
