"""`jtbd score`: whether the two complete each other, and why."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from jtbd.cli.arguments import CANVAS, Commands, as_json_too, canvases, command
from jtbd.cli.exits import HOLDS
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import for_programs, print_json
from jtbd.i18n import mark

if TYPE_CHECKING:
    from jtbd.model import Canvas
    from jtbd.scoring.reason import Reason

LESSON: Final = Lesson(
    mark("say whether the two complete each other, and why"),
    (
        mark(
            "Says whether the two parties complete each other in the job, compete for it or have too little in "
            "common; why; and whether doing it together is worth more than apart. --json gives every number behind "
            "it, unrounded."
        ),
        mark(
            "Exit 0: whatever the verdict, `unknown` too. 2: the canvas cannot be read or has faults; it says which, "
            "with their lines."
        ),
    ),
    "jtbd score example-harbour-estates-northline-cabling --json | jq .verdict",
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    made = command(commands, "score", run, LESSON)
    made.add_argument("canvas", metavar="CANVAS", help=CANVAS.said())
    canvases(made)
    as_json_too(made)


def run(arguments: argparse.Namespace) -> int:
    """Print the overlap of a canvas."""
    from jtbd.scoring import as_json, score as score_of
    from jtbd.scoring.why import why
    from jtbd.usecases.canvases.reading import read_canvas
    from jtbd.wording import flag_sentence, headline, value_sentence

    canvas = read_canvas(arguments.canvas, arguments.home).canvas
    result = score_of(canvas)
    found = why(result.overlap, canvas)
    reasons = partial(_said, found, canvas)
    if arguments.json:
        print_json(as_json(result, found, for_programs(reasons)))
        return HOLDS
    print(headline(result.overlap, canvas))
    raised = (flag_sentence(flag, canvas) for flag in result.overlap.flags)
    for sentence in dict.fromkeys((*reasons(), *raised)):
        print(f"- {sentence}")
    print(value_sentence(result.value, canvas))
    return HOLDS


def _said(reasons: Sequence[Reason], canvas: Canvas) -> list[str]:
    from jtbd.wording import reason_sentence

    return [reason_sentence(reason, canvas) for reason in reasons]
