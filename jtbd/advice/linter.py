"""The commitment linter: what promises leave open, as facts."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from typing import Final

from jtbd.advice.advice import Advice, AdviceKind, AdviceValue, Rule
from jtbd.advice.vocabulary import COUNTED, JOINT, MEASURE, OPINION, OPTIONAL, REFUSAL, RIGHT, VAGUE, found
from jtbd.model import PARTIES, Canvas, Commitment, Role, other
from jtbd.model.subject import is_about
from jtbd.model.text import FIRST_DAY
from jtbd.parsing.doubts import Doubt, doubts, figures
from jtbd.parsing.names_of_days import months_on
from jtbd.parsing.row import STRANGER
from jtbd.parsing.sentence import take_apart
from jtbd.scoring.reading import said_no

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
        return (_right(right, commitment), *_vague(commitment))
    refusal = any(found(REFUSAL, commitment.what))
    return (
        *_promise(commitment, canvas),
        *_days(commitment, today, refusal=refusal),
        *_test(commitment, refusal=refusal),
        *_gift(commitment),
        *_vague(commitment),
    )


def _right(words: str, commitment: Commitment) -> Advice:
    return Advice(Rule.RIGHT, "what", AdviceKind.RIGHT, {"words": words, "party": commitment.by}, commitment.id)


def _promise(commitment: Commitment, canvas: Canvas) -> Iterator[Advice]:
    by = commitment.by
    if not commitment.what:
        yield Advice(Rule.WHAT, "what", AdviceKind.WHAT_UNSAID, {"party": by}, commitment.id)
    joint = next(found(JOINT, commitment.what), None) or _both_named(commitment.what, canvas)
    if joint or is_about(commitment.what, canvas, other(by)):
        yield Advice(Rule.ONE_OWNER, "what", AdviceKind.NOT_ALONE, {"words": joint, "party": by}, commitment.id)
    if named := _NAMED.match(commitment.what):  # somebody who is nobody at the table, as a row of a plan has it
        yield Advice(Rule.ONE_OWNER, "what", AdviceKind.STRANGER, {"words": named["who"], "party": by}, commitment.id)


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
    return tuple(advice for place, advice in enumerate(found_) if advice not in found_[:place])


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
        yield Advice(Rule.WHEN, "due", AdviceKind.WHEN_UNSAID, {}, commitment.id, gap=True)


def _asked(field: str, doubt: Doubt, commitment: Commitment) -> Advice:
    return Advice(Rule.WHEN, field, AdviceKind.DOUBT, {"words": doubt.words, "ask": doubt.ask}, commitment.id)


def _figures(commitment: Commitment, today: dt.date) -> Iterator[Advice]:
    """Ask about dates that two countries read differently, in any text."""
    for field in _TEXTS:
        for doubt in figures(getattr(commitment, field) or "", today):
            yield _asked(field, doubt, commitment)


def _past(commitment: Commitment, today: dt.date) -> Iterator[Advice]:
    if commitment.due and commitment.due < today:
        yield Advice(Rule.PAST, "due", AdviceKind.DAY_OVER, _over(commitment.due, today), commitment.id)


def _over(day: dt.date, today: dt.date) -> dict[str, AdviceValue]:
    """Return a day that is over and what to write for it: the same day of the next year may be meant."""
    ahead = next(meant for years in itertools.count() if (meant := months_on(day, 12 * years)) >= today)
    return {"day": day, "ahead": ahead}


def _test(commitment: Commitment, *, refusal: bool) -> Iterator[Advice]:
    test = commitment.done_when
    if not test and refusal:
        yield Advice(Rule.REFUSAL, "done_when", AdviceKind.REFUSAL_UNTESTED, {}, commitment.id, gap=True)
        return
    if not test:
        yield Advice(Rule.TEST, "done_when", AdviceKind.TEST_UNSAID, {}, commitment.id, gap=True)
        return
    opinion = next(found(OPINION, test), None)
    if opinion and not any(found(COUNTED, test)):
        yield Advice(Rule.TEST, "done_when", AdviceKind.OPINION, {"words": opinion}, commitment.id)


def _gift(commitment: Commitment) -> Iterator[Advice]:
    if not commitment.gives:
        receiver = other(commitment.by)
        yield Advice(Rule.GIVES, "gives", AdviceKind.GIFT_UNSAID, {"party": receiver}, commitment.id, gap=True)


def _vague(commitment: Commitment) -> Iterator[Advice]:
    """Name words that can mean anything, and words that leave open whether it is promised; none twice."""
    for field in _TEXTS:
        text, said = getattr(commitment, field), ""
        for wording in (*VAGUE, *(() if field == "done_when" else (MEASURE,))):
            for words in dict.fromkeys(found(wording, text)):
                if words not in said:
                    said += f" {words}"
                    values = {"words": words, "vagueness": wording.leaves_open}
                    yield Advice(Rule.VAGUE, field, AdviceKind.VAGUE, values, commitment.id)
        for words in dict.fromkeys(found(OPTIONAL, text)):
            yield Advice(Rule.OPTIONAL, field, AdviceKind.OPTIONAL, {"words": words}, commitment.id)


def _both_promise(canvas: Canvas) -> Iterator[Advice]:
    for party in PARTIES:
        if not any(commitment.by == party for commitment in canvas.commitments):
            yield Advice(Rule.BOTH_PROMISE, "commitments", AdviceKind.NOTHING_PROMISED, {"party": party})


def _somebody_leads(canvas: Canvas) -> Iterator[Advice]:
    taken = (canvas.roles.a.role, canvas.roles.b.role)
    if taken.count(Role.LEAD) == len(PARTIES):
        yield Advice(Rule.LEAD, "roles", AdviceKind.BOTH_LEAD, {})
    elif Role.LEAD not in taken and taken.count(Role.CO_LEAD) < len(PARTIES) and not said_no(canvas):
        half = next((party for party in PARTIES if canvas.roles.of(party).role is Role.CO_LEAD), None)
        if half is None:
            yield Advice(Rule.LEAD, "roles", AdviceKind.NOBODY_LEADS, {})
        else:
            yield Advice(Rule.LEAD, "roles", AdviceKind.CO_LEADS_ALONE, {"party": half})


def _review(canvas: Canvas, today: dt.date | None) -> Iterator[Advice]:
    if today and canvas.review.next and canvas.review.next < today:
        yield Advice(Rule.PAST, "review.next", AdviceKind.DAY_OVER, _over(canvas.review.next, today))
