"""`jtbd check`: all faults of files, each with its line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jtbd.cli.arguments import Commands, as_json_too, command
from jtbd.cli.exits import DOES_NOT_HOLD, HOLDS, UNREADABLE
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import for_programs, print_json
from jtbd.i18n import mark, say

if TYPE_CHECKING:
    from jtbd.usecases.sheets.checking import Checked

LESSON: Final = Lesson(
    mark("name all faults of files, each with its line"),
    (
        mark(
            "Names every fault of each file with its line, its column and what to write instead. Takes canvases (the "
            "folder of one will do), commitment sheets and job templates. Changes nothing."
        ),
        mark(
            "Exit 0: all hold. 1: one has faults. 2: one cannot be read, or a newer version of this program wrote it."
        ),
    ),
    "jtbd check canvases/*/canvas.yaml",
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    made = command(commands, "check", run, LESSON)
    made.add_argument("files", nargs="+", metavar="FILE", help=say("a canvas, a sheet or a job template"))
    as_json_too(made)


def run(arguments: argparse.Namespace) -> int:
    """Print all faults of files, each with its line."""
    check = partial(_checked, arguments.files)
    found = for_programs(check) if arguments.json else check()
    if arguments.json:
        print_json({"files": [each.as_json() for each in found]})
    else:
        for each in found:
            print(each.report(), file=sys.stdout if each.readable else sys.stderr)
    if not all(each.readable for each in found):
        return UNREADABLE
    return HOLDS if not any(each.faults for each in found) else DOES_NOT_HOLD


def _checked(names: Sequence[str]) -> list[Checked]:
    from jtbd.usecases.home import local_now
    from jtbd.usecases.sheets.checking import check_file

    today = local_now().date()
    return [check_file(Path(name), today) for name in names]
