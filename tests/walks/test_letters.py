"""What people typed, in a real browser: it shows letter for letter, becomes no element, and fetches nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from jtbd.store.codec import canvas_to_text
from tests.support.browser import chromium, home, running_app, settle
from tests.support.builders import ready_canvas
from tests.support.screens import HOSTILE, STEPS, hostile_canvas

pytestmark = pytest.mark.browser

JOINER: Final = "\u2060"
MADE: Final = "a[href*=evil], img[src*=evil], a[href^=mailto], .katex, code, em strong, del, [data-testid=stTable]"
"""Elements that markup of `HOSTILE` would become."""


_WAY: Final = (
    ("", ".st-key-page-parties"),
    *((f"step-{step}", f".st-key-page-{step}") for step in (*STEPS[1:], "aspects")),
    ("next", ".st-key-curtain"),
    ("turn-a", ".st-key-uncover"),
    ("uncover", "[role=grid]"),
)
"""What to press on the way through a meeting, and what that brings."""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Open the app on a canvas with markup in every text, and on an ordinary one, in a browser that notes requests."""
    folder = tmp_path_factory.mktemp("desk")
    for canvas in (hostile_canvas(), ready_canvas()):
        file = folder / "canvases" / canvas.id / "canvas.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(canvas_to_text(canvas), encoding="utf-8")
    env = {"JTBD_CANVASES": str(folder / "canvases"), "JTBD_CONFIG": str(folder / "config")}
    with running_app(env=env) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(server.url)
        yield page


def test_markup_that_people_typed_is_text_in_the_browser(page: Page) -> None:
    """On no page does it become a link, a picture, a formula or emphasis, and no request leaves the laptop."""
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    shown = ""
    main = page.locator("[data-testid=stMain]")
    _open(page, "?canvas=hostile-0&step=parties")
    for button, brings in _WAY:
        if button:
            page.locator(f".st-key-{button} button").click()
        page.locator(brings).wait_for(timeout=20_000)
        settle(page)
        assert main.locator(MADE).count() == 0, brings
        shown += main.inner_text().replace(JOINER, "")
    assert [words for words in HOSTILE if words not in shown] == []
    assert {urlsplit(url).hostname for url in requests if url.startswith(("http", "ws"))} == {"127.0.0.1"}


def test_a_date_that_was_stored_can_be_blanked(page: Page) -> None:
    """Streamlit offers no way to clear a field that began with a value; the button beside it does."""
    _open(page, "?canvas=test-canvas&step=commitments")
    review = page.locator(".st-key-review")
    review.get_by_role("button", name="You look at it again").click()
    expect(review.locator("[data-testid=stDateInput]")).to_contain_text("2027")
    review.get_by_role("button", name="no date").click()
    expect(review.locator("[data-testid=stDateInput]")).not_to_contain_text("2027", timeout=20_000)


def _open(page: Page, query: str) -> None:
    page.goto(f"{home(page)}{query}")
    page.wait_for_selector(".st-key-foot", timeout=60_000)
    settle(page)
