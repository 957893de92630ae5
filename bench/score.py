"""How long `jtbd score` takes on a canvas of 12 aspects, beside `python -c 'import pydantic, yaml'`: seconds and ratio.

    python bench/score.py [RUNS]

The two take turns, so that whatever else the machine does troubles both alike; figures are medians. Python may keep
the bytecode of what it imports, as it does on a user's machine; a first run of each, which makes it, is not counted.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Final

CANVAS: Final = Path(__file__).parents[1] / "canvases" / "example-lantern-studio-copper-fox" / "canvas.yaml"
PLAIN: Final = (sys.executable, "-c", "import pydantic, yaml")
SCORE: Final = (sys.executable, "-m", "jtbd", "score", str(CANVAS))
RUNS: Final = 21
MOST: Final = 3.0


def main() -> None:
    """Print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    plain, score = medians(runs)
    print(f"import pydantic, yaml  {plain:.3f} s")
    print(f"jtbd score             {score:.3f} s")
    print(f"ratio                  {score / plain:.2f} (at most {MOST})")


def medians(runs: int) -> tuple[float, float]:
    """Return the median seconds of the plain imports and of `jtbd score`."""
    seconds(PLAIN)
    seconds(SCORE)
    times = [(seconds(PLAIN), seconds(SCORE)) for _ in range(runs)]
    return statistics.median(plain for plain, _ in times), statistics.median(score for _, score in times)


def seconds(command: tuple[str, ...]) -> float:
    """Return how long a command takes."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
    return perf_counter() - start


if __name__ == "__main__":
    main()
