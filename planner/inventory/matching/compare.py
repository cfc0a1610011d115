"""A list beside a register: joined, asked, missing on either side, and what differs."""

from collections.abc import Iterable, Iterator
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding, Place, Severity, finding
from planner.inventory.firm_names import firm_cores
from planner.inventory.matching.list_register import list_register
from planner.inventory.matching.match import match_parties
from planner.inventory.matching.records import Decision, Matching, PlaceName, RegisterKind
from planner.inventory.matching.register_records import QUANTITIES, Comparison, Register
from planner.inventory.records import Inventory

__all__ = ["compare_register"]

FURTHEST_SHARE = {"kilograms": 0.2, "electricity": 0.3}
"""By how much two sources may differ, as a share of the larger figure, before it is told."""

PERMIT_ROOM = 1.02
_TEXTS = {"county": "county", "permit": "permit", "grade": "grade"}


def compare_register(
    inventory: Inventory,
    register: Register,
    on: date,
    places: tuple[PlaceName, ...] = (),
    decisions: tuple[Decision, ...] = (),
) -> Comparison:
    """Who of the list stands in the register and who not, and what differs between joined firms.

    Args:
        inventory: the checked list.
        register: the other source.
        on: the day on which a permit must still be valid.
        places: spellings of the city's counties.
        decisions: a person's words on pairs.
    """
    listed = list_register(inventory).frame
    matching = match_parties(listed, register.frame, places, decisions)
    sides = (listed.set_index("key", drop=False), register.frame.set_index("key", drop=False))
    differences = pd.concat(list(_differences(matching, sides, register, on)), ignore_index=True)
    findings = (
        *_of_differences(differences, sides[0], inventory.file, register),
        *_of_unsure(matching, sides, inventory.file, register),
        *_of_missing(matching, sides, inventory.file, register),
    )
    return Comparison(
        kind=register.kind,
        file=register.file,
        matching=matching,
        listed=sides[0],
        registered=sides[1],
        differences=differences,
        findings=findings,
    )


def _differences(
    matching: Matching, sides: tuple[pd.DataFrame, pd.DataFrame], register: Register, on: date
) -> Iterator[pd.DataFrame]:
    sure = matching.sure
    named = zip(sides, ("left", "right"), strict=True)
    here, there = (side.loc[sure[name].tolist()].reset_index(drop=True) for side, name in named)
    other_name = firm_cores(here["name"]).to_numpy() != firm_cores(there["name"]).to_numpy()
    yield _told(here, there, "name", other_name)
    given = ((here["code"] != "") & (there["code"] != "")).to_numpy()
    yield _told(here, there, "code", given & (here["code"] != there["code"]).to_numpy())
    for name in _TEXTS:
        both = ((here[name] != "") & (there[name] != "")).to_numpy()
        apart = [one not in other and other not in one for one, other in zip(here[name], there[name], strict=True)]
        yield _told(here, there, name, both & np.array(apart, dtype=np.bool_))
    unpermitted = ((here["permit"] == "") & (there["permit"] != "")).to_numpy()
    yield _told(here, there, "permit_missing", unpermitted, "permit")
    ended = ((there["valid_to"] != "") & (there["valid_to"] < on.isoformat())).to_numpy()
    yield _told(here, there, "permit_ended", ended, "valid_to")
    for name in QUANTITIES:
        yield _amounts(here, there, name, register.kind)


def _told(
    here: pd.DataFrame, there: pd.DataFrame, what: str, where: npt.NDArray[np.bool_], column: str = ""
) -> pd.DataFrame:
    values = {"of_list": here[column or what][where].to_numpy(), "of_register": there[column or what][where].to_numpy()}
    keys = {"left": here["key"][where].to_numpy(), "right": there["key"][where].to_numpy()}
    return pd.DataFrame({**keys, "what": what, **values}).astype("str")


def _amounts(here: pd.DataFrame, there: pd.DataFrame, name: str, kind: RegisterKind) -> pd.DataFrame:
    """Amounts too far apart; a permit is a ceiling, every other source a figure of the same thing."""
    listed, stated = (side[name].to_numpy(dtype=np.float64) for side in (here, there))
    if kind is RegisterKind.PERMITS:
        far, what = listed > stated * PERMIT_ROOM, f"{name}_above_permit"
    else:
        most = FURTHEST_SHARE["electricity" if name == "electricity" else "kilograms"]
        far, what = np.abs(listed - stated) > most * np.fmax(listed, stated), f"{name}_differs"
    rounded = [side.assign(**{name: side[name].map("{:.0f}".format)}) for side in (here, there)]
    return _told(rounded[0], rounded[1], what, far & (listed > 0) & np.isfinite(stated), name)


def _of_differences(
    differences: pd.DataFrame, listed: pd.DataFrame, file: str, register: Register
) -> Iterator[Finding]:
    for item in differences.itertuples(index=False):
        firm = _row(listed, str(item.left))
        yield finding(
            "register.differs",
            Severity.NOTE if item.what == "name" else Severity.WARNING,
            _place(firm, file),
            value=item.of_list,
            name=firm["name"],
            difference=item.what,
            other=item.of_register,
            register=register.kind,
        )


def _of_unsure(
    matching: Matching, sides: tuple[pd.DataFrame, pd.DataFrame], file: str, register: Register
) -> Iterator[Finding]:
    for item in matching.unsure.itertuples(index=False):
        here, there = _row(sides[0], str(item.left)), _row(sides[1], str(item.right))
        yield finding(
            "register.unsure",
            Severity.WARNING,
            _place(here, file),
            value=here["name"],
            other=there["name"],
            other_row=there["row"],
            score=f"{item.score:.2f}",
            register=register.kind,
        )


def _of_missing(
    matching: Matching, sides: tuple[pd.DataFrame, pd.DataFrame], file: str, register: Register
) -> Iterable[Finding]:
    for key in matching.right_only:
        firm = _row(sides[1], key)
        where = _place(firm, register.file)
        yield finding("register.not_listed", Severity.WARNING, where, value=firm["name"], register=register.kind)
    for key in matching.left_only:
        firm = _row(sides[0], key)
        yield finding(
            "register.not_registered", Severity.WARNING, _place(firm, file), value=firm["name"], register=register.kind
        )


def _row(parties: pd.DataFrame, key: str) -> pd.Series:
    return parties.iloc[int(parties.index.get_indexer(pd.Index([key]))[0])]


def _place(firm: pd.Series, file: str) -> Place:
    return Place(file=file, sheet=str(firm["sheet"]), row=int(firm["row"]), column="")
