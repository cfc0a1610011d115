"""Use cases of lists of any shape: read with what is remembered of their templates, checked, imported, asked."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from planner.errors import Finding, FindingsError, Place, finding, has_errors
from planner.inventory import FieldDictionary, ListCodes, build_inventory
from planner.inventory.meaning import CodedName, ListMeaning, MeaningContext, estimate_missing, meaning_context
from planner.measures import read_filed
from planner.rules import CityOverlay, Rulebook, RulesInForce
from planner.service.law import Law
from planner.service.lists import check_list, import_list, list_codes
from planner.service.records import ListCheck
from planner.sources.process_factors import read_process_factors
from planner.sources.workbooks import (
    SheetAnswer,
    WorkbookList,
    answer_findings,
    answer_from_json,
    answer_to_json,
    read_mapping,
    read_workbook_list,
)
from planner.store import ListOriginal, ListVersion, NewList, Store, StoredAnswer
from planner.terms import BEIJING

__all__ = ["AS_IT_IS", "DAYS_RULE", "ListReader", "ReadingOptions", "list_reader", "reading_context"]

DAYS_RULE = "national.list.operating_days_per_year"
_DAYS_OF_YEAR = 365.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """How a list is to be read.

    Attributes:
        mapping: a file of answers about its columns; they are remembered when the list is imported.
        said: answers that were given elsewhere than in a file; they stand before the file's.
        by: who gave the answers.
        estimate: whether what is missing is filled from peers and conventions, marked as estimated.
        progress: told of each sheet that was read and its rows.
    """

    mapping: Path | None = None
    said: tuple[SheetAnswer, ...] = ()
    by: str = ""
    estimate: bool = False
    progress: Callable[[str, int], None] | None = None


AS_IT_IS = ReadingOptions()


def reading_context(rulebook: Rulebook, rules: RulesInForce, city: str) -> MeaningContext:
    """The names of a city and of the rules, and the days by which the rules in force divide a year's amounts."""
    overlay = rulebook.city(city)
    return meaning_context(
        overlay.code,
        (CodedName(code=area.code, name=area.name_zh) for area in overlay.areas),
        (CodedName(code=item.code, name=item.name_zh) for item in rulebook.industries),
        (
            CodedName(code=process.code, name=process.name_zh, parent=item.code)
            for item in rulebook.industries
            for process in item.sub_processes
        ),
        rules.number_or(DAYS_RULE, _DAYS_OF_YEAR),
    )


def list_reader(law: Law, city: CityOverlay, dictionary: FieldDictionary, on: date) -> "ListReader":
    """The reader of a city's lists, by its names and its rules in force on a day."""
    context = reading_context(law.rulebook, law.rules(city.slug, on), city.slug)
    codes = list_codes(law.rulebook, city.slug)
    return ListReader(store=law.store, city=city.slug, dictionary=dictionary, codes=codes, context=context)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ListReader:
    """Reads lists of one city."""

    store: Store
    city: str
    dictionary: FieldDictionary
    codes: ListCodes
    context: MeaningContext

    def check(self, path: Path, options: ReadingOptions) -> ListCheck:
        """All findings of a list: of a plain table as the strict reader tells them, of any other as it was read.

        Raises:
            FindingsError: where the file of answers has an error.
        """
        return self._read(path, options) or check_list(path, self.dictionary, self.codes)

    def add(self, path: Path, options: ReadingOptions) -> ListVersion:
        """A new version of the city's list; of a workbook with the workbook itself and the answers about it.

        The answers are remembered even where the list has an error: they speak of columns, and are not asked again.

        Raises:
            FindingsError: with all findings, where the list has an error; nothing is stored then.
        """
        self.remember(options, options.by)
        checked = self.check(path, options)
        if checked.reading is None:
            return import_list(self.store, path, checked, self.city)
        return _import_reading(self, path, checked, options)

    def _read(self, path: Path, options: ReadingOptions) -> ListCheck | None:
        answers = self.answers(options)
        read = read_workbook_list(path, self.context, answers, self.dictionary, options.progress)
        if read is None:
            return None
        if read.meaning is None:
            return ListCheck(file=path.name, rows=0, ok=False, findings=read.findings, inventory=None, reading=read)
        meaning = read.meaning
        if options.estimate:
            meaning = estimate_missing(meaning, self.dictionary, read_process_factors())
        return self._checked(path, replace(read, meaning=meaning), meaning)

    def answers(self, options: ReadingOptions) -> dict[str, SheetAnswer]:
        """What is known of templates: what is remembered of the city, and before it what the file says."""
        known = {item.template: answer_from_json(item.text) for item in self.store.answers(self.city)}
        return known | {item.template: item for item in self._said(options)}

    def remember(self, options: ReadingOptions, by: str = "") -> int:
        """Keep the answers of the options' file for the city's next lists; gives how many templates were said."""
        said = self._said(options)
        known = {item.template: item.text for item in self.store.answers(self.city)} if said else {}
        for item in said:
            text = answer_to_json(item)
            if known.get(item.template) == text:
                continue
            self.store.add_answer(
                StoredAnswer(
                    city=self.city,
                    template=item.template,
                    text=text,
                    recorded_at=datetime.now(BEIJING),
                    answered_by=by,
                )
            )
        return len(said)

    def _said(self, options: ReadingOptions) -> tuple[SheetAnswer, ...]:
        told = [item for answer in options.said for item in answer_findings(answer, Place(), self.dictionary)]
        if has_errors(told):
            raise FindingsError(tuple(told))
        return (*self._written(options.mapping), *options.said)

    def _written(self, mapping: Path | None) -> tuple[SheetAnswer, ...]:
        if mapping is None:
            return ()
        try:
            text = mapping.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise FindingsError((finding("request.file_unreadable", value=error, file=mapping.name),)) from error
        answers, findings = read_mapping(text, mapping.name, self.dictionary)
        if has_errors(findings):
            raise FindingsError(findings)
        return answers

    def _checked(self, path: Path, read: WorkbookList, meaning: ListMeaning) -> ListCheck:
        inventory, checking = build_inventory(meaning.rows, self.dictionary, self.codes)
        findings = (*read.findings, *meaning.findings, *_at_their_cells(checking, meaning))
        rows = len(meaning.rows.frame)
        stopped = ListCheck(file=path.name, rows=rows, ok=False, findings=findings, inventory=None, reading=read)
        if inventory is None or has_errors(findings):
            return stopped
        filed = read_filed(inventory)
        return replace(
            stopped,
            ok=True,
            findings=(*findings, *_at_their_cells(filed.findings, meaning)),
            inventory=filed.inventory,
            measures=filed.counts,
        )


def _at_their_cells(findings: tuple[Finding, ...], meaning: ListMeaning) -> tuple[Finding, ...]:
    """Findings of the checks under the headers that the file spells, instead of the dictionary's names."""
    headers = {(sheet, name): header for sheet, name, header in meaning.headers if header}
    return tuple(_moved(item, headers) for item in findings)


def _moved(item: Finding, headers: dict[tuple[str, str], str]) -> Finding:
    where = item.where
    header = headers.get((where.sheet, where.column))
    if header is None:
        return item
    return replace(item, where=Place(file=where.file, sheet=where.sheet, row=where.row, column=header))


def _import_reading(reader: ListReader, path: Path, checked: ListCheck, options: ReadingOptions) -> ListVersion:
    reading = checked.reading
    if checked.inventory is None or reading is None or reading.meaning is None:
        raise FindingsError(checked.findings)
    used = {table.template for table in reading.tables}
    answers = [answer_to_json(item) for key, item in sorted(reader.answers(options).items()) if key in used]
    new = NewList(
        city=reader.city,
        file=path.name,
        content=reading.meaning.content,
        sha256=reading.meaning.rows.sha256,
        rows=checked.rows,
        imported_at=datetime.now(BEIJING),
    )
    return reader.store.add_list_read(new, ListOriginal(content=path.read_bytes(), answers=json.dumps(answers)))
