"""What is measured on a screen: axe-core's rules, texts that stand out too little, a focus that is not seen, its width.

axe-core comes with `npm install` in tests/node. It is put into the page from outside, since the page's own rules admit
no foreign script.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import Page

from tests.support.places import NODE

AXE: Final = NODE / "node_modules" / "axe-core" / "axe.min.js"
RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
CONTRAST: Final = ("color-contrast",)
WINDOWS: Final = ((390, 844), (640, 400))
"""A telephone, and a laptop of 1280×800 at 200 %."""

_RUN: Final = """([type, values]) => axe
  .run({runOnly: {type, values}, resultTypes: ["violations"]})
  .then(({violations}) => violations.map(({id, nodes}) => [id, nodes.map(({html}) => html.slice(0, 200))]))"""
_STILL: Final = """async () => {
  await document.fonts.ready;
  const moving = document.getAnimations().filter((each) => Number.isFinite(each.effect.getComputedTiming().endTime));
  await Promise.allSettled(moving.map((each) => each.finished));
}"""
_SIDEWAYS: Final = """() => {
  const main = document.querySelector(".stMain");
  return main.scrollWidth - main.clientWidth;
}"""
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
    && element.getBoundingClientRect().width > 1 && parseFloat(getComputedStyle(element).fontSize) > 0;
  const found = {read: 0, faint: []};
  const measure = (said, element, colour, faded) => {
    found.read += 1;
    const isSign = element.matches(".stFileUploader [data-testid=stIconMaterial]"); // Streamlit's own
    const needed = isSign || parseFloat(getComputedStyle(element).fontSize) >= 24 ? 3 : 4.5;
    const ratio = contrast(element, colour, faded);
    if (ratio < needed) found.faint.push(`${said.trim().slice(0, 40)}: ${ratio.toFixed(2)}`);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const said = texts.currentNode.textContent, element = texts.currentNode.parentElement;
    if (!said.trim() || element.closest("style, script, :disabled") || !seen(element)) continue;
    measure(said, element, getComputedStyle(element).color, opacity(element));
  }
  for (const field of document.querySelectorAll("input:enabled:not([type=checkbox], [type=radio]), textarea:enabled")) {
    const shown = getComputedStyle(field, field.value ? null : "::placeholder");
    if (!seen(field) || shown.opacity === "0") continue; // a hint that shows under the pointer
    measure(field.value || field.placeholder, field, shown.color, field.value ? 1 : shown.opacity);
  }
  return found;
}"""
_UNSEEN: Final = """() => {
  const around = (element) => element ? [element, ...around(element.parentElement)].slice(0, 4) : [];
  const look = (element) => around(element)
    .flatMap((each) => [getComputedStyle(each), getComputedStyle(each, "::after")])
    .map((style) => [style.outline, style.boxShadow, style.borderColor, style.backgroundColor].join())
    .join();
  const roots = [document, ...[...document.querySelectorAll("*")].map((each) => each.shadowRoot).filter(Boolean)];
  const stops = roots
    .flatMap((root) => [...root.querySelectorAll("a[href], button, input, textarea, summary, [tabindex]")])
    .filter((each) => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({visibilityProperty: true}));
  return [stops.length, stops.filter((stop) => {
    document.activeElement?.blur();
    const before = look(stop);
    stop.focus({preventScroll: true});
    const focused = stop.getRootNode().activeElement === stop;
    return focused && look(stop) === before;
  }).map((stop) => stop.outerHTML.slice(0, 160))];
}"""


@dataclass(slots=True)
class Found:
    """What was found on one screen; of what should not be, the elements.

    Attributes:
        title: the page's title.
        lang: the page's language.
        light: what axe says in the light theme, by rule.
        dark: which texts stand out too little in the dark theme, as axe says.
        read: how many texts, values and hints were measured, by theme.
        faint: those that stand out too little from what lies under them, by theme.
        sideways: the windows in which it scrolls sideways.
        stops: how many elements the Tab key stops at.
        unseen: those that look the same with the focus as without.

    """

    title: str = ""
    lang: str = ""
    light: dict[str, list[str]] = field(default_factory=dict)
    dark: dict[str, list[str]] = field(default_factory=dict)
    read: dict[str, int] = field(default_factory=dict)
    faint: dict[str, list[str]] = field(default_factory=dict)
    sideways: list[int] = field(default_factory=list)
    stops: int = 0
    unseen: list[str] = field(default_factory=list)

    def look(self, page: Page, view: str) -> None:
        """Measure the screen in one of the views of the pictures: light, dark, or narrow."""
        if view == "narrow":
            self._fits(page)
            return
        page.evaluate(_STILL)
        self._stands_out(page, view)
        if view == "dark":
            self.dark = axe(page, "rule", CONTRAST)
            return
        self.title, self.lang = page.evaluate("[document.title, document.documentElement.lang]")
        self.light = axe(page, "tag", RULES)
        page.keyboard.press("Shift")  # so that the focus is shown, as to those who use the keyboard
        self.stops, self.unseen = page.evaluate(_UNSEEN)

    def _stands_out(self, page: Page, view: str) -> None:
        found = page.evaluate(_FAINT)
        self.read[view] = found["read"]
        self.faint[view] = found["faint"]

    def _fits(self, page: Page) -> None:
        for width, height in WINDOWS:
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(100)
            if page.evaluate(_SIDEWAYS) > 0:
                self.sideways.append(width)
        page.set_viewport_size({"width": WINDOWS[0][0], "height": WINDOWS[0][1]})


def axe(page: Page, kind: str, values: Sequence[str]) -> dict[str, list[str]]:
    """Return the elements that break a rule, by rule, of these rules or of those with these tags."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return dict(page.evaluate(_RUN, [kind, list(values)]))
