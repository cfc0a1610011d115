"""What a plan withstands, in words for a terminal."""

from collections.abc import Iterator

from planner.compare import percent_text, pollutant_label
from planner.plan import PlanDocument, plain_body, robust_body
from planner.terms import N_, Phrasebook

__all__ = ["robust_lines"]


def robust_lines(document: PlanDocument, phrasebook: Phrasebook) -> Iterator[str]:
    """What failures leave of each cut, and what withstanding them costs; nothing where none were named."""
    problem, plan = document.problem, document.plan
    if problem.robust is None:
        return
    if problem.robust.failures:
        words = N_("With the {count} largest ordered reductions of each cut away:")
        yield phrasebook.say(words, count=problem.robust.failures)
    else:
        words = N_("With rates of compliance, each cut held with probability {probability} %:")
        yield phrasebook.say(words, probability=percent_text(problem.robust.probability))
    for row in plan.robust:
        if row.target_share > 0.0:
            yield phrasebook.say(
                N_("  {pollutant}: {kept} % left of {share} %, target {target} %"),
                pollutant=pollutant_label(phrasebook, row.row),
                kept=percent_text(round(row.kept_share, 4)),
                share=percent_text(round(row.share, 4)),
                target=percent_text(round(row.target_share, 4)),
            )
    simulated = robust_body(problem, plan.robust, plan.chosen)["simulated_probability"]
    if simulated is not None:
        words = N_("  In {share} % of seeded draws all cuts held at once.")
        yield phrasebook.say(words, share=percent_text(round(simulated, 4)))
    yield from _extra(document, phrasebook)


def _extra(document: PlanDocument, phrasebook: Phrasebook) -> Iterator[str]:
    if document.plain is None:
        return
    extra = plain_body(document.plain, document.problem, document.plan)
    words = N_("It costs {extra:,.0f} yuan more than the plan that need not withstand this ({plain:,.0f} yuan).")
    yield phrasebook.say(words, extra=extra["extra_yuan"], plain=extra["objective_yuan"])
