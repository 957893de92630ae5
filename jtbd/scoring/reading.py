"""The readings of one overlap: today's, where it is heading, after the line, and without the complement test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jtbd.model import Canvas
from jtbd.scoring.flags import UNTESTED, flags
from jtbd.scoring.line import drawn, tally_after
from jtbd.scoring.ratios import rivalry
from jtbd.scoring.result import Flag, Reading, Verdict
from jtbd.scoring.split import split_by_dimension
from jtbd.scoring.tally import Tally, total
from jtbd.scoring.units import HEADING, TODAY, Row, Scale, rows_of
from jtbd.scoring.verdict import Said, said_of, verdict


class Readings(NamedTuple):
    """Everything about a canvas's overlap but what would flip it.

    Attributes:
        rows: the aspects that count.
        figures: what today's verdict rests on.
        today: the reading that counts.
        heading: the same with `want` counting ½.
        after_line: the same after the lines that count, or None.
        untested: today's verdict had nobody answered the complement test.

    """

    rows: tuple[Row, ...]
    figures: Tally
    today: Reading
    heading: Reading
    after_line: Reading | None
    untested: Verdict

    def all_flags(self) -> tuple[Flag, ...]:
        """Return today's flags with those that compare the readings."""
        return (
            *self.today.flags,
            *([Flag.HEADING] if self.heading.verdict is not self.today.verdict else []),
            *([Flag.LINE_DRAWN] if self.after_line and self.after_line.verdict is not self.today.verdict else []),
        )


def readings(canvas: Canvas) -> Readings:
    """Read a canvas in every way."""
    rows, said = rows_of(canvas.aspects), said_of(canvas.complement_test)
    figures = total(rows)
    after = drawn(rows)
    return Readings(
        rows=rows,
        figures=figures,
        today=_reading(figures, rows, TODAY, said),
        heading=_reading(total(rows, HEADING), rows, HEADING, said),
        after_line=_reading(tally_after(figures, after), after, TODAY, said) if after else None,
        untested=verdict(figures, UNTESTED),
    )


def _reading(figures: Tally, rows: Sequence[Row], scale: Scale, said: Said) -> Reading:
    return Reading(
        verdict=verdict(figures, said),
        rivalry=rivalry(figures),
        split=split_by_dimension(rows, scale),
        flags=flags(figures, said),
    )
