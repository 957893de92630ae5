"""The scalar types of the documents: text that every reader reads the same, ids, money, dates and times."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, PlainSerializer, StringConstraints
from pydantic_core import PydanticCustomError

from jtbd.i18n import say
from jtbd.model.unseen import without_unseen

PartyId = Literal["a", "b"]
PARTIES: Final[tuple[PartyId, PartyId]] = ("a", "b")


def other(party: PartyId) -> PartyId:
    """Return the other party."""
    return "b" if party == "a" else "a"


_REFUSED: Final = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f"  # C0 controls but tab and line feed; a carriage return is normalised before
    "\x7f-\x9f"  # DEL and C1 controls
    "\u2028\u2029"  # separators that some YAML readers take for a line's end
    "\u202a-\u202e\u2066-\u2069"  # bidi overrides and isolates: text that reads otherwise than it is stored
    "\ufeff"  # a byte order mark in the middle
    "\ud800-\udfff"  # surrogates: not text at all
    "\ufffe\uffff"  # not characters
    "]"
)


GREATEST: Final = 10**15 - 1
"""The greatest whole number: 15 digits are kept exactly by every reader, also one that knows only 64-bit floats."""

_SHORT: Final = 1_000
_MOST_MARKS: Final = 30
"""The most marks that one letter carries in a long text: Unicode's stream-safe format (UAX 15, section 13)."""


_TIME: Final = "2026-11-22T09:30:00+01:00"
_DAY: Final = "2026-12-15"


def _refused(kind: str, message: str) -> PydanticCustomError:
    """Return what a validator raises; its message is said as it stands."""
    return PydanticCustomError(kind, "{message}", {"message": message})


def normalised(value: str) -> str:
    """Return text in NFC with LF line ends; refuse characters that two readers could read differently.

    Raises:
        PydanticCustomError: names the first such character by code point; or a letter of a long text carries more than
            30 marks, which would take time that grows with the square of their number.

    """
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    if found := _REFUSED.search(value):
        code = f"{ord(found.group()):04X}"
        raise _refused("text_refused", say("the character U+{code} cannot stand in a text: delete it", code=code))
    if len(value) > _SHORT and not value.isascii() and _overladen(value):
        raise _refused("marks", say("a letter of it carries more than 30 marks: delete most of them"))
    return unicodedata.normalize("NFC", value)


def _overladen(text: str) -> bool:
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > _MOST_MARKS:
            return True
    return False


def _one_line(value: str) -> str:
    text = normalised(value).strip()
    if "\n" in text or "\t" in text:
        raise _refused("one_line", say("must be one line without tabs"))
    return text


def _seen_line(value: str) -> str:
    return _one_line(without_unseen(value))


SignedLine = Annotated[str, AfterValidator(_one_line), Field(max_length=200)]
"""One line of up to 200 characters in what is signed: nothing of it may be taken away."""

SignedSentence = Annotated[str, AfterValidator(_one_line), Field(max_length=600)]
"""One line of up to 600 characters in what is signed."""

OneLine = Annotated[str, AfterValidator(_seen_line), Field(max_length=200)]
"""One line of up to 200 characters: a name, a title; what nobody sees is left away."""

Sentence = Annotated[str, AfterValidator(_seen_line), Field(max_length=600)]
"""One line of up to 600 characters: an aspect, a promise; what nobody sees is left away."""

Prose = Annotated[str, AfterValidator(normalised), Field(max_length=4000)]
"""Any number of lines, up to 4,000 characters."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$", max_length=120)]
"""An id: lower-case ASCII letters, digits and hyphens; also the name of a folder."""

DecimalText = Annotated[str, StringConstraints(pattern=r"^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,4})?$")]
"""An amount as a decimal string, such as "120.00"; never a float."""

PositiveDecimalText = Annotated[str, StringConstraints(pattern=r"^(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,4})?$")]
"""An amount of nought or more as a decimal string."""

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""An ISO 4217 code."""


def _timestamp(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)", value
    ):
        raise _refused("timestamp", say('must be a time with its zone, as "{example}"', example=_TIME))
    if not isinstance(value, str | dt.datetime):
        raise _refused("timestamp", say('must be a quoted time, as "{example}"', example=_TIME))
    return value


def _date(value: Any) -> Any:
    if isinstance(value, dt.datetime) or not isinstance(value, str | dt.date):
        raise _refused("date", say('must be a quoted date, as "{example}"', example=_DAY))
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise _refused("date", say('must be a date, as "{example}"', example=_DAY))
    return value


def _iso(value: dt.datetime) -> str:
    return value.isoformat()


Timestamp = Annotated[AwareDatetime, BeforeValidator(_timestamp), PlainSerializer(_iso, return_type=str)]
"""A moment with its offset from UTC."""

Date = Annotated[dt.date, BeforeValidator(_date)]
"""A calendar date."""

FIRST_DAY: Final = dt.date(2000, 1, 1)
LAST_DAY: Final = dt.date(2199, 12, 31)
"""What a promise can be due on: beyond, a date means "no end", and calendars cannot count on from it."""


def _within_reach(value: dt.date) -> dt.date:
    if not FIRST_DAY <= value <= LAST_DAY:
        message = say(
            "a day must be from {first} to {last}: for a promise without an end leave it away, and say when it is kept "
            "in `trigger` or how often in `every`",
            first=FIRST_DAY.isoformat(),
            last=LAST_DAY.isoformat(),
        )
        raise _refused("day_out_of_reach", message)
    return value


Day = Annotated[Date, AfterValidator(_within_reach)]
"""A calendar date within reach: 2000 to 2199."""

Importance = Annotated[int, Field(strict=True, ge=0, le=3)]
"""0 of no concern to our customers, 1 nice to have, 2 important, 3 vital."""

Count = Annotated[int, Field(strict=True, ge=0)]
"""A whole number of nought or more."""
