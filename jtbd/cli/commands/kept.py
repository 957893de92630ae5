"""`jtbd kept`: what became of a promise, one entry more in the ledger of a canvas."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Final

from jtbd.cli.arguments import CANVAS, Commands, as_json_too, as_of, canvases, command, day
from jtbd.cli.exits import HOLDS
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import print_json
from jtbd.formats import choice
from jtbd.i18n import mark, say

_SAID: Final = ("done", "satisfied", "dissatisfied", "missed", "renegotiated", "agreed", "released")

LESSON: Final = Lesson(
    mark("write down what became of a promise"),
    (
        mark(
            "Appends one entry to the ledger of a canvas: what one of the two says became of an occurrence of a "
            "promise that both have signed. The one who gave it says done, or renegotiated with a new day; the one "
            "who receives it says satisfied, dissatisfied, agreed (to the new day) or released; either says missed. "
            "Entries are never changed: the receiver’s latest word counts."
        ),
        mark(
            "--for names the day that the occurrence was due; it can be left away where only one can be meant. "
            "released without --for gives the promise up as a whole."
        ),
        mark("Exit 0: it is written. 2: it cannot be said, or not saved; nothing was written."),
    ),
    "jtbd kept harbour-kestrel intro-at-signing --by b --is satisfied",
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    made = command(commands, "kept", run, LESSON)
    made.add_argument("canvas", metavar="CANVAS", help=CANVAS.said())
    made.add_argument("promise", metavar="PROMISE", help=say("the id of a promise on its sheet"))
    made.add_argument("--for", metavar="DATE", type=day, dest="day", help=say("the day on which it was due"))
    made.add_argument("--by", choices=("a", "b"), required=True, help=say("who says it: a is the owner of this laptop"))
    made.add_argument("--is", choices=_SAID, required=True, metavar="WORD", dest="status", help=_words())
    made.add_argument("--due", metavar="DATE", type=day, help=say("the new day, of renegotiated"))
    made.add_argument("--note", metavar="TEXT", help=say("in own words"))
    as_of(made)
    canvases(made)
    as_json_too(made)


def run(arguments: argparse.Namespace) -> int:
    """Write the entry, and print what became of the promise by it."""
    from jtbd.model import Status
    from jtbd.usecases.promises.due import Item
    from jtbd.usecases.promises.keeping import Word, keep, saved_id
    from jtbd.wording.ledger import state_words

    home = arguments.home()
    at = _at(arguments.on, home.now())
    status = Status(arguments.status)
    word = Word(arguments.promise, arguments.by, status, arguments.day, arguments.due, arguments.note)
    canvas_id = saved_id(home, arguments.canvas)
    found = keep(home, canvas_id, word, at)
    if arguments.json:
        item = Item(canvas_id, None, "", found).as_json() if found else None
        print_json({"on": at.date().isoformat(), "item": item})
    elif found is None:
        print(say("{promise}: written down.", promise=arguments.promise))
    else:
        place = f"{arguments.promise}, {found.day.isoformat()}" if found.day else arguments.promise
        print(f"{place}: {state_words(found)}")
    return HOLDS


def _words() -> str:
    return say("what became of it: {words}", words=choice(_SAID))


def _at(on: dt.date | None, now: dt.datetime) -> dt.datetime:
    """Return when it is said: now, or at this time of the day that was named, as the laptop's clock was set then."""
    return now if on is None else dt.datetime.combine(on, now.time()).astimezone()
