"""The last question as facts: what each said, where the two part, and where they part from the numbers."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from jtbd.model import PARTIES, Canvas, Choice, Complement, PartyId
from jtbd.scoring.choice import EACH_FOR_ITSELF, Chosen, makes_partners, makes_rivals
from jtbd.scoring.complement import Said, both_say_less
from jtbd.scoring.reason import Question, Reason, ReasonKind
from jtbd.scoring.result import Verdict
from jtbd.scoring.verdict import Asked, asked_of

_BOTH: Final = len(PARTIES)


class MovedBy(StrEnum):
    """Which answers have moved the line between partners and rivals."""

    BOTH_APART = "both-apart"
    ONE_MORE = "one-more"
    BOTH_MORE = "both-more"
    ONE_LESS = "one-less"
    BOTH_LESS = "both-less"
    ONE_OF_EACH = "one-of-each"


class Answers(StrEnum):
    """What the answers make of the two where the numbers say otherwise."""

    RIVALS = "rivals"
    PARTNERS = "partners"


def question_of(asked: Asked) -> Question:
    """Return which question the answers are to."""
    return Question.CHOICE if isinstance(asked, Chosen) else Question.COMPLEMENT_TEST


def differing(canvas: Canvas) -> Reason | None:
    """Return where the two see their customers differently, which is the first thing to talk about; else None."""
    a, b = canvas.choice.a, canvas.choice.b
    if a is None or b is None or a is b:
        return None
    return Reason(ReasonKind.DIFFERING, {"a": a, "b": b})


def answered(canvas: Canvas) -> Reason | None:
    """Return what the two said to the question that counts, or that it is not answered; None where they differ."""
    chosen = [party for party in PARTIES if canvas.choice.of(party) is not None]
    if len(chosen) == _BOTH:
        return None if differing(canvas) else Reason(ReasonKind.BOTH_APART)
    test = canvas.complement_test
    if (test.a, test.b) != (None, None):
        return Reason(ReasonKind.TESTED, {"a": test.a, "b": test.b})
    if chosen:
        return Reason(ReasonKind.ONE_ANSWERED, {"party": chosen[0]})
    return Reason(ReasonKind.NOT_ANSWERED)


def decided(asked: Asked) -> Reason | None:
    """Return how the answers alone decide between partners and rivals; else None."""
    if isinstance(asked, Said):
        rivals = both_say_less(asked)
    elif makes_partners(asked):
        return Reason(ReasonKind.SAID_PARTNERS, {"by": asked.together})
    else:
        rivals = makes_rivals(asked)
    return Reason(ReasonKind.SAID_RIVALS, {"question": question_of(asked)}) if rivals else None


def moved_by(asked: Asked) -> MovedBy | None:
    """Return what has moved the line between partners and rivals; None where nothing has."""
    if isinstance(asked, Chosen):
        return MovedBy.BOTH_APART if asked == EACH_FOR_ITSELF else None
    if asked.more and asked.less:
        return MovedBy.ONE_OF_EACH
    if asked.more:
        return MovedBy.BOTH_MORE if asked.more == _BOTH else MovedBy.ONE_MORE
    if asked.less:
        return MovedBy.BOTH_LESS if asked.less == _BOTH else MovedBy.ONE_LESS
    return None


def mixed_signals(canvas: Canvas, untested: Verdict, now: Verdict) -> Reason:
    """Return where the answers part from the numbers, and whose they are: one party's, or None for those of both."""
    answers = Answers.RIVALS if now is Verdict.COMPETITIVE else Answers.PARTNERS
    tellers = _tellers(canvas, answers)
    party = tellers[0] if len(tellers) == 1 else None
    return Reason(ReasonKind.MIXED_SIGNALS, {"numbers": untested, "answers": answers, "party": party})


def _tellers(canvas: Canvas, answers: Answers) -> list[PartyId]:
    rivals = answers is Answers.RIVALS
    if question_of(asked_of(canvas)) is Question.CHOICE:
        telling = Choice.INSTEAD if rivals else Choice.TOGETHER
        return [party for party in PARTIES if canvas.choice.of(party) is telling]
    said = Complement.LESS if rivals else Complement.MORE
    return [party for party in PARTIES if canvas.complement_test.of(party) is said]
