"""How long a step takes to open, against a click on a bare Streamlit page with one button, in one run.

    python bench/steps.py [RUNS]

Both pages are open at once, each on a server of its own, and take turns (bench/lanes.py): a click there, a click on
each of the seven steps here, round and round. Taken from the click until the script has come to its end in the browser
and the step's page is there, with every figure of plotly's drawn. The meeting is the example: 14 aspects, all rated,
promises made. The figure to watch is the median of the ratios of the turns; the first round, in which Python and the
browser load what a step needs, is shown apart. Aim: 4 at most.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from lanes import HEAD, SETTLED, Cost, Lane, bare_lane, chromium, in_turns, lane, line, meeting_folder, settle

RUNS, WARM_UP = 12, 1
STEPS: Final = ("parties", "job", "aspects", "overlap", "value", "commitments", "sign")


def main() -> None:
    """Print milliseconds and ratios."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        work = Path(folder)
        environment = meeting_folder(work, {})
        with bare_lane(browser, work, SETTLED) as bare, lane(browser, environment) as meeting:
            meeting.page.goto(f"{meeting.server.url.split('?')[0]}?canvas=bench&step={STEPS[-1]}")
            meeting.page.wait_for_selector(f".st-key-page-{STEPS[-1]}", timeout=60_000)
            settle(meeting.page)
            tasks: list[Callable[[], Cost]] = [bare, *(partial(_open, meeting, step) for step in STEPS)]
            first = in_turns(tasks, 1, 0)
            costs = in_turns(tasks, runs, WARM_UP)
    print(HEAD)
    for name, taken, once in zip(("a bare page with one button", *STEPS), costs, first, strict=True):
        print(f"{line(name, taken, costs[0])}   first {once[0].clock:.0f} ms")


def _open(meeting: Lane, step: str) -> Cost:
    button = meeting.page.locator(f".st-key-step-{step} button")
    return meeting.act(button, "", f".st-key-page-{step}", SETTLED)


if __name__ == "__main__":
    main()
