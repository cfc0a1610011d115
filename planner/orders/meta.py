"""What an order names beside the plan: the names of codes, the files it was made from, how lines are metered."""

from dataclasses import dataclass

__all__ = ["CheckPoint", "CodeName", "OrderMeta"]

CodeName = tuple[str, str, str]
"""(code, Chinese name, English name)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPoint:
    """How one source can be checked: its electricity meter ('' for none) and whether a CEMS is installed."""

    source_id: str
    meter_id: str
    monitored: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderMeta:
    """Names and provenance of an order. No clock: when the file was made is not part of it.

    Attributes:
        county_names, industry_names: (code, Chinese name, English name); a code without a name is shown itself.
        sub_process_names: the same, the code written `industry/process`: a process is named inside its industry.
        list_file: name of the list's file; its hash and the rules' stand in the problem.
        bound_yuan: proven bound of the cost, None where it is not to be shown.
        verdict: what the referee says, a Verdict value, '' where it is not to be shown.
        check_points: from the list; empty where the list is not at hand, then orders name the ways of checking only.
    """

    city_name_zh: str
    city_name_en: str
    county_names: tuple[CodeName, ...]
    industry_names: tuple[CodeName, ...]
    sub_process_names: tuple[CodeName, ...]
    plan_sha256: str
    planner_version: str
    list_file: str
    bound_yuan: float | None = None
    verdict: str = ""
    check_points: tuple[CheckPoint, ...] = ()
