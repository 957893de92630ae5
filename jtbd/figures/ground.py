"""What the strip of verdicts shows: which verdict holds where, where the two stand on it, and why it may be another."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from jtbd.figures import words
from jtbd.figures.lettering import party_names, percent
from jtbd.model import Canvas, Dimension, PartyId, other
from jtbd.scoring.choice import Chosen, makes_partners, makes_rivals
from jtbd.scoring.complement import Said, both_say_less
from jtbd.scoring.conditions import COMMON_PURPOSE, GROUND_TO_DIVIDE
from jtbd.scoring.result import Flag, Overlap, Reading, Verdict
from jtbd.scoring.verdict import Asked, asked_of


class Stretch(NamedTuple):
    """Where one verdict holds, from `start` to `end` of the line; without a verdict it says `name` and no more."""

    verdict: Verdict | None
    name: str
    start: Fraction
    end: Fraction


class Point(NamedTuple):
    """Where the two stand by one reading: its place on the line, what is written at it, and the same as a sentence."""

    kind: words.PointKind
    place: Fraction
    label: str
    said: str


class Ground(NamedTuple):
    """The line, the points on it, today's first, and what else there is to say.

    The line is rivalry, how much of what the two solve is solved by both; but where they care about too different
    needs for that to count, it is common purpose.
    """

    stretches: tuple[Stretch, ...]
    points: tuple[Point, ...]
    remark: str | None


def ground(canvas: Canvas, overlap: Overlap) -> Ground:
    """Return what decides between these two, as a line."""
    if overlap.verdict is Verdict.LITTLE_IN_COMMON and overlap.purpose is not None and overlap.purpose < COMMON_PURPOSE:
        return _of_purpose(overlap.purpose)
    return Ground(_stretches(asked_of(canvas), overlap.threshold), _points(overlap), _remark(canvas, overlap))


def verdict_at(stretches: Sequence[Stretch], place: Fraction) -> Verdict | None:
    """Return the verdict of the stretch in which a place lies; a border belongs to the stretch behind it."""
    return max((stretch for stretch in stretches if stretch.start <= place), key=lambda one: one.start).verdict


def _of_purpose(purpose: Fraction) -> Ground:
    few = Verdict.LITTLE_IN_COMMON
    stretches = (
        Stretch(few, words.VERDICTS[few].said(), Fraction(0), COMMON_PURPOSE),
        Stretch(None, words.ENOUGH_IN_COMMON.said(), COMMON_PURPOSE, Fraction(1)),
    )
    share = percent(purpose)
    label, said = words.IMPORTANT_TO_BOTH.said(share=share), words.SAY_IMPORTANT_TO_BOTH.said(share=share)
    return Ground(stretches, (Point("today", purpose, label, said),), None)


def _stretches(asked: Asked, threshold: Fraction | None) -> tuple[Stretch, ...]:
    """Return the stretches of rivalry by what holds for these two (docs/overlap.md)."""
    rivals = Fraction(0) if _are_rivals(asked) else Fraction(1) if threshold is None else threshold
    laid = (
        (Verdict.COMPLEMENTARY, Fraction(0), min(GROUND_TO_DIVIDE, rivals)),
        (Verdict.CONTESTED, GROUND_TO_DIVIDE, rivals),
        (Verdict.COMPETITIVE, rivals, Fraction(1)),
    )
    return tuple(
        Stretch(verdict, words.VERDICTS[verdict].said(), start, end) for verdict, start, end in laid if start < end
    )


def _are_rivals(asked: Asked) -> bool:
    """Return whether the answers alone make them rivals."""
    return makes_rivals(asked) if isinstance(asked, Chosen) else both_say_less(asked)


def _points(overlap: Overlap) -> tuple[Point, ...]:
    if overlap.rivalry is None:
        return ()
    found = [_point("so-far" if overlap.verdict is Verdict.UNKNOWN else "today", overlap.rivalry, overlap)]
    after = overlap.after_line
    if after and after.rivalry is not None and after.rivalry != overlap.rivalry:
        found.append(_point("after", after.rivalry, after))
    return tuple(found)


def _point(kind: words.PointKind, place: Fraction, reading: Overlap | Reading) -> Point:
    """Return a point; written at it is the number that the sentences and the bar say, too."""
    shares = reading.split[Dimension.FUNCTIONAL].shares() or {"contested": Fraction(0)}
    share = percent(shares["contested"])
    label, said = words.SOLVED_BY_BOTH[kind].said(share=share), words.SAY_SOLVED_BY_BOTH[kind].said(share=share)
    return Point(kind, place, label, said)


def _remark(canvas: Canvas, overlap: Overlap) -> str | None:
    """Say why the verdict is another than that of the stretch where today's point lies, or why there is no point."""
    if overlap.verdict is Verdict.UNKNOWN:
        return words.TOO_FEW_ANSWERS.said() if overlap.rivalry is not None else words.NO_RIVALRY.said()
    if overlap.verdict is Verdict.LITTLE_IN_COMMON:
        return words.NO_PURPOSE.said() if overlap.purpose is None else words.IDLE.said()
    asked = asked_of(canvas)
    if isinstance(asked, Chosen) and (makes_rivals(asked) or makes_partners(asked)):
        return words.ANSWERS_DECIDE.said()
    if isinstance(asked, Said) and both_say_less(asked):
        return words.ANSWERS_DECIDE.said()
    if overlap.rivalry is None or overlap.verdict is verdict_at(_stretches(asked, overlap.threshold), overlap.rivalry):
        return None
    names = party_names(canvas)
    lost: PartyId = "a" if Flag.SWALLOWED_A in overlap.flags else "b"
    return words.SWALLOWED.said(name=names[lost], other=names[other(lost)])
