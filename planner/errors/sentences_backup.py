"""Sentences of findings about backups of the store, their restoring, and the check of what the store holds."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "trace.head.unreadable": (
        N_("{value} is no head of the trace as orders carry it."),
        N_("Copy the hash from the foot of an order (its first 16 characters are enough), or scan its QR code."),
    ),
    "audit.stored.row": (
        N_("The store says {found} under {place}, the plan itself says {expected}."),
        N_("Somebody changed the row: compare it with the last backup, and do not use the plan."),
    ),
    "store.backup.nothing": (
        N_("The database {value} holds no store that could be backed up."),
        N_("Check PLANNER_DATABASE_URL; a store is made by the first command that uses it."),
    ),
    "store.backup.there": (
        N_("The file {value} is there already."),
        N_("Choose another name: a backup never takes the place of another one."),
    ),
    "store.backup.absent": (
        N_("There is no backup {value}."),
        N_("Check the path and the name of the file."),
    ),
    "store.backup.unwritable": (
        N_("The backup {value} cannot be written: {reason}."),
        N_("Check that the folder is there, may be written to, and has room."),
    ),
    "store.backup.foreign": (
        N_("The file {value} is no backup of a store in a {database} database."),
        N_("Choose a file that `planner db backup` wrote from such a database."),
    ),
    "store.backup.damaged": (
        N_("The backup {value} is damaged: {reason}."),
        N_("Use another backup; keep this one for whoever looks into it."),
    ),
    "store.backup.tool_missing": (
        N_("The program {value}, which comes with PostgreSQL, is not installed."),
        N_("Install PostgreSQL's client programs of the server's version, or put them on the PATH."),
    ),
    "store.backup.tool_failed": (
        N_("The program {value} failed: {reason}."),
        N_("Mend what it names, then try again; the store is as it was."),
    ),
    "store.restore.not_empty": (
        N_("The store {value} holds something already."),
        N_("Restore into an empty one, or say --replace: what it holds is then kept in a backup of its own."),
    ),
}
