"""`jtbd` without a command: the app in the browser."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping
from typing import Final

from jtbd.cli.arguments import canvases, language
from jtbd.cli.terminal import warn
from jtbd.i18n import Message, mark, say

_LAST_PORT: Final = 65_535

INTRO: Final = mark(
    "Common Job: find out over one coffee whether two businesses complete each other, and sign what follows. Without a "
    "command it opens the app in the browser, on this laptop only. Nothing leaves the machine by itself."
)
ROUND: Final = (
    "jtbd score example-harbour-estates-northline-cabling",
    "jtbd key new",
    "jtbd sheet example-harbour-estates-northline-cabling --out signed",
    "jtbd sign signed/draft-1.yaml --party a",
    "jtbd sign signed/draft-1.yaml --party b",
    "jtbd verify signed/sheet-1.yaml",
)
_EXITS: Final = {
    "0": mark("it holds, or it is done"),
    # For translators: {verify} and {check} are commands.
    "1": mark("it does not hold: {verify} of anything but a complete sheet, {check} of a readable file with faults"),
    "2": mark("bad usage, an unreadable file or, for every other command, a faulty one"),
}
_SETTINGS: Final = {
    "JTBD_CANVASES": mark("the folder of canvases, where --canvases does not say"),
    "JTBD_CONFIG": mark("the folder of keys and settings"),
    "JTBD_LANGUAGE": mark("the language to speak, where --language does not say"),
    "JTBD_PASSPHRASE": mark("the passphrase of your key, where nobody is there to type it"),
    "JTBD_TSA_URL": mark("the time-stamping authority that `jtbd timestamp` asks"),
}


def outro() -> str:
    """Return what the first page of help ends with: a first round, the exit codes, the settings."""
    parts = (
        (say("a first round, from an example to a sheet that both have signed:"), *(f"  {typed}" for typed in ROUND)),
        (say("exit status:"), *_explained(_EXITS)),
        (say("environment:"), *_explained(_SETTINGS)),
        (say("`jtbd COMMAND --help` says more of each command."),),
    )
    return "\n\n".join("\n".join(lines) for lines in parts)


def _explained(meanings: Mapping[str, Message]) -> Iterator[str]:
    longest = max(map(len, meanings))
    commands = {"verify": "verify", "check": "check"}
    return (f"  {name:{longest}}  {meaning.said(**commands)}" for name, meaning in meanings.items())


def add(top: argparse.ArgumentParser) -> None:
    """Add what opening the app takes."""
    language(top, default=None)
    canvases(top, default=None)
    top.add_argument("--port", type=_port, help=say("the port to open the app on (else 8501 or the next free one)"))
    top.add_argument("--no-browser", action="store_true", help=say("print the link to the app, open no browser"))
    top.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Open the app in the browser until Ctrl+C."""
    from jtbd.launch import launch
    from jtbd.usecases.home import canvases_place

    folder, trouble = canvases_place(arguments.canvases, os.environ, windows=os.name == "nt")
    warn(filter(None, [trouble]))
    return launch(folder, arguments.port, open_browser=not arguments.no_browser, language=arguments.language)


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _LAST_PORT:
        raise argparse.ArgumentTypeError(say("a port is a number from 1 to {last}", last=_LAST_PORT))
    return int(text)
