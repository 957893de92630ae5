"""What a verdict rests on, in the words of its rule: the first of the reasons."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.scoring.plain import other, party_name, percent, portion
from jtbd.scoring.ratios import purpose
from jtbd.scoring.reading import Readings
from jtbd.scoring.result import Verdict
from jtbd.scoring.tally import Tally
from jtbd.scoring.verdict import (
    ANSWERS_EACH,
    COMMON_PURPOSE,
    GROUND_TO_DIVIDE,
    MOST_BLANK,
    Said,
    both_say_less,
    no_common_purpose,
    no_part_in_it,
    past_the_threshold,
    said_of,
    swallowed_a,
    threshold,
    too_few_answered,
    too_many_blank,
)

_NOBODY_SAYS_MORE: Final = "and neither of you says that customers want both more together"
_WHO: Final = {1: "one of you says", 2: "both of you say"}
_HAVE_THEM: Final = ("none has them", "one has them", "two have them")


def grounds(seen: Readings, canvas: Canvas) -> Iterator[str]:
    """Yield why the verdict is what it is: a sentence, or one for each thing that is missing."""
    match seen.today.verdict:
        case Verdict.UNKNOWN:
            yield from _what_is_missing(seen, canvas)
        case Verdict.LITTLE_IN_COMMON:
            yield from _what_does_not_tie(seen.figures, canvas)
        case Verdict.COMPETITIVE:
            yield _what_makes_rivals(seen.figures, canvas)
        case Verdict.CONTESTED:
            least = percent(GROUND_TO_DIVIDE)
            yield (
                f"{_contested_share(seen.figures, said_of(canvas.complement_test))}. "
                f"From {least} on there is ground to divide: draw the line."
            )
        case Verdict.COMPLEMENTARY:
            yield f"{_contested_share(seen.figures, said_of(canvas.complement_test))}."


def _what_is_missing(seen: Readings, canvas: Canvas) -> Iterator[str]:
    figures = seen.figures
    too_few, too_many = too_few_answered(figures), too_many_blank(figures)
    if too_few:
        yield f"Three functional needs need all four answers; {_HAVE_THEM[figures.answered]}."
    if too_many:
        answers = ANSWERS_EACH * figures.aspects
        blank = {party: sum(row.of(party).count(None) for row in seen.rows) for party in PARTIES}
        whose = " and ".join(f"{count} by {party_name(canvas, party)}" for party, count in blank.items() if count)
        yield (
            f"Of {answers} answers {figures.blanks} are blank, {whose}; "
            f"at most {int(answers * MOST_BLANK)} may be, a quarter."
        )
    if not (too_few or too_many):
        yield "Neither of you solves any functional need that matters here today, so there is nothing to compare yet."


def _what_does_not_tie(figures: Tally, canvas: Canvas) -> Iterator[str]:
    said, shared = said_of(canvas.complement_test), purpose(figures)
    if shared is not None and no_common_purpose(figures, said):
        least = percent(COMMON_PURPOSE)
        yield (
            f"You care about different needs: of all that either of you finds important, "
            f"{percent(shared, COMMON_PURPOSE)} is important to both, and it takes {least} to have a common purpose."
        )
    if no_part_in_it(figures, said):
        yield f"{_idle(figures, canvas)} any functional need of this job, {_NOBODY_SAYS_MORE}."


def _idle(figures: Tally, canvas: Canvas) -> str:
    if not (figures.active_a or figures.active_b):
        return "Neither of you solves or wants to solve"
    return f"{party_name(canvas, 'b' if figures.active_a else 'a')} neither solves nor wants to solve"


def _what_makes_rivals(figures: Tally, canvas: Canvas) -> str:
    said = said_of(canvas.complement_test)
    if both_say_less(said):
        return (
            "Both of you say that customers who have one of you want the other less, and that makes you rivals; "
            f"of what you two solve for this customer, {portion(_share(figures))} is contested."
        )
    if past_the_threshold(figures, said):
        return f"{_contested_share(figures, said)}. That makes you rivals."
    lost: PartyId = "a" if swallowed_a(figures) else "b"
    left = party_name(canvas, other(lost))
    return f"Nearly all that {party_name(canvas, lost)} solves, {left} solves too, {_NOBODY_SAYS_MORE}."


def _contested_share(figures: Tally, said: Said) -> str:
    line = threshold(said)
    return (
        f"Of what you two solve for this customer, {portion(_share(figures), line, GROUND_TO_DIVIDE)} is contested; "
        f"the line between partners and rivals is at {percent(line)} here{_why_there(said)}"
    )


def _share(figures: Tally) -> Fraction:
    return Fraction(figures.contested, figures.solved)


def _why_there(said: Said) -> str:
    if said.more and said.less:
        return ", because one of you says customers want both more together and the other says less"
    if said.more:
        return f", because {_WHO[said.more]} customers want both more together"
    if said.less:
        return f", because {_WHO[said.less]} customers who have one of you want the other less"
    return ""
