"""`jtbd sign`: a signature for one party, or a refusal."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from jtbd.cli.arguments import Commands, canvases, command, path_of
from jtbd.cli.exits import HOLDS
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import passphrase, print_written, tell
from jtbd.errors import UsageError
from jtbd.i18n import mark, say

LESSON: Final = Lesson(
    mark("sign a sheet for one party, or decline it"),
    (
        mark(
            "Adds a party's signature to a draft and prints the path of what it wrote. The last signature turns "
            "draft-N.yaml into sheet-N.yaml and sheet-N.pdf."
        ),
        mark(
            "Read the sheet before you sign it: `jtbd export SHEET --pdf`. What you sign is its hash and your "
            "statement of consent. The passphrase of a locked key is asked for, or taken from JTBD_PASSPHRASE. A "
            "guest's key is removed once it has signed."
        ),
        mark(
            "A guest with a key of their own signs the draft on their own machine and sends the file back: see `jtbd "
            "import`. Who would rather not says so with --decline, which is signed too and ends the round; nobody "
            "owes anybody anything then."
        ),
    ),
    'jtbd sign draft-1.yaml --party b --decline "too early" --suggests "Copper Fox"',
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    made = command(commands, "sign", run, LESSON)
    made.add_argument("sheet", metavar="SHEET", help=say("a sheet that waits for signatures: draft-N.yaml"))
    made.add_argument("--party", choices=("a", "b"), required=True, help=say("who signs"))
    made.add_argument(
        "--key",
        metavar="PEM",
        help=say("the private key (else the guest key made for this sheet, or your long-term key)"),
    )
    made.add_argument(
        "--consent",
        metavar="SENTENCE",
        help=say("the statement of consent in your own words (else the usual one, printed)"),
    )
    made.add_argument("--mark", metavar="SVG", help=say("your signature as a drawing: paths alone, no transforms"))
    made.add_argument("--decline", metavar="REASON", help=say("decline it instead, and say why; ends the round"))
    made.add_argument("--suggests", metavar="WHO", help=say("with --decline: who fits better"))
    canvases(made)


def run(arguments: argparse.Namespace) -> int:
    """Sign or decline a sheet for one party and print the path of what was written."""
    from jtbd.model.answer import Consent, Refusal
    from jtbd.usecases.sheets.sheetfiles import answering, drawing

    mark, reason = path_of(arguments.mark), arguments.decline
    if reason is None and arguments.suggests is not None:
        raise UsageError(say("--suggests goes with --decline"), say("To decline, say why: --decline REASON."))
    if reason is not None and (arguments.consent is not None or mark is not None):
        raise UsageError(
            say("--consent and --mark are for signing, not for declining"), say("Leave them out, or --decline.")
        )
    answer = (
        Consent(arguments.consent, drawing(mark) if mark else "")
        if reason is None
        else Refusal(reason, arguments.suggests)
    )
    signing = answering(arguments.home(), Path(arguments.sheet), arguments.party, path_of(arguments.key), answer)
    for remark in signing.to_read_first():
        tell(remark)
    signed = signing.sign(passphrase)
    if errand := signing.errand(signed):
        tell(errand)
    print_written(signed.place, signed.warnings)
    return HOLDS
