"""What every failure has: a message, a remedy, an exit code; and a fault in a file."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from jtbd.i18n import say


class Fault(NamedTuple):
    """One thing wrong with one document.

    Attributes:
        line: 1-based line in the file, 0 where the fault is of the file as a whole.
        column: 1-based column, 0 likewise.
        path: where in the document, as `aspects[2].a.stance`; empty for the document itself.
        message: what is wrong and what to write instead.

    """

    line: int
    column: int
    path: str
    message: str

    def __str__(self) -> str:
        what = f"{self.path}: {self.message}" if self.path else self.message
        if not self.line:
            return what
        return f"{say('line {line}, column {column}:', line=self.line, column=self.column)} {what}"


_UNSHOWN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(text: object) -> str:
    """Return a name as one line on which nothing acts: controls, and what turns the direction, by their numbers.

    Names of files are strangers' texts as well, and a terminal does what an escape sequence in one tells it.
    """
    return _UNSHOWN.sub(lambda found: found[0].encode("unicode_escape").decode(), str(text))


class JtbdError(Exception):
    """Base of all failures a person can mend."""

    exit_code = 2

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def diagnostics(self) -> str:
        """Return the message and, on a line of its own, what to do."""
        return f"{self.message}\n{self.remedy}" if self.remedy else self.message


class UsageError(JtbdError):
    """The command line or a setting asks for something that does not exist."""
