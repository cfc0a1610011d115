"""The group `planner list` with all its commands."""

from planner.service.commands.list import list_app
from planner.service.commands.list_doctor import add_doctor_commands

__all__ = ["list_app"]

add_doctor_commands(list_app)
