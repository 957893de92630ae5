"""What became of promises, and what is wrong with a ledger, as a person would say it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from jtbd.formats import day
from jtbd.i18n import Message, mark, number, say
from jtbd.ledger.faults import FaultKind, LedgerFault
from jtbd.ledger.health import Cause, Colour, Health
from jtbd.ledger.occurrences import Occurrence, State
from jtbd.ledger.reliability import Reliability
from jtbd.model import PartyId, Status
from jtbd.wording.plain import percent

_WRONG_SIDE: Final[Mapping[PartyId, Message]] = {
    "a": mark("only party a, the giver of this promise, says that: write by: a, or leave the entry away"),
    "b": mark("only party b, the giver of this promise, says that: write by: b, or leave the entry away"),
}
_WRONG_RECEIVER: Final[Mapping[PartyId, Message]] = {
    "a": mark("only party a, who receives this promise, says that: write by: a, or leave the entry away"),
    "b": mark("only party b, who receives this promise, says that: write by: b, or leave the entry away"),
}
_OF_GIVER: Final = (Status.DONE, Status.RENEGOTIATED)

STATES: Final[Mapping[State, Message]] = {
    State.KEPT: mark("kept"),
    State.BROKEN: mark("broken"),
    State.MOVED: mark("moved"),
    State.RELEASED: mark("released"),
    State.DONE: mark("done, waits for the other’s word"),
    State.OVERDUE: mark("overdue"),
    State.AHEAD: mark("ahead"),
}
_BY_SILENCE: Final[Mapping[State, Message]] = {
    State.KEPT: mark("kept, nobody said otherwise"),
    State.BROKEN: mark("broken, without a word"),
}


def _alike(message: Message) -> tuple[Message, Message]:
    return message, message


_KEPT: Final[Mapping[PartyId, Message]] = {
    "a": mark("My promises: {kept} of {all} kept; {share} to be expected, {low} to {high}"),
    "b": mark("Theirs: {kept} of {all} kept; {share} to be expected, {low} to {high}"),
}
_TOO_FEW: Final[Mapping[PartyId, Message]] = {
    "a": mark("My promises: {kept} of {all} kept, too few to say more"),
    "b": mark("Theirs: {kept} of {all} kept, too few to say more"),
}
COLOURS: Final[Mapping[Colour, Message]] = {
    Colour.RED: mark("red"),
    Colour.AMBER: mark("amber"),
    Colour.GREEN: mark("green"),
    Colour.GREY: mark("grey"),
}


def fault_sentence(fault: LedgerFault) -> str:
    """Return what is wrong with an entry and what to write instead."""
    entry = fault.entry
    match fault.kind:
        case FaultKind.WRONG_SIDE if fault.side:
            return (_WRONG_SIDE if entry.status in _OF_GIVER else _WRONG_RECEIVER)[fault.side].said()
        case FaultKind.NO_SUCH_PROMISE:
            return say(
                "no complete sheet of this canvas has the promise {promise}: write the id of one that was signed",
                promise=entry.promise,
            )
        case FaultKind.NO_DAY:
            return say(
                "the promise {promise} has days of its own: write for: and the one that is meant", promise=entry.promise
            )
        case FaultKind.NO_PROPOSAL:
            return say("nobody had proposed another day for this one by then: there is nothing to agree to")
        case _:
            return say(
                "{day} is no day on which {promise} is due, and it was not moved to it: write the one that is meant",
                day=entry.for_.isoformat() if entry.for_ else "",
                promise=entry.promise,
            )


def state_words(found: Occurrence) -> str:
    """Return what became of an occurrence, in a word or a few."""
    ready = _BY_SILENCE if found.unconfirmed else STATES
    return ready[found.state].said()


def reliability_sentence(found: Reliability, by: PartyId) -> str:
    """Return how many were kept, with what is to be expected and how sure that is; never a share alone."""
    estimate = found.estimate()
    if estimate is None:
        return _TOO_FEW[by].said(kept=number(found.kept), all=number(found.kept + found.broken))
    return _KEPT[by].said(
        kept=number(found.kept),
        all=number(found.kept + found.broken),
        share=percent(Fraction(estimate.share)),
        low=percent(Fraction(estimate.low)),
        high=percent(Fraction(estimate.high)),
    )


_LATE: Final = (
    mark("You promised {name} “{what}” by {day}, and nothing was said of it."),
    mark("{name} promised you “{what}” by {day}, and nothing was said of it."),
)
_BROKEN: Final = (
    mark("The last two promises that came due to {name} were broken by you."),
    mark("The last two promises that came due to you were broken by {name}."),
)
_REASONS: Final[Mapping[Cause, tuple[Message, Message]]] = {
    Cause.LONG_OVERDUE: _LATE,
    Cause.OVERDUE: _LATE,
    Cause.LAST_TWO_BROKEN: _BROKEN,
    Cause.SILENT_FOR_TWO: _alike(
        mark("You and {name} have not been in touch for more than twice as long as you mean to.")
    ),
    Cause.SILENT: _alike(mark("You and {name} have not been in touch for longer than you mean to.")),
    Cause.DISSATISFIED: _alike(mark("Somebody was not satisfied, and you and {name} have not met since.")),
    Cause.NOT_THANKED: _alike(mark("{customer} came to you through {name}, and you have not thanked for it.")),
    Cause.SIGNED: _alike(mark("You and {name} have signed a sheet, and nothing on it is overdue.")),
    Cause.IN_TOUCH: _alike(mark("You and {name} are in touch.")),
    Cause.NOTHING: _alike(mark("Nothing is agreed with {name} yet.")),
}
"""Why a relationship stands as it does: where it is for the owner's promises, and for the other's."""

_ASK: Final = (
    mark("Do it, or tell {name} today which day it will be."),
    mark("Ask {name} what became of it, and say here whether you got it."),
)
_STEPS: Final[Mapping[Cause, tuple[Message, Message]]] = {
    Cause.LONG_OVERDUE: _ASK,
    Cause.OVERDUE: _ASK,
    Cause.LAST_TWO_BROKEN: (
        mark("Call {name}, and promise only what you can keep."),
        mark("Ask {name} what stands in the way before you pass anybody on."),
    ),
    Cause.SILENT_FOR_TWO: _alike(mark("Call {name}, and meet again.")),
    Cause.SILENT: _alike(mark("Call {name}, and meet again.")),
    Cause.DISSATISFIED: _alike(mark("Meet {name} and talk about it.")),
    Cause.NOT_THANKED: _alike(mark("Thank {name}.")),
    Cause.SIGNED: _alike(mark("Keep what you promised.")),
    Cause.IN_TOUCH: _alike(mark("Stay in touch.")),
    Cause.NOTHING: _alike(mark("Have a coffee with {name}.")),
}
"""The next thing to do about it, likewise."""


def reason_of(health: Health, name: str) -> str:
    """Return why a relationship with somebody stands as it does."""
    about = health.about
    return _REASONS[health.cause][health.party == "b"].said(
        name=name,
        customer=health.name,
        what=about.promise.what if about else "",
        day=day(about.day) if about and about.day else "",
    )


def next_step(health: Health, name: str) -> str:
    """Return the next thing to do about a relationship."""
    return _STEPS[health.cause][health.party == "b"].said(name=name)
