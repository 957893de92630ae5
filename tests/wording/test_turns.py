"""How firm a verdict is, what would turn it, and the weakest link, in words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jtbd.scoring import Flip, Verdict, overlap
from jtbd.scoring.chain import links
from jtbd.wording.chain import synergy_sentence, weakest_sentence
from jtbd.wording.turns import firmness, turn
from tests.support.builders import parties
from tests.support.scoring_samples import sample


@pytest.mark.parametrize(
    ("stability", "said"),
    [
        (Fraction(1), "Firm: no single small change of an answer would turn this verdict."),
        (Fraction(9, 10), "Firm: 90 of 100 small changes would leave this verdict as it is."),
        (Fraction(3, 4), "Fairly firm: 75 of 100 small changes would leave this verdict as it is."),
        (Fraction(1, 2), "Not firm: 50 of 100 small changes would leave this verdict as it is."),
        (Fraction(0), "Not firm: 0 of 100 small changes would leave this verdict as it is."),
    ],
)
def test_firmness(stability: Fraction, said: str) -> None:
    """Stability has three degrees and a count."""
    assert firmness(stability) == said


@pytest.mark.parametrize(
    ("flip", "said"),
    [
        (
            Flip("need-1", "a", "importance", 2, 3, Verdict.COMPETITIVE),
            "If Harbour Estates said “vital” instead of “important”, then you compete for the same thing.",
        ),
        (
            Flip("need-1", "b", "stance", "do", "want", Verdict.COMPLEMENTARY),
            "If Northline Cabling said “want to solve it” instead of “do it in part”, then you complete each other.",
        ),
        (
            Flip(None, "b", "complement_test", "same", "less", Verdict.COMPETITIVE),
            "If Northline Cabling said “less” instead of “as much”, then you compete for the same thing.",
        ),
    ],
)
def test_turns(flip: Flip, said: str) -> None:
    """A move is told in the words of the rating, with what it would make of the verdict."""
    assert turn(flip, sample("3c 3l", parties=parties())) == said


def test_links_are_the_needs_that_the_whole_job_counts() -> None:
    """Functional needs with weight, and nothing else."""
    document = sample("3c 3l", "0c 0c", "-c -c", "e 3c 3c", "1d 2c")
    assert [link.aspect for link in links(document)] == ["need-1", "need-5"]
    assert [(link.a, link.b) for link in links(document)] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        (("3c 3l", "3l 3c"), "worth more than the sum of your parts"),
        (("3c 3c", "3c 3c"), "worth less than the sum of your parts"),
        (("3c 3l", "3c 3l"), "worth just the sum of your parts"),
    ],
)
def test_synergy_has_a_sign(needs: tuple[str, ...], said: str) -> None:
    """Together they are worth more, less or just as much as apart."""
    whole = overlap(sample(*needs)).whole_job
    assert whole is not None
    assert said in synergy_sentence(whole)


def test_the_weakest_link_is_named() -> None:
    """The weightiest need that is core to neither, the first of equals, and how many are no better."""
    assert weakest_sentence(sample("3c 3l", "1d 1d", "2d 2w", "2l 2l")) == (
        "Its weakest link, even together, is “Meet need number 3”: core to neither of you, and 2 more hold no better."
    )
    assert weakest_sentence(sample("3c 3l", "3l 3c")).startswith("Together the chain holds")
