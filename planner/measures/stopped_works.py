"""Works of the trades directly behind a verb of stopping (停止刷胶、贴合), as one pattern built from their words."""

from planner.measures.plain_words import WORKS_OF_TRADES

__all__ = ["STOPPED_WORKS"]

_WORK = "(?:" + "|".join(sorted(WORKS_OF_TRADES, key=lambda word: (-len(word), word))) + ")"
_WHERE = "(?:露天|室外|户外|敞开式|厂区|厂内|现场|所有|一切|全部|物料|原料|产品)*"

STOPPED_WORKS = rf"(?<=停止|暂停|禁止|严禁){_WHERE}{_WORK}(?:(?:、|和|及|与|以及){_WORK})*(?=$|[,;()])"
"""Fits where nothing but works stands up to the end of the clause."""
