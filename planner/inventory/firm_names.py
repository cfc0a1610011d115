"""The name of a firm without what clerks write differently: width, blanks, brackets, legal form."""

import re
from unicodedata import normalize

import pandas as pd

__all__ = ["LEGAL_FORMS", "firm_cores", "former_name", "plain_name", "present_name", "without_legal_form"]

LEGAL_FORMS = (
    "股份有限责任公司",
    "集团股份有限公司",
    "集团有限责任公司",
    "集团有限公司",
    "股份有限公司",
    "有限责任公司",
    "股份合作公司",
    "有限公司",
    "股份公司",
    "集团公司",
    "有限合伙",
    "普通合伙",
    "特殊普通合伙",
    "个人独资企业",
    "个人独资",
    "合伙企业",
    "总公司",
    "公司",
    "集团",
    "股份",
)
"""Legal forms at the end of a name, the longest first."""

_SIGNS = re.compile(r"[\s\u00b7\u2022\u30fb·.,，。、:：;；'\"“”‘’_\-—－~()\[\]{}<>《》【】〔〕]+")
_FORMER = re.compile(r"[(\[](?:原名?|曾用名|前身)[:：]?\s*(?:为|系)?([^()\[\]]{3,40})[)\]]")
_FORMS = re.compile(f"(?:{'|'.join(LEGAL_FORMS)})+$")


def plain_name(name: str) -> str:
    """A name in half width and small letters, without blanks, brackets and punctuation.

    >>> plain_name("长治市（潞州）ＡＢ 铸造有限公司")
    '长治市潞州ab铸造有限公司'
    """
    return _SIGNS.sub("", normalize("NFKC", name)).casefold()


def former_name(name: str) -> str:
    """The name of old that a name tells in brackets, '' where it tells none.

    >>> former_name("长治市新源铸造有限公司（原宏盛铸造厂）")
    '宏盛铸造厂'
    """
    found = _FORMER.search(normalize("NFKC", name))
    return found[1] if found else ""


def present_name(name: str) -> str:
    """A name without the one of old in its brackets."""
    return _FORMER.sub("", normalize("NFKC", name)) or name


def without_legal_form(plain: str) -> str:
    """A plain name without its legal form; the name itself where nothing else is left.

    >>> without_legal_form("潞州ab铸造有限责任公司")
    '潞州ab铸造'
    """
    return _FORMS.sub("", plain) or plain


def firm_cores(names: pd.Series) -> pd.Series:
    """For each name what remains of it without spelling and legal form; each different name is looked at once."""
    distinct = names.unique()
    return names.map({name: without_legal_form(plain_name(name)) for name in distinct}).astype("str")
