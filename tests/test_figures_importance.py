"""Where the two disagree on importance, as a figure."""

from __future__ import annotations

from figures_samples import said, traces
from scoring_samples import sample

from jtbd.figures.disagreement import disagreement
from jtbd.figures.importance import importance
from jtbd.figures.palette import LIGHT


def test_far_apart_first() -> None:
    """Two steps or three come before one, in each group the weightiest first; the rest is counted."""
    document = sample("2c 1l", "3c 2l", "0c 2l", "3c 0l", "3c 3l", "3c -l")
    found = disagreement(document)
    assert [aspect.id for aspect in found.far] == ["need-4", "need-3"]
    assert [aspect.id for aspect in found.near] == ["need-2", "need-1"]
    figure = importance(document, LIGHT)
    rings = traces(figure, "markers")[0]
    assert [data[0] for data in rings.customdata] == ["need-4", "need-3", "need-2", "need-1"]
    assert list(rings.x) == [3, 0, 3, 2]
    assert list(rings.y) == sorted(rings.y)
    assert "On 1 more you agree. 1 not rated by both." in said(figure)


def test_far_is_drawn_thicker() -> None:
    """The distance of the far apart is a thicker line."""
    far, near = traces(importance(sample("3c 0l", "3c 2l"), LIGHT), "lines")
    assert far.line.width > near.line.width
    assert (list(far.x), list(near.x)) == ([3, 0, None], [3, 2, None])


def test_agreement_is_a_sentence() -> None:
    """Two who rate everything alike are told so, two who rated nothing together what is missing."""
    assert "You agree on what matters" in said(importance(sample("3c 3l", "1c 1l"), LIGHT))
    assert "No aspect is rated by both yet" in said(importance(sample("3c -l"), LIGHT))
    assert "No aspects yet" in said(importance(sample(), LIGHT))
