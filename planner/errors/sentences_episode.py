"""Sentences of findings about the acts of a warning."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "warning.act.illegal": (
        N_("The step {value} is not possible now; the warning stands at: {step}."),
        N_("Reload the page and take one of the steps that it offers."),
    ),
    "warning.act.stale": (
        N_("Somebody changed the warning meanwhile: you saw version {value}, it is at {now}."),
        N_("Reload the page, read what changed, and decide anew."),
    ),
    "warning.person.missing": (
        N_("The act names no person."),
        N_("Write who does it."),
    ),
    "warning.reason.missing": (
        N_("The step {value} gives no reason."),
        N_("Write the reason: it goes into the trace and onto the papers."),
    ),
    "warning.time.no_zone": (
        N_("The time {value} has no offset."),
        N_("Write it with its offset, for example 2026-12-05T08:00+08:00."),
    ),
    "warning.terms.missing": (
        N_("The proposal names no level, area and start."),
        N_("Give at least one area with its level, and the start."),
    ),
    "warning.terms.end_before_start": (
        N_("The warning would end at {value}, not after its start at {start}."),
        N_("Correct one of the two, or leave the end open until further notice."),
    ),
    "warning.terms.county_unknown": (
        N_("The city has no county {value}."),
        N_("Use the codes of the city's own counties and zones."),
    ),
    "warning.terms.below_notice": (
        N_("The level {value} lies below that of the regional notice {notice}: {level}."),
        N_("Follow the notice at its level, or record that it was lifted."),
    ),
    "warning.terms.unchanged": (
        N_("The proposal says what is in force already."),
        N_("Change level, area, start or end, or propose that the warning be lifted."),
    ),
    "warning.terms.one_episode": (
        N_("{value} is in force over the same area, and the gap is too short for a lifting: both are one episode."),
        N_("Propose to adjust {value} instead, from the higher level; or merge the two once this one is issued."),
    ),
    "warning.terms.short_lead": (
        N_("The measures begin {value} h after this step; the procedure asks for {lead} h of notice."),
        N_(
            "Immediate start is meant for heavy pollution without improvement in the next {immediate} h; "
            "say so in the reason, or begin later."
        ),
    ),
    "warning.plan.of_level": (
        N_("Of level {value} there are {count} plans attached; it takes one."),
        N_("Attach the plan of the approved book, or one approved since."),
    ),
    "warning.plan.not_asked": (
        N_("A plan of level {value} is attached, which no area has."),
        N_("Attach plans of the levels proposed only."),
    ),
    "warning.review.same_person": (
        N_("{value} made the proposal and cannot review it: orange and red need a second person."),
        N_("Let another person review it."),
    ),
    "warning.signature.missing": (
        N_("There is no signature."),
        N_("Write who signed, in which office, by which channel and when."),
    ),
    "warning.signature.office": (
        N_("The office {value} does not sign at level {level}; it takes: {needed}."),
        N_("Have it signed by the office that the procedure names, or by a higher one."),
    ),
    "warning.signature.earlier_office": (
        N_("The office {value} does not confirm what was signed by telephone as {needed}."),
        N_("Record the paper of the office that gave its signature by telephone, or of a higher one."),
    ),
    "warning.signature.time": (
        N_("The signature is dated {value}, now it is {now}."),
        N_("Write when it was given, with its offset."),
    ),
    "warning.signature.no_deadline": (
        N_("A signature by telephone says by when its paper follows; this one does not."),
        N_("Write the deadline of the signature on paper."),
    ),
    "warning.signature.deadline_on_paper": (
        N_("A signature on paper needs no deadline for its paper."),
        N_("Leave the deadline empty, or choose the telephone."),
    ),
    "warning.signature.not_on_paper": (
        N_("What confirms a signature is its paper, not the {value}."),
        N_("Record the signature on paper."),
    ),
    "warning.lift.nothing": (
        N_("Nothing is in force that could be lifted."),
        N_("Withdraw the proposal instead."),
    ),
    "warning.lift.regional_notice": (
        N_("The regional notice {value} still holds."),
        N_("Record that it was lifted first: what a regional notice started is lifted on regional notice."),
    ),
    "warning.notice.missing": (
        N_("The regional notice is missing."),
        N_("Write its issuer, number, level and start."),
    ),
    "warning.merge.lower": (
        N_("{value} has a lower level than this warning, or none, in {counties}: one episode keeps the higher level."),
        N_("Adjust {value} to the higher level first, or lift this warning through review and signature."),
    ),
    "warning.merge.target": (
        N_("A warning cannot be merged into {value}."),
        N_("Name another warning that is in force."),
    ),
}
