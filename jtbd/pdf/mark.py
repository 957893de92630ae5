"""A drawn signature as a picture: its strokes within their own bounds."""

from __future__ import annotations

from typing import Final

from jtbd.model.mark import strokes

INK: Final = "#2B211B"


def mark_image(mark: str) -> str:
    """Return path data that `jtbd.model.mark.Mark` accepted as an SVG picture of strokes."""
    points = [point for stroke in strokes(mark) for point in stroke]
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    right, bottom = (max(point[axis] for point in points) for axis in (0, 1))
    size = max(right - left, bottom - top, 1.0)
    pen = size / 60
    box = f"{left - pen:g} {top - pen:g} {right - left + 2 * pen:g} {bottom - top + 2 * pen:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><path d="{mark}" fill="none" stroke="{INK}" '
        f'stroke-width="{pen:g}" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
