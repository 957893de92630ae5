"""What a canvas suggests, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jtbd.advice.suggestions import Suggestion, SuggestionKind
from jtbd.i18n import Message, mark, say
from jtbd.model import Aspect, Canvas, Dimension, PartyId, other
from jtbd.wording.plain import party_name, percent, quote, starting_name

_WANTED: Final[Mapping[Dimension, Message]] = {
    Dimension.FUNCTIONAL: (
        mark("{name} wants to solve {need}, {share} of what has to get done, which nobody does: promise a first step.")
    ),
    Dimension.EMOTIONAL: (
        mark("{name} wants to solve {need}, {share} of how they want to feel, which nobody does: promise a first step.")
    ),
    Dimension.SOCIAL: (
        mark(
            "{name} wants to solve {need}, {share} of how they want to be seen, which nobody does: "
            "promise a first step."
        )
    ),
}
_SOLVED_BY_NEITHER: Final[Mapping[Dimension, Message]] = {
    Dimension.FUNCTIONAL: (
        mark("Neither of you solves {need}, {share} of what has to get done: say who looks for somebody who does.")
    ),
    Dimension.EMOTIONAL: (
        mark("Neither of you solves {need}, {share} of how they want to feel: say who looks for somebody who does.")
    ),
    Dimension.SOCIAL: (
        mark("Neither of you solves {need}, {share} of how they want to be seen: say who looks for somebody who does.")
    ),
}


def suggestion_sentence(found: Suggestion, canvas: Canvas) -> str:
    """Return what is missing, between these two."""
    aspect = canvas.aspect(found.aspect) if found.aspect else None
    if found.kind is SuggestionKind.PROMISE or aspect is None:
        return _promise(found.drafts[0].by, canvas)
    return _line(found, aspect) if found.kind is SuggestionKind.LINE else _owner(found, aspect, canvas)


def _promise(party: PartyId, canvas: Canvas) -> str:
    name, receiver = starting_name(canvas, party), party_name(canvas, other(party))
    return say("{name} has promised nothing yet: what could it do for {receiver}?", name=name, receiver=receiver)


def _line(found: Suggestion, aspect: Aspect) -> str:
    need, share = quote(aspect.text), percent(found.share)
    return say(
        "Both of you solve {need}, {share} of what has to get done: say who leads there.", need=need, share=share
    )


def _owner(found: Suggestion, aspect: Aspect, canvas: Canvas) -> str:
    need, share = quote(aspect.text), percent(found.share)
    if found.party is None:
        return _SOLVED_BY_NEITHER[aspect.dimension].said(need=need, share=share)
    return _WANTED[aspect.dimension].said(name=starting_name(canvas, found.party), need=need, share=share)
