"""The project's own phrases: each read as labelled, none guessed, none taken from anywhere."""

import json
from pathlib import Path

from planner.measures import Verdict, compare_phrase, read_text
from planner.service.phrase_files import read_phrases

FOLDER = Path(__file__).parent
CORPUS = FOLDER / "corpus.jsonl"
ENOUGH = 300


def unreadable() -> list[str]:
    """Phrases that a person has to look at."""
    return (FOLDER / "unread.txt").read_text("utf-8").splitlines()


def test_every_phrase_of_the_corpus_is_read_as_labelled() -> None:
    compared = [compare_phrase(item) for item in read_phrases(CORPUS)]
    offenders = [(item.labelled.phrase, item.differences) for item in compared if item.verdict is not Verdict.RIGHT]
    assert not offenders


def test_the_corpus_holds_at_least_three_hundred_different_phrases() -> None:
    phrases = [json.loads(line)["phrase"] for line in CORPUS.read_text("utf-8").splitlines()]
    assert len(set(phrases)) == len(phrases) >= ENOUGH


def test_the_corpus_covers_every_kind() -> None:
    kinds = {json.loads(line)["meaning"]["kind"] for line in CORPUS.read_text("utf-8").splitlines()}
    assert len(kinds) == 16


def test_what_needs_a_person_stays_unread() -> None:
    assert not [phrase for phrase in unreadable() if read_text(phrase).is_read]


def test_an_unread_clause_names_the_word_in_its_way() -> None:
    reading = read_text("限产30%，不得超过设计产能的60%")
    assert [(item.phrase, item.in_the_way) for item in reading.unread] == [("限产30%，不得超过设计产能的60%", "60%")]


def test_none_of_the_phrases_that_are_not_yet_read_is_read_wrongly() -> None:
    compared = [compare_phrase(item) for item in read_phrases(FOLDER / "not_yet_read.jsonl")]
    assert not [item.labelled.phrase for item in compared if item.verdict is Verdict.WRONG]
