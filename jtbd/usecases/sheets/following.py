"""What a sheet says otherwise than the one whose place it takes, for its own pages.

The sheet itself names the earlier one by its id and no more. So this can be told where the earlier one lies beside it,
as on the laptop that froze both, and nowhere else; it is printed, and it is no part of what is signed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Final

from jtbd.errors import JtbdError
from jtbd.i18n import Message, mark, say, speaking
from jtbd.model.sheet import CommitmentContent, Sheet
from jtbd.pdf.pdf import language_of
from jtbd.sign.sheet.content import read_sheet
from jtbd.store.protocol import SheetStore
from jtbd.usecases.sheets.unsigned import Change, Promised, unsigned

_CHANGES: Final[Mapping[Change, Message]] = {
    Change.ADDED: mark("Added: {name}, “{what}”."),
    Change.CHANGED: mark("Changed: {name}, “{what}”."),
    Change.REMOVED: mark("Removed: {name}, “{what}”."),
}


def since_earlier(sheet: Sheet, sheets: SheetStore) -> tuple[str, ...]:
    """Return what changed since the last sheet among others whose place this one takes, as sentences."""
    named = set(sheet.commitment.replaces or ())
    if not named:
        return ()
    with speaking(language_of(sheet)):
        return _since(named, sheet, sheets)


def _since(named: set[str], sheet: Sheet, sheets: SheetStore) -> tuple[str, ...]:
    with suppress(JtbdError):  # a folder that cannot be listed is told of where sheets are
        for number in reversed(sheets.numbers("sheet")):
            with suppress(JtbdError):  # and so is one that cannot be read
                earlier = read_sheet(sheets.read("sheet", number), sheets.place("sheet", number)).commitment
                if earlier.id in named:
                    return tuple(_told(sheet.commitment, earlier, number))
    return ()


def _told(content: CommitmentContent, earlier: CommitmentContent, number: int) -> Iterator[str]:
    found = unsigned(content, earlier)
    if not found:
        yield say("Of what was promised, nothing has changed since sheet {sheet}.", sheet=number)
        return
    yield say("Since sheet {sheet}: {changes}.", sheet=number, changes=found.sentence)
    yield from (_line(content, promise) for promise in found.promises)


def _line(content: CommitmentContent, promise: Promised) -> str:
    what = promise.what.rstrip(" .")
    return _CHANGES[promise.change].said(name=content.party(promise.by).short_name, what=what)
