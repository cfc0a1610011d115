"""The group `planner rules` with all its commands."""

from planner.service.commands.rules import rules_app
from planner.service.commands.rules_areas import show_areas
from planner.service.commands.rules_confirm import confirm, confirmations
from planner.service.commands.rules_copy import copy_rules
from planner.service.commands.rules_diff import diff

__all__ = ["rules_app"]

rules_app.command("areas")(show_areas)
rules_app.command("copy")(copy_rules)
for command in (diff, confirm, confirmations):
    rules_app.command()(command)
