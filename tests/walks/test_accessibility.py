"""Every screen measured against WCAG 2.2 AA, beside a bare page of the same Streamlit in the same run.

The screens are those of the pictures in docs/screens, with an open rating and the dialog of the keys; each is measured
where its picture is taken, in one visit.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

from jtbd import editing
from jtbd.ui.steps import Step
from jtbd.usecases.home import open_home
from tests.support.browser import chromium, running_app, settle, write_app
from tests.support.looks import AXE, RULES, Found, axe
from tests.support.places import ROOT

sys.path.append(str(ROOT / "docs" / "screens"))

from stage import EXAMPLE, Stage, environment
from take import Scene, View, take

pytestmark = pytest.mark.browser

PATIENCE: Final = 60_000
MEETING: Final = "Harbour Estates × Northline Cabling · Common Job"

_BARE: Final = """import streamlit as st
st.title("A bare page")
st.button("One button")
st.text_input("One field")
st.file_uploader("One file")
"""


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the rules that a bare page of Streamlit breaks, with our settings and behind our guard."""
    with running_app(write_app(tmp_path_factory.mktemp("bare") / "app", _BARE)) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(server.url)
        page.locator("input[type=file]").wait_for(state="attached", timeout=PATIENCE)  # the last that the browser gets
        settle(page)
        return set(axe(page, "tag", RULES))


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the pictures were written to."""
    return tmp_path_factory.mktemp("pictures")


@pytest.fixture(scope="module")
def screens(pictures: Path) -> dict[str, Found]:
    """Take the pictures, and return what was found on every screen, by its name."""
    if not AXE.is_file():
        reason = "npm install was not run in tests/node"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    found: dict[str, Found] = {}

    def look(scene: Scene, view: View, page: Page) -> None:
        found.setdefault(scene.name, Found()).look(page, view.name)

    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(pictures).items():  # that of the pictures, which they set, ends with them
            patch.setenv(name, value)
        take(pictures, look, _beyond)
    return found


def _beyond(stage: Stage) -> Iterator[Scene]:
    """Yield what is measured without a picture."""
    library = open_home(str(stage.sheet.parents[1]), {"JTBD_CONFIG": str(stage.sheet.parents[2] / "config")})
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


def test_every_text_stands_out_from_its_ground(screens: dict[str, Found]) -> None:
    """Each text, value and hint reaches 4.5 : 1 against what lies under it, large ones 3 : 1 (WCAG 2.2 AA)."""
    assert _of(screens, lambda found: {view: faint for view, faint in found.faint.items() if faint}) == {}
    assert _of(screens, lambda found: min(found.read["light"], found.read["dark"]) <= 10) == {}


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


def test_every_picture_can_be_taken(screens: dict[str, Found], pictures: Path) -> None:
    """`docs/screens/take.py` writes each picture that docs/screens shows, and no other, from the app as it is now."""
    assert len(screens) > 15
    shown = {path.name for path in (ROOT / "docs" / "screens").glob("*.png")}
    assert {path.name for path in pictures.glob("*.png")} == shown
