"""One session at a running panel: the websocket that a browser would hold, with the same messages and no picture."""

import time
import urllib.request
from collections.abc import Callable
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

__all__ = ["Line", "PageError"]

KEY_AT = 2
"""A widget's id is `$$ID-<hash>-<key>`."""

LARGEST_MESSAGE = 64 * 2**20
GIVE_UP_SECONDS = 120.0


class PageError(Exception):
    """The page shows an error, does not come, or lost its line."""


class Line:
    """A session: what the page shows now by key, and how long each step took."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.shown: dict[str, Any] = {}
        self.pages: dict[str, str] = {}
        self.page = self.query = self._session = ""
        self.refusals: list[str] = []
        self._due: dict[str, tuple[float, float]] = {}
        self._answers: dict[str, Any] = {}
        where = url.replace("http://", "ws://") + "/_stcore/stream"
        self._socket = connect(where, subprotocols=["streamlit"], origin=url, max_size=LARGEST_MESSAGE)  # type: ignore[arg-type,list-item]

    def close(self) -> None:
        """Leaves, as somebody who closes the tab."""
        self._socket.close()

    def open(self, page: str, query: str) -> float:
        """Goes to a page; the seconds until it is there. Raises PageError where it is not."""
        self.page, self.query = page, query
        return self._run(WidgetStates())

    def write(self, key: str, text: str) -> float:
        """Types a text into a field; the seconds until the page has taken it in."""
        return self._run(self._state(key, "string_value", text))

    def switch(self, key: str, *, on: bool) -> float:
        """Turns a switch."""
        return self._run(self._state(key, "bool_value", on))

    def press(self, key: str) -> float:
        """Presses a button."""
        return self._run(self._state(key, "trigger_value", True))

    def has(self, start: str) -> str:
        """The key of a widget that begins so, '' where there is none."""
        return next((key for key in self.shown if key.startswith(start)), "")

    def wait_for(self, start: str, seconds: float = GIVE_UP_SECONDS) -> float:
        """The seconds until a widget is there. Raises PageError where it does not come."""
        began = time.monotonic()
        while not self.has(start):
            if time.monotonic() - began > seconds:
                raise PageError(f"{start} did not come to {self.page}: {sorted(self.shown)}")
            self.rest(0.1)
        return time.monotonic() - began

    def rest(self, seconds: float) -> None:
        """Does nothing but what a page does by itself: it listens, and looks again where it was told to."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            soon = min([left, *(max(due - time.monotonic(), 0.0) for due, _ in self._due.values())])
            message = self._listen(soon)
            if message is not None:
                self._take(message)
            self._look_again()

    def download(self, key: str) -> tuple[float, int]:
        """Presses a button of a download: the seconds until the file is there, and its bytes."""
        began, button = time.monotonic(), self.shown[key]
        path = self._made(button.deferred_file_id) if button.HasField("deferred_file_id") else button.url
        with urllib.request.urlopen(f"{self.url}{path}", timeout=GIVE_UP_SECONDS) as answer:  # noqa: S310 - loopback only
            return time.monotonic() - began, len(answer.read())

    def _made(self, file_id: str) -> str:
        asked = BackMsg()
        asked.backend_operation_request.request_id = file_id
        asked.backend_operation_request.session_id = self._session
        asked.backend_operation_request.deferred_file.file_id = file_id
        self._socket.send(asked.SerializeToString())
        self._until(lambda: file_id in self._answers)
        answer = self._answers.pop(file_id)
        if answer.error_msg:
            raise PageError(answer.error_msg)
        return str(answer.deferred_file.url)

    def _state(self, key: str, field: str, value: object) -> WidgetStates:
        if key not in self.shown:
            raise PageError(f"there is no {key} on {self.page}: {sorted(self.shown)}")
        states = WidgetStates()
        state = states.widgets.add(id=self.shown[key].id)
        if field == "string_value":
            state.string_value = str(value)
        else:
            setattr(state, field, value)
        return states

    def _run(self, states: WidgetStates) -> float:
        asked = BackMsg()
        asked.rerun_script.query_string = self.query
        asked.rerun_script.widget_states.CopyFrom(states)
        known = self.pages.get(self.page, "")
        asked.rerun_script.page_script_hash = known
        asked.rerun_script.page_name = "" if known else self.page
        began, self._is_over = time.monotonic(), False
        self._socket.send(asked.SerializeToString())
        self._until(lambda: self._is_over)
        return time.monotonic() - began

    def _until(self, is_done: Callable[[], bool]) -> None:
        began = time.monotonic()
        while not is_done():
            message = self._listen(1.0)
            if message is not None:
                self._take(message)
            if time.monotonic() - began > GIVE_UP_SECONDS:
                raise PageError(f"{self.page} did not answer")

    def _listen(self, seconds: float) -> ForwardMsg | None:
        try:
            message = ForwardMsg()
            message.ParseFromString(bytes(self._socket.recv(timeout=max(seconds, 0.001))))
        except TimeoutError:
            return None
        except ConnectionClosed as error:
            raise PageError(f"the line of {self.page} was cut: {error}") from error
        return message

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._show(message.delta.new_element)
        elif kind == "new_session":
            self._begin(message)
        elif kind == "navigation":
            self.pages = {item.url_pathname: item.page_script_hash for item in message.navigation.app_pages}
        elif kind == "auto_rerun":
            every = message.auto_rerun.interval
            self._due[message.auto_rerun.fragment_id] = (time.monotonic() + every, every)
        elif kind == "script_finished":
            self._finish(message.script_finished)
        elif kind == "backend_operation_response":
            answer = message.backend_operation_response
            self._answers[answer.request_id] = answer
        elif kind in ("page_not_found", "session_event"):
            raise PageError(f"{self.page}: {kind} {message.session_event}")

    def _begin(self, message: ForwardMsg) -> None:
        self._session = message.new_session.initialize.session_id or self._session
        if not message.metadata.run.fragment_ids:
            self._due, self.shown = {}, {}

    def _show(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        held = getattr(element, kind)
        if kind == "exception":
            raise PageError(f"{self.page}: {held.type}: {held.message}")
        if kind == "alert" and held.format == held.ERROR and self.page == "warning":
            self.refusals.append(held.body)
        name = getattr(held, "id", "")
        if isinstance(name, str) and name.startswith("$$ID-"):
            self.shown[name.split("-", KEY_AT)[KEY_AT]] = held

    def _finish(self, status: int) -> None:
        if status == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            raise PageError(f"{self.page} cannot be run")
        if status == ForwardMsg.FINISHED_SUCCESSFULLY:
            self._is_over = True

    def _look_again(self) -> None:
        for fragment, (due, every) in list(self._due.items()):
            if time.monotonic() >= due:
                self._due[fragment] = (time.monotonic() + every, every)
                asked = BackMsg()
                asked.rerun_script.query_string = self.query
                asked.rerun_script.page_script_hash = self.pages.get(self.page, "")
                asked.rerun_script.fragment_id = fragment
                asked.rerun_script.is_auto_rerun = True
                self._socket.send(asked.SerializeToString())
