"""What a party signs: the payload of its JWS, a consent or a decision to decline."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from jtbd.i18n import say
from jtbd.model.base import Part
from jtbd.model.commitment import Role
from jtbd.model.sheet import FIRST_FORMAT, ContentHash, Sha256, SheetFormat, SheetId
from jtbd.model.text import PartyId, Prose, SignedLine, SignedSentence

CONSENT_TYPE: Final = "jtbd-consent+jwt"
DECLINE_TYPE: Final = "jtbd-decline+jwt"

Clock = Literal["laptop", "phone", "server"]
"""Whose time it is."""

Zone = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:\+(?:[01][0-9]|2[0-3]):[0-5][0-9]|-(?:0[1-9]|1[0-9]|2[0-3]):[0-5][0-9]|-00:(?:0[1-9]|[1-5][0-9]))$"
    ),
]
"""An offset from UTC, as `+01:00`; UTC itself is `+00:00`."""

_END_OF_9999: Final = 253_402_300_799
_SECONDS_OF_A_DAY: Final = 86_400


class _Statement(Part):
    """What both have in common: which sheet, which content, who, when by the laptop's clock, and the full sentence."""

    aud: SheetFormat
    sheet: SheetId
    content: ContentHash
    party: PartyId
    name: SignedLine
    role: Role | None = None
    iat: Annotated[int, Field(strict=True, ge=0, le=_END_OF_9999)]
    zone: Zone | None = None
    clock: Clock
    consent: Annotated[Prose, Field(min_length=1)]

    @model_validator(mode="after")
    def _fits_its_format(self) -> Self:
        first = self.aud == FIRST_FORMAT
        if first != (self.zone is None) or (first and self.clock != "laptop"):
            message = say("zone came with the format 1.1, which requires it, and so did other clocks than the laptop's")
            raise PydanticCustomError("format", "{message}", {"message": message})
        return self

    @property
    def offset(self) -> dt.timedelta | None:
        """How far the signer's clock was from UTC, None where the format does not say."""
        if self.zone is None:
            return None
        hours, minutes = int(self.zone[1:3]), int(self.zone[4:])
        return dt.timedelta(hours=hours, minutes=minutes) * (-1 if self.zone[0] == "-" else 1)

    @property
    def day(self) -> int:
        """The day of the signature where it was made, as days since 1970-01-01; in UTC where no zone was said."""
        return (self.iat + int((self.offset or dt.timedelta()).total_seconds())) // _SECONDS_OF_A_DAY

    def dump(self) -> dict[str, Any]:
        """Return the payload as plain data: what is absent is left out."""
        return self.model_dump(mode="json", exclude_none=True)


class ConsentClaims(_Statement):
    """The party agrees; `mark` is the SHA-256 of the UTF-8 of `mark_svg`."""

    mark: Sha256


class DeclineClaims(_Statement):
    """The party steps back, with a reason and, if it likes, the name of someone who fits better."""

    reason: Annotated[SignedSentence, Field(min_length=1)]
    suggests: Annotated[SignedSentence, Field(min_length=1)] | None = None


Statement = ConsentClaims | DeclineClaims


def signed_at(statement: Statement) -> dt.datetime:
    """Return when a party signed by the clock of the device, in UTC."""
    return dt.datetime.fromtimestamp(statement.iat, dt.UTC)


def local_time(statement: Statement) -> dt.datetime | None:
    """Return the same where it was signed; None where the format does not tell, or the calendar does not go so far."""
    if statement.offset is None:
        return None
    try:
        return signed_at(statement).astimezone(dt.timezone(statement.offset))
    except OverflowError:
        return None
