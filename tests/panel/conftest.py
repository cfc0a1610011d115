"""One plan of the demo city for all tests of the panel, and its phrasebooks."""

from datetime import date

import pytest

from planner.panel import Names, make_names
from planner.plan import PlanDocument
from planner.service import Planner, PlanRequest, open_planner
from planner.terms import Level, Mode, Phrasebook

ON = date(2026, 11, 23)


@pytest.fixture(scope="session")
def planner(tmp_path_factory: pytest.TempPathFactory) -> Planner:
    return open_planner(f"sqlite:///{tmp_path_factory.mktemp('panel_store') / 'planner.db'}")


@pytest.fixture(scope="session")
def document(planner: Planner) -> PlanDocument:
    """The orange plan in fill: every cut met."""
    outcome = planner.plan(PlanRequest(city="changzhi", level=Level.ORANGE, mode=Mode.FILL, on=ON))
    assert outcome.document is not None
    return outcome.document


@pytest.fixture(scope="session")
def filed(planner: Planner) -> PlanDocument:
    """The red plan as filed: cuts are missed."""
    outcome = planner.plan(PlanRequest(city="changzhi", level=Level.RED, mode=Mode.FILED, on=ON))
    assert outcome.document is not None
    return outcome.document


@pytest.fixture(scope="session")
def chinese(planner: Planner) -> Phrasebook:
    return planner.phrasebook("zh-CN")


@pytest.fixture(scope="session")
def english(planner: Planner) -> Phrasebook:
    return planner.phrasebook("en")


@pytest.fixture(scope="session")
def names(planner: Planner, chinese: Phrasebook) -> Names:
    return make_names(planner.city("changzhi"), planner.rulebook.industries, chinese)
