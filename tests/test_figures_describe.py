"""What figures say to those who cannot see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builders import canvas
from figures_samples import every_kind, moving
from scoring_samples import sample

from jtbd.figures import describe
from jtbd.model import Canvas
from jtbd.scoring import overlap, value_test

DESCRIPTIONS: dict[str, Callable[[Canvas], str]] = {
    "map": lambda document: describe.describe_map(document, overlap(document)),
    "job bar": lambda document: describe.describe_job_bar(document, overlap(document)),
    "aspects": describe.describe_aspects,
    "importance": describe.describe_importance,
    "value": lambda document: describe.describe_value(document, value_test(document)),
}


def plain(text: str) -> str:
    """Return a text without no-break spaces."""
    return text.replace("\u00a0", " ")


def test_the_map_in_words() -> None:
    """The map's description gives all points, their numbers and the reason of the border."""
    assert plain(DESCRIPTIONS["map"](moving())) == (
        "Today: 79 % common purpose, 10 % rivalry, complete each other. "
        "Heading: 79 % common purpose, 22 % rivalry, ground to divide. "
        "After the line: 79 % common purpose, 0 % rivalry, complete each other. "
        "Rivals start at 65 %, not at 50 %: to the complement test Northline Cabling answered “more”."
    )


def test_the_job_in_words() -> None:
    """The job bar's description gives every share of every dimension that has weight."""
    assert plain(DESCRIPTIONS["job bar"](sample("3c 3c >a", "3c 3l", "s 1d 1l"))) == (
        "Functional: only Party A 50 %, both 50 %, only Party B 0 %, open 0 %. "
        "Social: only Party A 50 %, both 0 %, only Party B 0 %, open 50 %. "
        "After the line both still solve 0 % of the functional part."
    )


def test_the_aspects_in_words() -> None:
    """The aspects' description counts them by who solves them and names the weightiest."""
    assert DESCRIPTIONS["aspects"](sample("1c 1c", "3c 3l", "2w 2l")) == (
        "3 aspects: 1 only Party A, 1 both, 1 open. What matters most: “Meet need number 2”."
    )


def test_importance_in_words() -> None:
    """The description of disagreement counts by distance and names the first."""
    assert DESCRIPTIONS["importance"](sample("3c 0l", "3c 2l", "1c 1l", "1c -l")) == (
        "Far apart on 1 aspect, first on “Meet need number 1” (Party A: vital, Party B: no concern). "
        "A step apart on 1 aspect. Agreed on 1 aspect. 1 not rated by both."
    )


def test_value_in_words() -> None:
    """The value's description gives both years and both gains."""
    assert DESCRIPTIONS["value"](moving()) == (
        "Harbour Estates: 40,000 alone, 70,000 together (EUR a year). "
        "Gains 30,000: enough to take notice, from 10,000 on. "
        "Northline Cabling: 25,000 alone, 22,000 together (EUR a year). Loses 3,000."
    )


@pytest.mark.parametrize("description", DESCRIPTIONS)
def test_every_canvas_is_described(description: str) -> None:
    """Every canvas has a description of whole sentences; one with nothing in it says what is missing."""
    for document in every_kind().values():
        assert DESCRIPTIONS[description](document).endswith(".")
    assert "yet" in DESCRIPTIONS[description](canvas())
