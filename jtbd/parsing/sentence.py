"""A promise that was said in one breath, taken apart at its joints.

"Introduce Bea when a client signs a lease, by 15 Dec, so that Bea gets warm leads; done when three were sent" says five
things. Words are taken where they say for sure what belongs into a field; all others stay in the sentence, letter for
letter, and the advice asks about them. The screen joins the fields to the same sentence again.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from jtbd.parsing.day import read
from jtbd.parsing.event import TEST, parted, read_term, sets_off
from jtbd.parsing.rhythm import read_rhythm

Fields: TypeAlias = dict[str, Any]
"""Fields of a promise by the canvas's names."""

_WORD: Final = re.compile(r"[^\W_]")
_TEST: Final = re.sub(r"\?P<\w+>", "?:", TEST)
_DONE: Final = re.compile(
    rf"(?:[\s,;.(]+done\s+(?:when|if|once))+\s+(?:(?:when|if)\s+)*(?=\S)|[\s,;.(]+done\s+(?={_TEST})", re.IGNORECASE
)
_SO_THAT: Final = re.compile(
    r"(?:[\s,;]+so that)+\s+(?=\S)|\s*[,;]\s*(?=so\s+(?:he|she|they|we|you|i|it|nobody|everybody|everyone)\s)",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(r"(?P<comma>\s*[,;(–—]\s*|\s+-\s+)|\s+")
_BY: Final = (
    r"(?:by no later than|no later than|not later than|at the latest(?: by| on)?|by the latest|(?:by|"
    r"on)(?: or before)?|"
    r"latest(?: by| on)?|due(?: on| by|:)?)"
)
_DUE: Final = re.compile(rf"(?P<by>{_BY})\s+(?P<day>[^;]+?)(?:,? at the (?:very )?latest| latest)?", re.IGNORECASE)
_BARE: Final = re.compile(r"today|tonight|(?:the day after )?tomorrow|EOM|EOY|EOQ|EOD|COB|EOB", re.IGNORECASE)
_FIRST: Final = re.compile(
    r"(?:and )?(?:the )?(?:first(?: (?:one|time))?|starting|beginning|start|begin|from|as (?:of|from)|commencing)"
    r"(?: (?:from|on|by|in|with|at|no later than))?\s+(?P<day>[^;]+?)(?: on(?:wards?)?)?",
    re.IGNORECASE,
)
_VISITS: Final = re.compile(
    r"\b(?:drop|stop|swing|pop|come|pass|stand|get|go|walk|drive)(?:s|ping|ing)?\Z", re.IGNORECASE
)
_GOES_ON: Final = re.compile(r"\s+(?:to|with|about|via|among)\s+\S", re.IGNORECASE)
_HANGS: Final = re.compile(
    r"(?:^|\s)(?:and|or|nor|not|to|than|between|either|about|around|before|after|until|till|from|since|except|for|only|in|of|"
    r"on|at|by|with|within|per|the|a|an|every|each|first|starting|beginning|start|begin|commencing|due|latest|as|when|if|twice|thrice|once|times|&)\Z",
    re.IGNORECASE,
)
"""A word that hangs on what follows it, so that nothing can be taken away behind it."""

_FARTHEST: Final = 16
"""How many words a day or a cadence has at most."""


def take_apart(text: str, today: dt.date) -> Fields:
    """Return the fields of a promise as it was said; `what` is blank where nothing was, `every` is plain data.

    Args:
        text: the sentence, without who promises.
        today: the day on which it is said.

    """
    fields: Fields = {}
    rest = " ".join(text.split()).strip(" ,;.")
    if done := _DONE.search(rest):
        rest, fields["done_when"] = rest[: done.start()], rest[done.end() :]
    if so := _SO_THAT.search(rest):
        rest, gives = rest[: so.start()], rest[so.end() :]
        fields["gives"] = _timed(gives, fields, today, apart=True)
    left = ""
    while left != rest:  # what was taken may have stood before what could be
        left, rest = rest, _taken(rest, fields, today)
    return {"what": rest.strip(" ,;") if _WORD.search(rest) else "", **fields}


def _taken(text: str, fields: Fields, today: dt.date) -> str:
    """Take what is sure out of a text, from its end, its beginning and its middle, and return what is left."""
    rest = _from_the_front(_timed(text, fields, today), fields, today)
    if "trigger" not in fields and (found := parted(rest, today)):
        rest, fields["trigger"] = found
    return _from_the_middle(rest, fields, today).strip(" ,;")


def visits(before: str) -> bool:
    """Say whether "by" goes with the verb before it: drop by, stop by."""
    return bool(_VISITS.search(before))


# ── from the end ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _timed(text: str, fields: Fields, today: dt.date, *, apart: bool = False) -> str:
    """Take days, cadences and what sets it off from the end of a text and return what is left.

    Args:
        text: the text.
        fields: where they go.
        today: the day on which it is said.
        apart: whether only what a comma parts from the rest is taken.

    """
    left = _moments(text, fields, today, apart=apart)
    if "trigger" not in fields:
        for before, tail, comma in _tails(left, len(left)):
            if comma and sets_off(tail, today):
                fields["trigger"] = ""  # no term is taken out of what sets it off
                fields["trigger"] = _moments(tail, fields, today, apart=False)
                return _moments(before, fields, today, apart=apart)
    return left


def _moments(text: str, fields: Fields, today: dt.date, *, apart: bool) -> str:
    """Take days and cadences from the end of a text, and then a term that counts from an event."""
    while found := _last_moment(text, fields, today, apart=apart):
        text, taken = found
        fields |= taken
    return text


def _last_moment(text: str, fields: Fields, today: dt.date, *, apart: bool) -> tuple[str, Fields] | None:
    tails = [tail for tail in _tails(text, _FARTHEST) if tail[2] or not apart]
    for reader in (_moment, _term):
        for before, tail, comma in tails:
            if taken := reader(before, tail, fields, today, comma=comma):
                return before, taken
    return None


def _tails(text: str, most: int) -> Iterator[tuple[str, str, bool]]:
    """Yield what stands before a word, the rest from it on, and whether a comma parts them; the longest rest first."""
    for part in [*_PARTS.finditer(text)][-most:]:
        before, tail, mark = text[: part.start()], text[part.end() :], part["comma"] or ""
        if before and tail and (mark or not _HANGS.search(before)):
            yield before, tail.removesuffix(")") if "(" in mark else tail, bool(mark)


def _moment(before: str, tail: str, fields: Fields, today: dt.date, *, comma: bool) -> Fields | None:
    if "every" not in fields and (found := _cadence(tail, fields, today)):
        return found
    if "due" not in fields and (found := _due(before, tail, today, comma=comma) or _first(before, tail, fields, today)):
        return found
    return None


def _term(_: str, tail: str, fields: Fields, today: dt.date, *, comma: bool) -> Fields | None:  # noqa: ARG001
    term = None if "trigger" in fields else read_term(tail, today)
    if term is None or any(_moment(event, end, {}, today, comma=on) for event, end, on in _tails(tail, _FARTHEST)):
        return None  # a cadence behind the event is no part of it
    return {"trigger": term.trigger, "standard" if "done_when" in fields else "done_when": term.test}


def _cadence(tail: str, fields: Fields, today: dt.date) -> Fields | None:
    """Return a cadence that is sure, with its first day; not where another first day does not fit it."""
    found = read_rhythm(tail, today)
    if found is None or found.every is None:
        return None
    every = found.every.model_dump(exclude_none=True)
    due: dt.date | None = fields.get("due")
    if found.first is None:
        return {"every": every}
    if due is None:
        return None if found.ask else {"every": every, "due": found.first}
    fits = due.weekday() == found.first.weekday() if "weeks" in every else due.day == found.first.day
    return {"every": every} if fits else None


def _due(before: str, tail: str, today: dt.date, *, comma: bool) -> Fields | None:
    """Return a day that is sure: behind "by", behind a comma, or by itself where it is an adverb."""
    found = _DUE.fullmatch(tail)
    if found and not (found["by"].lower() == "by" and not comma and visits(before)):
        return _sure(found["day"], today)
    return _sure(tail, today) if comma or _BARE.fullmatch(tail) else None


def _sure(text: str, today: dt.date) -> Fields | None:
    reading = read(text, today)
    return {"due": reading.day} if reading and reading.day else None


def _first(before: str, tail: str, fields: Fields, today: dt.date) -> Fields | None:
    """Return the first day of a cadence that stands before it, or was taken already."""
    found = _FIRST.fullmatch(tail)
    due = _sure(found["day"], today) if found else None
    if due is None:
        return None
    with_it = {**fields, **due}
    _moments(before, with_it, today, apart=False)
    return due if "every" in with_it and with_it["due"] == due["due"] else None


# ── from the front and the middle ─────────────────────────────────────────────────────────────────────────────────────


def _from_the_front(text: str, fields: Fields, today: dt.date) -> str:
    """Take what a sentence begins with: "By 15 Dec, send the list", "When a client signs, introduce Bea"."""
    head, comma, rest = text.partition(", ")
    if not comma or not rest.strip():
        return text
    head = head[:1].lower() + head[1:]
    found = _moment("", head, fields, today, comma=False) or _term("", head, fields, today, comma=False)
    if not found and "trigger" not in fields and sets_off(head, today):
        found = {"trigger": _moments(head, fields, today, apart=False)}
    if not found:
        return text
    fields |= found
    return rest


def _from_the_middle(text: str, fields: Fields, today: dt.date) -> str:
    """Take a day or a cadence that somebody stands behind: "Report monthly to Bea"."""
    for before, tail, comma in _tails(text, len(text)):
        for on in _GOES_ON.finditer(tail):
            found = _moment(before, tail[: on.start()], fields, today, comma=False)
            if found and "trigger" not in found and not comma:
                fields |= found
                return before + tail[on.start() :]
    return text
