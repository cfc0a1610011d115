"""The names of codes in the reader's language."""

from collections.abc import Iterable

from planner.orders.meta import CodeName, OrderMeta
from planner.terms import Phrasebook

__all__ = ["NONE_SHOWN", "Names"]

NONE_SHOWN = "—"
"""What stands in a cell that has nothing to say: a reader must see that nothing was forgotten."""

CHINESE = "zh"


class Names:
    """Looks up what counties, industries and processes are called; a code without a name is shown itself."""

    def __init__(self, meta: OrderMeta, phrasebook: Phrasebook) -> None:
        self._is_chinese = phrasebook.language.startswith(CHINESE)
        self._counties = self._by_code(meta.county_names)
        self._industries = self._by_code(meta.industry_names)
        self._processes = self._by_code(meta.sub_process_names)
        self.city = self.choose(meta.city_name_zh, meta.city_name_en)

    def choose(self, chinese: str, english: str) -> str:
        """The text of the reader's language, the other where it is empty."""
        first, second = (chinese, english) if self._is_chinese else (english, chinese)
        return first or second

    def county(self, code: str) -> str:
        """The name of a county or development zone."""
        return self._counties.get(code, code)

    def activity(self, industry: str, process: str) -> str:
        """Key industry and process in one cell, the process alone where the firm belongs to no key industry."""
        name = self._processes.get(f"{industry}/{process}", process)
        is_named = industry not in ("", "none")
        return " · ".join([self._industries.get(industry, industry), name] if is_named else [name]) or NONE_SHOWN

    def _by_code(self, names: Iterable[CodeName]) -> dict[str, str]:
        return {code: self.choose(chinese, english) for code, chinese, english in names}
