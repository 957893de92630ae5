"""What `wording` says is said whole, every word of it in the catalogue, whatever the document."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Final

import pytest
from hypothesis import given, settings

from jtbd.i18n import PSEUDO, speaking
from jtbd.ledger.faults import FaultKind, LedgerFault
from jtbd.ledger.occurrences import Occurrence, State
from jtbd.model import PARTIES, Canvas, Entry, Status
from jtbd.model.sheet import SheetCommitment
from jtbd.sign.check.sheet import read_verified
from jtbd.wording import clock
from jtbd.wording.ledger import fault_sentence
from tests.support import worded
from tests.support.builders import canvas, large_canvas, parties, ready_canvas
from tests.support.scoring_samples import canvases, sample
from tests.support.spoken import faults, texts_of
from tests.support.states import State as Made, states

KNOWN: Final = {
    **worded.shipped(),
    "ready": ready_canvas(),
    "large": large_canvas(),
    "nameless": ready_canvas(parties={}),
    "empty": canvas(),
    "several": sample("3c 3c", "2d 3c >b", "e 1w -d", "3l 2w", "s 3l 3l", parties=parties(), test="more less"),
}
AT: Final = dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC)


def _wrong(of: Canvas) -> list[str]:
    with speaking(PSEUDO):
        theirs = worded.own(of)
        return [fault for sentence in worded.of_canvas(of) for fault in faults(sentence, own=theirs)]


@settings(max_examples=60)
@given(canvases())
def test_whatever_is_found_is_said(found: Canvas) -> None:
    """Headline, reasons, flags, turns, money, values, balance, chain, suggestions and advice, of any canvas."""
    assert _wrong(found) == []


@pytest.mark.parametrize("name", KNOWN)
def test_what_is_found_in_known_canvases_is_said(name: str) -> None:
    """So it is of the examples that are shipped, of those that judges agreed on, and of the tests' own."""
    assert _wrong(KNOWN[name]) == []


def test_there_is_much_to_say() -> None:
    """What is looked at is of every sort: several hundred different sentences."""
    said = {sentence for each in KNOWN.values() for sentence in worded.of_canvas(each)}
    assert len(said) > 300


@pytest.mark.parametrize("name", KNOWN)
def test_drafts_are_in_the_language_of_sheets(name: str) -> None:
    """A promise that is suggested can be taken as it is: it is the same in every language."""
    with speaking(PSEUDO):
        drafts = [*worded.drafts(KNOWN[name])]
    assert drafts == [*worded.drafts(KNOWN[name])]


@pytest.mark.parametrize("state", states(), ids=lambda state: state.name)
def test_what_stands_in_a_sheet_is_said(state: Made) -> None:
    """What is in it, what is not, what one might miss, its verdict and its roles."""
    sheet = read_verified(state.data, "sheet.yaml").sheet
    theirs = {*texts_of(sheet.dump()), *worded.NAMES.values()}
    theirs |= {name for party in sheet.commitment.parties for name in (party.short_name, party.full_name)}
    with speaking(PSEUDO):
        said = [*worded.of_sheet(sheet)]
    assert [fault for sentence in said for fault in faults(sentence, own=theirs)] == []


def test_what_became_of_promises_is_said() -> None:
    """Each state, how reliable each is, why a relationship stands as it does and what to do about it."""
    promise = SheetCommitment.model_validate({"id": "call", "by": "a", "what": "Call back", "serves": []})
    item = Occurrence(promise, 1, dt.date(2026, 12, 15), State.AHEAD, unconfirmed=False, entries=())
    with speaking(PSEUDO):
        said = [*worded.of_ledger(item), *worded.of_ledger(item._replace(promise=promise.revise(by="b")))]
    theirs = ("Call back", "Kestrel Foods", "Bea Lund", "15 December 2026")
    assert [fault for sentence in said for fault in faults(sentence, own=theirs)] == []


@pytest.mark.parametrize("kind", FaultKind)
@pytest.mark.parametrize("status", [Status.DONE, Status.AGREED])
def test_what_is_wrong_with_an_entry_is_said(kind: FaultKind, status: Status) -> None:
    """Whatever an entry of the ledger cannot mean."""
    entry = Entry.model_validate({"promise": "call", "is": status, "by": "a", "at": AT, "for": dt.date(2026, 12, 1)})
    with speaking(PSEUDO):
        said = [fault_sentence(LedgerFault(0, "by", kind, entry, side)) for side in (*PARTIES, None)]
    assert [fault for sentence in said for fault in faults(sentence, own=["call", "by: a", "by: b", "for:"])] == []


def test_what_the_clock_says_is_said() -> None:
    """Time left and over, a step's share, what the hours cost."""
    with speaking(PSEUDO):
        said = [clock.time_left(planned, spent) for planned in (None, 30) for spent in (0, 60, 1740, 1800, 1861, 3600)]
        said += [clock.share_used(used, share) for used in (0, 60, 300) for share in (10, 60, 300)]
        said += [*clock.costs({"EUR": Fraction(7, 3), "GBP": Fraction(2500)})]
    assert [fault for sentence in said for fault in faults(sentence, own=["EUR", "GBP"])] == []
