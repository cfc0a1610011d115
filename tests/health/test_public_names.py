"""Each room says at its door what it takes, gives and may import, and what it offers."""

import importlib
import inspect
from pathlib import Path
from types import ModuleType

import pytest

from tests.project import PACKAGE

ROOMS = sorted(".".join(path.parent.relative_to(PACKAGE.parent).parts) for path in PACKAGE.glob("*/**/__init__.py"))
DOCSTRING_LINES = 3


def by_kind(name: str) -> tuple[int, str]:
    """The order that ruff's RUF022 keeps: constants, then classes, then functions."""
    if name.isupper():
        return 0, name
    return (1, name) if name[:1].isupper() else (2, name)


@pytest.fixture(params=ROOMS)
def room(request: pytest.FixtureRequest) -> ModuleType:
    return importlib.import_module(request.param)


def test_every_folder_of_the_package_is_a_room_with_a_door() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert not sorted(str(folder) for folder in folders if not (Path(folder) / "__init__.py").exists())


def test_a_room_says_what_it_takes_gives_and_imports(room: ModuleType) -> None:
    lines = (inspect.getdoc(room) or "").splitlines()
    assert len(lines) >= DOCSTRING_LINES, "what it is, a blank line, what it takes, gives and may import"
    assert "import" in " ".join(lines).lower()


def test_public_names_are_sorted_and_unique(room: ModuleType) -> None:
    assert list(room.__all__) == sorted(set(room.__all__), key=by_kind)


def test_public_names_exist(room: ModuleType) -> None:
    assert not [name for name in room.__all__ if not hasattr(room, name)]


def test_no_public_name_hides_behind_an_underscore(room: ModuleType) -> None:
    assert not [name for name in room.__all__ if name.startswith("_")]
