"""The table of verdicts with the choice, row by row, each threshold just below, at and just above."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings

from jtbd.model import Canvas, Choice, Choices, ComplementTest
from jtbd.scoring import Flag, Flip, Verdict, as_json, overlap, score
from jtbd.scoring.choice import chosen_of
from jtbd.scoring.verdict import Asked, asked_of, threshold, verdict
from jtbd.scoring.why import why
from jtbd.wording import reasons
from tests.support.scoring_samples import SOUND, canvases, chosen, sample

ALL = [f"{a} {b}" for a, b in product(Choice, repeat=2)]
DECIDING = {"instead instead", "together together", "together apart", "apart together"}


def said(choice: str) -> Asked:
    """Return what both chose."""
    found = chosen_of(chosen(choice))
    assert found is not None
    return found


def found(choice: str, /, **changes: int) -> str:
    """Return the verdict on the sound figures with some of them changed."""
    return verdict(SOUND._replace(**changes), said(choice)).value


def rivals(choice: str, contested: int, of: int = 1000) -> str:
    """Return the verdict where so much of what the two solve is contested."""
    alone = of - contested
    return found(choice, contested=contested, only_a=alone // 2, only_b=alone - alone // 2)


@pytest.mark.parametrize("choice", ALL)
def test_too_few_answers_are_unknown_whatever_is_chosen(choice: str) -> None:
    """Fewer than 3 answered functional aspects, or more than a quarter of blanks, leave every choice unknown."""
    assert found(choice, answered=2) == "unknown"
    assert found(choice, blanks=101) == "unknown"
    assert found(choice, blanks=100) != "unknown"


def test_both_instead_are_rivals_whatever_the_numbers_say() -> None:
    """Both `instead`: competitive, though nothing is contested, purposes differ or nothing is solved."""
    for changes in ({}, {"agreed": 0}, {"only_a": 0, "only_b": 0}, {"active_a": 0}):
        assert found("instead instead", **changes) == "competitive"


@pytest.mark.parametrize("choice", sorted(DECIDING - {"instead instead"}))
def test_together_and_nobody_instead_are_partners(choice: str) -> None:
    """One or both `together` and nobody `instead`: contested from S = 0.2 on, else complementary, whatever else."""
    assert [rivals(choice, contested) for contested in (199, 200, 999)] == ["complementary", "contested", "contested"]
    for changes in ({"agreed": 0}, {"cared": 0, "agreed": 0}, {"only_a": 0, "only_b": 0}, {"active_b": 0}):
        assert found(choice, **changes) == "complementary"
    assert found(choice, core_a=1, contested=900, only_a=100, only_b=4000) == "complementary"


@pytest.mark.parametrize("choice", sorted(set(ALL) - DECIDING))
def test_the_numbers_decide_else(choice: str) -> None:
    """Else: little in common, unknown, competitive at θ or swallowed, contested from 0.2 on, complementary."""
    line = 650 if choice == "apart apart" else 500
    assert found(choice, agreed=249) == "little-in-common"
    assert found(choice, agreed=250) == "complementary"
    assert found(choice, cared=0, agreed=0) == "little-in-common"
    assert found(choice, active_a=0) == "little-in-common"
    assert found(choice, active_b=0, only_a=0, only_b=0) == "little-in-common"
    assert found(choice, only_a=0, only_b=0) == "unknown"
    assert [rivals(choice, at) for at in (199, 200, line - 1, line)] == [
        "complementary",
        "contested",
        "contested",
        "competitive",
    ]
    swallowed = {"core_a": 1, "contested": 900, "only_a": 100, "only_b": 4000}
    assert found(choice, **swallowed) == "competitive"


@pytest.mark.parametrize("choice", ALL)
def test_the_threshold_is_null_where_the_answers_decide(choice: str) -> None:
    """θ is 0.65 where both answered `apart`, 0.5 otherwise, and undefined where no number can change the verdict."""
    expected = None if choice in DECIDING else Fraction(13, 20) if choice == "apart apart" else Fraction(1, 2)
    assert threshold(said(choice)) == expected
    whole = sample("3c 1l", "3c 2l", "1l 3c", choice=choice)
    assert as_json(score(whole), (), ())["threshold"] == (None if expected is None else float(expected))


def _report(document: Canvas) -> dict[str, Any]:
    """Return all that a score says, its reasons as well."""
    found = score(document)
    return as_json(found, why(found.overlap, document), reasons(found.overlap, document))


@settings(max_examples=80)
@given(canvases())
def test_the_complement_test_counts_nowhere_beside_a_choice_of_both(document: Canvas) -> None:
    """Where both have answered the choice, nothing depends on the complement test; where one has not, all does."""
    bare = document.revise(complement_test=ComplementTest())
    alone = document.revise(choice=Choices())
    if None in (document.choice.a, document.choice.b):
        assert as_json(score(document), (), ()) == as_json(score(alone), (), ())
    else:
        assert _report(document) == _report(bare)


def test_moves_of_the_choice_come_last() -> None:
    """Each given answer is moved one step along instead–apart–together; the complement test is not moved beside it."""
    whole = sample("3c 3c", "2c 2c", "2l 2c", "2c 2l", test="more less", choice="apart instead")
    flips = [flip for flip in overlap(whole).flips if flip.aspect is None]
    assert flips == [Flip(None, "b", "choice", "instead", "apart", Verdict.CONTESTED)]
    partners = overlap(sample("3c 3c", "3c 3c", "2l 2c", "2c 2l", choice="together together"))
    assert [(flip.party, flip.end) for flip in partners.flips if flip.aspect is None] == []


def test_one_answer_moves_nothing() -> None:
    """A choice that only one has answered has no moves, since it counts nowhere."""
    bare, one = (sample("3c 1l", "3c 2l", "1l 3c", choice=choice) for choice in ("- -", "instead -"))
    assert overlap(bare).stability == overlap(one).stability
    assert asked_of(bare) == asked_of(one)


@pytest.mark.parametrize(
    ("needs", "choice", "mixed"),
    [
        (("3c 1l", "3c 2l", "1l 3c"), "together together", False),
        (("3c 1l", "3c 2l", "1l 3c"), "instead instead", True),
        (("3c 1l", "3c 2l", "1l 3c"), "instead together", False),
        (("3c 3c", "3c 3c", "3c 3l"), "apart apart", False),
        (("3c 3c", "3c 3c", "3c 3l"), "together apart", True),
        (("3c 0l", "0l 3c", "3c 1l"), "together apart", True),
        (("3c 3c", "2c 2c", "2l 2c", "2c 2l"), "apart instead", True),
    ],
)
def test_mixed_signals(needs: tuple[str, ...], choice: str, mixed: bool) -> None:
    """Signals are mixed where the verdict would be another if both had answered `apart`."""
    result = overlap(sample(*needs, choice=choice))
    assert (Flag.MIXED_SIGNALS in result.flags) is mixed
    assert (result.verdict is not overlap(sample(*needs, choice="apart apart")).verdict) is mixed
