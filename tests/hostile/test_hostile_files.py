"""Whatever is sent in: refused in words, in little time and memory, by a child where it is a workbook."""

import resource
from pathlib import Path

import pytest

from planner.errors import Finding, FindingsError, has_errors
from planner.errors.sentences import tell
from planner.service.bootstrap import open_planner
from planner.service.list_uploads import ListUpload
from planner.service.planner import Planner
from planner.sources import read_meters
from planner.terms import Phrasebook
from tests.hostile.files import REFUSED, workbook

SECONDS, MEGABYTES = 2.0, 300


def seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(item.ru_utime + item.ru_stime for item in used)


def megabytes(name: str) -> int:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) // 1024


@pytest.fixture(scope="module")
def planner(tmp_path_factory: pytest.TempPathFactory) -> Planner:
    """A planner that has read a workbook before: what it loads at first is not counted."""
    ready = open_planner(f"sqlite:///{tmp_path_factory.mktemp('hostile') / 'planner.db'}")
    ListUpload(planner=ready, city="changzhi", name="x.xlsx", content=workbook()).check()
    return ready


def told(planner: Planner, path: Path, door: str) -> tuple[Finding, ...]:
    """What a door says of a file."""
    return planner.check_list(path, "changzhi").findings if door == "list" else read_meters(path)[1]


@pytest.mark.parametrize("door", ["list", "desk"])
@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_in_words_time_and_memory(
    name: str, door: str, planner: Planner, tmp_path: Path
) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(REFUSED[name]())
    Path("/proc/self/clear_refs").write_text("5", "utf-8")  # the peak is counted from here on
    begun, idle = seconds(), megabytes("VmRSS")
    findings = told(planner, path, door)
    assert has_errors(findings)
    assert all(all(tell(item, Phrasebook())) for item in findings)
    assert seconds() - begun < SECONDS
    assert megabytes("VmHWM") - idle < MEGABYTES


@pytest.mark.parametrize("name", ["zip bomb that lies", "billion laughs in a sheet", "a CSV row of a million cells"])
def test_nothing_that_was_refused_is_stored(name: str, planner: Planner, tmp_path: Path) -> None:
    before = planner.list_versions("changzhi")
    (tmp_path / "list").write_bytes(REFUSED[name]())
    with pytest.raises(FindingsError):
        planner.import_list(tmp_path / "list", "changzhi")
    assert planner.list_versions("changzhi") == before
