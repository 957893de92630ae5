"""`jtbd due`: what is due, over all canvases."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from jtbd.cli.arguments import Commands, as_json_too, as_of, canvases, command, today_of
from jtbd.cli.exits import HOLDS, UNREADABLE
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import print_json, trouble
from jtbd.errors import shown
from jtbd.i18n import mark, say

if TYPE_CHECKING:
    from jtbd.usecases.promises.due import Item

LESSON: Final = Lesson(
    mark("say which promises are due, overdue or wait for a word"),
    (
        mark(
            "Prints a line for each occurrence of a signed promise that is due on the day, overdue, or done and not "
            "confirmed, in both directions: its day, what became of it, who promised it to whom, and its words. Only "
            "what both have signed counts."
        ),
        mark(
            "--party me tells what you promised, --party with the id or the name of somebody what is between you two."
        ),
        mark("Exit 0: whatever is due. 2: a canvas cannot be read; the others are told all the same."),
    ),
    "jtbd due --json | jq -r '.items[] | [.for, .what] | @tsv'",
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    made = command(commands, "due", run, LESSON)
    made.add_argument("--party", metavar="PARTY", help=say("only what this party has a part in: an id, a name, or me"))
    made.add_argument("--all", action="store_true", help=say("also what is ahead and what is settled"))
    as_of(made)
    canvases(made)
    as_json_too(made)


def run(arguments: argparse.Namespace) -> int:
    """Print what is due."""
    from jtbd.usecases.promises.due import due
    from jtbd.usecases.promises.library import records

    home = arguments.home()
    today = today_of(arguments, home.now)
    known = records(home)
    party = known.asked(arguments.party) if arguments.party is not None else None
    items = due(known, today, party, everything=arguments.all)
    if arguments.json:
        print_json({"on": today.isoformat(), "items": [item.as_json() for item in items]})
    else:
        for item in items:
            print(_line(item))
        if not items:
            print(say("Nothing is due."))
    for error in known.troubles:
        trouble(error)
    return UNREADABLE if known.troubles else HOLDS


def _line(item: Item) -> str:
    from jtbd.wording.ledger import state_words

    day = item.found.day.isoformat() if item.found.day else "-" * len("2026-11-22")
    name, what, state = shown(item.name or item.canvas), shown(item.found.promise.what), state_words(item.found)
    said = (
        say("I promised {name}: {what}", name=name, what=what)
        if item.found.by == "a"
        else say("{name} promised me: {what}", name=name, what=what)
    )
    return f"{day}  {state}  {said}  ({shown(item.canvas)} {shown(item.found.promise.id)})"
