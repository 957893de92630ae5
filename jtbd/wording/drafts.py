"""Promises that a canvas suggests, written out so that they can be taken as they are."""

from __future__ import annotations

from jtbd.advice.suggestions import Draft, DraftKind
from jtbd.editing.promises import PromiseDraft
from jtbd.i18n import ENGLISH, say, speaking
from jtbd.model import Canvas, Kind, other
from jtbd.wording.plain import party_name, quote


def written(draft: Draft, canvas: Canvas) -> PromiseDraft:
    """Return a draft as a promise of this canvas, in the language of all promises: that of sheets, English."""
    aspect = canvas.aspect(draft.aspect) if draft.aspect else None
    with speaking(ENGLISH):
        return _written(draft, quote(aspect.text) if aspect else "", canvas)


def _written(draft: Draft, need: str, canvas: Canvas) -> PromiseDraft:
    match draft.kind:
        case DraftKind.REFER:
            return _refer(draft, need, canvas)
        case DraftKind.FIRST_STEP:
            return _first_step(draft, need, canvas)
        case DraftKind.FIND_SOMEBODY:
            return _find_somebody(draft, need)
        case DraftKind.INTRODUCE:
            return _introduce(draft, need, canvas)
        case DraftKind.OVERFLOW:
            return _overflow(draft, canvas)
        case DraftKind.FAVOUR:
            return _favour(draft, canvas)


def _refer(draft: Draft, need: str, canvas: Canvas) -> PromiseDraft:
    return PromiseDraft(
        draft.by,
        say(
            "Pass every request for {need} on to {name} by e-mail, customer in copy",
            need=need,
            name=party_name(canvas, other(draft.by)),
        ),
        Kind.REFERRAL,
        say("each such request was passed on within one working day"),
        say("every such request, without a search for it"),
        trigger=say("a customer asks {name} for it", name=party_name(canvas, draft.by)),
        serves=_serves(draft),
        dated=False,
    )


def _first_step(draft: Draft, need: str, canvas: Canvas) -> PromiseDraft:
    return PromiseDraft(
        draft.by,
        say("Offer one customer a first solution to {need} and report what came of it", need=need),
        Kind.DELIVERY,
        say(
            "one customer has answered the offer, and {name} has the answer in writing",
            name=party_name(canvas, other(draft.by)),
        ),
        say("something to offer to customers who ask for it"),
        serves=_serves(draft),
    )


def _find_somebody(draft: Draft, need: str) -> PromiseDraft:
    return PromiseDraft(
        draft.by,
        say("Name one firm that solves {need} and introduce it by e-mail, both in copy", need=need),
        Kind.INTRODUCTION,
        say("one firm has been introduced and has answered"),
        say("a name to give to customers who ask for it"),
        serves=_serves(draft),
    )


def _introduce(draft: Draft, need: str, canvas: Canvas) -> PromiseDraft:
    receiver = party_name(canvas, other(draft.by))
    what = (
        say(
            "Introduce {receiver} by e-mail, both in copy, to every customer who needs {need}",
            receiver=receiver,
            need=need,
        )
        if need
        else say(
            "Introduce {receiver} by e-mail, both in copy, to the next three customers with this job", receiver=receiver
        )
    )
    return PromiseDraft(
        draft.by,
        what,
        Kind.INTRODUCTION,
        say("three introductions have been sent"),
        say("warm leads before the customer has asked anyone else"),
        serves=_serves(draft),
    )


def _overflow(draft: Draft, canvas: Canvas) -> PromiseDraft:
    """Return what rivals can promise each other: what one cannot take on goes to the other."""
    name, receiver = party_name(canvas, draft.by), party_name(canvas, other(draft.by))
    return PromiseDraft(
        draft.by,
        say(
            "Pass every request that {name} cannot take on to {receiver} by e-mail, customer in copy",
            name=name,
            receiver=receiver,
        ),
        Kind.REFERRAL,
        say("each such request was passed on within one working day"),
        say("requests that would have gone to somebody else"),
        trigger=say("{name} has to turn a customer away", name=name),
        dated=False,
    )


def _favour(draft: Draft, canvas: Canvas) -> PromiseDraft:
    """Return one small thing to do for somebody with whom one has too little in common for more."""
    receiver = party_name(canvas, other(draft.by))
    return PromiseDraft(
        draft.by,
        say(
            "Introduce {receiver} by e-mail, both in copy, to one person who could use what it offers",
            receiver=receiver,
        ),
        Kind.INTRODUCTION,
        say("one introduction has been sent"),
        say("one warm contact"),
    )


def _serves(draft: Draft) -> tuple[str, ...]:
    return (draft.aspect,) if draft.aspect else ()
