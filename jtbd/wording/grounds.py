"""What a verdict rests on, in the words of its rule: the first of the reasons.

All numbers are shares of what has to get done, so that sentences and pictures say the same; the one that the rules
compare, of what the two solve, is told by `where_the_line_is`, with what makes of the one the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from jtbd.model import PARTIES, Canvas, PartyId, other
from jtbd.scoring import complement
from jtbd.scoring.choice import Chosen
from jtbd.scoring.conditions import (
    ANSWERS_EACH,
    COMMON_PURPOSE,
    GROUND_TO_DIVIDE,
    MOST_BLANK,
    one_idle,
    past_the_threshold,
    purposes_differ,
    swallowed_a,
    too_few_answered,
    too_many_blank,
)
from jtbd.scoring.ratios import purpose
from jtbd.scoring.reading import Readings
from jtbd.scoring.result import Verdict
from jtbd.scoring.tally import Tally
from jtbd.scoring.verdict import Asked, threshold
from jtbd.wording.plain import party_name, percent, portion
from jtbd.wording.question import decided, why_there

_NOBODY_SAYS_MORE: Final = ", and neither of you says that customers want both more together"
_HAVE_THEM: Final = ("none has them", "one has them", "two have them")


def grounds(seen: Readings, canvas: Canvas) -> Iterator[str]:
    """Yield why the verdict is what it is: a sentence, or one for each thing that is missing."""
    match seen.today.verdict:
        case Verdict.UNKNOWN:
            yield from _what_is_missing(seen, canvas)
        case Verdict.LITTLE_IN_COMMON:
            yield from _what_does_not_tie(seen, canvas)
        case Verdict.COMPETITIVE:
            yield from _what_makes_rivals(seen, canvas)
        case Verdict.CONTESTED:
            yield from _what_decided(seen)
            yield f"{_solved_by_both(seen.figures)}: enough to divide, so draw the line."
        case Verdict.COMPLEMENTARY:
            yield from _what_decided(seen)
            yield f"{_solved_by_both(seen.figures)}: each of you brings what the other does not."


def where_the_line_is(seen: Readings) -> str | None:
    """Return what the rule compares: how much of what the two solve both solve, and from where on they are rivals.

    None where there is nothing to compare, or the answers alone decide between partners and rivals.
    """
    figures, line = seen.figures, threshold(seen.asked)
    if not figures.solved or line is None:
        return None
    share = Fraction(figures.contested, figures.solved)
    return (
        f"Of the part that you two solve, {portion(share, line, GROUND_TO_DIVIDE)} is solved by both of you: from "
        f"{percent(GROUND_TO_DIVIDE)} on there is ground to divide, from {percent(line)} on you are rivals"
        f"{why_there(seen.asked)}."
    )


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


def _what_does_not_tie(seen: Readings, canvas: Canvas) -> Iterator[str]:
    figures, shared = seen.figures, purpose(seen.figures)
    if shared is not None and _purposes_count(figures, seen.asked):
        least = percent(COMMON_PURPOSE)
        yield (
            f"You care about different needs: of all that either of you finds important, "
            f"{percent(shared, COMMON_PURPOSE)} is important to both, and it takes {least} to have a common purpose."
        )
    if _idleness_counts(figures, seen.asked):
        excused = "" if isinstance(seen.asked, Chosen) else _NOBODY_SAYS_MORE
        yield f"{_idle(figures, canvas)} any functional need of this job{excused}."


def _purposes_count(figures: Tally, asked: Asked) -> bool:
    return purposes_differ(figures) if isinstance(asked, Chosen) else complement.no_common_purpose(figures, asked)


def _idleness_counts(figures: Tally, asked: Asked) -> bool:
    return one_idle(figures) if isinstance(asked, Chosen) else complement.no_part_in_it(figures, asked)


def _idle(figures: Tally, canvas: Canvas) -> str:
    if not (figures.active_a or figures.active_b):
        return "Neither of you solves or wants to solve"
    return f"{party_name(canvas, 'b' if figures.active_a else 'a')} neither solves nor wants to solve"


def _what_makes_rivals(seen: Readings, canvas: Canvas) -> Iterator[str]:
    figures, said = seen.figures, decided(seen.asked)
    if said:
        yield f"{said}."
        if figures.solved:
            yield f"{_solved_by_both(figures)}."
    elif past_the_threshold(figures, threshold(seen.asked)):
        yield f"{_solved_by_both(figures)}, and that makes you rivals."
    else:
        lost: PartyId = "a" if swallowed_a(figures) else "b"
        left, excused = party_name(canvas, other(lost)), "" if isinstance(seen.asked, Chosen) else _NOBODY_SAYS_MORE
        yield f"Nearly all that {party_name(canvas, lost)} solves, {left} solves too{excused}."


def _what_decided(seen: Readings) -> Iterator[str]:
    said = decided(seen.asked)
    if said:
        yield f"{said}."


def _solved_by_both(figures: Tally) -> str:
    """Return how much of what has to get done the two solve, and how much of that both do."""
    if not figures.solved:
        return "Neither of you solves any functional need that matters here yet"
    solved, both = (Fraction(part, figures.weight) for part in (figures.solved, figures.contested))
    return f"Of what has to get done you two solve {portion(solved)}, and {portion(both)} is solved by both of you"
