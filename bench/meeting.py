"""How many keystrokes and clicks a complete meeting of 12 aspects takes, and how long they take by the book.

    python bench/meeting.py

Holds the whole meeting in the real app, as tests/walks/test_meeting.py does: parties, a job from a template with two
of its needs dropped, both rate 12, the reveal, the value, a promise each, both sign. The page itself counts what
reaches it: a press of the mouse is an operation, and so is a key that moves, chooses or rates. What is typed into a
field is prose, counted apart in characters. A field that is gone to without Tab counts as a click, though the walk
itself needs none.

The time is that of the keystroke-level model (Card, Moran & Newell 1980) for a practised user: K 0.2 s a key, P 1.1 s
to point and 0.1 s to press, H 0.4 s whenever the hand changes between mouse and keys, M 1.35 s to think before each
click, each answer of the rating and each field; Tab and Enter behind what was typed belong to it. Typing prose takes K
a character and is given apart; waiting for the program is not in it. Aims: 200 operations, 6 minutes of operating.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, Literal, NamedTuple, cast

from lanes import BYTECODE, VIEWPORT, chromium, running_app

from tests.support.walk import Meeting, hold

NEEDS: Final = 12
MOST_OPERATIONS, MOST_MINUTES = 200, 6
K, P, B, H, M = 0.2, 1.1, 0.1, 0.4, 1.35
"""Seconds of the keystroke-level model."""

Kind = Literal["click", "key", "answer", "prose"]
_COUNTING: Final = (Path(__file__).parent / "counting.js").read_text(encoding="utf-8")


class Act(NamedTuple):
    """One thing that a person does: what it is, and of prose how many characters."""

    kind: Kind
    size: int = 1


def main() -> None:
    """Print the figures."""
    acts: list[Act] = []
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        env = {**BYTECODE, "JTBD_CANVASES": f"{folder}/canvases", "JTBD_CONFIG": f"{folder}/config"}
        with running_app(env=env) as server:
            page = browser.new_page(viewport=VIEWPORT)
            page.expose_function("counted", lambda kind, size: acts.append(Act(cast("Kind", kind), int(size))))
            page.add_init_script(_COUNTING)
            page.goto(server.url)
            hold(Meeting(page), NEEDS)
    counts = Counter(act.kind for act in acts if act.kind != "prose")
    characters = sum(act.size for act in acts if act.kind == "prose")
    print(f"clicks           {counts['click']:5}")
    print(f"keys             {counts['key'] + counts['answer']:5}   of them {counts['answer']} answers of the rating")
    print(f"operations       {counts.total():5}   at most {MOST_OPERATIONS}")
    print(f"operating        {operating(acts) / 60:5.1f} min   at most {MOST_MINUTES}")
    print(f"prose            {characters:5} characters, {characters * K / 60:.1f} min")


def operating(acts: Sequence[Act]) -> float:
    """Return the seconds that the acts take without the typing of prose."""
    seconds = {"click": M + P + B, "key": K, "answer": M + K, "prose": 0.0}
    hands = ["mouse" if act.kind == "click" else "keys" for act in acts]
    changes = sum(one != other for one, other in pairwise(hands))
    return sum(seconds[act.kind] for act in acts) + H * changes


if __name__ == "__main__":
    main()
