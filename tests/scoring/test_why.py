"""Why a verdict is what it is, as facts: which kinds there are, and with what values."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings

from jtbd.model import Canvas
from jtbd.scoring import Verdict, overlap
from jtbd.scoring.firmness import Degree, degree
from jtbd.scoring.headline import Headline, HeadlineKind, headline
from jtbd.scoring.hundredths import ALMOST_ALL, ALMOST_NONE, hundredths
from jtbd.scoring.question import differing
from jtbd.scoring.reason import Reason, ReasonKind, Value
from jtbd.scoring.why import after_line, why
from tests.support.scoring_samples import canvases, sample, swapped

OTHER = {"a": "b", "b": "a", "blank_a": "blank_b", "blank_b": "blank_a"}
"""Each name of a value that is of one party, or the party itself, with what it is seen from the other side."""


def found(*needs: str, test: str = "- -", choice: str = "- -") -> dict[ReasonKind, Mapping[str, Value]]:
    """Return the values of each kind of reason that a canvas has."""
    canvas = sample(*needs, test=test, choice=choice)
    return {reason.kind: reason.values for reason in why(overlap(canvas), canvas)}


def test_complementary_by_hand() -> None:
    """All reasons of a complementary pair, each with the exact numbers worked out by hand, the weightiest first."""
    canvas = sample("3c 2l", "2l 3c", "2d 2d", "3l 3w", "2c 2l", "e 2c 2c", "s 1d 1d", test="same more")
    assert why(overlap(canvas), canvas) == (
        Reason(ReasonKind.COMPLEMENT, {"solved": Fraction(2, 3), "both": Fraction(1, 12)}),
        Reason(ReasonKind.TESTED, {"a": "same", "b": "more"}),
        Reason(ReasonKind.COMMON_PURPOSE, {"purpose": Fraction(7, 8)}),
        Reason(ReasonKind.OPEN, {"open": Fraction(1, 3)}),
        Reason(ReasonKind.BOND, {"bond": Fraction(1)}),
        Reason(ReasonKind.WHOLE_JOB, {"worth": "more"}),
        Reason(
            ReasonKind.WHERE_THE_LINE_IS,
            {"rivalry": Fraction(1, 8), "threshold": Fraction(13, 20), "moved_by": "one-more"},
        ),
        Reason(ReasonKind.FIRMNESS, {"stability": Fraction(1), "degree": "all"}),
    )


@pytest.mark.parametrize(
    ("needs", "answers", "kind", "values"),
    [
        ((), {}, "too-few-answered", {"answered": 0}),
        (
            ("3c 3l", "3l 3c", "3c 3l", "e -- --", "s -- 1l"),
            {},
            "too-many-blank",
            {"answers": 20, "blank": 6, "blank_a": 4, "blank_b": 2, "most": 5},
        ),
        (("3w 3w", "2w 2w", "2w 3l"), {}, "nothing-solved", {}),
        (("3c 0l", "0l 3c", "3c 1l"), {}, "purposes-differ", {"purpose": Fraction(1, 9)}),
        (("3l 3l",) * 3, {}, "both-idle", {"question": "complement_test"}),
        (("3c 3l",) * 3, {"choice": "apart apart"}, "one-idle", {"party": "b", "question": "choice"}),
        (("3c 3l", "3c 3l", "3l 3c"), {"test": "less less"}, "said-rivals", {"question": "complement_test"}),
        (("3c 3l", "3c 3l", "3l 3c"), {"choice": "apart together"}, "said-partners", {"by": 1}),
        (("3c 3l", "3c 3l", "3l 3c"), {"choice": "instead instead"}, "both-solve", {"solved": 1, "both": 0}),
        (("3c 3c", "3c 3c", "3c 3l"), {}, "rivals", {"solved": 1, "both": Fraction(2, 3)}),
        (("2c 2c", "2c 2l", "2l 2c", "2l 2c"), {}, "to-divide", {"solved": 1, "both": Fraction(1, 4)}),
        (("2c 2c", *["2l 2c"] * 9), {}, "rivals-swallowed", {"party": "a", "question": "complement_test"}),
        (("3l 3l",) * 3, {"choice": "together together"}, "complement-unsolved", {}),
        (
            ("3c 3c", "3c 3c", "3c 3l", "3l 3c"),
            {"test": "more -"},
            "mixed-signals",
            {"numbers": "competitive", "answers": "partners", "party": "a"},
        ),
        (
            ("3c 3c", "3c 3c", "3c 3l", "3l 3c"),
            {"test": "more more"},
            "mixed-signals",
            {"numbers": "competitive", "answers": "partners", "party": None},
        ),
        (("3c 3c", "3c 3c", "3c 3l"), {}, "swallowed", {"party": "b", "contained": 1}),
        (("3c 3c", "2c 2c", "1c 1l"), {}, "one-sided", {"party": "b", "share": 0}),
        (("3c 3l", "3c 3l", "3l 3c"), {"choice": "apart apart"}, "both-apart", {}),
        (("3c 3l", "3c 3l", "3l 3c"), {"test": "- less"}, "tested", {"a": None, "b": "less"}),
        (("3c 3l", "3c 3l", "3l 3c"), {"choice": "- apart"}, "one-answered", {"party": "b"}),
        (("3c 3l", "3c 3l", "3l 3c"), {}, "not-answered", {}),
        (("3c 3l", "3c 3l", "3l 3c"), {}, "covered", {}),
        (("3c 3l", "3c 3l", "3l 3c"), {"choice": "instead apart"}, "differing", {"a": "instead", "b": "apart"}),
        (
            ("2c 2c >a", "2c 2l", "2l 2c", "2l 2c"),
            {},
            "after-line",
            {
                "both": 0,
                "both_today": Fraction(1, 4),
                "verdict": Verdict.COMPLEMENTARY,
                "verdict_today": Verdict.CONTESTED,
            },
        ),
        (
            ("3w 3w", "2w 2w", "2w 3l"),
            {},
            "heading",
            {"both": Fraction(1, 3), "both_today": 0, "verdict": "competitive", "verdict_today": "unknown"},
        ),
    ],
)
def test_each_kind_with_its_values(
    needs: tuple[str, ...], answers: dict[str, str], kind: str, values: dict[str, Value]
) -> None:
    """Each kind comes up where its rule fits, with exact values."""
    assert found(*needs, **answers)[ReasonKind(kind)] == values


@settings(max_examples=80, deadline=None)
@given(canvases())
def test_swapping_the_parties_mirrors_the_reasons(canvas: Canvas) -> None:
    """Seen from the other side the same kinds have the same values, each party's with the other's name."""
    turned = swapped(canvas)
    mirrored = [_mirrored(reason) for reason in why(overlap(canvas), canvas)]
    assert sorted(mirrored, key=repr) == sorted(map(_ordered, why(overlap(turned), turned)), key=repr)


def _mirrored(reason: Reason) -> tuple[str, list[tuple[str, Value]]]:
    values = {
        OTHER.get(name, name): OTHER[value] if name == "party" and isinstance(value, str) else value
        for name, value in reason.values.items()
    }
    return _ordered(Reason(reason.kind, values))


def _ordered(reason: Reason) -> tuple[str, list[tuple[str, Value]]]:
    return str(reason.kind), sorted((name, value) for name, value in reason.values.items())


@settings(max_examples=80, deadline=None)
@given(canvases())
def test_what_is_said_in_a_place_of_its_own_is_among_the_reasons(canvas: Canvas) -> None:
    """Where the two differ and what the lines make of it are the facts that the reasons hold, never others."""
    result = overlap(canvas)
    reasons = why(result, canvas)
    for alone, kind in ((differing(canvas), ReasonKind.DIFFERING), (after_line(result), ReasonKind.AFTER_LINE)):
        among = [reason for reason in reasons if reason.kind is kind]
        assert among in ([alone] if alone else [], []), "of too few answers only what is missing is told"


@settings(max_examples=80, deadline=None)
@given(canvases())
def test_swapping_the_parties_keeps_the_headline(canvas: Canvas) -> None:
    """What to read first is the same from either side, and of the kind of its verdict."""
    turned = swapped(canvas)
    assert headline(overlap(canvas), canvas) == headline(overlap(turned), turned)


def test_the_headline_by_hand() -> None:
    """A headline holds what both solve of what has to get done, exactly."""
    canvas = sample("2c 2c", *["2c 2l", "2l 2c"] * 3)
    assert headline(overlap(canvas), canvas) == Headline(HeadlineKind.COMPLEMENTARY, Fraction(1, 7))


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (Fraction(0), Fraction(0)),
        (Fraction(1, 300), ALMOST_NONE),
        (Fraction(1, 8), Fraction(12)),
        (Fraction(299, 300), ALMOST_ALL),
        (Fraction(1), Fraction(100)),
    ],
)
def test_hundredths(share: Fraction, told: Fraction) -> None:
    """A share is told in whole hundredths, and what is almost none or almost all apart from none and all."""
    assert hundredths(share) == told


@pytest.mark.parametrize(
    ("stability", "expected"),
    [
        (Fraction(1), Degree.ALL),
        (Fraction(9, 10), Degree.FIRM),
        (Fraction(89, 100), Degree.FAIRLY_FIRM),
        (Fraction(3, 4), Degree.FAIRLY_FIRM),
        (Fraction(74, 100), Degree.NOT_FIRM),
        (Fraction(0), Degree.NOT_FIRM),
    ],
)
def test_degrees(stability: Fraction, expected: Degree) -> None:
    """The degrees of a stability begin exactly at their bounds."""
    assert degree(stability) is expected
