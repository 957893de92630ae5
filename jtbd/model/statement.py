"""What a party signs: the payload of its JWS, a consent or a decision to decline."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import Field

from jtbd.model.base import Part
from jtbd.model.commitment import Role
from jtbd.model.sheet import ContentHash, Sha256, SheetId
from jtbd.model.text import Line, PartyId, Prose, Sentence

CONSENT_TYPE: Final = "jtbd-consent+jwt"
DECLINE_TYPE: Final = "jtbd-decline+jwt"

_END_OF_9999: Final = 253_402_300_799


class _Statement(Part):
    """What both have in common: which sheet, which content, who, when by the laptop's clock, and the full sentence."""

    aud: Literal["jtbd.commitment-sheet/1"]
    sheet: SheetId
    content: ContentHash
    party: PartyId
    name: Line
    role: Role | None = None
    iat: Annotated[int, Field(strict=True, ge=0, le=_END_OF_9999)]
    clock: Literal["laptop"]
    consent: Annotated[Prose, Field(min_length=1)]

    def dump(self) -> dict[str, Any]:
        """Return the payload as plain data: what is absent is left out."""
        return self.model_dump(mode="json", exclude_none=True)


class Consent(_Statement):
    """The party agrees; `mark` is the SHA-256 of the UTF-8 of `mark_svg`."""

    mark: Sha256


class Decline(_Statement):
    """The party steps back, with a reason and, if it likes, the name of someone who fits better."""

    reason: Annotated[Sentence, Field(min_length=1)]
    suggests: Annotated[Sentence, Field(min_length=1)] | None = None


Statement = Consent | Decline
