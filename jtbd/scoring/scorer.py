"""From a canvas to its score: the readings, and the numbers that explain them."""

from __future__ import annotations

from jtbd.model import Canvas
from jtbd.scoring.ratios import bond, containment, purpose
from jtbd.scoring.reading import readings
from jtbd.scoring.result import Overlap, Score, Standing
from jtbd.scoring.sensitivity import sensitivity
from jtbd.scoring.value import value_test
from jtbd.scoring.verdict import threshold
from jtbd.scoring.whole_job import whole_job


def score(canvas: Canvas) -> Score:
    """Return everything that can be said of a canvas: its overlap and its value."""
    return Score(overlap=overlap(canvas), value=value_test(canvas))


def overlap(canvas: Canvas) -> Overlap:
    """Return the overlap of the two parties in their job (docs/overlap.md)."""
    seen = readings(canvas)
    firmness = sensitivity(seen.rows, seen.figures, canvas)
    return Overlap(
        verdict=seen.today.verdict,
        flags=seen.all_flags(),
        purpose=purpose(seen.figures),
        rivalry=seen.today.rivalry,
        threshold=threshold(seen.asked),
        bond=bond(seen.today.split),
        containment=containment(seen.figures),
        split=seen.today.split,
        whole_job=whole_job(seen.rows),
        stability=firmness.stability,
        flips=firmness.flips,
        heading=seen.heading,
        after_line=seen.after_line,
    )


def standing(canvas: Canvas) -> Standing:
    """Return where the overlap stands, in a tenth of the time that it takes to explain it."""
    seen = readings(canvas)
    return Standing(
        verdict=seen.today.verdict,
        purpose=purpose(seen.figures),
        rivalry=seen.today.rivalry,
        threshold=threshold(seen.asked),
        split=seen.today.split,
        after_line=seen.after_line,
    )
