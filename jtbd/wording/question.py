"""The last question in words: what each said, where the two part, and where they part from the numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from jtbd.model import PARTIES, Canvas, Choice, Complement
from jtbd.scoring.question import Answers
from jtbd.scoring.reason import Question, Reason, ReasonKind
from jtbd.scoring.result import Verdict
from jtbd.wording.plain import listing, party_name

TAKEN: Final[Mapping[Choice, str]] = {
    Choice.INSTEAD: "one of you instead of the other",
    Choice.APART: "each for itself",
    Choice.TOGETHER: "both of you together",
}
"""Each answer to the choice as one reads it there."""

_USUALLY: Final[Mapping[Choice, str]] = {
    Choice.INSTEAD: "{name} says that customers usually take one of you instead of the other",
    Choice.APART: "{name} says that customers usually take each for itself",
    Choice.TOGETHER: "{name} says that customers usually take both of you together",
}
_WANTED: Final[Mapping[Complement | None, str]] = {
    None: "{name} has not answered",
    Complement.LESS: "{name} says less",
    Complement.SAME: "{name} says as much",
    Complement.MORE: "{name} says more",
}
_RIVALS: Final[Mapping[Question, str]] = {
    Question.CHOICE: (
        "Both of you say that customers usually take one of you instead of the other, and that makes you rivals."
    ),
    Question.COMPLEMENT_TEST: (
        "Both of you say that customers who have one of you want the other less, and that makes you rivals."
    ),
}
_PARTNERS: Final[Mapping[int, str]] = {
    1: "One of you says that customers usually take both of you together, and that makes you partners.",
    2: "Both of you say that customers usually take both of you together, and that makes you partners.",
}
_ONE_SAYS_RIVALS: Final[Mapping[Verdict, str]] = {
    Verdict.UNKNOWN: (
        "The numbers say nothing yet, {name} says rivals: check whether a need is missing that both of you solve."
    ),
    Verdict.LITTLE_IN_COMMON: (
        "The numbers say too little in common, {name} says rivals: check whether a need is missing that both of you "
        "solve."
    ),
    Verdict.CONTESTED: (
        "The numbers say partners, {name} says rivals: check whether a need is missing that both of you solve."
    ),
    Verdict.COMPLEMENTARY: (
        "The numbers say partners, {name} says rivals: check whether a need is missing that both of you solve."
    ),
}
_BOTH_SAY_RIVALS: Final[Mapping[Verdict, str]] = {
    Verdict.UNKNOWN: (
        "The numbers say nothing yet, you both say rivals: check whether a need is missing that both of you solve."
    ),
    Verdict.LITTLE_IN_COMMON: (
        "The numbers say too little in common, you both say rivals: check whether a need is missing that both of you "
        "solve."
    ),
    Verdict.CONTESTED: (
        "The numbers say partners, you both say rivals: check whether a need is missing that both of you solve."
    ),
    Verdict.COMPLEMENTARY: (
        "The numbers say partners, you both say rivals: check whether a need is missing that both of you solve."
    ),
}
_ONE_SAYS_PARTNERS: Final[Mapping[Verdict, str]] = {
    Verdict.UNKNOWN: (
        "The numbers say nothing yet, {name} says partners: check whether a need is missing that one of you solves."
    ),
    Verdict.LITTLE_IN_COMMON: (
        "The numbers say too little in common, {name} says partners: check whether a need is missing that ties you "
        "together."
    ),
    Verdict.COMPETITIVE: (
        "The numbers say rivals, {name} says partners: check whether the needs that both of you solve are really the "
        "same."
    ),
}
_BOTH_SAY_PARTNERS: Final[Mapping[Verdict, str]] = {
    Verdict.UNKNOWN: (
        "The numbers say nothing yet, you both say partners: check whether a need is missing that one of you solves."
    ),
    Verdict.LITTLE_IN_COMMON: (
        "The numbers say too little in common, you both say partners: check whether a need is missing that ties you "
        "together."
    ),
    Verdict.COMPETITIVE: (
        "The numbers say rivals, you both say partners: check whether the needs that both of you solve are really the "
        "same."
    ),
}


def _differing(reason: Reason, canvas: Canvas) -> str:
    a, b = (_USUALLY[Choice(reason.text(party))].format(name=party_name(canvas, party)) for party in PARTIES)
    return f"You see your customers differently: {a}, {b}. Talk about that first."


def _said_rivals(reason: Reason, _: Canvas) -> str:
    return _RIVALS[Question(reason.text("question"))]


def _said_partners(reason: Reason, _: Canvas) -> str:
    return _PARTNERS[reason.count("by")]


def _both_apart(_reason: Reason, _canvas: Canvas) -> str:
    return "Both of you say that customers usually take each for itself."


def _tested(reason: Reason, canvas: Canvas) -> str:
    said: list[str] = []
    for party in PARTIES:
        answer = reason.values[party]
        wanted = _WANTED[Complement(answer) if isinstance(answer, str) else None]
        said.append(wanted.format(name=party_name(canvas, party)))
    return f"Asked whether customers who have the other's want theirs more, as much or less, {listing(said)}."


def _one_answered(reason: Reason, canvas: Canvas) -> str:
    return (
        f"Only {party_name(canvas, reason.party())} has said what customers usually take, "
        "one of you, both, or each for itself; it counts once both of you have."
    )


def _not_answered(_reason: Reason, _canvas: Canvas) -> str:
    return (
        "Neither of you has said whether customers usually take one of you instead of the other, both of you "
        "together, or each for itself; the answers can turn the verdict."
    )


def _mixed_signals(reason: Reason, canvas: Canvas) -> str:
    numbers, rivals = Verdict(reason.text("numbers")), reason.values["answers"] == Answers.RIVALS
    if reason.values["party"] is None:
        return (_BOTH_SAY_RIVALS if rivals else _BOTH_SAY_PARTNERS)[numbers]
    said = (_ONE_SAYS_RIVALS if rivals else _ONE_SAYS_PARTNERS)[numbers]
    return said.format(name=party_name(canvas, reason.party()))


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
