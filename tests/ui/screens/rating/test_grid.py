"""The rating grid: nothing typed is lost, nothing hidden is sent, and all of it goes by keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import playwright.sync_api as playwright
import pytest
from hypothesis import given, settings, strategies as st
from playwright.sync_api import expect

from jtbd.model import PartyId, Stance
from jtbd.scoring.blanks import FIELDS
from jtbd.ui.screens.rating.grid import _Batch, _Ledger
from jtbd.ui.screens.rating.ratings import Change
from tests.support.browser import Server, chromium, running_app, settle, write_app

IDS = {"find", "plan"}
PARTY_A: set[PartyId] = {"a"}


def _unseen(ledger: _Ledger, cells: object, page: object = "p", asked: Sequence[Any] = FIELDS) -> _Batch:
    return ledger.unseen({"page": page, "cells": cells}, IDS, PARTY_A, asked)


# ── what the page reports ─────────────────────────────────────────────────────────────────────────────────────────────


def test_changes_are_handed_on_until_they_are_settled() -> None:
    """A change is reported again while its saving is not confirmed, and never afterwards."""
    ledger = _Ledger()
    cells = [["find", "a", "importance", 3, 1], ["find", "a", "stance", "core", 2]]
    expected = (Change("find", "a", "importance", 3), Change("find", "a", "stance", Stance.CORE))
    batch = _unseen(ledger, cells)
    assert batch.changes == _unseen(ledger, cells).changes == expected
    ledger.settle(batch)
    assert _unseen(ledger, cells).changes == ()
    assert _unseen(ledger, [*cells, ["plan", "a", "stance", None, 3]]).changes == (Change("plan", "a", "stance", None),)


def test_overlapping_runs_settle_their_own() -> None:
    """A run settles what it has saved itself, and nothing of what was reported meanwhile, by this page or the next."""
    ledger = _Ledger()
    early = [["find", "a", "importance", 3, 1]]
    late = [*early, ["plan", "a", "importance", 2, 2]]
    first = _unseen(ledger, early)
    second = _unseen(ledger, late)
    ledger.settle(first)
    assert _unseen(ledger, late).changes == (Change("plan", "a", "importance", 2),)
    anew = _unseen(ledger, early, page="q")
    ledger.settle(second)
    assert _unseen(ledger, early, page="q") == anew


def test_a_page_that_was_drawn_anew_counts_from_one() -> None:
    """A component that was mounted anew starts its own numbering, and is heard from its first change on."""
    ledger = _Ledger()
    ledger.settle(_unseen(ledger, [["find", "a", "importance", 3, 7]]))
    fresh = _unseen(ledger, [["find", "a", "importance", 1, 1]], page="q")
    assert fresh.changes == (Change("find", "a", "importance", 1),)


@pytest.mark.parametrize(
    "cell",
    [
        ["gone", "a", "importance", 3, 1],
        ["find", "b", "importance", 3, 1],
        ["find", "c", "importance", 3, 1],
        ["find", "a", "importance", 4, 1],
        ["find", "a", "importance", True, 1],
        ["find", "a", "importance", "core", 1],
        ["find", "a", "stance", "hate", 1],
        ["find", "a", "stance", 1, 1],
        ["find", "a", "stance", ["core"], 1],
        ["find", "a", "predicts", "core", 1],
        ["find", "a", "line", "core", 1],
        ["find", "a", "stance", "core"],
        "find",
    ],
)
def test_what_was_not_asked_is_passed_over(cell: object) -> None:
    """An unknown need, the other party, an unknown field or a value that does not fit changes nothing."""
    assert _unseen(_Ledger(), [cell], asked=FIELDS[:2]).changes == ()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.sampled_from(["find", "a", "core", ""]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from(["page", "cells"]), inner),
    max_leaves=20,
)


@settings(max_examples=60, deadline=None)
@given(report=json_values)
def test_nonsense_from_the_page_is_harmless(report: object) -> None:
    """Whatever JSON arrives, reading it raises nothing, and what is taken from it is valid."""
    for change in _Ledger().unseen(report, IDS, PARTY_A, FIELDS).changes:
        assert change.aspect in IDS
        assert change.party == "a"


@settings(max_examples=60, deadline=None)
@given(
    typed=st.lists(st.tuples(st.sampled_from(sorted(IDS)), st.sampled_from([None, 0, 1, 2, 3])), max_size=15),
    fates=st.lists(st.sampled_from(["saved", "cut short", "not sent"]), min_size=15, max_size=15),
)
def test_what_is_saved_is_what_was_typed(typed: list[tuple[str, int | None]], fates: list[str]) -> None:
    """However reports are merged or handlers cut short, the document ends with the last value typed for each cell."""
    ledger = _Ledger()
    pending: dict[str, list[object]] = {}
    document: dict[str, object] = {}

    def save() -> None:
        batch = _unseen(ledger, list(pending.values()))
        document.update((change.aspect, change.value) for change in batch.changes)
        ledger.settle(batch)

    for number, ((aspect, value), fate) in enumerate(zip(typed, fates, strict=False), 1):
        pending[aspect] = [aspect, "a", "importance", value, number]
        if fate == "saved":
            save()
        elif fate == "cut short":
            _unseen(ledger, list(pending.values()))
    save()
    assert document == dict(typed)


# ── in a real browser ─────────────────────────────────────────────────────────────────────────────────────────────────

SCRIPT = """
import time
import streamlit as st
from jtbd.figures.palette import LIGHT
from jtbd.model import Answers, Aspect
from jtbd.ui.screens.rating.grid import rating_grid
from jtbd.scoring.blanks import FIELDS
from jtbd.ui.screens.rating.ratings import Side, Snapshot

DIMENSIONS = ["functional"] * 6 + ["emotional"] * 3 + ["social"] * 3
st.set_page_config(layout="wide")
given = st.session_state.setdefault("given", {(f"need-{n}", "b", "stance"): "want" for n in range(12)})
if "half" in st.query_params and ("need-1", "a", "importance") not in given:
    given.update({(f"need-{n}", "a", "importance"): 3 - n for n in (0, 1)} | {("need-0", "a", "stance"): "core"})

def need(n):
    said = {p: {f: v for (a, of, f), v in given.items() if (a, of) == (f"need-{n}", p)} for p in "ab"}
    answers = {p: Answers(**said[p]) for p in "ab"}
    return Aspect(id=f"need-{n}", dimension=DIMENSIONS[n], text=f"Need <b>{n}</b>", **answers)

def rate(changes):
    time.sleep(0.05)  # slower than one types
    given.update({change[:3]: change.value for change in changes})

sides = [Side("a", "Ana", LIGHT.a), Side("b", "Bea", LIGHT.b)][: 2 if "open" in st.query_params else 1]
guess = "Bea" if "guess" in st.query_params else ""
late, mute = "late" in st.query_params, "mute" in st.query_params

def at_once(changes):
    if mute:
        return None
    if late:
        time.sleep(2)
    given.update({change[:3]: change.value for change in changes})
    return read()

def read():
    return Snapshot([need(n) for n in range(12)])

posts = {"at_once": at_once} if "direct" in st.query_params else {}
begin = int(st.query_params.get("begin", 0))
rating_grid(read, sides, key="grid", on_change=rate, guess=guess, begin=begin, **posts)
for party in "ab":
    answers = [given.get((f"need-{n}", party, field)) for n in range(12) for field in FIELDS]
    st.text(f"{party}: " + "".join("-" if answer is None else str(answer)[0] for answer in answers))
if st.button("Clear"):
    given.clear()
    st.rerun()
st.button("Look")
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app with nothing but a grid of twelve needs."""
    with running_app(write_app(tmp_path_factory.mktemp("grid") / "app", SCRIPT)) as running:
        yield running


@pytest.fixture(scope="module")
def context(server: Server) -> Iterator[playwright.BrowserContext]:
    """A browser that has been let in: pages may be asked for from where it was."""
    with chromium() as browser:
        window: Any = {"width": 1280, "height": 800}
        first = browser.new_context(viewport=window)
        answer = first.request.get(server.url)
        assert answer.ok
        yield browser.new_context(viewport=window, base_url=answer.url, storage_state=first.storage_state())


@pytest.fixture(scope="module")
def private(context: playwright.BrowserContext) -> playwright.Page:
    """The page of a private turn."""
    return _opened(context.new_page())


@pytest.fixture
def page(private: playwright.Page) -> playwright.Page:
    """The page of a private turn, with nothing rated and the focus on the first cell."""
    private.get_by_role("button", name="Clear").click()
    _saved(private, "a", "")
    _saved(private, "b", "")
    expect(private.locator("[role=radio][aria-checked=true]")).to_have_count(0)
    private.get_by_role("radio").first.focus()
    return private


def _opened(page: playwright.Page, query: str = "") -> playwright.Page:
    page.goto(f"./?{query}")
    settle(page)
    page.get_by_role("radio").first.focus()
    return page


def _type(page: playwright.Page, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def _saved(page: playwright.Page, party: str, expected: str) -> None:
    """Wait until Python has these answers: importance, stance and guess of each need, a hyphen for a blank."""
    expect(page.get_by_text(f"{party}: {expected.ljust(36, '-')}", exact=True)).to_be_visible(timeout=15_000)


@pytest.mark.browser
def test_the_others_answers_are_not_in_the_page(context: playwright.BrowserContext) -> None:
    """Behind the curtain neither the page nor what is sent for the grid tells what the other said."""
    page = context.new_page()
    frames: list[str | bytes] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(frame)))  # noqa: PLW0108  Playwright marks its handlers
    _opened(page)
    sent = b"".join(frame for frame in frames if isinstance(frame, bytes))
    grids = re.findall(rb'\[\{"sides".*?"post": "[^"]*"\}\]', sent)
    assert len(grids) == 1
    assert b'"stance": null' in grids[0]
    assert b'"b"' not in grids[0]
    assert page.locator("[role=radio][aria-checked=true]").count() == 0
    assert page.get_by_text("Bea").count() == 0
    page.close()


def _posted(page: playwright.Page, keys: str, changes: int) -> list[playwright.Response]:
    """Press keys that make some changes and return the answers to what the grid posts, once all is acknowledged."""
    answers: list[playwright.Response] = []
    page.on("response", lambda answer: answers.append(answer) if "/direct/" in answer.url else None)
    _type(page, keys)
    for _ in range(150):
        if answers and changes in answers[-1].json()["done"].values():
            break
        page.wait_for_timeout(100)
    return answers


@pytest.mark.browser
def test_answers_go_straight_to_the_server(context: playwright.BrowserContext) -> None:
    """While the hands are in the grid no script runs; what is posted comes back with the own side's answers alone."""
    page = _opened(context.new_page(), "direct")
    _saved(page, "a", "")
    answers = _posted(page, "3 c 2 d", 4)
    assert answers
    assert all(answer.ok for answer in answers)
    live = answers[-1].json()
    assert live["answers"]["a"]["need-1"]["stance"] == "do"
    assert set(live["answers"]) == {"a"}
    _saved(page, "a", "")  # the script's text is as old as its last run
    _type(page, "Tab")
    page.get_by_role("button", name="Look").click()
    _saved(page, "a", "3c-2d")
    page.close()


@pytest.mark.browser
def test_what_is_pressed_next_knows_of_the_last_answer(context: playwright.BrowserContext) -> None:
    """An answer that the server has not acknowledged yet is handed over before the button that is pressed next."""
    page = _opened(context.new_page(), "direct&late")
    _type(page, "1 w 3 Tab")
    page.get_by_role("button", name="Look").click()
    _saved(page, "a", "1w-3")
    page.close()


@pytest.mark.browser
def test_where_the_server_has_no_answer_the_script_has(context: playwright.BrowserContext) -> None:
    """What cannot be said beside the script's run is reported to the script, and nothing of it is lost."""
    page = _opened(context.new_page(), "direct&mute")
    _type(page, "1 w 3")
    _saved(page, "a", "1w-3")
    page.close()


@pytest.mark.browser
def test_twelve_needs_are_rated_by_24_keys(page: playwright.Page) -> None:
    """Digit and letter rate a need and go on to the next, and what is typed faster than Python saves is not lost."""
    shown = page.locator("[role=radio][aria-checked=true]")
    _type(page, " ".join("3c2d1w0l" * 3))
    assert shown.count() == 24
    _saved(page, "a", "3c-2d-1w-0l-" * 3)
    assert shown.count() == 24
    assert page.get_by_text("12 of 12 rated").is_visible()


@pytest.mark.browser
def test_the_arrows_move_and_the_grid_is_one_stop(page: playwright.Page) -> None:
    """Arrows, Home and End move the focus, which stays within the grid's ends; Tab leaves the grid and returns."""
    _type(page, "ArrowUp ArrowLeft ArrowDown ArrowRight ArrowRight Space End Enter Home ArrowDown Enter")
    _saved(page, "a", "---2c-0")
    assert page.locator("[role=radio][tabindex='0']").count() == 1
    _type(page, "Tab")
    expect(page.get_by_role("button", name="Clear")).to_be_focused()
    _type(page, "Shift+Tab 1")
    _saved(page, "a", "---2c-1")


@pytest.mark.browser
def test_a_rating_is_taken_back(page: playwright.Page) -> None:
    """Backspace and a second click blank an answer, a double click does not; u and Ctrl+Z undo one change each."""
    _type(page, "3 c 2 ArrowLeft Backspace")
    _saved(page, "a", "3c-")
    _type(page, "u")
    _saved(page, "a", "3c-2")
    _type(page, "Control+z u")
    _saved(page, "a", "3")
    three = page.get_by_role("radio", name="3, vital").first
    three.click()
    _saved(page, "a", "")
    three.dblclick()
    _saved(page, "a", "3")


@pytest.mark.browser
def test_what_was_taken_back_is_made_again(page: playwright.Page) -> None:
    """Ctrl+Shift+Z and Ctrl+Y make again what was taken back, one answer each, until something else is answered."""
    _type(page, "3 c 2 u Control+z")
    _saved(page, "a", "3")
    _type(page, "Control+Shift+z Control+y")
    _saved(page, "a", "3c-2")
    _type(page, "u u 0 Control+Shift+z Control+y")
    _saved(page, "a", "0")


@pytest.mark.browser
def test_python_has_the_last_word(page: playwright.Page) -> None:
    """What is changed elsewhere after a rating was saved shows in the grid, and the rating does not come back."""
    _type(page, "3 c")
    _saved(page, "a", "3c")
    page.get_by_role("button", name="Clear").click()
    _saved(page, "a", "")
    expect(page.locator("[role=radio][aria-checked=true]")).to_have_count(0)
    page.get_by_role("radio", name="1, nice to have").nth(2).click()
    _saved(page, "a", "------1")


@pytest.mark.browser
def test_keys_stay_in_the_grid(page: playwright.Page) -> None:
    """Letters reach no shortcut of Streamlit's, and keys with Ctrl, Alt or Meta are left to the browser."""
    page.evaluate("window.heard = []; document.addEventListener('keydown', (event) => window.heard.push(event.key))")
    _type(page, "r c x 3 Control+c Alt+2 ? Escape")
    heard = page.evaluate("window.heard")
    assert [key for key in heard if key in ("r", "x", "3")] == []
    assert {"c", "2", "?", "Escape"} <= set(heard)
    _saved(page, "a", "-c-3")


_PRESSED: Final = """(cell, init) => cell.dispatchEvent(
    new KeyboardEvent("keydown", {bubbles: true, composed: true, cancelable: true, ...init}))"""
_RATED: Final = """(cell, keys) => keys.map(([key, code]) => {
    const row = cell.closest("[role=row]");
    const press = (on, init) => on.dispatchEvent(new KeyboardEvent("keydown", {bubbles: true, ...init}));
    press(cell, {key, code, altKey: true});
    press(cell, {key, code});
    const rated = [...row.querySelectorAll("[aria-checked=true]")];
    rated.forEach((one) => press(one, {key: "Delete"}));
    return rated.map((one) => one.textContent[0]).join("");
})"""
_KEYS: Final = [
    ("é", "Digit2", "2"),  # French, Czech: a digit needs Shift
    ("à", "Digit0", "0"),
    ('"', "Digit3", "3"),
    ("&", "Digit1", "1"),
    ("ľ", "Digit2", "2"),
    ("Dead", "Digit3", "3"),
    ("あ", "Digit3", "3"),
    ("٢", "Digit2", "2"),
    ("۳", "Numpad3", "3"),
    ("२", "", "2"),
    ("３", "Digit3", "3"),
    ("д", "KeyL", "l"),
    ("Д", "KeyL", "l"),
    ("λ", "KeyL", "l"),
    ("с", "KeyC", "c"),
    ("ג", "KeyD", "d"),
    ("ไ", "KeyW", "w"),
    ("ｌ", "KeyL", "l"),
    ("w", "KeyZ", "w"),  # AZERTY: what is printed on it
    ("z", "KeyW", ""),
    ("n", "KeyL", ""),  # Dvorak
    ("²", "Backquote", ""),
    ("ç", "Digit9", ""),
    ("ф", "KeyA", ""),
    ("Unidentified", "", ""),
]


@pytest.mark.browser
def test_keys_count_by_their_place_where_the_letter_is_none_of_ours(page: playwright.Page) -> None:
    """A digit or letter of any keyboard rates by what it is, else by where it lies; Latin letters by what they are."""
    found = page.get_by_role("radio").first.evaluate(_RATED, [[key, code] for key, code, _ in _KEYS])
    assert [(*key[:2], rated) for key, rated in zip(_KEYS, found, strict=True)] == _KEYS


@pytest.mark.browser
def test_an_input_method_keeps_its_keys(page: playwright.Page) -> None:
    """What is pressed while a text is being composed, or with AltGr, rates nothing; the next key does."""
    first = page.get_by_role("radio").first
    for init in ({"key": "l", "isComposing": True}, {"key": "Process"}, {"key": "3", "isComposing": True}):
        first.evaluate(_PRESSED, {"code": "KeyL", **init})
    first.evaluate(_PRESSED, {"key": "@", "code": "Digit2", "modifierAltGraph": True})
    first.evaluate(_PRESSED, {"key": "@", "code": "Digit2", "shiftKey": True})
    expect(page.locator("[role=radio][aria-checked=true]")).to_have_count(0)
    first.evaluate(_PRESSED, {"key": "ע", "code": "KeyD"})
    _saved(page, "a", "-d")


@pytest.mark.browser
def test_undo_goes_by_place_too(page: playwright.Page) -> None:
    """On a keyboard without Latin letters u, Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y lie where they lie on one with them."""
    first = page.get_by_role("radio").first
    _type(page, "3 c 2")
    _saved(page, "a", "3c-2")
    for init, expected in (
        ({"key": "г", "code": "KeyU"}, "3c"),
        ({"key": "я", "code": "KeyZ", "ctrlKey": True}, "3"),
        ({"key": "Я", "code": "KeyZ", "ctrlKey": True, "shiftKey": True}, "3c"),
        ({"key": "н", "code": "KeyY", "metaKey": True}, "3c-2"),
        ({"key": "z", "code": "KeyY", "ctrlKey": True}, "3c"),  # QWERTZ
    ):
        first.evaluate(_PRESSED, init)
        _saved(page, "a", expected)


@pytest.mark.browser
def test_a_click_on_the_words_of_a_need_leads_into_its_row(page: playwright.Page) -> None:
    """The cursor goes to what is blank of the row, without an answer; what is typed then rates that need."""
    words = page.get_by_role("rowheader")
    words.nth(4).click()
    _type(page, "2 d")
    _saved(page, "a", "------------2d")
    words.nth(1).click()
    _type(page, "w")
    _saved(page, "a", "----w-------2d")
    words.nth(1).click()
    _type(page, "ArrowRight Enter")  # its importance is what is blank
    _saved(page, "a", "---1w-------2d")


@pytest.mark.browser
def test_keys_are_heard_while_nothing_has_the_focus(page: playwright.Page) -> None:
    """A digit or letter goes to the row where the cursor was; with the focus elsewhere it stays there."""
    _type(page, "3 c 2")
    page.evaluate("document.activeElement.blur()")
    _type(page, "ArrowDown d")
    _saved(page, "a", "3c-2d")
    page.get_by_text("a: 3c-2d").click()
    _type(page, "1")
    _saved(page, "a", "3c-2d-1")
    page.get_by_role("button", name="Look").focus()
    _type(page, "3 c")
    page.evaluate("document.activeElement.blur()")
    page.evaluate(f"({_PRESSED})(document.body, {{key: 'д', code: 'KeyL'}})")
    _saved(page, "a", "3c-2d-1l")
    _type(page, "u")
    _saved(page, "a", "3c-2d-1")


@pytest.mark.browser
def test_the_first_key_goes_to_the_first_blank(server: Server, context: playwright.BrowserContext) -> None:
    """Before the cursor was ever in the grid, keys go to the first blank answer; where asked for, the cursor does."""
    for query, keys, expected in (("half", "d", "3c-2d"), ("half", "1 w", "3c-1w"), ("half&begin=7", "Enter", "3c-2l")):
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.port}/?{query}")
        settle(page)
        page.get_by_role("radio").first.wait_for()
        if "begin" in query:
            stance = page.get_by_role("radiogroup", name="What you do about it, Need <b>1</b>")
            expect(stance.get_by_role("radio").first).to_be_focused()
        _type(page, keys)
        _saved(page, "a", expected)
        page.close()


@pytest.mark.browser
def test_it_is_a_grid_of_named_radio_groups(page: playwright.Page) -> None:
    """To a screen reader it is a grid of rows with named radio groups, every text as text, and changes are said."""
    grid = page.get_by_role("grid")
    assert grid.get_by_role("row").count() == 1 + 3 + 12
    group = grid.get_by_role("radiogroup", name="How much it matters, Need <b>0</b>")
    assert group.get_by_role("radio", name="3, vital").count() == 1
    _type(page, "3")
    assert page.get_by_role("status").filter(has_text="How much it matters: 3, vital").count() == 1


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height"), [(390, 844), (640, 400), (1280, 800)])
def test_it_fits_the_window(page: playwright.Page, width: int, height: int) -> None:
    """Twelve needs stand within 580 pixels at 1280×800; narrow windows get cards; every target has 24 pixels."""
    page.set_viewport_size({"width": width, "height": height})
    box = page.get_by_role("grid").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["height"] <= 580 or width < 1280
    sizes = [cell.bounding_box() for cell in page.get_by_role("radio").all()[:8]]
    assert min(min(size["width"], size["height"]) for size in sizes if size) >= 24
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@pytest.mark.browser
def test_a_guess_is_asked_for_last(context: playwright.BrowserContext) -> None:
    """With guesses a letter goes on to the guess, and the next letter to the next need."""
    page = _opened(context.new_page(), "guess")
    assert page.get_by_text("Bea will say").is_visible()
    _type(page, "3 c l 2 d w")
    _saved(page, "a", "3cl2dw")


@pytest.mark.browser
def test_two_rate_openly_side_by_side(context: playwright.BrowserContext) -> None:
    """With two sides each keeps its own columns, and keys act on the side that has the focus."""
    page = _opened(context.new_page(), "open")
    _type(page, "3 c 1 l End 2 c")
    _saved(page, "a", "3c-1l-")
    _saved(page, "b", "-w--w-2c-" + "-w-" * 9)
