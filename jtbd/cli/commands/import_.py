"""`jtbd import`: a sheet that was signed elsewhere, brought back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from jtbd.cli.arguments import Commands, canvases, command, path_of
from jtbd.cli.exits import HOLDS
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import print_written, tell
from jtbd.errors import shown
from jtbd.i18n import mark, say

LESSON: Final = Lesson(
    mark("bring back a sheet that was signed elsewhere"),
    (
        mark(
            "Puts what was signed or declined on another machine on the draft that waits here, and prints the path "
            "of what it wrote. The draft may have been signed here meanwhile. Both files are verified first; if they "
            "contradict each other, nothing is written. Once both have signed, the sheet is completed and sealed."
        ),
        mark(
            "The draft is looked for in the folder of its canvas, then beside SHEET; --into names another folder, as "
            "the one that `jtbd sheet --out` wrote to. SHEET itself stays where it is, unless it bears the very name "
            "of the completed sheet."
        ),
        mark(
            "Exit 0: it is in place, or was already. 2: no such draft waits here, or the sheet does not hold or "
            "contradicts the one that is here."
        ),
    ),
    "jtbd import ~/Downloads/sheet-1.yaml --into signed",
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    made = command(commands, "import", run, LESSON)
    made.add_argument("sheet", metavar="SHEET", help=say("the .yaml file that came back"))
    made.add_argument("--into", metavar="DIR", help=say("the folder of its draft (else it is looked for)"))
    canvases(made)


def run(arguments: argparse.Namespace) -> int:
    """Bring back a sheet that was signed elsewhere, say what it is now, and print where it is."""
    from jtbd.usecases.sheets.importing import import_file

    arrival = import_file(arguments.home(), Path(arguments.sheet), path_of(arguments.into))
    signed = arrival.signed
    found = signed.verified.found
    if arrival.new:
        tell(f"{found.outcome}: {found.message}")
    else:
        here = say("{file} is already here, {outcome}:", file=shown(signed.place), outcome=found.outcome)
        tell(f"{here} {found.message}")
    print_written(signed.place, signed.warnings)
    return HOLDS
