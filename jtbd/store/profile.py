"""The text of a profile, strict YAML like a canvas: to read, with every fault and its line, and to write."""

from __future__ import annotations

import re
from typing import Final

from pydantic import ValidationError

from jtbd.errors import Fault, FaultyFile, NewerFormat
from jtbd.i18n import mark, say
from jtbd.model import Party
from jtbd.model.profile import PROFILE_FORMAT, Profile
from jtbd.store.complaints import complaints
from jtbd.yamltext import read, write

_ANY_VERSION: Final = re.compile(r"jtbd\.profile/[1-9][0-9]{0,8}(?:\.[0-9]{1,9})?")
_REMEDY: Final = mark("Correct the lines named above, or delete the file: then you are remembered anew.")


def profile_from_bytes(data: bytes, file: str) -> Party:
    """Return the party that a profile tells of; `file` is its name in messages.

    Raises:
        UnreadableFile: larger than 1 MiB, or not UTF-8.
        NewerFormat: written by a newer version of this program.
        FaultyFile: every fault of its YAML and of its fields, each with line and column.

    """
    document = read(data, file)
    if not isinstance(document.value, dict):
        wanted = say(
            "a profile is made of lines such as name: value, the first being format: {format}",
            format=PROFILE_FORMAT,
        )
        raise FaultyFile(file, [Fault(1, 1, "", wanted)], _REMEDY.said())
    found = document.value.get("format")
    if isinstance(found, str) and found != PROFILE_FORMAT and _ANY_VERSION.fullmatch(found):
        raise NewerFormat(file, found, PROFILE_FORMAT, document.place(("format",)).line)
    try:
        return Profile.model_validate(document.value).party
    except ValidationError as error:
        faults = [complaint.fault for complaint in complaints(error, Profile, document)]
        raise FaultyFile(file, faults, _REMEDY.said()) from None


def profile_to_text(party: Party) -> str:
    """Return the profile of a party; what is blank is left out."""
    fields = party.model_dump(mode="json", exclude_none=True)
    return write({"format": PROFILE_FORMAT, **fields}, inline=(("hourly_rate",),))
