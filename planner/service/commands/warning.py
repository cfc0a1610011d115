"""Commands of a warning's acts: consult, propose, attach, review, sign, issue, adjust, lift and what lies between."""

import hashlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from planner.episode import ActKind, AreaLevel, Channel, Notice, Office, Signature, Terms
from planner.errors import FindingsError, finding
from planner.rules import CityOverlay
from planner.service.commands.desk_options import (
    AtOption,
    ByOption,
    ChannelOption,
    KeyOption,
    ReasonOption,
    VersionOption,
    WarningArgument,
    act_and_tell,
    caller_of,
    city_of,
)
from planner.service.commands.options import JsonOption, moment_of
from planner.service.desk import DeskRequest
from planner.terms import Level

__all__ = ["warning_app"]

warning_app = typer.Typer(help="A warning from consultation to evaluation.", no_args_is_help=True)
AreaOption = Annotated[
    list[str] | None,
    typer.Option("--area", help="LEVEL:CODE,CODE - a level over counties or a group of them; may be repeated."),
]
LevelChoice = Annotated[Level | None, typer.Option("--level", help="Level over the whole city.")]
StartChoice = Annotated[datetime | None, typer.Option("--start", parser=moment_of, help="Start of the measures.")]
EndChoice = Annotated[datetime | None, typer.Option("--end", parser=moment_of, help="End; none: until further notice.")]
SignedAtOption = Annotated[datetime | None, typer.Option("--signed-at", parser=moment_of, help="When it was signed.")]
PaperDueOption = Annotated[
    datetime | None, typer.Option("--paper-due", parser=moment_of, help="By when the paper follows a telephone call.")
]
FormOption = Annotated[Path | None, typer.Option("--form", help="Scan of the approval form (审批表).")]
OfficeOption = Annotated[Office, typer.Option("--office", help="Office of the signer.")]


@warning_app.command()
def consult(
    city: Annotated[str, typer.Option("--city", help="City: slug or GB/T 2260 code.")],
    by: ByOption,
    reason: ReasonOption,
    exercise: Annotated[bool, typer.Option("--exercise", help="An exercise (演练), never a live warning.")] = False,
    at: AtOption = None,
    key: KeyOption = "",
    as_json: JsonOption = False,
) -> None:
    """Open a warning with the opinion of the consultation."""
    caller = caller_of(city, by, at)
    request = DeskRequest(
        kind=ActKind.CONSULT, city=caller.desk.city, at=caller.at, reason=reason, key=key, is_exercise=exercise
    )
    act_and_tell(caller, request, as_json=as_json)


@warning_app.command()
def propose(
    warning: WarningArgument,
    by: ByOption,
    reason: ReasonOption,
    level: LevelChoice = None,
    area: AreaOption = None,
    start: StartChoice = None,
    end: EndChoice = None,
    cause: Annotated[str, typer.Option("--cause", help="pm25, o3, dust, fire, transport or other.")] = "pm25",
    lift: Annotated[bool, typer.Option("--lift", help="Propose that the warning be lifted.")] = False,
    at: AtOption = None,
    version: VersionOption = None,
    key: KeyOption = "",
    as_json: JsonOption = False,
) -> None:
    """Propose level, area and times of a warning, their adjustment, or its lifting."""
    caller = caller_of(city_of(warning), by, at)
    areas = [] if lift else [_area(text, caller.planner.city(caller.desk.city)) for text in area or ()]
    terms = None if lift else _terms(level, areas, start, end, cause)
    request = replace(_request(ActKind.PROPOSE, warning, caller.at, reason, version, key), terms=terms, is_lift=lift)
    act_and_tell(caller, request, as_json=as_json)


@warning_app.command()
def attach(
    warning: WarningArgument,
    by: ByOption,
    reason: ReasonOption,
    plan: Annotated[list[int] | None, typer.Option("--plan", help="Plan by number; none: the approved book.")] = None,
    at: AtOption = None,
    version: VersionOption = None,
    key: KeyOption = "",
    as_json: JsonOption = False,
) -> None:
    """Attach the plans of the approved book, or plans by number."""
    caller = caller_of(city_of(warning), by, at)
    plans = tuple(plan or ())
    request = replace(_request(ActKind.ATTACH, warning, caller.at, reason, version, key), plan_ids=plans)
    act_and_tell(caller, request, as_json=as_json)


@warning_app.command()
def sign(
    warning: WarningArgument,
    by: ByOption,
    reason: ReasonOption,
    signer: Annotated[str, typer.Option("--signer", help="Who signed.")],
    office: OfficeOption,
    channel: ChannelOption = Channel.PAPER,
    signed_at: SignedAtOption = None,
    paper_due: PaperDueOption = None,
    form: FormOption = None,
    confirm: Annotated[bool, typer.Option("--confirm", help="The paper that follows a call.")] = False,
    at: AtOption = None,
    version: VersionOption = None,
    key: KeyOption = "",
    as_json: JsonOption = False,
) -> None:
    """Record a signature given on paper or by telephone, or the paper that follows."""
    caller = caller_of(city_of(warning), by, at)
    signature = Signature(
        signer=signer,
        office=office,
        channel=_channel(channel),
        signed_at=signed_at or caller.at,
        form_sha256=_form_sha256(form),
        paper_due=paper_due,
    )
    kind = ActKind.CONFIRM_SIGNATURE if confirm else ActKind.SIGN
    request = replace(_request(kind, warning, caller.at, reason, version, key), signature=signature)
    act_and_tell(caller, request, as_json=as_json)


@warning_app.command()
def notice(
    warning: WarningArgument,
    by: ByOption,
    reason: ReasonOption,
    issuer: Annotated[str, typer.Option("--issuer", help="Who gave the notice.")],
    number: Annotated[str, typer.Option("--number", help="Its number.")],
    level: Annotated[Level, typer.Option("--level", help="Its level.")],
    start: Annotated[datetime, typer.Option("--start", parser=moment_of, help="From when it holds.")],
    lifted: Annotated[bool, typer.Option("--lifted", help="It ends an earlier notice.")] = False,
    at: AtOption = None,
    version: VersionOption = None,
    key: KeyOption = "",
    as_json: JsonOption = False,
) -> None:
    """Record a regional notice of the province or the ministry."""
    caller = caller_of(city_of(warning), by, at)
    said = Notice(issuer=issuer, number=number, level=level, start=start, lifted=lifted)
    request = replace(_request(ActKind.NOTICE, warning, caller.at, reason, version, key), notice=said)
    act_and_tell(caller, request, as_json=as_json)


@warning_app.command()
def merge(
    warning: WarningArgument,
    into: Annotated[str, typer.Option("--into", help="The warning that takes this one over.")],
    by: ByOption,
    reason: ReasonOption,
    at: AtOption = None,
    version: VersionOption = None,
    key: KeyOption = "",
    as_json: JsonOption = False,
) -> None:
    """Merge a warning into another one in force: both are one episode."""
    caller = caller_of(city_of(warning), by, at)
    request = replace(_request(ActKind.MERGE, warning, caller.at, reason, version, key), merged_into=into)
    act_and_tell(caller, request, as_json=as_json)


def _plain(kind: ActKind, help_text: str) -> None:
    """A command for an act that brings nothing along but its reason."""

    def act(
        warning: WarningArgument,
        by: ByOption,
        reason: ReasonOption,
        at: AtOption = None,
        version: VersionOption = None,
        key: KeyOption = "",
        as_json: JsonOption = False,
    ) -> None:
        caller = caller_of(city_of(warning), by, at)
        act_and_tell(caller, _request(kind, warning, caller.at, reason, version, key), as_json=as_json)

    warning_app.command(str(kind), help=help_text)(act)


for _kind, _help in (
    (ActKind.REVIEW, "Review a proposal; at orange and red another person than its proposer."),
    (ActKind.RETURN, "Send a proposal back."),
    (ActKind.ISSUE, "Issue a signed warning: its plans are frozen and its orders made."),
    (ActKind.ADJUST, "Put a signed adjustment in force: change orders only."),
    (ActKind.LIFT, "Lift a warning: everybody is released."),
    (ActKind.WITHDRAW, "Withdraw a warning before its issue."),
    (ActKind.DROP, "Drop a proposal upon a warning in force."),
    (ActKind.EVALUATE, "Close a lifted warning with its evaluation."),
):
    _plain(_kind, _help)


def _request(kind: ActKind, warning: str, at: datetime, reason: str, version: int | None, key: str) -> DeskRequest:
    return DeskRequest(
        kind=kind, city=city_of(warning), warning_id=warning, at=at, reason=reason, version=version, key=key
    )


def _terms(
    level: Level | None, areas: list[AreaLevel], start: datetime | None, end: datetime | None, cause: str
) -> Terms:
    found = areas if level is None else [*areas, AreaLevel(level=level)]
    if not found or start is None:
        raise FindingsError((finding("warning.terms.missing"),))
    return Terms(areas=tuple(found), start=start, end=end, cause=cause)


def _area(text: str, city: CityOverlay) -> AreaLevel:
    """A level over counties and zones, each named by its code or name, or over a group of them (`rules areas`)."""
    level, _, named = text.partition(":")
    if level not in list(Level) or not named:
        raise typer.BadParameter(text, param_hint="--area")
    known: dict[str, tuple[str, ...]] = {}
    known |= {word: (area.code,) for area in city.areas for word in (area.code, area.name_zh, area.name_en)}
    known |= {word: item.areas for item in city.area_groups for word in (item.code, item.name_zh, item.name_en)}
    codes = [code for word in named.split(",") for code in known.get(word.strip(), (word.strip(),))]
    return AreaLevel(level=Level(level), counties=tuple(dict.fromkeys(codes)))


def _channel(text: str) -> Channel:
    if text not in list(Channel):
        raise typer.BadParameter(text, param_hint="--channel")
    return Channel(text)


def _form_sha256(form: Path | None) -> str:
    """Hash of the scanned form.

    Raises:
        FindingsError: where the file cannot be read.
    """
    if form is None:
        return ""
    try:
        return hashlib.sha256(form.read_bytes()).hexdigest()
    except OSError as error:
        raise FindingsError((finding("request.file_unreadable", value=error, file=form.name),)) from error
