"""What a canvas suggests doing next."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given, settings

from jtbd.advice.suggestions import Draft, DraftKind, Suggestion, SuggestionKind, suggestions
from jtbd.model import Canvas, PartyId
from jtbd.scoring import overlap
from tests.support.builders import parties, ready_canvas
from tests.support.scoring_samples import canvases, sample, swapped

OTHER: dict[PartyId, PartyId] = {"a": "b", "b": "a"}
PROMISES: list[dict[str, Any]] = [{"id": party, "by": party, "what": "Call"} for party in "ab"]


def suggested(*needs: str, **changes: Any) -> list[Suggestion]:
    """Return the suggestions between two named parties."""
    canvas = sample(*needs, parties=parties(), **changes)
    return [*suggestions(canvas, overlap(canvas))]


def test_a_contested_need_without_a_line() -> None:
    """A functional need that both solve asks for a line; the weaker side passes requests on."""
    (found,) = suggested("2d 2c", "3c 3c >a", "e 3c 3c", "3c 3l", commitments=PROMISES)
    assert (found.kind, found.aspect) == (SuggestionKind.LINE, "need-1")
    assert (found.party, found.share) == (None, Fraction(1, 4))
    assert found.drafts == (Draft(DraftKind.REFER, "a", "need-1"), Draft(DraftKind.REFER, "b", "need-1"))


def test_equals_can_both_yield() -> None:
    """Where neither is stronger either may pass requests on."""
    (found,) = suggested("2c 2c", commitments=PROMISES)
    assert [draft.by for draft in found.drafts] == ["b", "a"]


def test_an_open_need_without_an_owner() -> None:
    """An open need asks who looks for somebody, or the one who wants it for a first step; the weightiest first."""
    found = suggested("1l 1l", "3l 2w", "e 2l 3-", "0l 0l", "-- --", commitments=PROMISES)
    assert [(item.kind, item.aspect, [draft.by for draft in item.drafts]) for item in found] == [
        (SuggestionKind.OWNER, "need-2", ["b"]),
        (SuggestionKind.OWNER, "need-3", ["b", "a"]),
        (SuggestionKind.OWNER, "need-1", ["a", "b"]),
    ]
    assert [(item.party, item.share) for item in found] == [("b", Fraction(5, 7)), (None, 1), (None, Fraction(2, 7))]
    assert [item.drafts[0].kind for item in found] == [
        DraftKind.FIRST_STEP,
        DraftKind.FIND_SOMEBODY,
        DraftKind.FIND_SOMEBODY,
    ]


def test_an_open_need_that_is_looked_after() -> None:
    """An open need with an owner among the missing, or one that a promise serves, asks for nothing."""
    serving = [{**PROMISES[0], "serves": ["need-1"]}, PROMISES[1]]
    assert suggested("3l 3l", commitments=serving) == []
    owned = {"aspects": ["need-1"], "who": "an insurance broker", "owner": "a"}
    assert suggested("3l 3l", commitments=PROMISES, missing=[owned]) == []
    assert len(suggested("3l 3l", commitments=PROMISES, missing=[{**owned, "owner": None}])) == 1


def test_a_party_that_promised_nothing() -> None:
    """Who promised nothing could introduce the other to whoever needs what it does best."""
    (found,) = suggested("1c 3l", "3l 3c", "2l 2c", commitments=PROMISES[1:])
    assert (found.kind, found.aspect) == (SuggestionKind.PROMISE, "need-2")
    assert found.party == "a"
    assert found.drafts == (Draft(DraftKind.INTRODUCE, "a", "need-2"),)
    assert [item.drafts[0] for item in suggested()] == [
        Draft(DraftKind.INTRODUCE, "a"),
        Draft(DraftKind.INTRODUCE, "b"),
    ]


@settings(max_examples=60, deadline=None)
@given(canvases())
def test_swapping_the_parties_mirrors_the_suggestions(canvas: Canvas) -> None:
    """Seen from the other side the same is missing, and where one is likelier it is the same one."""
    turned = swapped(canvas)
    one, other = suggestions(canvas, overlap(canvas)), suggestions(turned, overlap(turned))
    assert sorted(map(_mirrored, one), key=repr) == sorted(map(_without_order, other), key=repr)


def _mirrored(found: Suggestion) -> tuple[object, ...]:
    drafts = tuple(Draft(draft.kind, OTHER[draft.by], draft.aspect) for draft in found.drafts)
    return _without_order(found._replace(drafts=drafts, party=found.party and OTHER[found.party]))


def _without_order(found: Suggestion) -> tuple[object, ...]:
    """Return a suggestion without which of two drafts comes first, which is nobody's where the two are equal."""
    return found.kind, found.aspect, found.party, found.share, sorted(found.drafts)


def test_a_canvas_that_is_ready_suggests_little() -> None:
    """Of a canvas that is ready to sign only its one open need is left."""
    canvas = ready_canvas()
    assert [(item.kind, item.aspect) for item in suggestions(canvas, overlap(canvas))] == [
        (SuggestionKind.OWNER, "need-4")
    ]
