"""One click does it, once: what is typed and left by a mouse click is kept, and kept a single time."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from browser import chromium, running_app, settle
from builders import canvas, parties
from playwright.sync_api import Page, expect

from jtbd.model import Canvas
from jtbd.store.codec import canvas_from_bytes, canvas_to_text

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


def test_a_click_adds_once_however_long_it_is_held(tmp_path: Path) -> None:
    """A promise that is added by its button, or left by a click elsewhere, and a need that is left, are there once."""
    file = tmp_path / "canvases" / "test-canvas" / "canvas.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(canvas_to_text(canvas(parties=parties())), encoding="utf-8")
    env = {"JTBD_CANVASES": str(tmp_path / "canvases"), "JTBD_CONFIG": str(tmp_path / "config")}

    def saved() -> Canvas:
        return canvas_from_bytes(file.read_bytes(), str(file))

    with running_app(env=env) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(server.url)
        settle(page)
        page.goto(f"http://127.0.0.1:{server.port}/?canvas=test-canvas&step=commitments")
        line = page.get_by_label("Ana will …")
        line.wait_for(timeout=PATIENCE)
        settle(page)
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
        assert [promise.what for promise in saved().commitments] == expected
        page.goto(f"http://127.0.0.1:{server.port}/?canvas=test-canvas&step=aspects")
        box = page.get_by_label("Add functional needs")
        box.wait_for(timeout=PATIENCE)
        settle(page)
        box.fill("Find premises")
        _press(page, "← Job", 60)
        page.get_by_role("button", name="← Parties").wait_for(timeout=PATIENCE)
        settle(page)
    assert [need.text for need in saved().aspects] == ["Find premises"]
