"""Needs in a browser: Enter adds, the rating has the cursor, its heads stay, redo says what it can."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from jtbd.model import Aspect
from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from jtbd.ui.steps import Step
from tests.support.browser import chromium, eventually, home, running_app, settle
from tests.support.builders import canvas

pytestmark = pytest.mark.browser

PATIENCE: Final = 30_000
TYPED: Final = 60
"""Milliseconds from key to key of the fastest typists, 200 words a minute."""
NEEDS: Final = [
    {"id": f"need-{number}", "dimension": "functional", "text": f"Die Küche läuft am {number}. Tag ohne uns weiter"}
    for number in range(16)
]
_CURSOR: Final = """() => {
  let here = document.activeElement;
  while (here.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
  return [here.closest(".row")?.querySelector(".need").innerText, here.ariaLabel];
}"""
_CHART: Final = "performance.getEntriesByType('resource').some(({name}) => name.includes('PlotlyChart'))"


class Window:
    """One page over two canvases: one of sixteen needs, and one of none."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self._home = home(page)
        self._folder = folder

    def open(self, query: str, sign: str) -> Page:
        """Open an address and wait for what must be there."""
        self.page.goto(f"{self._home}?{query}")
        expect(self.page.locator(sign).first).to_be_visible(timeout=PATIENCE)
        settle(self.page)
        return self.page

    def texts(self, canvas_id: str) -> list[str]:
        """Return the needs of a canvas as they are on disk."""
        return [aspect.text for aspect in self._aspects(canvas_id)]

    def stances(self, canvas_id: str) -> int:
        """Return of how many needs party a has said on disk what it does about them."""
        return sum(aspect.a.stance is not None for aspect in self._aspects(canvas_id))

    def _aspects(self, canvas_id: str) -> tuple[Aspect, ...]:
        file = self._folder / canvas_id / "canvas.yaml"
        return canvas_from_bytes(file.read_bytes(), str(file)).aspects


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """Start the app over both, and a browser that was let in."""
    folder = tmp_path_factory.mktemp("canvases")
    parties = {"a": {"organisation": "Blumen Müller", "person": "Grete Müller"}, "b": {"person": "Can Özdemir"}}
    for document in (canvas(id="sixteen", aspects=NEEDS, parties=parties), canvas(id="none", parties=parties)):
        (folder / document.id).mkdir()
        (folder / document.id / "canvas.yaml").write_text(canvas_to_text(document), encoding="utf-8")
    env = {"JTBD_CANVASES": str(folder), "JTBD_CONFIG": str(folder / "config")}
    with running_app(env=env) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
        page.set_default_timeout(PATIENCE)
        page.goto(server.url)
        expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=PATIENCE)
        yield Window(page, folder)


def test_enter_adds_a_need_and_the_next_can_be_typed_at_once(window: Window) -> None:
    """No letter of the next is lost, the cursor stays, Shift and Enter begin a line, what is refused stands there."""
    page = window.open("canvas=none&step=aspects", "[class*=st-key-add-functional] textarea")
    box = page.locator("[class*=st-key-add-functional] textarea").first  # the one before it stays for a moment
    box.click()
    for words in ("Die Küche läuft ohne uns weiter", "Niemand sucht den Schlüssel"):
        page.keyboard.type(words, delay=TYPED)
        page.keyboard.press("Enter")
    page.keyboard.type("Der Wasserhahn tropft nicht", delay=TYPED)
    expect(page.locator("[class*=st-key-text-aspects]")).to_have_count(2, timeout=PATIENCE)
    expect(box).to_have_value("Der Wasserhahn tropft nicht", timeout=PATIENCE)
    expect(box).to_be_focused(timeout=PATIENCE)
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("Das Licht geht an")
    page.keyboard.press("Enter")
    expect(page.locator("[class*=st-key-text-aspects]")).to_have_count(4, timeout=PATIENCE)
    expect(box).to_have_value("")
    expect(box).to_be_focused(timeout=PATIENCE)
    page.keyboard.insert_text("Etwas mit\u0007 Klingel")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Not saved").first).to_be_visible(timeout=PATIENCE)
    expect(box).to_have_value("Etwas mit\u0007 Klingel", timeout=PATIENCE)
    box.fill("")
    added = [
        "Die Küche läuft ohne uns weiter",
        "Niemand sucht den Schlüssel",
        "Der Wasserhahn tropft nicht",
        "Das Licht geht an",
    ]
    eventually(lambda: window.texts("none"), added)


def test_no_field_says_which_key_to_press(window: Window) -> None:
    """On no page does a field that is written in say “Press Enter to apply” over what was typed."""
    addresses = ["", *(f"canvas=sixteen&step={step}" for step in Step)]
    for address in addresses:
        page = window.open(address, ".stMain :is(h1, h2, h3)")
        for kind in (".stTextInput input", ".stTextArea textarea", ".stNumberInput input"):
            field = page.locator(kind).first
            if field.count():
                field.click()
                page.keyboard.type("1")
                assert (
                    not page.get_by_text("Press ", exact=False).filter(has_text="Enter").locator("visible=true").count()
                )
                page.keyboard.press("Control+z")


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["laptop", "phone"])
def test_the_rating_has_the_cursor_and_its_heads_stay(window: Window, size: tuple[int, int]) -> None:
    """A turn opens in its first blank answer; what the signs mean and the heads stay while sixteen needs go by."""
    window.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = window.open("canvas=sixteen&step=aspects&view=rate", ".st-key-curtain h2")
    page.locator(".st-key-turn-a button").first.click()
    expect(page.locator(".rating [role=radio]:focus")).to_have_count(1, timeout=PATIENCE)
    rated = int(page.locator(".rating .count").inner_text().split()[0])
    assert page.evaluate(_CURSOR) == [NEEDS[rated]["text"], "0, of no concern"]
    _says(page, "redo", ready=False)
    page.keyboard.type("3c")
    expect(page.locator(".rating .count")).to_have_text(f"{rated + 1} of 16 rated", timeout=PATIENCE)
    eventually(lambda: window.stances("sixteen"), rated + 1)  # one post brings both answers, or two one after the other
    settle(page)
    page.locator(".st-key-undo button:visible").click()
    expect(page.locator(".rating .count")).not_to_have_text(f"{rated + 1} of 16 rated", timeout=PATIENCE)
    _says(page, "redo", ready=True)
    page.locator(".st-key-redo button:visible").click()
    expect(page.locator(".rating .count")).to_have_text(f"{rated + 1} of 16 rated", timeout=PATIENCE)
    _says(page, "redo", ready=False)
    _says(page, "undo", ready=True)
    legend, head = (page.locator(f".rating .{part}") for part in ("legend", "head"))
    for place in (5, 15):
        page.locator(".rating .row").nth(place).get_by_role("radio").first.focus()
        page.wait_for_timeout(100)
        top, below = _box(legend), _box(head)
        cell = _box(page.locator(".rating [role=radio]:focus"))
        assert 0 <= top["y"] < below["y"] < size[1], place
        assert top["y"] + top["height"] - 1 <= below["y"], "one beneath the other"
        assert cell["y"] >= below["y"] + below["height"] - 1, "what has the cursor is not behind them"
    window.page.set_viewport_size({"width": 1280, "height": 800})


def _box(part: Locator) -> FloatRect:
    found = part.bounding_box()
    assert found, "it is drawn"
    return found


def _says(page: Page, name: str, *, ready: bool) -> None:
    button = page.locator(f".st-key-{name} button:visible")
    if ready:
        expect(button).to_be_enabled(timeout=PATIENCE)
    else:
        expect(button).to_be_disabled(timeout=PATIENCE)


def test_what_draws_charts_is_there_before_it_is_asked_for(window: Window) -> None:
    """While nobody does anything on an earlier step, the browser fetches it."""
    page = window.open("canvas=sixteen&step=job", ".st-key-page-job input")
    until = time.monotonic() + 30
    while not page.evaluate(_CHART):
        assert time.monotonic() < until
        page.wait_for_timeout(200)
