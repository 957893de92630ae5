"""The terminal: what is printed there, what is said beside it, and the passphrases that are typed."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable
from typing import Final, TextIO, TypeVar

from jtbd.errors import JtbdError, PassphraseNeeded, UsageError, shown
from jtbd.i18n import ENGLISH, say, speaking

PASSPHRASE: Final = "JTBD_PASSPHRASE"  # noqa: S105  the variable's name


_ACTING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Characters on which a terminal acts, or which turn the direction of a line; tabs and line ends are ours."""


class Plain(io.TextIOBase):
    """An output to people on which nothing acts that a stranger wrote: such characters are printed by their numbers."""

    def __init__(self, output: TextIO) -> None:
        super().__init__()
        self._output = output

    def write(self, text: str) -> int:
        """Write a text, and say that all of it was."""
        self._output.write(_ACTING.sub(lambda found: shown(found[0]), text))
        return len(text)

    def flush(self) -> None:
        """Hand on what was written."""
        self._output.flush()

    def fileno(self) -> int:
        """Return the handle that is written to in the end."""
        return self._output.fileno()

    def isatty(self) -> bool:
        """Say whether somebody looks at it."""
        return self._output.isatty()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of what is written to in the end."""
        return self._output.encoding


def print_json(document: object) -> None:
    """Print one object, with all its letters where the output takes them and escaped where it might not."""
    takes_all = (sys.stdout.encoding or "").lower() in {"utf-8", "utf8"} if sys.stdout else False
    text = json.dumps(document, ensure_ascii=not takes_all, indent=2, allow_nan=False)
    print(_ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


_T = TypeVar("_T")


def for_programs(make: Callable[[], _T]) -> _T:
    """Return what programs are to read, which is in English; where it cannot be made, people are told, in theirs."""
    try:
        with speaking(ENGLISH):
            return make()
    except JtbdError:
        make()  # says what is wrong again, and this time to them
        raise


def print_written(place: object, warnings: Iterable[str]) -> None:
    """Print where something was written, which scripts read, and apart from it what is not as it should be."""
    warn(warnings)
    print(shown(place))


def warn(warnings: Iterable[str]) -> None:
    """Say what somebody should see to."""
    for warning in warnings:
        tell(f"jtbd: {warning}")


def trouble(error: JtbdError) -> None:
    """Say what could not be read, beside all that could."""
    tell(f"jtbd: {error.diagnostics()}")


def tell(sentence: str) -> None:
    """Say something to whoever sits there; standard output is for what was asked."""
    print(sentence, file=sys.stderr)


def passphrase(place: str) -> str:
    """Return the passphrase that opens a key: from the environment, else asked for at the terminal.

    Raises:
        PassphraseNeeded: nobody is there to type it, or they would not.

    """
    given = os.environ.get(PASSPHRASE)
    return given if given is not None else _asked(say("Passphrase of {file}: ", file=place), PassphraseNeeded(place))


def new_passphrase() -> str:
    """Return the passphrase of a new key, typed twice unless the environment gives it.

    Raises:
        UsageError: nobody is there to type it, or it was typed in two ways.

    """
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return given
    nobody = UsageError(
        say("a new key needs a passphrase"), say("Type it when asked, or set {variable}.", variable=PASSPHRASE)
    )
    first = _asked(say("New passphrase: "), nobody)
    if first.strip() and first != _asked(say("Once more: "), nobody):
        raise UsageError(say("the two passphrases differ"), say("Try again; no key was made."))
    return first


def _asked(question: str, nobody: JtbdError) -> str:
    """Return what is typed at the terminal, which does not show it; raise `nobody` where no one types it."""
    from getpass import getpass  # noqa: PLC0415 - seldom needed

    if not (sys.stdin and sys.stdin.isatty()):
        raise nobody
    try:
        return getpass(question)
    except EOFError:
        raise nobody from None
