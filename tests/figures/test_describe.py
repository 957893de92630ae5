"""What figures say to those who cannot see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jtbd.figures import describe
from jtbd.model import Canvas
from jtbd.scoring import overlap, value_test
from tests.support.builders import canvas
from tests.support.figures_samples import every_kind, moving
from tests.support.scoring_samples import sample

DESCRIPTIONS: dict[str, Callable[[Canvas], str]] = {
    "strip": lambda document: describe.describe_strip(document, overlap(document)),
    "job bar": lambda document: describe.describe_job_bar(document, overlap(document)),
    "aspects": describe.describe_aspects,
    "importance": describe.describe_importance,
    "value": lambda document: describe.describe_value(document, value_test(document)),
}


def plain(text: str) -> str:
    """Return a text without no-break spaces."""
    return text.replace("\u00a0", " ")


def test_the_strip_in_words() -> None:
    """The strip's description gives the verdict and both points with their numbers."""
    assert plain(DESCRIPTIONS["strip"](moving())) == (
        "Complete each other. Today: 9 % solved by both. With your lines: 0 % solved by both."
    )


def test_the_job_in_words() -> None:
    """The job bar's description gives every share of every dimension that has weight."""
    assert plain(DESCRIPTIONS["job bar"](sample("3c 3c >a", "3c 3l", "s 1d 1l"))) == (
        "What has to get done: only Party A 50 %, both 50 %, only Party B 0 %, open 0 %. "
        "How they want to be seen: only Party A 50 %, both 0 %, only Party B 0 %, open 50 %. "
        "With your lines both still solve 0 % of what has to get done."
    )


def test_the_aspects_in_words() -> None:
    """The aspects' description counts them by who solves them and names the weightiest."""
    assert DESCRIPTIONS["aspects"](sample("1c 1c", "3c 3l", "2w 2l")) == (
        "3 needs: 1 only Party A, 1 both, 1 open. What matters most: “Meet need number 2”."
    )


def test_importance_in_words() -> None:
    """The description of disagreement counts by distance and names the first."""
    assert DESCRIPTIONS["importance"](sample("3c 0l", "3c 2l", "1c 1l", "1c -l")) == (
        "Far apart on 1 need, first on “Meet need number 1” (Party A: vital, Party B: no concern). "
        "A step apart on 1 need. Agreed on 1 need. 1 not rated by both."
    )


def test_value_in_words() -> None:
    """The value's description gives both years and both gains."""
    assert DESCRIPTIONS["value"](moving()) == (
        "Harbour Estates: 40,000 alone, 70,000 together (EUR a year). "
        "Gains 30,000: enough to take notice. "
        "Northline Cabling: 25,000 alone, 22,000 together (EUR a year). Loses 3,000."
    )


@pytest.mark.parametrize("description", DESCRIPTIONS)
def test_every_canvas_is_described(description: str) -> None:
    """Every canvas has a description of whole sentences; one with nothing in it says what is missing."""
    for document in every_kind().values():
        assert DESCRIPTIONS[description](document).endswith(".")
    assert "yet" in DESCRIPTIONS[description](canvas())
