"""The group `planner warning` with all its commands."""

from planner.service.commands.papers import add_papers
from planner.service.commands.warning import warning_app
from planner.service.commands.warning_checks import add_checks
from planner.service.commands.warning_views import add_views

__all__ = ["warning_app"]

add_views(warning_app)
add_checks(warning_app)
add_papers(warning_app)
