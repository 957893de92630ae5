"""The job by dimension as a figure."""

from __future__ import annotations

import pytest

from jtbd.figures.job_bar import job_bar
from jtbd.figures.reach import stretches
from jtbd.model import Canvas, Dimension
from jtbd.scoring import overlap
from tests.support.builders import canvas, parties
from tests.support.figures_samples import Seen, looked_at, moving, rivals, strangers
from tests.support.scoring_samples import sample


def drawn(document: Canvas) -> Seen:
    """Return the job bar of a canvas."""
    return looked_at(job_bar(document, overlap(document)))


def shares(bar: Seen) -> list[float]:
    """Return how much of a bar each of its stretches takes."""
    return [float(stretch.at["w"].removesuffix("%")) / 100 for stretch in bar.all("stretch")]


def test_one_bar_for_each_dimension() -> None:
    """Each dimension is a bar of its shares, the functional one followed by a thin one for after the line."""
    document = moving()
    result = overlap(document)
    assert result.after_line is not None
    functional, *others = (result.split[dimension] for dimension in Dimension)
    expected = [functional, result.after_line.split[Dimension.FUNCTIONAL], *others]
    bars = drawn(document).all("bar")
    for bar, split in zip(bars, expected, strict=True):
        assert shares(bar) == [pytest.approx(float(stretch.share), abs=1e-4) for stretch in stretches(split)]
    assert ["bar-after" in bar.classes for bar in bars] == [False, True, False, False]


def test_no_line_no_second_bar() -> None:
    """Without a line that counts there is nothing for after the line."""
    assert "after the line" not in drawn(strangers()).text


def test_reaches_are_named() -> None:
    """Above and below each bar stands how much each party solves of it."""
    text = drawn(sample("3c 3c", "3c 3d", "3l 3d", parties=parties())).text
    assert "Harbour Estates solves 67 %" in text
    assert "Northline Cabling solves 67 %" in text
    assert "Northline Cabling solves nothing here" in drawn(sample("3c 2l", parties=parties())).text


def test_parts_have_a_look_and_a_key() -> None:
    """Each part that a bar has is explained above the bars, by its class in the style sheet."""
    figure = drawn(moving())
    (key,) = figure.all("key")
    explained = {next(iter(part.classes)) for part in key.inside}
    assert explained == {"part-only-a", "part-contested", "part-only-b", "part-open"}
    assert {name for part in figure.all("stretch") for name in part.classes} - {"stretch"} <= explained


def test_every_share_has_its_number() -> None:
    """However small a part is, its number is there; whether there is room for it is for the style sheet to say."""
    for part in drawn(rivals()).all("stretch"):
        assert float(part.text.removesuffix(" %")) == pytest.approx(float(part.at["w"].removesuffix("%")), abs=0.51)


def test_a_dimension_without_weight_says_so() -> None:
    """A dimension in which nothing is rated is a sentence, not a bar."""
    figure = drawn(sample("3c 2l"))
    assert figure.text.count("nothing here matters to either yet") == 2
    assert len(figure.all("bar")) == 1


@pytest.mark.parametrize(("needs", "message"), [((), "No needs yet"), (("-- --",), "Nothing matters yet")])
def test_nothing_to_draw(needs: tuple[str, ...], message: str) -> None:
    """Without aspects or ratings the figure says what is missing."""
    assert message in drawn(sample(*needs)).text
    assert "No needs yet" in drawn(canvas()).text
