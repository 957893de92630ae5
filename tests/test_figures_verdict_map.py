"""The map of verdicts, and its one line."""

from __future__ import annotations

import pytest
from figures_samples import Seen, looked_at, moving, rivals, strangers
from scoring_samples import sample

from jtbd.figures.rivalry_strip import rivalry_strip
from jtbd.figures.verdict_map import verdict_map
from jtbd.model import Canvas
from jtbd.scoring import overlap


def mapped(document: Canvas) -> Seen:
    """Return the map of a canvas."""
    return looked_at(verdict_map(document, overlap(document)))


def share(text: str) -> float:
    """Return what a custom property says, as a share."""
    return float(text.removesuffix("%")) / 100


def test_points_lie_at_their_numbers() -> None:
    """Each point is at rivalry across and common purpose up, each with a mark of its own."""
    document = moving()
    result = overlap(document)
    assert result.heading.rivalry is not None
    assert result.after_line is not None
    rivalries = [result.rivalry, result.heading.rivalry, result.after_line.rivalry]
    points = mapped(document).all("mark")
    assert [share(point.at["x"]) for point in points] == [pytest.approx(float(at or 0), abs=1e-4) for at in rivalries]
    assert {round(share(point.at["y"]), 3) for point in points} == {round(float(result.purpose or 0), 3)}
    kinds = [(point.classes - {"mark"}) for point in points]
    assert kinds == [{"mark-today"}, {"mark-heading"}, {"mark-after"}]


def test_points_are_labelled_directly() -> None:
    """There is no legend: each point has its label, on a line of its own."""
    labels = mapped(moving()).all("mark-label")
    assert [label.text for label in labels] == ["today", "heading", "after the line"]
    assert len({label.at["lane"] for label in labels}) == len(labels)


def test_points_come_from_today() -> None:
    """What a line changes moves from where the two stand today."""
    today, _, after = mapped(moving()).all("mark")
    assert after.at["start"] == today.at["x"] != after.at["x"]


def test_thresholds_are_on_the_axes() -> None:
    """The axes are numbered at the thresholds that hold for these two, θ among them."""
    drawn = mapped(moving())
    across, up = (drawn.all(name)[0] for name in ("map-numbers", "map-numbers-up"))
    assert [stop.text for stop in across.inside] == ["0 %", "20 %", "65 %", "100 %"]
    assert [stop.text for stop in up.inside] == ["0 %", "25 %", "100 %"]
    assert "Rivals start at 65 %" in drawn.text


def test_a_moved_border_shows_from_where() -> None:
    """A dashed border stands where rivals would start without the complement test; there is none where it is there."""
    borders = mapped(moving(test="same more")).all("map-border")
    assert [border.at["x"] for border in borders] == ["65%", "50%"]
    assert len(mapped(moving(test="same -")).all("map-border")) == 1


def test_the_verdict_stands_out() -> None:
    """The name of the region that is the verdict holds, the others do not."""
    drawn = mapped(strangers())
    assert [region.text for region in drawn.all("holds")] == ["too little in common"]
    assert "rivals" in [region.text for region in drawn.all("map-name")]


def test_both_less_is_one_region() -> None:
    """Where both answered `less`, all above the floor is named rivals."""
    drawn = mapped(moving(test="less less"))
    assert [region.text for region in drawn.all("map-name")] == ["rivals"]
    assert not drawn.all("map-border")


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
    drawn = mapped(sample(*needs))
    assert message in drawn.all("map-lacking")[0].text
    assert "today" not in drawn.text


def test_the_name_of_the_floor_is_clear_of_the_points() -> None:
    """The floor's name stands at the end where the points are not."""
    assert mapped(strangers()).all("map-floor-end")
    assert mapped(rivals()).all("map-floor-start")


def test_the_map_is_told() -> None:
    """The map is a picture for those who cannot see it, with all its points in words."""
    (picture,) = mapped(moving()).all("map")
    assert picture.attributes["role"] == "img"
    assert "After the line: " in picture.attributes["aria-label"]


def test_the_strip_has_the_points_that_lines_move() -> None:
    """One line of regions holds today's point and the one after the line, and says what the map says."""
    document = moving()
    (strip,) = looked_at(rivalry_strip(document, overlap(document))).all("strip")
    assert [mark.classes - {"mark"} for mark in strip.all("mark")] == [{"mark-today"}, {"mark-after"}]
    assert len(strip.all("strip-field")) == 3
    assert strip.attributes["aria-label"]
