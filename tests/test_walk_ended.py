"""The program is gone while people answer: the page says so, keeps the answers, and delivers them when it is back."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Final

import pytest
from browser import chromium, home, running_app, settle
from builders import aspect, canvas, parties
from playwright.sync_api import Page, expect

from jtbd.store.codec import canvas_from_bytes, canvas_to_text

pytestmark = pytest.mark.browser

ENDED: Final = "The program has ended."
TURN: Final = "I am Ana"


def _rate(page: Page, keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def _in_turn(page: Page) -> None:
    page.get_by_role("button", name=TURN).click()
    page.get_by_role("button", name="I am done").wait_for()
    settle(page)
    page.get_by_role("radio", name="of no concern").first.focus()


def test_no_answer_is_lost_with_the_program(tmp_path: Path) -> None:
    """Killed in mid-turn it is said at once, with the count of what is not saved; back again, all of it is on disk."""
    file = tmp_path / "canvases" / "test-canvas" / "canvas.yaml"
    file.parent.mkdir(parents=True)
    needs = [aspect(number) for number in range(1, 5)]
    file.write_text(canvas_to_text(canvas(parties=parties(), aspects=needs)), encoding="utf-8")
    env = {"JTBD_CANVASES": str(tmp_path / "canvases"), "JTBD_CONFIG": str(tmp_path / "config")}
    with chromium() as browser:
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        with running_app(env=env) as server:
            port = server.port
            page.goto(server.url)
            settle(page)
            page.goto(f"{home(page)}?canvas=test-canvas&step=aspects&view=rate")
            settle(page)
            _in_turn(page)
            _rate(page, "3c")
            page.wait_for_timeout(700)
            os.kill(server.process.pid, signal.SIGKILL)
            server.process.wait()
            _rate(page, "2d1")
            alert = page.locator(".jtbd-pulse")
            expect(alert).to_contain_text(ENDED, timeout=8000)
            expect(alert).to_contain_text("These 3 answers are not saved yet")
        with running_app(args=[f"--server.port={port}"], env=env) as again:
            expect(alert).to_contain_text("started anew", timeout=15_000)
            other = context.new_page()
            other.goto(again.url)
            settle(other)
            alert.get_by_role("button", name="Go on here").click()
            settle(page)
            _in_turn(page)
            expect(page.locator(".jtbd-pulse")).to_have_count(0)
            page.wait_for_timeout(1500)
            kept = page.evaluate("() => Object.keys(sessionStorage).filter((key) => key.startsWith('jtbd-unsaved'))")
            assert kept == [], "what is delivered is not kept"
    saved = canvas_from_bytes(file.read_bytes(), str(file))
    answers = [(need.a.importance, need.a.stance and str(need.a.stance)) for need in saved.aspects[:3]]
    assert answers == [(3, "core"), (2, "do"), (1, None)]
