"""What a city writes over and under its papers, read from `letterhead.toml` in its folder of templates."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from planner.errors import FindingsError, finding

__all__ = ["Department", "Letterhead", "read_letterhead"]

FILE = "letterhead.toml"
TITLES = ("start", "change", "release", "issue", "adjust", "lift")


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """A department of the city and the sectors whose orders go to it (Sector values)."""

    name: str
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Names and numbers that stand on every paper of a city; '{city}' in a text is the city's name.

    Attributes:
        duty_phone: of the office, '' where the city has not given one: papers leave a line to write it on.
        addressee: of a county, '{county}' its name.
        titles: (kind, title) of orders and notices.
        cap_sender: of exchange messages; `cap_code` unit code, GB/T 35965.1, behind the code of the city.
    """

    authority: str
    office: str
    duty_phone: str
    supervision_phone: str
    document_prefix: str
    plan_name: str
    addressee: str
    titles: tuple[tuple[str, str], ...]
    departments: tuple[Department, ...]
    copies_to: tuple[str, ...]
    cap_sender: str
    cap_code: str
    cap_event: str

    def title(self, kind: str) -> str:
        """The title of an order or notice of a kind."""
        return dict(self.titles)[kind]


def read_letterhead(folder: Path, city: str) -> Letterhead:
    """The letterhead of a folder of templates, with the city's name put in.

    Raises:
        FindingsError: where the file cannot be read or a key is missing.
    """
    path = folder / FILE
    try:
        body = tomllib.loads(path.read_text(encoding="utf-8").replace("{city}", city))
        return Letterhead(
            authority=str(body["authority"]),
            office=str(body["office"]),
            duty_phone=str(body["duty_phone"]),
            supervision_phone=str(body["supervision_phone"]),
            document_prefix=str(body["document_prefix"]),
            plan_name=str(body["plan_name"]),
            addressee=str(body["addressee"]),
            titles=tuple((name, str(body["titles"][name])) for name in TITLES),
            departments=tuple(
                Department(name=str(item["name"]), sectors=tuple(item["sectors"])) for item in body["departments"]
            ),
            copies_to=tuple(str(item) for item in body["copies_to"]),
            cap_sender=str(body["cap"]["sender"]),
            cap_code=str(body["cap"]["code"]),
            cap_event=str(body["cap"]["event"]),
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise FindingsError((finding("papers.letterhead.unreadable", value=error, file=FILE),)) from error
