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

from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.model.base import Part
from jtbd.model.sheet import CommitmentContent, SheetCommitment
from jtbd.model.unseen import without_unseen
from jtbd.wording.plain import listing

_COUNTS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
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
        """What differs, in words without a full stop: "one promise added and two changed; the job changed"."""
        counts = Counter(promise.change for promise in self.promises)
        told = [[_count(counts[change]), str(change)] for change in Change if counts[change]]
        for first in told[:1]:
            first.insert(1, "promise" if first[0] == _COUNTS[1] else "promises")
        parts = (listing([" ".join(words) for words in told]) if told else "", *_changed(self.others))
        return "; ".join(filter(None, parts))


def _changed(others: tuple[str, ...]) -> Iterator[str]:
    if others:
        yield f"{listing(others)} changed"


def unsigned(canvas: Canvas | CommitmentContent, sheet: CommitmentContent) -> Unsigned:
    """Return what a canvas, or a later sheet of it, says otherwise than a sheet that was frozen from it."""
    return Unsigned(tuple(_promises(canvas, sheet)), tuple(_others(canvas, sheet)))


def _count(number: int) -> str:
    return _COUNTS[number] if number < len(_COUNTS) else str(number)


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
        yield "the roles"
    if _said(canvas.review, *_REVIEW) != _said(sheet.review, *_REVIEW):
        yield "the next meeting"
    if _said(canvas.job, *_JOB) != _said(sheet.job, *_JOB):
        yield "the job"
    if any(_names(canvas, party) != _signed_names(sheet, party) for party in PARTIES):
        yield "a name"


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
