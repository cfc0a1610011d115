"""The words for grades that move: the kind of a move, and the line that a firm's order and page show."""

from planner.compare.wording import grade_label
from planner.inventory import AppliedMove
from planner.problem import PlanProblem
from planner.terms import N_, MoveKind, Phrasebook

__all__ = ["grade_move_sentence", "move_kind_label", "moves_by_process", "recent_moves"]

_KINDS: dict[str, str] = {
    MoveKind.ENTRY: N_("Entry into the grades"),
    MoveKind.PROMOTION: N_("Promotion"),
    MoveKind.DEMOTION: N_("Demotion"),
    MoveKind.EXIT: N_("Exit from the grades"),
    MoveKind.APPLICATION: N_("Application not yet approved"),
    MoveKind.VIOLATION: N_("Demotion for a breach"),
    MoveKind.UPGRADE_OVERDUE: N_("Upgrade overdue"),
}
Process = tuple[str, str, str]


def move_kind_label(phrasebook: Phrasebook, kind: str) -> str:
    """What made a grade move."""
    found = _KINDS.get(kind)
    return phrasebook.say(found) if found else kind


def grade_move_sentence(phrasebook: Phrasebook, move: AppliedMove) -> str:
    """The move in one line: from which grade to which, from when on, why, by which document."""
    reason = phrasebook.say(N_("; ")).join(part for part in (move.reason, move.document) if part)
    values = {
        "after": grade_label(phrasebook, move.counts_as),
        "day": move.from_day.isoformat(),
        "kind": move_kind_label(phrasebook, move.kind),
        "reason": reason,
    }
    if move.grade_before is None:
        return phrasebook.say(N_("{after} from {day} ({kind}: {reason})"), **values)
    said = N_("{before} → {after} from {day} ({kind}: {reason})")
    return phrasebook.say(said, before=grade_label(phrasebook, move.grade_before), **values)


def moves_by_process(problem: PlanProblem) -> dict[Process, tuple[AppliedMove, ...]]:
    """The moves of each firm, key industry and process, the first one first."""
    found: dict[Process, tuple[AppliedMove, ...]] = {}
    for move in problem.moves:
        process = (move.enterprise_id, move.key_industry, move.sub_process)
        found[process] = (*found.get(process, ()), move)
    return found


def recent_moves(problem: PlanProblem) -> dict[Process, tuple[AppliedMove, ...]]:
    """The same of the moves that orders still tell; processes without one are absent."""
    told = {
        process: tuple(move for move in moves if move.is_recent) for process, moves in moves_by_process(problem).items()
    }
    return {process: moves for process, moves in told.items() if moves}
