"""`jtbd` without a command: the app in the browser."""

from __future__ import annotations

import argparse
import os
from typing import Final

from jtbd.cli.arguments import canvases
from jtbd.cli.terminal import warn

_LAST_PORT: Final = 65_535

INTRO: Final = """\
Common Job: find out over one coffee whether two businesses complete each
other, and sign what follows. Without a command it opens the app in the
browser, on this laptop only. Nothing leaves the machine by itself."""

OUTRO: Final = """\
a first round, from an example to a sheet that both have signed:
  jtbd score example-harbour-estates-northline-cabling
  jtbd key new
  jtbd sheet example-harbour-estates-northline-cabling --out signed
  jtbd sign signed/draft-1.yaml --party a
  jtbd sign signed/draft-1.yaml --party b
  jtbd verify signed/sheet-1.yaml

exit status:
  0  it holds, or it is done
  1  it does not hold: verify of anything but a complete sheet, check of a
     readable file with faults
  2  bad usage, an unreadable file or, for every other command, a faulty one

environment:
  JTBD_CANVASES    the folder of canvases, where --canvases does not say
  JTBD_CONFIG      the folder of keys and settings
  JTBD_PASSPHRASE  the passphrase of your key, where nobody is there to type it
  JTBD_TSA_URL     the time-stamping authority that `jtbd timestamp` asks

`jtbd COMMAND --help` says more of each command."""


def add(top: argparse.ArgumentParser) -> None:
    """Add what opening the app takes."""
    canvases(top, default=None)
    top.add_argument("--port", type=_port, help="the port to open the app on (else 8501 or the next free one)")
    top.add_argument("--no-browser", action="store_true", help="print the link to the app, open no browser")
    top.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Open the app in the browser until Ctrl+C."""
    from jtbd.launch import launch
    from jtbd.usecases.home import canvases_place

    folder, trouble = canvases_place(arguments.canvases, os.environ, windows=os.name == "nt")
    warn(filter(None, [trouble]))
    return launch(folder, arguments.port, open_browser=not arguments.no_browser)


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to {_LAST_PORT}")
    return int(text)
