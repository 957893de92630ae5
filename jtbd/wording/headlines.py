"""One sentence for each verdict and each flag."""

from __future__ import annotations

from typing import Final

from jtbd.model import Canvas, Dimension, PartyId, other
from jtbd.scoring.conditions import COMMON_PURPOSE
from jtbd.scoring.flags import adding_little
from jtbd.scoring.reading import readings
from jtbd.scoring.result import Flag, Overlap, Standing, Verdict
from jtbd.scoring.verdict import asked_of
from jtbd.wording.plain import party_name, portion
from jtbd.wording.question import decided, mixed_signals

SO_YOU: Final = {
    Verdict.UNKNOWN: "not enough is said yet",
    Verdict.LITTLE_IN_COMMON: "too little ties you together",
    Verdict.COMPETITIVE: "you compete for the same thing",
    Verdict.CONTESTED: "you complete each other, with ground to divide",
    Verdict.COMPLEMENTARY: "you complete each other",
}
"""Each verdict as the end of a sentence."""


def headline(overlap: Overlap | Standing, canvas: Canvas) -> str:
    """Return the verdict as the one sentence to read first."""
    return f"{SO_YOU[overlap.verdict].capitalize()}: {_namely(overlap, canvas)}."


def flag_sentence(flag: Flag, canvas: Canvas) -> str:
    """Return what a flag means between these two parties; for a flag that this canvas raises."""
    seen = readings(canvas)
    match flag:
        case Flag.ONE_SIDED:
            names = [party_name(canvas, party) for party in adding_little(seen.figures)]
            return f"One-sided: there is little in this job that only {' or only '.join(names)} solves."
        case Flag.SWALLOWED_A:
            return _swallowed("a", canvas)
        case Flag.SWALLOWED_B:
            return _swallowed("b", canvas)
        case Flag.MIXED_SIGNALS:
            return mixed_signals(canvas, seen.untested, seen.today.verdict)
        case Flag.HEADING:
            return f"This may change: once each takes on what it wants to, {SO_YOU[seen.heading.verdict]}."
        case Flag.LINE_DRAWN:
            drawn = seen.after_line or seen.today
            return f"The lines you drew change the answer: with them, {SO_YOU[drawn.verdict]}."


def _namely(overlap: Overlap | Standing, canvas: Canvas) -> str:
    match overlap.verdict:
        case Verdict.UNKNOWN:
            return "fill in what is missing and look again"
        case Verdict.LITTLE_IN_COMMON:
            if overlap.purpose is not None and overlap.purpose >= COMMON_PURPOSE:
                return "at least one of you has no part in this job"
            return "most of what matters to one of you does not matter to the other"
        case Verdict.COMPETITIVE if _decided(canvas):
            return _decided(canvas)
        case _:
            return _solved_by_both(overlap)


def _decided(canvas: Canvas) -> str:
    said = decided(asked_of(canvas)) or ""
    return said[:1].lower() + said[1:].removesuffix(", and that makes you rivals")


def _solved_by_both(overlap: Overlap | Standing) -> str:
    """Return how much both solve, of all that has to get done: the very number that the picture shows."""
    if overlap.rivalry is None:
        return "customers usually take both of you together"
    if not overlap.rivalry:
        return "nothing that one of you solves is solved by the other too"
    past = overlap.threshold is None or overlap.rivalry >= overlap.threshold
    if overlap.verdict is Verdict.COMPETITIVE and not past:
        return "nearly all that one of you solves, the other solves too"
    shares = overlap.split[Dimension.FUNCTIONAL].shares() or {}
    return f"of what has to get done, {portion(shares['contested'])} is solved by both of you"


def _swallowed(party: PartyId, canvas: Canvas) -> str:
    lost, left = party_name(canvas, party), party_name(canvas, other(party))
    return f"One of you could be replaced by the other: nearly all that {lost} solves, {left} solves too."
