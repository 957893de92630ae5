"""How reliable a giver is, and how a relationship stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

import pytest
from hypothesis import given, strategies as st
from scipy.stats import beta

from jtbd.ledger import Occurrence, State
from jtbd.ledger.health import Cause, Colour, Relation, health
from jtbd.ledger.reliability import FEWEST, reliability, weight
from jtbd.model import Every, PartyId
from jtbd.model.sheet import SheetCommitment

TODAY: Final = dt.date(2027, 3, 1)
_STATES: Final = st.sampled_from([*State])


def occurrence(state: State, days: int = 0, by: PartyId = "a") -> Occurrence:
    """Return an occurrence of so many days ago."""
    promise = SheetCommitment.model_validate({"id": "p", "by": by, "what": "do it", "serves": []})
    return Occurrence(promise, 1, TODAY - dt.timedelta(days=days), state, False, ())


_FOUND: Final = st.lists(st.tuples(_STATES, st.integers(-400, 4000)), max_size=12)


def _made(drawn: Sequence[tuple[State, int]]) -> list[Occurrence]:
    return [occurrence(state, days) for state, days in drawn]


# ── reliability ───────────────────────────────────────────────────────────────────────────────────────────────────────


@given(_FOUND)
def test_what_is_not_settled_counts_neither_way(drawn: list[tuple[State, int]]) -> None:
    """Moved, released, ahead, overdue and waiting change nothing; the order does not either."""
    found = _made(drawn)
    settled = [item for item in found if item.state in {State.KEPT, State.BROKEN}]
    assert reliability(found, TODAY) == reliability(settled[::-1], TODAY)
    assert reliability(found, TODAY).kept + reliability(found, TODAY).broken == len(settled)


@given(_FOUND)
def test_the_estimate_is_that_of_the_beta_distribution(drawn: list[tuple[State, int]]) -> None:
    """(k+1)/(k+b+2), between the 5 % and 95 % quantiles of Beta(k+1, b+1); of fewer than three nothing is said."""
    found = reliability(_made(drawn), TODAY)
    said = found.estimate()
    assert (said is None) == (found.kept + found.broken < FEWEST)
    if said is None:
        return
    good, bad = found.weighted_kept + 1, found.weighted_broken + 1
    assert said.share == pytest.approx(good / (good + bad))
    assert (said.low, said.high) == pytest.approx((beta.ppf(0.05, good, bad), beta.ppf(0.95, good, bad)))
    assert said.low < said.share < said.high


@given(_FOUND, st.integers(0, 4000))
def test_one_kept_more_never_hurts(drawn: list[tuple[State, int]], days: int) -> None:
    """Who keeps one promise more is not held less reliable, and who breaks one more not more."""
    found = _made(drawn)
    before = reliability(found, TODAY).estimate()
    better = reliability([*found, occurrence(State.KEPT, days)], TODAY).estimate()
    worse = reliability([*found, occurrence(State.BROKEN, days)], TODAY).estimate()
    if before and better and worse:
        assert worse.share < before.share < better.share


@pytest.mark.parametrize(("days", "expected"), [(-30, 1), (0, 1), (365, 0.5), (730, 0.25)])
def test_what_is_a_year_old_counts_half(days: int, expected: float) -> None:
    """The weight halves with each year; what is ahead counts whole."""
    assert weight(occurrence(State.KEPT, days), TODAY) == pytest.approx(expected)


# ── health ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def relation(*found: Occurrence, contact: int | None = 10, **known: Any) -> Relation:
    """Return what is known of a relationship whose last contact was so many days ago."""
    day = None if contact is None else TODAY - dt.timedelta(days=contact)
    return Relation(found, day, **{"cadence": Every(weeks=2), "signed": True, **known})


@pytest.mark.parametrize(
    ("known", "colour", "cause"),
    [
        (relation(occurrence(State.OVERDUE, 15)), Colour.RED, Cause.LONG_OVERDUE),
        (relation(occurrence(State.OVERDUE, 14)), Colour.AMBER, Cause.OVERDUE),
        (
            relation(occurrence(State.BROKEN, 40, "b"), occurrence(State.BROKEN, 9, "b")),
            Colour.RED,
            Cause.LAST_TWO_BROKEN,
        ),
        (relation(occurrence(State.BROKEN, 40, "b"), occurrence(State.BROKEN, 9, "a")), Colour.GREEN, Cause.SIGNED),
        (
            relation(occurrence(State.BROKEN, 40), occurrence(State.BROKEN, 30), occurrence(State.KEPT, 9)),
            Colour.GREEN,
            Cause.SIGNED,
        ),
        (relation(contact=29), Colour.RED, Cause.SILENT_FOR_TWO),
        (relation(contact=28), Colour.AMBER, Cause.SILENT),
        (relation(contact=14), Colour.GREEN, Cause.SIGNED),
        (relation(dissatisfied=True), Colour.AMBER, Cause.DISSATISFIED),
        (relation(unthanked="Kestrel Foods"), Colour.AMBER, Cause.NOT_THANKED),
        (relation(signed=False), Colour.GREEN, Cause.IN_TOUCH),
        (relation(signed=False, cadence=None), Colour.GREY, Cause.NOTHING),
        (relation(signed=False, contact=None), Colour.GREY, Cause.NOTHING),
    ],
)
def test_the_first_rule_that_fits(known: Relation, colour: Colour, cause: Cause) -> None:
    """Red before amber before green, by what is overdue, broken, silent and not thanked for."""
    found = health(known, TODAY)
    assert (found.colour, found.cause) == (colour, cause)


def test_a_month_of_silence_is_a_month_of_the_calendar() -> None:
    """A cadence of months counts months, clipped to where they end."""
    month = {"cadence": Every(months=1), "signed": False}
    january = Relation((), dt.date(2027, 1, 31), **month)  # type: ignore[arg-type]
    assert health(january, dt.date(2027, 2, 28)).colour is Colour.GREEN
    assert health(january, dt.date(2027, 3, 1)).colour is Colour.AMBER
