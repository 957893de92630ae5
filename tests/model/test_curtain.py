"""The curtain between what each of the two says and what both may see."""

from __future__ import annotations

from typing import Any

import pytest

from jtbd.model.curtain import ANSWERS, rated
from tests.support.builders import canvas, rated as answered

BOTH = {"rating": {"ready": {"a": True, "b": True}}}
ONE = {"rating": {"ready": {"a": True}}}
OPENLY = {"rating": {"mode": "open"}}


@pytest.mark.parametrize(("fields", "seen"), [({}, False), (ONE, False), (BOTH, True), (OPENLY, True)])
def test_it_lifts_once_both_are_ready(fields: dict[str, Any], seen: bool) -> None:
    """Or where both rate openly; before that it hides whatever was said, and nothing where nothing was."""
    assert rated(canvas(**fields)) is seen
    assert not ANSWERS.hides(canvas(**fields))
    assert ANSWERS.hides(canvas(aspects=answered(((3, None), (None, None))), **fields)) is not seen


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, []),
        (ONE, ["a"]),
        ({"aspects": answered(((None, None), (0, None)))}, ["b"]),
        ({"choice": {"a": "apart"}}, ["a"]),
        ({"complement_test": {"b": "less"}}, ["b"]),
    ],
)
def test_whoever_said_anything_is_known(fields: dict[str, Any], said: list[str]) -> None:
    """An answer, one to the last question, or that one is ready."""
    assert [party for party in ("a", "b") if ANSWERS.has_begun(canvas(**fields), party)] == said
