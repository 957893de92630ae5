"""The look in a real browser: every text can be read, and every page fits its window."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

import pytest
from browser import ROOT, Server, chromium, home, running_app, settle
from builders import canvas, ready_canvas
from playwright.sync_api import Browser, Page

from jtbd.store.codec import canvas_to_text

pytestmark = pytest.mark.browser

PAGES: Final = (
    "",
    "canvas=test-canvas&step=parties",
    "canvas=test-canvas&step=job",
    "canvas=test-canvas&step=aspects",
    "canvas=curtain&step=aspects&view=rate",
)
WINDOWS: Final = ((390, 844), (640, 400))

_FAINT: Final = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const parse = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, alpha / 255];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const linear = (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const upwards = (element) => (element ? [element, ...upwards(element.parentElement)] : []);
  const ground = (element) => upwards(element)
    .map((each) => parse(getComputedStyle(each).backgroundColor))
    .reverse()
    .reduce((under, top) => over(top, under), [255, 255, 255, 1]);
  const opacity = (element) => upwards(element).reduce((all, each) => all * getComputedStyle(each).opacity, 1);
  const contrast = (element, colour, faded) => {
    const under = ground(element), top = parse(colour);
    const [low, high] = [light(over([...top.slice(0, 3), top[3] * faded], under)), light(under)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const seen = (element) => element.checkVisibility({opacityProperty: true, visibilityProperty: true})
    && element.getBoundingClientRect().width > 0 && parseFloat(getComputedStyle(element).fontSize) > 0;
  const found = {read: 0, faint: []};
  const measure = (said, element, colour, faded) => {
    found.read += 1;
    const needed = parseFloat(getComputedStyle(element).fontSize) >= 24 ? 3 : 4.5;
    const ratio = contrast(element, colour, faded);
    if (ratio < needed) found.faint.push(`${said.trim().slice(0, 40)}: ${ratio.toFixed(2)}`);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const said = texts.currentNode.textContent, element = texts.currentNode.parentElement;
    if (!said.trim() || element.closest("style, script, :disabled") || !seen(element)) continue;
    measure(said, element, getComputedStyle(element).color, opacity(element));
  }
  for (const field of document.querySelectorAll("input:enabled, textarea:enabled")) {
    const shown = getComputedStyle(field, field.value ? null : "::placeholder");
    if (!seen(field) || shown.opacity === "0") continue; // a hint that shows under the pointer
    measure(field.value || field.placeholder, field, shown.color, field.value ? 1 : shown.opacity);
  }
  return found;
}"""
_SIDEWAYS: Final = """() => {
  const main = document.getElementById("stMain") || document.querySelector("section.stMain");
  return main.scrollWidth - main.clientWidth;
}"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, Server]]:
    """Start the app over two canvases, and a browser that was let in; return it with the server."""
    canvases = tmp_path_factory.mktemp("canvases")
    for document in (ready_canvas(), canvas(id="curtain", aspects=ready_canvas().aspects)):
        (canvases / document.id).mkdir()
        (canvases / document.id / "canvas.yaml").write_text(canvas_to_text(document), encoding="utf-8")
    env = {"JTBD_CANVASES": str(canvases), "JTBD_CONFIG": str(canvases / "config")}
    with running_app(env=env) as server, chromium() as browser:
        yield browser, server


def _opened(app: tuple[Browser, Server], *, size: tuple[int, int], scheme: Literal["light", "dark"]) -> Iterator[Page]:
    """Yield each page, drawn to its end, in a window of its own."""
    browser, server = app
    window = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page = window.new_page()
    page.set_default_timeout(30_000)
    page.goto(server.url)  # each window by a link of its own
    settle(page)
    for query in PAGES:
        page.goto(f"{home(page)}?{query}")
        settle(page)
        page.get_by_role("button", name="Common Job").first.wait_for()  # the browser gets the code of buttons last
        page.wait_for_timeout(300)
        yield page
    window.close()


def test_no_rule_is_dropped_by_the_browser() -> None:
    """A pseudo-element within `:is` or `:where` matches nothing, and browsers say nothing of it."""
    sheets = [*(ROOT / "jtbd" / "ui").rglob("*.css")]
    assert len(sheets) > 2
    for sheet in sheets:
        rules = sheet.read_text(encoding="utf-8")
        assert re.findall(r":(?:is|where|has)\((?:[^(){}]|\([^()]*\))*?::", rules) == [], sheet.name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(app: tuple[Browser, Server], scheme: Literal["light", "dark"]) -> None:
    """Each text, value and hint reaches 4.5 : 1 against what lies under it, large ones 3 : 1 (WCAG 2.2 AA)."""
    for page in _opened(app, size=(1280, 800), scheme=scheme):
        found = page.evaluate(_FAINT)
        assert found["read"] > 10, page.url
        assert found["faint"] == [], page.url


def test_no_page_scrolls_sideways(app: tuple[Browser, Server]) -> None:
    """On a telephone and on a laptop at 200 % all of a page is reached by scrolling down."""
    for page in _opened(app, size=WINDOWS[0], scheme="light"):
        for width, height in WINDOWS:
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(100)
            assert page.evaluate(_SIDEWAYS) <= 0, (page.url, width)
        page.set_viewport_size({"width": WINDOWS[0][0], "height": WINDOWS[0][1]})
