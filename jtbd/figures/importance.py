"""Where the two disagree on what matters: the needs that are worth talking about first."""

from __future__ import annotations

import plotly.graph_objects as go

from jtbd.figures import theme, words
from jtbd.figures.disagreement import Disagreement, disagreement
from jtbd.figures.drawing import message
from jtbd.figures.lettering import party_names
from jtbd.figures.palette import Palette
from jtbd.figures.reach import Names
from jtbd.figures.rows import Group, Table, draw_answers, importance_word, table, write_columns
from jtbd.model import PARTIES, Aspect, Canvas, PartyId

_FAR_WIDTH, _NEAR_WIDTH = 5, 2


def importance(canvas: Canvas, palette: Palette) -> go.Figure:
    """Draw a row for each aspect that both rated, but not alike: the far apart first, in each group the weightiest."""
    if not canvas.aspects:
        return message(palette, words.NO_ASPECTS)
    found = disagreement(canvas)
    if not found.far and not found.near:
        nothing = words.AGREED_ALL if found.agreed else words.NO_COMMON_RATING
        return message(palette, nothing)
    groups = [
        Group(heading, members)
        for heading, members in ((words.FAR_APART, found.far), (words.A_STEP_APART, found.near))
        if members
    ]
    target = table(canvas, groups, palette, keys=_keys(found, palette))
    target.drawing.axis("xaxis", range=[-0.45, len(words.IMPORTANCES) - 0.55])
    write_columns(target, [theme.lines(title) for title in words.IMPORTANCE_COLUMNS], palette)
    for members, width in ((found.far, _FAR_WIDTH), (found.near, _NEAR_WIDTH)):
        _draw_distances(target, members, width, palette)
    names = party_names(canvas)
    notes = {row.aspect.id: _note(names, row.aspect) for row in target.rows}
    draw_answers(target, palette, _place, notes)
    return target.drawing.figure()


def _keys(found: Disagreement, palette: Palette) -> list[str]:
    counted = ((words.AGREED, found.agreed), (words.UNRATED, found.unrated))
    said = [text.format(count=len(members)) for text, members in counted if members]
    return [f'<span style="color:{palette.quiet}">{theme.escape(" ".join(said))}</span>'] if said else []


def _place(aspect: Aspect, party: PartyId) -> float | None:
    return aspect.of(party).importance


def _draw_distances(target: Table, members: tuple[Aspect, ...], width: int, palette: Palette) -> None:
    ids = {aspect.id for aspect in members}
    rows = [row for row in target.rows if row.aspect.id in ids]
    target.drawing.scatter(
        # A gap after each pair: one trace draws the distances of all its rows.
        x=[at for row in rows for at in (*(row.aspect.of(party).importance for party in PARTIES), None)],
        y=[at for row in rows for at in (row.middle, row.middle, None)],
        mode="lines",
        line={"color": palette.quiet, "width": width},
        hoverinfo="skip",
    )


def _note(names: Names, aspect: Aspect) -> str:
    said = [
        words.APART.format(name=names[party], importance=importance_word(aspect.of(party).importance))
        for party in PARTIES
    ]
    return theme.hover(aspect.text, *said)
