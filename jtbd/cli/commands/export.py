"""`jtbd export`: the other forms of a sheet."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from jtbd.cli.arguments import SHEET, Commands, canvases, command
from jtbd.cli.exits import HOLDS
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import print_written
from jtbd.i18n import mark, say

LESSON: Final = Lesson(
    mark("write the other forms of a sheet"),
    (
        mark(
            "Writes a sheet's PDF, or its due dates as a calendar file, beside it under the same name, and prints "
            "the path. Nothing is overwritten. A PDF that is printed again is an unsealed copy: the seal is made "
            "once, with the last signature."
        ),
        mark(
            "--eml writes the draft of a letter to both with the sheet, its PDF and the page that checks it "
            "attached, to be sent by hand. The addresses are those of its canvas."
        ),
        mark(
            "--verifier writes verify.html, a page that checks any sheet in any browser, from disk and without "
            "network: for whoever does not have this program."
        ),
    ),
    "jtbd export signed/sheet-1.yaml --ics",
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    made = command(commands, "export", run, LESSON)
    made.add_argument("sheet", metavar="SHEET", help=SHEET.said())
    form = made.add_mutually_exclusive_group(required=True)
    form.add_argument("--pdf", action="store_true", help=say("the sheet as it prints"))
    form.add_argument("--ics", action="store_true", help=say("its due dates and its review, for a calendar"))
    form.add_argument("--eml", action="store_true", help=say("the draft of a mail to both, with both files"))
    form.add_argument("--verifier", action="store_true", help=say("verify.html, which checks a sheet in any browser"))
    canvases(made)


def run(arguments: argparse.Namespace) -> int:
    """Write the other form of a sheet, or what verifies it, beside it, and print its path."""
    from jtbd.usecases.home import local_now
    from jtbd.usecases.sheets.exporting import export_dates, export_mail, export_pdf, export_verifier

    path = Path(arguments.sheet)
    if arguments.eml:
        print_written(*export_mail(arguments.home(), path))
    elif arguments.verifier:
        print_written(*export_verifier(path))
    else:
        write = export_pdf if arguments.pdf else export_dates
        print_written(*write(path, local_now()))
    return HOLDS
