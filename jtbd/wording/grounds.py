"""What a verdict rests on, in the words of its rule: the first of the reasons.

All numbers are shares of what has to get done, so that sentences and pictures say the same; the one that the rules
compare, of what the two solve, is told by `where_the_line_is`, with what makes of the one the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from jtbd.i18n import Message, mark, say
from jtbd.model import PARTIES, Canvas, PartyId, other
from jtbd.scoring.conditions import COMMON_PURPOSE, GROUND_TO_DIVIDE
from jtbd.scoring.question import MovedBy
from jtbd.scoring.reason import Question, Reason, ReasonKind
from jtbd.wording.plain import party_name, percent, portion, starting_name

_TOO_FEW: Final = (
    mark("Three functional needs need all four answers; none has them."),
    mark("Three functional needs need all four answers; one has them."),
    mark("Three functional needs need all four answers; two have them."),
)
_LINE: Final[Mapping[MovedBy | None, Message]] = {
    None: (
        mark(
            "Of the part that you two solve, {share} is solved by both of you: from {ground} on "
            "there is ground to divide, from {line} on you are rivals."
        )
    ),
    MovedBy.BOTH_APART: (
        mark(
            "Of the part that you two solve, {share} is solved by both of you: from {ground} on "
            "there is ground to divide, from {line} on you are rivals, because both of you say that "
            "customers take each for itself."
        )
    ),
    MovedBy.ONE_MORE: (
        mark(
            "Of the part that you two solve, {share} is solved by both of you: from {ground} on "
            "there is ground to divide, from {line} on you are rivals, because one of you says "
            "customers want both more together."
        )
    ),
    MovedBy.BOTH_MORE: (
        mark(
            "Of the part that you two solve, {share} is solved by both of you: from {ground} on "
            "there is ground to divide, from {line} on you are rivals, because both of you say "
            "customers want both more together."
        )
    ),
    MovedBy.ONE_LESS: (
        mark(
            "Of the part that you two solve, {share} is solved by both of you: from {ground} on "
            "there is ground to divide, from {line} on you are rivals, because one of you says "
            "customers who have one of you want the other less."
        )
    ),
    MovedBy.BOTH_LESS: (
        mark(
            "Of the part that you two solve, {share} is solved by both of you: from {ground} on "
            "there is ground to divide, from {line} on you are rivals, because both of you say "
            "customers who have one of you want the other less."
        )
    ),
    MovedBy.ONE_OF_EACH: (
        mark(
            "Of the part that you two solve, {share} is solved by both of you: from {ground} on "
            "there is ground to divide, from {line} on you are rivals, because one of you says "
            "customers want both more together and the other says less."
        )
    ),
}


def _too_few_answered(reason: Reason, _: Canvas) -> str:
    return _TOO_FEW[reason.count("answered")].said()


def _too_many_blank(reason: Reason, canvas: Canvas) -> str:
    answers, blanks, most = (reason.count(name) for name in ("answers", "blank", "most"))
    counts = {party: reason.count(f"blank_{party}") for party in PARTIES}
    if all(counts.values()):
        return say(
            "Of {answers} answers {blanks} are blank, {blank_a} by {a} and {blank_b} by {b}; at "
            "most {most} may be, a quarter.",
            answers=answers,
            blanks=blanks,
            blank_a=counts["a"],
            a=party_name(canvas, "a"),
            blank_b=counts["b"],
            b=party_name(canvas, "b"),
            most=most,
        )
    party: PartyId = "a" if counts["a"] else "b"
    return say(
        "Of {answers} answers {blanks} are blank, {blank} by {name}; at most {most} may be, a quarter.",
        answers=answers,
        blanks=blanks,
        blank=counts[party],
        name=party_name(canvas, party),
        most=most,
    )


def _nothing_solved(_reason: Reason, _canvas: Canvas) -> str:
    return say("Neither of you solves any functional need that matters here today, so there is nothing to compare yet.")


def _purposes_differ(reason: Reason, _: Canvas) -> str:
    share, least = percent(reason.share("purpose"), COMMON_PURPOSE), percent(COMMON_PURPOSE)
    return say(
        "You care about different needs: of all that either of you finds important, {share} is "
        "important to both, and it takes {least} to have a common purpose.",
        share=share,
        least=least,
    )


def _both_idle(reason: Reason, _: Canvas) -> str:
    if _by_choice(reason):
        return say("Neither of you solves or wants to solve any functional need of this job.")
    return say(
        "Neither of you solves or wants to solve any functional need of this job, and neither of you "
        "says that customers want both more together."
    )


def _one_idle(reason: Reason, canvas: Canvas) -> str:
    name = starting_name(canvas, reason.party())
    if _by_choice(reason):
        return say("{name} neither solves nor wants to solve any functional need of this job.", name=name)
    return say(
        "{name} neither solves nor wants to solve any functional need of this job, and neither of "
        "you says that customers want both more together.",
        name=name,
    )


def _both_solve(reason: Reason, _: Canvas) -> str:
    solved, both = _shares(reason)
    return say(
        "Of what has to get done you two solve {solved}, and {both} is solved by both of you.", solved=solved, both=both
    )


def _rivals(reason: Reason, _: Canvas) -> str:
    solved, both = _shares(reason)
    return say(
        "Of what has to get done you two solve {solved}, and {both} is solved by both of you, and "
        "that makes you rivals.",
        solved=solved,
        both=both,
    )


def _to_divide(reason: Reason, _: Canvas) -> str:
    solved, both = _shares(reason)
    return say(
        "Of what has to get done you two solve {solved}, and {both} is solved by both of you: enough "
        "to divide, so draw the line.",
        solved=solved,
        both=both,
    )


def _complement(reason: Reason, _: Canvas) -> str:
    solved, both = _shares(reason)
    return say(
        "Of what has to get done you two solve {solved}, and {both} is solved by both of you: each "
        "of you brings what the other does not.",
        solved=solved,
        both=both,
    )


def _complement_unsolved(_reason: Reason, _canvas: Canvas) -> str:
    return say(
        "Neither of you solves any functional need that matters here yet: each of you brings what the other does not."
    )


def _rivals_swallowed(reason: Reason, canvas: Canvas) -> str:
    lost, left = party_name(canvas, reason.party()), party_name(canvas, other(reason.party()))
    if _by_choice(reason):
        return say("Nearly all that {lost} solves, {left} solves too.", lost=lost, left=left)
    return say(
        "Nearly all that {lost} solves, {left} solves too, and neither of you says that customers "
        "want both more together.",
        lost=lost,
        left=left,
    )


def _where_the_line_is(reason: Reason, _: Canvas) -> str:
    moved, line = reason.values["moved_by"], reason.share("threshold")
    return _LINE[MovedBy(moved) if isinstance(moved, str) else None].said(
        share=portion(reason.share("rivalry"), line, GROUND_TO_DIVIDE),
        ground=percent(GROUND_TO_DIVIDE),
        line=percent(line),
    )


def _shares(reason: Reason) -> tuple[str, str]:
    return portion(reason.share("solved")), portion(reason.share("both"))


def _by_choice(reason: Reason) -> bool:
    return reason.values["question"] == Question.CHOICE


SAID: Final[Mapping[ReasonKind, Callable[[Reason, Canvas], str]]] = {
    ReasonKind.TOO_FEW_ANSWERED: _too_few_answered,
    ReasonKind.TOO_MANY_BLANK: _too_many_blank,
    ReasonKind.NOTHING_SOLVED: _nothing_solved,
    ReasonKind.PURPOSES_DIFFER: _purposes_differ,
    ReasonKind.BOTH_IDLE: _both_idle,
    ReasonKind.ONE_IDLE: _one_idle,
    ReasonKind.BOTH_SOLVE: _both_solve,
    ReasonKind.RIVALS: _rivals,
    ReasonKind.TO_DIVIDE: _to_divide,
    ReasonKind.COMPLEMENT: _complement,
    ReasonKind.COMPLEMENT_UNSOLVED: _complement_unsolved,
    ReasonKind.RIVALS_SWALLOWED: _rivals_swallowed,
    ReasonKind.WHERE_THE_LINE_IS: _where_the_line_is,
}
"""How each kind of ground is said."""
