"""The job by dimension: what only a solves, what both solve, what only b solves, and what is left open."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jtbd.figures import words
from jtbd.figures.describe import describe_job_bar
from jtbd.figures.html import Html, element, places
from jtbd.figures.lettering import columns, party_names, percent
from jtbd.figures.reach import ORDER, Names, Stretch, part_label, reach, reach_label, stretches
from jtbd.model import Canvas, Dimension, PartyId
from jtbd.scoring.result import Overlap, Split


def job_bar(canvas: Canvas, overlap: Overlap) -> Html:
    """Draw one stacked bar for each dimension, a bracket above it for the reach of a and one below for that of b.

    The functional part is followed by a thin bar of what becomes of it after the line, where that changes anything.
    """
    said = describe_job_bar(canvas, overlap)
    if not any(split.total for split in overlap.split.values()):
        return element("p", said, class_="figure-note")
    names = party_names(canvas)
    key = element(
        "p", *(element("span", part_label(names, part), class_=f"part-{_class(part)}") for part in ORDER), class_="key"
    )
    rows = [_row(dimension, overlap, names) for dimension in Dimension]
    picture = element("div", *rows, class_="bars", role="img", aria_label=said)
    return element("div", key, picture, class_="figure")


def _row(dimension: Dimension, overlap: Overlap, names: Names) -> Html:
    split = overlap.split[dimension]
    title = element("h4", words.DIMENSIONS[dimension].said())
    if not split.total:
        return element("div", title, element("p", words.NO_WEIGHT.said(), class_="figure-note"), class_="bar-row")
    laid = element(
        "div",
        _reach(split, "a", names),
        element("div", *map(_stretch, stretches(split)), class_="bar"),
        _reach(split, "b", names),
        *_after(overlap, dimension),
    )
    return element("div", title, laid, class_="bar-row")


def _stretch(stretch: Stretch) -> Html:
    """Return a part with its number; the style sheet leaves out what has no room for it."""
    number = element("b", percent(stretch.share))
    return element("span", number, class_=f"stretch part-{_class(stretch.part)}", style=places(w=stretch.share))


def _reach(split: Split, party: PartyId, names: Names) -> Html:
    """Draw a bracket along the reach of a party, and label it; the style sheet keeps the label off the edge."""
    label, found = reach_label(names, split, party), reach(split, party)
    bracket = [element("i", style=places(x=found[0], w=found[1] - found[0]))] if found else []
    at = f"{places(x=found[0] if found else 0)};--columns:{columns(label)}"
    return element("div", *bracket, element("span", label, style=at), class_=f"reach reach-{party}")


def _after(overlap: Overlap, dimension: Dimension) -> Iterator[Html]:
    """Yield the split after the line of the dimension that decides, nothing where it is the same or there is none."""
    if dimension is not Dimension.FUNCTIONAL or overlap.after_line is None:
        return
    after = overlap.after_line.split[dimension]
    if after != overlap.split[dimension]:
        contested = percent(Fraction(after.contested, after.total))
        yield element("p", words.AFTER_LINE_PART.said(contested=contested), class_="figure-note")
        yield element("div", *map(_stretch, stretches(after)), class_="bar bar-after")


def _class(part: str) -> str:
    return part.replace("_", "-")
