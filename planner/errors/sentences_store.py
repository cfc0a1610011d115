"""Sentences of findings about the store: its address, its file or server, its schema, what it holds."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "store.url.unreadable": (
        N_("{value} is not the address of a database."),
        N_("Set PLANNER_DATABASE_URL to sqlite:///folder/planner.db or postgresql+psycopg://user@server/name."),
    ),
    "store.url.other_database": (
        N_("The store cannot live in a database of kind {value}."),
        N_("Use SQLite or PostgreSQL."),
    ),
    "store.url.memory": (
        N_("The address {value} names no file: all that is stored would be lost at the end."),
        N_("Name a file: sqlite:///folder/planner.db."),
    ),
    "store.driver.missing": (
        N_("The Python package {driver}, which speaks to {value}, is not installed."),
        N_("Install it beside the planner, or use SQLite."),
    ),
    "store.folder.unwritable": (
        N_("The folder {value} of the database cannot be made: {reason}."),
        N_("Choose another folder in PLANNER_DATABASE_URL, or have its permissions changed."),
    ),
    "store.file.unopenable": (
        N_("The database file {value} cannot be opened: {reason}."),
        N_("Check that the path names a file, not a folder, and that its permissions allow reading and writing."),
    ),
    "store.file.read_only": (
        N_("The database file {value} cannot be written: {reason}."),
        N_("Change the permissions of the file and its folder, or choose another in PLANNER_DATABASE_URL."),
    ),
    "store.file.not_a_database": (
        N_("The file {value} is no SQLite database."),
        N_("Choose another file in PLANNER_DATABASE_URL; this one was left as it is."),
    ),
    "store.file.foreign": (
        N_("The database {value} belongs to another program: it holds {tables} tables and no store."),
        N_("Choose another file in PLANNER_DATABASE_URL; this one was left as it is."),
    ),
    "store.file.damaged": (
        N_("The database file {value} is damaged: {reason}."),
        N_("Put the last backup in its place; keep the damaged file."),
    ),
    "store.file.disk_full": (
        N_("The database {value} has no room left: {reason}."),
        N_("Free space on its disk, then try again; nothing was stored."),
    ),
    "store.database.busy": (
        N_("The database {value} is busy: {reason}."),
        N_("Try again in a minute; if it stays so, look for a program that holds it. Nothing was stored."),
    ),
    "store.server.unreachable": (
        N_("The database {value} cannot be reached: {reason}."),
        N_("Check that the server runs, and the name, user and password in PLANNER_DATABASE_URL."),
    ),
    "store.database.failed": (
        N_("The database {value} failed: {reason}."),
        N_("Try again; if it happens again, report it with this sentence. Nothing was stored."),
    ),
    "store.write.refused": (
        N_("The database {value} refused to store this: {reason}."),
        N_("Lists, plans and orders are never changed; add a new one. Nothing was stored."),
    ),
    "store.migrations.absent": (
        N_("The folder {value} holds no scripts for the database's schema."),
        N_("Install the planner anew: its folder migrations is missing."),
    ),
    "store.schema.newer": (
        N_("The database has the schema {value}, which this version of the planner does not know."),
        N_("Update the planner, or use another database."),
    ),
    "store.schema.outdated": (
        N_("The database {value} does not have the schema of this version of the planner."),
        N_("Make a backup, then run `planner db upgrade`."),
    ),
    "store.list.absent": (
        N_("The store holds no version {value} of the list of {city}."),
        N_("Choose a version that is there, or import the list."),
    ),
    "store.list.other_hash": (
        N_("The bytes of {name} do not have the hash {value}."),
        N_("Read the file again and import it anew."),
    ),
    "store.list.damaged": (
        N_("Version {value} of the list of {city} is no longer what was imported."),
        N_("Put the last backup of the database in its place; keep the damaged one."),
    ),
    "store.grades.absent": (
        N_("The store holds no version {value} of the grade moves of {city}."),
        N_("Choose a version that is there, or import the moves."),
    ),
    "store.grades.damaged": (
        N_("Version {value} of the grade moves of {city} is no longer what was imported."),
        N_("Put the last backup of the database in its place; keep the damaged one."),
    ),
    "store.rules.absent": (
        N_("The store does not hold the rules {value} on which the plan rests."),
        N_("Store the rules first, then the plan."),
    ),
    "store.plan.absent": (
        N_("The store holds no plan number {value}."),
        N_("Store the plan first, then its orders."),
    ),
    "store.order.other_plan": (
        N_("Order {value} belongs to plan {plan}, not to plan {expected}."),
        N_("Add it to the orders of its own plan."),
    ),
    "store.order.taken": (
        N_("Plan {plan} already has an order {value} with another text."),
        N_("Give the new order a number of its own."),
    ),
}
