"""The commitment linter: advice on promises, never a wall (DESIGN section 7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jtbd.model import PARTIES, Canvas, Commitment, PartyId, Role
from jtbd.model.subject import is_about
from jtbd.scoring.advice import Advice, Rule
from jtbd.scoring.plain import other, party_name, quote, sentence
from jtbd.scoring.vocabulary import COUNTED, JOINT, OPINION, VAGUE, found

__all__ = ["Advice", "lint", "lint_all"]

_TEXTS: Final = ("what", "trigger", "done_when", "gives", "qualifies", "standard", "reward")


def lint_all(canvas: Canvas) -> tuple[Advice, ...]:
    """Return the advice on every commitment, then on the two sides together: both promise, somebody leads."""
    single = [advice for commitment in canvas.commitments for advice in lint(commitment, canvas)]
    return (*single, *_both_promise(canvas), *_somebody_leads(canvas))


def lint(commitment: Commitment, canvas: Canvas) -> tuple[Advice, ...]:
    """Return what to write otherwise in one commitment, field by field."""
    return (
        *_promise(commitment, canvas),
        *_moment(commitment),
        *_test(commitment),
        *_gift(commitment, canvas),
        *_vague(commitment),
    )


def _promise(commitment: Commitment, canvas: Canvas) -> Iterator[Advice]:
    name, counterpart = party_name(canvas, commitment.by), party_name(canvas, other(commitment.by))
    if not commitment.what:
        text = sentence(f"{name} has not said what it promises: write one thing that it will do.")
        yield Advice(Rule.WHAT, "what", text, commitment.id)
    joint = next(found(JOINT, commitment.what), None)
    if joint or is_about(commitment.what, canvas, other(commitment.by)):
        subject = quote(joint or counterpart)
        text = (
            f"{subject} is not {name} alone: write what {name} does, and make a second promise of {counterpart}'s part."
        )
        yield Advice(Rule.ONE_OWNER, "what", text, commitment.id)


def _moment(commitment: Commitment) -> Iterator[Advice]:
    if not (commitment.due or commitment.every or commitment.trigger):
        text = "Say when: a date, a cadence as in “every six weeks”, or a trigger as in “when a client signs a lease”."
        yield Advice(Rule.WHEN, "due", text, commitment.id, gap=True)


def _test(commitment: Commitment) -> Iterator[Advice]:
    test = commitment.done_when
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
    for field in _TEXTS:
        for wording in VAGUE:
            for words in dict.fromkeys(found(wording, getattr(commitment, field))):
                yield Advice(Rule.VAGUE, field, f"{quote(words)} can mean anything: {wording.instead}.", commitment.id)


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
    elif Role.LEAD not in taken and taken.count(Role.CO_LEAD) < len(PARTIES):
        yield Advice(Rule.LEAD, "roles", _nobody_leads(canvas))


def _nobody_leads(canvas: Canvas) -> str:
    half: PartyId | None = next((party for party in PARTIES if canvas.roles.of(party).role is Role.CO_LEAD), None)
    if half is None:
        return "Nobody leads: say which of you calls the customer first."
    alone, counterpart = party_name(canvas, half), party_name(canvas, other(half))
    return sentence(f"{alone} co-leads alone: let {alone} lead, or make {counterpart} co-lead too.")
