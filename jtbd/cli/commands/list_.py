"""`jtbd list`: the saved canvases."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from jtbd.cli.arguments import Commands, as_json_too, canvases, command
from jtbd.cli.exits import HOLDS, UNREADABLE
from jtbd.cli.lesson import Lesson
from jtbd.cli.terminal import for_programs, print_json
from jtbd.errors import shown
from jtbd.i18n import mark, say

if TYPE_CHECKING:
    from jtbd.usecases.canvases.library import Summary
    from jtbd.usecases.home import Home


_SAYS_NOTHING: Final = re.compile(r"canvas-[a-z0-9]{8}(?:-[0-9]+|-[a-z2-7]{4})?")
"""An id that was drawn by lot, since nothing of the names could stand in one."""

LESSON: Final = Lesson(
    mark("list the saved canvases"),
    (
        mark(
            "Prints a line for each canvas: when it was last saved, its id, the job. Your own come first, the latest "
            "on top, then the examples."
        ),
        mark("Exit 2: one of them cannot be opened; the others are listed all the same."),
    ),
    "jtbd list --json | jq -r '.canvases[].id'",
)


def add(commands: Commands) -> None:
    """Add the command with its arguments."""
    made = command(commands, "list", run, LESSON)
    canvases(made)
    as_json_too(made)


def run(arguments: argparse.Namespace) -> int:
    """Print a row for each saved canvas."""
    home = arguments.home()
    if arguments.json:
        rows = for_programs(home.store.summaries)
        print_json({"canvases": [_as_json(row) for row in rows]})
    else:
        rows = home.store.summaries()
        _print_rows(home, rows)
    return UNREADABLE if any(row.fault for row in rows) else HOLDS


def _as_json(row: Summary) -> dict[str, object]:
    """Return a row as plain data; what somebody has to see to stands in it only where there is something."""
    said = {**row._asdict(), "updated": row.updated.isoformat() if row.updated else None}
    return {name: value for name, value in said.items() if value or name not in {"copies", "away"}}


def _print_rows(home: Home, rows: Sequence[Summary]) -> None:
    from jtbd.usecases.canvases.library import oddities
    from jtbd.usecases.canvases.recovering import offers

    for row in rows:
        day = row.updated.date().isoformat() if row.updated else "-" * len("2026-11-22")
        names = " × ".join(name for name in (row.party_a, row.party_b) if name)
        who = f"  {names}" if names and _SAYS_NOTHING.fullmatch(row.id) else ""
        what = say("cannot be opened") if row.fault else row.want or say("no job yet")
        print(f"{day}  {shown(row.id)}{who}  {what}")
        if row.fault:
            print(f"jtbd: {row.fault}", file=sys.stderr)
        for name in row.set_aside:
            file = f"{shown(row.id)}/{shown(name)}"
            print(f"{' ' * len(day)}  {say('{file} is set aside', file=file)}")
        for sentence in (*oddities(row), *offers(home, row)):
            print(f"{' ' * len(day)}  {shown(sentence)}")
    if not rows:
        print(say("There are no saved canvases yet: `jtbd` opens the app."))
