"""The one bootstrap: environment, folders, store and rules are read here and nowhere else."""

import os
from datetime import datetime

from platformdirs import user_data_path

from planner.errors import FindingsError
from planner.service.assets import assets_folder
from planner.service.planner import Planner
from planner.sources import read_field_dictionary, read_rulebook, rules_archive
from planner.store import open_store
from planner.terms import BEIJING

__all__ = ["database_url", "open_planner"]

URL_VARIABLE = "PLANNER_DATABASE_URL"


def open_planner(database: str | None = None) -> Planner:
    """The planner over a store (`PLANNER_DATABASE_URL`, else SQLite in the user's data directory), migrated.

    Raises:
        FindingsError: where the rules or the store cannot be used.
    """
    assets = assets_folder()
    rulebook, findings = read_rulebook(assets / "rules")
    if rulebook is None:
        raise FindingsError(findings)
    store = open_store(database or database_url(), assets / "migrations")
    store.add_rules(rulebook.sha256, rules_archive(assets / "rules"), datetime.now(BEIJING))
    return Planner(store=store, rulebook=rulebook, dictionary=read_field_dictionary(), assets=assets)


def database_url() -> str:
    """The database in use."""
    given = os.environ.get(URL_VARIABLE)
    if given:
        return given
    return f"sqlite:///{user_data_path('planner', appauthor=False, ensure_exists=True) / 'planner.db'}"
