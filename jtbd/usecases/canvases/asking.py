"""What to ask about the words of a canvas before somebody signs them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from jtbd.advice.advice import Advice, Rule
from jtbd.advice.linter import lint_all
from jtbd.advice.statement import job_advice, twin_advice, twins
from jtbd.errors import Fault
from jtbd.model import Canvas
from jtbd.wording.advice import advice_sentence
from jtbd.yamltext import scan
from jtbd.yamltext.document import NodePath, Place, path_text


def asked_before_freezing(canvas: Canvas, today: dt.date) -> tuple[str, ...]:
    """Return questions about days that are over or that the words leave open, each as a sentence."""
    return tuple(advice_sentence(advice, canvas) for advice in lint_all(canvas, today) if _is_of_a_day(advice))


def _is_of_a_day(advice: Advice) -> bool:
    return advice.rule is Rule.PAST or (advice.rule is Rule.WHEN and not advice.gap)


def asked_of_file(canvas: Canvas, data: bytes, file: str, today: dt.date) -> tuple[Fault, ...]:
    """Return what could be said better in a canvas's job, needs, promises and review, each with its place in the file.

    Args:
        canvas: the canvas.
        data: the file that it was read from.
        file: its name.
        today: the day on which it is read.

    Raises:
        UnreadableFile: the file is not UTF-8 text.

    """
    said = [*_of_promises(canvas, today), *_of_job(canvas)]
    if not said:
        return ()
    document = scan(data, file).document
    asks = []
    for path, advice in said:
        place = document.place(path) if document else Place(0, 0)
        asks.append(Fault(*place, path_text(path), advice_sentence(advice, canvas)))
    return tuple(sorted(asks))


def _of_promises(canvas: Canvas, today: dt.date) -> Iterator[tuple[NodePath, Advice]]:
    places = {item.id: index for index, item in enumerate(canvas.commitments)}
    for advice in lint_all(canvas, today):
        if advice.commitment or advice.field.startswith("review"):
            begun: NodePath = ("commitments", places[advice.commitment]) if advice.commitment else ()
            yield (*begun, *advice.field.split(".")), advice


def _of_job(canvas: Canvas) -> Iterator[tuple[NodePath, Advice]]:
    for advice in job_advice(canvas):
        yield ("job", advice.field), advice
    for place in twins(canvas):
        yield ("aspects", place, "text"), twin_advice(canvas.aspects[place].text)
