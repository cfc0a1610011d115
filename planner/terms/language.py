"""Sentences in the user's language: English in the code, Chinese from the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["N_", "Phrasebook"]


def N_(sentence: str) -> str:  # noqa: N802 - the name Babel extracts by convention
    """The sentence itself, marked for extraction into the catalogue."""
    return sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasebook:
    """Sentences of one language; a sentence it does not hold is said in English.

    Attributes:
        language: BCP 47 tag, `zh-CN` or `en`.
        sentences: English sentence to sentence of this language.
    """

    language: str = "en"
    sentences: Mapping[str, str] = field(default_factory=dict)

    def say(self, sentence: str, /, **values: object) -> str:
        """The sentence in this language with its {named} values filled in."""
        said = self.sentences.get(sentence, sentence)
        return said.format(**values) if values else said
