"""`jtbd sheet`: a canvas frozen as a sheet that nobody has signed yet."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from jtbd.cli.arguments import CANVAS, Commands, canvases, command, day, path_of
from jtbd.cli.exits import HOLDS
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import passphrase, tell
from jtbd.errors import shown
from jtbd.i18n import mark, say

LESSON: Final = Lesson(
    mark("freeze a canvas as a sheet that nobody has signed yet"),
    (
        mark(
            "Freezes what a canvas says now as DIR/draft-N.yaml, a commitment sheet that waits for both signatures, "
            "and prints its path. The canvas stays as it is."
        ),
        mark(
            "The sheet names the keys that will sign it. Party a's is your long-term key (`jtbd key new` makes it). "
            "For party b a guest key is made that can sign this sheet only; or b brings one of their own with "
            "--key-b."
        ),
    ),
    "jtbd sheet my-canvas --out signed --key-b bea.pub.pem",
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    made = command(commands, "sheet", run, LESSON)
    made.add_argument("canvas", metavar="CANVAS", help=CANVAS.said())
    made.add_argument("--out", metavar="DIR", required=True, help=say("the folder to write to; made if it is missing"))
    made.add_argument("--key-a", metavar="PEM", help=say("a's key, public or private (else your long-term key)"))
    made.add_argument("--key-b", metavar="PEM", help=say("b's key, public or private (else a guest key is made)"))
    made.add_argument(
        "--binding",
        choices=("intent", "contract"),
        default="intent",
        help=say("a statement of intent, or meant to bind (else intent)"),
    )
    made.add_argument("--confidential", action="store_true", help=say("neither shows it to others; this is signed too"))
    made.add_argument("--money", action="store_true", help=say("put the money figures in, to be signed too"))
    made.add_argument("--no-verdict", action="store_true", help=say("leave out what the two are to each other"))
    made.add_argument(
        "--open-until",
        metavar="DATE",
        type=day,
        help=say("the last day to sign it, as 2026-12-31 (else in thirty days)"),
    )
    canvases(made)


def run(arguments: argparse.Namespace) -> int:
    """Freeze a sheet and print its path."""
    from jtbd.usecases.sheets.sheetfiles import freeze_to
    from jtbd.usecases.sheets.terms import Terms

    terms = Terms(
        arguments.binding,
        confidential=arguments.confidential,
        money=arguments.money,
        verdict=not arguments.no_verdict,
        open_until=arguments.open_until,
    )
    draft = freeze_to(
        arguments.home(),
        Path(arguments.out),
        arguments.canvas,
        terms,
        key_a=path_of(arguments.key_a),
        key_b=path_of(arguments.key_b),
        ask=passphrase,
        tell=tell,
    )
    print(shown(draft.place))
    return HOLDS
