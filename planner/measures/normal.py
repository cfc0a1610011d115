"""One spelling for what people write in many: widths, blanks, roman numerals, odd characters, doubled words."""

import re
from dataclasses import dataclass
from unicodedata import normalize

__all__ = ["NormalText", "normal_text"]

_CHARACTERS = {
    "燜": "焖",
    "—": "-",
    "–": "-",
    "~": "-",
    "～": "-",
    "﹪": "%",
    "“": "",
    "”": "",
    '"': "",
    "「": "",
    "」": "",
    "，": ",",
    "；": ";",
    "。": ";",
    "\n": ";",
    "《": "",
    "》": "",
    "【": "(",
    "】": ")",
    "〔": "(",
    "〕": ")",
    "[": "(",
    "]": ")",
    "m³": "m3",
    "m²": "m2",
}
_SLIPS = (("闷炉", "焖炉"), ("闷窑", "焖窑"), ("坚炉", "竖炉"), ("限產", "限产"), ("炭黑窰", "炭黑窑"))
_DOUBLED = re.compile(r"([\u4e00-\u9fff]{2,6})\1")


@dataclass(frozen=True, slots=True, kw_only=True)
class NormalText:
    """A text in one spelling, and where each of its characters stood.

    Attributes:
        text: the text in one spelling, without blanks.
        places: position in the text as written of each character, and its length at the end.
        written: the text as written.
    """

    text: str
    places: tuple[int, ...]
    written: str

    def phrase(self, start: int, end: int) -> str:
        """The words as written that stand behind the normal characters `start` to `end`."""
        if end <= start:
            return ""
        return self.written[self.places[start] : self.places[end - 1] + 1].strip(" ,;，；。、")


def normal_text(written: str) -> NormalText:
    """A text in one spelling: half-width, without blanks and quotation marks, doubled words once.

    >>> normal_text("限产 ３０％；闷炉").text
    '限产30%;焖炉'
    """
    pairs = [(character, at) for at, sign in enumerate(written) for character in _plain(sign)]
    text = "".join(character for character, _ in pairs)
    for slip, right in _SLIPS:
        text = text.replace(slip, right)
    kept = _without_doubles(text)
    places = tuple(pairs[at][1] for at in kept)
    return NormalText(text="".join(text[at] for at in kept), places=(*places, len(written)), written=written)


def _plain(sign: str) -> str:
    if sign in _CHARACTERS:
        return _CHARACTERS[sign]
    plain = normalize("NFKC", sign)
    return "" if plain.isspace() else "".join(_CHARACTERS.get(part, part) for part in plain)


def _without_doubles(text: str) -> list[int]:
    """Positions that stay when a word written twice in a row counts once."""
    dropped = {at for found in _DOUBLED.finditer(text) for at in range(found.end(1), found.end())}
    return [at for at in range(len(text)) if at not in dropped]
