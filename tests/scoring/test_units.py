"""Answers in whole units."""

from __future__ import annotations

import pytest

from jtbd.scoring.units import HEADING, TODAY, rows_of
from tests.support.scoring_samples import row, sample


@pytest.mark.parametrize(
    ("shorthand", "weight"),
    [("3c 1l", 4), ("3c 2l", 5), ("3c -l", 6), ("-c 1l", 2), ("0c 1l", 1), ("-- --", 0), ("0c -l", 0)],
)
def test_weight_is_the_mean_of_what_was_rated(shorthand: str, weight: int) -> None:
    """The weight is the mean of both importances, of the one where the other is blank, and 0 where both are."""
    assert row(shorthand).weight == weight, "in half units"


def test_scales_differ_in_want_alone() -> None:
    """Today `want` solves nothing, where it is heading a half; a blank stance counts as `leave`."""
    assert [TODAY[stance] for stance in (None, *list(TODAY)[1:])] == [0, 0, 0, 1, 2]
    assert {stance for stance in TODAY if TODAY[stance] != HEADING[stance]} == {"want"}
    assert HEADING[row("3w 3l").a.stance] == 1


def test_rated_nought_by_both_counts_nowhere() -> None:
    """An aspect that both rated 0 is left out, one that one rated 0 and the other left blank is not."""
    rows = rows_of(sample("0c 0c", "0c 1l", "0c -l", "-- --").aspects)
    assert [found.id for found in rows] == ["need-2", "need-3", "need-4"]


def test_care_needs_both() -> None:
    """What both care about is taken from aspects that both rated."""
    assert (row("3c 1l").care, row("3c -l").care) == ((1, 3), (0, 0))
