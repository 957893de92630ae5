"""The whole job as three chains: a alone, b alone, both; a link that is core to somebody holds, any other is loose."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from jtbd.figures import words
from jtbd.figures.html import Html, element
from jtbd.figures.lettering import party_names
from jtbd.i18n import number
from jtbd.model import Canvas
from jtbd.scoring.chain import Link, links


def chains(canvas: Canvas) -> Html:
    """Draw a row of links for each, as wide as they weigh; nothing where no functional need has weight."""
    found, names = links(canvas), party_names(canvas)
    if not found:
        return Html()
    rows = (
        _row(words.ALONE_NAMED.said(name=names["a"]), "a", found, lambda link: link.a),
        _row(words.ALONE_NAMED.said(name=names["b"]), "b", found, lambda link: link.b),
        _row(words.TOGETHER.said(), "both", found, lambda link: link.a or link.b),
    )
    return element("div", *rows, class_="figure chains")


def _row(name: str, kind: str, found: Sequence[Link], holds: Callable[[Link], bool]) -> Html:
    held = sum(map(holds, found))
    said = words.HOLDS.counted(held, all=number(len(found)))
    row = element("span", *_links(kind, found, holds), class_="chain", aria_hidden="true")
    return element("p", element("span", name), row, element("span", said))


def _links(kind: str, found: Sequence[Link], holds: Callable[[Link], bool]) -> Iterator[Html]:
    for link in found:
        whose = "both" if link.a and link.b else "a" if link.a else "b"
        state = f"part-{whose if kind == 'both' else kind}" if holds(link) else "loose"
        yield element("i", class_=f"link {state}", style=f"--w:{link.weight}")
