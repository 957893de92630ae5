"""A promise that was said in one breath, taken apart at its joints.

"Introduce Bea when a client signs a lease, by 15 Dec, so that Bea gets warm leads; done when three were sent" says five
things. The screen joins them to the same sentence again, so nothing is lost where a joint was not meant as one.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final

from jtbd.usecases.days import read_day

_JOINTS: Final = (
    ("done_when", re.compile(r"[\s,;.]+done (?:when|if)\s+(?=\S)", re.IGNORECASE)),
    ("gives", re.compile(r"[\s,;]+so that\s+(?:\w+ gets?\s+)?(?=\S)", re.IGNORECASE)),
    ("trigger", re.compile(r"[\s,;]+when(?:ever)?\s+(?=\S)", re.IGNORECASE)),
)
_BY: Final = re.compile(r"[\s,;]+by\s+(?!.*\bby\s)(?P<day>[^;]{3,40})\Z", re.IGNORECASE)
_EVERY: Final = re.compile(r"[\s,;]+every\s+(?:(?P<count>[1-9]\d?)\s+)?(?P<unit>day|week|month)s?\Z", re.IGNORECASE)


def drafted(text: str, name: str, today: dt.date) -> dict[str, Any]:
    """Return the fields of a promise as it was said; `what` is blank where nothing was.

    Args:
        text: what was typed.
        name: what the one who promises is called; a sentence may begin with "Ana will".
        today: the day on which it is said.

    """
    said = re.sub(rf"\A(?:(?:{re.escape(name)}|I)\s+)?will\s+", "", " ".join(text.split()), flags=re.IGNORECASE)
    fields: dict[str, Any] = {"what": said.strip(" ,;.")}
    for field, joint in _JOINTS:
        if found := joint.search(fields["what"]):
            whole = fields["what"]
            fields |= {"what": whole[: found.start()], field: whole[found.end() :]}
    for field in ("trigger", "what"):
        if field in fields:
            fields |= _timed(field, fields[field], today)
    return {**fields, "what": fields["what"][:1].upper() + fields["what"][1:]}


def _timed(field: str, said: str, today: dt.date) -> dict[str, Any]:
    """Return a field without the day and the cadence that it ends with, and these."""
    found: dict[str, Any] = {}
    by = _BY.search(said)
    if by and (day := read_day(by["day"], today)):
        found["due"], said = day, said[: by.start()]
    if every := _EVERY.search(said):
        found["every"], said = {f"{every['unit'].lower()}s": int(every["count"] or 1)}, said[: every.start()]
    return {field: said, **found}
