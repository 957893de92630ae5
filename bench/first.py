"""How long the step with the first chart takes to open the first time, against every later time, in one run.

    python bench/first.py [RUNS]

Each run has a program and a browser of its own. The step before is left alone for some seconds, as by two who read
their verdict; meanwhile the page makes ready what draws charts (jtbd/ui/scripts/early.js), and the program what makes
them. Then the step is opened, and opened again and again, until every figure is drawn. The figure to watch is the
median of the ratios of the first to the median of the others. Aim: 2 at most; it was 7 to 11 where nothing was made
ready.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from lanes import SETTLED, Cost, Lane, chromium, home, lane, meeting_folder, settle
from playwright.sync_api import Browser

RUNS, AGAIN = 3, 5
LEFT_ALONE: Final = 10_000


def main() -> None:
    """Print milliseconds and ratios."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    ratios = []
    for run in range(runs):
        first, later = _run()
        ratios.append(first.clock / later)
        print(f"run {run + 1}: first {first.clock:.0f} ms, later {later:.0f} ms, {ratios[-1]:.2f} ×")
    print(f"the first chart, first against later: {statistics.median(ratios):.2f} ×")


def _run() -> tuple[Cost, float]:
    """Return what the first opening took, and the median of the later ones on the clock."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        return _measured(browser, meeting_folder(Path(folder), {}))


def _measured(browser: Browser, environment: Mapping[str, str]) -> tuple[Cost, float]:
    with lane(browser, environment) as meeting:
        meeting.page.goto(f"{home(meeting.page)}?canvas=bench&step=overlap")
        meeting.page.wait_for_selector(".st-key-next button", timeout=60_000)  # the foot comes last
        settle(meeting.page)
        meeting.page.wait_for_timeout(LEFT_ALONE)
        first = _open(meeting, "value")
        later = []
        for _ in range(AGAIN):
            _open(meeting, "overlap")
            later.append(_open(meeting, "value").clock)
        return first, statistics.median(later)


def _open(meeting: Lane, step: str) -> Cost:
    button = meeting.page.locator(f".st-key-step-{step} button")
    return meeting.act(button, "", f".st-key-page-{step}", SETTLED)


if __name__ == "__main__":
    main()
