"""A table of aspects as a figure: texts at the left, room for a row of marks beside each, headings between groups."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from jtbd.figures import theme, words
from jtbd.figures.drawing import Drawing
from jtbd.figures.lettering import party_names, wrap
from jtbd.figures.palette import Palette
from jtbd.model import PARTIES, Aspect, Canvas, PartyId

TEXTS: Final = 168
"""Pixels for the texts; what is left of the narrowest figure still holds four columns of marks."""

SYMBOLS: Final[dict[PartyId, str]] = {"a": "circle", "b": "diamond"}
GLYPHS: Final[dict[PartyId, str]] = {"a": "○", "b": "◆"}

_TEXT_WIDTH, _TEXT_LINES, _KEY_WIDTH = 29, 2, 44
_ROW: Final = 26
_EXTRA_LINE: Final = 7
_HEADING: Final = 40
HEAD_GAP: Final = 5
_KEY: Final = 20
_RIGHT: Final = 10


@dataclass(frozen=True, slots=True)
class Group:
    """Aspects under one heading, with what is to be said beside it."""

    heading: str
    aspects: tuple[Aspect, ...]
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """An aspect between two heights, in pixels from the top of the plot area."""

    aspect: Aspect
    top: int
    bottom: int

    @property
    def middle(self) -> float:
        """The height of its marks."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Table:
    """A figure with the texts of its rows written and their marks still to draw.

    Attributes:
        drawing: its vertical axis counts pixels downward.
        rows: the aspects from top to bottom.
        blocks: from where to where the rows below each heading reach.

    """

    drawing: Drawing
    rows: tuple[Row, ...]
    blocks: tuple[tuple[int, int], ...]


def table(canvas: Canvas, groups: Sequence[Group], palette: Palette, *, keys: Sequence[str] = ()) -> Table:
    """Lay out groups of aspects below a key of the two parties and further lines of escaped `keys`."""
    top = _KEY * (len(PARTIES) + len(keys))
    rows: list[Row] = []
    blocks: list[tuple[int, int]] = []
    for group in groups:
        head = top = top + _HEADING
        for aspect in group.aspects:
            rows.append(Row(aspect, top, top + _height(aspect)))
            top = rows[-1].bottom
        blocks.append((head, top))
    drawing = Drawing(palette, height=top, left=TEXTS, right=_RIGHT)
    for place, key in enumerate([*_party_keys(canvas, palette), *keys]):
        write_beside(drawing, key, y=place * _KEY, font={"size": theme.SMALL})
    for group, (head, _) in zip(groups, blocks, strict=True):
        aside = f'  <span style="color:{palette.quiet}; font-size:{theme.TINY}px">{theme.escape(group.aside)}</span>'
        write_beside(drawing, theme.strong(group.heading) + aside, y=head - HEAD_GAP, yanchor="bottom")
    for row in rows:
        _write_text(drawing, row)
    edges = [*(head for head, _ in blocks), *(row.bottom for row in rows)]
    drawing.axis("yaxis", showgrid=True, gridcolor=palette.rule, gridwidth=1, tickvals=edges)
    return Table(drawing, tuple(rows), tuple(blocks))


def write_beside(drawing: Drawing, text: str, *, y: float, **style: Any) -> None:
    """Set an escaped text at the left edge, where the texts of the rows begin."""
    drawing.write(text, x=0, xref="paper", xshift=theme.MARGIN - TEXTS, y=y, **style)


def write_columns(target: Table, titles: Sequence[str], palette: Palette) -> None:
    """Rule the columns 0, 1, 2, … in each block and set escaped titles over them."""
    for block in target.blocks:
        for place, title in enumerate(titles):
            target.drawing.upright(place, block, {"color": palette.rule, "width": 1})
            target.drawing.write(
                title,
                x=place,
                y=block[0] - HEAD_GAP,
                xanchor="center",
                yanchor="bottom",
                align="center",
                font={"size": theme.TINY, "color": palette.quiet},
            )


def draw_answers(
    target: Table, palette: Palette, place: Callable[[Aspect, PartyId], float | None], notes: Mapping[str, str]
) -> None:
    """Draw a ring for a and a diamond for b, which fits into the ring, where `place` puts them.

    On hover they show the note of their aspect, by its id. Each mark carries the aspect's id as its first `customdata`.
    """
    for party in PARTIES:
        placed = [(row, at) for row in target.rows if (at := place(row.aspect, party)) is not None]
        colour = palette.of(party)
        ring = party == "a"
        target.drawing.scatter(
            x=[at for _, at in placed],
            y=[row.middle for row, _ in placed],
            mode="markers",
            marker={
                "symbol": SYMBOLS[party],
                "size": 15 if ring else 9,
                "color": palette.paper if ring else colour,
                "opacity": 1,
                "line": {"color": colour, "width": 2.5 if ring else 0},
            },
            unselected={"marker": {"opacity": 1}},
            customdata=[[row.aspect.id, notes[row.aspect.id]] for row, _ in placed],
            hovertemplate="%{customdata[1]}<extra></extra>",
            cliponaxis=False,
        )


def importance_word(importance: int | None) -> str:
    """Return an importance in words."""
    return words.NOT_RATED if importance is None else words.IMPORTANCES[importance]


def _party_keys(canvas: Canvas, palette: Palette) -> Iterator[str]:
    names = party_names(canvas, _KEY_WIDTH)
    for party in PARTIES:
        colour = palette.of(party)
        name = theme.escape(names[party])
        yield f'<span style="color:{colour}">{GLYPHS[party]} {name}</span>'


def _lines(aspect: Aspect) -> list[str]:
    return wrap(aspect.text, _TEXT_WIDTH, _TEXT_LINES)


def _height(aspect: Aspect) -> int:
    return _ROW + _EXTRA_LINE * (len(_lines(aspect)) - 1)


def _write_text(drawing: Drawing, row: Row) -> None:
    """Write the text of a row, with all of it on hover."""
    write_beside(
        drawing,
        theme.lines(_lines(row.aspect)),
        y=row.middle,
        yanchor="middle",
        font={"size": theme.TINY},
        hovertext=theme.hover(row.aspect.text),
        captureevents=True,
    )
