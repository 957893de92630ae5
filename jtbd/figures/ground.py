"""What the map of verdicts shows: which verdict holds where, why its border stands there, and where the two stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from jtbd.figures import words
from jtbd.figures.lettering import party_names, percent
from jtbd.model import PARTIES, Canvas, Complement, PartyId
from jtbd.scoring.result import Flag, Overlap, Verdict
from jtbd.scoring.verdict import COMMON_PURPOSE, EVEN, GROUND_TO_DIVIDE


@dataclass(frozen=True, slots=True)
class Region:
    """Where one verdict holds: rivalry from `left` up to `right`, common purpose from `bottom` up to `top`."""

    verdict: Verdict
    left: Fraction
    right: Fraction
    bottom: Fraction
    top: Fraction


@dataclass(frozen=True, slots=True)
class Point:
    """Where the two stand by one reading, at the common purpose that all readings share."""

    label: str
    rivalry: Fraction
    verdict: Verdict


def regions(canvas: Canvas, overlap: Overlap) -> tuple[Region, ...]:
    """Return the regions by the thresholds that hold for these two (DESIGN section 5), from left to right."""
    floor = Fraction(0) if _both(canvas, Complement.MORE) else COMMON_PURPOSE
    if _both(canvas, Complement.LESS):
        above = [(Verdict.COMPETITIVE, Fraction(0), Fraction(1))]
    else:
        above = [
            (Verdict.COMPLEMENTARY, Fraction(0), GROUND_TO_DIVIDE),
            (Verdict.CONTESTED, GROUND_TO_DIVIDE, overlap.threshold),
            (Verdict.COMPETITIVE, overlap.threshold, Fraction(1)),
        ]
    found = [Region(verdict, left, right, floor, Fraction(1)) for verdict, left, right in above if left < right]
    if floor:
        found.append(Region(Verdict.LITTLE_IN_COMMON, Fraction(0), Fraction(1), Fraction(0), floor))
    return tuple(found)


def threshold_reason(canvas: Canvas, overlap: Overlap) -> str:
    """Say where rivals start and what moved it there."""
    threshold = percent(overlap.threshold)
    answers = {party: canvas.complement_test.of(party) for party in PARTIES}
    if _both(canvas, Complement.LESS):
        return words.BOTH_LESS
    if set(answers.values()) == {None}:
        return words.THRESHOLD_UNANSWERED.format(threshold=threshold)
    telling = {party: answer for party, answer in answers.items() if answer and answer is not Complement.SAME}
    if not telling:
        return words.THRESHOLD_PLAIN.format(threshold=threshold)
    if overlap.threshold == EVEN:
        return words.THRESHOLD_CANCELLED.format(threshold=threshold)
    if _both(canvas, Complement.MORE):
        who = words.BOTH_ANSWERED.format(answer=words.ANSWERS[Complement.MORE])
        moved = words.THRESHOLD_MOVED.format(threshold=threshold, plain=percent(EVEN), answers=who)
        return f"{moved} {words.BOTH_MORE}"
    ((party, answer),) = telling.items()
    who = words.ANSWERED.format(name=party_names(canvas)[party], answer=words.ANSWERS[answer])
    return words.THRESHOLD_MOVED.format(threshold=threshold, plain=percent(EVEN), answers=who)


def today(overlap: Overlap) -> Point | None:
    """Return where the two stand today, None where that is not known."""
    if overlap.purpose is None or overlap.rivalry is None:
        return None
    label = words.SO_FAR if overlap.verdict is Verdict.UNKNOWN else words.TODAY
    return Point(label, overlap.rivalry, overlap.verdict)


def heading(overlap: Overlap) -> Point | None:
    """Return where it is heading, None where that is not known or where it is today."""
    there = overlap.heading
    if overlap.purpose is None or there.rivalry is None or there.rivalry == overlap.rivalry:
        return None
    return Point(words.HEADING, there.rivalry, there.verdict)


def after_line(overlap: Overlap) -> Point | None:
    """Return where the two stand once the lines hold, None where that is not known or no line counts."""
    there = overlap.after_line
    if overlap.purpose is None or there is None or there.rivalry is None:
        return None
    return Point(words.AFTER_LINE, there.rivalry, there.verdict)


def missing(overlap: Overlap) -> str | None:
    """Say what keeps the two off the map today, None where nothing does."""
    if overlap.purpose is None:
        return words.NO_BOTH if overlap.rivalry is None else words.NO_PURPOSE
    return words.NO_RIVALRY if overlap.rivalry is None else None


def remark(canvas: Canvas, overlap: Overlap) -> str | None:
    """Say why the verdict is another than that of the ground where the point lies; None where it is the same."""
    if overlap.purpose is None or overlap.rivalry is None:
        return None
    if overlap.verdict is Verdict.UNKNOWN:
        return words.TOO_FEW_ANSWERS
    if overlap.verdict is verdict_at(regions(canvas, overlap), overlap.purpose, overlap.rivalry):
        return None
    if overlap.verdict is Verdict.LITTLE_IN_COMMON:
        return words.IDLE
    names = party_names(canvas)
    lost: PartyId = "a" if Flag.SWALLOWED_A in overlap.flags else "b"
    return words.SWALLOWED.format(name=names[lost], other=names["b" if lost == "a" else "a"])


def verdict_at(ground: Iterable[Region], purpose: Fraction, rivalry: Fraction) -> Verdict:
    """Return the verdict of the region in which a point lies; a border belongs to the region above or right of it."""
    reached = [region for region in ground if region.left <= rivalry and region.bottom <= purpose]
    return max(reached, key=lambda region: (region.bottom, region.left)).verdict


def _both(canvas: Canvas, answer: Complement) -> bool:
    return all(canvas.complement_test.of(party) is answer for party in PARTIES)
