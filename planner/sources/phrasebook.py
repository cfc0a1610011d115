"""A phrasebook from the catalogue of sentences: English needs none, any other language its planner.po."""

from pathlib import Path

from babel.messages.pofile import read_po

from planner.terms import Phrasebook

__all__ = ["ENGLISH", "read_phrasebook"]

ENGLISH = "en"


def read_phrasebook(locale_folder: Path, language: str) -> Phrasebook:
    """The sentences of a language; a sentence without a finished translation stays English.

    Args:
        locale_folder: folder that holds `zh_CN/LC_MESSAGES/planner.po`.
        language: BCP 47 tag, such as `zh-CN` or `en`.

    Raises:
        FileNotFoundError: where the language has no catalogue.
    """
    if language == ENGLISH:
        return Phrasebook(language=language)
    locale = language.replace("-", "_")
    with (locale_folder / locale / "LC_MESSAGES" / "planner.po").open("rb") as source:
        catalogue = read_po(source, locale=locale)
    said = {str(item.id): str(item.string) for item in catalogue if item.id and item.string and not item.fuzzy}
    return Phrasebook(language=language, sentences=said)
