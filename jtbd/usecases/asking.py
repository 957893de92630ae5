"""What to ask about the promises of a canvas before somebody signs them."""

from __future__ import annotations

import datetime as dt

from jtbd.errors import Fault
from jtbd.model import Canvas
from jtbd.scoring.advice import Advice, Rule
from jtbd.scoring.linter import lint_all
from jtbd.yamltext import scan
from jtbd.yamltext.document import Path, Place, path_text


def asked_before_freezing(canvas: Canvas, today: dt.date) -> tuple[str, ...]:
    """Return questions about days that are over or that the words leave open, each as a sentence."""
    return tuple(advice.sentence for advice in lint_all(canvas, today) if _is_of_a_day(advice))


def _is_of_a_day(advice: Advice) -> bool:
    return advice.rule is Rule.PAST or (advice.rule is Rule.WHEN and not advice.gap)


def asked_of_file(canvas: Canvas, data: bytes, file: str, today: dt.date) -> tuple[Fault, ...]:
    """Return what could be said better in a canvas's promises and its review, each with its place in the file.

    Args:
        canvas: the canvas.
        data: the file that it was read from.
        file: its name.
        today: the day on which it is read.

    Raises:
        UnreadableFile: the file is not UTF-8 text.

    """
    places = {item.id: index for index, item in enumerate(canvas.commitments)}
    said = [advice for advice in lint_all(canvas, today) if advice.commitment or advice.field.startswith("review")]
    if not said:
        return ()
    document = scan(data, file).document
    asks = []
    for advice in said:
        begun: Path = ("commitments", places[advice.commitment]) if advice.commitment else ()
        path = (*begun, *advice.field.split("."))
        place = document.place(path) if document else Place(0, 0)
        asks.append(Fault(*place, path_text(path), advice.sentence))
    return tuple(sorted(asks))
