"""What a firm's name says: its place, its own part, its numbers."""

import re
from dataclasses import dataclass

import pandas as pd

from planner.inventory.firm_names import plain_name, without_legal_form
from planner.inventory.matching.records import PlaceName

__all__ = ["NameParts", "name_parts"]

_PROVINCES = (
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|"
    "江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆"
)
_HEAD = re.compile(rf"^(?:(?:{_PROVINCES})(?:壮族|回族|维吾尔)?(?:省|自治区|市)?)?(?:[\u4e00-\u9fff]{{2}}市)?")
_FILLERS = re.compile(r"集团|实业|工贸|贸易|商贸|科技(?=$)|(?<=.)厂$")
"""Words that come and go in a firm's name without making it another firm."""

_NUMBERS = re.compile(r"[0-9]+|[一二三四五六七八九十]+(?=分厂|分公司|车间|号|厂区|期)")
_SMALL = {sign: str(at) for at, sign in enumerate("零一二三四五六七八九")}
_SOUNDS = (
    "宏弘鸿洪红虹",
    "鑫新欣馨兴昕",
    "盛胜晟圣",
    "源元原园圆缘",
    "泰太态",
    "恒衡亨",
    "隆龙",
    "丰峰锋枫",
    "瑞锐睿",
    "诚成城承程",
    "昌长",
    "腾滕",
    "祥翔",
    "福富",
    "金锦晋",
    "明铭鸣",
    "利力立丽",
    "东冬",
    "华化",
    "顺舜",
    "永勇咏",
    "海亥",
    "凯楷",
    "森深",
    "佳家嘉",
    "益宜亿易",
    "通同",
    "德得",
    "安桉",
    "荣融蓉",
    "和合禾河",
    "强翔",
    "建健",
    "天添",
    "正政振",
    "万旺",
    "方芳",
    "伟维威",
    "博勃",
    "耀跃",
    "运云",
)
"""Characters that clerks take for each other in firms' names, by sound; the first of a group stands for all."""

_ALIKE = str.maketrans({sign: group[0] for group in reversed(_SOUNDS) for sign in group})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NameParts:
    """The parts of a column of names.

    Attributes:
        core: the name without place and legal form.
        sound: the core without words that come and go, characters of one sound made one.
        place: code of the county that the name speaks of, '' where of none.
        numbers: its numbers, joined.
    """

    core: pd.Series
    sound: pd.Series
    place: pd.Series
    numbers: pd.Series


def name_parts(names: pd.Series, places: tuple[PlaceName, ...]) -> NameParts:
    """The parts of each name.

    Args:
        names: names as written.
        places: spellings of the city's counties, old and new; the city itself with the code ''.
    """
    codes = _spellings(places)
    known = re.compile("|".join(sorted(map(re.escape, codes), key=len, reverse=True)) or r"(?!)")
    found = {name: _parts(name, known, codes) for name in names.unique()}
    columns = [names.map({name: parts[at] for name, parts in found.items()}).astype("str") for at in range(3)]
    core, place, numbers = columns
    sound = core.map({text: _sound(text) for text in core.unique()}).astype("str")
    return NameParts(core=core, sound=sound, place=place, numbers=numbers)


def _sound(core: str) -> str:
    return (_FILLERS.sub("", core) or core).translate(_ALIKE)


def _spellings(places: tuple[PlaceName, ...]) -> dict[str, str]:
    """Each place with and without the word for its rank."""
    codes: dict[str, str] = {}
    for item in places:
        plain = plain_name(item.name)
        short = re.sub(r"(?:市|县|区|旗|经济技术开发区|开发区)$", "", plain)
        for spelling in (plain, short):
            if len(spelling) > 1:
                codes.setdefault(spelling, item.code)
    return codes


def _parts(name: str, known: re.Pattern[str], codes: dict[str, str]) -> tuple[str, str, str]:
    plain = without_legal_form(plain_name(name))
    place = next((codes[item] for item in known.findall(plain) if codes[item]), "")
    core = _HEAD.sub("", plain)
    head = known.match(core)
    while head:
        core = core[head.end() :].removeprefix("市").removeprefix("县").removeprefix("区")
        head = known.match(core)
    core = known.sub("", core) or core or plain
    numbers = "/".join("".join(_SMALL.get(sign, sign) for sign in item).lstrip("0") for item in _NUMBERS.findall(plain))
    return core or plain, place, numbers
