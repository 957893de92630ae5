"""Where the two disagree on what matters: the needs that are worth talking about first."""

from __future__ import annotations

from collections.abc import Sequence

from jtbd.figures import words
from jtbd.figures.describe import both_importances, describe_importance
from jtbd.figures.disagreement import disagreement
from jtbd.figures.dumbbell import Mark, dumbbell, folded, party_key, stop_names
from jtbd.figures.html import Html, element
from jtbd.figures.lettering import party_names
from jtbd.figures.reach import Names
from jtbd.model import PARTIES, Aspect, Canvas


def importance(canvas: Canvas) -> Html:
    """List the aspects that both rated, but not alike: the far apart first, in each group the weightiest."""
    found = disagreement(canvas)
    said = element("p", describe_importance(canvas), class_="figure-said")
    groups = [(words.FAR_APART.said(), found.far), (words.A_STEP_APART.said(), found.near)]
    names = party_names(canvas)
    blocks = [_block(heading, members, names) for heading, members in groups if members]
    key = [element("p", *party_key(names), class_="key")] if blocks else []
    return element("div", said, *key, *blocks, class_="figure needs single")


def _block(heading: str, members: Sequence[Aspect], names: Names) -> Html:
    head = element(
        "div",
        element("h4", heading),
        element("span", stop_names([said.said() for said in words.IMPORTANCES]), class_="marks", aria_hidden="true"),
        class_="need-head",
    )
    return element("section", head, folded([_row(aspect, names) for aspect in members]))


def _row(aspect: Aspect, names: Names) -> Html:
    marks = [Mark(party, aspect.of(party).importance) for party in PARTIES]
    said = words.APART.said(**both_importances(names, aspect))
    text = element("span", aspect.text, element("span", f" ({said})", class_="unseen"), class_="need-text")
    picture = element("span", dumbbell(marks, len(words.IMPORTANCES), "joint-open"), class_="marks")
    return element("li", element("div", text, picture, class_="need"))
