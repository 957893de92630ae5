"""`jtbd schema`: the JSON Schema of a format."""

from __future__ import annotations

import argparse
from typing import Final

from jtbd.cli.arguments import Commands, command
from jtbd.cli.exits import HOLDS
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import print_json
from jtbd.i18n import mark, say

LESSON: Final = Lesson(
    mark("print the JSON Schema of a format"),
    (
        mark(
            "Prints the JSON Schema (draft 2020-12) of a canvas, a commitment sheet or a job template, for editors "
            "and other programs."
        ),
    ),
    "jtbd schema canvas > canvas-1.schema.json",
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    made = command(commands, "schema", run, LESSON)
    made.add_argument("format", choices=("canvas", "sheet", "template"), help=say("which format"))


def run(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of a format."""
    from jtbd.model.schema import canvas_schema, sheet_schema
    from jtbd.usecases.canvases.templates import template_schema

    schemas = {"canvas": canvas_schema, "sheet": sheet_schema, "template": template_schema}
    print_json(schemas[arguments.format]())
    return HOLDS
