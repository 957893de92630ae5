"""One sentence for each verdict and each flag."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jtbd.i18n import Message, mark, say
from jtbd.model import Canvas, PartyId, other
from jtbd.scoring import headline as scoring
from jtbd.scoring.flags import adding_little
from jtbd.scoring.headline import HeadlineKind
from jtbd.scoring.question import mixed_signals
from jtbd.scoring.reading import readings
from jtbd.scoring.result import Flag, Overlap, Standing, Verdict
from jtbd.wording.plain import party_name, portion
from jtbd.wording.reasons import reason_sentence

_HEADLINES: Final[Mapping[HeadlineKind, Message]] = {
    HeadlineKind.UNKNOWN: mark("Not enough is said yet: {on}fill in what is missing and look again.{off}"),
    HeadlineKind.NO_PART: mark("Too little ties you together: {on}at least one of you has no part in this job.{off}"),
    HeadlineKind.NO_COMMON_PURPOSE: (
        mark("Too little ties you together: {on}most of what matters to one of you does not matter to the other.{off}")
    ),
    HeadlineKind.RIVALS_BY_CHOICE: (
        mark(
            "You compete for the same thing: {on}both of you say that customers usually take one of "
            "you instead of the other.{off}"
        )
    ),
    HeadlineKind.RIVALS_BY_TEST: (
        mark(
            "You compete for the same thing: {on}both of you say that customers who have one of you "
            "want the other less.{off}"
        )
    ),
    HeadlineKind.RIVALS_BY_SHARE: (
        mark("You compete for the same thing: {on}of what has to get done, {both} is solved by both of you.{off}")
    ),
    HeadlineKind.RIVALS_SWALLOWED: (
        mark("You compete for the same thing: {on}nearly all that one of you solves, the other solves too.{off}")
    ),
    HeadlineKind.CONTESTED: (
        mark(
            "You complete each other, with ground to divide: {on}of what has to get done, {both} is "
            "solved by both of you.{off}"
        )
    ),
    HeadlineKind.TAKEN_TOGETHER: mark("You complete each other: {on}customers usually take both of you together.{off}"),
    HeadlineKind.NOTHING_SHARED: (
        mark("You complete each other: {on}nothing that one of you solves is solved by the other too.{off}")
    ),
    HeadlineKind.COMPLEMENTARY: (
        mark("You complete each other: {on}of what has to get done, {both} is solved by both of you.{off}")
    ),
}
"""What stands between `on` and `off` may be set apart: the one thing that the verdict is seen by."""

_HEADING: Final[Mapping[Verdict, Message]] = {
    Verdict.UNKNOWN: mark("This may change: once each takes on what it wants to, not enough is said yet."),
    Verdict.LITTLE_IN_COMMON: mark(
        "This may change: once each takes on what it wants to, too little ties you together."
    ),
    Verdict.COMPETITIVE: mark("This may change: once each takes on what it wants to, you compete for the same thing."),
    Verdict.CONTESTED: (
        mark("This may change: once each takes on what it wants to, you complete each other, with ground to divide.")
    ),
    Verdict.COMPLEMENTARY: mark("This may change: once each takes on what it wants to, you complete each other."),
}
_LINES: Final[Mapping[Verdict, Message]] = {
    Verdict.UNKNOWN: mark("The lines you drew change the answer: with them, not enough is said yet."),
    Verdict.LITTLE_IN_COMMON: mark("The lines you drew change the answer: with them, too little ties you together."),
    Verdict.COMPETITIVE: mark("The lines you drew change the answer: with them, you compete for the same thing."),
    Verdict.CONTESTED: (
        mark("The lines you drew change the answer: with them, you complete each other, with ground to divide.")
    ),
    Verdict.COMPLEMENTARY: mark("The lines you drew change the answer: with them, you complete each other."),
}


def headline(found: Overlap | Standing, canvas: Canvas, apart: str = "") -> str:
    """Return the verdict as the one sentence to read first.

    Args:
        found: the overlap of the canvas, or where it stands.
        canvas: the canvas.
        apart: the mark around what the verdict is seen by, as `*` for Markdown.

    """
    said = scoring.headline(found, canvas)
    return _HEADLINES[said.kind].said(both=portion(said.both), on=apart, off=apart)


def flag_sentence(flag: Flag, canvas: Canvas) -> str:
    """Return what a flag means between these two parties; for a flag that this canvas raises."""
    seen = readings(canvas)
    match flag:
        case Flag.ONE_SIDED:
            return _one_sided(adding_little(seen.figures), canvas)
        case Flag.SWALLOWED_A:
            return _swallowed("a", canvas)
        case Flag.SWALLOWED_B:
            return _swallowed("b", canvas)
        case Flag.MIXED_SIGNALS:
            return reason_sentence(mixed_signals(canvas, seen.untested, seen.today.verdict), canvas)
        case Flag.HEADING:
            return _HEADING[seen.heading.verdict].said()
        case Flag.LINE_DRAWN:
            return _LINES[(seen.after_line or seen.today).verdict].said()


def _one_sided(parties: tuple[PartyId, ...], canvas: Canvas) -> str:
    if len(parties) == 1:
        name = party_name(canvas, parties[0])
        return say("One-sided: there is little in this job that only {name} solves.", name=name)
    a, b = (party_name(canvas, party) for party in parties)
    return say("One-sided: there is little in this job that only {a} or only {b} solves.", a=a, b=b)


def _swallowed(party: PartyId, canvas: Canvas) -> str:
    lost, left = party_name(canvas, party), party_name(canvas, other(party))
    return say(
        "One of you could be replaced by the other: nearly all that {lost} solves, {left} solves too.",
        lost=lost,
        left=left,
    )
