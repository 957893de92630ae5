"""What was agreed since a sheet was signed: every kind of change, and none."""

from __future__ import annotations

from typing import Any, Final

import pytest

from jtbd.model import Commitment
from jtbd.usecases.sheets.unsigned import Change, Unsigned, unsigned
from tests.support import sheets
from tests.support.builders import parties, ready_canvas

CANVAS: Final = ready_canvas()
SIGNED: Final = sheets.complete(sheets.draft(CANVAS)).commitment
VISIT: Final = Commitment(id="visit", by="b", what="Zu Jürgens Baustelle fahren, wenn er anruft")
INTRODUCE, SURVEY = CANVAS.commitments


def _since(**changes: Any) -> Unsigned:
    return unsigned(CANVAS.revise(**changes), SIGNED)


def _told(**changes: Any) -> tuple[list[tuple[str, str]], tuple[str, ...], str]:
    found = _since(**changes)
    assert found
    return [(promise.id, str(promise.change)) for promise in found.promises], found.others, found.sentence


def test_nothing_changed() -> None:
    """A canvas as it was signed differs in nothing, and says nothing."""
    found = unsigned(CANVAS, SIGNED)
    assert not found
    assert (found.promises, found.others, found.sentence) == ((), (), "")
    assert found.of("introduce") is None


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Another", "revision": 99, "archived": True},
        {"commitments": (SURVEY, INTRODUCE)},
        {"commitments": (INTRODUCE.revise(standard="", reward=""), SURVEY)},
        {"commitments": (INTRODUCE.revise(gives="warm leads before the fit-out budget is fixed\u200b"), SURVEY)},
        {"commitments": (INTRODUCE, SURVEY.revise(serves=("need-3", "need-1")))},
        {
            "ledger": [
                {
                    "at": "2026-12-16T09:00:00+01:00",
                    "promise": "introduce",
                    "for": "2026-12-15",
                    "is": "done",
                    "by": "a",
                }
            ]
        },
        {"aspects": (CANVAS.aspects[0].revise(a={"importance": 1, "stance": "do"}), *CANVAS.aspects[1:])},
        {"value": {}},
        {"meetings": ()},
        {"missing": ({"aspects": ("need-4",), "who": "a removals firm", "owner": "a"},)},
        {"parties": parties().revise(a={**parties().a.model_dump(), "email": "ana@elsewhere.example", "offers": None})},
    ],
    ids=str,
)
def test_what_no_sheet_promises_is_no_difference(changes: dict[str, Any]) -> None:
    """Order, blanks, what nobody sees, what became of promises, ratings, money, e-mail: none of it asks to sign."""
    assert not _since(**changes)


def test_a_promise_was_added() -> None:
    """A promise that the sheet has not is added, in its words."""
    assert _told(commitments=(INTRODUCE, VISIT, SURVEY)) == ([("visit", "added")], (), "one promise added")
    (promise,) = _since(commitments=(INTRODUCE, VISIT, SURVEY)).promises
    assert (promise.by, promise.what) == ("b", "Zu Jürgens Baustelle fahren, wenn er anruft")


@pytest.mark.parametrize(
    "changes",
    [
        {"by": "b"},
        {"what": "Introduce Northline to every client"},
        {"kind": "referral"},
        {"kind": None},
        {"trigger": "when a lease is signed"},
        {"due": "2026-12-16"},
        {"due": None},
        {"every": {"weeks": 2}},
        {"done_when": None},
        {"serves": ()},
        {"serves": ("need-1", "need-3")},
        {"gives": "leads"},
        {"qualifies": "ten desks or more"},
        {"standard": "within one working day"},
        {"reward": "none; in kind"},
    ],
    ids=str,
)
def test_a_promise_was_changed(changes: dict[str, Any]) -> None:
    """Each thing that a sheet says of a promise counts, and the promise is told by its id."""
    assert _told(commitments=(INTRODUCE.revise(**changes), SURVEY)) == (
        [("introduce", "changed")],
        (),
        "one promise changed",
    )


def test_a_promise_was_removed() -> None:
    """One that the sheet has and the canvas has no more is told in the words that were signed."""
    assert _told(commitments=(SURVEY,)) == ([("introduce", "removed")], (), "one promise removed")
    assert _since(commitments=()).sentence == "two promises removed"
    (promise,) = _since(commitments=(SURVEY,)).promises
    assert promise.what == INTRODUCE.what


@pytest.mark.parametrize(
    ("changes", "others"),
    [
        ({"roles": CANVAS.roles.revise(a={"role": "contribute", "does": "calls the client first"})}, "the roles"),
        ({"roles": CANVAS.roles.revise(b={"role": "contribute"})}, "the roles"),
        ({"roles": {}}, "the roles"),
        ({"review": {"every": {"weeks": 6}, "next": "2027-02-18"}}, "the next meeting"),
        ({"review": {"next": "2027-01-05"}}, "the next meeting"),
        ({"review": {}}, "the next meeting"),
        ({"job": CANVAS.job.revise(performer="owner of a florist's shop")}, "the job"),
        ({"job": CANVAS.job.revise(when=None)}, "the job"),
        ({"job": CANVAS.job.revise(want="open a second shop")}, "the job"),
        ({"job": CANVAS.job.revise(so_that="we sleep")}, "the job"),
        ({"parties": parties().revise(b={"organisation": "Northline Cabling", "person": "Beate Lünd"})}, "a name"),
        ({"parties": parties().revise(a={"organisation": "Harbour & Söhne", "person": "Ana Ruiz"})}, "a name"),
        ({"parties": parties().revise(a={"organisation": "Harbour Estates"})}, "a name"),
    ],
    ids=str,
)
def test_something_else_was_changed(changes: dict[str, Any], others: str) -> None:
    """Roles, review, job and names are told by what two would call them, and no promise with them."""
    assert _told(**changes) == ([], (others,), f"{others} changed")


@pytest.mark.parametrize("name", ["Ruiz, Ana", "  Ana   Ruiz "])
def test_a_name_is_compared_as_it_is_spoken(name: str) -> None:
    """A sheet has the name in the order in which it is spoken, so writing it otherwise changes nothing."""
    people = parties().revise(a={"organisation": "Harbour Estates", "person": name})
    assert not unsigned(CANVAS.revise(parties=people), sheets.draft(CANVAS.revise(parties=people)).commitment)
    assert not _since(parties=people)


def test_all_at_once_is_one_sentence() -> None:
    """Counts are words, the noun stands once, and what else changed follows."""
    more = tuple(VISIT.revise(id=f"visit-{number}") for number in range(14))
    canvas = CANVAS.revise(
        commitments=(INTRODUCE.revise(due=None), VISIT, VISIT.revise(id="visit-2")), review={}, roles={}
    )
    assert unsigned(canvas, SIGNED).sentence == (
        "two promises added, one changed and one removed; the roles and the next meeting changed"
    )
    assert _since(commitments=(INTRODUCE, SURVEY, *more)).sentence == "14 promises added"
    assert [unsigned(canvas, SIGNED).of(name) for name in ("introduce", "visit", "survey")] == [
        Change.CHANGED,
        Change.ADDED,
        Change.REMOVED,
    ]


def test_a_sheet_that_is_frozen_now_differs_in_nothing() -> None:
    """Whatever a canvas says, the sheet that is frozen from it says the same: blanks and commas in a name included."""
    for canvas in (
        CANVAS,
        CANVAS.revise(review={}, roles={}, job={"want": "move"}),
        CANVAS.revise(commitments=(VISIT.revise(trigger="", due="2027-01-01"),)),
        CANVAS.revise(parties={"a": {"person": "Ruiz, Dr. Ana"}, "b": {"organisation": "Blumen Schöller"}}),
    ):
        assert not unsigned(canvas, sheets.draft(canvas).commitment)
