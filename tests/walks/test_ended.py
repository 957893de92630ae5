"""The program is gone while people answer: the page says so, keeps the answers, and delivers them when it is back."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from tests.support.browser import Server, chromium, eventually, home, running_app, settle
from tests.support.builders import aspect, canvas, parties

pytestmark = pytest.mark.browser

NEEDS: Final = [aspect(number) for number in range(1, 5)]
ENDED: Final = "The program has ended."
KEPT: Final = "Object.keys(sessionStorage).filter((key) => key.startsWith('jtbd-unsaved'))"


def _laid(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """Lay a canvas with four needs on a desk; return its file, and the environment that leads there."""
    file = tmp_path / "canvases" / "test-canvas" / "canvas.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(canvas_to_text(canvas(parties=parties(), aspects=NEEDS)), encoding="utf-8")
    return file, {"JTBD_CANVASES": str(tmp_path / "canvases"), "JTBD_CONFIG": str(tmp_path / "config")}


def _let_in(page: Page, server: Server) -> None:
    page.goto(server.url)
    settle(page)


def _rate(page: Page, keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def _in_turn(page: Page, name: str = "Ana") -> None:
    page.get_by_role("button", name=f"I am {name}").click()
    page.get_by_role("button", name="I am done").wait_for()
    settle(page)
    page.get_by_role("radio", name="of no concern").first.focus()


def _begin(page: Page, server: Server) -> None:
    """Come in, and open Ana's turn."""
    _let_in(page, server)
    page.goto(f"{home(page)}?canvas=test-canvas&step=aspects&view=rate")
    settle(page)
    _in_turn(page)


def _kill(server: Server) -> None:
    os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait()


def _go_on(page: Page, again: Server) -> None:
    """Come in by the new link in another tab, as a program that is started opens one, and go on in the old one."""
    expect(page.locator(".jtbd-pulse")).to_contain_text("started anew", timeout=15_000)
    _let_in(page.context.new_page(), again)
    page.locator(".jtbd-pulse").get_by_role("button", name="Go on here").click()
    settle(page)


def _answers(file: Path) -> list[tuple[int | None, str | None]]:
    saved = canvas_from_bytes(file.read_bytes(), str(file))
    return [(need.a.importance, need.a.stance and str(need.a.stance)) for need in saved.aspects[:3]]


def test_no_answer_is_lost_with_the_program(tmp_path: Path) -> None:
    """Killed in mid-turn it is said at once, with the count of what is not saved; back again, all of it is on disk."""
    file, env = _laid(tmp_path)
    with chromium() as browser:
        page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
        with running_app(env=env) as server:
            _begin(page, server)
            _rate(page, "3c")
            eventually(lambda: _answers(file)[0], (3, "core"))
            page.wait_for_function(f"() => !{KEPT}.length")  # and the page has heard of it
            _kill(server)
            _rate(page, "2d1")
            alert = page.locator(".jtbd-pulse")
            expect(alert).to_contain_text(ENDED, timeout=8000)
            expect(alert).to_contain_text("These 3 answers are not saved yet")
        with running_app(args=[f"--server.port={server.port}"], env=env) as again:
            _go_on(page, again)
            _in_turn(page)
            expect(alert).to_have_count(0)
            page.wait_for_function(f"() => !{KEPT}.length")  # what is delivered is not kept
    eventually(lambda: _answers(file), [(3, "core"), (2, "do"), (1, None)])


def test_a_program_that_does_not_answer_has_not_ended(tmp_path: Path) -> None:
    """Stopped for a while it is called silent, and all is saved once it goes on."""
    file, env = _laid(tmp_path)
    with chromium() as browser, running_app(env=env) as server:
        page = browser.new_page()
        _begin(page, server)
        os.kill(server.process.pid, signal.SIGSTOP)
        _rate(page, "3c")
        alert, bar = page.locator(".jtbd-pulse"), page.locator(".st-key-state [data-testid=stCaptionContainer]").first
        expect(alert).to_contain_text("does not answer just now", timeout=8000)
        expect(alert).to_contain_text("These 2 answers are not saved yet")
        expect(bar).to_be_hidden()
        os.kill(server.process.pid, signal.SIGCONT)
        expect(alert).to_have_count(0, timeout=15_000)
        expect(bar).to_be_visible()
        page.wait_for_function(f"() => !{KEPT}.length")
        eventually(lambda: _answers(file)[0], (3, "core"))


def test_what_was_answered_since_stays_and_what_is_anothers_waits(tmp_path: Path) -> None:
    """An answer that was given otherwise meanwhile is not undone; in the other's turn nothing is delivered or shown."""
    file, env = _laid(tmp_path)
    with chromium() as browser:
        page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
        with running_app(env=env) as server:
            _begin(page, server)
            _kill(server)
            _rate(page, "2d1")
            again_by = f"Start it again with jtbd --port {server.port} to go on."
            expect(page.locator(".jtbd-pulse")).to_contain_text(again_by, timeout=8000)
        since = canvas(parties=parties(), aspects=[aspect(1, a=(0, None)), *NEEDS[1:]])
        file.write_text(canvas_to_text(since), encoding="utf-8")
        with running_app(args=[f"--server.port={server.port}"], env=env) as again:
            _go_on(page, again)
            _in_turn(page, "Bea")
            assert page.evaluate(KEPT), "Ana's answers wait for Ana"
            expect(page.locator("[role=radio][aria-checked=true]")).to_have_count(0)
            page.get_by_role("button", name="The list of needs").click()
            page.get_by_role("button", name="Rate these needs").click()
            _in_turn(page)
            page.wait_for_function(f"() => !{KEPT}.length")
    eventually(lambda: _answers(file), [(0, "do"), (1, None), (None, None)])
