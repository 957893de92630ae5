"""Where the two disagree on importance, as a figure."""

from __future__ import annotations

from jtbd.figures.disagreement import disagreement
from jtbd.figures.importance import importance
from tests.support.figures_samples import looked_at
from tests.support.scoring_samples import sample


def test_far_apart_first() -> None:
    """Two steps or three come before one, in each group the weightiest first; the rest is counted."""
    document = sample("2c 1l", "3c 2l", "0c 2l", "3c 0l", "3c 3l", "3c -l")
    found = disagreement(document)
    assert [aspect.id for aspect in found.far] == ["need-4", "need-3"]
    assert [aspect.id for aspect in found.near] == ["need-2", "need-1"]
    figure = looked_at(importance(document))
    assert [ring.at["x"] for ring in figure.all("dumbbell") for ring in ring.all("ring")] == [
        "87.5%",
        "12.5%",
        "87.5%",
        "62.5%",
    ]
    assert [title.text for title in figure.tags("h4")] == ["Far apart", "A step apart"]
    assert "Agreed on 1 need. 1 not rated by both." in figure.text


def test_rows_are_told() -> None:
    """Each row says both answers in words, for those who do not see the marks."""
    (row,) = looked_at(importance(sample("3c 0l"))).all("need-text")
    assert row.text == "Meet need number 1 (Party A: vital; Party B: no concern)"


def test_agreement_is_a_sentence() -> None:
    """Two who rate everything alike are told so, two who rated nothing together what is missing."""
    assert "You agree on what matters" in importance(sample("3c 3l", "1c 1l"))
    assert "No need is rated by both yet" in importance(sample("3c -l"))
    assert "No needs yet" in importance(sample())
