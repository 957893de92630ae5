"""The commitment linter: advice on promises, never a wall."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from typing import Final

from jtbd.advice.advice import Advice, Rule
from jtbd.advice.vocabulary import COUNTED, JOINT, MEASURE, OPINION, OPTIONAL, REFUSAL, RIGHT, VAGUE, found
from jtbd.model import PARTIES, Canvas, Commitment, PartyId, Role, other
from jtbd.model.moments import date
from jtbd.model.subject import is_about
from jtbd.model.text import FIRST_DAY
from jtbd.parsing.doubts import Doubt, doubts, figures
from jtbd.parsing.names_of_days import months_on
from jtbd.parsing.row import STRANGER
from jtbd.parsing.sentence import take_apart
from jtbd.scoring.reading import said_no
from jtbd.wording.plain import party_name, quote, sentence

__all__ = ["Advice", "lint", "lint_all"]

_TEXTS: Final = ("what", "trigger", "done_when", "gives", "qualifies", "standard", "reward")


_NAMED: Final = re.compile(rf"(?P<who>{STRANGER})\s*:", re.IGNORECASE)
_TWO: Final = re.compile(
    r"(?P<one>.{2,60}?)\s*(?:,| and | & | / )\s*(?P<other>.{2,60}?)\s+(?=(?:will|shall|agree|to)\b)", re.IGNORECASE
)


def lint_all(canvas: Canvas, today: dt.date | None = None) -> tuple[Advice, ...]:
    """Return the advice on every commitment, then on the two sides together: both promise, somebody leads."""
    single = [advice for commitment in canvas.commitments for advice in lint(commitment, canvas, today)]
    return (*single, *_both_promise(canvas), *_somebody_leads(canvas), *_review(canvas, today))


def lint(commitment: Commitment, canvas: Canvas, today: dt.date | None = None) -> tuple[Advice, ...]:
    """Return what to write otherwise in one commitment, field by field.

    Args:
        commitment: the promise.
        canvas: the canvas that it is of.
        today: the day on which it is read; without it, nothing is asked about days.

    """
    right = next(found(RIGHT, commitment.what), "")
    if right:
        return (*_right(right, commitment, canvas), *_vague(commitment))
    refusal = any(found(REFUSAL, commitment.what))
    return (
        *_promise(commitment, canvas),
        *_days(commitment, today, refusal=refusal),
        *_test(commitment, refusal=refusal),
        *_gift(commitment, canvas),
        *_vague(commitment),
    )


def _right(words: str, commitment: Commitment, canvas: Canvas) -> Iterator[Advice]:
    text = (
        f"{quote(words)} gives a right and promises nothing: write what {party_name(canvas, commitment.by)} will do, "
        "or leave it out."
    )
    yield Advice(Rule.RIGHT, "what", text, commitment.id)


def _promise(commitment: Commitment, canvas: Canvas) -> Iterator[Advice]:
    name, counterpart = party_name(canvas, commitment.by), party_name(canvas, other(commitment.by))
    if not commitment.what:
        text = sentence(f"{name} has not said what it promises: write one thing that it will do.")
        yield Advice(Rule.WHAT, "what", text, commitment.id)
    joint = next(found(JOINT, commitment.what), None) or _both_named(commitment.what, canvas)
    if joint or is_about(commitment.what, canvas, other(commitment.by)):
        subject = quote(joint or counterpart)
        text = (
            f"{subject} is not {name} alone: write what {name} does, and make a second promise of {counterpart}'s part."
        )
        yield Advice(Rule.ONE_OWNER, "what", text, commitment.id)
    yield from _stranger(commitment, canvas)


def _stranger(commitment: Commitment, canvas: Canvas) -> Iterator[Advice]:
    """Ask about somebody who is nobody at the table, named before a colon, as a row of a plan has it."""
    if named := _NAMED.match(commitment.what):
        text = (
            f"{quote(named['who'])} is nobody at this table: say what {party_name(canvas, commitment.by)} does, and "
            "put what somebody else has to do first into “when”, or into the seats that are missing."
        )
        yield Advice(Rule.ONE_OWNER, "what", text, commitment.id)


def _both_named(what: str, canvas: Canvas) -> str | None:
    """Return the words by which a sentence is about both: "Ana and Bea shall meet"."""
    named = _TWO.match(what)
    if named and {"a", "b"} == {
        party for party in PARTIES for who in named.groups() if is_about(f"{who} will do", canvas, party)
    }:
        return named[0].strip()
    return None


def _days(commitment: Commitment, today: dt.date | None, *, refusal: bool) -> tuple[Advice, ...]:
    """Return what to ask about when; about the same words once. A refusal needs no moment."""
    found_ = (
        *(() if refusal else _moment(commitment, today)),
        *((*_past(commitment, today), *_figures(commitment, today)) if today else ()),
    )
    return tuple(dict.fromkeys(found_))


def _moment(commitment: Commitment, today: dt.date | None) -> Iterator[Advice]:
    """Ask for a moment, or about the words that may say one; words that say it for sure count wherever they stand."""
    said = take_apart(commitment.what, today or FIRST_DAY)
    timed = bool(commitment.trigger or commitment.every or said.keys() & {"trigger", "every"})
    dated = bool(commitment.due or "due" in said)
    unclear = (
        [] if dated or not today else [doubt for doubt in doubts(said["what"], today) if doubt.of_day or not timed]
    )
    for doubt in unclear:
        yield _asked("what", doubt, commitment)
    if not (timed or dated or unclear):
        text = "Say when: a date, a cadence as in “every six weeks”, or a trigger as in “when a client signs a lease”."
        yield Advice(Rule.WHEN, "due", text, commitment.id, gap=True)


def _asked(field: str, doubt: Doubt, commitment: Commitment) -> Advice:
    return Advice(Rule.WHEN, field, f"{quote(doubt.words)} {doubt.ask}.", commitment.id)


def _figures(commitment: Commitment, today: dt.date) -> Iterator[Advice]:
    """Ask about dates that two countries read differently, in any text."""
    for field in _TEXTS:
        for doubt in figures(getattr(commitment, field) or "", today):
            yield _asked(field, doubt, commitment)


def _past(commitment: Commitment, today: dt.date) -> Iterator[Advice]:
    if commitment.due and commitment.due < today:
        yield Advice(Rule.PAST, "due", _over(commitment.due, today), commitment.id)


def _over(day: dt.date, today: dt.date) -> str:
    """Return what to write for a day that is over: the same day of the next year may be meant."""
    ahead = next(meant for years in itertools.count() if (meant := months_on(day, 12 * years)) >= today)
    return f"{date(day)} is over: write a day that is to come, as {date(ahead)}."


def _test(commitment: Commitment, *, refusal: bool) -> Iterator[Advice]:
    test = commitment.done_when
    if not test and refusal:
        text = "A promise not to do something needs no day, but a test: how would one notice that it was broken?"
        yield Advice(Rule.REFUSAL, "done_when", text, commitment.id, gap=True)
        return
    if not test:
        text = "Say how a third person could tell that it is done, as in “three introductions sent by 15 December”."
        yield Advice(Rule.TEST, "done_when", text, commitment.id, gap=True)
        return
    opinion = next(found(OPINION, test), None)
    if opinion and not any(found(COUNTED, test)):
        text = f"{quote(opinion)} is an opinion: write what anyone could count or see, as in “three orders placed”."
        yield Advice(Rule.TEST, "done_when", text, commitment.id)


def _gift(commitment: Commitment, canvas: Canvas) -> Iterator[Advice]:
    if not commitment.gives:
        receiver = party_name(canvas, other(commitment.by))
        text = f"Say what is in it for {receiver}, as in “warm leads before the budget is fixed”."
        yield Advice(Rule.GIVES, "gives", text, commitment.id, gap=True)


def _vague(commitment: Commitment) -> Iterator[Advice]:
    """Name words that can mean anything, and words that leave open whether it is promised; none twice."""
    for field in _TEXTS:
        text, said = getattr(commitment, field), ""
        for wording in (*VAGUE, *(() if field == "done_when" else (MEASURE,))):
            for words in dict.fromkeys(found(wording, text)):
                if words not in said:
                    said += f" {words}"
                    advice = f"{quote(words)} can mean anything: {wording.instead}."
                    yield Advice(Rule.VAGUE, field, advice, commitment.id)
        for words in dict.fromkeys(found(OPTIONAL, text)):
            advice = f"{quote(words)} leaves open whether it is promised: promise it, or take it out."
            yield Advice(Rule.OPTIONAL, field, advice, commitment.id)


def _both_promise(canvas: Canvas) -> Iterator[Advice]:
    for party in PARTIES:
        if not any(commitment.by == party for commitment in canvas.commitments):
            receiver = party_name(canvas, other(party))
            text = f"{party_name(canvas, party)} has promised nothing: write one thing that it will do for {receiver}."
            yield Advice(Rule.BOTH_PROMISE, "commitments", sentence(text))


def _somebody_leads(canvas: Canvas) -> Iterator[Advice]:
    taken = (canvas.roles.a.role, canvas.roles.b.role)
    if taken.count(Role.LEAD) == len(PARTIES):
        text = "Both of you lead, so nobody yields: let one contribute, or be co-leads."
        yield Advice(Rule.LEAD, "roles", text)
    elif Role.LEAD not in taken and taken.count(Role.CO_LEAD) < len(PARTIES) and not said_no(canvas):
        yield Advice(Rule.LEAD, "roles", _nobody_leads(canvas))


def _review(canvas: Canvas, today: dt.date | None) -> Iterator[Advice]:
    if today and canvas.review.next and canvas.review.next < today:
        yield Advice(Rule.PAST, "review.next", _over(canvas.review.next, today))


def _nobody_leads(canvas: Canvas) -> str:
    half: PartyId | None = next((party for party in PARTIES if canvas.roles.of(party).role is Role.CO_LEAD), None)
    if half is None:
        return "Nobody leads: say which of you calls the customer first."
    alone, counterpart = party_name(canvas, half), party_name(canvas, other(half))
    return sentence(f"{alone} co-leads alone: let {alone} lead, or make {counterpart} co-lead too.")
