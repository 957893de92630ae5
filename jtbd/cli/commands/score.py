"""`jtbd score`: whether the two complete each other, and why."""

from __future__ import annotations

import argparse
from typing import Final

from jtbd.cli.arguments import CANVAS, Commands, as_json_too, canvases, command
from jtbd.cli.exits import HOLDS
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import print_json

LESSON: Final = Lesson(
    "say whether the two complete each other, and why",
    """\
Says whether the two parties complete each other in the job, compete for it or
have too little in common; why; and whether doing it together is worth more
than apart. --json gives every number behind it, unrounded.

Exit 0: whatever the verdict, `unknown` too. 2: the canvas cannot be read or
has faults; it says which, with their lines.""",
    "jtbd score example-harbour-estates-northline-cabling --json | jq .verdict",
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    made = command(commands, "score", run, LESSON)
    made.add_argument("canvas", metavar="CANVAS", help=CANVAS)
    canvases(made)
    as_json_too(made)


def run(arguments: argparse.Namespace) -> int:
    """Print the overlap of a canvas."""
    from jtbd.scoring import as_json, score as score_of
    from jtbd.scoring.why import why
    from jtbd.usecases.canvases.reading import read_canvas
    from jtbd.wording import flag_sentence, headline, reason_sentence, value_sentence

    canvas = read_canvas(arguments.canvas, arguments.home).canvas
    result = score_of(canvas)
    found = why(result.overlap, canvas)
    reasons = [reason_sentence(reason, canvas) for reason in found]
    if arguments.json:
        print_json(as_json(result, found, reasons))
        return HOLDS
    print(headline(result.overlap, canvas))
    raised = (flag_sentence(flag, canvas) for flag in result.overlap.flags)
    for sentence in dict.fromkeys((*reasons, *raised)):
        print(f"- {sentence}")
    print(value_sentence(result.value, canvas))
    return HOLDS
