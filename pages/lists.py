"""清单: the list in force, a new one checked cell by cell, and the versions there have been."""

from pathlib import Path

import streamlit as st

from planner import panel
from planner.panel import Desk
from planner.service import ListCheck, Planner


def show_list_in_force(desk: Desk, planner: Planner) -> None:
    """Which list plans are made from, and what it holds."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    with panel.findings_shown(phrasebook), st.spinner(say("Reading the list …")):
        loaded = planner.current_list(desk.address.city)
    with st.container(border=True, key="list_in_force"):
        st.subheader(say("The list in force"), anchor=False)
        if loaded.is_demo:
            st.warning(
                say("This is the demonstration list: every enterprise in it is invented. Import the city's own list.")
            )
        st.html(panel.facts_html(panel.list_facts(loaded, phrasebook)))
        if loaded.findings:
            with st.expander(panel.findings_summary(phrasebook, loaded.findings)):
                show_findings(desk, loaded.findings, "findings_in_force")


def show_findings(desk: Desk, findings: panel.Findings, key: str) -> None:
    """Every finding with its cell and its repair."""
    frame = panel.finding_frame(desk.phrasebook, findings)
    panel.show_frame(frame, panel.finding_columns(desk.phrasebook), key, panel.finding_order(frame))


def show_import(desk: Desk, planner: Planner) -> None:
    """A file chosen, checked whole, and imported only where it is sound."""
    say = desk.phrasebook.say
    st.subheader(say("Check and import a list"), anchor=False)
    st.caption(say("CSV (UTF-8 or GB18030) or xlsx. Everything is checked before anything is imported."))
    st.html(panel.upload_style(desk.phrasebook))
    upload = st.file_uploader(say("List file"), type=["csv", "xlsx", "xls", "xlsb", "ods", "et"], key="upload")
    if upload is None:
        return
    with panel.laid_down(upload.name, upload.getvalue()) as path:
        with panel.findings_shown(desk.phrasebook), st.spinner(say("Checking every cell …"), show_time=True):
            checked = planner.check_list(path, desk.address.city)
        show_check(desk, checked)
        if checked.ok and st.button(say("Import this list"), type="primary", icon=":material/upload:", key="import"):
            import_file(desk, planner, path)


def show_check(desk: Desk, checked: ListCheck) -> None:
    """What the check found."""
    phrasebook = desk.phrasebook
    summary = panel.findings_summary(phrasebook, checked.findings)
    rows = panel.count_text(phrasebook, checked.rows)
    if checked.ok:
        st.success(phrasebook.say("{rows} rows, ready to import: {summary}.", rows=rows, summary=summary))
    else:
        st.error(phrasebook.say("{rows} rows, nothing can be imported yet: {summary}.", rows=rows, summary=summary))
    if checked.findings:
        show_findings(desk, checked.findings, "findings_of_upload")


def import_file(desk: Desk, planner: Planner, path: Path) -> None:
    """The new version, told once it is stored."""
    phrasebook = desk.phrasebook
    with panel.findings_shown(phrasebook):
        version = planner.import_list(path, desk.address.city)
    number = panel.count_text(phrasebook, version.version)
    st.success(phrasebook.say("Imported as version {version}; plans are made from it from now on.", version=number))


def show_versions(desk: Desk, planner: Planner) -> None:
    """The versions that were imported, newest first."""
    phrasebook = desk.phrasebook
    st.subheader(phrasebook.say("Versions"), anchor=False)
    versions = planner.list_versions(desk.address.city)
    if not versions:
        st.caption(phrasebook.say("No list was imported yet."))
        return
    panel.show_frame(panel.version_frame(versions, phrasebook), panel.version_columns(phrasebook), "versions")


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/lists.py")
    planner: Planner = st.session_state["planner"]
    st.title(desk.phrasebook.say("Lists"), anchor=False)
    in_force = st.container()
    show_import(desk, planner)
    show_versions(desk, planner)
    with in_force:
        show_list_in_force(desk, planner)


main()
