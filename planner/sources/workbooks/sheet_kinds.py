"""What the rows of a sheet stand for, by its name and its title."""

import re

from planner.inventory.meaning import SheetKind

__all__ = ["kind_of_sheet"]

_BY_NAME = (
    (
        SheetKind.SKIP,
        re.compile(
            r"汇总|统计|填报说明|填表说明|说明|目录|封面|字典|下拉|数据源|代码表|模板示例|示例|总表$|summary",
            re.IGNORECASE,
        ),
    ),
    (SheetKind.FLEET, re.compile(r"移动源|机动车|车辆|非道路|柴油货车|运输|车队|mobile|fleet", re.IGNORECASE)),
    (SheetKind.SITE, re.compile(r"扬尘|工地|施工|道路|堆场|裸地|dust|site", re.IGNORECASE)),
    (SheetKind.LINE, re.compile(r"工业|企业|industr|涉气|重点|锅炉|enterprise|list", re.IGNORECASE)),
    (SheetKind.REST, re.compile(r"^其他(?!企业)|其它源|其他源|生活源|面源|农业|社会源|^other", re.IGNORECASE)),
)


def kind_of_sheet(name: str, title: str) -> SheetKind:
    """The kind of a sheet's rows: its name decides, then its title; without a word of either they are lines.

    Args:
        name: the sheet's name, '' for CSV.
        title: what stands above its header.
    """
    for text in (name, title[:60]):
        for kind, pattern in _BY_NAME:
            if pattern.search(text) and not (kind is SheetKind.SKIP and text is not name):
                return kind
    return SheetKind.LINE
