"""The last question in words: what each said, where the two part, and where they part from the numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from jtbd.i18n import WITHIN, Message, mark, mark_in, say
from jtbd.model import PARTIES, Canvas, Choice, Complement
from jtbd.scoring.question import Answers
from jtbd.scoring.reason import Question, Reason, ReasonKind
from jtbd.scoring.result import Verdict
from jtbd.wording.plain import party_name

TAKEN: Final[Mapping[Choice, Message]] = {
    Choice.INSTEAD: mark_in(WITHIN, "one of you instead of the other"),
    Choice.APART: mark_in(WITHIN, "each for itself"),
    Choice.TOGETHER: mark_in(WITHIN, "both of you together"),
}
"""Each answer to the choice as one reads it there."""

_WANTED: Final[Mapping[Complement, Message]] = {
    Complement.LESS: mark_in(WITHIN, "less"),
    Complement.SAME: mark_in(WITHIN, "as much"),
    Complement.MORE: mark_in(WITHIN, "more"),
}
_TESTED: Final[Mapping[tuple[bool, bool], Message]] = {
    (True, True): mark(
        "Asked whether customers who have the other's want theirs more, as much or less, {a} says {wanted_a} and {b} "
        "says {wanted_b}."
    ),
    (True, False): mark(
        "Asked whether customers who have the other's want theirs more, as much or less, {a} says {wanted_a} and {b} "
        "has not answered."
    ),
    (False, True): mark(
        "Asked whether customers who have the other's want theirs more, as much or less, {a} has not answered and {b} "
        "says {wanted_b}."
    ),
    (False, False): mark(
        "Asked whether customers who have the other's want theirs more, as much or less, {a} has not answered and {b} "
        "has not answered."
    ),
}
"""What was said where there was no choice yet, by whether a and b have answered."""

_RIVALS: Final[Mapping[Question, Message]] = {
    Question.CHOICE: (
        mark("Both of you say that customers usually take one of you instead of the other, and that makes you rivals.")
    ),
    Question.COMPLEMENT_TEST: (
        mark("Both of you say that customers who have one of you want the other less, and that makes you rivals.")
    ),
}
_PARTNERS: Final[Mapping[int, Message]] = {
    1: mark("One of you says that customers usually take both of you together, and that makes you partners."),
    2: mark("Both of you say that customers usually take both of you together, and that makes you partners."),
}
_ONE_SAYS_RIVALS: Final[Mapping[Verdict, Message]] = {
    Verdict.UNKNOWN: (
        mark("The numbers say nothing yet, {name} says rivals: check whether a need is missing that both of you solve.")
    ),
    Verdict.LITTLE_IN_COMMON: (
        mark(
            "The numbers say too little in common, {name} says rivals: check whether a need is missing "
            "that both of you solve."
        )
    ),
    Verdict.CONTESTED: (
        mark("The numbers say partners, {name} says rivals: check whether a need is missing that both of you solve.")
    ),
    Verdict.COMPLEMENTARY: (
        mark("The numbers say partners, {name} says rivals: check whether a need is missing that both of you solve.")
    ),
}
_BOTH_SAY_RIVALS: Final[Mapping[Verdict, Message]] = {
    Verdict.UNKNOWN: (
        mark(
            "The numbers say nothing yet, you both say rivals: check whether a need is missing that both of you solve."
        )
    ),
    Verdict.LITTLE_IN_COMMON: (
        mark(
            "The numbers say too little in common, you both say rivals: check whether a need is missing "
            "that both of you solve."
        )
    ),
    Verdict.CONTESTED: (
        mark("The numbers say partners, you both say rivals: check whether a need is missing that both of you solve.")
    ),
    Verdict.COMPLEMENTARY: (
        mark("The numbers say partners, you both say rivals: check whether a need is missing that both of you solve.")
    ),
}
_ONE_SAYS_PARTNERS: Final[Mapping[Verdict, Message]] = {
    Verdict.UNKNOWN: (
        mark(
            "The numbers say nothing yet, {name} says partners: check whether a need is missing that one of you solves."
        )
    ),
    Verdict.LITTLE_IN_COMMON: (
        mark(
            "The numbers say too little in common, {name} says partners: check whether a need is "
            "missing that ties you together."
        )
    ),
    Verdict.COMPETITIVE: (
        mark(
            "The numbers say rivals, {name} says partners: check whether the needs that both of you "
            "solve are really the same."
        )
    ),
}
_BOTH_SAY_PARTNERS: Final[Mapping[Verdict, Message]] = {
    Verdict.UNKNOWN: (
        mark(
            "The numbers say nothing yet, you both say partners: check whether a need is missing that "
            "one of you solves."
        )
    ),
    Verdict.LITTLE_IN_COMMON: (
        mark(
            "The numbers say too little in common, you both say partners: check whether a need is "
            "missing that ties you together."
        )
    ),
    Verdict.COMPETITIVE: (
        mark(
            "The numbers say rivals, you both say partners: check whether the needs that both of you "
            "solve are really the same."
        )
    ),
}


def _differing(reason: Reason, canvas: Canvas) -> str:
    return say(
        "You see your customers differently: {a} says that customers usually take {taken_a}, {b} says that customers "
        "usually take {taken_b}. Talk about that first.",
        a=party_name(canvas, "a"),
        taken_a=TAKEN[Choice(reason.text("a"))].said(),
        b=party_name(canvas, "b"),
        taken_b=TAKEN[Choice(reason.text("b"))].said(),
    )


def _said_rivals(reason: Reason, _: Canvas) -> str:
    return _RIVALS[Question(reason.text("question"))].said()


def _said_partners(reason: Reason, _: Canvas) -> str:
    return _PARTNERS[reason.count("by")].said()


def _both_apart(_reason: Reason, _canvas: Canvas) -> str:
    return say("Both of you say that customers usually take each for itself.")


def _tested(reason: Reason, canvas: Canvas) -> str:
    answers = {party: reason.values[party] for party in PARTIES}
    wanted = {
        f"wanted_{party}": _WANTED[Complement(answer)].said()
        for party, answer in answers.items()
        if isinstance(answer, str)
    }
    said = _TESTED["wanted_a" in wanted, "wanted_b" in wanted]
    return said.said(a=party_name(canvas, "a"), b=party_name(canvas, "b"), **wanted)


def _one_answered(reason: Reason, canvas: Canvas) -> str:
    return say(
        "Only {name} has said what customers usually take, one of you, both, or each for itself; it "
        "counts once both of you have.",
        name=party_name(canvas, reason.party()),
    )


def _not_answered(_reason: Reason, _canvas: Canvas) -> str:
    return say(
        "Neither of you has said whether customers usually take one of you instead of the other, "
        "both of you together, or each for itself; the answers can turn the verdict."
    )


def _mixed_signals(reason: Reason, canvas: Canvas) -> str:
    numbers, rivals = Verdict(reason.text("numbers")), reason.values["answers"] == Answers.RIVALS
    if reason.values["party"] is None:
        return (_BOTH_SAY_RIVALS if rivals else _BOTH_SAY_PARTNERS)[numbers].said()
    said = (_ONE_SAYS_RIVALS if rivals else _ONE_SAYS_PARTNERS)[numbers]
    return said.said(name=party_name(canvas, reason.party()))


SAID: Final[Mapping[ReasonKind, Callable[[Reason, Canvas], str]]] = {
    ReasonKind.DIFFERING: _differing,
    ReasonKind.SAID_RIVALS: _said_rivals,
    ReasonKind.SAID_PARTNERS: _said_partners,
    ReasonKind.MIXED_SIGNALS: _mixed_signals,
    ReasonKind.BOTH_APART: _both_apart,
    ReasonKind.TESTED: _tested,
    ReasonKind.ONE_ANSWERED: _one_answered,
    ReasonKind.NOT_ANSWERED: _not_answered,
}
"""How each kind of reason that is about the last question is said."""
