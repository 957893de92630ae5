"""When something was signed or sealed, for print: by whose clock, in UTC and where it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from jtbd.formats import day, hour
from jtbd.i18n import Message, mark
from jtbd.model.statement import Clock, Statement, local_time, signed_at

_IN_UTC: Final[Mapping[Clock, Message]] = {
    "laptop": mark("{day}, {time} UTC (laptop’s clock)"),
    "phone": mark("{day}, {time} UTC (phone’s clock)"),
    "server": mark("{day}, {time} UTC (server’s clock)"),
}
_AND_THERE: Final[Mapping[Clock, Message]] = {
    # For translators: {there} and {hour} are the day and the hour where it was signed, {zone} is as +01:00.
    "laptop": mark("{day}, {time} UTC, where it was signed {there}, {hour} ({zone}) (laptop’s clock)"),
    "phone": mark("{day}, {time} UTC, where it was signed {there}, {hour} ({zone}) (phone’s clock)"),
    "server": mark("{day}, {time} UTC, where it was signed {there}, {hour} ({zone}) (server’s clock)"),
}
_SOME_DAY: Final = dt.datetime(2026, 11, 22, 9, 2, 11, tzinfo=dt.UTC)


def to_the_second(at: dt.datetime) -> str:
    """Return the time of a day in UTC, to the second."""
    return f"{at.astimezone(dt.UTC):%H:%M:%S}"


def signed_when(said: Statement) -> str:
    """Return when a party signed and by which clock: in UTC and, where the format tells it, where it was."""
    at, there = signed_at(said), local_time(said)
    slots = {"day": day(at), "time": to_the_second(at)}
    if there is None:
        return _IN_UTC[said.clock].said(**slots)
    return _AND_THERE[said.clock].said(**slots, there=day(there), hour=hour(there), zone=said.zone)


def room_for_when() -> str:
    """Return what takes the room of that on a page while a party has yet to sign."""
    at = {"day": day(_SOME_DAY), "time": to_the_second(_SOME_DAY), "there": day(_SOME_DAY), "zone": "+01:00"}
    return _AND_THERE["laptop"].said(**at, hour=hour(_SOME_DAY.replace(hour=10)))
