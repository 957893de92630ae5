"""The last question in words: what each said, where the two part, and where they part from the numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jtbd.model import PARTIES, Canvas, Choice, Complement, PartyId
from jtbd.scoring.choice import EACH_FOR_ITSELF, Chosen, makes_partners, makes_rivals
from jtbd.scoring.complement import Said, both_say_less
from jtbd.scoring.result import Verdict
from jtbd.scoring.verdict import Asked, asked_of
from jtbd.wording.plain import listing, party_name

TAKEN: Final[Mapping[Choice, str]] = {
    Choice.INSTEAD: "one of you instead of the other",
    Choice.APART: "each for itself",
    Choice.TOGETHER: "both of you together",
}
"""Each answer to the choice as the end of "customers usually take"."""

_WANTED: Final[Mapping[Complement | None, str]] = {
    None: "has not answered",
    Complement.LESS: "says less",
    Complement.SAME: "says as much",
    Complement.MORE: "says more",
}
_WHO: Final = {1: "one of you says", 2: "both of you say"}
_NUMBERS_SAY: Final[Mapping[Verdict, str]] = {
    Verdict.UNKNOWN: "nothing yet",
    Verdict.LITTLE_IN_COMMON: "too little in common",
    Verdict.COMPETITIVE: "rivals",
    Verdict.CONTESTED: "partners",
    Verdict.COMPLEMENTARY: "partners",
}
_CHECK_FOR_PARTNERS: Final[Mapping[Verdict, str]] = {
    Verdict.UNKNOWN: "whether a need is missing that one of you solves",
    Verdict.LITTLE_IN_COMMON: "whether a need is missing that ties you together",
    Verdict.COMPETITIVE: "whether the needs that both of you solve are really the same",
}
_CHECK_FOR_RIVALS: Final = "whether a need is missing that both of you solve"


def differing(canvas: Canvas) -> str | None:
    """Return where the two see their customers differently, which is the first thing to talk about; else None."""
    answers = {party: canvas.choice.of(party) for party in PARTIES}
    said = [
        f"{party_name(canvas, party)} says that customers usually take {TAKEN[answer]}"
        for party, answer in answers.items()
        if answer is not None
    ]
    if len(said) < len(PARTIES) or answers["a"] is answers["b"]:
        return None
    return f"You see your customers differently: {', '.join(said)}. Talk about that first."


def answered(canvas: Canvas) -> str:
    """Return what the two said to the question that counts, or that it is not answered."""
    choices = {party: canvas.choice.of(party) for party in PARTIES}
    given = [party for party in PARTIES if choices[party] is not None]
    if len(given) == len(PARTIES):
        return _chosen(canvas)
    tests = [canvas.complement_test.of(party) for party in PARTIES]
    if tests != [None, None]:
        said = [f"{party_name(canvas, party)} {_WANTED[canvas.complement_test.of(party)]}" for party in PARTIES]
        return f"Asked whether customers who have the other's want theirs more, as much or less, {listing(said)}."
    if given:
        return (
            f"Only {party_name(canvas, given[0])} has said what customers usually take, "
            "one of you, both, or each for itself; it counts once both of you have."
        )
    return (
        "Neither of you has said whether customers usually take one of you instead of the other, both of you "
        "together, or each for itself; the answers can turn the verdict."
    )


def _chosen(canvas: Canvas) -> str:
    said = {party: TAKEN[answer] for party in PARTIES if (answer := canvas.choice.of(party))}
    if said["a"] == said["b"]:
        return f"Both of you say that customers usually take {said['a']}."
    each = [f"{party_name(canvas, party)} says {words}" for party, words in said.items()]
    return f"Asked what customers usually take, {listing(each)}."


def why_there(asked: Asked) -> str:
    """Return what has moved the line between partners and rivals, as the end of a sentence; empty where nothing has."""
    if isinstance(asked, Chosen):
        return ", because both of you say that customers take each for itself" if asked == EACH_FOR_ITSELF else ""
    return _moved(asked)


def _moved(said: Said) -> str:
    if said.more and said.less:
        return ", because one of you says customers want both more together and the other says less"
    if said.more:
        return f", because {_WHO[said.more]} customers want both more together"
    if said.less:
        return f", because {_WHO[said.less]} customers who have one of you want the other less"
    return ""


def decided(asked: Asked) -> str | None:
    """Return how the answers alone decide between partners and rivals, as the beginning of a sentence; else None."""
    if isinstance(asked, Said):
        if not both_say_less(asked):
            return None
        return "Both of you say that customers who have one of you want the other less, and that makes you rivals"
    if makes_rivals(asked):
        return "Both of you say that customers usually take one of you instead of the other, and that makes you rivals"
    if makes_partners(asked):
        who = _WHO[asked.together].capitalize()
        return f"{who} that customers usually take both of you together, and that makes you partners"
    return None


def mixed_signals(canvas: Canvas, untested: Verdict, now: Verdict) -> str:
    """Return where the answers part from the numbers, and what to check."""
    rivals = now is Verdict.COMPETITIVE
    check = _CHECK_FOR_RIVALS if rivals else _CHECK_FOR_PARTNERS[untested]
    says = "rivals" if rivals else "partners"
    return f"The numbers say {_NUMBERS_SAY[untested]}, {_sayers(canvas, rivals=rivals)} {says}: check {check}."


def _sayers(canvas: Canvas, *, rivals: bool) -> str:
    said: dict[PartyId, object]
    if isinstance(asked_of(canvas), Chosen):
        said = {party: canvas.choice.of(party) for party in PARTIES}
        telling: object = Choice.INSTEAD if rivals else Choice.TOGETHER
    else:
        said = {party: canvas.complement_test.of(party) for party in PARTIES}
        telling = Complement.LESS if rivals else Complement.MORE
    names = [party_name(canvas, party) for party in PARTIES if said[party] is telling]
    return f"{names[0]} says" if len(names) == 1 else "you both say"
