"""The four parts of the job's weight."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jtbd.model import Dimension
from jtbd.scoring.split import parts, split_by_dimension
from jtbd.scoring.units import HEADING, rows_of
from tests.support.scoring_samples import row, sample


@pytest.mark.parametrize(
    ("shorthand", "expected"),
    [
        ("3c 1l", (0, 8, 0, 0)),
        ("3c 1c", (8, 0, 0, 0)),
        ("3c 1d", (4, 4, 0, 0)),
        ("3d 1c", (4, 0, 4, 0)),
        ("3d 1d", (4, 0, 0, 4)),
        ("2d 3l", (0, 5, 0, 5)),
        ("2w 3l", (0, 0, 0, 10)),
        ("2- 3c", (0, 0, 10, 0)),
    ],
)
def test_parts_by_hand(shorthand: str, expected: tuple[int, ...]) -> None:
    """The parts of one aspect, in quarter units, are those worked out by hand."""
    assert parts(row(shorthand)) == expected


def test_want_counts_half_where_it_is_heading() -> None:
    """Where it is heading, `want` beside `core` is half contested."""
    assert parts(row("2w 2c"), HEADING) == (4, 0, 4, 0)


def test_dimensions_are_split_by_themselves() -> None:
    """Each dimension has its own split; one without weight has no shares."""
    found = split_by_dimension(rows_of(sample("3c 1l", "1d 1d", "e 2c 2c", "e 1l 3l").aspects))
    assert found[Dimension.FUNCTIONAL].shares() == {
        "contested": Fraction(2, 12),
        "only_a": Fraction(8, 12),
        "only_b": 0,
        "open": Fraction(2, 12),
    }
    assert found[Dimension.EMOTIONAL].shares() == {
        "contested": Fraction(1, 2),
        "only_a": 0,
        "only_b": 0,
        "open": Fraction(1, 2),
    }
    assert found[Dimension.SOCIAL].shares() is None
