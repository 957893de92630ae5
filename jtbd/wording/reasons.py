"""Why: each kind of reason as a whole sentence that a person can repeat aloud."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final, TypeAlias

from jtbd.model import Canvas, other
from jtbd.scoring.chain import Worth
from jtbd.scoring.flags import LITTLE_OF_ITS_OWN
from jtbd.scoring.reason import Reason, ReasonKind
from jtbd.scoring.result import Overlap, Verdict
from jtbd.scoring.why import why
from jtbd.wording import grounds, question
from jtbd.wording.chain import WORTH
from jtbd.wording.plain import party_name, percent, portion, starting_name
from jtbd.wording.turns import firmness

Saying: TypeAlias = Callable[[Reason, Canvas], str]

_MUCH: Final = Fraction(1, 2)
_THEN: Final[Mapping[Verdict, str]] = {
    Verdict.UNKNOWN: "then not enough is said yet",
    Verdict.LITTLE_IN_COMMON: "then too little ties you together",
    Verdict.COMPETITIVE: "then you compete for the same thing",
    Verdict.CONTESTED: "then you complete each other, with ground to divide",
    Verdict.COMPLEMENTARY: "then you complete each other",
}
_STAYS: Final = "the verdict stays"


def reasons(overlap: Overlap, canvas: Canvas) -> tuple[str, ...]:
    """Return the reasons of an overlap as sentences, in their order.

    Args:
        overlap: the overlap of the canvas.
        canvas: the canvas.

    """
    return tuple(reason_sentence(reason, canvas) for reason in why(overlap, canvas))


def reason_sentence(reason: Reason, canvas: Canvas) -> str:
    """Return what one reason says between these two."""
    return _SAID[reason.kind](reason, canvas)


def _common_purpose(reason: Reason, _: Canvas) -> str:
    share = percent(reason.share("purpose"))
    return f"Of all that either of you finds important, {share} is important to both."


def _one_sided(reason: Reason, canvas: Canvas) -> str:
    name, share = party_name(canvas, reason.party()), percent(reason.share("share"), LITTLE_OF_ITS_OWN)
    return f"One-sided: what only {name} solves is {share} of what has to get done, less than a tenth."


def _swallowed(reason: Reason, canvas: Canvas) -> str:
    lost, left = reason.party(), party_name(canvas, other(reason.party()))
    starting, name, share = starting_name(canvas, lost), party_name(canvas, lost), portion(reason.share("contained"))
    return f"{starting} could be replaced by {left}, which also solves {share} of what {name} solves."


def _open(reason: Reason, _: Canvas) -> str:
    share = portion(reason.share("open"))
    return f"Of what has to get done, {share} is solved by neither of you: somebody may be missing."


def _covered(_reason: Reason, _canvas: Canvas) -> str:
    return "Between the two of you all that has to get done is covered."


def _bond(reason: Reason, _: Canvas) -> str:
    bond, share = reason.share("bond"), portion(reason.share("bond"))
    if bond >= _MUCH:
        return (
            f"Of what you two do for how customers feel and are seen, {share} is alike: that binds, it does not divide."
        )
    return f"Of what you two do for how customers feel and are seen, {share} is alike."


def _whole_job(reason: Reason, _: Canvas) -> str:
    return WORTH[Worth(reason.text("worth"))]


def _after_line(reason: Reason, _: Canvas) -> str:
    both, today, then = _compared(reason)
    if both == today:
        return f"With the lines you drew, {both} is solved by both of you, as it is today; {then}."
    return f"With the lines you drew, {both} is solved by both of you instead of {today}; {then}."


def _heading(reason: Reason, _: Canvas) -> str:
    both, today, then = _compared(reason)
    if both == today:
        return f"Once each takes on what it wants to, {both} is solved by both of you, as it is today; {then}."
    return f"Once each takes on what it wants to, {both} is solved by both of you instead of {today}; {then}."


def _compared(reason: Reason) -> tuple[str, str, str]:
    """Return what both solve by another reading, what they solve today, and as a clause what is then."""
    verdict = Verdict(reason.text("verdict"))
    stays = verdict == reason.values["verdict_today"]
    return portion(reason.share("both")), portion(reason.share("both_today")), _STAYS if stays else _THEN[verdict]


def _firmness(reason: Reason, _: Canvas) -> str:
    return firmness(reason.share("stability"))


_SAID: Final[Mapping[ReasonKind, Saying]] = {
    **grounds.SAID,
    **question.SAID,
    ReasonKind.HEADING: _heading,
    ReasonKind.SWALLOWED: _swallowed,
    ReasonKind.ONE_SIDED: _one_sided,
    ReasonKind.COMMON_PURPOSE: _common_purpose,
    ReasonKind.OPEN: _open,
    ReasonKind.COVERED: _covered,
    ReasonKind.BOND: _bond,
    ReasonKind.WHOLE_JOB: _whole_job,
    ReasonKind.AFTER_LINE: _after_line,
    ReasonKind.FIRMNESS: _firmness,
}
