"""What two have agreed since they signed: a canvas beside the sheet that both have signed, or that waits for it.

What is signed and what is on the screen are two things. Compared is what a sheet promises: the promises by their ids,
the roles, the review, the job and the names of the parties. What each said of the needs and the money is no promise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from jtbd.formats import listing
from jtbd.i18n import WITHIN, Message, mark_count_in, mark_in, number as numeral, say_in
from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.model.base import Part
from jtbd.model.sheet import CommitmentContent, SheetCommitment
from jtbd.model.unseen import without_unseen

_COUNTS: Final = (
    mark_in(WITHIN, "one"),
    mark_in(WITHIN, "two"),
    mark_in(WITHIN, "three"),
    mark_in(WITHIN, "four"),
    mark_in(WITHIN, "five"),
    mark_in(WITHIN, "six"),
    mark_in(WITHIN, "seven"),
    mark_in(WITHIN, "eight"),
    mark_in(WITHIN, "nine"),
    mark_in(WITHIN, "ten"),
    mark_in(WITHIN, "eleven"),
    mark_in(WITHIN, "twelve"),
)
_PROMISE: Final = tuple(name for name in SheetCommitment.model_fields if name != "id")
_ROLE: Final = ("role", "does")
_JOB: Final = ("performer", "when", "want", "so_that")
_REVIEW: Final = ("every", "next")


class Change(StrEnum):
    """What became of a promise since it was signed, or that it was not there."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


# For translators: these stand in a list, of which the first one says “promise” and the others do not any more:
# “two promises added, one changed and three removed”. {number} is a word up to twelve.
_PROMISES: Final[Mapping[Change, Message]] = {
    Change.ADDED: mark_count_in(WITHIN, "{number} promise added", "{number} promises added"),
    Change.CHANGED: mark_count_in(WITHIN, "{number} promise changed", "{number} promises changed"),
    Change.REMOVED: mark_count_in(WITHIN, "{number} promise removed", "{number} promises removed"),
}
_MORE: Final[Mapping[Change, Message]] = {
    Change.ADDED: mark_count_in(WITHIN, "{number} added", "{number} added"),
    Change.CHANGED: mark_count_in(WITHIN, "{number} changed", "{number} changed"),
    Change.REMOVED: mark_count_in(WITHIN, "{number} removed", "{number} removed"),
}


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise that the sheet does not have as the canvas has it.

    Attributes:
        id: the promise's.
        by: whose it is; of one that was removed, whose it was.
        what: its words; of one that was removed, those that were signed.
        change: what became of it.

    """

    id: str
    by: PartyId
    what: str
    change: Change


@dataclass(frozen=True, slots=True)
class Unsigned:
    """What a canvas says otherwise than a sheet; false where it says the same.

    Attributes:
        promises: those that differ: of the canvas first, in its order, and then those that it has no more.
        others: what else differs, each as two would call it: "the roles".

    """

    promises: tuple[Promised, ...] = ()
    others: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything differs."""
        return bool(self.promises or self.others)

    def of(self, promise_id: str) -> Change | None:
        """Return what became of a promise; None where it stands on the sheet as it does in the canvas."""
        return next((promise.change for promise in self.promises if promise.id == promise_id), None)

    @property
    def count(self) -> int:
        """How many things differ."""
        return len(self.promises) + len(self.others)

    @property
    def sentence(self) -> str:
        """What differs, for a slot of a sentence: "one promise added and two changed; the job changed"."""
        counts = Counter(promise.change for promise in self.promises)
        found = [change for change in Change if counts[change]]
        kinds = [*(_PROMISES[change] for change in found[:1]), *(_MORE[change] for change in found[1:])]
        told = [
            kind.counted(counts[change], number=_count(counts[change]))
            for kind, change in zip(kinds, found, strict=True)
        ]
        parts = (listing(told) if told else "", _changed(self.others))
        return "; ".join(filter(None, parts))


def _changed(others: tuple[str, ...]) -> str:
    return say_in(WITHIN, "{things} changed", things=listing(others)) if others else ""


def unsigned(canvas: Canvas | CommitmentContent, sheet: CommitmentContent) -> Unsigned:
    """Return what a canvas, or a later sheet of it, says otherwise than a sheet that was frozen from it."""
    return Unsigned(tuple(_promises(canvas, sheet)), tuple(_others(canvas, sheet)))


def _count(number: int) -> str:
    return _COUNTS[number - 1].said() if number <= len(_COUNTS) else numeral(number)


def _promises(canvas: Canvas | CommitmentContent, sheet: CommitmentContent) -> Iterator[Promised]:
    signed = {item.id: item for item in sheet.commitments}
    for item in canvas.commitments:
        before = signed.pop(item.id, None)
        if before is None:
            yield Promised(item.id, item.by, item.what, Change.ADDED)
        elif _said(item, *_PROMISE) != _said(before, *_PROMISE):
            yield Promised(item.id, item.by, item.what, Change.CHANGED)
    for gone in signed.values():
        yield Promised(gone.id, gone.by, gone.what, Change.REMOVED)


def _others(canvas: Canvas | CommitmentContent, sheet: CommitmentContent) -> Iterator[str]:
    roles = ((getattr(canvas.roles, party), getattr(sheet.roles, party)) for party in PARTIES)
    if any(_said(now, *_ROLE) != _said(before, *_ROLE) for now, before in roles):
        yield say_in(WITHIN, "the roles")
    if _said(canvas.review, *_REVIEW) != _said(sheet.review, *_REVIEW):
        yield say_in(WITHIN, "the next meeting")
    if _said(canvas.job, *_JOB) != _said(sheet.job, *_JOB):
        yield say_in(WITHIN, "the job")
    if any(_names(canvas, party) != _signed_names(sheet, party) for party in PARTIES):
        yield say_in(WITHIN, "a name")


def _names(canvas: Canvas | CommitmentContent, party: PartyId) -> tuple[str, str]:
    """Return what a sheet of this canvas would call a party: the person or else the firm, and the firm."""
    if isinstance(canvas, CommitmentContent):
        return _signed_names(canvas, party)
    known = canvas.parties.of(party)
    return known.somebody or known.organisation or "", known.organisation or ""


def _signed_names(sheet: CommitmentContent, party: PartyId) -> tuple[str, str]:
    known = sheet.party(party)
    return without_unseen(known.name), without_unseen(known.organisation or "")


def _said(part: Part, *names: str) -> Mapping[str, object]:
    """Return fields of a part as they read: a blank is the same as nothing, and what nobody sees is no difference."""
    return {name: _read(getattr(part, name)) for name in names}


def _read(value: object) -> object:
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, str):
        return without_unseen(value) or None
    return frozenset(value) or None if isinstance(value, tuple) else value
