"""What orders say beside the measures: whom they spare, how often, with which coal, as data. Order decides."""

from planner.measures.pieces import N
from planner.measures.vocabulary import Word

__all__ = ["ORDERS"]

_END = r"(?=$|[,;)])"

ORDERS: tuple[tuple[Word, str], ...] = (
    # who is spared
    (Word.EXEMPT, r"^(?:属)?(?:民生)?(?:豁免|保障类?)(?:企业|类企业)?" + _END),
    (
        Word.EXEMPT,
        r"(?:无需|无须|不需|不需要|不必|不用)(?:采取)?(?:应急|强制)?(?:减排|管控|停限产)(?:措施)?" + _END,
    ),
    (Word.EXEMPT, r"(?:非必要不|(?:不得|不宜)(?:擅自|随意|强制))(?:停产|停限产|限产|停炉|停热|停供)" + _END),
    (Word.EXEMPT, r"不[作做](?:强制|硬性|停限产|停产|限产|减排)(?:性)?(?:减排)?要求" + _END),
    # how often, with what
    (
        Word.DUTY,
        r"每(?:隔)?" + N + r"(?:个)?小时(?:至少)?(?:洒水|喷淋|清扫|冲洗|保洁|喷雾|抑尘)(?:降尘|抑尘)?(?:" + N + r"次)?",
    ),
    (Word.COAL, r"(?:优先)?(?:使用|采用|燃用|选用|采购)(?:低硫|低灰|低挥发|优质)[^,;\d]{0,10}煤(?:炭)?" + _END),
    # a line or a shop that stops
    (Word.HALT, r"停止(?=(?:全部|所有|主要)[^,;\d停限减、]{1,8}(?:生产线|线|窑|炉)生产" + _END + r")"),
)
