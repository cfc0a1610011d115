"""清单: the list in force, a new one repaired and imported, its versions, and whether it can meet the cuts."""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from planner import panel
from planner.panel import Desk, grid, list_balance, list_doctor, list_grid, list_mapping, lists
from planner.service import (
    CheckedUpload,
    HealthRequest,
    ListCheck,
    ListDoctor,
    ListUpload,
    LoadedList,
    Planner,
    doctor_tables,
    doctor_workbook,
)

FILES = ["csv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "et"]
SAID, CHECKED, IMPORTED = "list_said", "list_checked", "list_imported"


def show_list_in_force(desk: Desk, planner: Planner, doctor: ListDoctor) -> None:
    """Which list plans are made from, what it holds, and what it can carry."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    if not planner.has_list(desk.address.city):
        st.info(say("This city has no list yet. Give one under “Check and import”; plans can be made from then on."))
        return
    with panel.findings_shown(phrasebook), st.spinner(say("Reading the list …")):
        loaded = planner.current_list(desk.address.city)
    demo = say("This is the demonstration list: every enterprise in it is invented. Import the city's own list.")
    with st.container(border=True, key="list_in_force"):
        if loaded.is_demo:
            st.warning(demo)
        st.html(panel.facts_html(panel.list_facts(loaded, phrasebook)))
        if loaded.findings:
            with st.expander(panel.findings_summary(phrasebook, loaded.findings)):
                grid.show_findings(phrasebook, loaded.findings, "findings_in_force")
    show_reach(desk, doctor)
    show_balance(desk, loaded)


def show_reach(desk: Desk, doctor: ListDoctor) -> None:
    """Whether the cuts of each level can be met at all; asked for, as it takes three plans."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    st.subheader(say("Can 10, 20 and 30 % be met?"), anchor=False)
    if st.button(say("Find out"), icon=":material/stethoscope:", key="reach"):
        with panel.findings_shown(phrasebook), st.status(say("Planning yellow, orange and red …")) as status:
            st.session_state["health"] = (desk.address.city, doctor.health(HealthRequest()))
            status.update(label=say("Examined."), state="complete")
    city, found = st.session_state.get("health", ("", None))
    if found is None or city != desk.address.city:
        st.caption(say("Three plans are made, one a level; on a large list that takes a minute."))
        return
    st.plotly_chart(
        list_doctor.health_figure(found, phrasebook, dark=desk.dark), config=panel.CHART_CONFIG, key="reach_figure"
    )
    st.caption(list_doctor.health_alt(found, phrasebook))
    st.page_link("pages/check_up.py", label=say("Who carries the cuts, and what to check first"))


def show_balance(desk: Desk, loaded: LoadedList) -> None:
    """The list's kilograms by sector beside the city's totals."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    st.subheader(say("Balance with the city's totals"), anchor=False)
    st.caption(say("Enter the city's kilograms a day from its emission inventory; 0 where a total is not known."))
    totals = {}
    for place, (name, short) in zip(st.columns(4), panel.POLLUTANT_SHORT.items(), strict=False):
        label = say("{pollutant} of the city, kg/d", pollutant=short)
        totals[name] = place.number_input(label, min_value=0.0, step=100.0, format="%.0f", key=f"total_{name}")
    frame = list_balance.balance_frame(loaded.inventory, totals, phrasebook)
    panel.show_frame(frame, list_balance.balance_columns(phrasebook), "balance")
    for sentence in list_balance.balance_sentences(loaded.inventory, totals, phrasebook):
        (st.error if sentence.startswith("✖") else st.caption)(sentence)


def show_import(desk: Desk, planner: Planner) -> None:
    """A file chosen, its doubtful columns answered, its cells checked, and imported where it is sound."""
    say = desk.phrasebook.say
    show_imported(desk)
    st.caption(
        say("Any list: xlsx, xls, xlsb, ods, WPS, or CSV in GB18030 or UTF-8. All is checked before any is imported.")
    )
    upload = st.file_uploader(say("List file"), type=FILES, key="upload")
    estimate = st.checkbox(
        say("Fill gaps from peers, factors and conventions; each is marked as estimated"), key="estimate"
    )
    if upload is None:
        st.info(say("Choose a file: nothing is stored until you import it."))
        return
    asked = uploaded(desk, planner, upload, estimate=estimate)
    found = check_once(desk, asked, upload)
    show_check(desk, found.checked)
    show_mapping(desk, planner, found, asked)
    show_grids(desk, found)
    show_downloads(desk, asked, found)
    if found.checked.ok and st.button(say("Import this list"), type="primary", icon=":material/upload:", key="import"):
        import_list(desk, asked)


def uploaded(desk: Desk, planner: Planner, upload: UploadedFile, *, estimate: bool) -> ListUpload:
    """The uploaded file with the answers that were given about it."""
    city, said = st.session_state.get(SAID, ("", ()))
    return ListUpload(
        planner=planner,
        city=desk.address.city,
        name=upload.name,
        content=upload.getvalue(),
        said=said if city == desk.address.city else (),
        estimate=estimate,
    )


def check_once(desk: Desk, asked: ListUpload, upload: UploadedFile) -> CheckedUpload:
    """The check of a file, made anew only where the file, its answers or the city changed."""
    say, key = desk.phrasebook.say, (upload.file_id, asked.city, asked.said, asked.estimate)
    kept: tuple[object, CheckedUpload | None] = st.session_state.get(CHECKED, (None, None))
    if kept[0] == key and kept[1] is not None:
        return kept[1]
    place, sentence = st.empty(), "{sheet}: {rows} rows read ..."
    with panel.findings_shown(desk.phrasebook), place.status(say("Checking every cell …")) as status:
        found = asked.check(lambda sheet, rows: status.update(label=say(sentence, sheet=sheet, rows=rows)))
    place.empty()
    st.session_state[CHECKED] = (key, found)
    return found


def show_check(desk: Desk, checked: ListCheck) -> None:
    """What the check found, and what to do next."""
    phrasebook = desk.phrasebook
    summary = panel.findings_summary(phrasebook, checked.findings)
    rows = panel.count_text(phrasebook, checked.rows)
    if checked.ok:
        st.success(phrasebook.say("{rows} rows, ready to import: {summary}.", rows=rows, summary=summary))
    else:
        st.error(phrasebook.say("{rows} rows, nothing can be imported yet: {summary}.", rows=rows, summary=summary))
        next_step = phrasebook.say(
            "Next: answer the asked columns, mend the red cells in the file and choose it again; "
            "columns that the list does not have can be estimated by the switch above."
        )
        st.caption(next_step)
    if checked.measures is not None and checked.measures.texts:
        st.caption(lists.texts_sentence(checked.measures, phrasebook))


def show_mapping(desk: Desk, planner: Planner, found: CheckedUpload, asked: ListUpload) -> None:
    """The mapping table: what each column is, the unsure ones asked; the answers are kept with the template."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    if found.checked.reading is None or not found.checked.reading.tables:
        return
    table = list_mapping.mapping_table(found.checked.reading.tables, planner.dictionary, phrasebook)
    title = say("Columns: all are known ({count})", count=len(table.columns))
    if table.asked:
        title = say("Columns: {asked} to be answered", asked=table.asked)
    with st.expander(title, expanded=bool(table.asked), icon=":material/view_column:"):
        st.caption(say("Say what each asked column is; answers are kept for this city's next list of the same shape."))
        edited = st.data_editor(
            table.frame,
            hide_index=True,
            column_config=list_mapping.mapping_columns(table, phrasebook),
            disabled=[name for name in table.frame.columns if name not in ("field", "unit")],
            key=f"mapping_{phrasebook.language}_{hash((asked.name, asked.said))}",
        )
        if st.button(say("Read the list with these answers"), icon=":material/check:", key="answer_columns"):
            answers = list_mapping.mapping_answers(table, edited["field"].tolist(), edited["unit"].tolist())
            st.session_state[SAID] = (asked.city, answers)
            st.rerun()


def show_grids(desk: Desk, found: CheckedUpload) -> None:
    """The list in its own grid with findings at their cells, and all findings below it."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    findings = found.checked.findings
    if not findings:
        return
    st.subheader(say("Findings at their cells"), anchor=False)
    if found.grids:
        show_grid(desk, found)
    with st.expander(say("All findings ({count})", count=panel.count_text(phrasebook, len(findings))), expanded=True):
        grid.show_findings(phrasebook, findings, "findings_of_upload")


def show_grid(desk: Desk, found: CheckedUpload) -> None:
    """One sheet, a page of rows at a time."""
    phrasebook, say, findings = desk.phrasebook, desk.phrasebook.say, found.checked.findings
    titles = [list_grid.grid_title(item, findings, phrasebook) for item in found.grids]
    left, middle, right = st.columns([5, 3, 2], vertical_alignment="bottom")
    at = left.selectbox(say("Sheet"), range(len(titles)), format_func=titles.__getitem__, key="grid_sheet")
    every = middle.toggle(say("Rows without a finding too"), key="grid_every")
    page = int(right.number_input(say("Page"), min_value=1, step=1, key="grid_page"))
    view = list_grid.grid_view(found.grids[at or 0], findings, phrasebook, only_marked=not every, page=page)
    if view.rows:
        st.dataframe(
            list_grid.grid_style(view),
            hide_index=True,
            column_config=list_grid.grid_columns(phrasebook),
            row_height=list_grid.ROW_PIXELS,
            height="content" if len(view.frame) <= list_grid.ROWS_WHOLE else 480,
            key="grid",
        )
    told = say("Page {page} of {pages}, {rows} rows", page=min(page, view.pages), pages=view.pages, rows=view.rows)
    st.caption(f"{told} · {list_grid.grid_caption(phrasebook)}")


def show_downloads(desk: Desk, asked: ListUpload, found: CheckedUpload) -> None:
    """What a person takes away: the findings with the changed cells, and the same workbook marked."""
    phrasebook, say, stem = desk.phrasebook, desk.phrasebook.say, asked.name.rpartition(".")[0]
    left, right, _ = st.columns([2, 2, 3])
    left.download_button(
        say("Findings and changes (xlsx)"),
        lambda: asked.report(found.checked, phrasebook),
        file_name=say("Findings {file}.xlsx", file=stem),
        icon=":material/download:",
        key="download_report",
    )
    if asked.can_be_marked(found.checked):
        right.download_button(
            say("The same workbook, marked"),
            lambda: asked.marked(phrasebook),
            file_name=say("Marked {file}.xlsx", file=stem),
            icon=":material/edit_note:",
            key="download_marked",
        )


def import_list(desk: Desk, asked: ListUpload) -> None:
    """The new version, told once it is stored."""
    with panel.findings_shown(desk.phrasebook):
        version = asked.add()
    st.session_state[IMPORTED] = (desk.address.city, version.version)
    st.rerun()


def show_imported(desk: Desk) -> None:
    """The version that was just imported."""
    say, (city, number) = desk.phrasebook.say, st.session_state.pop(IMPORTED, ("", 0))
    if number and city == desk.address.city:
        version = panel.count_text(desk.phrasebook, number)
        st.success(say("Imported as version {version}; plans are made from it from now on.", version=version))


def show_versions(desk: Desk, planner: Planner, doctor: ListDoctor) -> None:
    """The versions that were imported, newest first, and what differs between two of them."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    versions = planner.list_versions(desk.address.city)
    if not versions:
        st.info(say("No list was imported yet.") + " " + say("Give one under “Check and import”."))
        return
    panel.show_frame(panel.version_frame(versions, phrasebook), panel.version_columns(phrasebook), "versions")
    st.subheader(say("What differs between two versions"), anchor=False)
    numbers = [str(item.version) for item in versions]
    if not numbers[1:]:
        st.caption(say("There is one version; the second one can be compared with it."))
        return
    left, right, button = st.columns([2, 2, 3], vertical_alignment="bottom")
    before = left.selectbox(say("Earlier version"), numbers, index=1, key="version_before")
    after = right.selectbox(say("Later version"), numbers, key="version_after")
    if button.button(say("Compare"), icon=":material/difference:", key="compare_versions"):
        show_difference(desk, doctor, before, after)


def show_difference(desk: Desk, doctor: ListDoctor, before: str, after: str) -> None:
    """In, out, promoted, demoted, kilograms and measures, as tables and as a workbook."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    with panel.findings_shown(phrasebook), st.spinner(say("Comparing …")):
        found = doctor.difference(before, after)
    list_doctor.show_tables(doctor_tables(found, doctor, phrasebook), "difference", phrasebook)
    st.download_button(
        say("Workbook"),
        doctor_workbook(found, doctor, phrasebook),
        file_name=say("Differences {city}.xlsx", city=desk.names.city),
        icon=":material/download:",
        key="download_difference",
        on_click="ignore",
    )


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/lists.py")
    say = desk.phrasebook.say
    planner: Planner = st.session_state["planner"]
    doctor = ListDoctor(planner=planner, city=desk.address.city)
    st.title(say("Lists"), anchor=False)
    st.html(panel.upload_style(desk.phrasebook))
    in_force, checked, versions = st.tabs(
        [say("The list in force"), say("Check and import"), say("Versions")], key="list_tabs"
    )
    with checked:
        show_import(desk, planner)
    with versions:
        show_versions(desk, planner, doctor)
    with in_force:
        show_list_in_force(desk, planner, doctor)


main()
