"""The command line: arguments → use case → print."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from jtbd.cli.parser import parser
from jtbd.errors import JtbdError

__all__ = ["main"]

_INTERRUPTED = 128 + 2  # as a shell reports a program that Ctrl+C ended
_READER_GONE = 128 + 13  # as it reports one whose reader left, as `head` does


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 holds, 1 does not hold, 2 bad usage, unreadable or faulty."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal that lacks a letter of somebody's name shows its number
        sys.stdout.reconfigure(errors="backslashreplace")
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
        place = f"{error.filename}: " if error.filename else ""
        print(f"jtbd: {place}{error.strerror or error}", file=sys.stderr)
        return JtbdError.exit_code


def _run(argv: Sequence[str] | None) -> int:
    try:
        arguments = parser().parse_args(argv)
        return int(arguments.run(arguments))
    finally:  # here, where a reader that has gone can still be answered, and not when the interpreter ends
        with suppress(AttributeError):  # a program that was started with its output closed has none
            sys.stdout.flush()


def _give_up_output() -> None:
    """See to it that what could not be written is not tried again when the interpreter ends."""
    with suppress(OSError, AttributeError):
        output = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), output)
