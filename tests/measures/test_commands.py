"""The commands that read free text."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from planner.errors import FindingsError
from planner.service.commands.command_line import app
from planner.service.phrase_files import read_phrases


def run(*arguments: str) -> Result:
    """What a command prints and how it ends."""
    return CliRunner().invoke(app, list(arguments))


def phrase_file(folder: Path, *entries: dict[str, object]) -> Path:
    """A file of labelled phrases."""
    path = folder / "phrases.jsonl"
    path.write_text("\n".join(json.dumps(item, ensure_ascii=False) for item in entries), "utf-8")
    return path


def entry(phrase: str, **meaning: object) -> dict[str, object]:
    """One labelled phrase."""
    return {"phrase": phrase, "meaning": meaning}


def test_the_check_counts_right_unread_and_wrong(tmp_path: Path) -> None:
    right, wrong = entry("停产", kind="halt", share_cut=1.0), entry("限产30%", kind="limit_share", share_cut=0.7)
    unread = entry("限产20%或停产", kind="limit_share", share_cut=0.2)
    result = run("measures", "check", str(phrase_file(tmp_path, right, wrong, unread)), "--json")
    document = json.loads(result.stdout)
    assert (document["right"], document["wrong"], document["unread"], result.exit_code) == (1, 1, 1, 1)
    assert [item["differences"] for item in document["results"]] == [[], ["share_cut"], []]


def test_the_key_may_be_called_structured(tmp_path: Path) -> None:
    path = phrase_file(tmp_path, {"phrase": "停产", "structured": {"kind": "halt", "share_cut": 1}})
    assert run("measures", "check", str(path)).exit_code == 0


def test_a_reading_is_given_in_the_keys_of_the_file() -> None:
    document = json.loads(run("measures", "read", "限产50%以上，以生产线计", "--level", "orange", "--json").stdout)
    meaning = document["meaning"]
    assert (meaning["kind"], meaning["share_cut"], meaning["count_or_capacity"]) == ("limit_share", 0.5, "count")
    assert document["level"] == "orange"


def test_what_is_not_read_has_no_meaning_and_a_finding() -> None:
    result = run("measures", "read", "停产；限产20%或停产", "--json")
    document = json.loads(result.stdout)
    assert (document["meaning"], result.exit_code) == (None, 1)
    assert [item["code"] for item in document["findings"]] == ["measures.text.unread"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "measures.file.not_json"),
        ("[]", "measures.file.no_phrase"),
        ('{"phrase": "停产"}', "measures.file.no_meaning"),
        ('{"phrase": "停产", "meaning": {"kind": "stop"}}', "measures.file.unknown_kind"),
        ('{"phrase": "停产", "meaning": {"kind": "halt", "share_cut": "1"}}', "measures.file.not_a_number"),
        ("", "measures.file.empty"),
    ],
)
def test_a_broken_line_is_a_finding(tmp_path: Path, line: str, code: str) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text(line, "utf-8")
    with pytest.raises(FindingsError) as stopped:
        read_phrases(path)
    assert [item.code for item in stopped.value.findings] == [code]
