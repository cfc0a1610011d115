"""清单体检: a list before winter, beside other sources, beside its earlier version, and given back marked."""

from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from planner import panel
from planner.panel import Desk, list_doctor
from planner.service import (
    Comparison,
    HealthRequest,
    ListDoctor,
    ListHealth,
    MarkedList,
    Planner,
    RegisterKind,
    doctor_tables,
    doctor_workbook,
)

FILES = ["csv", "xlsx", "xls", "xlsb", "ods"]


def show_health(desk: Desk, doctor: ListDoctor) -> None:
    """Whether the cuts can be met, by what, who carries them, what to check first."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    st.caption(say("Three plans are made, one a level; on a large list that takes a minute."))
    register = st.file_uploader(say("Discharge permits that confirm firms (not needed)"), type=FILES, key="health_with")
    if st.button(say("Examine the list"), type="primary", icon=":material/stethoscope:", key="examine"):
        with panel.findings_shown(phrasebook), st.status(say("Planning yellow, orange and red …")) as status:
            st.session_state["health"] = (desk.address.city, examined(doctor, register))
            status.update(label=say("Examined."), state="complete")
    city, found = st.session_state.get("health", ("", None))
    if found is None or city != desk.address.city:
        return
    st.html(panel.facts_html(list_doctor.health_facts(found, phrasebook)))
    figure = list_doctor.health_figure(found, phrasebook, dark=desk.dark)
    st.plotly_chart(figure, config=panel.CHART_CONFIG, key="health_figure")
    st.caption(list_doctor.health_alt(found, phrasebook))
    list_doctor.show_tables(doctor_tables(found, doctor, phrasebook), "health", phrasebook)
    name = say("Health of the list {city}.xlsx", city=desk.names.city)
    download(desk, doctor_workbook(found, doctor, phrasebook), name, "health")


def examined(doctor: ListDoctor, register: UploadedFile | None) -> ListHealth:
    """The health of the list in use, confirmed by a register where one was given."""
    if register is None:
        return doctor.health(HealthRequest())
    with panel.laid_down(register.name, register.getvalue()) as path:
        return doctor.health(HealthRequest(register=path))


def show_other_sources(desk: Desk, doctor: ListDoctor) -> None:
    """A register chosen, laid beside the list, and what it leaves to a person."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    chosen = st.selectbox(
        say("What it is"),
        [str(item) for item in RegisterKind],
        format_func=lambda item: list_doctor.kind_word(phrasebook, RegisterKind(item)),
        key=f"kind_{phrasebook.language}",
    )
    upload = st.file_uploader(say("Register"), type=FILES, key="register")
    if upload is None:
        return
    kind = RegisterKind(chosen)
    with panel.findings_shown(phrasebook), st.spinner(say("Looking for the same firms …"), show_time=True):
        found = compared(doctor, upload, kind)
    ask_pairs(desk, doctor, found, kind)
    list_doctor.show_tables(doctor_tables(found, doctor, phrasebook), "compare", phrasebook)
    name = say("Comparison {city}.xlsx", city=desk.names.city)
    download(desk, doctor_workbook(found, doctor, phrasebook), name, "compare")


def compared(doctor: ListDoctor, upload: UploadedFile, kind: RegisterKind) -> Comparison:
    """The list in use beside an uploaded register."""
    with panel.laid_down(upload.name, upload.getvalue()) as path:
        return doctor.compare(None, path, kind)


def ask_pairs(desk: Desk, doctor: ListDoctor, found: Comparison, kind: RegisterKind) -> None:
    """The pairs that only a person can decide; every word is remembered."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    frame = list_doctor.asked_frame(found, phrasebook)
    if frame.empty:
        return
    st.subheader(say("One firm or two?"), anchor=False)
    columns = list_doctor.asked_columns(phrasebook)
    answered = st.data_editor(
        frame,
        hide_index=True,
        column_config=columns,
        disabled=[name for name in frame.columns if name != "answer"],
        key="pairs",
    )
    by = st.text_input(say("Answered by"), key="pairs_by")
    if st.button(say("Keep these answers"), icon=":material/check:", key="keep_pairs", disabled=not by.strip()):
        with panel.findings_shown(phrasebook):
            doctor.decide(kind, list_doctor.asked_decisions(found, answered["answer"], phrasebook), by.strip())
            st.rerun()


def show_versions(desk: Desk, doctor: ListDoctor, planner: Planner) -> None:
    """What differs between two imported versions, or between the newest one and a file."""
    say = desk.phrasebook.say
    versions = [str(item.version) for item in planner.list_versions(desk.address.city)]
    if not versions:
        st.caption(say("No list was imported yet."))
        return
    before = st.selectbox(say("Earlier version"), versions, key="before")
    upload = st.file_uploader(say("Later list (a file), or none: the newest version"), type=FILES, key="after")
    if upload is None:
        show_difference(desk, doctor, before, versions[0])
        return
    with panel.laid_down(upload.name, upload.getvalue()) as path:
        show_difference(desk, doctor, before, str(path))


def show_difference(desk: Desk, doctor: ListDoctor, before: str, after: str) -> None:
    """The difference as tables and as a workbook."""
    phrasebook = desk.phrasebook
    with panel.findings_shown(phrasebook), st.spinner(phrasebook.say("Comparing …")):
        found = doctor.difference(before, after)
    list_doctor.show_tables(doctor_tables(found, doctor, phrasebook), "diff", phrasebook)
    name = phrasebook.say("Differences {city}.xlsx", city=desk.names.city)
    download(desk, doctor_workbook(found, doctor, phrasebook), name, "diff")


def show_giving_back(desk: Desk, doctor: ListDoctor) -> None:
    """A list marked cell by cell, to be sent back; what was answered in it is not asked again."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    st.caption(say("The same workbook comes back with its cells marked, a comment in each, and a sheet of findings."))
    upload = st.file_uploader(say("List file"), type=FILES, key="to_mark")
    if upload is None:
        return
    with panel.findings_shown(phrasebook), st.spinner(say("Checking every cell …"), show_time=True):
        marked = marked_list(desk, doctor, upload)
    st.html(panel.facts_html(list_doctor.marked_facts(marked, phrasebook)))
    if marked.asked:
        frame = panel.finding_frame(phrasebook, marked.asked)
        panel.show_frame(frame, panel.finding_columns(phrasebook), "asked", panel.finding_order(frame))
    download(desk, marked.content, say("Marked {file}.xlsx", file=Path(upload.name).stem), "marked")


def marked_list(desk: Desk, doctor: ListDoctor, upload: UploadedFile) -> MarkedList:
    """An uploaded list on its way back."""
    with panel.laid_down(upload.name, upload.getvalue()) as path:
        return doctor.mark(path, desk.phrasebook)


def download(desk: Desk, content: bytes, name: str, key: str) -> None:
    """A workbook to take away."""
    label = desk.phrasebook.say("Workbook")
    st.download_button(label, content, file_name=name, icon=":material/download:", key=f"download_{key}")


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/check_up.py")
    say = desk.phrasebook.say
    planner: Planner = st.session_state["planner"]
    doctor = ListDoctor(planner=planner, city=desk.address.city)
    st.title(say("Check-up of the list"), anchor=False)
    st.html(panel.upload_style(desk.phrasebook))
    tabs = st.tabs([say("Before winter"), say("Other registers"), say("Versions"), say("Give it back")])
    with tabs[0]:
        show_health(desk, doctor)
    with tabs[1]:
        show_other_sources(desk, doctor)
    with tabs[2]:
        show_versions(desk, doctor, planner)
    with tabs[3]:
        show_giving_back(desk, doctor)


main()
