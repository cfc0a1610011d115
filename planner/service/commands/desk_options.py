"""What the commands of the warning desk share: their options, who acts, and how an outcome is told."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

import typer

from planner.episode import ActKind, AirWarning, legal_acts, step_sentence
from planner.service.bootstrap import open_planner
from planner.service.commands.acting import signed_in
from planner.service.commands.options import moment_of
from planner.service.console import finding_json, print_findings, print_json, print_text, speak
from planner.service.desk import DeskOutcome, DeskRequest, Person, WarningDesk, person_for
from planner.service.planner import Planner
from planner.terms import BEIJING, N_

__all__ = [
    "AtOption",
    "ByOption",
    "Caller",
    "ChannelOption",
    "KeyOption",
    "ReasonOption",
    "VersionOption",
    "WarningArgument",
    "act_and_tell",
    "caller_of",
    "city_of",
    "warning_json",
]

STOPPED = 1


WarningArgument = Annotated[str, typer.Argument(help="Number of the warning, such as changzhi-2026-001.")]
ByOption = Annotated[str, typer.Option("--by", help="Who acts: a name, or an account where there are accounts.")]
AtOption = Annotated[datetime | None, typer.Option("--at", parser=moment_of, help="When; now where it is left out.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why: it goes into the trace and onto the papers.")]
VersionOption = Annotated[int | None, typer.Option("--version", min=1, help="Version of the warning that you saw.")]
KeyOption = Annotated[str, typer.Option("--key", help="Your own key: sent again, the request has no second effect.")]
ChannelOption = Annotated[str, typer.Option("--channel", help="paper or telephone.")]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Caller:
    """A desk, and who stands at it from when."""

    planner: Planner
    desk: WarningDesk
    name: str
    at: datetime

    def person(self, kind: ActKind) -> Person:
        """The person for an act.

        Without accounts a name acts in whatever role the act asks for; the second person of orange and red has to have
        another name all the same. With accounts the name is an account, which needs its password.

        Raises:
            FindingsError: where the account does not fit its password, or no password is given.
        """
        return signed_in(self.planner, self.name, self.at) or person_for(self.name, kind)


def caller_of(city: str, by: str, at: datetime | None) -> Caller:
    """The caller at the desk of a city."""
    planner = open_planner()
    return Caller(planner=planner, desk=planner.desk(city), name=by, at=at or datetime.now(BEIJING))


def city_of(warning_id: str) -> str:
    """The city that a warning's number begins with."""
    return warning_id.rsplit("-", maxsplit=2)[0]


def act_and_tell(caller: Caller, request: DeskRequest, *, as_json: bool) -> None:
    """Acts, tells what came of it, and exits 1 where it was refused."""
    outcome, phrasebook = caller.desk.act(request, caller.person(request.kind)), speak()
    if as_json:
        told = [finding_json(item, phrasebook) for item in outcome.findings]
        print_json({"ok": outcome.is_done, "findings": told, **_outcome_json(outcome)})
    else:
        print_findings(outcome.findings, phrasebook)
        if outcome.warning is not None:
            print_text(step_sentence(phrasebook, outcome.warning))
        if outcome.is_done and outcome.orders:
            print_text(phrasebook.say(N_("{count} orders made."), count=outcome.orders))
    raise typer.Exit(0 if outcome.is_done else STOPPED)


def warning_json(warning: AirWarning) -> dict[str, Any]:
    """A warning as the command line's JSON holds it."""
    held = warning.in_force
    terms = warning.terms or (held.terms if held else None)
    return {
        "warning_id": warning.warning_id,
        "city": warning.city,
        "exercise": warning.is_exercise,
        "version": warning.version,
        "round": str(warning.round),
        "step": str(warning.step),
        "next": [str(kind) for kind in legal_acts(warning)],
        "level": str(terms.level) if terms else None,
        "start": terms.start.isoformat() if terms else None,
        "end": terms.end.isoformat() if terms and terms.end else None,
        "cause": terms.cause if terms else None,
        "areas": [{"level": str(area.level), "counties": list(area.counties)} for area in terms.areas] if terms else [],
        "in_force_since": held.since.isoformat() if held else None,
        "orders_version": held.version if held else None,
    }


def _outcome_json(outcome: DeskOutcome) -> dict[str, Any]:
    told = warning_json(outcome.warning) if outcome.warning is not None else None
    return {"warning": told, "orders": outcome.orders, "trace_sha256": outcome.trace_sha256}
