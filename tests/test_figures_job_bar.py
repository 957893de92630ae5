"""The job by dimension as a figure."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest
from builders import canvas, parties
from figures_samples import moving, said, strangers, traces
from scoring_samples import sample

from jtbd.figures.job_bar import job_bar
from jtbd.figures.palette import LIGHT
from jtbd.figures.reach import stretches
from jtbd.model import Canvas, Dimension
from jtbd.scoring import overlap


def drawn(document: Canvas) -> go.Figure:
    """Return the job bar of a canvas."""
    return job_bar(document, overlap(document), LIGHT)


def rows(figure: go.Figure) -> dict[float, list[tuple[float, float]]]:
    """Return where each bar's stretches start and how long they are, by the bar's height."""
    found: dict[float, list[tuple[float, float]]] = {}
    for bar in traces(figure, "bar"):
        found.setdefault(bar.y[0], []).append((bar.base[0], bar.x[0]))
    return found


def test_one_bar_for_each_dimension() -> None:
    """Each dimension is a bar of its shares, the functional one followed by a thin one for after the line."""
    document = moving()
    result = overlap(document)
    assert result.after_line is not None
    functional, after, *others = rows(drawn(document)).values()
    expected = [result.split[dimension] for dimension in Dimension]
    for bar, split in zip(
        [functional, *others, after], [*expected, result.after_line.split[Dimension.FUNCTIONAL]], strict=True
    ):
        assert bar == [(float(stretch.start), float(stretch.share)) for stretch in stretches(split)]


def test_no_line_no_second_bar() -> None:
    """Without a line that counts there is nothing for after the line."""
    assert "after the line" not in said(drawn(strangers()))


def test_reaches_are_named() -> None:
    """Above and below each bar stands how much each party solves of it."""
    text = said(drawn(sample("3c 3c", "3c 3d", "3l 3d", parties=parties())))
    assert "Harbour Estates solves 67 %" in text
    assert "Northline Cabling solves 67 %" in text
    assert "Northline Cabling solves nothing here" in said(drawn(sample("3c 2l", parties=parties())))


def test_parts_differ_by_hatching() -> None:
    """Contested, only b's and open parts are hatched, each in its own way."""
    shapes = {bar.marker.pattern.shape for bar in traces(drawn(moving()), "bar")}
    assert shapes == {"", "x", "\\", "/"}


def test_a_dimension_without_weight_says_so() -> None:
    """A dimension in which nothing is rated is a sentence, not a bar."""
    figure = drawn(sample("3c 2l"))
    assert said(figure).count("nothing here matters to either yet") == 2
    assert len(rows(figure)) == 1


@pytest.mark.parametrize(("needs", "message"), [((), "No aspects yet"), (("-- --",), "Nothing matters yet")])
def test_nothing_to_draw(needs: tuple[str, ...], message: str) -> None:
    """Without aspects or ratings the figure says what is missing."""
    assert message in said(drawn(sample(*needs)))
    assert "No aspects yet" in said(drawn(canvas()))
