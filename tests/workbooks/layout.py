"""Headers of a hand: for each field the stack of cells over its column, in several wordings."""

from tests.workbooks.hands import Hand

POLLUTANTS = {
    "so2_kg_per_day": ("SO2", "二氧化硫", "SO₂", "二氧化硫"),
    "nox_kg_per_day": ("NOx", "氮氧化物", "NOX", "氮氧化物"),
    "pm_kg_per_day": ("颗粒物", "颗粒物", "PM", "烟粉尘"),
    "vocs_kg_per_day": ("VOCs", "挥发性有机物", "VOCs", "挥发性有机物"),
}
LEVELS = {
    "yellow": ("黄色预警", "Ⅲ级响应", "黄色", "黄色预警（三级）"),
    "orange": ("橙色预警", "Ⅱ级响应", "橙色", "橙色预警（二级）"),
    "red": ("红色预警", "Ⅰ级响应", "红色", "红色预警（一级）"),
}
WORDS = {
    "enterprise_name": ("企业名称", "单位名称", "企业（单位）名称", "排污单位名称"),
    "enterprise_id": ("统一社会信用代码", "社会统一信用代码", "统一社会信用代码（18位）", "信用代码"),
    "county_code": ("区县", "所属县区", "县（市、区）", "行政区划"),
    "key_industry": ("重点行业类型", "重点行业", "行业类型", "所属重点行业"),
    "industry_code": ("国民经济行业代码", "行业代码", "国民经济行业", "行业代码（4位）"),
    "sub_process": ("生产工序", "工序", "主要生产工序", "生产工序"),
    "grade": ("绩效等级", "绩效分级", "企业绩效等级", "绩效评级"),
    "line_id": ("生产线编号", "产线编号", "生产线/装备编号", "生产线编号"),
    "line_name": ("生产线名称", "产线名称", "主要生产设施", "生产线（装备）名称"),
    "operating_days_per_year": ("年运行天数", "年生产天数（天）", "年运行时间（天）", "年运行天数"),
    "capacity_t_per_day": ("产能（万吨/年）", "设计产能（吨/年）", "生产能力（万t/a）", "日产能（吨/天）"),
    "electricity_kwh_per_day": (
        "日用电量（kWh）",
        "年用电量（万度）",
        "年用电量（万千瓦时）",
        "日均用电量（千瓦时/天）",
    ),
    "value_added_yuan_per_day": (
        "工业增加值（万元/年）",
        "日工业增加值（元/天）",
        "年工业增加值（万元）",
        "工业增加值（万元/年）",
    ),
    "permit_id": ("排污许可证编号", "排污许可证号", "许可证编号", "排污许可证编号"),
    "contact_phone": ("联系电话", "电话", "手机", "联系方式"),
    "monitored": ("是否安装在线监测", "在线监测", "是否有在线监测", "是否在线监测"),
    "minimum_load_share": ("最低负荷（%）", "最低生产负荷(%)", "最低负荷（％）", "最低负荷(%)"),
    "longitude": ("经度", "东经", "经度", "中心经度"),
    "latitude": ("纬度", "北纬", "纬度", "中心纬度"),
}
GROUPS = {
    "enterprise_name": "企业基本信息",
    "enterprise_id": "企业基本信息",
    "key_industry": "企业基本信息",
    "industry_code": "企业基本信息",
}
ORDER = (
    "enterprise_name",
    "enterprise_id",
    "key_industry",
    "industry_code",
    "grade",
    "longitude",
    "latitude",
    "sub_process",
    "line_id",
    "line_name",
    "operating_days_per_year",
    "capacity_t_per_day",
    *POLLUTANTS,
    "electricity_kwh_per_day",
    "value_added_yuan_per_day",
    "minimum_load_share",
    *(f"{level}_measure_text" for level in LEVELS),
    "permit_id",
    "monitored",
    "contact_phone",
    "remark",
)
TONNES_A_YEAR = ("污染物年排放量（吨）", "排放量（t/a）", "污染物排放量（吨/年）", "年排放量(t)")
KILOGRAMS = ("日均排放量（kg/d）", "污染物日排放量（千克）", "排放量（公斤/天）", "排放量(kg/d)")


def columns_of(hand: Hand) -> tuple[str, ...]:
    """Fields in the order of the hand's columns; `number` counts the firms, `remark` is no field."""
    county = ("county_code",) if hand.county not in ("section", "sheet") else ()
    return ("number", *county, *ORDER)


def stack_of(hand: Hand, name: str) -> tuple[str, ...]:
    """The cells over a column, the uppermost first; the hand's header has as many rows as the longest."""
    stack = _stack(hand, name)
    return stack if hand.rows_of_header > 1 else ("".join(stack),)


def _stack(hand: Hand, name: str) -> tuple[str, ...]:
    at = hand.words
    if name in ("number", "remark"):
        return ({"number": "序号", "remark": "备注"}[name],)
    if name in POLLUTANTS:
        return _emission(hand, POLLUTANTS[name][at])
    if name.endswith("_measure_text"):
        level = LEVELS[name.split("_", maxsplit=1)[0]][at]
        tail = ("减排措施", "措施", "管控措施", "应急减排措施")[at]
        return ("重污染天气应急减排措施", level, tail) if hand.rows_of_header == 3 else (level, tail)
    if hand.rows_of_header == 3 and name in GROUPS:
        return (GROUPS[name], WORDS[name][at])
    return (WORDS[name][at],)


def _emission(hand: Hand, pollutant: str) -> tuple[str, ...]:
    if hand.unit == "kg_header":
        return ("日排放量", f"{pollutant}（kg/d）")
    if hand.unit == "kg_group":
        return (KILOGRAMS[hand.words], pollutant)
    if hand.unit == "t_year_note":
        return ("排放量", pollutant)
    if hand.unit == "wan":
        return ("年排放量", f"{pollutant}(万吨/年)")
    if hand.unit == "cell":
        return ("排放量", pollutant)
    return (TONNES_A_YEAR[hand.words], pollutant)
