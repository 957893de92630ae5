"""What to call the two where a sentence begins with it."""

from __future__ import annotations

from jtbd.model import Canvas, PartyId
from jtbd.ui.fields.words import first_name, organisation


def starting_first_name(canvas: Canvas, party: PartyId) -> str:
    """Return the first name; "The host" or "The guest" where there is none. Names stay as they are written."""
    return _capital(canvas, party, first_name(canvas, party))


def starting_organisation(canvas: Canvas, party: PartyId) -> str:
    """Return the organisation; "Your side" or "Their side" where it has no name."""
    return _capital(canvas, party, organisation(canvas, party))


def _capital(canvas: Canvas, party: PartyId, said: str) -> str:
    return said if canvas.parties.of(party).name else said[:1].upper() + said[1:]
