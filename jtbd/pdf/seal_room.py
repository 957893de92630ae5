"""Where a sheet's seal goes, and the mark that is seen there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from importlib import resources
from typing import Any, Final, NamedTuple

from jtbd.formats import day
from jtbd.i18n import say, say_in
from jtbd.pdf.moments import to_the_second
from jtbd.pdf.typeset import noted, typeset

_MARK: Final = "seal.typ"
_LABEL: Final = "seal"


class SealRoom(NamedTuple):
    """The room that a printed sheet leaves for its seal.

    Attributes:
        page: on which page, from 0.
        box: left, bottom, right and top, in points from the page's lower left corner.
        mark: what is seen there, a PDF of one page of that size.

    """

    page: int
    box: tuple[float, float, float, float]
    mark: bytes


def seal_room(template: bytes, data: Mapping[str, Any], at: dt.datetime) -> SealRoom:
    """Return the room for the seal in a sheet that is set from this template and data, sealed at that time."""
    found = noted(template, data, _LABEL)
    left, top, width, height = (found[name] for name in ("x", "y", "width", "height"))
    bottom = found["sheet"] - top - height
    says = say(
        "These pages are unchanged since {day}, {time} UTC by the laptop’s clock. This is the program’s own seal, "
        "not a party’s signature: it vouches for the pages, not for who signed.",
        day=day(at.astimezone(dt.UTC)),
        time=to_the_second(at),
    )
    shown = {
        "width": width,
        "height": height,
        "title": say_in("of a sheet", "Seal"),
        "by": say("Sealed by the program Common Job"),
        "says": says,
    }
    mark = typeset(_template(), shown, archival=True)
    return SealRoom(found["page"] - 1, (left, bottom, left + width, bottom + height), mark)


def _template() -> bytes:
    return resources.files(__package__).joinpath(_MARK).read_bytes()
