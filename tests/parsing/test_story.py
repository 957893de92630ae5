"""Job stories in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from jtbd.parsing.story import GAPS, Gap, taken_apart


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


LEASE = {"when": "our lease ends", "want": "find premises", "so_that": "I can sleep"}


@pytest.mark.parametrize(
    "said",
    [
        "When our lease ends, I want to find premises, so I can sleep.",
        "when our lease ends I want to find premises so I can sleep",
        "When our lease ends, I’d like to find premises so that I can sleep",
        "Whenever our lease ends, help me find premises, in order that I can sleep.",
        "- **When** our lease ends, **I want to** find premises, **so I can** sleep",
        "When [our lease ends], I want to [find premises], so I can [sleep]",
        "Job story #3: When our lease ends, I need to find premises, so I can sleep",
        "“When our lease ends, we want to find premises; so I can sleep.”",
        "When: our lease ends\nI want to: find premises\nSo that: I can sleep",
        "When… our lease ends, I want to… find premises, so that… I can sleep",
        "When our lease ends.\vI want to find premises.\vSo I can sleep.",
    ],
)
@pytest.mark.parametrize("gap", GAPS)
def test_a_job_story(said: str, gap: Gap) -> None:
    """However it is set, and whichever gap it stands in, it has the same parts."""
    assert taken_apart(said, gap) == LEASE


@pytest.mark.parametrize(
    ("said", "gap", "story"),
    [
        (
            "As an owner of a firm, I want to move so that we grow",
            "want",
            {"performer": "an owner of a firm", "want": "move", "so_that": "we grow"},
        ),
        ("As tenants we want to stay", "performer", {"performer": "tenants", "want": "stay"}),
        ("As a user, I want a place to rest", "want", {"performer": "a user", "want": "a place to rest"}),
        (
            "As Ünal’s son, when it rains, I must stay",
            "when",
            {"performer": "Ünal’s son", "when": "it rains", "want": "stay"},
        ),
        ("owner of a firm, I want to move", "performer", {"performer": "owner of a firm", "want": "move"}),
        (
            "our lease ends, I want to move, so I can stay calm",
            "when",
            {"when": "our lease ends", "want": "move", "so_that": "I can stay calm"},
        ),
        ("move our business, so that nobody waits", "want", {"want": "move our business", "so_that": "nobody waits"}),
    ],
)
def test_other_stories(said: str, gap: Gap, story: dict[str, str]) -> None:
    """Who it is stands before; what the screen says before a gap may be left away."""
    assert taken_apart(said, gap) == story


@pytest.mark.parametrize(
    ("said", "gap"),
    [
        ("move our business to new premises", "want"),
        ("be so quick that nobody waits", "want"),
        ("not be so tired as when we moved", "want"),
        ("I want to move", "want"),
        ("our lease ends and we want to stay", "when"),
        ("the lease ends, so we move", "when"),
        ("I need to move", "when"),
        ("owner who wants to sell", "performer"),
        ("we know what I want to do", "so_that"),
        ("we do so in peace", "so_that"),
        ("I can move, so that I sleep", "so_that"),
        ("", "want"),
    ],
)
def test_what_a_gap_asks_for_is_no_story(said: str, gap: Gap) -> None:
    """A sentence that says no more than its gap asks for is left alone."""
    assert taken_apart(said, gap) == {}


_WORDS = st.sampled_from(["the lease", "ends", "Räume", "now", "20 desks", "quickly", "見つける", "(safely)", "half"])
_PARTS = st.lists(_WORDS, min_size=1, max_size=5).map(" ".join)


@given(_PARTS, _PARTS, _PARTS, st.sampled_from(GAPS))
def test_a_story_comes_back(when: str, want: str, so_that: str, gap: Gap) -> None:
    """Three parts told in one sentence are the same three parts."""
    assert taken_apart(f"When {when}, I want to {want}, so that {so_that}.", gap) == {
        "when": when,
        "want": want,
        "so_that": so_that,
    }


@given(st.text(), st.sampled_from(GAPS))
def test_any_text_is_read(text: str, gap: Gap) -> None:
    """Any text is no story, or one of two parts or more that say something."""
    parts = taken_apart(text, gap)
    assert not parts or ("want" in parts and len(parts) > 1)
