"""One sentence for each verdict and each flag."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from jtbd.model import Canvas
from jtbd.scoring import Flag, overlap
from jtbd.wording import flag_sentence, headline
from tests.support.builders import parties
from tests.support.scoring_samples import canvases, sample


@pytest.mark.parametrize(
    ("needs", "test", "said"),
    [
        (("3c 3l",), "- -", "Not enough is said yet: fill in what is missing and look again."),
        (
            ("3c 0l", "0l 3c", "3c 1l"),
            "- -",
            "Too little ties you together: most of what matters to one of you does not matter to the other.",
        ),
        (("3c 3l",) * 3, "- -", "Too little ties you together: at least one of you has no part in this job."),
        (
            ("3c 3c", "3c 3c", "3c 3l"),
            "- -",
            "You compete for the same thing: of what has to get done, 67 % is solved by both of you.",
        ),
        (
            ("2c 2c", *["2c 2l"] * 9),
            "- -",
            "You compete for the same thing: nearly all that one of you solves, the other solves too.",
        ),
        (
            ("3c 3l", "3c 3l", "3l 3c"),
            "less less",
            "You compete for the same thing: both of you say that customers who have one of you want the other less.",
        ),
        (
            ("2c 2c", "2c 2l", "2l 2c", "2l 2c"),
            "- -",
            "You complete each other, with ground to divide: of what has to get done, 25 % is solved by both of you.",
        ),
        (
            ("2c 2c", *["2c 2l", "2l 2c"] * 3),
            "- -",
            "You complete each other: of what has to get done, 14 % is solved by both of you.",
        ),
        (
            ("3c 3l", "3c 3l", "3l 3c"),
            "- -",
            "You complete each other: nothing that one of you solves is solved by the other too.",
        ),
    ],
)
def test_headlines(needs: tuple[str, ...], test: str, said: str) -> None:
    """The headline says the verdict and what it is seen by."""
    canvas = sample(*needs, test=test)
    assert headline(overlap(canvas), canvas) == said


def test_what_it_is_seen_by_can_be_set_apart() -> None:
    """The one thing that the verdict is seen by is marked where it is asked for, in the same words."""
    canvas = sample("3c 3c", "3c 3c", "3c 3l")
    assert headline(overlap(canvas), canvas, apart="*") == (
        "You compete for the same thing: *of what has to get done, 67 % is solved by both of you.*"
    )


@pytest.mark.parametrize(
    ("flag", "needs", "test", "said"),
    [
        (
            "one-sided",
            ("3c 3l", "3c 3l", "3c 3w"),
            "- -",
            "One-sided: there is little in this job that only Northline Cabling solves.",
        ),
        (
            "one-sided",
            ("3c 3c", "3c 3c", "3c 3c"),
            "- -",
            "One-sided: there is little in this job that only Harbour Estates or only Northline Cabling solves.",
        ),
        (
            "swallowed-a",
            ("3c 3c", "3l 3c", "3l 3c"),
            "- -",
            "nearly all that Harbour Estates solves, Northline Cabling solves too.",
        ),
        (
            "swallowed-b",
            ("3c 3c", "3c 3l", "3c 3l"),
            "- -",
            "nearly all that Northline Cabling solves, Harbour Estates solves too.",
        ),
        (
            "mixed-signals",
            ("3c 3c", "3c 3c", "3c 3l", "3l 3c"),
            "more more",
            "you both say partners: check whether the needs that both of you solve are really the same.",
        ),
        (
            "mixed-signals",
            ("3c 3l", "3c 3l", "3l 3c"),
            "less less",
            "The numbers say partners, you both say rivals: check whether a need is missing that both of you solve.",
        ),
        (
            "mixed-signals",
            ("3c 3l", "3c 3l", "3c 3l"),
            "same more",
            "in common, Northline Cabling says partners: check whether a need is missing that ties you together.",
        ),
        (
            "heading",
            ("2c 2w", "2w 2c", "2c 2l", "2l 2c"),
            "- -",
            "once each takes on what it wants to, you complete each other, with ground to divide.",
        ),
        (
            "line-drawn",
            ("2c 2c >a", "2c 2c >b", "2c 2l", "2l 2c"),
            "- -",
            "The lines you drew change the answer: with them, you complete each other.",
        ),
    ],
)
def test_flags_in_words(flag: str, needs: tuple[str, ...], test: str, said: str) -> None:
    """Each flag says between whom, and what to check."""
    canvas = sample(*needs, test=test, parties=parties())
    assert flag in overlap(canvas).flags
    assert flag_sentence(Flag(flag), canvas).endswith(said)


@settings(max_examples=40, deadline=None)
@given(canvases())
def test_every_raised_flag_has_a_sentence(canvas: Canvas) -> None:
    """Whatever is raised can be said, in one sentence with names."""
    found = overlap(canvas)
    for said in (headline(found, canvas), *(flag_sentence(flag, canvas) for flag in found.flags)):
        assert said[0].isupper()
        assert said.endswith(".")
        assert "None" not in said
