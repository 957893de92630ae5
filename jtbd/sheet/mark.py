"""A drawn signature as a picture: its strokes within their own bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jtbd.model.mark import ARITY, segments

INK: Final = "#2B211B"

Point = tuple[float, float]


def mark_image(mark: str) -> str:
    """Return path data that `jtbd.model.mark.Mark` accepted as an SVG picture of strokes."""
    points = list(_points(mark))
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    right, bottom = (max(point[axis] for point in points) for axis in (0, 1))
    size = max(right - left, bottom - top, 1.0)
    pen = size / 60
    box = f"{left - pen:g} {top - pen:g} {right - left + 2 * pen:g} {bottom - top + 2 * pen:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><path d="{mark}" fill="none" stroke="{INK}" '
        f'stroke-width="{pen:g}" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )


def _points(mark: str) -> Iterator[Point]:
    """Yield every point and control point, which the strokes cannot leave the hull of."""
    x = y = start_x = start_y = 0.0
    for command, numbers in segments(mark):
        kind, relative = command.upper(), command.islower()
        if kind == "Z":
            x, y = start_x, start_y
        arity = ARITY[kind]
        for place in range(0, len(numbers), arity or 1):
            group = numbers[place : place + arity]
            base_x, base_y = (x, y) if relative else (0.0, 0.0)
            if kind == "H":
                x = base_x + group[0]
            elif kind == "V":
                y = base_y + group[0]
            else:
                pairs = [(base_x + group[at], base_y + group[at + 1]) for at in range(0, arity, 2)]
                yield from pairs[:-1]
                x, y = pairs[-1]
            if kind == "M" and place == 0:
                start_x, start_y = x, y
            yield x, y
