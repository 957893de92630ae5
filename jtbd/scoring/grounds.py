"""What a verdict rests on, by its rule: the first of the reasons, as facts.

All shares are of what has to get done, so that sentences and pictures say the same; the one that the rules compare, of
what the two solve, is in `where_the_line_is`, with what makes of the one the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jtbd.model import PARTIES
from jtbd.scoring import complement
from jtbd.scoring.choice import Chosen
from jtbd.scoring.conditions import (
    ANSWERS_EACH,
    MOST_BLANK,
    one_idle,
    past_the_threshold,
    purposes_differ,
    swallowed_a,
    too_few_answered,
    too_many_blank,
)
from jtbd.scoring.question import decided, moved_by, question_of
from jtbd.scoring.ratios import purpose
from jtbd.scoring.reading import Readings
from jtbd.scoring.reason import Reason, ReasonKind
from jtbd.scoring.result import Verdict
from jtbd.scoring.tally import Tally
from jtbd.scoring.verdict import Asked, threshold


def grounds(seen: Readings) -> Iterator[Reason]:
    """Yield why the verdict is what it is: the rule that fitted, or each thing that is missing."""
    match seen.today.verdict:
        case Verdict.UNKNOWN:
            yield from _what_is_missing(seen)
        case Verdict.LITTLE_IN_COMMON:
            yield from _what_does_not_tie(seen)
        case Verdict.COMPETITIVE:
            yield from _what_makes_rivals(seen)
        case Verdict.CONTESTED:
            yield from _what_decided(seen)
            yield _both_solve(ReasonKind.TO_DIVIDE, seen.figures)
        case Verdict.COMPLEMENTARY:
            yield from _what_decided(seen)
            solved = seen.figures.solved
            yield (
                _both_solve(ReasonKind.COMPLEMENT, seen.figures) if solved else Reason(ReasonKind.COMPLEMENT_UNSOLVED)
            )


def where_the_line_is(seen: Readings) -> Reason | None:
    """Return what the rule compares: how much of what the two solve both solve, and from where on they are rivals.

    None where there is nothing to compare, or the answers alone decide between partners and rivals.
    """
    figures, line = seen.figures, threshold(seen.asked)
    if not figures.solved or line is None:
        return None
    rivalry = Fraction(figures.contested, figures.solved)
    values = {"rivalry": rivalry, "threshold": line, "moved_by": moved_by(seen.asked)}
    return Reason(ReasonKind.WHERE_THE_LINE_IS, values)


def _what_is_missing(seen: Readings) -> Iterator[Reason]:
    figures = seen.figures
    too_few, too_many = too_few_answered(figures), too_many_blank(figures)
    if too_few:
        yield Reason(ReasonKind.TOO_FEW_ANSWERED, {"answered": figures.answered})
    if too_many:
        answers = ANSWERS_EACH * figures.aspects
        blank = {f"blank_{party}": sum(row.of(party).count(None) for row in seen.rows) for party in PARTIES}
        values = {"answers": answers, "blank": figures.blanks, **blank, "most": int(answers * MOST_BLANK)}
        yield Reason(ReasonKind.TOO_MANY_BLANK, values)
    if not (too_few or too_many):
        yield Reason(ReasonKind.NOTHING_SOLVED)


def _what_does_not_tie(seen: Readings) -> Iterator[Reason]:
    figures, shared = seen.figures, purpose(seen.figures)
    if shared is not None and _purposes_count(figures, seen.asked):
        yield Reason(ReasonKind.PURPOSES_DIFFER, {"purpose": shared})
    if _idleness_counts(figures, seen.asked):
        question = {"question": question_of(seen.asked)}
        if figures.active_a or figures.active_b:
            yield Reason(ReasonKind.ONE_IDLE, {"party": "b" if figures.active_a else "a", **question})
        else:
            yield Reason(ReasonKind.BOTH_IDLE, question)


def _purposes_count(figures: Tally, asked: Asked) -> bool:
    return purposes_differ(figures) if isinstance(asked, Chosen) else complement.no_common_purpose(figures, asked)


def _idleness_counts(figures: Tally, asked: Asked) -> bool:
    return one_idle(figures) if isinstance(asked, Chosen) else complement.no_part_in_it(figures, asked)


def _what_makes_rivals(seen: Readings) -> Iterator[Reason]:
    figures, said = seen.figures, decided(seen.asked)
    if said:
        yield said
        if figures.solved:
            yield _both_solve(ReasonKind.BOTH_SOLVE, figures)
    elif past_the_threshold(figures, threshold(seen.asked)):
        yield _both_solve(ReasonKind.RIVALS, figures)
    else:
        lost = "a" if swallowed_a(figures) else "b"
        yield Reason(ReasonKind.RIVALS_SWALLOWED, {"party": lost, "question": question_of(seen.asked)})


def _what_decided(seen: Readings) -> Iterator[Reason]:
    said = decided(seen.asked)
    if said:
        yield said


def _both_solve(kind: ReasonKind, figures: Tally) -> Reason:
    """Return how much of what has to get done the two solve, and how much of that both do."""
    solved, both = (Fraction(part, figures.weight) for part in (figures.solved, figures.contested))
    return Reason(kind, {"solved": solved, "both": both})
