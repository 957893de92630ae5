"""What people wrote, told to a script of the page, translated.js, which keeps a browser from translating it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import streamlit as st

from jtbd.figures.html import element
from jtbd.model import PARTIES, Canvas
from jtbd.ui.fields.words import first_name, organisation, person, title
from jtbd.ui.frame import unsigned


def show(canvas: Canvas, *, needs: bool) -> None:
    """Draw the words where no one sees them; nothing in them says what anybody answered.

    Args:
        canvas: whose words.
        needs: whether the page shows the needs; one before the curtain is lifted has nothing of them.

    """
    asked = [aspect.text for aspect in canvas.aspects] if needs else []
    since = unsigned.since(canvas)
    gone = [promise.what for promise in since.found.promises] if since else []  # words that the sheet alone still has
    words = {"names": _listed(names(canvas)), "texts": _listed([*asked, *texts(canvas), *gone])}
    # Of a style sheet Streamlit makes no part of the page that would take up room.
    st.html(element("style", ":root { --own-words: known }", data_own=json.dumps(words, ensure_ascii=False)))


def names(canvas: Canvas) -> Iterator[str | None]:
    """Yield what people, organisations and the canvas are called on the screen."""
    yield canvas.title
    for party in PARTIES:
        known = canvas.parties.of(party)
        yield from (known.organisation, known.person, known.somebody, known.called)
        if any((known.organisation, known.person)):
            yield from (first_name(canvas, party), person(canvas, party), organisation(canvas, party))
    if any(canvas.parties.of(party).name for party in PARTIES):
        yield title(canvas)
    yield from (gap.who for gap in canvas.missing)


def texts(canvas: Canvas) -> Iterator[str | None]:
    """Yield the job, the lines and the promises."""
    job = canvas.job
    yield from (job.performer, job.when, job.want, job.so_that)
    for aspect in canvas.aspects:
        yield aspect.line.rule if aspect.line else None
    for promise in canvas.commitments:
        yield from (promise.what, promise.done_when)


def _listed(said: Iterable[str | None]) -> list[str]:
    """Return each text once, on one line; one without a letter is no words."""
    found = (" ".join((text or "").split()) for text in said)
    return [*dict.fromkeys(text for text in found if any(map(str.isalpha, text)))]
