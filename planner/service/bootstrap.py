"""The one bootstrap: environment, folders, store and rules are read here and nowhere else."""

import os
from datetime import datetime
from pathlib import Path

from platformdirs import user_data_path

from planner.errors import FindingsError
from planner.service.assets import assets_folder
from planner.service.planner import Planner
from planner.sources import read_field_dictionary, read_rulebook, rules_archive
from planner.store import open_store
from planner.terms import BEIJING

__all__ = ["database_url", "open_planner", "rules_folder"]

URL_VARIABLE = "PLANNER_DATABASE_URL"
RULES_VARIABLE = "PLANNER_RULES"


def open_planner(database: str | None = None) -> Planner:
    """The planner over a store (`PLANNER_DATABASE_URL`, else SQLite in the user's data directory), migrated.

    Its rules are the shipped ones, or those of the folder that `PLANNER_RULES` names.

    Raises:
        FindingsError: where the rules or the store cannot be used.
    """
    assets, rules = assets_folder(), rules_folder()
    rulebook, findings = read_rulebook(rules)
    if rulebook is None:
        raise FindingsError(findings)
    store = open_store(database or database_url(), assets / "migrations")
    store.add_rules(rulebook.sha256, rules_archive(rules), datetime.now(BEIJING))
    return Planner(store=store, rulebook=rulebook, dictionary=read_field_dictionary(), assets=assets)


def database_url() -> str:
    """The database in use."""
    given = os.environ.get(URL_VARIABLE)
    if given:
        return given
    return f"sqlite:///{user_data_path('planner', appauthor=False, ensure_exists=True) / 'planner.db'}"


def rules_folder() -> Path:
    """The folder of rules in use: the copy that `PLANNER_RULES` names, else the shipped one."""
    given = os.environ.get(RULES_VARIABLE)
    return Path(given) if given else assets_folder() / "rules"
