"""The command line: arguments → use case → print."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from jtbd.cli.parser import parser
from jtbd.errors import JtbdError

__all__ = ["main"]

_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 holds, 1 does not hold, 2 bad usage, unreadable or faulty."""
    arguments = parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except JtbdError as error:
        print(f"jtbd: {error.diagnostics()}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # the reader has gone, as `head` does; say nothing more to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
