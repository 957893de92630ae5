"""Pairs that human judges agreed on: the verdict agrees with them."""

from __future__ import annotations

import json

import pytest
import yaml

from jtbd.model import Canvas
from jtbd.scoring import overlap
from tests.support.places import TESTS

CASES = TESTS / "calibration"
EXPECTED: dict[str, list[str]] = json.loads((CASES / "expected.json").read_text(encoding="utf-8"))


def test_every_case_is_judged() -> None:
    """There are 24 cases, and each file has its judgement."""
    assert sorted(file.stem for file in CASES.glob("*.yaml")) == sorted(EXPECTED)
    assert len(EXPECTED) == 24


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_verdict_agrees_with_the_judges(name: str) -> None:
    """The verdict is one of those that agree with the judges."""
    canvas = Canvas.model_validate(yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8")))
    assert overlap(canvas).verdict in EXPECTED[name]
