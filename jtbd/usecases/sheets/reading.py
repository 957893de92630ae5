"""Sheets as they are read, each once and all of it checked: handed in by a person, or kept and waiting."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from jtbd.errors import InvalidSheet, JtbdError
from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.model.sheet import Sheet
from jtbd.sign.check.sheet import form_alone, invalid, read_verified
from jtbd.sign.check.verification import Outcome, VerifiedSheet
from jtbd.store.protocol import SheetStore, Stage, is_example
from jtbd.usecases.home import Home
from jtbd.usecases.sheets.kinds import refuse_other_files


@dataclass(frozen=True, slots=True)
class Draft:
    """A sheet that waits for signatures.

    Attributes:
        number: of the sheet among those of its canvas.
        place: where its file is, to be told.
        verified: the sheet, which holds.

    """

    number: int
    place: str
    verified: VerifiedSheet

    @property
    def sheet(self) -> Sheet:
        """What it holds."""
        return self.verified.sheet

    @property
    def signed(self) -> tuple[PartyId, ...]:
        """The parties that have signed."""
        return self.verified.found.signed

    @property
    def next(self) -> PartyId | None:
        """Who signs next where nobody asked to go first; None where both have signed."""
        return next((party for party in PARTIES if party not in self.signed), None)


@dataclass(frozen=True, slots=True)
class Broken:
    """A sheet of a canvas that does not hold, or cannot be read: by whatever hand, not by this program's."""

    number: int
    place: str
    message: str
    detail: str


def read_draft(sheets: SheetStore, number: int) -> Draft:
    """Return a draft as it is kept.

    Raises:
        UnreadableFile: there is none, or it may not be read.
        InvalidSheet: it is not a sheet, or does not hold.

    """
    data, place = sheets.read("draft", number), sheets.place("draft", number)
    with naming(place, data):
        return Draft(number, place, read_verified(data, place))


def open_draft(home: Home, canvas: Canvas) -> Draft | Broken | None:
    """Return the sheet of this canvas that waits for signatures, the latest if there are several; None if none waits.

    One that was declined waits for nothing. One that is broken comes back as such, to be explained and discarded.
    """
    if is_example(canvas.id):
        return None
    sheets = home.store.sheets(canvas.id)
    found = (_waiting(sheets, number) for number in reversed(sheets.numbers("draft")))
    return next((draft for draft in found if draft), None)


def _waiting(sheets: SheetStore, number: int) -> Draft | Broken | None:
    place = sheets.place("draft", number)
    try:
        draft = Draft(number, place, read_verified(sheets.read("draft", number)))
    except InvalidSheet as broken:
        found = invalid(broken)
        return Broken(number, place, found.message, found.detail)
    except JtbdError as error:
        return Broken(number, place, error.message, error.remedy)
    return None if draft.verified.outcome is Outcome.DECLINED else draft


# ── any sheet ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def read_given(data: bytes, place: str) -> VerifiedSheet:
    """Return the sheet that a person named or brought.

    Args:
        data: its file.
        place: what it is called, for whoever has to be told of it.

    Raises:
        NotASheet: it is a canvas, a job template or a PDF.
        InvalidSheet: it is no sheet, or does not hold.

    """
    refuse_other_files(data, place)
    with naming(place, data):
        return read_verified(data, place)


@contextmanager
def naming(place: str, data: bytes = b"") -> Iterator[None]:
    """Let a sheet that does not hold be refused by its file's name, with what to do.

    Args:
        place: where it is, to be told.
        data: what is in it, where the form alone may have been changed on its way.

    """
    try:
        yield
    except InvalidSheet as broken:
        raise broken.of(place, form_alone(data) if data and broken.rule == "canonical" else "") from broken


def names(file: bytes, sheet_id: str) -> bool:
    """Say whether a file has a sheet's id where a sheet has its own."""
    return f'\n  id: "{sheet_id}"\n'.encode() in file


def speaking_of(sheet_id: str, place: SheetStore, stage: Stage) -> Iterator[tuple[int, bytes]]:
    """Yield the files that have a sheet's id where a sheet has it, so that no other has to be read, or be whole."""
    for number in place.numbers(stage):
        if names(file := place.read(stage, number), sheet_id):
            yield number, file
