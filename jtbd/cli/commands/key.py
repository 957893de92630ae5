"""`jtbd key`: the long-term key, made or shown."""

from __future__ import annotations

import argparse
from typing import Final

from jtbd.cli.arguments import Commands, command, path_of
from jtbd.cli.exits import HOLDS
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import new_passphrase, passphrase, warn
from jtbd.errors import shown
from jtbd.i18n import mark, say

LESSON: Final = Lesson(
    mark("make or show your long-term key"),
    (
        mark(
            "Your long-term key signs for you: keep it, and its passphrase, to yourself. It lives encrypted in your "
            "config folder, never among the canvases. Its public half lies beside it and may be given to anybody."
        ),
    ),
    "jtbd key new",
)

NEW: Final = Lesson(
    mark("make a key, encrypted with a passphrase"),
    (
        mark(
            "Makes a P-256 key as an encrypted PKCS#8 PEM file, its public half beside it as .pub.pem, and prints "
            "its path and its thumbprint. The passphrase is asked for twice, or taken from JTBD_PASSPHRASE; it "
            "cannot be recovered. A key that is there is never overwritten."
        ),
    ),
    "jtbd key new --out ana.pem",
)

SHOW: Final = Lesson(
    mark("show a key's thumbprint and its public half"),
    (
        mark(
            "Prints where the key is, the thumbprint that sheets name it by, and its public half, which whoever "
            "freezes a sheet for you takes as --key-b."
        ),
    ),
    "jtbd key show > ana.pub.pem",
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    key = command(commands, "key", show, LESSON)
    kinds = key.add_subparsers(title=say("what to do"), metavar="new|show", required=True)
    made = command(kinds, "new", new, NEW)
    made.add_argument(
        "--out", metavar="PEM", help=say("the file to write (else your long-term key, in your config folder)")
    )
    shows = command(kinds, "show", show, SHOW)
    shows.add_argument("--key", metavar="PEM", help=say("another key than your long-term one"))


def new(arguments: argparse.Namespace) -> int:
    """Make a key, encrypted with a passphrase, and print where it is and its thumbprint."""
    from jtbd.usecases.keys.keyring import make_key, place_for_key

    home, path = arguments.home(), path_of(arguments.out)
    place_for_key(home, path)
    made = make_key(home, path, new_passphrase())
    print(shown(made.place))
    print(say("thumbprint {thumbprint}", thumbprint=made.thumbprint))
    warn(made.warnings)
    return HOLDS


def show(arguments: argparse.Namespace) -> int:
    """Print a key's thumbprint and its public half."""
    from jtbd.usecases.keys.keyring import known_key

    found = known_key(arguments.home(), path_of(arguments.key), passphrase)
    print(shown(found.place))
    print(say("thumbprint {thumbprint}", thumbprint=found.thumbprint))
    print(found.public_pem, end="")
    warn(found.warnings)
    return HOLDS
