"""A book, a list of books, an approval in words for a terminal."""

from collections import Counter
from collections.abc import Iterator

from planner.compare import level_label, mode_label, pollutant_label, proof_label, status_label, verdict_label
from planner.plan import BookSummary, LevelSummary
from planner.problem import ExceptionKind
from planner.service.book_records import BookOutcome, ListedBook
from planner.service.plan_words import stage_sentence
from planner.store import BookApproval
from planner.terms import BEIJING, N_, Phrasebook

__all__ = ["approval_line", "book_lines", "book_stage", "listed_lines", "summary_lines"]

STAGES = {
    "alone": N_("Planning each level by itself ..."),
    "in_turn": N_("Nesting the levels, one after the other, in several orders ..."),
    "together": N_("Proving the three levels together ..."),
}
EXCEPTION_WORDS = {
    ExceptionKind.OBLIGED: N_("what rules or the filed list oblige to falls from {laxer} to {stricter}"),
    ExceptionKind.MENU: N_("the menu of {stricter} goes less deep than that of {laxer}"),
    ExceptionKind.DUTY: N_("a duty of {laxer} is not named at {stricter}"),
}


def book_stage(stage: str, phrasebook: Phrasebook) -> str:
    """What the search is doing, for a line of progress."""
    return phrasebook.say(STAGES[stage]) if stage in STAGES else stage_sentence(stage, phrasebook)


def book_lines(outcome: BookOutcome, summary: BookSummary | None, phrasebook: Phrasebook) -> Iterator[str]:
    """A fresh book: whose it is, its levels, its price, its number."""
    if summary is None:
        yield status_label(phrasebook, outcome.status)
        return
    if outcome.is_demo:
        yield phrasebook.say(N_("Synthetic demo list: invented firms, no real city."))
    yield from summary_lines(summary, phrasebook)
    if outcome.book_id is not None:
        words = N_("Stored as book {number}; `planner book approve {number} --by NAME --reason TEXT` puts it in use.")
        yield phrasebook.say(words, number=outcome.book_id)


def summary_lines(summary: BookSummary, phrasebook: Phrasebook) -> Iterator[str]:
    """A book's head, a line a level, the price of the nesting, its exceptions by kind."""
    yield f"{summary.city} {mode_label(phrasebook, summary.mode)} {summary.on.isoformat()}"
    for level in summary.levels:
        yield _level(level, phrasebook)
    words = N_("Together {cost:,.0f} yuan over {days} days, bound {bound:,.0f}: {proof}.")
    proof = proof_label(phrasebook, summary.gap)
    yield phrasebook.say(
        words, cost=summary.objective_yuan, days=summary.duration_days, bound=summary.bound_yuan, proof=proof
    )
    if len(set(summary.weights)) > 1:
        yield phrasebook.say(N_("Weights of yellow, orange, red: {weights}."), weights=_weights(summary))
    price = summary.price
    words = N_("Price of the nesting: between {least:,.0f} and {most:,.0f} yuan, at most {share} % of the cost alone.")
    yield phrasebook.say(words, least=price.least_yuan, most=price.most_yuan, share=f"{100.0 * price.share:.4g}")
    yield from _exceptions(summary, phrasebook)


def listed_lines(books: tuple[ListedBook, ...], phrasebook: Phrasebook) -> Iterator[str]:
    """A line a book, the one in use marked; what to do where there is none."""
    if not books:
        yield phrasebook.say(N_("No book yet; `planner book make --city` makes one."))
    for item in books:
        words = N_("Book {number} {day} {mode}: {status}")
        day = item.created_at.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")
        line = phrasebook.say(
            words,
            number=item.book_id,
            day=day,
            mode=mode_label(phrasebook, item.mode),
            status=status_label(phrasebook, item.status),
        )
        yield line + (f"; {_word(item, phrasebook)}" if item.approved_by else "")


def approval_line(word: BookApproval, phrasebook: Phrasebook) -> str:
    """That a book is in use from now on."""
    return phrasebook.say(
        N_("Book {number} is in use from now on, approved by {by}: {reason}"),
        number=word.book_id,
        by=word.approved_by,
        reason=word.reason,
    )


def _level(level: LevelSummary, phrasebook: Phrasebook) -> str:
    cuts = ", ".join(f"{pollutant_label(phrasebook, cut.pollutant)} {100.0 * cut.share:.2f} %" for cut in level.cuts)
    return phrasebook.say(
        N_("{level}: {cost:,.0f} yuan; {cuts}; {touched} enterprises, {halted} lines halted; {verdict}"),
        level=level_label(phrasebook, level.level),
        cost=level.objective_yuan,
        cuts=cuts,
        touched=level.touched,
        halted=level.halted_lines,
        verdict=verdict_label(phrasebook, level.verdict),
    )


def _weights(summary: BookSummary) -> str:
    return ", ".join(f"{weight:g}" for weight in summary.weights)


def _exceptions(summary: BookSummary, phrasebook: Phrasebook) -> Iterator[str]:
    counted = Counter((item.laxer, item.stricter, item.kind) for item in summary.exceptions)
    for (laxer, stricter, kind), count in sorted(counted.items()):
        why = phrasebook.say(
            EXCEPTION_WORDS[kind], laxer=level_label(phrasebook, laxer), stricter=level_label(phrasebook, stricter)
        )
        yield phrasebook.say(N_("Less at the stricter level, {count} sources: {why}."), count=count, why=why)


def _word(item: ListedBook, phrasebook: Phrasebook) -> str:
    words = N_("in use, approved by {by}: {reason}") if item.is_in_use else N_("retired, approved by {by}: {reason}")
    return phrasebook.say(words, by=item.approved_by, reason=item.reason)
