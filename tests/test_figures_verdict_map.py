"""The map of verdicts as a figure."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest
from figures_samples import moving, said, strangers
from scoring_samples import sample

from jtbd.figures.palette import LIGHT
from jtbd.figures.verdict_map import verdict_map
from jtbd.model import Canvas
from jtbd.scoring import overlap


def mapped(document: Canvas) -> go.Figure:
    """Return the map of a canvas."""
    return verdict_map(document, overlap(document), LIGHT)


def test_points_lie_at_their_numbers() -> None:
    """Each point is at rivalry across and common purpose up, each with a symbol of its own."""
    document = moving()
    result = overlap(document)
    figure = mapped(document)
    assert result.heading.rivalry is not None
    assert result.after_line is not None
    rivalries = [result.rivalry, result.heading.rivalry, result.after_line.rivalry]
    assert [trace.x[0] for trace in figure.data] == [float(rivalry or 0) for rivalry in rivalries]
    assert {trace.y[0] for trace in figure.data} == {float(result.purpose or 0)}
    assert [trace.marker.symbol for trace in figure.data] == ["circle", "triangle-up", "diamond"]


def test_points_are_labelled_directly() -> None:
    """There is no legend: each point's label repeats its symbol."""
    figure = mapped(moving())
    assert not figure.layout.showlegend
    for label in ("● <b>today</b>", "△ heading", "◇ after the line"):
        assert label in said(figure)


def test_thresholds_are_on_the_axes() -> None:
    """The axes are numbered at the thresholds that hold for these two, θ among them."""
    figure = mapped(moving())
    assert list(figure.layout.xaxis.tickvals) == [0, 0.2, 0.65, 1]
    assert list(figure.layout.yaxis.tickvals) == [0, 0.25, 1]
    assert "Rivals start at 65" in said(figure)


def test_a_moved_border_shows_from_where() -> None:
    """An arrow leads from where rivals would start without the complement test; there is none where it is the same."""

    def arrows(test: str) -> list[tuple[float, float]]:
        found = mapped(moving(test=test)).layout.annotations
        return [(arrow.ax, arrow.x) for arrow in found if arrow.showarrow and arrow.arrowcolor == LIGHT.quiet]

    assert arrows("same more") == [(0.5, 0.65)]
    assert arrows("same -") == []


def test_the_verdict_stands_out() -> None:
    """The name of the region that is the verdict is bold, the others are not."""
    text = said(mapped(strangers()))
    assert "<b>too little in common</b>" in text
    assert "<b>rivals</b>" not in text


def test_both_less_is_one_region() -> None:
    """Where both answered `less`, all above the floor is named rivals."""
    text = said(mapped(moving(test="less less")))
    assert "<b>rivals</b>" in text
    assert "complete" not in text


@pytest.mark.parametrize(
    ("needs", "message"),
    [
        (("3w 2l", "3w 2l", "3w 2l"), "Rivalry is not known yet"),
        (("-c 2l", "-c 2l"), "Common purpose is not known yet"),
        ((), "Not on the map yet"),
    ],
)
def test_what_is_undefined_is_said(needs: tuple[str, ...], message: str) -> None:
    """Where a number is undefined the figure says which and draws no point for today."""
    figure = mapped(sample(*needs))
    assert message in said(figure).replace("<br>", " ")
    assert "today" not in said(figure)


def test_a_point_on_the_floor_is_clear_of_its_name() -> None:
    """The floor reaches below 0, so that its name lies under every point."""
    figure = mapped(strangers())
    name = next(note for note in figure.layout.annotations if "too little" in note.text)
    assert name.y < 0 == figure.data[0].y[0]
    assert figure.layout.yaxis.range[0] == name.y
