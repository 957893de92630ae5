"""Advice in words: what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from jtbd.advice.advice import Advice, AdviceKind
from jtbd.advice.vocabulary import Vagueness
from jtbd.formats import day
from jtbd.i18n import WITHIN, Message, mark, mark_in, say
from jtbd.model import Canvas, other
from jtbd.wording.asking import asked
from jtbd.wording.plain import party_name, quote, starting_name

_AS_IT_IS: Final[Mapping[AdviceKind, Message]] = {
    AdviceKind.WHEN_UNSAID: (
        mark("Say when: a date, a cadence as in “every six weeks”, or a trigger as in “when a client signs a lease”.")
    ),
    AdviceKind.REFUSAL_UNTESTED: (
        mark("A promise not to do something needs no day, but a test: how would one notice that it was broken?")
    ),
    AdviceKind.TEST_UNSAID: (
        mark("Say how a third person could tell that it is done, as in “three introductions sent by 15 December”.")
    ),
    AdviceKind.BOTH_LEAD: mark("Both of you lead, so nobody yields: let one contribute, or be co-leads."),
    AdviceKind.NOBODY_LEADS: mark("Nobody leads: say which of you calls the customer first."),
}
_OF_WORDS: Final[Mapping[AdviceKind, Message]] = {
    AdviceKind.OPINION: mark(
        "{words} is an opinion: write what anyone could count or see, as in “three orders placed”."
    ),
    AdviceKind.OPTIONAL: mark("{words} leaves open whether it is promised: promise it, or take it out."),
    AdviceKind.TWIN: mark("{words} stands in the list twice: keep one, or say what makes them two."),
    AdviceKind.OPEN_WHO: mark("{words} leaves open who: name the one whose job it is, and give the other a meeting."),
    AdviceKind.OPEN_WHICH: mark("{words} leaves open which: write the one that matters more, or each by itself."),
    AdviceKind.PARTY_NAME: mark("Is {words} one of you? Then write it so that it held before you were there."),
    AdviceKind.OFFER: mark("Is {words} a product of yours? Then say what it is for."),
    AdviceKind.SOLUTION: mark("Is {words} a product? Then write what customers want to get done with it."),
    AdviceKind.SECOND_JOB: (
        mark("{words} begins a second need: keep the one that comes first, and give the other a meeting of its own.")
    ),
    AdviceKind.SECOND_NEED: mark(
        "{words} begins a second need: make two needs of it, so that each can be rated by itself."
    ),
}
_VAGUE: Final[Mapping[Vagueness, Message]] = {
    Vagueness.EFFORT: mark("{words} can mean anything: say what will be done, as in “send the list”."),
    Vagueness.THOUGHT: mark("{words} can mean anything: name the step that settles it, as in “decide by 3 June”."),
    Vagueness.TOUCH: mark(
        "{words} can mean anything: say who calls whom and how often, as in “call every four weeks”."
    ),
    Vagueness.SOON: mark("{words} can mean anything: give a date, as in “by 15 December”."),
    Vagueness.AS_NEEDED: mark("{words} can mean anything: say what sets it off, as in “when a client signs a lease”."),
    Vagueness.OFTEN: mark("{words} can mean anything: say how often, as in “every six weeks”."),
    Vagueness.AND_OR: mark("{words} can mean anything: choose one of the two, or make two promises."),
    Vagueness.AND_SO_ON: mark("{words} can mean anything: name all that is meant."),
    Vagueness.TO_BE_AGREED: mark("{words} can mean anything: agree on it now, and write it."),
    Vagueness.MEASURE: mark("{words} can mean anything: say how much, how many, or by what measure."),
}
_GAPS: Final[Mapping[str, Message]] = {
    "performer": mark_in(WITHIN, "as {words}"),
    "when": mark_in(WITHIN, "when {words}"),
    "want": mark_in(WITHIN, "I want to {words}"),
    "so_that": mark_in(WITHIN, "so that {words}"),
}


def advice_sentence(advice: Advice, canvas: Canvas) -> str:
    """Return what to write instead, between these two."""
    if advice.kind in _AS_IT_IS:
        return _AS_IT_IS[advice.kind].said()
    if advice.kind in _OF_WORDS:
        return _OF_WORDS[advice.kind].said(words=quote(advice.words))
    return _SAID[advice.kind](advice, canvas)


def _right(advice: Advice, canvas: Canvas) -> str:
    words, name = quote(advice.words), party_name(canvas, advice.party)
    return say(
        "{words} gives a right and promises nothing: write what {name} will do, or leave it out.",
        words=words,
        name=name,
    )


def _what_unsaid(advice: Advice, canvas: Canvas) -> str:
    name = starting_name(canvas, advice.party)
    return say("{name} has not said what it promises: write one thing that it will do.", name=name)


def _not_alone(advice: Advice, canvas: Canvas) -> str:
    name, counterpart = party_name(canvas, advice.party), party_name(canvas, other(advice.party))
    words = quote(advice.words or counterpart)
    return say(
        "{words} is not {name} alone: write what {name} does, and make a second promise of {counterpart}'s part.",
        words=words,
        name=name,
        counterpart=counterpart,
    )


def _stranger(advice: Advice, canvas: Canvas) -> str:
    words, name = quote(advice.words), party_name(canvas, advice.party)
    return say(
        "{words} is nobody at this table: say what {name} does, and put what somebody else has to do "
        "first into “when”, or into the seats that are missing.",
        words=words,
        name=name,
    )


def _doubt(advice: Advice, _: Canvas) -> str:
    return asked(advice.ask, advice.words)


def _day_over(advice: Advice, _: Canvas) -> str:
    return say(
        "{day} is over: write a day that is to come, as {ahead}.",
        day=day(advice.day("day")),
        ahead=day(advice.day("ahead")),
    )


def _gift_unsaid(advice: Advice, canvas: Canvas) -> str:
    receiver = party_name(canvas, advice.party)
    return say("Say what is in it for {receiver}, as in “warm leads before the budget is fixed”.", receiver=receiver)


def _vague(advice: Advice, _: Canvas) -> str:
    return _VAGUE[Vagueness(str(advice.values["vagueness"]))].said(words=quote(advice.words))


def _nothing_promised(advice: Advice, canvas: Canvas) -> str:
    name, receiver = starting_name(canvas, advice.party), party_name(canvas, other(advice.party))
    return say(
        "{name} has promised nothing: write one thing that it will do for {receiver}.", name=name, receiver=receiver
    )


def _co_leads_alone(advice: Advice, canvas: Canvas) -> str:
    starting, alone = starting_name(canvas, advice.party), party_name(canvas, advice.party)
    counterpart = party_name(canvas, other(advice.party))
    return say(
        "{starting} co-leads alone: let {alone} lead, or make {counterpart} co-lead too.",
        starting=starting,
        alone=alone,
        counterpart=counterpart,
    )


def _story(advice: Advice, _: Canvas) -> str:
    parts = (_GAPS[gap].said(words=quote(str(said))) for gap, said in advice.values.items())
    return say("That is the whole sentence; taken apart it is: {parts}.", parts=", ".join(parts))


_SAID: Final[Mapping[AdviceKind, Callable[[Advice, Canvas], str]]] = {
    AdviceKind.RIGHT: _right,
    AdviceKind.WHAT_UNSAID: _what_unsaid,
    AdviceKind.NOT_ALONE: _not_alone,
    AdviceKind.STRANGER: _stranger,
    AdviceKind.DOUBT: _doubt,
    AdviceKind.DAY_OVER: _day_over,
    AdviceKind.GIFT_UNSAID: _gift_unsaid,
    AdviceKind.VAGUE: _vague,
    AdviceKind.NOTHING_PROMISED: _nothing_promised,
    AdviceKind.CO_LEADS_ALONE: _co_leads_alone,
    AdviceKind.STORY: _story,
}
