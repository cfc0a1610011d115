"""秋冬季管控台账 on screen: lines, firms and groups with their hours of the season."""

from dataclasses import dataclass

import pandas as pd

from planner.compare import grade_label
from planner.execution import Sheet
from planner.panel.amounts import count_text, number_text
from planner.panel.grid import NUMBER, TEXT, Columns
from planner.panel.names import Names
from planner.season import SeasonAccount, groups_of
from planner.terms import Phrasebook

__all__ = [
    "HOURS",
    "SEASON_ORDER",
    "SeasonAccount",
    "SeasonFilter",
    "account_sheets",
    "firm_frame",
    "group_columns",
    "group_frame",
    "group_sentence",
    "has_no_hours",
    "hours_text",
    "is_empty",
    "keep_lines",
    "line_frame",
    "season_columns",
    "season_facts",
]

HOURS = ("stopped", "added", "rested")
SEASON_ORDER = ("enterprise", "line", "county", "industry", "grade", *HOURS, "warned", "told")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonFilter:
    """Which lines are shown; '' and nothing chosen leave all, `with_hours` drops those without any."""

    words: str = ""
    counties: tuple[str, ...] = ()
    with_hours: bool = True


def is_empty(account: SeasonAccount) -> bool:
    """Whether no line has stood still or rested yet."""
    return not (account.lines[["stopped", "rested"]].to_numpy() > 0.0).any()


def has_no_hours(account: SeasonAccount) -> bool:
    """Whether there is nothing to draw, not even what a plan would add."""
    return not (account.lines[list(HOURS)].to_numpy() > 0.0).any()


def season_facts(account: SeasonAccount, phrasebook: Phrasebook) -> tuple[tuple[str, str], ...]:
    """(label, value) pairs at the head of the page."""
    lines, say = account.lines, phrasebook.say
    stopped = lines[lines["stopped"] > 0.0]
    groups = groups_of(account)
    widest = float(groups["spread"].max()) if len(groups) else 0.0
    added = hours_text(float(lines["added"].sum()), phrasebook) if account.has_plan else "—"
    return (
        (say("Firms stopped so far"), count_text(phrasebook, stopped["enterprise_id"].nunique())),
        (say("Stopped under warnings"), hours_text(float(lines["stopped"].sum()), phrasebook)),
        (say("Rested off-peak"), hours_text(float(lines["rested"].sum()), phrasebook)),
        (say("The plan shown would add"), added),
        (say("Widest gap among equals"), hours_text(widest, phrasebook)),
    )


def hours_text(hours: float, phrasebook: Phrasebook) -> str:
    """Hours in the reader's language."""
    return phrasebook.say("{hours} h", hours=number_text(phrasebook, hours, 0))


def keep_lines(account: SeasonAccount, wanted: SeasonFilter) -> SeasonAccount:
    """The account of those lines that the reader wants to see."""
    lines = account.lines
    text = lines["enterprise_name"] + " " + lines["enterprise_id"] + " " + lines["line_id"]
    kept = text.str.casefold().str.contains(wanted.words.casefold(), regex=False)
    if wanted.counties:
        kept &= lines["county_code"].isin(wanted.counties)
    if wanted.with_hours:
        kept &= lines[list(HOURS)].sum(axis=1) > 0.0
    return SeasonAccount(lines=lines[kept], has_plan=account.has_plan)


def line_frame(account: SeasonAccount, names: Names, phrasebook: Phrasebook) -> pd.DataFrame:
    """One row a line, the most hours first; columns as SEASON_ORDER."""
    lines = account.lines.sort_values(["stopped", "rested", "added"], ascending=False, kind="stable")
    return pd.DataFrame(
        {
            "enterprise": lines["enterprise_name"],
            "line": (lines["line_id"] + " " + lines["line_name"]).str.strip(),
            "county": [names.county(code) for code in lines["county_code"]],
            "industry": [names.industry(code) for code in lines["industry"]],
            "grade": [grade_label(phrasebook, code) for code in lines["grade"]],
            **{name: lines[name].round(1) for name in (*HOURS, "warned", "told")},
        }
    )


def firm_frame(account: SeasonAccount, names: Names) -> pd.DataFrame:
    """One row a firm: `enterprise`, `county`, `lines`, hours of all its lines together, the most hours first."""
    sums = account.lines.groupby(["enterprise_id", "enterprise_name", "county_code"], sort=False).agg(
        lines=("source_id", "size"), **{name: (name, "sum") for name in HOURS}
    )
    ordered = sums.reset_index().sort_values(["stopped", "rested", "added"], ascending=False, kind="stable")
    return pd.DataFrame(
        {
            "enterprise": ordered["enterprise_name"],
            "county": [names.county(code) for code in ordered["county_code"]],
            "lines": ordered["lines"],
            **{name: ordered[name].round(1) for name in HOURS},
        }
    )


def group_frame(account: SeasonAccount, names: Names, phrasebook: Phrasebook) -> pd.DataFrame:
    """One row a group of equals: who they are, and how far apart their lines stand now and after the plan, hours."""
    groups = groups_of(account)
    frame = pd.DataFrame(
        {
            "county": [names.county(code) for code in groups["county_code"]],
            "industry": [
                " · ".join(part for part in (names.industry(code), names.process(code, process)) if part)
                for code, process in zip(groups["industry"], groups["sub_process"], strict=True)
            ],
            "grade": [grade_label(phrasebook, code) for code in groups["grade"]],
            "firms": groups["firms"],
            "lines": groups["lines"],
            **{name: groups[name].round(1) for name in ("mean", "least", "most", "spread")},
        }
    )
    if account.has_plan:
        frame["mean_after"], frame["spread_after"] = groups["mean_after"].round(1), groups["spread_after"].round(1)
    return frame


def group_sentence(account: SeasonAccount, phrasebook: Phrasebook) -> str:
    """How many groups there are, in how many the lines have stood equally long, and what the plan changes of that."""
    groups, say = groups_of(account), phrasebook.say
    said = say(
        "{count} groups of two lines or more; in {even} of them every line has stood still equally long.",
        count=count_text(phrasebook, len(groups)),
        even=count_text(phrasebook, int((groups["spread"] < 1.0).sum())),
    )
    if not account.has_plan or groups.empty:
        return said
    wider = int((groups["spread_after"] > groups["spread"] + 1.0).sum())
    narrower = int((groups["spread_after"] < groups["spread"] - 1.0).sum())
    return said + say(
        "The plan shown would widen the gap in {wider} and narrow it in {narrower}.",
        wider=count_text(phrasebook, wider),
        narrower=count_text(phrasebook, narrower),
    )


def season_columns(phrasebook: Phrasebook) -> Columns:
    """The columns of lines and firms."""
    say = phrasebook.say
    hours = {
        "stopped": say("Stopped under warnings, h"),
        "added": say("The plan shown adds, h"),
        "rested": say("Rested off-peak, h"),
        "warned": say("Of it: warnings led here, h"),
        "told": say("Of it: imported ledger, h"),
    }
    return {
        "enterprise": TEXT(say("Enterprise"), width=260, pinned=True),
        "line": TEXT(say("Line"), width=150),
        "county": TEXT(say("County"), width=90),
        "industry": TEXT(say("Industry"), width=170),
        "grade": TEXT(say("Grade"), width=90),
        "lines": NUMBER(say("Lines"), format="%,d", width=70),
        **{name: NUMBER(head, format="%,.1f", width=130) for name, head in hours.items()},
    }


def group_columns(phrasebook: Phrasebook) -> Columns:
    """The columns of groups of equals."""
    say = phrasebook.say
    hours = {
        "mean": say("Mean, h"),
        "least": say("Least, h"),
        "most": say("Most, h"),
        "spread": say("Gap, h"),
        "mean_after": say("Mean after the plan, h"),
        "spread_after": say("Gap after the plan, h"),
    }
    return {
        "county": TEXT(say("County"), width=100),
        "industry": TEXT(say("Industry and process"), width=260),
        "grade": TEXT(say("Grade"), width=90),
        "firms": NUMBER(say("Firms"), format="%,d", width=70),
        "lines": NUMBER(say("Lines"), format="%,d", width=70),
        **{name: NUMBER(head, format="%,.1f", width=110) for name, head in hours.items()},
    }


def account_sheets(account: SeasonAccount, names: Names, phrasebook: Phrasebook) -> tuple[Sheet, ...]:
    """The account as the sheets of a workbook: lines, firms, groups."""
    say, heads = phrasebook.say, {**group_columns(phrasebook), **season_columns(phrasebook)}
    tables = (
        (say("Lines"), line_frame(account, names, phrasebook)),
        (say("Firms"), firm_frame(account, names)),
        (say("Groups of equals"), group_frame(account, names, phrasebook)),
    )
    return tuple(
        Sheet(
            title=title,
            headers=tuple(str((heads[name] or {})["label"]) for name in frame.columns),
            rows=tuple(frame.astype(object).itertuples(index=False, name=None)),
        )
        for title, frame in tables
    )
