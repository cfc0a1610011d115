"""A plan, a verdict, an explanation in words for a terminal."""

from collections.abc import Iterator

from planner.compare import (
    baseline_label,
    baseline_outcome,
    basis_label,
    citation_status,
    grade_label,
    grade_move_sentence,
    grounds_sentence,
    level_label,
    measure_sentence,
    mode_label,
    no_floor_sentence,
    off_peak_sentence,
    percent_text,
    pollutant_label,
    proof_label,
    season_sentences,
    standing_label,
    status_label,
    verdict_label,
)
from planner.errors import finding
from planner.errors.sentences import tell
from planner.explain import Explanation, GradeOutcome, SourceView, replacement_sentences, together_sentence
from planner.plan import AuditReport, PlanDocument, measure_grounds
from planner.service.answer_words import answer_lines
from planner.service.day_words import day_lines
from planner.service.records import PlanOutcome
from planner.terms import N_, Phrasebook

__all__ = ["explanation_lines", "plan_lines", "stage_sentence", "verdict_lines"]

STAGES = {
    "shortfall": N_("Looking how far the cuts can be met ..."),
    "cost": N_("Finding the cheapest measures and proving it ..."),
    "tie_break": N_("Choosing one among equal plans ..."),
    "season": N_("Evening the hours of the season ..."),
    "audit": N_("The referee checks the plan ..."),
}


def plan_lines(outcome: PlanOutcome, phrasebook: Phrasebook) -> Iterator[str]:
    """A plan's head, its cuts, its cost, and what it rests on that is to be confirmed."""
    document = outcome.document
    if document is None:
        yield status_label(phrasebook, outcome.status)
        return
    header, plan = document.problem.header, document.plan
    if outcome.is_demo:
        yield phrasebook.say(N_("Synthetic demo list: invented firms, no real city."))
    yield f"{header.city_slug} {level_label(phrasebook, header.level)} {mode_label(phrasebook, header.mode)}"
    yield f"{status_label(phrasebook, outcome.status)}; {verdict_label(phrasebook, document.audit.verdict)}"
    yield from _cuts(document, phrasebook)
    words = N_("Cost {cost:,.0f} yuan over {days} days, bound {bound:,.0f}: {proof}.")
    proof = proof_label(phrasebook, document.report.gap)
    yield phrasebook.say(
        words, cost=plan.objective_yuan, days=header.duration_days, bound=document.report.bound_yuan, proof=proof
    )
    yield from _baselines(document, phrasebook)
    firms = {item.enterprise_id for item in plan.curtailments} - {""}
    yield phrasebook.say(
        N_("{firms} enterprises, {rows} sources with a measure."), firms=len(firms), rows=len(plan.curtailments)
    )
    yield from answer_lines(document, phrasebook)
    yield from _off_peak(document, phrasebook)
    yield from season_sentences(document.problem, plan, document.report, phrasebook)
    grounds = measure_grounds(document.problem, plan)
    yield grounds_sentence(phrasebook, grounds)
    yield from filter(None, [no_floor_sentence(phrasebook, grounds)])
    if document.rests_on:
        count = len(document.rests_on)
        yield phrasebook.say(N_("Rests on {count} values that are to be confirmed:"), count=count)
        yield from (f"  {item.citation} ({item.curtailments})" for item in document.rests_on)


def stage_sentence(stage: str, phrasebook: Phrasebook) -> str:
    """What the search is doing, for a line of progress."""
    return phrasebook.say(STAGES.get(stage, stage))


def verdict_lines(report: AuditReport, phrasebook: Phrasebook) -> Iterator[str]:
    """The referee's verdict and every check that failed."""
    yield verdict_label(phrasebook, report.verdict)
    for check in report.checks:
        if not check.passed:
            item = finding(check.code, place=check.place, expected=check.expected, found=check.found)
            yield " ".join(tell(item, phrasebook))


def explanation_lines(explanation: Explanation, phrasebook: Phrasebook) -> Iterator[str]:
    """Each line of the firm: what, why, the clauses, the options it had; then its peers."""
    yield f"{explanation.enterprise_name} {explanation.enterprise_id}"
    told = (grade_move_sentence(phrasebook, move) for move in explanation.moves if move.is_recent)
    yield from dict.fromkeys(told)
    for source in explanation.sources:
        yield from _source(source, phrasebook)
    if explanation.peers:
        yield phrasebook.say(N_("Firms of the same county, process and grade:"))
    for peer in explanation.peers:
        words = N_("  {name}: {lines} lines, {halted} halted, {kept} % of activity left on average")
        yield phrasebook.say(
            words, name=peer.enterprise_name, lines=peer.lines, halted=peer.halted, kept=percent_text(peer.kept_share)
        )
    if explanation.replacement is not None:
        yield from replacement_sentences(explanation.replacement, phrasebook)
    if explanation.grades:
        yield phrasebook.say(N_("What it would be obliged to at each grade (* its own):"))
    for outcome in explanation.grades:
        yield _grade(outcome, phrasebook)


def _grade(outcome: GradeOutcome, phrasebook: Phrasebook) -> str:
    mark = "*" if outcome.is_own else " "
    lines: dict[str, int] = {}
    for line in outcome.lines:
        words = measure_sentence(phrasebook, line.measures, line.kept_share) or phrasebook.say(N_("no measure"))
        lines[words] = lines.get(words, 0) + 1
    told = (phrasebook.say(N_("{count} lines {words}"), count=count, words=words) for words, count in lines.items())
    asked = ""
    if outcome.required_share is not None:
        words = N_("; equals of that grade reduce {share} % in this plan")
        asked = phrasebook.say(words, share=percent_text(outcome.required_share))
    return f"  {mark} {grade_label(phrasebook, outcome.grade)}: {', '.join(told)}{asked}"


def _baselines(document: PlanDocument, phrasebook: Phrasebook) -> Iterator[str]:
    for item in document.baselines:
        yield phrasebook.say(
            N_("  {name}: {cost:,.0f} yuan, {outcome}"),
            name=baseline_label(phrasebook, str(item.name)),
            cost=item.objective_yuan,
            outcome=baseline_outcome(phrasebook, item),
        )


def _off_peak(document: PlanDocument, phrasebook: Phrasebook) -> Iterator[str]:
    use = document.problem.header.off_peak
    if use is not None:
        yield off_peak_sentence(use, phrasebook)
        yield from (f"  {item.source_id}" for item in use.resting)


def _cuts(document: PlanDocument, phrasebook: Phrasebook) -> Iterator[str]:
    for item in document.plan.totals:
        words = N_("{name}: {share} % of the base ({kilograms:,.0f} kg a day), level {target} %")
        yield phrasebook.say(
            words,
            name=pollutant_label(phrasebook, item.pollutant),
            share=percent_text(round(item.share, 4)),
            kilograms=item.reduction_kg_per_day,
            target=percent_text(item.target_share),
        )
    exchange = document.plan.exchange
    words = N_("SO2 and NOx together {sum} %, at least {required} %")
    yield phrasebook.say(
        words, sum=percent_text(round(exchange.sum_share, 4)), required=percent_text(exchange.required_sum_share)
    )
    for short in document.plan.shortfalls:
        words = N_("Missing: {name} {share} % ({kilograms:,.0f} kg a day)")
        name = pollutant_label(phrasebook, short.pollutant)
        yield phrasebook.say(
            words, name=name, share=percent_text(short.missing_share), kilograms=short.missing_kg_per_day
        )
    yield from day_lines(document, phrasebook)


def _source(source: SourceView, phrasebook: Phrasebook) -> Iterator[str]:
    name = f"{source.line_id or source.source_id} {source.line_name}".strip()
    if source.curtailment is None:
        yield f"- {name}: {phrasebook.say(N_('no measure'))} ({standing_label(phrasebook, source.standing)})"
    else:
        row = source.curtailment
        words = measure_sentence(phrasebook, row.measures, row.kept_share, source.line_id)
        yield f"- {name}: {words} [{basis_label(phrasebook, row.basis)}]"
    shown = source.citations or ((source.standing_citation,) if source.standing_citation else ())
    for citation in shown:
        title = citation.title if phrasebook.language == "en" else citation.title_zh
        status = citation_status(phrasebook, citation)
        yield f"    {title} | {citation.instrument} {citation.number} | {citation.clause} | {status}"
    yield from (f"    {together_sentence(view, phrasebook)}" for view in source.together)
    for option in source.options:
        words = measure_sentence(phrasebook, option.measures, option.kept_share) or phrasebook.say(N_("no measure"))
        mark = "*" if option.is_taken else " "
        yield phrasebook.say(N_("    {mark} {words}: {cost:,.0f} yuan"), mark=mark, words=words, cost=option.cost_yuan)
