"""The curtain between what each of the two says and what both may see."""

from __future__ import annotations

from typing import Any, Final

import pytest
from hypothesis import assume, given, settings, strategies as st

from jtbd.editing import get, put
from jtbd.model import PARTIES, Answers, Canvas, Prospect
from jtbd.model.curtain import (
    AMOUNTS,
    ANSWERS,
    COMMON,
    PRIVATE,
    ROUNDS,
    Path,
    Round,
    Turn,
    is_seen,
    may_change,
    rated,
    taken_back,
    veiled,
    whose,
)
from jtbd.model.curtain.place import holds
from jtbd.store.codec import canvas_to_text
from tests.support.builders import aspects, canvas, rated as answered, ready_canvas
from tests.support.rounds import leaves, said, sayable

BOTH = {"rating": {"ready": {"a": True, "b": True}}}
ONE = {"rating": {"ready": {"a": True}}}
OPENLY = {"rating": {"mode": "open"}}
TURNS: Final = tuple(Turn(one, party) for one in ROUNDS for party in PARTIES)


# ── any canvas, and any eyes ──────────────────────────────────────────────────────────────────────────────────────────


BARE: Final = canvas(aspects=aspects(3), value={"currency": "EUR"})
LEAVES: Final = tuple(sayable(BARE))
COMMONLY: Final[tuple[Path, ...]] = (("job", "want"), ("title",), ("aspects", "need-2", "text"), ("roles", "a", "does"))

choices = st.tuples(*(st.sampled_from((None, 0, 1)) for _ in LEAVES))
eyes = st.sampled_from((None, *TURNS))
ratings = st.fixed_dictionaries(
    {
        "mode": st.sampled_from(("private", "open")),
        "ready": st.fixed_dictionaries({party: st.booleans() for party in PARTIES}),
    }
)


def _said(start: Canvas, chosen: tuple[int | None, ...]) -> Canvas:
    """Return a canvas on which all that can be said is said one way, the other, or not at all."""
    for leaf, which in zip(LEAVES, chosen, strict=True):
        blank = get(BARE, leaf.path)
        start = put(start, leaf.path, blank if which is None else leaf.filled(which))
    return start


@st.composite
def canvases(draw: st.DrawFn) -> Canvas:
    """Make a canvas on which much or little was said of three needs, and of money, by whoever is ready or not."""
    start = BARE.revise(rating=draw(ratings))
    for path in COMMONLY:
        start = put(start, path, draw(st.sampled_from(("one", "two"))))
    return _said(start, draw(choices))


@settings(max_examples=60, deadline=None)
@given(known=canvases(), who=eyes)
def test_a_veil_over_a_veil_hides_no_more(known: Canvas, who: Turn | None) -> None:
    """What is veiled for some eyes is for the same eyes as it is."""
    seen = veiled(known, who)
    assert veiled(seen, who) is seen


@settings(max_examples=60, deadline=None)
@given(known=canvases(), who=eyes, others=choices)
def test_what_is_hidden_cannot_be_told(known: Canvas, who: Turn | None, others: tuple[int | None, ...]) -> None:
    """Two canvases that differ in hidden things alone are one under the veil, and one file; but for who is ready."""
    another = _said(known, others)
    for leaf in LEAVES:
        if is_seen(known, leaf.path, who):
            another = put(another, leaf.path, get(known, leaf.path))
    assume(all(one.waits_for(known) == one.waits_for(another) for one in ROUNDS))
    assert veiled(known, who) == veiled(another, who)
    assert canvas_to_text(veiled(known, who)) == canvas_to_text(veiled(another, who))


@settings(max_examples=60, deadline=None)
@given(known=canvases(), who=eyes)
def test_the_veil_hides_what_may_not_be_seen_and_nothing_else(known: Canvas, who: Turn | None) -> None:
    """Field by field: as it is where it may be seen, blank where it may not; all that is common stays."""
    seen = veiled(known, who)
    for leaf in LEAVES:
        assert get(seen, leaf.path) == get(known if is_seen(known, leaf.path, who) else BARE, leaf.path)
    assert _said(seen, (None,) * len(LEAVES)) == _said(known, (None,) * len(LEAVES))


@settings(max_examples=60, deadline=None)
@given(known=canvases(), who=eyes)
def test_of_a_round_that_is_closed_nobody_sees_more_than_its_own(known: Canvas, who: Turn | None) -> None:
    """Between turns nothing of anybody, in a turn nothing of the other, also of a round that was open before it."""
    for one in PRIVATE:
        paths = [leaf.path for leaf in LEAVES if whose(leaf.path) == one]
        said_alone = who is not None and who.round is one.round and who.is_alone(known)
        if not one.is_of(who) and (not one.round.is_open(known) or said_alone):
            assert not any(is_seen(known, path, who) for path in paths)
        if one.is_of(who):
            assert all(is_seen(known, path, who) and may_change(known, path, who) for path in paths)


@settings(max_examples=60, deadline=None)
@given(known=canvases())
def test_once_it_is_open_both_see_all_but_what_is_kept(known: Canvas) -> None:
    """Where both are ready, or do it openly, nothing is blank but what stays its party's for good."""
    for leaf in LEAVES:
        owner = whose(leaf.path)
        assert owner
        assert is_seen(known, leaf.path) is (owner.opens and owner.round.is_open(known))


@settings(max_examples=60, deadline=None)
@given(known=canvases(), who=eyes)
def test_who_may_change_it_sees_it(known: Canvas, who: Turn | None) -> None:
    """And outside a turn, where all is said alone, nothing that was said can be changed."""
    for leaf in LEAVES:
        assert is_seen(known, leaf.path, who) or not may_change(known, leaf.path, who)
    if known.rating.mode == "private":
        assert not any(may_change(known, leaf.path) for leaf in LEAVES)


@settings(max_examples=60, deadline=None)
@given(now=canvases(), then=canvases(), who=eyes)
def test_a_turn_takes_back_its_own_and_both_what_is_common(now: Canvas, then: Canvas, who: Turn | None) -> None:
    """Field by field: what may be changed is as it was then, all else as it is now."""
    found = now.revise(**taken_back(now, then, who))
    alone = who is not None and who.is_alone(now)
    for leaf in LEAVES:
        owner = whose(leaf.path)
        assert owner
        back = owner.is_of(who) if alone else may_change(now, leaf.path, who)
        assert get(found, leaf.path) == get(then if back else now, leaf.path)
    for path in COMMONLY:
        assert get(found, path) == get(now if alone else then, path)


# ── every field is somebody's ─────────────────────────────────────────────────────────────────────────────────────────


def _owners(path: Path) -> list[object]:
    private = [one for one in PRIVATE if any(holds(pattern, path) for pattern in one.place.patterns(one.party))]
    return [*private, *("both" for pattern in COMMON if holds(pattern, path))]


def test_every_field_of_the_format_is_somebodys() -> None:
    """Common, or private of one of the two, and only one of these: a field that is new cannot be forgotten."""
    paths = [leaf.path for leaf in leaves(Canvas)]
    assert [path for path in paths if len(_owners(path)) != 1] == []
    assert {*PRIVATE, "both"} == {owner for path in paths for owner in _owners(path)}
    assert [pattern for pattern in COMMON if not any(holds(pattern, path) for path in paths)] == []


def test_whatever_one_says_of_a_need_or_of_money_is_its_own() -> None:
    """All of what these parts have, whatever they are called."""
    for party in PARTIES:
        for name in Answers.model_fields:
            found = whose(("aspects", "need-1", party, name))
            assert found
            assert (found.round, found.party, found.opens) == (ANSWERS, party, True)
        for name in Prospect.model_fields:
            found = whose(("value", party, name))
            assert found
            assert (found.round, found.party, found.opens) == (AMOUNTS, party, name != "notice")


@pytest.mark.parametrize("path", [("value",), ("value", "a"), ("aspects",), ("aspects", "need-1"), ("reviews",), ()])
def test_what_is_of_several_or_unknown_is_nobodys(path: Path) -> None:
    """A way that leads to more than one thing, or to what nobody has spoken of, is neither shown nor changed."""
    with pytest.raises(LookupError, match="nobody has said whose"):
        is_seen(BARE, path)
    with pytest.raises(LookupError):
        may_change(BARE, path)


def test_rounds_have_names_of_their_own() -> None:
    """By these they are noted."""
    assert len({one.name for one in ROUNDS}) == len(ROUNDS)


# ── who has begun, who is ready, what is open ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("fields", "seen"), [({}, False), (ONE, False), (BOTH, True), (OPENLY, True)])
def test_it_lifts_once_both_are_ready(fields: dict[str, Any], seen: bool) -> None:
    """Or where both rate openly; before that it hides whatever was said, and nothing where nothing was."""
    assert rated(canvas(**fields)) is seen
    assert not ANSWERS.hides(canvas(**fields))
    assert ANSWERS.hides(canvas(aspects=answered(((3, None), (None, None))), **fields)) is not seen


@pytest.mark.parametrize(
    ("fields", "begun"),
    [
        ({}, []),
        (ONE, ["a"]),
        ({"aspects": answered(((None, None), (0, None)))}, ["b"]),
        ({"choice": {"a": "apart"}}, ["a"]),
        ({"complement_test": {"b": "less"}}, ["b"]),
    ],
)
def test_whoever_said_anything_is_known(fields: dict[str, Any], begun: list[str]) -> None:
    """An answer, one to the last question, or that one is ready; what was answered is hidden then."""
    assert ANSWERS.hides(canvas(**fields)) is ("rating" not in fields and bool(fields))
    assert [party for party in PARTIES if ANSWERS.has_begun(canvas(**fields), party)] == begun


@pytest.mark.parametrize(
    ("given_so_far", "begun", "ready"),
    [
        ({}, False, False),
        ({"notice": "5"}, True, False),
        ({"alone": "1"}, True, False),
        ({"alone": "1", "together": "2"}, True, True),
    ],
)
def test_amounts_are_ready_once_both_years_are_given(given_so_far: dict[str, str], begun: bool, ready: bool) -> None:
    """No field says so: a year alone and one together are all that is waited for; a threshold may stay blank."""
    known = canvas(value={"currency": "EUR", "b": given_so_far})
    assert (AMOUNTS.has_begun(known, "b"), AMOUNTS.ready(known, "b")) == (begun, ready)
    assert AMOUNTS.hides(known) is ("alone" in given_so_far)
    assert not AMOUNTS.is_open(known)
    assert AMOUNTS.is_open(known.revise(rating=OPENLY["rating"]))


@pytest.mark.parametrize("one", ROUNDS, ids=lambda one: one.name)
def test_who_has_finished_is_asked_first(one: Round) -> None:
    """A turn is finished once its party is ready; where all is given openly, once what it keeps to itself is said."""
    known = BARE
    for party in PARTIES:
        assert not Turn(one, party).is_finished(known)
        known = said(known, one, party, 0)
    assert all(Turn(one, party).is_finished(known) for party in PARTIES)
    assert one.waits_for(known) == ()
    assert Turn(AMOUNTS, "a").is_finished(canvas(**OPENLY)) is False
    assert Turn(AMOUNTS, "a").is_finished(canvas(value={"a": {"notice": "1"}}, **OPENLY))


@pytest.mark.parametrize("one", ROUNDS, ids=lambda one: one.name)
def test_only_whose_turn_it_is_has_its_part_at_hand(one: Round) -> None:
    """Behind the curtain; openly both have theirs."""
    assert one.at_hand(BARE, None) == ()
    for turn in TURNS:
        assert one.at_hand(BARE, turn) == ((turn.party,) if turn.round is one else ())
        openly = BARE.revise(rating=OPENLY["rating"])
        assert one.at_hand(openly, turn) == (PARTIES if one.openly(openly) else one.at_hand(BARE, turn))


def test_a_canvas_of_which_all_may_be_seen_is_itself() -> None:
    """Which is quicker; of one that is done the thresholds alone are gone."""
    done = ready_canvas()
    seen = veiled(done)
    assert (seen.value.a.notice, seen.value.b.notice) == (None, None)
    assert (seen.aspects, seen.choice) == (done.aspects, done.choice)
    assert seen.aspects is veiled(seen).aspects
