"""What an officer does at the panel: plans, leads an exercise to its issue, exports, and thinks in between."""

import random
import time
from dataclasses import dataclass, field

from tests.soak.line import Line, PageError

__all__ = ["Officer"]

LEVELS, MODES = ("yellow", "orange", "red"), ("fill", "filed", "design")
STEPS = ("propose", "attach", "review", "sign", "issue")


@dataclass(kw_only=True)
class Officer:
    """One of them; `pause` the shortest and longest rest in seconds, `until` when the shift ends."""

    name: str
    url: str
    until: float
    pause: tuple[float, float]
    chance: random.Random
    times: list[tuple[str, float]] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    issued: int = 0
    exported: int = 0

    def work(self) -> None:
        """A shift: round after round; an error is noted, and the officer opens the panel anew."""
        while time.monotonic() < self.until:
            line = Line(self.url)
            try:
                while time.monotonic() < self.until:
                    self.plan(line)
                    self.lead(line)
            except (PageError, OSError) as error:
                self.errors.append(f"{self.name}: {error}")
            finally:
                self.refusals += line.refusals
                line.close()

    def plan(self, line: Line) -> None:
        """The plan of a level and a mode, and its workbook."""
        level, mode = self.chance.choice(LEVELS), self.chance.choice(MODES)
        self.done("command", line.open("", f"level={level}&mode={mode}"))
        self.waits.append(line.wait_for("export"))
        self.think(line)
        seconds, size = line.download("export")
        self.done("export", seconds)
        self.exported += size > 0
        self.think(line)

    def lead(self, line: Line) -> None:
        """An exercise from its consultation to its issue, and the sheet of those to be called."""
        self.done("warning", line.open("warning", ""))
        self.type(line, "desk_name", self.name)
        self.type(line, "desk_opinion", "演练会商意见")
        self.done("switch", line.switch("desk_drill", on=True))
        self.think(line)
        self.done("open", line.press("desk_open"))
        for step in STEPS:
            self.step(line, step)
        self.issued += 1
        seconds, size = line.download("call_sheet")
        self.done("call_sheet", seconds)
        self.exported += size > 0
        self.done("orders", line.open("orders", ""))
        self.think(line)

    def step(self, line: Line, step: str) -> None:
        """One step: the name where another one must act, what it asks for, its reason, its button."""
        self.think(line)
        if step in ("review", "sign"):
            self.type(line, "desk_name", f"{self.name}{'乙' if step == 'review' else ''}")
        if step == "sign":
            self.type(line, "desk_signer", "赵")
        self.type(line, f"desk_reason_{step}", "演练")
        before = len(line.refusals)
        self.done(step, line.press(line.has(f"do_{step}_") or f"do_{step}"))
        if len(line.refusals) > before:
            raise PageError(f"{step} was refused: {line.refusals[before:]}")

    def type(self, line: Line, key: str, text: str) -> None:
        """Types a text, which takes a while too."""
        self.think(line)
        self.done("type", line.write(key, text))

    def think(self, line: Line) -> None:
        """What people do most of the time."""
        line.rest(self.chance.uniform(*self.pause))

    def done(self, action: str, seconds: float) -> None:
        """Notes how long the page took."""
        self.times.append((action, seconds))
