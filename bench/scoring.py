"""How long scoring takes, flips included: milliseconds, and each as a ratio to a plain computation in the same run.

    python bench/scoring.py

The plain computation is the sum of 100,000 numbers in a loop, so that ratios can be compared between machines. Every
figure is the median of many runs in one process; the canvas is made and validated before the clock starts.
"""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Callable
from time import perf_counter
from typing import Final

from jtbd.model import CANVAS_FORMAT, Canvas, Stance
from jtbd.scoring import as_json, overlap, score, value_test
from jtbd.scoring.why import why
from jtbd.wording import reasons

SIZES: Final = (8, 12, 20, 50, 200)
RUNS: Final = 60


HEADINGS: Final = ("aspects", "moves", "score ms", "× loop", "overlap ms", "value ms", "json ms")


def main() -> None:
    """Print the figures."""
    loop = median(lambda: plain_loop(100_000))
    print(f"plain loop of 100,000 additions: {1000 * loop:.2f} ms\n")
    print(*(f"{heading:>10}" for heading in HEADINGS))
    for size in SIZES:
        print(*(f"{figure:>10}" for figure in figures(made(size), loop)))


def figures(canvas: Canvas, loop: float) -> tuple[str, ...]:
    """Return one line of the table."""
    whole = score(canvas)
    scoring = median(lambda: score(canvas))
    others = (
        median(lambda: overlap(canvas)),
        median(lambda: value_test(canvas)),
        median(lambda: as_json(whole, why(whole.overlap, canvas), reasons(whole.overlap, canvas))),
    )
    return (
        str(len(canvas.aspects)),
        str(moves(canvas)),
        f"{1000 * scoring:.2f}",
        f"{scoring / loop:.2f}",
        *(f"{1000 * time:.2f}" for time in others),
    )


def plain_loop(count: int) -> int:
    """Return the sum of the first numbers, one by one."""
    total = 0
    for number in range(count):
        total += number
    return total


def median(task: Callable[[], object]) -> float:
    """Return the median time of a task in seconds."""
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        task()
        times.append(perf_counter() - start)
    return statistics.median(times)


def made(size: int) -> Canvas:
    """Return a canvas of so many aspects, all answered, a third with a line, over all dimensions."""
    stances, dimensions = itertools.cycle(Stance), itertools.cycle(("functional", "functional", "emotional", "social"))
    return Canvas.model_validate(
        {
            "format": CANVAS_FORMAT,
            "id": f"bench-{size}",
            "aspects": [
                {
                    "id": f"need-{number}",
                    "dimension": next(dimensions),
                    "text": f"Meet need number {number}",
                    "a": {"importance": 3 - number % 3, "stance": next(stances)},
                    "b": {"importance": number * 5 % 4, "stance": list(Stance)[number * 7 // 3 % 4]},
                    **({"line": {"lead": "b"}} if number % 3 == 0 else {}),
                }
                for number in range(size)
            ],
            "complement_test": {"a": "same", "b": "more"},
            "value": {
                "currency": "EUR",
                "a": {"alone": "40000", "together": "70000", "notice": "10000"},
                "b": {"alone": "25000", "together": "45000", "notice": "8000"},
            },
        }
    )


def moves(canvas: Canvas) -> int:
    """Return how many small moves scoring tries: one or two for every answer."""
    at_the_end = {0, 3, Stance.LEAVE, Stance.CORE}
    answers = [
        answer
        for aspect in canvas.aspects
        for side in (aspect.a, aspect.b)
        for answer in (side.importance, side.stance)
    ]
    return sum(1 if answer in at_the_end else 2 for answer in answers) + 3


if __name__ == "__main__":
    main()
