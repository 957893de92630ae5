"""A row of an action plan, pasted where a promise is written: number, what, whose, by when, how far it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from jtbd.model.moments import date
from jtbd.parsing.counted import from_plan
from jtbd.parsing.day import read
from jtbd.parsing.rhythm import read_rhythm

_LEAST: Final = 3
_MOST: Final = 9
NUMBER: Final = re.compile(r"#?\s*\d{1,3}(?:\.\d{1,3})*[.)]?|[A-Z]{1,2}-?\d{1,3}", re.IGNORECASE)
STATE: Final = re.compile(
    r"|[-–—✓✔☐☑☒x?.]|none|n\.?/?a\.?|nil|tb[acd]|(?:not (?:yet )?|just )?(?:started|begun)|in (?:progress|work|review)|"
    r"wip|open|closed|done|to[- ]?do|pending|planned|blocked|waiting|on (?:track|hold|time)|delayed|late|completed?|"
    r"finished|ongoing|new|draft|high|medium|low|normal|urgent|p[0-4]|red|amber|yellow|green|\d{1,3}\s?%|yes|no|ok",
    re.IGNORECASE,
)
"""How far something is, or how it is rated."""

HEAD: Final = re.compile(
    r"no\.?|nr\.?|#|id|ref\.?|actions?|tasks?|items?|steps?|what|activity|activities|deliverables?|milestones?|"
    r"description|owner|who|responsible|lead|by whom|assigned(?: to)?|due(?: date)?|when|by when|date|deadline|"
    r"target(?: date)?|timing|status|state|progress|depends on|dependenc(?:y|ies)|priority|notes?|comments?|remarks?",
    re.IGNORECASE,
)
"""What stands over a column."""

_JOINT: Final = re.compile(
    r"both(?: parties| of us| sides)?|all|we|us|everyone|everybody|together|joint(?:ly)?|a ?[&+/] ?b|the parties",
    re.IGNORECASE,
)
STRANGER: Final = (
    r"(?:the )?(?:clients?|customers?|suppliers?|vendors?|landlords?|tenants?|banks?|(?:sub)?contractors?|agency|"
    r"agencies|authority|authorities|council|insurers?|lawyers?|solicitors?|notary|accountants?|buyers?|sellers?|"
    r"third party|third parties|investors?|users?|developers?|management|sponsor|board)"
)
"""A pattern of those whom plans name and who sign no promise of two."""

_STRANGER: Final = re.compile(STRANGER, re.IGNORECASE)


class Row(NamedTuple):
    """What a row says of a promise.

    Attributes:
        text: the promise as a sentence, with all that is not sure in its words; empty for the head of a table.
        owner: whose it is, as the row says it and where that is one of the two; else empty.

    """

    text: str
    owner: str = ""


def read_row(text: str, today: dt.date, is_party: Callable[[str], bool]) -> Row | None:
    """Return what a row of a table says; None where a text is none.

    Its number, its state and what it depends on are no part of a promise and left away. A day that is not sure stays in
    the words, as do "Both" and whoever else is no party, before a colon: the advice asks about them.

    Args:
        text: what was pasted, with its tabs or strokes.
        today: the day on which it is read; "T+14" counts from it.
        is_party: whether words are one of the two.

    """
    cells = _cells(text)
    if not _LEAST <= len(cells) <= _MOST:
        return None
    if sum(bool(HEAD.fullmatch(cell)) for cell in cells) >= len(cells) - 1:
        return Row("")
    said = [cell for cell in cells if not (NUMBER.fullmatch(cell) or STATE.fullmatch(cell))]
    owner = next((cell for cell in said if is_party(cell)), "")
    other = next((cell for cell in said if _JOINT.fullmatch(cell) or _STRANGER.fullmatch(cell)), "")
    day = next((cell for cell in said if _is_moment(cell, today)), "")
    rest = [cell for cell in said if cell not in {owner, other, day} and not is_party(cell)]
    if not rest:
        return None
    what, *notes = rest
    named = f"{other}: " if other and not owner else ""
    noted = f" ({'; '.join(notes)})" if notes else ""
    return Row(f"{named}{what}{noted}{_by(day, today)}", owner)


def _cells(text: str) -> list[str]:
    mark = "\t" if "\t" in text else "|"
    return [" ".join(cell.split()) for cell in text.strip().strip("|").split(mark)]


def _is_moment(cell: str, today: dt.date) -> bool:
    return bool(from_plan(cell, today) or read(_day(cell), today) or read_rhythm(cell, today))


def _day(cell: str) -> str:
    return re.sub(r"\A(?:by|until|due(?: by)?)\s+", "", cell, flags=re.IGNORECASE)


def _by(day: str, today: dt.date) -> str:
    """Return the words at the end of the sentence: a day of a plan in full, all else as it was written."""
    if not day:
        return ""
    if due := from_plan(day, today):
        return f", by {date(due)}"
    return f", {day}" if read_rhythm(day, today) else f", by {_day(day)}"
