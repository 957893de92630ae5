"""Need by need: rows that open."""

from __future__ import annotations

import pytest

from jtbd.figures.needs import needs
from jtbd.model import Canvas
from jtbd.scoring import overlap
from tests.support.figures_samples import Seen, looked_at, many, moving
from tests.support.scoring_samples import sample


def drawn(document: Canvas) -> Seen:
    """Return the needs of a canvas."""
    return looked_at(needs(document, overlap(document)))


def rows(document: Canvas) -> dict[str, Seen]:
    """Return the rows from top to bottom by the id of their need."""
    found = [row for row in drawn(document).tags("details") if "need" in row.classes]
    return {row.all("need-more")[0].attributes["id"].removeprefix("need-"): row for row in found}


def test_stances_are_places() -> None:
    """Rings are a's and diamonds b's, at the middle of leave, want, do or core."""
    found = rows(sample("3c 1l", "2w 3d"))
    assert {name: row.all("ring")[0].at["x"] for name, row in found.items()} == {"need-1": "87.5%", "need-2": "37.5%"}
    assert {name: row.all("diamond")[0].at["x"] for name, row in found.items()} == {
        "need-1": "12.5%",
        "need-2": "62.5%",
    }


def test_rows_by_dimension_then_weight() -> None:
    """Within its dimension, what matters most stands first; equals keep the canvas's order."""
    found = rows(sample("s 3c 3c", "1c 1l", "3c 3l", "2c 2l", "3d 3l"))
    assert list(found) == ["need-3", "need-5", "need-4", "need-2", "need-1"]


def test_blank_stances_are_question_marks() -> None:
    """A stance that is blank has no mark but a question mark at `leave`, where it counts, and nothing is joined."""
    found = rows(sample("3- 2c", "3c 2-"))
    for row, party in ((found["need-1"], "a"), (found["need-2"], "b")):
        (mark,) = row.all("asked")
        assert (mark.text, mark.at["x"], f"of-{party}" in mark.classes) == ("?", "12.5%", True)
        assert not row.all("joint")
        assert "not said yet" in row.text


@pytest.mark.parametrize(
    ("need", "joint"), [("3c 1d", "joint-contested"), ("3c 1l", "of-a"), ("3l 1c", "of-b"), ("3w 1l", "joint-open")]
)
def test_what_joins_the_marks_tells_who_solves_it(need: str, joint: str) -> None:
    """Both solving is a thick line, one a thin one in its colour, nobody a dotted one."""
    (row,) = rows(sample(need)).values()
    assert joint in row.all("joint")[0].classes


def test_importances_are_bars() -> None:
    """Beside each row are two bars, as long as each party's importance."""
    found = rows(sample("3c 1l", "-c 2l"))
    (a,), (b,) = found["need-1"].all("bar-a"), found["need-1"].all("bar-b")
    assert (a.at["w"], b.at["w"]) == ("100%", "33.33%")
    assert found["need-2"].all("bar-a")[0].at["w"] == "0%"


def test_a_row_says_it_in_words() -> None:
    """Opened, a row says what each answered, who leads, and what would turn the verdict there."""
    found = rows(moving())
    said = found["need-2"].all("need-more")[0].text
    assert "Harbour Estates: does it in part, important." in said
    assert "Northline Cabling: core of what it does, vital." in said
    assert "Northline Cabling leads." in said
    turning = sample("3c 3c", "3c 3l", "3l 3c", "3c 3l", "3l 3c")
    flips = [flip for flip in overlap(turning).flips if flip.aspect == "need-1"]
    assert len(rows(turning)["need-1"].tags("li")) == len(flips) > 0
    assert "No small change of mind here would turn the verdict." in rows(moving())["need-4"].text


def test_a_row_leads_on() -> None:
    """What both solve leads to its line, what nobody solves to who is missing; what is not functional binds."""
    document = sample("3c 3c", "3l 3w", "0l 0l", "e 2d 2d", "3c 1l")
    found = rows(document.revise(missing=[{"aspects": ["need-2"], "who": "a broker", "owner": "b"}]))
    links = {name: [link.attributes["href"] for link in row.tags("a")] for name, row in found.items()}
    assert links == {
        "need-1": ["#line-need-1"],
        "need-2": ["#missing-need-2"],
        "need-3": [],
        "need-4": [],
        "need-5": [],
    }
    assert "Missing: a broker. Party B looks for them." in found["need-2"].text
    assert "that binds" in found["need-4"].text


def test_the_contested_share_stands_beside_its_dimension() -> None:
    """Each heading gives how much of the dimension is contested."""
    assert "both solve 50 % of it" in drawn(sample("3c 3c", "3c 3l")).text


def test_many_aspects_are_folded() -> None:
    """Of 200 aspects the twelve weightiest of each dimension are in sight, and all are there."""
    figure = drawn(many())
    assert len(figure.all("need-more")) == 200
    folds = figure.all("fold")
    assert [len(fold.all("need-more")) for fold in folds] == [55, 55, 54]
    assert folds[0].inside[0].text == "55 more"


def test_no_aspects() -> None:
    """Without aspects there is a sentence."""
    assert "No needs yet" in drawn(sample()).text
