"""Exchange messages are valid CAP 1.2 and refer to what came before."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema

from planner.episode import AreaLevel, Round
from planner.orders.papers import CapMessage, CapWords, cap_xml
from planner.terms import Level
from tests.orders.papers.made import START, at, chinese, letterhead, terms
from tests.orders.toy_orders import META

SCHEMA = xmlschema.XMLSchema(str(Path(__file__).parents[1] / "schema" / "CAP-v1.2.xsd"))
SPACE = {"c": "urn:oasis:names:tc:emergency:cap:1.2"}
FIRST = ("14040000000000_20261130113000_0", at(3.5))


def message(round_: Round = Round.ISSUE, **changes: object) -> CapMessage:
    base = CapMessage(round=round_, terms=terms(), sent=at(3.5), is_signed=True, is_exercise=False, reason="会商")
    return replace(base, **changes)


def written(said: CapMessage) -> bytes:
    words = CapWords(city_code="140400", letterhead=letterhead(), meta=META, phrasebook=chinese())
    return cap_xml(said, words)


def read(said: CapMessage, path: str) -> list[str]:
    root = ET.fromstring(written(said))  # noqa: S314 - written above
    return [item.text or "" for item in root.findall(path, SPACE)]


@pytest.mark.parametrize("round_", list(Round))
@pytest.mark.parametrize("state", [(True, False), (False, False), (True, True)])
def test_every_message_is_valid_against_the_schema(round_: Round, state: tuple[bool, bool]) -> None:
    said = message(round_, is_signed=state[0], is_exercise=state[1], before=() if round_ is Round.ISSUE else (FIRST,))
    SCHEMA.validate(BytesIO(written(said)))


def test_the_schema_refuses_what_is_no_message() -> None:
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        SCHEMA.validate(BytesIO(written(message()).replace(b"Actual", b"Live")))


def test_update_and_cancel_refer_to_all_before_with_sender_identifier_and_time() -> None:
    second = ("14040000000000_20261201000000_0", at(16))
    references = read(message(Round.LIFT, before=(FIRST, second)), "c:references")[0].split(" ")
    sender = letterhead().cap_sender
    assert references[0] == f"{sender},14040000000000_20261130113000_0,2026-11-30T11:30:00+08:00"
    assert len(references) == 2


def test_the_identifier_is_that_of_gb_t_35965() -> None:
    assert read(message(), "c:identifier") == ["14040000000000_20261130113000_0"]


@pytest.mark.parametrize(("signed", "exercise", "status"), [(1, 0, "Actual"), (0, 0, "Draft"), (0, 1, "Exercise")])
def test_only_a_signed_live_message_is_actual(signed: int, exercise: int, status: str) -> None:
    assert read(message(is_signed=bool(signed), is_exercise=bool(exercise)), "c:status") == [status]


def test_an_exercise_is_never_for_the_public() -> None:
    assert read(message(is_exercise=True), "c:scope") == ["Restricted"]


def test_areas_at_different_levels_stand_in_blocks_of_their_own() -> None:
    red = AreaLevel(level=Level.RED, counties=("140403",))
    said = message(terms=terms(Level.ORANGE, red))
    assert read(said, "c:info/c:severity") == ["Severe", "Extreme"]
    assert read(said, "c:info/c:area/c:geocode/c:value") == ["140400", "140403"]


def test_an_open_end_does_not_expire_and_a_lifting_is_all_clear() -> None:
    assert read(message(), "c:info/c:expires") == []
    closed = replace(terms(), end=START)
    assert read(message(terms=closed), "c:info/c:expires") == ["2026-12-01T12:00:00+08:00"]
    assert read(message(Round.LIFT, before=(FIRST,)), "c:info/c:responseType") == ["AllClear"]
