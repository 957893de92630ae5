"""One sentence for each verdict and each flag."""

from __future__ import annotations

from typing import Final

from jtbd.model import PARTIES, Canvas, Complement, PartyId
from jtbd.scoring.flags import adding_little
from jtbd.scoring.plain import other, party_name, percent
from jtbd.scoring.reading import Readings, readings
from jtbd.scoring.result import Flag, Overlap, Standing, Verdict
from jtbd.scoring.verdict import COMMON_PURPOSE, GROUND_TO_DIVIDE, both_say_less, said_of

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
            return mixed_signals(seen, canvas)
        case Flag.HEADING:
            return f"You are heading elsewhere: once each takes on what it wants to, {SO_YOU[seen.heading.verdict]}."
        case Flag.LINE_DRAWN:
            drawn = seen.after_line or seen.today
            return f"The lines you drew change the answer: with them, {SO_YOU[drawn.verdict]}."


def mixed_signals(seen: Readings, canvas: Canvas) -> str:
    """Return where the complement test and the numbers part, and what to check."""
    match seen.untested:
        case Verdict.LITTLE_IN_COMMON:
            return (
                f"The numbers say too little in common, {_saying(Complement.MORE, canvas)} partners: "
                "check whether a need is missing that ties you together."
            )
        case Verdict.COMPETITIVE:
            return (
                f"The numbers say rivals, {_saying(Complement.MORE, canvas)} partners: "
                "check whether the contested needs are really the same."
            )
        case _:
            return (
                f"The numbers say partners, {_saying(Complement.LESS, canvas)} rivals: "
                "check whether a need is missing that both of you solve."
            )


def _namely(overlap: Overlap | Standing, canvas: Canvas) -> str:
    match overlap.verdict:
        case Verdict.UNKNOWN:
            return "fill in what is missing and look again"
        case Verdict.LITTLE_IN_COMMON:
            if overlap.purpose is not None and overlap.purpose >= COMMON_PURPOSE:
                return "at least one of you has no part in this job"
            return "most of what matters to one of you does not matter to the other"
        case Verdict.COMPETITIVE if both_say_less(said_of(canvas.complement_test)):
            return "both of you say that customers who have one of you want the other less"
        case _:
            return _overlapping(overlap)


def _overlapping(overlap: Overlap | Standing) -> str:
    if not overlap.rivalry:
        return "nothing that one of you solves is solved by the other too"
    if overlap.verdict is Verdict.COMPETITIVE and overlap.rivalry < overlap.threshold:
        return "nearly all that one of you solves, the other solves too"
    share = percent(overlap.rivalry, GROUND_TO_DIVIDE, overlap.threshold)
    return f"of what the two of you solve, {share} is solved by both"


def _swallowed(party: PartyId, canvas: Canvas) -> str:
    lost, left = party_name(canvas, party), party_name(canvas, other(party))
    return f"One of you could be replaced by the other: nearly all that {lost} solves, {left} solves too."


def _saying(answer: Complement, canvas: Canvas) -> str:
    names = [party_name(canvas, party) for party in PARTIES if canvas.complement_test.of(party) is answer]
    return f"{names[0]} says" if len(names) == 1 else "you both say"
