"""What to call the two where a sentence begins with it."""

from __future__ import annotations

from jtbd.i18n import WITHIN, say_in
from jtbd.model import Canvas, PartyId
from jtbd.ui.fields.words import person, told_apart


def starting_first_name(canvas: Canvas, party: PartyId) -> str:
    """Return the first name; "The host" or "The guest" where there is none. Names stay as they are written."""
    return told_apart(canvas, party, _first_name, _person)


def starting_organisation(canvas: Canvas, party: PartyId) -> str:
    """Return the organisation; "Your side" or "Their side" where it has no name."""
    return told_apart(canvas, party, _organisation, _both_names)


def _person(canvas: Canvas, party: PartyId) -> str:
    known = canvas.parties.of(party)
    return known.somebody or known.firm or (say_in(WITHIN, "The host") if party == "a" else say_in(WITHIN, "The guest"))


def _first_name(canvas: Canvas, party: PartyId) -> str:
    return canvas.parties.of(party).called or _person(canvas, party)


def _organisation(canvas: Canvas, party: PartyId) -> str:
    ours = party == "a"
    return canvas.parties.of(party).name or (say_in(WITHIN, "Your side") if ours else say_in(WITHIN, "Their side"))


def _both_names(canvas: Canvas, party: PartyId) -> str:
    called = canvas.parties.of(party).called or person(canvas, party)
    return f"{_organisation(canvas, party)} ({called})"
