"""What waits on a page, and what a page drawn anew must not forget."""

from streamlit.testing.v1 import AppTest

PAGE = """
import streamlit as st
from planner.panel.work import look_again
look_again(lambda: True)
if st.button("press", key="press"):
    st.markdown("heard")
"""


def test_what_is_made_ahead_and_ready_at_once_costs_no_press_of_a_button() -> None:
    app = AppTest.from_string(PAGE, default_timeout=10).run()
    app.button(key="press").click().run()
    assert [item.value for item in app.markdown] == ["heard"]
