"""Drafting promises in a real browser: quick by keyboard, and in place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from jtbd.store.codec import canvas_to_text
from tests.support.browser import chromium, home, running_app, settle
from tests.support.builders import ready_canvas

pytestmark = pytest.mark.browser

PATIENCE = 20_000


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    """Open the commitments of a canvas without any."""
    canvas = ready_canvas(commitments=[])
    file = tmp_path / "canvases" / canvas.id / "canvas.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(canvas_to_text(canvas), encoding="utf-8")
    env = {"JTBD_CANVASES": str(tmp_path / "canvases"), "JTBD_CONFIG": str(tmp_path / "config")}
    with running_app(env=env) as server, chromium() as browser:
        opened = browser.new_page(viewport={"width": 1280, "height": 800})
        opened.set_default_timeout(PATIENCE)
        opened.goto(server.url)
        opened.goto(f"{home(opened)}?canvas={canvas.id}&step=commitments")
        opened.wait_for_selector(".st-key-page-commitments")
        settle(opened)
        yield opened


def test_promises_are_written_one_after_the_other(page: Page) -> None:
    """Enter adds what was typed and empties the line, which keeps the focus; a sentence opens in place and closes.

    What was understood of the line is tapped to be mended.
    """
    line = page.get_by_label("Ana will …")
    line.click()
    for number, what in enumerate(("introduce Bea by 15 Dec; done when three were sent", "call each client"), 1):
        page.keyboard.type(what)
        page.keyboard.press("Enter")
        expect(page.locator(".st-key-promises-a [class*=st-key-reword-]")).to_have_count(number, timeout=PATIENCE)
        settle(page)
        expect(line).to_be_focused()
        expect(line).to_have_value("")
    line.click()
    page.keyboard.type("send the price list, by 15 Dec")
    page.locator(".st-key-line-a .heard button", has_text="15 December").click()
    page.keyboard.type("by 20 January")
    page.locator(".st-key-line-a .heard button", has_text="done when?").click()
    page.keyboard.type("Bea has read it")
    expect(line).to_have_value("send the price list, by 20 January; done when Bea has read it")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    expect(page.locator(".st-key-line-a .heard button")).to_have_count(0)
    page.get_by_role("button", name="Call each client").first.click()
    page.get_by_label("done when").fill("every client was called")
    page.get_by_label("done when").press("Tab")
    page.get_by_role("button", name="Done", exact=True).click()
    expect(page.get_by_role("button", name="Call each client; done when every client was called")).to_be_visible()
