"""What becomes of promises: the days on which they are due, and the state of each occurrence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pytest
from hypothesis import assume, given, strategies as st

from jtbd.ledger import FaultKind, Occurrence, Signed, State, faults, occurrences
from jtbd.ledger.days import after
from jtbd.model import Entry, Every, PartyId, Status
from jtbd.model.sheet import SheetCommitment

D: Final = dt.date(2026, 11, 30)
UTC: Final = dt.UTC


def day_of(at: dt.datetime) -> dt.date:
    """Return the day of a moment on a laptop that stands in UTC."""
    return at.astimezone(UTC).date()


def promise(name: str = "p", by: PartyId = "a", **changes: Any) -> SheetCommitment:
    """Return a promise as a sheet has it."""
    return SheetCommitment.model_validate({"id": name, "by": by, "what": "do it", "serves": [], **changes})


def sheet(*promises: SheetCommitment, day: dt.date = D, number: int = 1) -> Signed:
    """Return a complete sheet of a day."""
    at = dt.datetime.combine(day, dt.time(10), UTC)
    return Signed(number, at, day, {item.id: item for item in promises})


def entry(status: str, at: dt.date | dt.datetime, by: PartyId = "a", **changes: Any) -> Entry:
    """Return an entry of the ledger, said at noon where only a day is given."""
    moment = at if isinstance(at, dt.datetime) else dt.datetime.combine(at, dt.time(12), UTC)
    fields = {name.rstrip("_"): value for name, value in changes.items()}
    return Entry.model_validate({"promise": "p", "is": status, "by": by, "at": moment, **fields})


def told(sheets: Sequence[Signed], ledger: Sequence[Entry], today: dt.date) -> Mapping[dt.date | None, State]:
    """Return the state of each occurrence of a single promise by its day."""
    return {found.day: found.state for found in occurrences(sheets, ledger, today, day_of)}


def shift(days: int) -> dt.date:
    """Return a day so many days after the sheet's."""
    return D + dt.timedelta(days=days)


# ── on which days ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_months_end_where_they_end_and_come_back() -> None:
    """Monthly on the 31st is the last day of shorter months, and the 31st again in longer ones; leap days count."""
    monthly = promise(due="2027-12-31", every={"months": 1})
    found = told([sheet(monthly)], [], dt.date(2028, 4, 30))
    assert [*found] == [
        dt.date(2027, 12, 31),
        dt.date(2028, 1, 31),
        dt.date(2028, 2, 29),
        dt.date(2028, 3, 31),
        dt.date(2028, 4, 30),
        dt.date(2028, 5, 31),
    ]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2199, 12, 31)), st.integers(1, 60), st.integers(0, 40))
def test_the_kth_is_counted_from_the_first(first: dt.date, months: int, number: int) -> None:
    """A day so many months later is in that month, on the same day or, where there is none, on its last."""
    found = after(first, Every(months=months), number)
    assert found is not None
    assert (found.year - first.year) * 12 + found.month - first.month == number * months
    assert found.day == first.day or (found.day < first.day and (found + dt.timedelta(days=1)).day == 1)


def test_a_cadence_without_a_day_begins_one_interval_after_the_sheet() -> None:
    """It counts from the day of the last signature, up to today, and the next one stands ahead."""
    found = told([sheet(promise(every={"weeks": 2}))], [], shift(28))
    assert found == {shift(14): State.OVERDUE, shift(28): State.AHEAD, shift(42): State.AHEAD}


def test_a_day_alone_is_one_also_where_it_is_past() -> None:
    """A day before the sheet counts; a trigger beside a day changes nothing."""
    past = promise(due="2026-11-01", trigger="a client signs")
    assert told([sheet(past)], [], D) == {dt.date(2026, 11, 1): State.OVERDUE}


def test_a_trigger_alone_has_the_occurrences_that_the_ledger_names() -> None:
    """Without a word there is none; with one there is one for each day that is named, and one without a day."""
    sheets = [sheet(promise(trigger="a client signs"))]
    assert told(sheets, [], shift(90)) == {}
    ledger = [entry("done", shift(3), for_=shift(2)), entry("done", shift(9))]
    assert told(sheets, ledger, shift(10)) == {shift(2): State.DONE, None: State.DONE}
    assert told(sheets, ledger, shift(39)) == {shift(2): State.KEPT, None: State.KEPT}


# ── over several sheets ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_sheet_that_says_the_same_changes_no_day() -> None:
    """Other words, same terms: the count goes on from the first sheet, and each has the words of its own time."""
    one, two = promise(every={"weeks": 1}), promise(every={"weeks": 1}, what="do it better")
    found = occurrences([sheet(one), sheet(two, day=shift(10), number=2)], [], shift(15), day_of)
    assert [(item.day, item.sheet, item.promise.what) for item in found] == [
        (shift(7), 1, "do it"),
        (shift(14), 2, "do it better"),
        (shift(21), 2, "do it better"),
    ]


def test_new_terms_count_from_the_day_of_their_sheet() -> None:
    """What was due before stays as it was; from then on the new days count, the sheet's day being their beginning."""
    one, two = promise(every={"weeks": 1}), promise(every={"weeks": 2})
    sheets = [sheet(one), sheet(two, day=shift(10), number=2)]
    assert [*told(sheets, [], shift(30))] == [shift(7), shift(24), shift(38)]


def test_a_sheet_that_drops_a_promise_ends_it() -> None:
    """On the day of the sheet and after it there is no occurrence; what was due before is what it was."""
    sheets = [sheet(promise(every={"weeks": 1})), sheet(promise("q"), day=shift(14), number=2)]
    assert told(sheets, [], shift(40)) == {shift(7): State.BROKEN}


def test_a_sheet_of_the_future_is_not_known_yet() -> None:
    """As of a day before the second sheet the first is in force."""
    sheets = [sheet(promise(every={"weeks": 1})), sheet(promise("q"), day=shift(14), number=2)]
    assert [*told(sheets, [], shift(13))] == [shift(7), shift(14)]


def test_who_is_released_from_the_whole_owes_nothing_from_that_day() -> None:
    """As a sheet that drops it would; a later sheet that has it again begins it anew."""
    weekly = promise(every={"weeks": 1})
    ledger = [entry("released", shift(8), by="b")]
    assert told([sheet(weekly)], ledger, shift(9)) == {shift(7): State.OVERDUE}
    again = [sheet(weekly), sheet(weekly, day=shift(20), number=2)]
    assert [*told(again, ledger, shift(28))] == [shift(7), shift(27), shift(34)]


# ── states, by the first rule that fits ───────────────────────────────────────────────────────────────────────────────

DUE: Final = shift(10)
ONCE: Final = (sheet(promise(due=DUE.isoformat())),)


@pytest.mark.parametrize(
    ("said", "today", "state", "unconfirmed"),
    [
        ([], DUE, State.AHEAD, False),
        ([], shift(11), State.OVERDUE, False),
        ([], shift(39), State.OVERDUE, False),
        ([], shift(40), State.BROKEN, True),
        ([entry("done", shift(5), for_=DUE)], shift(39), State.DONE, False),
        ([entry("done", shift(5), for_=DUE)], shift(40), State.KEPT, True),
        ([entry("done", shift(20), for_=DUE)], shift(49), State.DONE, False),
        ([entry("done", shift(20), for_=DUE)], shift(50), State.KEPT, True),
        ([entry("done", shift(60), for_=DUE)], shift(61), State.DONE, False),
        ([entry("missed", shift(11), for_=DUE)], shift(11), State.BROKEN, False),
        ([entry("missed", shift(11), by="b", for_=DUE)], shift(11), State.BROKEN, False),
        ([entry("done", shift(9), for_=DUE), entry("missed", shift(9), for_=DUE)], shift(11), State.BROKEN, False),
        ([entry("satisfied", shift(11), by="b", for_=DUE)], shift(11), State.KEPT, False),
        ([entry("satisfied", shift(90), by="b", for_=DUE)], shift(90), State.KEPT, False),
        ([entry("dissatisfied", shift(11), by="b", for_=DUE)], shift(11), State.BROKEN, False),
        (
            [entry("dissatisfied", shift(11), by="b", for_=DUE), entry("satisfied", shift(12), by="b", for_=DUE)],
            shift(12),
            State.KEPT,
            False,
        ),
        (
            [entry("released", shift(3), by="b", for_=DUE), entry("done", shift(4), for_=DUE)],
            shift(60),
            State.RELEASED,
            False,
        ),
        (
            [entry("satisfied", shift(11), by="b", for_=DUE), entry("released", shift(12), by="b", for_=DUE)],
            shift(60),
            State.RELEASED,
            False,
        ),
        ([entry("renegotiated", shift(3), for_=DUE, due=shift(15))], shift(9), State.AHEAD, False),
    ],
)
def test_the_first_rule_that_fits(said: list[Entry], today: dt.date, state: State, unconfirmed: bool) -> None:
    """The receiver's word goes before the giver's, a word before silence, and silence against who is silent."""
    (found,) = occurrences(ONCE, said, today, day_of)
    assert (found.state, found.unconfirmed) == (state, unconfirmed)


def test_moved_in_time_counts_neither_way() -> None:
    """Proposed on its day at the latest and agreed whenever: it goes on, on the new day, with entries of its own."""
    ledger = [entry("renegotiated", DUE, for_=DUE, due=shift(20)), entry("agreed", shift(14), by="b", for_=DUE)]
    assert told(ONCE, ledger, shift(15)) == {DUE: State.MOVED, shift(20): State.AHEAD}
    done = [*ledger, entry("satisfied", shift(21), by="b", for_=shift(20))]
    assert told(ONCE, done, shift(21)) == {DUE: State.MOVED, shift(20): State.KEPT}


def test_moved_too_late_is_broken_and_goes_on() -> None:
    """Proposed after its day: broken, and there is a new one on the new day."""
    ledger = [entry("renegotiated", shift(11), for_=DUE, due=shift(20)), entry("agreed", shift(11), by="b", for_=DUE)]
    assert told(ONCE, ledger, shift(21)) == {DUE: State.BROKEN, shift(20): State.OVERDUE}


def test_moved_twice() -> None:
    """What was moved can be moved once more, from its new day."""
    ledger = [
        entry("renegotiated", shift(3), for_=DUE, due=shift(20)),
        entry("agreed", shift(4), by="b", for_=DUE),
        entry("renegotiated", shift(18), for_=shift(20), due=shift(30)),
        entry("agreed", shift(19), by="b", for_=shift(20)),
    ]
    found = told(ONCE, ledger, shift(25))
    assert found == {DUE: State.MOVED, shift(20): State.MOVED, shift(30): State.AHEAD}


def test_moved_round_in_a_circle_ends() -> None:
    """What is moved back to where it was is the one that it was."""
    ledger = [
        entry("renegotiated", shift(3), for_=DUE, due=shift(20)),
        entry("agreed", shift(3), by="b", for_=DUE),
        entry("renegotiated", shift(4), for_=shift(20), due=DUE),
        entry("agreed", shift(4), by="b", for_=shift(20)),
    ]
    assert told(ONCE, ledger, shift(5)) == {DUE: State.MOVED, shift(20): State.MOVED}


def test_entries_of_one_moment_count_in_the_files_order() -> None:
    """Of two words of one moment the later line is the last."""
    at = dt.datetime.combine(shift(11), dt.time(9), UTC)
    words = [entry("satisfied", at, by="b", for_=DUE), entry("dissatisfied", at, by="b", for_=DUE)]
    assert told(ONCE, words, shift(12)) == {DUE: State.BROKEN}
    assert told(ONCE, words[::-1], shift(12)) == {DUE: State.KEPT}


def test_a_day_is_the_laptops_own() -> None:
    """A word at half past eleven at night is of that day here, and of the next further east."""
    ledger = [entry("renegotiated", dt.datetime.combine(DUE, dt.time(23, 30), UTC), for_=DUE, due=shift(20))]
    ledger.append(entry("agreed", shift(12), by="b", for_=DUE))
    east = dt.timezone(dt.timedelta(hours=1))
    here = occurrences(ONCE, ledger, shift(13), day_of)[0].state
    there = occurrences(ONCE, ledger, shift(13), lambda at: at.astimezone(east).date())[0].state
    assert (here, there) == (State.MOVED, State.BROKEN)


# ── laws ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

_STATUS: Final = st.sampled_from([*Status])


@st.composite
def ledgers(draw: st.DrawFn) -> list[Entry]:
    """Draw entries of weekly occurrences, said at any time by either side."""
    made = []
    for _ in range(draw(st.integers(0, 8))):
        status = draw(_STATUS)
        week = draw(st.integers(1, 6))
        due = {"due": shift(7 * week + draw(st.integers(0, 30)))} if status is Status.RENEGOTIATED else {}
        named = {} if draw(st.integers(0, 9)) == 0 else {"for_": shift(7 * week)}
        at = dt.datetime.combine(shift(draw(st.integers(0, 60))), dt.time(draw(st.integers(0, 3))), UTC)
        made.append(entry(status.value, at, draw(st.sampled_from(["a", "b"])), **named, **due))
    return made


WEEKLY: Final = (sheet(promise(every={"weeks": 1})),)


def _states(found: Sequence[Occurrence]) -> list[tuple[object, ...]]:
    return [(item.day, item.state, item.unconfirmed, item.moved_to) for item in found]


@given(ledgers(), st.integers(0, 80))
def test_what_was_said_later_is_not_known_yet(ledger: list[Entry], days: int) -> None:
    """As of a day nothing depends on what was said after it."""
    today = shift(days)
    before = [item for item in ledger if day_of(item.at) <= today]
    assert _states(occurrences(WEEKLY, ledger, today, day_of)) == _states(occurrences(WEEKLY, before, today, day_of))


@given(ledgers(), st.integers(0, 80), st.randoms())
def test_the_files_order_counts_only_within_a_moment(ledger: list[Entry], days: int, random: Any) -> None:
    """Entries of different moments may stand in any order."""
    assume(len({item.at for item in ledger}) == len(ledger))
    mixed = [*ledger]
    random.shuffle(mixed)
    today = shift(days)
    assert _states(occurrences(WEEKLY, mixed, today, day_of)) == _states(occurrences(WEEKLY, ledger, today, day_of))


@given(ledgers(), st.integers(0, 80))
def test_each_day_has_one_occurrence(ledger: list[Entry], days: int) -> None:
    """No day stands twice, and each that was moved stands on its new day too, unless the promise ended before."""
    found = occurrences(WEEKLY, ledger, shift(days), day_of)
    assert len({item.day for item in found}) == len(found)
    ended = [day_of(item.at) for item in ledger if item.status is Status.RELEASED and item.for_ is None]
    for item in found:
        if item.moved_to and not ended:
            assert item.moved_to in {other.day for other in found}


@given(ledgers())
def test_silence_never_undoes_a_word(ledger: list[Entry]) -> None:
    """Once somebody's word settled it, it stays settled the same however much time passes."""
    today = shift(61)
    for then, later in zip(
        occurrences(WEEKLY, ledger, today, day_of), occurrences(WEEKLY, ledger, shift(700), day_of), strict=False
    ):
        if then.settled and not then.unconfirmed:
            assert (then.day, then.state) == (later.day, later.state)


# ── what cannot be meant ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (entry("done", shift(3), promise="other", for_=DUE), FaultKind.NO_SUCH_PROMISE),
        (entry("done", shift(3), by="b", for_=DUE), FaultKind.WRONG_SIDE),
        (entry("renegotiated", shift(3), by="b", for_=DUE, due=shift(20)), FaultKind.WRONG_SIDE),
        (entry("satisfied", shift(3), for_=DUE), FaultKind.WRONG_SIDE),
        (entry("released", shift(3), for_=DUE), FaultKind.WRONG_SIDE),
        (entry("done", shift(3), for_=shift(9)), FaultKind.NO_SUCH_DAY),
        (entry("done", shift(3)), FaultKind.NO_DAY),
        (entry("agreed", shift(3), by="b", for_=DUE), FaultKind.NO_PROPOSAL),
    ],
)
def test_what_cannot_be_meant_is_named(said: Entry, kind: FaultKind) -> None:
    """An entry by the wrong side, of no promise, for no day or agreeing to nothing is faulty, whatever day it is."""
    assert [fault.kind for fault in faults(ONCE, [said], day_of)] == [kind]


@pytest.mark.parametrize(
    "said",
    [
        [entry("done", shift(900), for_=DUE)],
        [entry("missed", shift(3), by="b", for_=DUE)],
        [entry("missed", shift(3), for_=DUE)],
        [entry("released", shift(3), by="b")],
        [
            entry("renegotiated", shift(3), for_=DUE, due=shift(20)),
            entry("agreed", shift(4), by="b", for_=DUE),
            entry("done", shift(20), for_=shift(20)),
        ],
    ],
)
def test_what_can_be_meant_is_let_be(said: list[Entry]) -> None:
    """What the right side says of a day that is one, a day it was moved to too, is in order; the future is no fault."""
    assert faults(ONCE, said, day_of) == ()


def test_any_day_of_a_cadence_is_one() -> None:
    """Today does not matter: an occurrence years ahead can be spoken of, and the day beside it cannot."""
    far = D + dt.timedelta(weeks=500)
    assert faults(WEEKLY, [entry("done", shift(1), for_=far)], day_of) == ()
    assert faults(WEEKLY, [entry("done", shift(1), for_=far + dt.timedelta(days=1))], day_of)
