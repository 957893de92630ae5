"""The disk refuses while people answer: the page says so at once, keeps all of it, and says "saved" when it is."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from tests.support.browser import chromium, eventually, home, running_app, settle
from tests.support.builders import aspect, canvas, parties

pytestmark = pytest.mark.browser

PATIENCE: Final = 20_000


def test_no_answer_is_called_saved_that_the_disk_refused(tmp_path: Path) -> None:
    """Openly and behind the curtain; back again, the next answer saves them all, and the keyboard is where it was."""
    folder = tmp_path / "canvases"
    needs = [aspect(number) for number in range(1, 5)]
    for made in (
        canvas(id="curtain", parties=parties(), aspects=needs),
        canvas(id="openly", parties=parties(), aspects=needs, rating={"mode": "open"}),
    ):
        (folder / made.id).mkdir(parents=True)
        (folder / made.id / "canvas.yaml").write_text(canvas_to_text(made), encoding="utf-8")
    env = {"JTBD_CANVASES": str(folder), "JTBD_CONFIG": str(tmp_path / "config")}
    with running_app(env=env) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(server.url)
        settle(page)
        for canvas_id in ("openly", "curtain"):
            page.goto(f"{home(page)}?canvas={canvas_id}&step=aspects&view=rate")
            settle(page)
            if canvas_id == "curtain":
                page.get_by_role("button", name="I am Ana").click()
                page.get_by_role("button", name="I am done").wait_for()
                settle(page)
            _refused_and_taken_again(page, folder / canvas_id, tmp_path / "away")


def _refused_and_taken_again(page: Page, folder: Path, away: Path) -> None:
    box, bar = page.locator(".st-key-unsaved"), page.locator(".st-key-state")
    page.get_by_role("radio", name="of no concern").first.focus()
    page.keyboard.press("3")
    expect(bar).to_contain_text("saved", timeout=PATIENCE)
    eventually(lambda: _saved(folder)[0], (3, None))
    folder.rename(away)
    page.keyboard.press("c")
    expect(box).to_contain_text("is not saved.", timeout=PATIENCE)
    expect(bar).to_contain_text("not saved", timeout=PATIENCE)
    page.keyboard.press("2")
    page.keyboard.press("d")
    expect(page.get_by_text("2 of 4 rated" if folder.name == "curtain" else "0 of 4 rated")).to_be_visible(
        timeout=PATIENCE
    )
    page.once("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog") as leaving:
        page.evaluate("() => void setTimeout(() => location.reload())")
    assert leaving.value.type == "beforeunload", "who leaves the page now is asked whether they want to"
    away.rename(folder)
    page.keyboard.press("1")
    expect(box).to_have_count(0, timeout=PATIENCE)
    expect(bar).not_to_contain_text("not saved", timeout=PATIENCE)
    eventually(lambda: _saved(folder), [(3, "core"), (2, "do"), (1, None), (None, None)])
    page.keyboard.press("w")
    expect(page.get_by_text("3 of 4 rated" if folder.name == "curtain" else "0 of 4 rated")).to_be_visible(
        timeout=PATIENCE
    )


def _saved(folder: Path) -> list[tuple[int | None, str | None]]:
    file = folder / "canvas.yaml"
    saved = canvas_from_bytes(file.read_bytes(), str(file))
    return [(need.a.importance, need.a.stance and str(need.a.stance)) for need in saved.aspects]
