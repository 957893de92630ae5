"""The whole command line."""

from __future__ import annotations

import argparse

from jtbd import __version__
from jtbd.cli import commands
from jtbd.cli.commands import app


def parser() -> argparse.ArgumentParser:
    """Return what can be said on it: the app's options, and the commands."""
    top = argparse.ArgumentParser(
        prog="jtbd",
        usage="%(prog)s [--canvases DIR] [--port PORT] [--no-browser]\n       %(prog)s COMMAND …",
        description=app.INTRO,
        epilog=app.OUTRO,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"jtbd {__version__}")
    app.add(top)
    known = top.add_subparsers(title="commands", metavar="COMMAND", prog="jtbd")
    for command in commands.ALL:
        command.add(known)
    return top
