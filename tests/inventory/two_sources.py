"""Two sources of firms with the truth, made from a seed: what one clerk wrote and what another one wrote of the same.

The right source misspells (one character exchanged for one of the same sound or look, dropped or doubled, two
swapped), shortens (place, legal form or the middle of the trade left out) and renames (legal form changed, the county's
old name, a group's word before or after, or a wholly new name of its own at the same address and position).
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from planner.inventory.matching import PARTY_COLUMNS, PlaceName

COUNTIES = {
    "潞州区": "140403",
    "上党区": "140404",
    "屯留区": "140405",
    "潞城区": "140406",
    "襄垣县": "140423",
    "平顺县": "140425",
    "黎城县": "140426",
    "壶关县": "140427",
    "长子县": "140428",
    "武乡县": "140429",
}
OLD_NAMES = {"上党区": "长治县", "屯留区": "屯留县", "潞城区": "潞城市"}
PLACES = (
    PlaceName(name="长治市", code=""),
    *(PlaceName(name=name, code=code) for name, code in COUNTIES.items()),
    *(PlaceName(name=old, code=COUNTIES[new]) for new, old in OLD_NAMES.items()),
)
FIRST = "宏鑫盛源泰恒隆丰瑞诚昌腾祥福金明利东华顺永海凯森佳益通德安荣和强建天正万方伟博耀运长中光晨星联创富裕润泽腾飞"
TRADES = (
    "铸造",
    "机械铸造",
    "精密铸造",
    "耐火材料",
    "新型建材",
    "水泥制品",
    "商品混凝土",
    "家具制造",
    "木业",
    "包装印刷",
    "彩印包装",
    "化工",
    "精细化工",
    "橡塑制品",
    "塑料制品",
    "机械加工",
    "机械制造",
    "金属制品",
    "钢结构",
    "砖瓦",
    "页岩砖",
    "石料",
    "矿山石料",
    "煤业",
    "选煤",
    "焦化",
    "热力",
    "食品",
    "药业",
    "汽车涂装",
    "玻璃制品",
    "陶瓷",
    "铝业",
    "镁业",
    "石灰",
    "环保科技",
    "再生资源",
    "电子科技",
)
FORMS = ("有限公司", "有限责任公司", "股份有限公司", "厂", "集团有限公司", "")
SOUNDS = {
    "宏": "弘鸿洪",
    "鑫": "新欣",
    "盛": "胜晟",
    "源": "元原",
    "泰": "太",
    "恒": "衡",
    "隆": "龙",
    "丰": "峰锋",
    "瑞": "锐",
    "诚": "成城",
    "昌": "长",
    "腾": "滕",
    "祥": "翔",
    "金": "锦",
    "明": "铭",
    "利": "力立",
    "永": "勇",
    "佳": "嘉",
    "益": "亿",
    "德": "得",
    "荣": "融",
    "和": "合",
    "建": "健",
    "正": "政",
}
ROADS = ("府后街", "英雄路", "长兴路", "太行街", "捉马大街", "工业大道", "解放路", "新建街", "物流园", "南环路")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TwoSources:
    """Left and right parties; `truth` maps left keys to right keys of the firms that stand in both."""

    left: pd.DataFrame
    right: pd.DataFrame
    truth: dict[str, str]


def two_sources(seed: int, firms: int = 5000, codes: float = 0.3, places: float = 0.7) -> TwoSources:
    """Two sources of `firms` rows each, 90 % of them the same firms.

    Args:
        codes: share of the right rows that carry the credit code.
        places: share of the right rows with an address, and (drawn anew) with a position.
    """
    draw = np.random.default_rng(seed)
    made = [_firm(draw, at) for at in range(firms + firms // 10)]
    left = [_row(f"L{at}", firm, str(firm["code"])) for at, firm in enumerate(made[:firms])]
    both = made[firms // 10 : firms]
    right = [_other_clerk(draw, firm, codes, places) for firm in both] + [
        _other_clerk(draw, firm, codes, places, plain=True) for firm in made[firms:]
    ]
    order = draw.permutation(len(right))
    rows = [{**right[at], "key": f"R{at}"} for at in order]
    truth = {f"L{at + firms // 10}": f"R{at}" for at in range(len(both))}
    return TwoSources(left=_frame(left), right=_frame(rows), truth=truth)


def _frame(rows: list[dict[str, object]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(PARTY_COLUMNS))


def _firm(draw: np.random.Generator, at: int) -> dict[str, object]:
    county = str(draw.choice(list(COUNTIES)))
    trade, form = str(draw.choice(TRADES)), str(draw.choice(FORMS, p=[0.62, 0.14, 0.05, 0.12, 0.04, 0.03]))
    own = "".join(draw.choice(list(FIRST), size=int(draw.choice([2, 2, 2, 3]))))
    head = str(draw.choice(["长治市" + county, "长治市", county, "山西", county]))
    centre = list(COUNTIES).index(county)
    return {
        "head": head,
        "own": own,
        "trade": trade,
        "form": form,
        "county": county,
        "code": f"9114{at:014d}",
        "address": f"{county}{draw.choice(ROADS)}{draw.integers(1, 400)}号",
        "longitude": 112.5 + 0.12 * centre + draw.normal(0, 0.06),
        "latitude": 36.0 + 0.07 * centre + draw.normal(0, 0.05),
    }


def _name(firm: dict[str, object]) -> str:
    return f"{firm['head']}{firm['own']}{firm['trade']}{firm['form']}"


def _row(key: str, firm: dict[str, object], code: str) -> dict[str, object]:
    county = COUNTIES[str(firm["county"])]
    same = {name: firm[name] for name in ("address", "longitude", "latitude")}
    return {"key": key, "code": code, "name": _name(firm), "county": county, **same}


def _other_clerk(
    draw: np.random.Generator, firm: dict[str, object], codes: float, places: float, *, plain: bool = False
) -> dict[str, object]:
    has_code, has_address, has_place = draw.random(3) < (codes, places, places)
    manner = "same" if plain else str(draw.choice(list(MANNERS), p=[0.2, 0.25, 0.3, 0.25]))
    changed = MANNERS[manner](draw, dict(firm))
    if changed["own"] != firm["own"] and manner == "renamed" and changed.get("wholly"):
        has_address, has_place = True, True
    moved = draw.normal(0, 0.0008, size=2)
    return {
        "key": "",
        "code": firm["code"] if has_code else "",
        "name": _name(changed),
        "county": COUNTIES[str(firm["county"])] if draw.random() < 0.8 else "",
        "address": _address(draw, str(firm["address"])) if has_address else "",
        "longitude": float(firm["longitude"]) + moved[0] if has_place else np.nan,
        "latitude": float(firm["latitude"]) + moved[1] if has_place else np.nan,
    }


def _address(draw: np.random.Generator, address: str) -> str:
    return str(draw.choice([address, f"山西省长治市{address}", address.replace("号", ""), address[3:]]))


def _same(_: np.random.Generator, firm: dict[str, object]) -> dict[str, object]:
    return firm


def _misspelt(draw: np.random.Generator, firm: dict[str, object]) -> dict[str, object]:
    own, trade = str(firm["own"]), str(firm["trade"])
    way = int(draw.integers(4))
    if way == 0:
        at = int(draw.integers(len(own)))
        other = str(draw.choice(list(SOUNDS.get(own[at], "鹏"))))
        return firm | {"own": own[:at] + other + own[at + 1 :]}
    if way == 1:
        return firm | {"own": own[::-1] if len(own) == 2 else own[0] + own[2] + own[1]}
    if way == 2:
        return firm | {"trade": trade[:-1] if len(trade) > 2 else trade + trade[-1]}
    return firm | {"head": str(firm["head"]) + "（", "own": own + "）"}


def _shortened(draw: np.random.Generator, firm: dict[str, object]) -> dict[str, object]:
    way, trade = int(draw.integers(4)), str(firm["trade"])
    if way == 0:
        return firm | {"head": ""}
    if way == 1:
        return firm | {"form": ""}
    if way == 2:
        return firm | {"head": "", "form": "", "trade": trade[-2:] if len(trade) > 2 else trade}
    return firm | {"form": "", "trade": trade[:2]}


def _renamed(draw: np.random.Generator, firm: dict[str, object]) -> dict[str, object]:
    way, own = int(draw.integers(5)), str(firm["own"])
    if way == 0:
        return firm | {"form": str(draw.choice(["股份有限公司", "有限责任公司", "集团有限公司"]))}
    if way == 1:
        old = OLD_NAMES.get(str(firm["county"]), str(firm["county"]))
        return firm | {"head": f"长治市{old}" if draw.random() < 0.5 else old}
    if way == 2:
        return firm | {"own": own + "集团"}
    if way == 3:
        return firm | {"trade": str(firm["trade"]) + str(draw.choice(["科技", "实业", "工贸"]))}
    new = "".join(draw.choice(list(FIRST), size=2))
    return firm | {"own": new, "wholly": True}


MANNERS = {"same": _same, "misspelt": _misspelt, "shortened": _shortened, "renamed": _renamed}
