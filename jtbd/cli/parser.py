"""The whole command line."""

from __future__ import annotations

import argparse

from jtbd import __version__
from jtbd.cli import commands, voice
from jtbd.cli.commands import app
from jtbd.cli.lesson import Page
from jtbd.i18n import say


def parser() -> argparse.ArgumentParser:
    """Return what can be said on it: the app's options, and the commands."""
    voice.lend()
    beneath = " " * len(say("usage: "))
    top = argparse.ArgumentParser(
        prog="jtbd",
        usage=f"%(prog)s [--language TAG] [--canvases DIR] [--port PORT] [--no-browser]\n{beneath}%(prog)s COMMAND …",
        description=app.INTRO.said(),
        epilog=app.outro(),
        formatter_class=Page,
        allow_abbrev=False,
    )
    top.add_argument(
        "--version",
        action="version",
        version=f"jtbd {__version__}",
        help=say("show program's version number and exit"),
    )
    app.add(top)
    known = top.add_subparsers(title=say("commands"), metavar="COMMAND", prog="jtbd")
    for command in commands.ALL:
        command.add(known)
    return top
