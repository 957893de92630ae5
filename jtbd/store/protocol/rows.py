"""What is known of a canvas without the canvas itself: its row in a list, its earlier versions, what was noted."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

EXAMPLE_PREFIX: Final = "example-"

THROWN_FOR: Final = dt.timedelta(days=30)
"""So long is kept what was thrown away."""


def is_example(canvas_id: str) -> bool:
    """Whether an id is that of a shipped example, which no store changes."""
    return canvas_id.startswith(EXAMPLE_PREFIX)


class Summary(NamedTuple):
    """One row of the list of canvases.

    Attributes:
        id: what `load` takes; the folder's name where two folders hold the same id.
        title: the canvas's title.
        party_a: the name of party a.
        party_b: the name of party b.
        want: the job in a few words.
        updated: the last save.
        archived: put away by its owner.
        example: shipped with the program.
        fault: why it cannot be opened; None where it can.
        set_aside: files of this canvas that were faulty when something had to be saved, kept beside it.
        copies: other versions of it beside it, or folders that hold one, as programs that sync make them.
        away: whether only a stand-in is here, of a file that is not downloaded yet.

    """

    id: str
    title: str | None = None
    party_a: str | None = None
    party_b: str | None = None
    want: str | None = None
    updated: dt.datetime | None = None
    archived: bool = False
    example: bool = False
    fault: str | None = None
    set_aside: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    away: bool = False


class Thrown(NamedTuple):
    """One canvas that was thrown away.

    Attributes:
        name: what `restore` takes.
        at: when that was.
        row: what it was, as in the list of canvases.
        until: from when on it is deleted; None where it is kept until somebody deletes it by hand.
        sheets: the files in it that are sheets, whether complete or not, which are never deleted.
        strange: what else is in it that this program did not make.

    """

    name: str
    at: dt.datetime
    row: Summary
    until: dt.datetime | None
    sheets: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()


class Revision(NamedTuple):
    """One earlier version of a canvas.

    Attributes:
        number: its revision.
        at: when it was saved.
        by_hand: an editor other than this program wrote it, so it may hold comments.

    """

    number: int
    at: dt.datetime
    by_hand: bool = False


class Note(NamedTuple):
    """Something that happened at the table and is no part of the canvas.

    Attributes:
        at: when.
        said: what, in as many words as it takes; the first says of which kind it is.

    """

    at: dt.datetime
    said: tuple[str, ...]
