"""How a hand of the second writer spells a value in its cell, and what is then true of it."""

from random import Random

from tests.other_books.firms import Line
from tests.workbooks.names import counties

CONVENTION_DAYS = 330.0
GRADE_WORDS = {
    "A": ("A", "A级", "Ａ级企业", "A 级"),
    "B": ("B", "B级", "Ｂ级", "b级", "B级（2023年）"),
    "B-": ("B-", "B－级", "B-级", "B减"),
    "C": ("C", "C级", "Ｃ"),
    "D": ("D", "D级"),
    "leading": ("引领性", "绩效引领性企业", "引领性企业"),
    "non_leading": ("非引领性", "非引领性企业"),
}
TEXT_GRADES = (
    ("民生豁免-{grade}", {"exempt_through": "red"}),
    ("长期停产", {"grade": "", "status": "idle"}),
    ("地方{grade}", {"grade": ""}),
    ("{grade}", {}),
    ("{grade}级", {}),
)
FULL = str.maketrans("0123456789.,%()-", "０１２３４５６７８９．，％（）－")


def cell_of(key: str, line: Line, random: Random, habits: frozenset[str]) -> tuple[str | float, dict[str, str]]:
    """The cell of a column and what it truly says by field (empty: nothing that the list format knows)."""
    if key in ("text_grade", "industry_and_grade"):
        return _grade_cell(key, line, random)
    if key.endswith(("_t", "_kg", "_wt", "_wkwh")) or key in ("days", "hours", "lon", "lat"):
        return _number_cell(key, line, random, habits)
    return _word_cell(key, line, random, habits), {}


def _grade_cell(key: str, line: Line, random: Random) -> tuple[str, dict[str, str]]:
    grade = line.says["grade"]
    if key == "industry_and_grade":
        return f"{line.words['industry_zh']}{random.choice(GRADE_WORDS[grade])}", {}
    pattern, says = random.choice(TEXT_GRADES) if grade in "ABCD" else ("{grade}", {})
    return pattern.format(grade=random.choice(GRADE_WORDS[grade][:1])), {"grade": grade} | says


def _number_cell(key: str, line: Line, random: Random, habits: frozenset[str]) -> tuple[str | float, dict[str, str]]:
    value = _amount(key, line)
    if "text_numbers" in habits and random.random() < 0.4:
        written = f"{value:,.3f}" if value > 1000 else f"{value:g}" if key == "days" else repr(value)
        return (written.translate(FULL) if "full_width" in habits else f" {written} "), {}
    if "nothing" in habits and key.startswith(("so2", "nox", "vocs")) and random.random() < 0.1:
        return random.choice(("/", "—", "无", "-", "--")), {"amount": "0"}
    if "ranges" in habits and key.startswith("pm") and random.random() < 0.08:
        return random.choice((f"{value:.1f}~{value * 1.4:.1f}", f"＜{value:.1f}", "未检出")), {"amount": "?"}
    return value, {}


def _amount(key: str, line: Line) -> float:
    if key.endswith("_kg"):
        return round(float(line.says[f"{key[:-3]}_kg_per_day"]), 6)
    plain = {
        "capacity_t": "capacity_t_per_day",
        "days": "operating_days_per_year",
        "hours": "operating_hours",
        "lon": "longitude",
        "lat": "latitude",
    }
    value = round(float(line.says[plain[key]] if key in plain else line.words[key]), 4)
    return int(value) if key in ("days", "hours") else value


def _word_cell(key: str, line: Line, random: Random, habits: frozenset[str]) -> str | float:
    says, words = line.says, line.words
    simple = {
        "name": says["enterprise_name"],
        "county": counties()[says["county_code"]],
        "code": says["enterprise_id"],
        "permit": says["permit_id"],
        "phone": says["contact_phone"],
        "contact": says["contact_name"],
        "class": says["industry_code"],
        "industry": words["industry_zh"],
        "process": words["process_zh"],
        "equipment": words["equipment"],
        "description": f"{words['equipment']}2条，8用4备",
        "line": says["line_id"],
        "monitored": "否",
        "yes_no": random.choice(("是", "否")),
        "town": "东街街道",
        "park": random.choice(("", "经开区化工园")),
        "control": random.choice(("绩效分级", "停限产")),
        "address": f"{counties()[says['county_code']]}工业大道{random.randint(1, 99)}号",
        "meter": f"14{line.firm:04d}{random.randint(0, 9)}",
        "output_value": float(words["output_value"]),
        "grade": random.choice(GRADE_WORDS[says["grade"]]),
        "lon_dms": _degrees(says["longitude"]),
        "lat_dms": _degrees(says["latitude"]),
    }
    text = simple[key] if key in simple else says[f"{key}_measure_text"]
    if isinstance(text, str) and "breaks" in habits and key in ("name", "process") and random.random() < 0.3:
        return text[:3] + ("\n" if key == "name" else " ") + text[3:]
    if key == "class" and "class_names" in habits:
        return f"C{text}"
    if key in ("phone", "class") and "codes_as_numbers" in habits:
        return int(str(text))
    return text


def _degrees(value: str) -> str:
    degrees = float(value)
    minutes = (degrees % 1) * 60
    return f"{int(degrees)}°{int(minutes)}′{minutes % 1 * 60:.2f}″"
