"""How long a rating takes to show, against a bare Streamlit page with one button, in one run.

    python bench/rating.py [RUNS]

Both pages are open at once, each on a server of its own, and take turns (bench/lanes.py): one click there, one click
here, one key here. Taken from the input to the change of what is said: the verdict's sentence or the overlap picture,
which follow a save to disk; and, apart, the grid's own echo. The rating page is the example opened for rating openly
together: 14 aspects × 2 parties. The bare page's click runs its script, ours is answered past the script
(docs/decisions/0021). The figure to watch is the median of the ratios of the pairs; 40 pairs after 8 to warm up. Aims:
1.8 at most for verdict and picture, 16 ms at most for the echo.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import cycle
from pathlib import Path
from typing import Final

from lanes import HEAD, Cost, Lane, bare_lane, chromium, home, in_turns, lane, line, meeting_folder, settle

RUNS, WARM_UP = 40, 8
LIVE, GRID = ".beside", ".rating"
ECHO_MOST: Final = 16


def main() -> None:
    """Print milliseconds and ratios."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        work = Path(folder)
        environment = meeting_folder(work, {"rating": "{mode: open}"})
        with bare_lane(browser, work) as bare, lane(browser, environment) as rating:
            open_rating(rating)
            radios = rating.page.locator(GRID).get_by_role("radio")
            cells = cycle([radios.nth(place) for place in range(4)])
            keys = cycle("0123")
            first = radios.nth(8)

            def click(watched: str) -> Cost:
                return rating.act(next(cells), "", watched)

            def press() -> Cost:
                return rating.act(first, next(keys), LIVE)

            costs = in_turns([bare, lambda: click(LIVE), press, lambda: click(GRID)], runs, WARM_UP)
    print(HEAD)
    for name, taken in zip(
        (
            "a bare page with one button",
            "click → verdict and picture",
            "key → verdict and picture",
            "the grid's own echo",
        ),
        costs,
        strict=True,
    ):
        print(line(name, taken, costs[0]))


def open_rating(rating: Lane) -> None:
    """Go to the rating of the example, openly together."""
    rating.page.goto(f"{home(rating.page)}?canvas=bench&step=aspects&view=rate")
    rating.page.wait_for_selector(f"{LIVE} img", timeout=60_000)
    settle(rating.page)


if __name__ == "__main__":
    main()
