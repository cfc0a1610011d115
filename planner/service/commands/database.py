"""Commands of the store: db upgrade, backup, restore, verify-audit."""

from pathlib import Path
from typing import Annotated, Any

import typer

from planner.service.assets import assets_folder
from planner.service.backups import Restored, Written, back_up, restore
from planner.service.bootstrap import database_url, open_planner
from planner.service.commands.options import JsonOption
from planner.service.console import print_json, print_text, speak
from planner.service.desk import check_trace
from planner.store import StoreFacts
from planner.store import upgrade as store_upgrade
from planner.terms import N_

__all__ = ["database_app"]

database_app = typer.Typer(help="The store.", no_args_is_help=True)
BackupArgument = Annotated[Path, typer.Argument(help="File of the backup.")]


@database_app.command("upgrade")
def upgrade(as_json: JsonOption = False) -> None:
    """Bring the store to the newest schema."""
    store_upgrade(database_url(), assets_folder() / "migrations")
    if as_json:
        print_json({"ok": True})
    else:
        print_text(speak().say(N_("The store is up to date.")))


@database_app.command("backup")
def backup(file: BackupArgument, as_json: JsonOption = False) -> None:
    """Copy the store as it stands at one moment, whoever writes to it meanwhile."""
    written = back_up(database_url(), file)
    if as_json:
        print_json({"ok": True, **_written_json(written)})
        return
    told = N_("{file}: {size} bytes, SHA-256 {sha256}.")
    print_text(speak().say(told, file=written.file, size=written.size, sha256=written.sha256))


@database_app.command("restore")
def restore_store(
    file: BackupArgument,
    replace: Annotated[
        bool, typer.Option("--replace", help="Also where the store holds something: that is backed up beside the file.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Put a backup in the place of what the store holds, all or nothing, and bring it to the newest schema."""
    done = restore(database_url(), file, assets_folder() / "migrations", replace=replace)
    if as_json:
        print_json(_restored_json(done))
    else:
        _tell_restored(done)
    raise typer.Exit(0 if done.facts.first_bad is None else 1)


@database_app.command("verify-audit")
def verify_audit(
    head: Annotated[str, typer.Option("--head", help="Hash printed on an order: the trace must still hold it.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Check the chain of the trace from its first entry to its last."""
    count, last, bad = check_trace(open_planner().store, head)
    if as_json:
        print_json({"ok": bad is None, "entries": count, "head": last, "first_bad_entry": bad})
    else:
        _tell_chain(count, last, bad)
    raise typer.Exit(0 if bad is None else 1)


def _tell_chain(count: int, head: str, bad: int | None) -> None:
    if bad is None:
        print_text(speak().say(N_("The trace is whole: {count} entries, head {head}."), count=count, head=head))
    else:
        print_text(speak().say(N_("The trace is broken at entry {number} of {count}."), number=bad, count=count))


def _tell_restored(done: Restored) -> None:
    phrasebook, facts = speak(), done.facts
    rows = sum(count for _, count in facts.rows)
    print_text(phrasebook.say(N_("{file} is restored: {rows} rows."), file=done.file, rows=rows))
    if done.kept is not None:
        print_text(phrasebook.say(N_("What the store held before is kept in {file}."), file=done.kept))
    _tell_chain(facts.entries, facts.head, facts.first_bad)


def _written_json(written: Written) -> dict[str, Any]:
    return {"file": str(written.file), "bytes": written.size, "sha256": written.sha256}


def _restored_json(done: Restored) -> dict[str, Any]:
    kept = str(done.kept) if done.kept else None
    return {"ok": done.facts.first_bad is None, "file": str(done.file), "kept": kept, **_facts_json(done.facts)}


def _facts_json(facts: StoreFacts) -> dict[str, Any]:
    return {
        "rows": dict(facts.rows),
        "entries": facts.entries,
        "head": facts.head,
        "first_bad_entry": facts.first_bad,
    }
