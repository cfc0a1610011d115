"""A hand's cells: the true values in its units and words, with its typing habits."""

from tests.workbooks.hands import Hand
from tests.workbooks.layout import POLLUTANTS
from tests.workbooks.names import FORMER, counties, industries, processes

FULL_WIDTH = str.maketrans("0123456789.,()%", "０１２３４５６７８９．，（）％")
GRADES = {
    "suffix": {
        "A": "A级",
        "B": "B级",
        "B-": "B-级",
        "C": "C级",
        "D": "D级",
        "leading": "引领性",
        "non_leading": "非引领性",
        "ungraded": "未评级",
    },
    "minus": {"B-": "B减", "leading": "绩效引领性", "non_leading": "非引领", "ungraded": "未定级"},
    "words": {
        "A": "Ａ级",
        "B": "Ｂ级企业",
        "B-": "B－",
        "C": "C 级",
        "D": "D类",
        "leading": "引领性企业",
        "non_leading": "非引领性企业",
        "ungraded": "未分级",
    },
    "plain": {"leading": "引领性", "non_leading": "非引领性", "ungraded": "未评级"},
}
FLAGS = {"1": ("是", "有", "√", "是"), "0": ("否", "无", "×", "否")}
SCALES = {"capacity_t_per_day": (("万吨/年", 1e-4, True), ("吨/年", 1.0, True), ("万", 1e-4, True), ("日", 1.0, False))}
ENERGY = ((1.0, False), (1e-4, True), (1e-4, True), (1.0, False))
MONEY = ((1e-4, True), (1.0, False), (1e-4, True), (1e-4, True))


def written(hand: Hand, name: str, row: dict[str, str]) -> str | float:
    """The cell of a field as the hand writes it, '' where the list has none."""
    value = row.get(name, "")
    if name in POLLUTANTS:
        return _emission(hand, float(value), float(row["operating_days_per_year"]))
    if name in ("capacity_t_per_day", "electricity_kwh_per_day", "value_added_yuan_per_day"):
        return _amount(hand, name, value, float(row["operating_days_per_year"]))
    if name == "minimum_load_share":
        return round(float(value) * 100, 6)
    if name in ("longitude", "latitude", "operating_days_per_year"):
        return _number(hand, float(value), grouped=False)
    return _word(hand, name, value, row)


def _amount(hand: Hand, name: str, value: str, days: float) -> str | float:
    if not value:
        return ""
    at = hand.words
    scale, yearly = {
        "capacity_t_per_day": (SCALES["capacity_t_per_day"][at][1], SCALES["capacity_t_per_day"][at][2]),
        "electricity_kwh_per_day": ENERGY[at],
        "value_added_yuan_per_day": MONEY[at],
    }[name]
    return _number(hand, float(value) * scale * (days if yearly else 1.0))


def _emission(hand: Hand, kilograms: float, days: float) -> str | float:
    if not kilograms and hand.nothing != "0":
        return hand.nothing
    if hand.unit in ("kg_header", "kg_group"):
        return _number(hand, kilograms)
    if hand.unit == "wan":
        return _number(hand, kilograms * days / 1e7, digits=9)
    tonnes = kilograms * days / 1000
    return f"{tonnes:.6f}吨/年" if hand.unit == "cell" else _number(hand, tonnes)


def _number(hand: Hand, number: float, digits: int = 6, *, grouped: bool = True) -> str | float:
    number = round(number, digits)
    if hand.number == "plain":
        return number
    text = f"{number:,.{digits}f}" if hand.number == "grouped" and grouped else f"{number:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.translate(FULL_WIDTH) if hand.number == "full_width" else text


def _word(hand: Hand, name: str, value: str, row: dict[str, str]) -> str:
    coded = {
        "county_code": lambda: _county(hand, value),
        "key_industry": lambda: industries()[value] + ("行业" if hand.words == 1 else ""),
        "sub_process": lambda: processes()[row["key_industry"], value],
        "grade": lambda: GRADES[hand.grade].get(value, value),
        "monitored": lambda: FLAGS[value][hand.words],
    }
    if name in coded:
        return coded[name]()
    if name.endswith("_measure_text"):
        return _measure(hand, value)
    spaced = {"enterprise_id": f" {value[:6]} {value[6:]}", "enterprise_name": f"{value}　"}
    return spaced.get(name, value) if "spaces" in hand.extras else value


def _measure(hand: Hand, text: str) -> str:
    if "breaks" in hand.extras:
        text = text.replace("；", "；\n")
    return text.translate(FULL_WIDTH) if hand.number == "full_width" else text


def _county(hand: Hand, code: str) -> str:
    name = counties()[code]
    if hand.county == "former":
        return FORMER.get(code, name)
    if hand.county == "code":
        return code
    return f"长治市{name}" if hand.county == "prefix" else name
