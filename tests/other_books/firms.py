"""Firms out of a seed: what a list says of them, in the dictionary's terms and as their city would write it."""

from dataclasses import dataclass
from random import Random

from tests.workbooks.names import counties, industries, processes

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
PLACES = ("长治市", "山西", "长治", "", "{county}")
OWN = ("天脊", "兴宝", "首钢", "瑞赛格", "晋牛", "潞宝", "霍氏", "三元", "康伟", "麟源", "鑫磊", "太行", "漳电", "金烨")
FORMS = ("有限公司", "有限责任公司", "股份有限公司", "厂", "集团有限公司")
TRADES = {
    "coking": ("焦化", 2521, (("coke_oven", "焦炉"),)),
    "brick_kiln": ("砖业", 3031, (("sintered", "隧道窑"),)),
    "cement": ("水泥", 3011, (("grinding", "水泥磨"),)),
    "casting": ("铸造", 3391, (("melting", "中频炉"), ("moulding", "造型线"))),
    "lime_kiln": ("石灰", 3012, (("lime", "石灰窑"),)),
    "furniture": ("家具", 2110, (("painting", "喷漆线"),)),
    "packaging_printing": ("彩印", 2319, (("printing", "印刷线"),)),
    "refractory": ("耐火材料", 3089, (("firing", "倒焰窑"),)),
    "rubber_products": ("橡胶制品", 2913, (("main", "密炼机"),)),
}
GRADES = ("A", "B", "C", "D", "B-", "leading", "non_leading")
MEASURES = (
    ("自主减排", "自主减排", "自主减排"),
    ("停止使用国四及以下重型载货车辆（含燃气）进行运输", "限产20%", "停产"),
    ("限产30%", "限产50%", "停产"),
    ("停产", "停产", "停产"),
    ("原料日投料量由960吨降低到768吨及以下", "原料日投料量由960吨降低到576吨及以下", "停产；停止公路运输"),
    ("/", "涂装工序停产", "全厂停产"),
)


@dataclass(slots=True, kw_only=True)
class Line:
    """One line of a firm; `says` are the true values by field."""

    firm: int
    says: dict[str, str]
    words: dict[str, str]


def make_lines(seed: int, firms: int = 14) -> list[Line]:
    """Lines of as many firms, ordered by county; the same for a seed."""
    random = Random(seed)  # noqa: S311 - no secret: a seeded stream of made-up firms
    lines: list[Line] = []
    for firm in range(firms):
        lines += _make_firm(random, firm)
    order = {code: at for at, code in enumerate(counties())}
    return sorted(lines, key=lambda line: (order[line.says["county_code"]], line.firm))


def _make_firm(random: Random, firm: int) -> list[Line]:
    county, key = random.choice(list(counties())[:8]), random.choice(list(TRADES))
    trade, industry_class, parts = TRADES[key]
    place = random.choice(PLACES).format(county=counties()[county])
    name = f"{place}{random.choice(OWN)}{random.choice(OWN)}{trade}{random.choice(FORMS)}"
    code = credit_code(random)
    shared = {
        "enterprise_name": name,
        "enterprise_id": code,
        "county_code": county,
        "key_industry": key,
        "industry_code": str(industry_class),
        "grade": random.choice(GRADES),
        "permit_id": f"{code}{random.randint(1, 3):03d}{random.choice('PQVRS')}",
        "contact_phone": f"1{random.choice('358')}{random.randint(10**8, 10**9 - 1)}",
        "contact_name": random.choice("王李张刘陈") + random.choice(("建国", "军", "志强", "丽")),
        "longitude": f"{random.uniform(112.5, 113.4):.4f}",
        "latitude": f"{random.uniform(36.0, 36.9):.4f}",
        "operating_days_per_year": str(random.choice((300, 330, 340, 365))),
    }
    measures = random.choice(MEASURES)
    texts = {f"{level}_measure_text": text for level, text in zip(("yellow", "orange", "red"), measures, strict=True)}
    return [
        _make_line(random, firm, at, shared | texts, parts[at % len(parts)])
        for at in range(random.choice((1, 1, 2, 2, 3, 4)))
    ]


def _make_line(random: Random, firm: int, at: int, shared: dict[str, str], part: tuple[str, str]) -> Line:
    process, equipment = part
    days = float(shared["operating_days_per_year"])
    words = {"equipment": equipment, "days": shared["operating_days_per_year"]}
    says = shared | {"sub_process": process, "line_id": f"{at + 1}#", "line_name": equipment}
    for name, most in (("so2", 40), ("nox", 90), ("pm", 30), ("vocs", 25)):
        tonnes = round(random.uniform(0.02, most), 3)
        words[f"{name}_t"] = repr(tonnes)
        says[f"{name}_kg_per_day"] = repr(tonnes * 1000 / days)
    capacity = round(random.uniform(0.5, 90), 2)
    words["capacity_wt"] = repr(capacity)
    says["capacity_t_per_day"] = repr(capacity * 10000 / days)
    power = round(random.uniform(20, 900), 1)
    words["power_wkwh"] = repr(power)
    says["electricity_kwh_per_day"] = repr(power * 10000 / days)
    says["operating_hours"] = str(random.choice((8, 12, 16, 24)))
    words["industry_zh"] = industries()[shared["key_industry"]]
    words["process_zh"] = processes()[shared["key_industry"], process]
    words["output_value"] = str(random.randint(300, 90000))
    return Line(firm=firm, says=says, words=words)


def credit_code(random: Random) -> str:
    """A unified social credit code with its check digit (GB 32100-2015)."""
    body = "91140" + "".join(random.choice("0123456789") for _ in range(4)) + "".join(random.choices(SIGNS, k=8))
    total = sum(SIGNS.index(sign) * weight for sign, weight in zip(body, WEIGHTS, strict=True))
    return body + SIGNS[(31 - total % 31) % 31]
