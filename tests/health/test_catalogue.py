"""Every sentence that people read has a Chinese one."""

import pytest

from tests.catalogue import (
    CATALOGUE,
    extracted_sentences,
    gaps,
    marked_literals,
    placeholders,
    renewed,
    speaking_sources,
)
from tests.project import calls_of, literal, relative, syntax


def test_every_sentence_is_translated_with_the_same_placeholders() -> None:
    assert not gaps(), "\n".join(gaps())


def test_the_catalogue_is_written_as_its_command_writes_it() -> None:
    assert CATALOGUE.read_bytes() == renewed({}), "run `uv run python -m tests.catalogue`"


def test_babel_finds_every_marked_sentence() -> None:
    found = extracted_sentences()
    hidden = [f"{places[0]}: {said!r}" for said, places in marked_literals().items() if said not in found]
    assert not hidden, "Babel cannot see these, take them out of the f-string:\n" + "\n".join(hidden)


def test_markers_hold_literals_only() -> None:
    offenders = [
        f"{relative(path)}:{call.lineno}"
        for path in speaking_sources()
        for call in calls_of("N_", syntax(path))
        if len(call.args) != 1 or literal(call.args[0]) is None
    ]
    assert not offenders, "N_ marks one string literal:\n" + "\n".join(offenders)


def test_braces_of_every_sentence_match() -> None:
    for sentence in extracted_sentences():
        assert all(name.isidentifier() for name in placeholders(sentence)), sentence


@pytest.mark.parametrize("sentence", ["{", "a } b"])
def test_a_stray_brace_is_noticed(sentence: str) -> None:
    with pytest.raises(ValueError, match=r"'[{}]'"):
        placeholders(sentence)
