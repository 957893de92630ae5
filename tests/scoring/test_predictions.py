"""What each thought the other would say."""

from __future__ import annotations

from jtbd.model import Answers, Aspect, Stance
from jtbd.scoring.predictions import predictions
from tests.support.builders import canvas


def _aspect(name: str, a: Answers, b: Answers) -> Aspect:
    return Aspect(id=name, dimension="functional", text=name, a=a, b=b)  # type: ignore[arg-type]


def test_a_prediction_counts_only_where_the_other_answered() -> None:
    """A prediction of a blank answer, and an answer that nobody predicted, count nowhere."""
    found, other = predictions(
        canvas(
            aspects=(
                _aspect("blank", Answers(predicts=Stance.CORE), Answers()),
                _aspect("unasked", Answers(), Answers(stance=Stance.CORE)),
                _aspect("right", Answers(predicts=Stance.DO), Answers(stance=Stance.DO)),
            )
        )
    )
    assert (found.made, found.misses) == (1, ())
    assert (other.made, other.misses) == (0, ())


def test_misses_come_the_farthest_first() -> None:
    """Three steps off comes before one step off, and equal ones keep the canvas's order."""
    found, _ = predictions(
        canvas(
            aspects=(
                _aspect("near", Answers(predicts=Stance.DO), Answers(stance=Stance.CORE)),
                _aspect("far", Answers(predicts=Stance.LEAVE), Answers(stance=Stance.CORE)),
                _aspect("near-too", Answers(predicts=Stance.LEAVE), Answers(stance=Stance.WANT)),
            )
        )
    )
    assert [miss.aspect for miss in found.misses] == ["far", "near", "near-too"]
    assert [miss.distance for miss in found.misses] == [3, 1, 1]
    assert found.made == 3
