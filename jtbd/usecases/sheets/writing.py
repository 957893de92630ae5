"""A sheet with more said on it, put in its draft's place: what that writes, and what has done its work then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jtbd.errors import KeyStays, SheetChanged, UnreadableFile, shown
from jtbd.i18n import say
from jtbd.model.sheet import Sheet
from jtbd.sign.check.verification import Outcome, VerifiedSheet
from jtbd.store.protocol import KeptKey, KeyStore, SheetStore
from jtbd.usecases.keys.opening import seal_key
from jtbd.usecases.sheets.reading import Draft
from jtbd.usecases.sheets.sealing import print_final, sweep_keys, sweep_pdf


@dataclass(frozen=True, slots=True)
class Signed:
    """A sheet as it is kept: the draft with one more signature or, after the last one, the complete sheet.

    Attributes:
        number: of the sheet.
        place: where it is, to be told; the PDF of a complete sheet lies beside it.
        verified: what is kept.
        warnings: what could not be done as it should, and what to do about it, each in a sentence or two.
        sealed: whether it was completed just now and its PDF sealed.

    """

    number: int
    place: str
    verified: VerifiedSheet
    warnings: tuple[str, ...] = ()
    sealed: bool = False

    @property
    def sheet(self) -> Sheet:
        """What is in it."""
        return self.verified.sheet

    @property
    def outcome(self) -> Outcome:
        """What it is worth now."""
        return self.verified.outcome

    @property
    def known(self) -> dict[int, VerifiedSheet]:
        """It by its number, for whoever would have to read it again."""
        return {self.number: self.verified}

    @property
    def complete(self) -> bool:
        """Whether both have signed."""
        return self.outcome is Outcome.COMPLETE


def put_back(sheets: SheetStore, draft: Draft, said: VerifiedSheet, *, keys: KeyStore, at: dt.datetime) -> Signed:
    """Put a sheet with more said on it in its draft's place; once both have signed, as a complete one with its PDF.

    The PDF is sealed where the sealing key is here. Keys that have done their work are removed, after everything is in
    place: the guest's of this sheet once b has signed or somebody has declined, the sealing key once the PDF is sealed
    or somebody has declined. What a crash leaves of them is swept up the next time.

    Args:
        sheets: where the draft is.
        draft: as it was read.
        said: the same content with more signatures.
        keys: where keys are kept.
        at: now.

    Raises:
        SheetChanged: the draft is no longer the one that was read.
        SheetsInUse, AlreadyThere, CannotWrite: nothing was written.

    """
    number, complete = draft.number, said.outcome is Outcome.COMPLETE
    final = print_final(sheets, number, said, at, keys=keys) if complete else None
    sealed = final is not None and final.sealed
    used = [keys.guest(said.id)] if said.over or "b" in said.found.signed else []
    used += [seal_key(keys, said.id, sheets, number)] if sealed or said.outcome is Outcome.DECLINED else []
    with sheets.alone():
        sweep_keys(sheets, keys, but=number)
        _refuse_changed(sheets, draft)
        if final:
            sweep_pdf(sheets, number, said, keys=keys)
            sheets.complete(number, said.file, final.pdf)
        else:
            sheets.replace_draft(number, said.file)
        warnings = (*(final.warnings if final else ()), *_forgotten(used))
    return Signed(number, sheets.place("sheet", number) if final else draft.place, said, warnings, sealed)


def _refuse_changed(sheets: SheetStore, draft: Draft) -> None:
    try:
        found = sheets.read("draft", draft.number)
    except UnreadableFile as gone:  # completed or discarded by somebody else
        raise SheetChanged(draft.place) from gone
    if found != draft.verified.file:
        raise SheetChanged(draft.place)


def _forgotten(used: Iterable[KeptKey]) -> Iterator[str]:
    """Remove keys that have done their work; yield what to do about one that the disk does not let go of."""
    for key in used:
        try:
            key.forget()
        except KeyStays as error:
            yield say(
                "{file} has done its work and could not be removed: {reason}: delete it.",
                file=shown(error.file),
                reason=error.reason,
            )
