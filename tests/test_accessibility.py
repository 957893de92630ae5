"""Every screen measured against WCAG 2.2 AA, beside a bare page of the same Streamlit in the same run.

The screens are those of the pictures in docs/screens, with an open rating and the dialog of the keys. axe-core comes
with `npm install` in tests/node. It is put into the page from outside, since the page's own rules admit no foreign
script.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
from browser import ROOT, chromium, home, running_app, settle, write_app
from playwright.sync_api import Browser, Page

from jtbd import editing
from jtbd.ui.steps import Step
from jtbd.usecases.canvases.library import open_library

sys.path.append(str(ROOT / "docs" / "screens"))

from stage import EXAMPLE, Stage, build, environment
from take import Scene, first_time, scenes

pytestmark = pytest.mark.browser

AXE: Final = ROOT / "tests" / "node" / "node_modules" / "axe-core" / "axe.min.js"
RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
CONTRAST: Final = ("color-contrast",)
WINDOWS: Final = ((390, 844), (640, 400))
"""A telephone, and a laptop of 1280×800 at 200 %."""

PATIENCE: Final = 60_000
MEETING: Final = "Harbour Estates × Northline Cabling · Common Job"

_BARE: Final = """import streamlit as st
st.title("A bare page")
st.button("One button")
st.text_input("One field")
st.file_uploader("One file")
"""
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
        dark: which texts stand out too little in the dark theme.
        sideways: the windows in which it scrolls sideways.
        stops: how many elements the Tab key stops at.
        unseen: those that look the same with the focus as without.

    """

    title: str
    lang: str
    light: dict[str, list[str]]
    dark: dict[str, list[str]]
    sideways: list[int] = field(default_factory=list)
    stops: int = 0
    unseen: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the rules that a bare page of Streamlit breaks, with our settings and behind our guard."""
    with running_app(write_app(tmp_path_factory.mktemp("bare") / "app", _BARE)) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(server.url)
        page.locator("input[type=file]").wait_for(state="attached", timeout=PATIENCE)  # the last that the browser gets
        settle(page)
        return set(_axe(page, "tag", RULES))


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Found]:
    """Return what was found on every screen, by its name."""
    if not AXE.is_file():
        reason = "npm install was not run in tests/node"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    work = tmp_path_factory.mktemp("work")
    with running_app(env=environment(work)) as server, chromium() as browser:
        light, dark = _windows(browser, server.url)
        base = home(light)
        found = {scene.name: _measured(scene, base, light, dark) for scene in first_time()}
        return found | {scene.name: _measured(scene, base, light, dark) for scene in _all(build(work), work)}


def _all(stage: Stage, work: Path) -> Iterator[Scene]:
    yield from scenes(stage)
    library = open_library(str(work / "canvases"))
    canvas = library.store.load(stage.rating)
    library.store.save(editing.rate_openly(canvas, openly=True), canvas.revision)
    yield Scene("3-open", f"?canvas={stage.rating}&step=aspects&view=rate", "[role=grid]")
    yield Scene("3-arranged", f"?canvas={EXAMPLE}&step=aspects", ".st-key-arrange", _arrange)
    yield Scene("6-promise", f"?canvas={EXAMPLE}&step=commitments", "[class*=st-key-reword-]", _work_out_a_promise)
    yield Scene("keys", f"?canvas={EXAMPLE}&step=parties", ".st-key-page-parties input", _ask_for_keys)


def _arrange(page: Page) -> None:
    page.get_by_text("Order and job steps").click()
    page.locator("[class*=st-key-order-]").first.wait_for()


def _work_out_a_promise(page: Page) -> None:
    page.locator("[class*=st-key-reword-] button").first.click()
    page.locator("[class*=st-key-promising-] .stMultiSelect").wait_for()


def _ask_for_keys(page: Page) -> None:
    page.locator(".st-key-listens [role=status]").wait_for(state="attached")  # only then is it heard
    page.keyboard.press("?")
    page.get_by_role("dialog").wait_for()


def _windows(browser: Browser, link: str) -> tuple[Page, Page]:
    """Go in by the link, which lets one browser in once, and return a window in each theme."""
    size: Any = {"width": 1280, "height": 800}
    first = browser.new_context(viewport=size, color_scheme="light", reduced_motion="reduce")
    light = first.new_page()
    light.goto(link)
    light.wait_for_selector(".st-key-hero-first", timeout=PATIENCE)
    second = browser.new_context(
        viewport=size, color_scheme="dark", reduced_motion="reduce", storage_state=first.storage_state()
    )
    return light, second.new_page()


def _measured(scene: Scene, base: str, light: Page, dark: Page) -> Found:
    for pages in [(light,), (dark,)] if scene.act else [(light, dark)]:  # what is only looked at loads in both at once
        for page in pages:
            page.goto(f"{base}{scene.query}", wait_until="commit")
        for page in pages:
            _drawn(page, scene)
    light.wait_for_timeout(300)  # figures come once the script has ended
    for page in (light, dark):
        page.evaluate(_STILL)
    title, lang = light.evaluate("[document.title, document.documentElement.lang]")
    found = Found(title, lang, light=_axe(light, "tag", RULES), dark=_axe(dark, "rule", CONTRAST))
    light.keyboard.press("Shift")  # so that the focus is shown, as to those who use the keyboard
    found.stops, found.unseen = light.evaluate(_UNSEEN)
    for width, height in WINDOWS:
        light.set_viewport_size({"width": width, "height": height})
        light.wait_for_timeout(100)
        if light.evaluate(_SIDEWAYS) > 0:
            found.sideways.append(width)
    light.set_viewport_size({"width": 1280, "height": 800})
    return found


def _drawn(page: Page, scene: Scene) -> None:
    page.locator(scene.sign).first.wait_for(state="attached", timeout=PATIENCE)
    settle(page)
    if scene.act:
        scene.act(page)
        settle(page)


def _axe(page: Page, kind: str, values: Sequence[str]) -> dict[str, list[str]]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return dict(page.evaluate(_RUN, [kind, list(values)]))


def _of(screens: dict[str, Found], what: Callable[[Found], object]) -> dict[str, object]:
    """Return what there is of something, by screen; a check of nothing would pass."""
    assert len(screens) > 15
    return {name: said for name, found in screens.items() if (said := what(found))}


def test_no_screen_breaks_a_rule_that_a_bare_page_keeps(screens: dict[str, Found], bare: set[str]) -> None:
    """axe-core finds nothing on any screen, in either theme, beyond what it finds on a bare page of Streamlit."""

    def broken(found: Found) -> object:
        both = [*found.light.items(), *found.dark.items()]
        return [(rule, elements) for rule, elements in both if rule not in bare]

    assert _of(screens, broken) == {}


def test_a_text_that_is_too_faint_would_be_found(bare: set[str]) -> None:
    """The bare page itself does not excuse what matters most."""
    assert not bare & {"color-contrast", "label", "button-name", "image-alt", "target-size"}


def test_no_screen_scrolls_sideways(screens: dict[str, Found]) -> None:
    """On a telephone, and on a laptop at 200 %, all of a screen is reached by scrolling down."""
    assert _of(screens, lambda found: found.sideways) == {}


def test_the_focus_is_seen_wherever_it_is(screens: dict[str, Found]) -> None:
    """Everything that the Tab key stops at looks another with the focus than without."""
    assert _of(screens, lambda found: found.unseen) == {}
    assert all(found.stops > 2 for found in screens.values())


def test_every_screen_says_what_it_is(screens: dict[str, Found]) -> None:
    """The page's language is stated, and its title names the step and the meeting."""
    assert _of(screens, lambda found: found.lang != "en") == {}
    steps = [step.label for step in Step]
    titles = {name: found.title for name, found in screens.items() if "1" <= name < "8"}
    assert {title.split(" · ")[0] for title in titles.values()} == {*steps}
    assert {title.partition(" · ")[2] for title in titles.values()} == {MEETING}
    assert screens["8-check"].title == "Check a sheet · Common Job"
