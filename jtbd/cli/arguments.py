"""Arguments that several commands take."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeAlias

from jtbd.cli.lesson import Lesson

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name

CANVAS: Final = "a canvas: its file, its folder or its id"
SHEET: Final = "a commitment sheet: draft-N.yaml or sheet-N.yaml"


def command(
    commands: Commands, name: str, run: Callable[[argparse.Namespace], int], lesson: Lesson
) -> argparse.ArgumentParser:
    """Add a command with its lesson; return it, for its arguments."""
    made = commands.add_parser(
        name,
        help=lesson.summary,
        description=lesson.text,
        epilog=f"example:\n  {lesson.example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    made.set_defaults(run=run)
    return made


def canvases(command: argparse.ArgumentParser, default: Any = argparse.SUPPRESS) -> None:
    """Add `--canvases`; a command that is not given it leaves what was said before the command."""
    command.add_argument(
        "--canvases",
        metavar="DIR",
        default=default,
        help="the folder of canvases (else JTBD_CANVASES, ./canvases in a checkout, or the platform's data folder)",
    )


def as_json_too(command: argparse.ArgumentParser) -> None:
    """Add `--json`."""
    command.add_argument("--json", action="store_true", help="print one JSON object instead of words")


def day(text: str) -> dt.date:
    """Return a day as it is written in files.

    Raises:
        argparse.ArgumentTypeError: it is none; says how to write it.

    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day is written as 2026-12-31") from None


def path_of(name: str | None) -> Path | None:
    """Return a path that was given; a blank one is the folder here, not the same as none."""
    return Path(name) if name is not None else None
