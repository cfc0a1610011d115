"""Commands that are loaded when they are called: none waits for the rooms that only another one needs."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command, get_group

__all__ = ["Late", "LateCommand", "late_group"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """A command, or a group of commands, by the place where it stands.

    Attributes:
        name: as people type it.
        module, attribute: the module below `planner.service.commands`, and the function or Typer in it.
        help: its first sentence, the same as in its own file; a test holds that.
    """

    name: str
    module: str
    attribute: str
    help: str


class LateCommand(TyperCommand):
    """Stands for a command in the list of commands, and loads it when it is called."""

    def __init__(self, late: Late) -> None:
        super().__init__(late.name, callback=None, help=late.help)
        self.late = late

    def load(self) -> Any:  # noqa: ANN401 - Typer's own class of commands has no public name
        """The command itself."""
        found = getattr(import_module(f"planner.service.commands.{self.late.module}"), self.late.attribute)
        if not isinstance(found, typer.Typer):
            alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
            alone.command(self.late.name)(found)
            return get_command(alone)
        group = get_group(found)
        group.name = self.late.name
        return group

    def make_context(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as Typer declares it
        """The context of the command itself: from here on nothing knows of its stand-in."""
        return self.load().make_context(*arguments, **named)


def late_group(late: tuple[Late, ...]) -> type[TyperGroup]:
    """A group that knows these commands beside its own, in their order."""

    class LateGroup(TyperGroup):
        """The commands are stand-ins until one of them is called."""

        def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - whatever Typer gives
            super().__init__(**settings)
            own = dict(self.commands)
            self.commands = {item.name: LateCommand(item) for item in late} | own

    return LateGroup
