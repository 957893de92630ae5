"""What files are called that leave this laptop: after the other firm and the day, so that each finds them again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import PurePath
from typing import Final

from jtbd.model import PartyId
from jtbd.model.ids import slug
from jtbd.model.sheet import Sheet, SheetParty
from jtbd.model.statement import Statement, local_time, signed_at

_NAMELESS: Final = "coffee"
"""Where a firm's name leaves no letter of ASCII."""


def stem(sheet: Sheet, readers: Sequence[PartyId], day: dt.date, *marks: str) -> str:
    """Return what the files of a sheet are called, without their endings: `northline-cabling-2026-11-22`.

    Args:
        sheet: the sheet.
        readers: who is to have the files; one of the two has them named after the other, both after both.
        day: the day that they are of.
        marks: what tells them from others of that day: `2`, `draft`.

    """
    named = [party for party in sheet.commitment.parties if {*readers} != {party.id}]
    return _joined([_firm(party) for party in named], day, marks)


def after(firm: str | None, day: dt.date, *marks: str) -> str:
    """Return what a file is called that is no sheet's: after the other's firm, and the day."""
    return _joined([slug(firm or "")], day, marks)


def _joined(firms: Sequence[str], day: dt.date, marks: Sequence[str]) -> str:
    return "-".join([*(list(filter(None, firms)) or [_NAMELESS]), day.isoformat(), *filter(None, marks)])


def of_number(number: int) -> str:
    """Return the mark of a sheet by its number: nothing for the first of a meeting."""
    return str(number) if number > 1 else ""


def day_signed(statements: Sequence[Statement]) -> dt.date:
    """Return the day of the last signature, where it was made if the sheet says where that was."""
    last = max(statements, key=lambda statement: statement.iat)
    return (local_time(last) or signed_at(last)).date()


def free(files: Mapping[str, bytes], taken: Callable[[str, bytes], bool]) -> dict[str, bytes]:
    """Return files under names that are free: those of one stem go by the same number, from 2, where one is not.

    Args:
        files: by name.
        taken: whether something else has a name already.

    """
    found: dict[str, bytes] = {}
    for together in dict.fromkeys(PurePath(name).stem for name in files):
        group = {name: data for name, data in files.items() if PurePath(name).stem == together}
        for number in count(1):
            numbered = {_numbered(name, number): data for name, data in group.items()}
            if not any(taken(name, data) for name, data in numbered.items()):
                found |= numbered
                break
    return found


def _numbered(name: str, number: int) -> str:
    path = PurePath(name)
    return name if number == 1 else f"{path.stem}-{number}{path.suffix}"


def _firm(party: SheetParty) -> str:
    return slug(party.short_name) or slug(party.name)
