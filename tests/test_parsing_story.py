"""Job stories in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from jtbd.parsing.story import taken_apart


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        (
            "When our lease ends, I want to move our business to new premises, so I can work on.",
            {"when": "our lease ends", "want": "move our business to new premises", "so_that": "I can work on"},
        ),
        (
            "As the owner of a 20-person firm, when our lease ends, I want to move so that we lose no working day",
            {
                "performer": "the owner of a 20-person firm",
                "when": "our lease ends",
                "want": "move",
                "so_that": "we lose no working day",
            },
        ),
        ("When I'm late I'd like to call", {"when": "I'm late", "want": "call"}),
        ("“I need to find rooms in order to grow”", {"want": "find rooms", "so_that": "grow"}),
        ("I want to move", {}),
        ("move our business so that we lose no day", {}),
        ("our lease ends", {}),
        ("", {}),
    ],
)
def test_a_story_comes_apart(said: str, parts: dict[str, str]) -> None:
    """It says what somebody wants and one thing more; a part by itself stays as it is."""
    assert taken_apart(said) == parts


@given(st.text(max_size=120))
def test_any_text(said: str) -> None:
    """Whatever is written, each part stands in it."""
    whole = " ".join(said.split())
    assert all(part in whole for part in taken_apart(said).values())
