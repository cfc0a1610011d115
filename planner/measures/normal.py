"""One spelling for what people write in many: widths, blanks, roman numerals, odd characters, doubled words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
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
    **{sign: f"({number})" for number, sign in enumerate("①②③④⑤⑥⑦⑧⑨", 1)},
    "→": "降至",
    "⇒": "降至",
    "➔": "降至",
    "≥": "不低于",
    "≧": "不低于",
    "≤": "不高于",
    "≦": "不高于",
    "m³": "m3",
    "m²": "m2",
}
_SLIPS = (
    ("->", "降至"),
    ("=>", "降至"),
    ("闷炉", "焖炉"),
    ("闷窑", "焖窑"),
    ("坚炉", "竖炉"),
    ("限產", "限产"),
    ("炭黑窰", "炭黑窑"),
)
_ITEM = re.compile(
    r"(?:\(?\d{1,2}\)|\d{1,2}[.、)]|\([一二三四五六七八九十]\)|[一二三四五六七八九]、(?![一二三四五六七八九十两])"
    r"|[一二三四五六]是(?=[停禁不限对严全压减各所加暂落强])|第[一二三四五六][,、])"
    r"(?=[^\d%])"
)
_MARK = re.compile("[;,]")
_MIDDLE_ITEM = re.compile(
    r"(?<=[\u4e00-\u9fff%）)])[②③④⑤⑥⑦⑧⑨](?![号#线炉窑机①-⑨、和及-])"
    r"|(?<=[\u4e00-\u9fff%])[（(][2-9二三四五六][）)](?=[禁停不物限严货国对压减全车运])"
)
"""The number of an item in the middle of a text ends the item before it; one that names a line does not."""
_INCLUDED = re.compile(r"(?<=\(含)\d+(?:\.\d+)?[%条台座](?=\))")
_SPLIT_STANDARD = re.compile(r"(?<=国[一二三四五六IV1-6])(\([^()]{1,8}\))([及和或]?以下)")
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

    def part(self, start: int, end: int) -> "NormalText":
        """The normal characters `start` to `end` as a text of its own, alike wherever they stand."""
        places = self.places[start:end]
        first, behind = (min(places), max(places) + 1) if places else (0, 0)
        own = tuple([place - first for place in places])
        return NormalText(text=self.text[start:end], places=(*own, behind - first), written=self.written[first:behind])


def normal_text(written: str) -> NormalText:
    """A text in one spelling: half-width, without blanks and quotation marks, doubled words once.

    >>> normal_text("限产 ３０％；闷炉").text
    '限产30%;焖炉'
    """
    signs = [_plain(sign) for sign in _MIDDLE_ITEM.sub(";", written)]
    text = "".join(signs)
    places = [at for at, sign in enumerate(signs) for _ in sign]
    for slip, right in _SLIPS:
        text = text.replace(slip, right)
    for found in _SPLIT_STANDARD.finditer(text):
        begin, middle, end = found.start(1), found.end(1), found.end(2)
        places[begin:end] = [*places[middle:end], *places[begin:middle]]
        text = text[:begin] + found[2] + found[1] + text[end:]
    kept = _without_doubles(text)
    if len(kept) < len(text):
        text, places = "".join(text[at] for at in kept), [places[at] for at in kept]
    return NormalText(text=text, places=(*places, len(written)), written=written)


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    if sign in _CHARACTERS:
        return _CHARACTERS[sign]
    plain = normalize("NFKC", sign)
    return "" if plain.isspace() else "".join(_CHARACTERS.get(part, part) for part in plain)


def _without_doubles(text: str) -> list[int]:
    """Positions that stay when a word written twice in a row counts once and numbers of items (1. 2、) not at all."""
    dropped = {at for found in _DOUBLED.finditer(text) for at in range(found.end(1), found.end())}
    dropped |= {at for found in _INCLUDED.finditer(text) for at in range(found.start(), found.end())}
    dropped |= {at for start, end in _items(text) for at in range(start, end)}
    return [at for at in range(len(text)) if at not in dropped] if dropped else list(range(len(text)))


def _items(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers of items stand: at the beginning of a text and behind its marks."""
    behind = 0
    for begin in (0, *(mark.end() for mark in _MARK.finditer(text))):
        found = _ITEM.match(text, begin) if begin >= behind else None
        if found is not None:
            behind = found.end()
            yield begin, behind
