"""The address of the page: what it says, what it passes over, and that nobody else reads or writes it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, strategies as some

import jtbd.ui
from jtbd.ui.address import Address, Detail, Stage, Term, read
from jtbd.ui.steps import Step
from tests.support.builders import ready_canvas
from tests.support.screens import Desk, Tab

UI = Path(jtbd.ui.__file__).parent

IDS = some.text(max_size=40)
PARTY = some.sampled_from(("a", "b"))
STAGES = some.one_of(
    some.builds(Stage, some.sampled_from(("read", "hand", "decline")), PARTY),
    some.builds(Stage, some.just("sheet"), some.integers(0, 999_999_999)),
    some.builds(Stage, some.just("terms"), some.none() | PARTY),
)
ADDRESSES = some.builds(
    Address,
    canvas=some.none() | IDS,
    check=some.booleans(),
    step=some.none() | some.sampled_from(Step),
    view=some.none() | some.just("rate") | STAGES,
    promise=some.none() | IDS,
    review=some.booleans(),
    example=some.none() | IDS,
    short=some.booleans(),
    planned=some.none() | some.integers(1, 600),
    since=some.none() | some.integers(0, 999_999_999),
    terms=some.lists(some.sampled_from(get_args(Term)), unique=True).map(tuple),
    until=some.none() | some.dates(),
    more=some.lists(some.sampled_from(get_args(Detail)), unique=True).map(tuple),
)
NAMES = some.sampled_from([*Address.__dataclass_fields__, "token", "embed"])


@given(ADDRESSES)
def test_what_is_written_is_read(address: Address) -> None:
    """No address loses anything on its way through the browser."""
    assert read(address.query()) == address


@given(some.dictionaries(NAMES, some.text(max_size=12) | some.sampled_from(["rate", "read-b", "7", "a.b", "job"])))
def test_whatever_somebody_types_is_an_address(query: dict[str, str]) -> None:
    """Any query can be read, and what is understood of it is understood once more from what is written of it."""
    understood = read(query)
    assert read(understood.query()) == understood
    assert understood.canvas == query.get("canvas"), "a canvas that is not there is asked for all the same, and told"


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [
        ({}, "canvas", None),
        ({"canvas": ""}, "canvas", ""),
        ({"check": ""}, "check", True),
        ({"step": "overlap"}, "step", Step.OVERLAP),
        ({"step": "Overlap"}, "step", None),
        ({"view": "rate"}, "view", "rate"),
        ({"view": "Rate"}, "view", None),
        ({"view": "read-b"}, "view", Stage("read", "b")),
        ({"view": "hand-a"}, "view", Stage("hand", "a")),
        ({"view": "hand"}, "view", None),
        ({"view": "decline-c"}, "view", None),
        ({"view": "else-b"}, "view", Stage("read", "b")),
        ({"view": "rate-b"}, "view", Stage("read", "b")),
        ({"view": "sheet-3"}, "view", Stage("sheet", 3)),
        ({"view": "sheet-03"}, "view", None),
        ({"view": "sheet-²"}, "view", None),
        ({"view": "terms"}, "view", Stage("terms")),
        ({"view": "terms-of-another-kind"}, "view", Stage("terms")),
        ({"review": ""}, "review", True),
        ({"short": "0"}, "short", True),
        ({"planned": "45"}, "planned", 45),
        ({"planned": "0"}, "planned", None),
        ({"planned": "601"}, "planned", None),
        ({"planned": "9" * 5000}, "planned", None),
        ({"since": "0"}, "since", 0),
        ({"since": "-1"}, "since", None),
        ({"since": "٣"}, "since", None),
        ({"until": "2026-12-24"}, "until", dt.date(2026, 12, 24)),
        ({"until": "Christmas"}, "until", None),
        ({"terms": "ownkey.contract.x.ownkey"}, "terms", ("ownkey", "contract")),
        ({"more": "cost.mail"}, "more", ("cost", "mail")),
        ({"more": "."}, "more", ()),
    ],
)
def test_what_a_query_says(query: dict[str, str], field: str, value: object) -> None:
    """A value that nobody knows is passed over, as if it were not there."""
    assert getattr(read(query), field) == value


def test_the_rating_and_the_round_of_signing_are_told_apart() -> None:
    """Both are a view of a step."""
    assert (read({"view": "rate"}).rates, read({"view": "rate"}).stage) == (True, None)
    assert (read({"view": "sheet-2"}).rates, read({"view": "sheet-2"}).stage) == (False, ("sheet", 2))
    assert read({"view": "sheet-2"}).query() == {"view": "sheet-2"}
    assert [stage.party for stage in (Stage("read", "b"), Stage("sheet", 2), Stage("terms"))] == ["b", None, None]


def test_where_one_is_changes_by_what_is_another_alone(desk: Desk) -> None:
    """What is not ours stays in the address, what says nothing leaves it, and the list of meetings has none."""
    desk.put(ready_canvas())
    tab = Tab(canvas="test-canvas", step="job", since="007", planned="soon", theirs="kept")
    tab.press("next")
    assert tab.url == {"canvas": "test-canvas", "step": "aspects", "theirs": "kept"}
    assert tab.press("home").url == {}


def test_nobody_else_knows_the_address() -> None:
    """Streamlit's query is read and written in one file."""
    users = [file.name for file in UI.rglob("*.py") if re.search(r"\bst\.query_params", file.read_text("utf-8"))]
    assert users == ["address.py"]
