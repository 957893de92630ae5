"""The strip of verdicts: one line, today's point, and where the lines lead."""

from __future__ import annotations

import pytest

from jtbd.figures.verdict_strip import verdict_strip
from jtbd.model import Canvas
from jtbd.scoring import overlap
from tests.support.figures_samples import Seen, every_kind, looked_at, moving, strangers
from tests.support.scoring_samples import sample


def strip(document: Canvas) -> Seen:
    """Return the strip of a canvas."""
    return looked_at(verdict_strip(document, overlap(document)))


def share(text: str) -> float:
    """Return what a custom property says, as a share."""
    return float(text.removesuffix("%")) / 100


def test_points_lie_at_rivalry() -> None:
    """Today's point and that after the line lie at how much of what the two solve is solved by both."""
    document = moving()
    result = overlap(document)
    assert result.after_line is not None
    points = strip(document).all("mark")
    rivalries = [result.rivalry, result.after_line.rivalry]
    assert [share(point.at["x"]) for point in points] == [pytest.approx(float(at or 0), abs=1e-4) for at in rivalries]
    assert [point.classes - {"mark"} for point in points] == [{"mark-today"}, {"mark-after"}]


def test_points_say_the_number_of_the_sentence() -> None:
    """What is written at a point is the share that headline and bar say, each on a line of its own."""
    labels = strip(moving()).all("strip-label")
    assert [label.text for label in labels] == ["today: 9 % solved by both", "with your lines: 0 % solved by both"]
    assert len({label.at["lane"] for label in labels}) == len(labels)


def test_points_come_from_today() -> None:
    """What a line changes moves from where the two stand today."""
    today, after = strip(moving()).all("mark")
    assert after.at["start"] == today.at["x"] != after.at["x"]


@pytest.mark.parametrize("kind", every_kind())
def test_the_verdict_stands_out(kind: str) -> None:
    """The name of the stretch that is the verdict is the only one that holds; without a verdict none does."""
    document = every_kind()[kind]
    holds = [name.text for name in strip(document).all("strip-name", "holds")]
    verdict = overlap(document).verdict
    assert len(holds) == (0 if verdict == "unknown" else 1) or verdict == "little-in-common"


def test_too_little_in_common_is_a_line_of_its_own() -> None:
    """Where purposes differ, the line is how much is important to both."""
    drawn = strip(strangers())
    assert [name.text for name in drawn.all("strip-name")] == ["too little in common", "enough in common"]
    assert [label.text for label in drawn.all("strip-label")] == ["today: 0 % important to both"]


@pytest.mark.parametrize(
    ("needs", "message"),
    [
        (("3w 2l", "3w 2l", "3w 2l"), "Still too little in common"),
        (("3w 2w", "3w 2w", "3w 2w"), "Neither of you solves a need yet that matters"),
        (("-c 2l", "-c 2l"), "Too few answers for a verdict yet"),
        ((), "Neither of you solves a need yet that matters"),
    ],
)
def test_what_is_undefined_is_said(needs: tuple[str, ...], message: str) -> None:
    """Where there is no verdict, or no point, the strip says why."""
    assert message in strip(sample(*needs)).text


def test_the_strip_is_told() -> None:
    """The strip is a picture for those who cannot see it, with its points in words."""
    (picture,) = strip(moving()).all("verdict-strip")
    assert picture.attributes["role"] == "img"
    assert "With your lines: " in picture.attributes["aria-label"]
