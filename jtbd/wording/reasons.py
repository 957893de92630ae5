"""Why: each kind of reason as a whole sentence that a person can repeat aloud."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final, TypeAlias

from jtbd.i18n import Message, mark, say
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
_LINED_ALIKE: Final[Mapping[Verdict | None, Message]] = {
    None: mark("With the lines you drew, {both} is solved by both of you, as it is today; the verdict stays."),
    Verdict.UNKNOWN: mark(
        "With the lines you drew, {both} is solved by both of you, as it is today; then not enough is said yet."
    ),
    Verdict.LITTLE_IN_COMMON: mark(
        "With the lines you drew, {both} is solved by both of you, as it is today; then too little ties you together."
    ),
    Verdict.COMPETITIVE: mark(
        "With the lines you drew, {both} is solved by both of you, as it is today; then you compete for the same thing."
    ),
    Verdict.CONTESTED: mark(
        "With the lines you drew, {both} is solved by both of you, as it is today; then you complete each other, "
        "with ground to divide."
    ),
    Verdict.COMPLEMENTARY: mark(
        "With the lines you drew, {both} is solved by both of you, as it is today; then you complete each other."
    ),
}
_LINED: Final[Mapping[Verdict | None, Message]] = {
    None: mark("With the lines you drew, {both} is solved by both of you instead of {today}; the verdict stays."),
    Verdict.UNKNOWN: mark(
        "With the lines you drew, {both} is solved by both of you instead of {today}; then not enough is said yet."
    ),
    Verdict.LITTLE_IN_COMMON: mark(
        "With the lines you drew, {both} is solved by both of you instead of {today}; then too little ties you "
        "together."
    ),
    Verdict.COMPETITIVE: mark(
        "With the lines you drew, {both} is solved by both of you instead of {today}; then you compete for the same "
        "thing."
    ),
    Verdict.CONTESTED: mark(
        "With the lines you drew, {both} is solved by both of you instead of {today}; then you complete each other, "
        "with ground to divide."
    ),
    Verdict.COMPLEMENTARY: mark(
        "With the lines you drew, {both} is solved by both of you instead of {today}; then you complete each other."
    ),
}
_HEADING_ALIKE: Final[Mapping[Verdict | None, Message]] = {
    None: mark(
        "Once each takes on what it wants to, {both} is solved by both of you, as it is today; the verdict stays."
    ),
    Verdict.UNKNOWN: mark(
        "Once each takes on what it wants to, {both} is solved by both of you, as it is today; then not enough is "
        "said yet."
    ),
    Verdict.LITTLE_IN_COMMON: mark(
        "Once each takes on what it wants to, {both} is solved by both of you, as it is today; then too little ties "
        "you together."
    ),
    Verdict.COMPETITIVE: mark(
        "Once each takes on what it wants to, {both} is solved by both of you, as it is today; then you compete for "
        "the same thing."
    ),
    Verdict.CONTESTED: mark(
        "Once each takes on what it wants to, {both} is solved by both of you, as it is today; then you complete "
        "each other, with ground to divide."
    ),
    Verdict.COMPLEMENTARY: mark(
        "Once each takes on what it wants to, {both} is solved by both of you, as it is today; then you complete "
        "each other."
    ),
}
_HEADED: Final[Mapping[Verdict | None, Message]] = {
    None: mark(
        "Once each takes on what it wants to, {both} is solved by both of you instead of {today}; the verdict stays."
    ),
    Verdict.UNKNOWN: mark(
        "Once each takes on what it wants to, {both} is solved by both of you instead of {today}; then not enough is "
        "said yet."
    ),
    Verdict.LITTLE_IN_COMMON: mark(
        "Once each takes on what it wants to, {both} is solved by both of you instead of {today}; then too little "
        "ties you together."
    ),
    Verdict.COMPETITIVE: mark(
        "Once each takes on what it wants to, {both} is solved by both of you instead of {today}; then you compete "
        "for the same thing."
    ),
    Verdict.CONTESTED: mark(
        "Once each takes on what it wants to, {both} is solved by both of you instead of {today}; then you complete "
        "each other, with ground to divide."
    ),
    Verdict.COMPLEMENTARY: mark(
        "Once each takes on what it wants to, {both} is solved by both of you instead of {today}; then you complete "
        "each other."
    ),
}
"""What another reading makes of it, by its verdict; None where that stays."""


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
    return say("Of all that either of you finds important, {share} is important to both.", share=share)


def _one_sided(reason: Reason, canvas: Canvas) -> str:
    name, share = party_name(canvas, reason.party()), percent(reason.share("share"), LITTLE_OF_ITS_OWN)
    return say(
        "One-sided: what only {name} solves is {share} of what has to get done, less than a tenth.",
        name=name,
        share=share,
    )


def _swallowed(reason: Reason, canvas: Canvas) -> str:
    lost, left = reason.party(), party_name(canvas, other(reason.party()))
    starting, name, share = starting_name(canvas, lost), party_name(canvas, lost), portion(reason.share("contained"))
    return say(
        "{starting} could be replaced by {left}, which also solves {share} of what {name} solves.",
        starting=starting,
        left=left,
        share=share,
        name=name,
    )


def _open(reason: Reason, _: Canvas) -> str:
    share = portion(reason.share("open"))
    return say("Of what has to get done, {share} is solved by neither of you: somebody may be missing.", share=share)


def _covered(_reason: Reason, _canvas: Canvas) -> str:
    return say("Between the two of you all that has to get done is covered.")


def _bond(reason: Reason, _: Canvas) -> str:
    bond, share = reason.share("bond"), portion(reason.share("bond"))
    if bond >= _MUCH:
        return say(
            "Of what you two do for how customers feel and are seen, {share} is alike: that binds, it does not divide.",
            share=share,
        )
    return say("Of what you two do for how customers feel and are seen, {share} is alike.", share=share)


def _whole_job(reason: Reason, _: Canvas) -> str:
    return WORTH[Worth(reason.text("worth"))].said()


def _after_line(reason: Reason, _: Canvas) -> str:
    return _compared(reason, _LINED_ALIKE, _LINED)


def _heading(reason: Reason, _: Canvas) -> str:
    return _compared(reason, _HEADING_ALIKE, _HEADED)


def _compared(
    reason: Reason, alike: Mapping[Verdict | None, Message], other_than: Mapping[Verdict | None, Message]
) -> str:
    """Return what both solve by another reading beside what they solve today, and what is then."""
    verdict = Verdict(reason.text("verdict"))
    then = None if verdict == reason.values["verdict_today"] else verdict
    both, today = portion(reason.share("both")), portion(reason.share("both_today"))
    return alike[then].said(both=both) if both == today else other_than[then].said(both=both, today=today)


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
