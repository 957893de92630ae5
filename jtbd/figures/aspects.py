"""Aspect by aspect: what each party does about it, and how much it matters to each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import plotly.graph_objects as go

from jtbd.figures import theme, words
from jtbd.figures.disagreement import by_weight
from jtbd.figures.drawing import message
from jtbd.figures.lettering import party_names, percent
from jtbd.figures.palette import Palette, mix
from jtbd.figures.reach import Names, PartName, part_of
from jtbd.figures.rows import HEAD_GAP, Group, Row, Table, draw_answers, importance_word, table, write_columns
from jtbd.model import PARTIES, Aspect, Canvas, Dimension, PartyId, Stance
from jtbd.scoring.result import Overlap, Split

_PLACES: Final = {stance: place for place, stance in enumerate(Stance)}
_MARKS_DOMAIN, _BARS_DOMAIN = (0, 0.76), (0.8, 1)
_BAR, _BAR_OFFSET = 6, 4
_MOST: Final = len(words.IMPORTANCES) - 1


def aspects(canvas: Canvas, overlap: Overlap, palette: Palette) -> go.Figure:
    """Draw a row for each aspect, by dimension and then by weight: stances on a line, importances as bars beside it.

    Every mark carries the aspect's id as its first `customdata`.
    """
    if not canvas.aspects:
        return message(palette, words.NO_ASPECTS)
    groups = [
        Group(words.DIMENSIONS[dimension], by_weight(found), _contested(overlap.split[dimension]))
        for dimension in Dimension
        if (found := [aspect for aspect in canvas.aspects if aspect.dimension is dimension])
    ]
    target = table(canvas, groups, palette, keys=[_key(palette)])
    target.drawing.axis("xaxis", domain=_MARKS_DOMAIN, range=[-0.45, len(Stance) - 0.55])
    target.drawing.axis("xaxis2", domain=_BARS_DOMAIN, range=[0, _MOST], anchor="y")
    write_columns(target, [theme.escape(words.STANCES[stance]) for stance in Stance], palette)
    _tint_contested(target, palette)
    _divide_stances(target, palette)
    _draw_connections(target, palette)
    names = party_names(canvas)
    notes = {aspect.id: _note(names, aspect) for aspect in canvas.aspects}
    draw_answers(target, palette, _place, notes)
    _draw_unanswered(target, palette)
    _draw_importances(target, notes, palette)
    return target.drawing.figure()


def _contested(split: Split) -> str:
    shares = split.shares()
    return words.CONTESTED_SHARE.format(share=percent(shares["contested"])) if shares else ""


def _place(aspect: Aspect, party: PartyId) -> float | None:
    stance = aspect.of(party).stance
    return None if stance is None else _PLACES[stance]


def _style(part: PartName, palette: Palette) -> dict[str, object]:
    return {
        "contested": {"color": palette.contested, "width": 5},
        "only_a": {"color": palette.a, "width": 2},
        "only_b": {"color": palette.b, "width": 2},
        "open": {"color": palette.open, "width": 2, "dash": "dot"},
    }[part]


def _key(palette: Palette) -> str:
    strokes = (
        ("━", palette.contested, words.KEY_CONTESTED),
        ("─", palette.quiet, words.KEY_ONLY),
        ("┄", palette.quiet, words.KEY_OPEN),
    )
    return "   ".join(
        f'<span style="color:{colour}">{stroke} {theme.escape(text)}</span>' for stroke, colour, text in strokes
    )


def _tint_contested(target: Table, palette: Palette) -> None:
    for row in target.rows:
        if part_of(row.aspect) == "contested":
            tint = mix(palette.contested, palette.paper, 0.12)
            target.drawing.rectangle((0, 1), (row.top, row.bottom), xref="paper", fillcolor=tint)


def _divide_stances(target: Table, palette: Palette) -> None:
    """Part the stances that solve something today from those that do not."""
    between = (_PLACES[Stance.WANT] + _PLACES[Stance.DO]) / 2
    for block in target.blocks:
        target.drawing.upright(between, block, {"color": palette.quiet, "dash": "dot", "width": 1})


def _draw_connections(target: Table, palette: Palette) -> None:
    parts: dict[PartName, list[Row]] = {"open": [], "only_a": [], "only_b": [], "contested": []}
    for row in target.rows:
        parts[part_of(row.aspect)].append(row)
    for part, rows in parts.items():
        joined = [
            (row.middle, ends) for row in rows if None not in (ends := [_place(row.aspect, party) for party in PARTIES])
        ]
        target.drawing.scatter(
            # A gap after each pair: one trace draws the connections of all its rows.
            x=[at for _, ends in joined for at in (*ends, None)],
            y=[at for middle, _ in joined for at in (middle, middle, None)],
            mode="lines",
            line=_style(part, palette),
            hoverinfo="skip",
        )


def _draw_unanswered(target: Table, palette: Palette) -> None:
    """Put a question mark where a blank answer counts: at `leave`, a's left of it and b's right of it."""
    for party in PARTIES:
        rows = [row for row in target.rows if row.aspect.of(party).stance is None]
        target.drawing.scatter(
            x=[_PLACES[Stance.LEAVE] + (-0.22 if party == "a" else 0.22) for _ in rows],
            y=[row.middle for row in rows],
            mode="text",
            text=["?"] * len(rows),
            textfont={"color": palette.of(party), "size": theme.SIZE},
            hoverinfo="skip",
            cliponaxis=False,
        )


def _draw_importances(target: Table, notes: Mapping[str, str], palette: Palette) -> None:
    """Draw two bars for each row on an axis of their own, a's above b's."""
    for party in PARTIES:
        upward = -1 if party == "a" else 1
        colour = palette.of(party)
        target.drawing.bar(
            xaxis="x2",
            x=[row.aspect.of(party).importance or 0 for row in target.rows],
            y=[row.middle + upward * _BAR_OFFSET for row in target.rows],
            width=_BAR,
            marker={"color": colour, "line": {"width": 0}},
            unselected={"marker": {"opacity": 1}},
            customdata=[[row.aspect.id, notes[row.aspect.id]] for row in target.rows],
            hovertemplate="%{customdata[1]}<extra></extra>",
        )
    for block in target.blocks:
        target.drawing.upright(0, block, {"color": palette.quiet, "width": 1}, xref="x2")
        target.drawing.write(
            theme.escape(words.MATTERS),
            x=1,
            xref="paper",
            y=block[0] - HEAD_GAP,
            xanchor="right",
            yanchor="bottom",
            font={"size": theme.TINY, "color": palette.quiet},
        )


def _note(names: Names, aspect: Aspect) -> str:
    said = []
    for party in PARTIES:
        answers = aspect.of(party)
        stance = words.STANCES[answers.stance] if answers.stance else words.NOT_ANSWERED
        matters = importance_word(answers.importance)
        said.append(words.ANSWER.format(name=names[party], stance=stance, importance=matters))
    if aspect.line and part_of(aspect) == "contested":
        said.append(words.DIVIDED.format(name=names[aspect.line.lead]))
    return theme.hover(aspect.text, *said)
