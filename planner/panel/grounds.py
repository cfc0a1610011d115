"""What the measures of a plan rest on, and the firms that no rule and no filed measure gives a floor."""

from html import escape

import pandas as pd

from planner.compare import grade_label, ground_label, grounds_sentence, no_floor_sentence
from planner.panel.markup import element
from planner.panel.names import Names
from planner.plan import Ground, MeasureGround, PlanDocument, curtailment_grounds, measure_grounds
from planner.terms import Phrasebook

__all__ = ["face_html", "ground_frame", "no_floor_frame", "no_floor_line"]


def face_html(document: PlanDocument, phrasebook: Phrasebook) -> str:
    """On the plan's face: how many measures rest on what, and how many firms have no floor."""
    grounds = measure_grounds(document.problem, document.plan)
    lines = (grounds_sentence(phrasebook, grounds), no_floor_sentence(phrasebook, grounds))
    return element("div", "".join(element("p", escape(line)) for line in lines if line), "quiet")


def no_floor_line(document: PlanDocument, phrasebook: Phrasebook) -> str:
    """How many firms have no floor, '' where every firm has one."""
    return no_floor_sentence(phrasebook, measure_grounds(document.problem, document.plan))


def ground_frame(document: PlanDocument, phrasebook: Phrasebook) -> pd.DataFrame:
    """One row a ground of measures: `ground`, `curtailments`, `addressees`, `rules` (titles of the rules behind)."""
    chinese = phrasebook.language.startswith("zh")
    titles = {item.id: item.title_zh if chinese else item.title for item in document.problem.citations}
    grounds = measure_grounds(document.problem, document.plan)
    rows = [_row(item, titles, phrasebook) for item in grounds if item.ground is not Ground.MISSING_WITHOUT_FLOOR]
    return pd.DataFrame(rows, columns=["ground", "curtailments", "addressees", "rules"])


def no_floor_frame(document: PlanDocument, names: Names, phrasebook: Phrasebook) -> pd.DataFrame:
    """One row a line without any floor: `enterprise`, `line`, `county`, `industry`, `grade`, `ground`, ..."""
    sources = document.problem.sources
    place = {name: index for index, name in enumerate(sources.source_id)}
    grounds = curtailment_grounds(document.problem, document.plan)
    told = {item.source_id: ground for item, ground in zip(document.plan.curtailments, grounds, strict=True)}
    lacking = measure_grounds(document.problem, document.plan)[-1].source_ids
    rows = [
        {
            "enterprise": sources.enterprise_name[index],
            "line": " ".join(part for part in (sources.line_id[index], sources.line_name[index]) if part),
            "county": names.county(sources.county_code[index]),
            "industry": names.industry(sources.key_industry[index]),
            "grade": grade_label(phrasebook, sources.grade[index]),
            "ground": ground_label(phrasebook, told[name]) if name in told else phrasebook.say("none"),
            "enterprise_id": sources.enterprise_id[index],
        }
        for name, index in ((name, place[name]) for name in lacking)
    ]
    columns = ["enterprise", "line", "county", "industry", "grade", "ground", "enterprise_id"]
    return pd.DataFrame(rows, columns=columns)


def _row(item: MeasureGround, titles: dict[str, str], phrasebook: Phrasebook) -> tuple[object, ...]:
    named = phrasebook.say("; ").join(titles.get(name, name) for name in item.rules)
    return ground_label(phrasebook, item.ground), item.count, item.enterprises, named
