"""预案库: the three levels as one nested book, what the nesting costs, and which book is in use."""

import streamlit as st

from planner import panel
from planner.panel import Desk
from planner.panel.work import called_off_now, reader_id, wait_for
from planner.service import BookOutcome, BookRequest, Books, ListedBook, Planner
from planner.terms import Mode


def choose_book(desk: Desk, listed: tuple[ListedBook, ...]) -> ListedBook:
    """The book that the reader looks at: the one in use, else the newest, until another is chosen."""
    made = st.session_state.pop("made_book", None)
    numbers = tuple(item.book_id for item in listed)
    first = numbers.index(made) if made in numbers else panel.first_book(listed)
    return st.selectbox(
        desk.phrasebook.say("Book"),
        listed,
        index=first,
        format_func=lambda item: panel.book_choice(item, desk.phrasebook),
        key=f"book_{desk.address.city}_{len(listed)}_{numbers[first]}",
    )


def show_make(desk: Desk, books: Books) -> None:
    """Mode and button: the three levels solved together and stored."""
    say = desk.phrasebook.say
    with st.container(horizontal=True, vertical_alignment="bottom", key="choosers"):
        mode = st.segmented_control(
            say("Mode"),
            tuple(Mode),
            default=desk.address.mode,
            required=True,
            format_func=lambda code: panel.word(desk.phrasebook, panel.MODE_WORDS, code),
            help=panel.mode_help(desk.phrasebook),
            key="book_mode",
        )
        pressed = st.button(say("Make a book"), icon=":material/auto_stories:", key="make_book")
    if pressed:
        st.session_state["book_wish"] = (desk.address.city, mode or desk.address.mode)
    if called_off_now("book", desk.phrasebook):
        st.session_state.pop("book_wish", None)
    if st.session_state.get("book_wish", ("",))[0] == desk.address.city:
        make(desk, books, Mode(st.session_state["book_wish"][1]))


def make(desk: Desk, books: Books, mode: Mode) -> None:
    """A new book, made in the queue; the page then shows it."""
    request = BookRequest(city=desk.address.city, mode=mode, on=books.planner.today())
    task = st.session_state["queue"].ask(
        f"book {request}", lambda task: books.make(request, task.tell, task.stop), reader_id()
    )
    wait_for(task, desk.phrasebook, "book")
    del st.session_state["book_wish"]
    with panel.findings_shown(desk.phrasebook):
        outcome: BookOutcome = task.answer()
    if outcome.document is None:
        for line in panel.finding_lines(desk.phrasebook, outcome.findings):
            st.error(line)
        return
    st.session_state["made_book"] = outcome.book_id
    st.rerun()


def show_levels(desk: Desk, summary: panel.BookSummary) -> None:
    """Yellow, orange and red side by side, what they cost together below them."""
    phrasebook = desk.phrasebook
    for place, level in zip(st.columns(len(summary.levels)), summary.levels, strict=True):
        with place.container(border=True, height="stretch", key=f"card_book_{level.level}"):
            st.html(panel.level_html(level, summary, phrasebook))
    with st.container(border=True, key="card_book_nesting"):
        st.html(panel.nesting_html(summary, phrasebook))
    if summary.exceptions:
        with st.expander(panel.exceptions_label(summary, phrasebook), icon=":material/rule:"):
            frame = panel.exception_frame(summary, phrasebook)
            panel.show_frame(frame, panel.exception_columns(phrasebook), "exceptions")


def show_approval(desk: Desk, books: Books, chosen: ListedBook) -> None:
    """Name and reason put the book in use; the former one retires."""
    say = desk.phrasebook.say
    st.html(panel.book_state_html(chosen, desk.phrasebook))
    if chosen.is_in_use:
        return
    with st.form(f"approve_{chosen.book_id}", border=True):
        left, right, last = st.columns([1, 2, 0.8], vertical_alignment="bottom")
        person = books.planner.person
        name = person.name if person else ""
        by = left.text_input(say("Your name"), name, key=f"approve_by_{chosen.book_id}", disabled=bool(name))
        reason = right.text_input(
            say("Reason"), placeholder=say("e.g. number of the paper"), key=f"approve_reason_{chosen.book_id}"
        )
        pressed = last.form_submit_button(say("Approve this book"), type="primary", width="stretch")
    if pressed:
        with panel.findings_shown(desk.phrasebook), st.spinner(say("The referee reads the stored book …")):
            books.approve(chosen.book_id, by, reason)
        st.rerun()


def show_history(desk: Desk, books: Books) -> None:
    """Every approval there has been."""
    approvals = books.approvals(desk.address.city)
    if approvals:
        with st.expander(desk.phrasebook.say("Approvals so far"), icon=":material/history:"):
            frame = panel.approval_frame(approvals, desk.phrasebook)
            panel.show_frame(frame, panel.approval_columns(desk.phrasebook), "approvals")


def show_nothing_yet(desk: Desk) -> None:
    """What a book is and what to do."""
    say = desk.phrasebook.say
    st.info(
        say(
            "There is no book yet. A book holds one checked plan for yellow, orange and red, each asking at least what "
            "the one before asks; once approved, warnings are issued from it without any search. Choose a mode above "
            "and make one, then approve it with your name and a reason."
        ),
        icon=":material/menu_book:",
    )


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/book.py")
    planner: Planner = st.session_state["planner"]
    books = Books(planner=planner)
    st.title(desk.phrasebook.say("The book of plans"), anchor=False)
    show_make(desk, books)
    with panel.findings_shown(desk.phrasebook):
        listed = books.of_city(desk.address.city)
    if not listed:
        show_nothing_yet(desk)
        return
    chosen = choose_book(desk, listed)
    show_levels(desk, books.summary(chosen.book_id))
    show_approval(desk, books, chosen)
    show_history(desk, books)


main()
