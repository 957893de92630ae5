"""Canvases to draw, and ways to look at what was drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple
from xml.etree import ElementTree as ET

import plotly.graph_objects as go

from jtbd.figures.chains import chains
from jtbd.figures.guesses import guesses
from jtbd.figures.html import Html, join
from jtbd.figures.importance import importance
from jtbd.figures.job_bar import job_bar
from jtbd.figures.needs import needs
from jtbd.figures.palette import LIGHT, Palette
from jtbd.figures.turns import turns
from jtbd.figures.value_bars import value_bars
from jtbd.figures.verdict_strip import verdict_strip
from jtbd.model import Canvas
from jtbd.scoring import overlap, value_test
from jtbd.scoring.predictions import predictions
from tests.support.builders import canvas, large_canvas, parties, party
from tests.support.scoring_samples import sample

MARKUP: Final = (
    "<b>bold</b>",
    '<a href="https://harbour.example">link</a>',
    "%{x} and %{customdata[0]}",
    r"$\alpha$ or $5",
    "&lt;i&gt; & co.",
)
"""Texts that plotly would read as something else than text."""

VALUE: Final = {
    "currency": "EUR",
    "a": {"alone": "40000", "together": "70000", "notice": "10000"},
    "b": {"alone": "25000", "together": "22000", "notice": "8000"},
}

FIGURES: Final[Mapping[str, Callable[[Canvas, Palette], go.Figure]]] = {
    "value_bars": lambda document, palette: value_bars(document, value_test(document), palette),
}
"""Those that are drawn by plotly."""

PRINTED: Final[Mapping[str, Callable[[Canvas], Html]]] = {
    "verdict_strip": lambda document: verdict_strip(document, overlap(document)),
    "job_bar": lambda document: job_bar(document, overlap(document)),
    "needs": lambda document: needs(document, overlap(document)),
    "importance": importance,
    "turns": lambda document: turns(document, overlap(document)),
    "chains": chains,
    "guesses": lambda document: join(*(guesses(document, found) for found in predictions(document))),
}
"""Those that are set in HTML."""


def moving(**changes: Any) -> Canvas:
    """Return two that complete each other, with a line drawn, a heading, blanks and money."""
    needs = ("3c 1l", "2d 3c >b", "3c 2l", "2l 3c", "3w 3c", "2l 2l", "e 3d 3d", "e 2- 2d", "s 2d 2l")
    return sample(*needs, **{"test": "same more", "parties": parties(), "value": VALUE, **changes})


def rivals(**changes: Any) -> Canvas:
    """Return two that compete, with a line that does not change it."""
    needs = ("3c 3c", "3c 3d >a", "3c 3c", "3d 3c", "e 3c 3c")
    return sample(*needs, **{"test": "less -", "parties": parties(), **changes})


def strangers() -> Canvas:
    """Return two with nothing in common, at the very corner of the map."""
    return sample("3c 0l", "3d 0l", "0l 3c", "0l 2c", "e 2d 0l", parties=parties())


def named(a: str, b: str, text: str = "Meet the need", document: Canvas | None = None) -> Canvas:
    """Return a canvas with these organisations and this text in every aspect."""
    document = document or moving()
    return document.revise(
        parties={"a": party("a", organisation=a), "b": party("b", organisation=b)},
        aspects=[aspect.revise(text=text) for aspect in document.aspects],
    )


def every_kind() -> dict[str, Canvas]:
    """Return canvases that between them show all that figures have to cope with."""
    long = "The Honourable Company of Master Removers, Packers and Forwarding Agents of the Northern Counties"
    return {
        "complementary": moving(),
        "competitive": rivals(),
        "little in common": strangers(),
        "unknown": sample("3c --", "2d 3-", "-l 3c", "e -- 2d"),
        "nothing rated": sample("-- --", "-- --", parties=parties()),
        "nothing solved": sample("3w 2l", "3w 2l", "3w 2l", test="less less"),
        "both want more": moving(test="more more"),
        "chosen together": moving(choice="together apart"),
        "chosen instead": rivals(choice="instead instead"),
        "seen differently": moving(choice="instead together"),
        "empty": canvas(),
        "long names": named(long, "Donaudampfschifffahrtsgesellschaftskapitänsversicherung", long * 3),
        "right to left": named("شركة الميناء العقارية", "חברת הכבלים הצפונית", "العثور على مكتب يناسب طريقة عملنا"),
        "wide": named(
            "北方布線有限公司" * 3, "ハーバーエステート", "找到适合我们工作方式的办公场所并在租约到期之前完成搬迁"
        ),
    }


def many() -> Canvas:
    """Return 200 aspects."""
    return large_canvas()


def texts(part: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every string of a figure's data with the key that it stands under."""
    if isinstance(part, str):
        yield key, part
    elif isinstance(part, Mapping):
        for name, value in part.items():
            yield from texts(value, name)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from texts(value, key)


def traces(figure: go.Figure, mode: str) -> list[Any]:
    """Return the traces of a kind: `bar`, or the mode of a scatter."""
    return [trace for trace in figure.data if mode == (trace.type if trace.type == "bar" else trace.mode)]


def said(figure: go.Figure) -> str:
    """Return all that a figure's annotations say, a line each, without no-break spaces."""
    noted = "\n".join(annotation.text for annotation in figure.layout.annotations if annotation.text)
    return noted.replace("\u00a0", " ").replace("&#37;", "%")


class Seen(NamedTuple):
    """An element of a figure of HTML: its classes, its custom properties, all that it says, and what is in it."""

    name: str
    classes: frozenset[str]
    at: Mapping[str, str]
    attributes: Mapping[str, str]
    text: str
    inside: tuple[Seen, ...]

    def all(self, *classes: str) -> list[Seen]:
        """Return what is in it and has all of these classes, in order."""
        found = [part for part in self.inside if part.classes.issuperset(classes)]
        return [hit for part in self.inside for hit in ([part] if part in found else []) + part.all(*classes)]

    def tags(self, name: str) -> list[Seen]:
        """Return what is in it and is an element of that name, in order."""
        return [hit for part in self.inside for hit in ([part] if part.name == name else []) + part.tags(name)]


def looked_at(html: Html) -> Seen:
    """Return a figure of HTML as a tree; it has to be well-formed."""
    return _seen(ET.fromstring(f"<div>{html}</div>"))  # noqa: S314  our own


def _seen(node: ET.Element) -> Seen:
    style = dict(part.split(":", 1) for part in node.get("style", "").split(";") if part)
    return Seen(
        name=node.tag,
        classes=frozenset(node.get("class", "").split()),
        at={key.removeprefix("--"): value for key, value in style.items()},
        attributes=node.attrib,
        text="".join(node.itertext()).replace("\u00a0", " "),
        inside=tuple(map(_seen, node)),
    )


def drawing(name: str, document: Canvas, palette: Palette = LIGHT) -> go.Figure:
    """Return the figure of that name."""
    return FIGURES[name](document, palette)
