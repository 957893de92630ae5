"""Aspect by aspect as a figure."""

from __future__ import annotations

import plotly.graph_objects as go
from figures_samples import many, moving, said, traces
from scoring_samples import sample

from jtbd.figures.aspects import aspects
from jtbd.figures.palette import LIGHT
from jtbd.model import Canvas
from jtbd.scoring import overlap


def drawn(document: Canvas) -> go.Figure:
    """Return the aspects of a canvas."""
    return aspects(document, overlap(document), LIGHT)


def marks(figure: go.Figure, symbol: str) -> dict[str, tuple[float, float]]:
    """Return where the marks with that symbol stand, by aspect id."""
    trace = next(trace for trace in traces(figure, "markers") if trace.marker.symbol == symbol)
    return {data[0]: (x, y) for data, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)}


def test_stances_are_places() -> None:
    """Circles are a's and diamonds b's, at leave 0, want 1, do 2 or core 3."""
    figure = drawn(sample("3c 1l", "2w 3d"))
    assert {name: place for name, (place, _) in marks(figure, "circle").items()} == {"need-1": 3, "need-2": 1}
    assert {name: place for name, (place, _) in marks(figure, "diamond").items()} == {"need-1": 0, "need-2": 2}


def test_rows_by_dimension_then_weight() -> None:
    """Within its dimension, what matters most stands first; equals keep the canvas's order."""
    figure = drawn(sample("s 3c 3c", "1c 1l", "3c 3l", "2c 2l", "3d 3l"))
    rings = marks(figure, "circle")
    assert sorted(rings, key=lambda name: rings[name][1]) == ["need-3", "need-5", "need-4", "need-2", "need-1"]


def test_blank_stances_are_question_marks() -> None:
    """A stance that is blank has no mark but a question mark at `leave`, where it counts."""
    figure = drawn(sample("3- 2c", "3c 2-"))
    assert set(marks(figure, "circle")) == {"need-2"}
    asked = traces(figure, "text")
    assert [len(trace.x) for trace in asked] == [1, 1]
    assert all(abs(trace.x[0]) < 0.5 for trace in asked)


def test_connections_tell_who_solves_it() -> None:
    """Both solving is a thick line, one a thin one in its colour, nobody a dotted one."""
    figure = drawn(sample("3c 1d", "3c 1l", "3l 1c", "3w 1l"))
    lines = {trace.y[0]: trace.line for trace in traces(figure, "lines")}
    order = [lines[height] for height in sorted(lines)]
    assert [line.color for line in order] == [LIGHT.contested, LIGHT.a, LIGHT.b, LIGHT.open]
    assert [line.width for line in order] == [5, 2, 2, 2]
    assert [line.dash for line in order] == [None, None, None, "dot"]


def test_importances_are_bars() -> None:
    """Beside each row are two bars on an axis of their own, as long as each party's importance."""
    figure = drawn(sample("3c 1l", "-c 2l"))
    a, b = traces(figure, "bar")
    assert (a.xaxis, list(a.x), list(b.x)) == ("x2", [3, 0], [1, 2])
    assert all(above < below for above, below in zip(a.y, b.y, strict=True))


def test_every_mark_carries_its_aspect() -> None:
    """A click on any mark or bar gives the aspect's id."""
    document = moving()
    ids = {aspect.id for aspect in document.aspects}
    for trace in drawn(document).data:
        if trace.hovertemplate:
            assert {data[0] for data in trace.customdata} <= ids


def test_long_texts_are_whole_on_hover() -> None:
    """A text that is shortened in its row is whole when pointed at, in the row and on the marks."""
    text = "Have desks, sockets and rooms planned before anyone builds a wall or lays a single cable"
    document = moving()
    document = document.revise(aspects=[aspect.revise(text=text) for aspect in document.aspects])
    figure = drawn(document)
    label = next(note for note in figure.layout.annotations if note.hovertext)
    whole = label.hovertext.replace("<b>", "").replace("</b>", "").replace("<br>", " ")
    assert (label.text[-1], whole) == ("…", text)
    assert text in traces(figure, "markers")[0].customdata[0][1].replace("</b><br><b>", " ")


def test_notes_say_it_in_words() -> None:
    """On hover stand both parties' answers, and who leads where a line is drawn."""
    figure = drawn(moving())
    note = next(data[1] for data in traces(figure, "markers")[0].customdata if data[0] == "need-2")
    assert "Harbour Estates: do, important" in note
    assert "Northline Cabling: core, vital" in note
    assert "line drawn: Northline Cabling leads" in note


def test_the_contested_share_stands_beside_its_dimension() -> None:
    """Each heading gives how much of the dimension is contested."""
    figure = drawn(sample("3c 3c", "3c 3l"))
    assert "50 % contested" in said(figure)


def test_many_aspects() -> None:
    """200 aspects are 200 rows of at least 26 pixels."""
    figure = drawn(many())
    assert len(marks(figure, "circle")) == 200
    assert figure.layout.height > 200 * 26
