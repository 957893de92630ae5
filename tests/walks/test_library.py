"""The list of meetings in a browser: the whole of a row opens it, by mouse and by key."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import expect

from jtbd.store.codec import canvas_to_text
from tests.support.browser import chromium, running_app, settle
from tests.support.builders import canvas

pytestmark = pytest.mark.browser

PATIENCE: Final = 30_000
NAME: Final = "Blumen Müller & Töchter × Tischlerei Özdemir"
WINDOWS: Final = ((1280, 800), (390, 844))
_HIT: Final = """row => {
  const {left, top, width, height} = row.getBoundingClientRect();
  return [[0.02, 0.1], [0.3, 0.5], [0.6, 0.5], [0.6, 0.9], [0.8, 0.2]]
    .map(([x, y]) => document.elementFromPoint(left + width * x, top + height * y))
    .map((hit) => hit?.closest("button")?.innerText.trim());
}"""


def test_the_whole_of_a_row_opens_it(tmp_path: Path) -> None:
    """Wherever it is pressed but on what else it offers, and by Enter; it is one button with the meeting's name."""
    parties = {"a": {"organisation": "Blumen Müller & Töchter"}, "b": {"organisation": "Tischlerei Özdemir"}}
    file = tmp_path / "begun" / "canvas.yaml"
    file.parent.mkdir()
    file.write_text(canvas_to_text(canvas(id="begun", parties=parties)), encoding="utf-8")
    env = {"JTBD_CANVASES": str(tmp_path), "JTBD_CONFIG": str(tmp_path / "config")}
    with running_app(env=env) as server, chromium() as browser:
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(server.url)
        for width, height in WINDOWS:
            page.set_viewport_size({"width": width, "height": height})
            row = page.locator(".st-key-card-begun")
            expect(row).to_be_visible(timeout=PATIENCE)
            settle(page)
            row.scroll_into_view_if_needed()
            assert row.evaluate(_HIT) == [NAME] * 5, width
            button = page.get_by_role("button", name=NAME, exact=True)
            expect(button).to_have_count(1)
            button.focus()
            page.keyboard.press("Enter")
            expect(page.locator(".st-key-page-job")).to_be_visible(timeout=PATIENCE)
            settle(page)
            page.get_by_role("button", name="Common Job").locator("visible=true").click()
        expect(page.locator(".st-key-card-begun")).to_be_visible(timeout=PATIENCE)
        settle(page)
        page.get_by_role("button", name=f"Rename or throw away: {NAME}").click()
        expect(page.get_by_label("Name of this meeting")).to_be_visible(timeout=PATIENCE)
        assert "canvas=" not in page.url
