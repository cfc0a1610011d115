"""How lists of any shape were read: answers about their columns, and the workbooks that versions come from."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, insert, select

from planner.store.contents import unpacked
from planner.store.lists import add_content, add_version
from planner.store.records import ListVersion, NewList
from planner.store.tables import LIST_ANSWERS, LIST_CONTENTS, LIST_ORIGINALS

__all__ = ["ListOriginal", "StoredAnswer", "add_answer", "add_list_read", "answers_of", "original_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnswer:
    """What somebody said about the columns of a template.

    Attributes:
        template: fingerprint of the template's headers.
        text: the answer, JSON as it was written.
    """

    city: str
    template: str
    text: str
    recorded_at: datetime
    answered_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOriginal:
    """The workbook that a list version was read from; `answers` are those by which it was read, JSON."""

    content: bytes
    answers: str


def add_answer(connection: Connection, answer: StoredAnswer) -> None:
    """Keeps the answer behind all earlier ones."""
    connection.execute(
        insert(LIST_ANSWERS).values(
            city=answer.city,
            template=answer.template,
            text=answer.text,
            answered_by=answer.answered_by,
            recorded_at=answer.recorded_at,
        )
    )


def answers_of(connection: Connection, city: str) -> tuple[StoredAnswer, ...]:
    """The newest answer about each template of a city, by template."""
    columns = LIST_ANSWERS.c
    newest: dict[str, StoredAnswer] = {}
    for row in connection.execute(select(LIST_ANSWERS).where(columns.city == city).order_by(columns.answer_id)):
        newest[row.template] = StoredAnswer(
            city=row.city,
            template=row.template,
            text=row.text,
            recorded_at=row.recorded_at,
            answered_by=row.answered_by,
        )
    return tuple(newest[template] for template in sorted(newest))


def add_list_read(connection: Connection, new: NewList, original: ListOriginal) -> ListVersion:
    """The next version, or the newest where it reads the same; its workbook is kept with it once."""
    version = add_version(connection, new)
    columns = LIST_ORIGINALS.c
    known = select(columns.version).where(columns.city == new.city, columns.version == version.version)
    if connection.execute(known).one_or_none() is None:
        digest = sha256(original.content).hexdigest()
        add_content(connection, original.content, digest)
        values = {"city": new.city, "version": version.version, "sha256": digest, "answers": original.answers}
        connection.execute(insert(LIST_ORIGINALS).values(values))
    return version


def original_of(connection: Connection, city: str, version: int) -> ListOriginal | None:
    """The workbook of a version."""
    columns = LIST_ORIGINALS.c
    query = select(LIST_CONTENTS.c.content_zlib, columns.answers).select_from(LIST_ORIGINALS).join(LIST_CONTENTS)
    row = connection.execute(query.where(columns.city == city, columns.version == version)).one_or_none()
    content = None if row is None else unpacked(row.content_zlib)
    return None if row is None or content is None else ListOriginal(content=content, answers=row.answers)
