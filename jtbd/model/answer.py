"""What a party answers to a sheet: that it agrees, or that it steps back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from jtbd.model.consent import default_consent, default_decline
from jtbd.model.sheet import Sheet
from jtbd.model.text import PartyId


@dataclass(frozen=True, slots=True)
class Consent:
    """A party agrees.

    Attributes:
        sentence: the full sentence that was on screen; the usual one if None.
        mark_svg: SVG path data of the drawn signature; empty for a typed one.

    """

    sentence: str | None = None
    mark_svg: str = ""

    def said(self, sheet: Sheet, party: PartyId) -> str:
        """Return the full sentence that a party signs with this."""
        return self.sentence or default_consent(sheet, party)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A party declines, which ends the round.

    Attributes:
        reason: why.
        suggests: who fits better, if the party likes to say.
        sentence: the full sentence that was on screen; the usual one if None.

    """

    reason: str
    suggests: str | None = None
    sentence: str | None = None

    def said(self, sheet: Sheet, party: PartyId) -> str:
        """Return the full sentence that a party signs with this."""
        return self.sentence or default_decline(sheet, party)


Answer: TypeAlias = Consent | Refusal
