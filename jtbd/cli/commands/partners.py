"""`jtbd partners`: who is reliable, and how each relationship stands."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jtbd.cli.arguments import Commands, as_json_too, as_of, canvases, command, today_of
from jtbd.cli.exits import HOLDS, UNREADABLE
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import print_json, trouble
from jtbd.errors import shown
from jtbd.i18n import mark, say

if TYPE_CHECKING:
    from jtbd.usecases.promises.partners import Partner

LESSON: Final = Lesson(
    mark("say who is reliable, and how each relationship stands"),
    (
        mark(
            "Prints for each party that you share a canvas with how you stand and why, with the next thing to do; how "
            "many of your promises to it were kept and how many of its promises to you; and when you last had a word."
        ),
        mark(
            "Of fewer than three settled promises it gives no number. --json gives every number behind it, unrounded."
        ),
        mark("Exit 0: whatever it says. 2: a canvas cannot be read; the others are told all the same."),
    ),
    "jtbd partners --json | jq '.partners[] | [.party, .health]'",
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    made = command(commands, "partners", run, LESSON)
    made.add_argument("party", metavar="PARTY", nargs="?", help=say("only this one: its id or its name"))
    as_of(made)
    canvases(made)
    as_json_too(made)


def run(arguments: argparse.Namespace) -> int:
    """Print how each relationship stands."""
    from jtbd.usecases.promises.library import records
    from jtbd.usecases.promises.partners import partners

    home = arguments.home()
    today = today_of(arguments, home.now)
    known = records(home)
    party = known.asked(arguments.party) if arguments.party is not None else None
    found = partners(known, today, party)
    if arguments.json:
        print_json({"on": today.isoformat(), "partners": [each.as_json() for each in found]})
    else:
        print("\n\n".join("\n".join(_lines(each)) for each in found) or say("There are no saved canvases yet."))
    for error in known.troubles:
        trouble(error)
    return UNREADABLE if known.troubles else HOLDS


def _lines(partner: Partner) -> Iterator[str]:
    from jtbd.formats import day
    from jtbd.model import PARTIES
    from jtbd.wording.ledger import COLOURS, next_step, reason_of, reliability_sentence

    name = shown(partner.name)
    yield f"{name}  ({shown(partner.id)})  {COLOURS[partner.health.colour].said()}"
    yield f"  {reason_of(partner.health, name)} {next_step(partner.health, name)}"
    for side in PARTIES:
        yield f"  {reliability_sentence(partner.reliability[side], side)}"
    if partner.contact:
        yield f"  {say('Last word: {day}', day=day(partner.contact))}"
