"""The command line: arguments → use case → print."""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from jtbd.cli.language import spoken_by
from jtbd.cli.parser import parser
from jtbd.cli.terminal import Plain
from jtbd.errors import JtbdError, shown
from jtbd.i18n import say, speaking

if TYPE_CHECKING:
    from jtbd.usecases.home import Home

__all__ = ["main"]

_INTERRUPTED = 128 + 2  # as a shell reports a program that Ctrl+C ended
_READER_GONE = 128 + 13  # as it reports one whose reader left, as `head` does


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 holds, 1 does not hold, 2 bad usage, unreadable or faulty.

    Without `argv` this process is the command.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal that lacks a letter of somebody's name shows its number
        sys.stdout.reconfigure(errors="backslashreplace")
    if argv is None:
        _make_haste()
    for name in ("stdout", "stderr"):
        if (output := getattr(sys, name)) is not None and not isinstance(output, Plain):
            setattr(sys, name, Plain(output))
    with speaking(spoken_by(sys.argv[1:] if argv is None else argv, os.environ)):
        return _answered(argv)


def _answered(argv: Sequence[str] | None) -> int:
    try:
        return _run(argv)
    except JtbdError as error:
        print(f"jtbd: {error.diagnostics()}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _give_up_output()
        return _READER_GONE
    except OSError as error:
        _give_up_output()
        place = f"{shown(error.filename)}: " if error.filename else ""
        print(f"jtbd: {place}{error.strerror or error}", file=sys.stderr)
        if isinstance(error, PermissionError):
            print(say("See to it that you may use it, or name another place."), file=sys.stderr)
        return JtbdError.exit_code


def _make_haste() -> None:
    """Spare a process that is over in a moment what only a long one has any use for: a fifth of `score` went there."""
    gc.disable()
    atexit.register(gc.freeze)  # else all that was ever imported is looked through once more at the very end
    # No other package has a say in what is valid here, and to look for one that would like to reads them all.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _run(argv: Sequence[str] | None) -> int:
    try:
        arguments = parser().parse_args(argv)
        arguments.home = cache(lambda: _home(arguments.canvases))
        return int(arguments.run(arguments))
    finally:  # here, where a reader that has gone can still be answered, and not when the interpreter ends
        with suppress(AttributeError):  # a program that was started with its output closed has none
            sys.stdout.flush()


def _home(canvases: str | None) -> Home:
    """Open the home, for a command that asks for it: what checks a file needs none."""
    from jtbd.usecases.home import open_home  # noqa: PLC0415 - help and mistakes are told without it

    return open_home(canvases, os.environ)


def _give_up_output() -> None:
    """See to it that what could not be written is not tried again when the interpreter ends."""
    with suppress(OSError, AttributeError):
        output = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), output)
