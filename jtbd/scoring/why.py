"""Why: the numbers behind a verdict as facts, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jtbd.model import Canvas, Dimension, PartyId
from jtbd.scoring.chain import worth
from jtbd.scoring.conditions import COMMON_PURPOSE, too_few_answered, too_many_blank
from jtbd.scoring.firmness import degree
from jtbd.scoring.flags import adding_little
from jtbd.scoring.grounds import grounds, where_the_line_is
from jtbd.scoring.hundredths import hundredths
from jtbd.scoring.question import answered, decided, differing, mixed_signals
from jtbd.scoring.reading import Readings, readings
from jtbd.scoring.reason import Reason, ReasonKind
from jtbd.scoring.result import Flag, Overlap, Reading, Split, Verdict


def why(overlap: Overlap, canvas: Canvas) -> tuple[Reason, ...]:
    """Return the reasons, the weightiest first; of too few answers only what is missing.

    First where the two see their customers differently, then what the verdict rests on, then what speaks against it.

    Args:
        overlap: the overlap of the canvas.
        canvas: the canvas.

    """
    seen = readings(canvas)
    if too_few_answered(seen.figures) or too_many_blank(seen.figures):
        return tuple(grounds(seen))
    found = (
        differing(canvas),
        *grounds(seen),
        mixed_signals(canvas, seen.untested, overlap.verdict) if Flag.MIXED_SIGNALS in overlap.flags else None,
        _heading(overlap) if Flag.HEADING in overlap.flags else None,
        *_swallowed(overlap),
        *_one_sided(overlap, seen),
        answered(canvas) if decided(seen.asked) is None else None,
        _common_purpose(overlap),
        _open_part(overlap),
        Reason(ReasonKind.BOND, {"bond": overlap.bond}) if overlap.bond is not None else None,
        Reason(ReasonKind.WHOLE_JOB, {"worth": worth(overlap.whole_job)}) if overlap.whole_job else None,
        after_line(overlap),
        _heading(overlap) if Flag.HEADING not in overlap.flags else None,
        where_the_line_is(seen),
        _firmness(overlap),
    )
    return tuple(reason for reason in found if reason)


def after_line(overlap: Overlap) -> Reason | None:
    """Return what the lines make of it, in what both solve and in the verdict; None where none counts."""
    return _compared(ReasonKind.AFTER_LINE, overlap, overlap.after_line) if overlap.after_line else None


def _common_purpose(overlap: Overlap) -> Reason | None:
    told = overlap.verdict is Verdict.LITTLE_IN_COMMON
    if overlap.purpose is None or (told and overlap.purpose < COMMON_PURPOSE):
        return None
    return Reason(ReasonKind.COMMON_PURPOSE, {"purpose": overlap.purpose})


def _one_sided(overlap: Overlap, seen: Readings) -> Iterator[Reason]:
    shares = overlap.split[Dimension.FUNCTIONAL].shares()
    if shares and seen.figures.solved:  # or else it is said that neither solves anything
        for party in adding_little(seen.figures):
            yield Reason(ReasonKind.ONE_SIDED, {"party": party, "share": shares[f"only_{party}"]})


def _swallowed(overlap: Overlap) -> Iterator[Reason]:
    sides: tuple[tuple[Flag, PartyId, Fraction | None], ...] = (
        (Flag.SWALLOWED_A, "a", overlap.containment.a),
        (Flag.SWALLOWED_B, "b", overlap.containment.b),
    )
    for flag, party, contained in sides:
        if flag in overlap.flags and contained is not None:
            yield Reason(ReasonKind.SWALLOWED, {"party": party, "contained": contained})


def _open_part(overlap: Overlap) -> Reason | None:
    shares = overlap.split[Dimension.FUNCTIONAL].shares()
    if shares is None:
        return None
    return Reason(ReasonKind.OPEN, {"open": shares["open"]}) if shares["open"] else Reason(ReasonKind.COVERED)


def _heading(overlap: Overlap) -> Reason | None:
    """Return what it is heading to, unless nothing of it could be told apart from today."""
    then, now = (hundredths(_by_both(each)) for each in (overlap.heading.split, overlap.split))
    if then == now and overlap.heading.verdict is overlap.verdict:
        return None
    return _compared(ReasonKind.HEADING, overlap, overlap.heading)


def _compared(kind: ReasonKind, overlap: Overlap, reading: Reading) -> Reason:
    """Return how a reading differs from today's, in what both solve and in the verdict."""
    values = {"both": _by_both(reading.split), "both_today": _by_both(overlap.split)}
    return Reason(kind, {**values, "verdict": reading.verdict, "verdict_today": overlap.verdict})


def _by_both(split: Mapping[Dimension, Split]) -> Fraction:
    """Return how much of what has to get done both solve; none of it where nothing has."""
    shares = split[Dimension.FUNCTIONAL].shares()
    return shares["contested"] if shares else Fraction(0)


def _firmness(overlap: Overlap) -> Reason | None:
    if overlap.stability is None:
        return None
    return Reason(ReasonKind.FIRMNESS, {"stability": overlap.stability, "degree": degree(overlap.stability)})
