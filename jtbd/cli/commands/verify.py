"""`jtbd verify`: what holds of a sheet and what does not."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import Final

from jtbd.cli.arguments import Commands, as_json_too, command, path_of
from jtbd.cli.exits import DOES_NOT_HOLD, HOLDS
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import for_programs, print_json
from jtbd.i18n import mark, say

LESSON: Final = Lesson(
    mark("say what holds of a sheet and what does not"),
    (
        mark(
            "Checks a sheet, or the one inside a PDF: that its content is unchanged since both signed it with the "
            "keys it names. Then it prints what they promised."
        ),
        mark(
            "It says `complete`, `incomplete` (somebody has yet to sign, or a PDF is an unsealed copy), `declined`, "
            "or `invalid` with the rule that was broken. It proves what was signed with which key, not who held the "
            "laptop."
        ),
        mark(
            "Of a time stamp beside a sheet it tells what it says; that decides nothing. --tsa-ca names the "
            "certificates of authorities that you trust with the time."
        ),
        mark("Exit 0: complete. 1: anything else. 2: the file cannot be read."),
    ),
    "jtbd verify signed/sheet-1.yaml",
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    made = command(commands, "verify", run, LESSON)
    made.add_argument("sheet", metavar="SHEET|PDF", help=say("a commitment sheet or its PDF"))
    made.add_argument("--tsa-ca", metavar="PEM", help=say("certificates that you trust with the time stamp beside it"))
    as_json_too(made)


def run(arguments: argparse.Namespace) -> int:
    """Print what holds of a sheet or its PDF, and what was promised in it."""
    from jtbd.usecases.sheets.timestamping import time_stamp
    from jtbd.usecases.sheets.verifying import Outcome, as_json, details, meaning, promises, verify_file

    path = Path(arguments.sheet)
    verify = partial(verify_file, path)
    if arguments.json:
        found = for_programs(verify)
        print_json(as_json(found))
    else:
        found = verify()
        stamped = time_stamp(path, path_of(arguments.tsa_ca))
        print(f"{found.outcome}: {found.message}")
        for more in filter(None, (found.remark, found.detail)):
            print(f"  {more}")
        for line in filter(None, (*details(found), stamped, *promises(found), meaning(found))):
            print(f"  {line}")
    return HOLDS if found.outcome is Outcome.COMPLETE else DOES_NOT_HOLD
