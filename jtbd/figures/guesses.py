"""What each thought the other would say, against what the other said."""

from __future__ import annotations

from typing import Final

from jtbd.figures import words
from jtbd.figures.dumbbell import Mark, dumbbell, folded, stop_names
from jtbd.figures.html import Html, element
from jtbd.figures.lettering import party_names
from jtbd.figures.needs import stance_place
from jtbd.i18n import number
from jtbd.model import Canvas, PartyId, Stance, other
from jtbd.scoring.predictions import Miss, Predictions

_MOST: Final = 6


def guesses(canvas: Canvas, found: Predictions) -> Html:
    """List what one party guessed wrong, the farthest first: a hollow mark is the guess, a full one the answer."""
    names = party_names(canvas)
    texts = {aspect.id: aspect.text for aspect in canvas.aspects}
    about = other(found.by)
    title = words.GUESSES.said(
        by=names[found.by], other=names[about], right=number(found.made - len(found.misses)), made=number(found.made)
    )
    stops = stop_names([words.STANCES[stance].said() for stance in Stance])
    head = element(
        "div", element("h4", title), element("span", stops, class_="marks", aria_hidden="true"), class_="need-head"
    )
    rows = [_row(texts[miss.aspect], miss, about) for miss in found.misses]
    return element("div", element("section", head, folded(rows, most=_MOST)), class_="figure needs single")


def _row(text: str, miss: Miss, about: PartyId) -> Html:
    marks = [Mark(about, stance_place(miss.predicted), guess=True), Mark(about, stance_place(miss.said))]
    said = words.GUESSED.said(
        guess=words.SAID_STANCES[miss.predicted].said(), said=words.SAID_STANCES[miss.said].said()
    )
    shown = element("span", text, element("span", f" ({said})", class_="unseen"), class_="need-text")
    picture = element("span", dumbbell(marks, len(Stance), "joint-open"), class_="marks")
    return element("li", element("div", shown, picture, class_="need"))
