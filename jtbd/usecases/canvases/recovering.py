"""Ways back to a canvas whose file cannot be read: its earlier versions, and the two that a merge left in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Final, NamedTuple

from jtbd.errors import JtbdError
from jtbd.formats import choice
from jtbd.i18n import WITHIN, mark_in, say, say_in
from jtbd.model import Canvas
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.protocol import Summary
from jtbd.usecases.home import Home

MOST_OFFERED: Final = 3
_HIGHEST: Final = 10**9 - 1  # from here on a person wrote the number: counting goes on below it
_OPENS, _BASE, _PARTS, _CLOSES = b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"
_FIRST: Final = mark_in(WITHIN, "the first of the two versions")
_SECOND: Final = mark_in(WITHIN, "the second of the two versions")


class Way(NamedTuple):
    """One version that can take the place of what cannot be read: what it is called, it, and by what it is known."""

    name: str
    canvas: Canvas
    key: str


def ways_back(home: Home, row: Summary) -> tuple[Way, ...]:
    """Return the versions that can be offered for a row that cannot be opened, the nearest first."""
    if not row.fault or row.away or row.example:
        return ()
    ways: list[Way] = []
    with suppress(JtbdError):  # of what is not there, or cannot even be looked at, nothing can be put in the place
        data = home.store.raw(row.id)
        ways += _of_merge(row.id, data)
        for revision in home.store.revisions(row.id)[:MOST_OFFERED]:
            with suppress(JtbdError):  # a damaged one is passed over
                at = f"{revision.at.astimezone():%Y-%m-%d, %H:%M:%S}"
                if all(way.key != at for way in ways):  # of one second the latest
                    name = say_in(WITHIN, "the version of {time}", time=at)
                    ways.append(Way(name, home.store.load_revision(row.id, revision.number), at))
    return tuple(ways)


def go_back(home: Home, row: Summary, key: str) -> Canvas:
    """Put a version in the place of a file that cannot be read, which is set aside; one that can be read stays.

    Raises:
        JtbdError: it could not be saved.

    """
    with suppress(JtbdError):
        return home.store.load(row.id)
    way = next((way for way in ways_back(home, row) if way.key == key), None)
    if way is None:
        return home.store.load(row.id)
    kept = [each.number for each in home.store.revisions(row.id) if each.number <= _HIGHEST]
    seen = max(kept, default=-1) + 1
    return home.store.save(way.canvas.revise(id=row.id, revision=seen), seen)


def offers(home: Home, row: Summary) -> Iterator[str]:
    """Yield what the app has to offer for a row that cannot be opened, as a sentence."""
    if ways := ways_back(home, row):
        names = [way.name for way in ways]
        yield say("The app offers to go on with {versions}.", versions=choice(names))


def _of_merge(canvas_id: str, data: bytes) -> Iterator[Way]:
    """Yield the two versions between the marks of a merge, as far as they can be read."""
    if not any(line.startswith(_OPENS) for line in data.splitlines()):
        return
    for key, name, kept in (("first", _FIRST, _PARTS), ("second", _SECOND, _CLOSES)):
        with suppress(JtbdError):
            yield Way(name.said(), canvas_from_bytes(_side(data, kept), canvas_id), key)


def _side(data: bytes, kept: bytes) -> bytes:
    """Return a merged file with one side of each place that differs: the one that the mark `kept` ends."""
    lines: list[bytes] = []
    parts: dict[bytes, list[bytes]] = {}
    now = b""
    for line in data.splitlines(keepends=True):
        mark = line[: len(_OPENS)]
        if mark == _OPENS:
            now, parts = _PARTS, {_PARTS: [], _BASE: [], _CLOSES: []}
        elif now and mark == _BASE:
            now = _BASE  # what both began from, which is neither
        elif now and mark == _PARTS:
            now = _CLOSES
        elif now and mark == _CLOSES:
            lines += parts[kept]
            now = b""
        else:
            (parts[now] if now else lines).append(line)
    return b"".join(lines)
