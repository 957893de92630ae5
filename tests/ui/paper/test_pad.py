"""The signature pad in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from jtbd.sign.sheet.mark import checked_mark
from tests.support.browser import Server, chromium, running_app

pytestmark = pytest.mark.browser

SCRIPT = """
import streamlit as st
from jtbd.ui.paper.pad import signature_pad
mark = signature_pad("pad", "Signature of Ida Marlow")
st.text(f"mark: {mark}.")
st.button("again")
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a pad."""
    script = tmp_path_factory.mktemp("pad") / "pad.py"
    script.write_text(SCRIPT, encoding="utf-8")
    with running_app(script, guarded=False) as running:
        yield running


@pytest.fixture
def page(server: Server) -> Iterator[Page]:
    """Return a page with an empty pad."""
    with chromium() as browser:
        opened = browser.new_page()
        opened.goto(server.url)
        expect(opened.get_by_role("img", name="Signature of Ida Marlow")).to_be_visible(timeout=15_000)
        yield opened


def _stroke(page: Page, *points: tuple[int, int]) -> None:
    box = page.locator(".st-key-pad svg").bounding_box()
    assert box
    places = [(box["x"] + x * box["width"] / 600, box["y"] + y * box["height"] / 160) for x, y in points]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place, steps=4)
    page.mouse.up()


def _mark(page: Page, strokes: int) -> str:
    pattern = re.compile(r"^mark: " + r"(M[^M]*)" * strokes + r"\.$")
    shown = page.get_by_text(pattern)
    expect(shown).to_be_visible(timeout=15_000)
    return shown.inner_text().removeprefix("mark: ").removesuffix(".")


def test_strokes_become_path_data_that_can_be_signed(page: Page) -> None:
    """Each stroke is one short path that signing accepts; undo takes back the last, clear all; a rerun keeps them."""
    _stroke(page, (40, 120), (90, 30), (140, 120), (200, 60))
    one = _mark(page, 1)
    assert checked_mark(one) == one
    assert len(one) < 1000
    _stroke(page, (260, 100), (320, 60))
    two = _mark(page, 2)
    assert two.startswith(one)
    page.get_by_role("button", name="again").click()
    assert _mark(page, 2) == two
    page.get_by_role("button", name="Undo").click()
    assert _mark(page, 1) == one
    page.get_by_role("button", name="Clear").click()
    assert _mark(page, 0) == ""


def test_a_dot_and_too_many_strokes_are_told(page: Page) -> None:
    """A tap is told to be a dot until something is drawn; a stroke beyond the limit says that no more fit."""
    note = page.get_by_text("That is a dot: draw your name.")
    _stroke(page, (40, 120))
    expect(note).to_be_visible()
    _stroke(page, (60, 100), (62, 101))
    expect(note).to_be_visible()
    _stroke(page, (40, 120), (90, 30), (140, 120))
    expect(note).to_be_hidden()
    for place in range(37):
        _stroke(page, (40 + 10 * place, 20), (60 + 10 * place, 120))
    full = page.get_by_text("40 strokes are all that fit: take one back, or clear.")
    expect(full).to_be_hidden()
    _stroke(page, (40, 20), (90, 120))
    expect(full).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(full).to_be_hidden()
