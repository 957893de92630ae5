"""Arguments that several commands take."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeAlias

from jtbd.cli.language import OPTION
from jtbd.cli.lesson import Lesson, Page
from jtbd.i18n import mark, say

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name

CANVAS: Final = mark("a canvas: its file, its folder or its id")
SHEET: Final = mark("a commitment sheet: draft-N.yaml or sheet-N.yaml")


def command(
    commands: Commands, name: str, run: Callable[[argparse.Namespace], int], lesson: Lesson
) -> argparse.ArgumentParser:
    """Add a command with its lesson; return it, for its arguments."""
    made = commands.add_parser(
        name,
        help=lesson.summary.said(),
        description="\n\n".join(paragraph.said() for paragraph in lesson.text),
        epilog=f"{say('example:')}\n  {lesson.example}",
        formatter_class=Page,
        allow_abbrev=False,
    )
    made.set_defaults(run=run)
    language(made)
    return made


def language(command: argparse.ArgumentParser, default: Any = argparse.SUPPRESS) -> None:
    """Add `--language`, for help to tell of it: what was asked for is known before anything is parsed."""
    command.add_argument(
        OPTION,
        metavar="TAG",
        default=default,
        help=say("the language to speak, as de (else that of JTBD_LANGUAGE)"),
    )


def canvases(command: argparse.ArgumentParser, default: Any = argparse.SUPPRESS) -> None:
    """Add `--canvases`; a command that is not given it leaves what was said before the command."""
    command.add_argument(
        "--canvases",
        metavar="DIR",
        default=default,
        help=say(
            "the folder of canvases (else JTBD_CANVASES, ./canvases in a checkout, or the platform's data folder)"
        ),
    )


def as_json_too(command: argparse.ArgumentParser) -> None:
    """Add `--json`."""
    command.add_argument("--json", action="store_true", help=say("print one JSON object instead of words"))


def day(text: str) -> dt.date:
    """Return a day as it is written in files.

    Raises:
        argparse.ArgumentTypeError: it is none; says how to write it.

    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(say("a day is written as {day}", day="2026-12-31")) from None


def as_of(command: argparse.ArgumentParser) -> None:
    """Add `--on`."""
    command.add_argument("--on", metavar="DATE", type=day, help=say("as of this day (else today)"))


def today_of(arguments: argparse.Namespace, now: Callable[[], dt.datetime]) -> dt.date:
    """Return the day that a command tells things as of."""
    said: dt.date | None = arguments.on
    return now().date() if said is None else said


def path_of(name: str | None) -> Path | None:
    """Return a path that was given; a blank one is the folder here, not the same as none."""
    return Path(name) if name is not None else None
