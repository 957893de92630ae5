"""`jtbd timestamp`: somebody else says that a sheet is there by now."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Final

from jtbd.cli.arguments import Commands, command
from jtbd.cli.exits import HOLDS
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import tell
from jtbd.errors import shown
from jtbd.i18n import mark, say

LESSON: Final = Lesson(
    mark("have somebody else say that a sheet is there by now"),
    (
        mark(
            "Asks a time-stamping authority (RFC 3161) to sign the hash of a sheet's file with the time by its own "
            "clock, and writes the answer beside it as sheet-N.tsr; `jtbd verify` then tells of it, and `openssl ts "
            "-verify` checks it. The times in the sheet itself are the laptop's."
        ),
        mark(
            "This is the one command that sends anything: the SHA-256 of the file and a random number, to the "
            "address that you name with --url or JTBD_TSA_URL. Neither names nor promises can be read from it."
        ),
        mark(
            "Exit 2: no address, no answer, or an answer that does not hold; nothing is written, and the sheet is as "
            "good as before."
        ),
    ),
    "jtbd timestamp signed/sheet-1.yaml --url http://tsa.example/tsr",
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    made = command(commands, "timestamp", run, LESSON)
    made.add_argument("sheet", metavar="SHEET", help=say("a sheet that both have signed: sheet-N.yaml"))
    made.add_argument("--url", help=say("the authority's address (else JTBD_TSA_URL; without either nothing is sent)"))


def run(arguments: argparse.Namespace) -> int:
    """Get a time stamp for a sheet and print its path, and on standard error what it says."""
    from jtbd.usecases.sheets.timestamping import stamp_sheet, time_stamp

    path = Path(arguments.sheet)
    written = stamp_sheet(path, arguments.url, os.environ)
    tell(str(time_stamp(path)))
    print(shown(written))
    return HOLDS
