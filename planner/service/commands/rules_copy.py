"""Command rules copy: a folder of rules of one's own, to which a city's overlay can be added."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from planner.errors import FindingsError, Place, finding
from planner.service.bootstrap import rules_folder
from planner.service.commands.options import JsonOption
from planner.service.console import print_json, print_text, speak
from planner.terms import N_

__all__ = ["copy_rules"]


def copy_rules(
    folder: Annotated[Path, typer.Argument(help="New folder to write the rule files to.")],
    as_json: JsonOption = False,
) -> None:
    """Copy the rules in use to a new folder; with PLANNER_RULES set to it, every command uses the copy."""
    place = Place(file=folder.name)
    if folder.exists():
        raise FindingsError((finding("rules.copy.exists", where=place, value=folder.name),))
    try:
        shutil.copytree(rules_folder(), folder)
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        for path in files:
            path.chmod(path.stat().st_mode | 0o200)
    except OSError as error:
        raise FindingsError(
            (finding("request.file_unwritable", where=place, value=error, file=folder.name),)
        ) from error
    if as_json:
        print_json({"ok": True, "folder": folder.name, "files": len(files)})
    else:
        print_text(speak().say(N_("{folder}: {count} files copied."), folder=folder.name, count=len(files)))
