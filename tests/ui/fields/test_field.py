"""Fields bound to the canvas: what is typed is on disk at once; what cannot be kept says why and stays on screen."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import pytest

from jtbd.editing import get
from tests.support.builders import ready_canvas
from tests.support.screens import Desk, Tab

Key = tuple[str | int, ...]

TEXTS: Final[dict[str, tuple[Key, ...]]] = {
    "parties": (
        ("meetings", 0, "place"),
        *(
            ("parties", party, name)
            for party in "ab"
            for name in ("organisation", "person", "title", "email", "offers")
        ),
    ),
    "job": tuple(("job", name) for name in ("performer", "when", "want", "so_that")),
    "commitments": (
        ("roles", "a", "does"),
        ("roles", "b", "does"),
        *(
            ("commitments", "introduce", name)
            for name in ("trigger", "done_when", "gives", "qualifies", "standard", "reward")
        ),
    ),
    "value": tuple(
        ("value", "four", party, name, "text")
        for party in "ab"
        for name in ("internal", "external", "network", "civic")
    ),
}
REQUIRED: Final[dict[str, Key]] = {
    "aspects": ("aspects", "need-1", "text"),
    "commitments": ("commitments", "introduce", "what"),
}
AMOUNTS: Final[tuple[Key, ...]] = tuple(
    ("value", party, name) for party in "ab" for name in ("alone", "together", "notice")
)


# ── every bound field ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("step", TEXTS)
def test_a_text_is_on_disk_once_it_is_typed_and_gone_once_it_is_cleared(step: str, desk: Desk) -> None:
    """Each field of a page saves what is typed, trimmed, and clearing it blanks it."""
    tab = Tab(canvas=desk.put(ready_canvas()), step=step, promise="introduce", more="mail")
    if step == "value":
        tab.fill(True, "say-why", kind="toggle")
    for path in TEXTS[step]:
        tab.fill(f" {path[-1]} of {path[-2]} ", "text", *path)
        assert get(desk.read("test-canvas"), path) == f"{path[-1]} of {path[-2]}"
    for path in TEXTS[step]:
        tab.fill("", "text", *path)
        assert get(desk.read("test-canvas"), path) is None


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("a\u0007b", "Not saved: the character U+0007 cannot stand in a text: delete it"),
        ("a\u202eb", "Not saved: the character U+202E cannot stand in a text: delete it"),
        ("x" * 201, "Not saved: shorten it to 200 characters; it has 201"),
    ],
)
def test_a_text_that_cannot_be_kept_says_why_and_stays(typed: str, message: str, desk: Desk) -> None:
    """The message names what to write, what was typed is still there, the file is as it was."""
    tab = Tab(canvas=desk.put(ready_canvas()), step="parties")
    before = desk.everything()
    tab.fill(typed, "text", "parties", "a", "organisation")
    assert tab.says(message)
    assert tab.widget("text_input", "text", "parties", "a", "organisation").value == typed
    assert desk.everything() == before
    tab.fill("Harbour", "text", "parties", "a", "organisation")
    assert not tab.says("Not saved")


@pytest.mark.parametrize("step", REQUIRED)
def test_a_text_that_must_not_be_blank_says_so(step: str, desk: Desk) -> None:
    """A need or a promise without words is refused; the file keeps the words it had."""
    tab = Tab(canvas=desk.put(ready_canvas()), step=step, promise="introduce", more="mail")
    before = desk.everything()
    tab.fill("", "text", *REQUIRED[step])
    assert tab.says("Not saved: write something here, or remove the whole")
    assert desk.everything() == before


def test_amounts_are_on_disk_as_decimals_and_gone_once_they_are_cleared(desk: Desk) -> None:
    """Each figure of both parties saves what was meant, and clearing it blanks it."""
    tab = Tab(canvas=desk.put(ready_canvas()), step="value")
    for typed, kept in (("41 000", "41000"), ("", None)):
        for party in "ab":
            tab.press(f"enter-{party}")
            if "curtain" in tab.blocks():
                tab.press("uncover")
            for path in (path for path in AMOUNTS if path[1] == party):
                tab.fill(typed, "amount", *path)
                assert get(desk.read("test-canvas"), path) == kept
            tab.press("amounts-done")


def test_an_amount_shows_what_was_understood(desk: Desk) -> None:
    """Once it is saved the field shows the figure in full, with thousands parted by a space."""
    tab = Tab(canvas=desk.put(ready_canvas(rating={"mode": "open"})), step="value")
    tab.fill("about 70k", "amount", "value", "a", "alone")
    assert tab.widget("text_input", "amount", "value", "a", "alone").value == "70\u202f000"
    tab.fill("70.000", "amount", "value", "a", "alone")
    assert tab.widget("text_input", "amount", "value", "a", "alone").value == "70\u202f000", "no euro has thousandths"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("12,5x", "Not saved: write the amount in digits, as 12.50: “x” is not understood"),
        ("1.500k", "Not saved: 1.500k has two meanings: write it in digits, as 1500000 or 1500"),
        ("40–50k", "Not saved: write one amount, as 45000"),
        ("0.125", "Not saved: 0.125 is finer than EUR can be paid: euros are paid in hundredths, write 0.12 or 0.13"),
        ("¥300万", "Not saved: that is JPY or CNY, and here it is EUR"),
        ("-5", "Not saved: write an amount of nought or more, as 5"),
        (
            "1" * 16,
            "Not saved: 1,111,111,111,111,111 is more than a sheet can hold: write EUR 9,999,999,999,999.99 at most",
        ),
    ],
)
def test_an_amount_that_cannot_be_kept_says_why_and_stays(typed: str, message: str, desk: Desk) -> None:
    """A malformed, ambiguous, doubled, too fine, foreign, negative or endless figure leaves the file alone."""
    tab = Tab(canvas=desk.put(ready_canvas()), step="value").press("enter-a").press("uncover")
    before = desk.everything()
    tab.fill(typed, "amount", "value", "a", "notice")
    assert tab.says(message)
    assert tab.widget("text_input", "amount", "value", "a", "notice").value == typed
    assert desk.everything() == before


def test_a_choice_is_on_disk_at_once_and_can_be_blanked(desk: Desk) -> None:
    """Roles and the four values as segments, the kind of a promise as a list with an option for none."""
    tab = Tab(canvas=desk.put(ready_canvas()), step="commitments", promise="introduce")
    tab.choose("co-lead", "choice", "roles", "a", "role")
    assert desk.read("test-canvas").roles.a.role == "co-lead"
    tab.choose(None, "choice", "roles", "a", "role")
    assert desk.read("test-canvas").roles.a.role is None
    kind: Key = ("choice", "commitments", "introduce", "kind")
    assert tab.widget("selectbox", *kind).options[0] == "no kind"
    for chosen, kept in (("joint-offer", "joint-offer"), ("", None)):
        tab.fill(chosen, *kind, kind="selectbox")
        assert _promise(desk).kind == kept


def test_a_date_is_on_disk_at_once_and_can_be_blanked(desk: Desk) -> None:
    """A date has a button that blanks it, since Streamlit's own clears no date that was stored."""
    tab = Tab(canvas=desk.put(ready_canvas()), step="commitments", promise="introduce")
    due: Key = ("date", "commitments", "introduce", "due")
    tab.fill(dt.date(2027, 3, 1), *due, kind="date_input")
    assert _promise(desk).due == dt.date(2027, 3, 1)
    tab.app.button(key=f"{tab.widget('date_input', *due).key}-blank").click()
    tab.run()
    assert _promise(desk).due is None
    assert tab.widget("date_input", *due).value is None


def test_several_needs_are_on_disk_in_the_order_they_were_chosen(desk: Desk) -> None:
    """Needs of the same words are told apart by a number, and the one that was meant is kept."""
    twins = [need.revise(text="The same") for need in ready_canvas().aspects]
    tab = Tab(canvas=desk.put(ready_canvas(aspects=twins)), step="commitments", promise="introduce")
    serves: Key = ("several", "commitments", "introduce", "serves")
    assert tab.widget("multiselect", *serves).options[:3] == ["The same", "The same (2)", "The same (3)"]
    for chosen in (["need-5", "need-2"], []):
        tab.fill(chosen, *serves, kind="multiselect")
        assert list(_promise(desk).serves) == chosen


def _promise(desk: Desk) -> Any:
    return desk.read("test-canvas").commitment("introduce")
