"""One click does it, once: what is typed and left by a mouse click is kept, and kept a single time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from jtbd.model import Canvas
from jtbd.store.codec import canvas_from_bytes
from tests.support.browser import Room, chromium, eventually, room, running_app, settle, write_app
from tests.support.builders import canvas, parties

pytestmark = pytest.mark.browser

HELD: Final = (0, 20, 60, 100, 300)
"""Milliseconds that people hold a button down."""

PATIENCE: Final = 20_000


def _press(page: Page, name: str, held: int) -> None:
    """Press a button as a hand does, which holds it for a moment."""
    box = page.get_by_role("button", name=name, exact=True).first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(held)
    page.mouse.up()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """Run the app for all of these tests."""
    with room(tmp_path_factory.mktemp("room")) as running:
        yield running


@contextmanager
def _meeting(shared: Room) -> Iterator[tuple[Page, str, Callable[[], Canvas]]]:
    """Yield a page of the app, the address of a canvas in it, and what reads that canvas from the disk."""
    file = shared.lay(canvas(parties=parties()))
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(shared.server.url)
        settle(page)
        address = f"{page.url.split('?')[0]}?canvas={file.parent.name}&step="
        yield page, address, lambda: canvas_from_bytes(file.read_bytes(), str(file))


def test_a_click_adds_once_however_long_it_is_held(shared: Room) -> None:
    """A promise that is added or left by a click, and a need that is left, are there once; what is typed is heard."""
    with _meeting(shared) as (page, address, saved):
        page.goto(f"{address}commitments")
        line = page.get_by_label("Ana will …")
        line.wait_for(timeout=PATIENCE)
        settle(page)
        line.fill("Call Omar every six weeks, by 5/12")
        heard = page.locator(".st-key-line-a .heard")
        expect(heard).to_contain_text("every 6 weeks", timeout=PATIENCE)
        expect(heard).to_contain_text("“5/12” can mean", timeout=PATIENCE)
        line.fill("")
        expect(heard).to_be_empty(timeout=PATIENCE)
        expected = []
        for held in HELD:
            expected.append(f"Call the client after {held} days")
            line.fill(expected[-1])
            _press(page, "Add", held)
            expect(page.get_by_text(expected[-1]).first).to_be_visible(timeout=PATIENCE)
            expect(line).to_have_value("", timeout=PATIENCE)
            settle(page)
        expected.append("Send the plan to Bea")
        line.fill(expected[-1])
        _press(page, "← Value", 60)
        page.get_by_role("button", name="← Overlap").wait_for(timeout=PATIENCE)
        settle(page)
        eventually(lambda: [promise.what for promise in saved().commitments], expected)
        page.goto(f"{address}aspects")
        box = page.get_by_label("Add functional needs")
        box.wait_for(timeout=PATIENCE)
        settle(page)
        box.fill("Find premises")
        _press(page, "← Job", 60)
        page.get_by_role("button", name="← Parties").wait_for(timeout=PATIENCE)
        settle(page)
        eventually(lambda: [need.text for need in saved().aspects], ["Find premises"])


def test_what_is_typed_outlives_back_and_reload(shared: Room) -> None:
    """A field that is not left yet shows the same after a reload and on the way back and forth, and is saved then."""
    with _meeting(shared) as (page, address, saved):
        page.goto(f"{address}aspects")
        page.get_by_label("Add functional needs").wait_for(timeout=PATIENCE)
        settle(page)
        _press(page, "← Job", 60)
        want = page.get_by_label("I want to")
        want.wait_for(timeout=PATIENCE)
        settle(page)
        want.press_sequentially("move our shop")
        page.reload()
        expect(want).to_have_value("move our shop", timeout=PATIENCE)
        settle(page)
        want.press("End")
        want.press_sequentially(" by spring")
        page.go_back()
        page.get_by_label("Add functional needs").wait_for(timeout=PATIENCE)
        settle(page)
        page.go_forward()
        expect(want).to_have_value("move our shop by spring", timeout=PATIENCE)
        settle(page)
        want.press("Tab")
        settle(page)
        expect(page.get_by_text("move our shop by spring").first).to_be_visible(timeout=PATIENCE)
        kept = page.evaluate("() => Object.keys(sessionStorage).filter((name) => name.startsWith('jtbd-typed:'))")
        assert kept == [], "what is left is not kept"
        eventually(lambda: saved().job.want, "move our shop by spring")


MOVES: Final = """
import streamlit as st

def count():
    st.session_state["removed"] = st.session_state.get("removed", 0) + 1

said = st.text_input("Promise", key="promise")
if said:
    for line in range(6):
        st.markdown(f"advice {line}")
st.button("Remove", key="remove", on_click=count)
st.text(f"removed {st.session_state.get('removed', 0)}")
"""


def test_a_button_that_moves_is_pressed_all_the_same(tmp_path: Path) -> None:
    """Leaving a field pushes the button away while it is held down; it is pressed, and once."""
    app = write_app(tmp_path / "app", MOVES)
    with running_app(app, env={"JTBD_CANVASES": str(tmp_path / "canvases")}) as server, chromium() as browser:
        for held in (20, 150, 600):
            page = browser.new_page()
            page.goto(server.url)
            settle(page)
            page.get_by_label("Promise").fill("Call the client soon")
            _press(page, "Remove", held)
            expect(page.get_by_text("removed 1")).to_be_visible(timeout=PATIENCE)
            page.wait_for_timeout(300)
            expect(page.get_by_text("removed 1")).to_be_visible()
            page.close()
