"""The readings of one overlap: today's, where it is heading, after the line, and by the numbers alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jtbd.model import Canvas
from jtbd.model.curtain import rated
from jtbd.scoring.flags import flags
from jtbd.scoring.line import drawn, tally_after
from jtbd.scoring.ratios import rivalry
from jtbd.scoring.result import Flag, Reading, Verdict
from jtbd.scoring.split import split_by_dimension
from jtbd.scoring.tally import Tally, total
from jtbd.scoring.units import HEADING, TODAY, Row, Scale, rows_of
from jtbd.scoring.verdict import Asked, asked_of, unasked, verdict


class Readings(NamedTuple):
    """Everything about a canvas's overlap but what would flip it.

    Attributes:
        rows: the aspects that count.
        figures: what today's verdict rests on.
        today: the reading that counts.
        heading: the same with `want` counting ½.
        after_line: the same after the lines that count, or None.
        asked: what the last question says.
        untested: today's verdict if the last question said nothing.

    """

    rows: tuple[Row, ...]
    figures: Tally
    today: Reading
    heading: Reading
    after_line: Reading | None
    asked: Asked
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
    rows, asked = rows_of(canvas.aspects), asked_of(canvas)
    figures = total(rows)
    after = drawn(rows)
    return Readings(
        rows=rows,
        figures=figures,
        today=_reading(figures, rows, TODAY, asked),
        heading=_reading(total(rows, HEADING), rows, HEADING, asked),
        after_line=_reading(tally_after(figures, after), after, TODAY, asked) if after else None,
        asked=asked,
        untested=verdict(figures, unasked(asked)),
    )


def said_no(canvas: Canvas) -> bool:
    """Return whether the two know that they are rivals or have too little in common, whatever lines they drew.

    Before both have said their part nothing is known, and nothing of it may show.
    """
    if not rated(canvas):
        return False
    seen = readings(canvas)
    return (seen.after_line or seen.today).verdict in {Verdict.COMPETITIVE, Verdict.LITTLE_IN_COMMON}


def _reading(figures: Tally, rows: Sequence[Row], scale: Scale, asked: Asked) -> Reading:
    return Reading(
        verdict=verdict(figures, asked),
        rivalry=rivalry(figures),
        split=split_by_dimension(rows, scale),
        flags=flags(figures, asked),
    )
