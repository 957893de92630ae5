"""The curtain between what each of the two says and what both may see."""

from __future__ import annotations

from jtbd.model.canvas import Canvas


def rated(canvas: Canvas) -> bool:
    """Say whether both have said their part, so that the overlap may be shown."""
    return canvas.rating.mode == "open" or (canvas.rating.ready.a and canvas.rating.ready.b)
