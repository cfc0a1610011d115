"""秋冬季管控台账: hours stopped and rested this season a firm and group, what a plan would add, and its ledgers."""

import streamlit as st

from planner import panel
from planner.panel import Desk, PlanDocument
from planner.panel import season_account as shown
from planner.panel import season_figure as drawn
from planner.panel.plan_options import options_in_use
from planner.panel.season_account import SeasonAccount, SeasonFilter
from planner.panel.work import look_again
from planner.service import Planner
from planner.service.desk_papers import tables_workbook
from planner.service.panel_wishes import wish_of
from planner.service.season_accounts import SeasonFiles, account_now, hours_file, read_hours, read_rests
from planner.service.wishes import PlanWish, order_in_use

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TABLES = ("firms", "lines")


def wish(desk: Desk, planner: Planner) -> PlanWish:
    """The plan that the reader came from."""
    order = order_in_use(planner, desk.address.city, panel.moment_now())
    return wish_of(planner, desk.address, options_in_use(), order)


def the_plan(desk: Desk, planner: Planner) -> PlanDocument | None:
    """The plan that the reader came from where it is at hand; the page needs none and waits for none."""
    with panel.findings_shown(desk.phrasebook):
        if desk.address.plan:
            found = st.session_state["read_plan"](int(desk.address.plan))
        else:
            found = st.session_state["glance"](wish(desk, planner))
    document: PlanDocument | None = found.document if found is not None else None
    return document


def show_plan(desk: Desk, planner: Planner, document: PlanDocument | None) -> None:
    """Which plan the added hours are of."""
    say = desk.phrasebook.say
    if document is not None:
        header = document.problem.header
        st.caption(
            say(
                "Added hours are those of the plan on the command page: {level}, {days} days. Off-peak hours are hours "
                "of operation given up: a ledger of their own, never added to hours stopped.",
                level=panel.level_choice(desk.phrasebook, str(header.level)),
                days=header.duration_days,
            )
        )
        return
    st.caption(say("The plan of the command page is being made; its hours join by themselves."))
    if not desk.address.plan:
        look_again(lambda: st.session_state["glance"](wish(desk, planner)) is not None)


def show_empty(desk: Desk) -> None:
    """What to do where nothing was counted yet."""
    say = desk.phrasebook.say
    st.info(
        say(
            "No line has stood still this season yet. Hours are counted by themselves while the orders of a warning "
            "are in force; bring hours counted elsewhere, and the off-peak plan, under Import and export."
        ),
        icon=":material/hourglass_empty:",
    )
    st.page_link("pages/warning.py", label=say("Warnings"), icon=":material/notifications_active:")


def show_figure(desk: Desk, account: SeasonAccount) -> None:
    """Hours by county or industry."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    words = {"county_code": say("By county"), "industry": say("By industry")}
    with st.container(border=True, key="card_season"):
        by = st.segmented_control(
            say("Hours of this season"),
            drawn.BY,
            default=drawn.BY[0],
            required=True,
            format_func=words.__getitem__,
            key="season_by",
        )
        figure = drawn.by_figure(account, by or drawn.BY[0], desk.names, phrasebook, dark=desk.dark)
        alt = drawn.by_alt(account, by or drawn.BY[0], desk.names, phrasebook)
        st.plotly_chart(figure, config=panel.CHART_CONFIG, key="season_figure", alt=alt)


@st.fragment
def show_table(desk: Desk, account: SeasonAccount) -> None:
    """Firms or lines, searched and narrowed."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    words = {"firms": say("A row a firm"), "lines": say("A row a line")}
    first, second, third, fourth = st.columns([1.5, 1.5, 1.2, 1.1], vertical_alignment="bottom")
    search = first.text_input(say("Search"), key="season_words", placeholder=say("name, credit code or line")).strip()
    counties = second.multiselect(
        say("County"),
        tuple(desk.names.counties),
        format_func=desk.names.county,
        placeholder=say("all"),
        key="season_county",
    )
    rows = third.segmented_control(
        say("Shown as"), TABLES, default=TABLES[0], required=True, format_func=words.__getitem__, key="season_rows"
    )
    every = fourth.toggle(say("Those without hours too"), key="season_every")
    kept = shown.keep_lines(account, SeasonFilter(words=search, counties=tuple(counties), with_hours=not every))
    if kept.lines.empty:
        st.info(say("No line fits: clear the search, choose other counties, or show those without hours too."))
        return
    frame = shown.firm_frame(kept, desk.names) if rows == TABLES[0] else shown.line_frame(kept, desk.names, phrasebook)
    panel.show_frame(frame, shown.season_columns(phrasebook), f"season_{rows}")


def show_groups(desk: Desk, account: SeasonAccount) -> None:
    """How even the hours are among equals."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    st.caption(say("Equals: lines of one county, process and grade. The planner evens their hours where costs allow."))
    st.markdown(shown.group_sentence(account, phrasebook))
    panel.show_frame(
        shown.group_frame(account, desk.names, phrasebook), shown.group_columns(phrasebook), "season_groups"
    )


def show_exchange(desk: Desk, planner: Planner, account: SeasonAccount) -> None:
    """Ledgers come in, and the account goes out."""
    phrasebook, say, city = desk.phrasebook, desk.phrasebook.say, desk.address.city
    st.html(panel.upload_style(phrasebook))
    left, right = st.columns(2)
    with left.container(border=True, height="stretch", key="card_season_in"):
        st.subheader(say("Import"), anchor=False)
        bring(desk, planner, "hours")
        bring(desk, planner, "rests")
    with right.container(border=True, height="stretch", key="card_season_out"):
        st.subheader(say("Export"), anchor=False)
        book = tables_workbook(shown.account_sheets(account, desk.names, phrasebook), phrasebook, is_exercise=False)
        name = say("Season account {city}.xlsx", city=desk.names.city)
        st.download_button(
            say("The account as workbook"), book, name, XLSX, icon=":material/download:", key="season_xlsx"
        )
        st.download_button(
            say("Hours for the planner (CSV)"),
            hours_file(account).encode(),
            f"season-hours-{city}.csv",
            "text/csv",
            icon=":material/download:",
            key="season_csv",
            help=say("As `planner plan --season` reads it: hours stopped so far, line by line."),
        )


def bring(desk: Desk, planner: Planner, kind: str) -> None:
    """A ledger of the reader's, read against the list and kept for this session."""
    say, city = desk.phrasebook.say, desk.address.city
    words = {
        "hours": (
            say("Hours counted elsewhere (CSV)"),
            say("Columns: source_id, or enterprise_id and line_id; stopped_hours."),
        ),
        "rests": (
            say("Off-peak plan (CSV)"),
            say("Columns: source_id, or enterprise_id and line_id; from, until, kept_share, document."),
        ),
    }
    label, columns = words[kind]
    given = st.file_uploader(label, ["csv"], key=f"season_{kind}_{city}")
    st.caption(columns)
    read = f"season_{kind}_read_{city}"
    if given is None or st.session_state.get(read) == given.file_id:
        return
    with panel.findings_shown(desk.phrasebook), panel.laid_down(given.name, given.getvalue()) as path:
        if kind == "hours":
            ledger, findings = read_hours(planner, path, city)
            keep(desk, SeasonFiles(hours=ledger, rests=files_in_use(desk).rests))
        else:
            rests, findings = read_rests(planner, path, city)
            keep(desk, SeasonFiles(hours=files_in_use(desk).hours, rests=rests))
    st.session_state[read] = given.file_id
    told = say("Read: {file}. It stays while this session lasts.", file=given.name)
    st.session_state["season_told"] = (told, *panel.finding_lines(desk.phrasebook, findings))
    st.rerun()


def files_in_use(desk: Desk) -> SeasonFiles:
    """The ledgers that this session brought."""
    kept: SeasonFiles = st.session_state.get(f"season_files_{desk.address.city}", SeasonFiles())
    return kept


def keep(desk: Desk, files: SeasonFiles) -> None:
    """Holds the ledgers for this session."""
    st.session_state[f"season_files_{desk.address.city}"] = files


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/season.py")
    planner: Planner = st.session_state["planner"]
    say = desk.phrasebook.say
    st.title(say("Season account"), anchor=False)
    for line in st.session_state.pop("season_told", ()):
        st.success(line)
    document = the_plan(desk, planner)
    with panel.findings_shown(desk.phrasebook):
        account = account_now(planner, desk.address.city, panel.moment_now(), files_in_use(desk), document)
    for place, (label, value) in zip(st.columns(5), shown.season_facts(account, desk.phrasebook), strict=True):
        place.metric(label, value, border=True, height="stretch")
    show_plan(desk, planner, document)
    if shown.is_empty(account):
        show_empty(desk)
    if not shown.has_no_hours(account):
        show_figure(desk, account)
    table, groups, exchange = st.tabs([say("Firms and lines"), say("Fairness among equals"), say("Import and export")])
    with table:
        show_table(desk, account)
    with groups:
        show_groups(desk, account)
    with exchange:
        show_exchange(desk, planner, account)


main()
