"""The app in a window of a telephone: where steps open, what can be seen in the dark, what the foot covers."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Final, Literal

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, ViewportSize, expect

from jtbd.store.codec import canvas_to_text
from tests.support.browser import Server, chromium, home, running_app, settle
from tests.support.builders import canvas, ready_canvas

pytestmark = pytest.mark.browser

PATIENCE: Final = 20_000
WINDOW: Final[ViewportSize] = {"width": 390, "height": 844}
NEEDS: Final = [
    {
        "id": f"need-{number}",
        "dimension": "functional",
        "step": "execute",
        "text": f"Die Küche läuft am Tag {number} ohne uns weiter",
    }
    for number in range(16)
]
_SCROLLED: Final = "document.querySelector('.stMain').scrollTop"
_TO: Final = "to => document.querySelector('.stMain').scrollTo(0, to)"
_FOCUSED: Final = "document.activeElement.matches('.stMain :is(h1, h2, h3)') && document.activeElement.innerText"
_TOLD_APART: Final = """([one, other, what]) => {
  const context = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const light = (selector) => {
    context.fillStyle = getComputedStyle(document.querySelector(selector))[what[selector]];
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data]
      .map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [low, high] = [light(one), light(other)].sort((x, y) => x - y);
  return high / low;
}"""
BOX: Final = ".stCheckbox label[data-selected]:not(:has([role=switch])) > span + div"
SWITCH: Final = ".stCheckbox label[data-selected]:has([role=switch]) > span + div"
RADIO: Final = ".stRadio label[data-selected] > span + div > :first-child"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the app over a meeting to sign and one of needs in their steps."""
    folder = tmp_path_factory.mktemp("phone")
    for document in (ready_canvas(), canvas(id="arranged", aspects=NEEDS)):
        file = folder / "canvases" / document.id / "canvas.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(canvas_to_text(document), encoding="utf-8")
    env = {"JTBD_CANVASES": str(folder / "canvases"), "JTBD_CONFIG": str(folder / "config")}
    with running_app(env=env) as running:
        yield running


@pytest.fixture(scope="module", params=["light", "dark"])
def phone(request: pytest.FixtureRequest, server: Server) -> Iterator[tuple[Page, str]]:
    """Return a page in such a window, and where the app is."""
    scheme: Literal["light", "dark"] = request.param
    with chromium() as browser:
        page = browser.new_page(viewport=WINDOW, color_scheme=scheme, reduced_motion="reduce")
        page.set_default_timeout(PATIENCE)
        page.goto(server.url)
        expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=PATIENCE)
        yield page, home(page)


def _open(phone: tuple[Page, str], query: str) -> Page:
    page, base = phone
    page.goto(f"{base}?{query}")
    expect(page.locator(".stMain :is(h1, h2, h3)").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-foot button").first).to_be_visible(timeout=PATIENCE)
    page.locator(".st-key-listens [role=status]").wait_for(state="attached")  # only then are keys heard
    settle(page)
    return page


def test_every_step_opens_at_its_title(phone: tuple[Page, str]) -> None:
    """From the end of any step the next opens at its top, by key and by button, and its title is what is read first."""
    page = _open(phone, "canvas=test-canvas&step=parties")
    titles = ["Which job", "What does the customer need", "Both are ready", "You complete", "Is it worth", "Who leads"]
    for number, title in enumerate((*titles, "What do you both sign?")):
        page.evaluate(_TO, 100_000)
        assert number == 3 or page.evaluate(_SCROLLED) > 0  # the curtain fits
        if number % 2:
            page.locator(".st-key-next button").first.click()
        else:
            page.keyboard.press("Alt+n")
        expect(page.get_by_role("heading", name=title)).to_be_focused(timeout=PATIENCE)
        assert page.evaluate(_SCROLLED) == 0, title
        settle(page)


def test_a_change_within_a_step_moves_nothing(phone: tuple[Page, str]) -> None:
    """Who writes in the middle of a page stays there."""
    page = _open(phone, "canvas=test-canvas&step=sign")
    page.evaluate(_TO, 300)
    page.get_by_text("Confidential", exact=True).click()
    expect(page.get_by_text("It is confidential")).to_be_visible(timeout=PATIENCE)
    settle(page)
    assert page.evaluate(_SCROLLED) >= 250
    assert not page.evaluate(_FOCUSED)


def test_what_is_chosen_can_be_seen(phone: tuple[Page, str]) -> None:
    """The sign in a ticked box, a radio's dot, a switch's knob reach 3 : 1; in a menu the chosen one is marked."""
    page = _open(phone, "canvas=test-canvas&step=sign")
    box = page.get_by_role("checkbox", name="Confidential", exact=True)
    if not box.is_checked():
        page.get_by_text("Confidential", exact=True).click()
    expect(box).to_be_checked(timeout=PATIENCE)
    _told_apart(page, (f"{BOX} > svg", "stroke"), (BOX, "backgroundColor"))
    _told_apart(page, (BOX, "backgroundColor"), (".stApp", "backgroundColor"))
    _told_apart(page, (f"{RADIO} > div", "backgroundColor"), (RADIO, "backgroundColor"))
    page = _open(phone, "canvas=arranged&step=aspects")
    page.get_by_text("Order and job steps").click()
    expect(page.get_by_role("switch")).to_be_checked(timeout=PATIENCE)
    _told_apart(page, (f"{SWITCH} > div", "backgroundColor"), (SWITCH, "backgroundColor"))
    page.locator(".stSelectbox button").first.click()
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_be_visible(timeout=PATIENCE)
    mark = "one => getComputedStyle(one.lastElementChild, '::after').content"
    assert "✓" in chosen.evaluate(mark)
    assert "✓" not in page.locator("[role=option][aria-selected=false]").first.evaluate(mark)


def _told_apart(page: Page, one: tuple[str, str], other: tuple[str, str]) -> None:
    assert page.evaluate(_TOLD_APART, [one[0], other[0], dict((one, other))]) >= 3, (one, other)


@pytest.mark.parametrize("step", ["value", "commitments"])
def test_nothing_shines_through_the_foot(phone: tuple[Page, str], step: str) -> None:
    """Whatever passes beneath it, the strip at the bottom of the window is the same, from edge to edge."""
    page = _open(phone, f"canvas=test-canvas&step={step}")
    page.mouse.move(200, 300)
    page.wait_for_timeout(500)
    seen = []
    for to in range(0, 700, 70):
        page.evaluate(_TO, to)
        seen.append(_foot(page))
    assert len(seen) == 10
    assert [ImageChops.difference(seen[0], each).getbbox() for each in seen[1:]] == [None] * 9


def _foot(page: Page) -> Image.Image:
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    return shot.crop((0, WINDOW["height"] - 50, WINDOW["width"], WINDOW["height"]))
