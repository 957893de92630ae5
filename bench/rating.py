"""How long a rating takes to show, against a bare Streamlit page with one button, in one run.

    python bench/rating.py

Measured in headless Chromium in the page itself, from the click to the change of the document (what it says, which
picture it shows, which cells are chosen), so neither Playwright nor the drawing of pixels is in it; the median of 25
clicks each, after 5 to warm up. The rating page is the example opened for rating openly together: 14 aspects × 2
parties, the verdict and the overlap picture beside the grid; what it shows is on disk by then.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import Locator, Page

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser import chromium, running_app, settle  # noqa: E402  the harness of the browser tests

CLICKS, WARM_UP = 25, 5
EXAMPLE: Final = "example-harbour-estates-northline-cabling"
BARE: Final = """
import streamlit as st
st.session_state.clicks = st.session_state.get("clicks", 0)
if st.button("one", key="one"):
    st.session_state.clicks += 1
st.markdown(f"clicked {st.session_state.clicks}")
"""

_CLICK: Final = """
([target, watched]) => new Promise((resolve, reject) => {
  const shown = () => JSON.stringify([
    watched.textContent,
    [...watched.querySelectorAll("img")].map((image) => image.src),
    [...watched.querySelectorAll("[aria-checked]")].map((cell) => cell.ariaChecked),
  ]);
  const before = shown();
  const observer = new MutationObserver(() => {
    const now = performance.now();
    if (shown() === before) return;
    observer.disconnect();
    resolve(now - start);
  });
  observer.observe(watched, { attributes: true, characterData: true, childList: true, subtree: true });
  setTimeout(() => reject(new Error("nothing changed")), 10000);
  const start = performance.now();
  target.click();
})
"""


def main() -> None:
    """Print milliseconds and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        bare = _bare(work)
        echo, live = _rating(work)
    print(f"a bare page with one button   {bare:7.1f} ms   1.00 ×")
    print(f"the grid's own echo           {echo:7.1f} ms   {echo / bare:4.2f} ×")
    print(f"verdict and overlap picture   {live:7.1f} ms   {live / bare:4.2f} ×")


def _bare(work: Path) -> float:
    script = work / "bare.py"
    script.write_text(BARE, encoding="utf-8")
    settings = ["--runner.postScriptGC=false", "--server.fileWatcherType=none"]  # the app's own settings
    with running_app(script, args=settings, guarded=False) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(server.url)
        page.wait_for_selector(".st-key-one button")
        settle(page)
        return _measured(page, lambda _: page.locator(".st-key-one button"), page.locator(".stMainBlockContainer"))


def _rating(work: Path) -> tuple[float, float]:
    canvases = work / "canvases"
    text = (ROOT / "canvases" / EXAMPLE / "canvas.yaml").read_text(encoding="utf-8")
    text = re.sub(r"^id: .*$", "id: bench", text, flags=re.MULTILINE)
    text = re.sub(r"^rating: .*$", "rating: {mode: open}", text, flags=re.MULTILINE)
    (canvases / "bench").mkdir(parents=True)
    (canvases / "bench" / "canvas.yaml").write_text(text, encoding="utf-8")
    environment = {"JTBD_CANVASES": str(canvases), "JTBD_CONFIG": str(work / "config")}
    with running_app(env=environment) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(server.url)
        page.wait_for_selector(".st-key-bar")
        page.goto(f"{server.url.split('?')[0]}?canvas=bench&step=aspects&view=rate")
        page.wait_for_selector(".st-key-live img")
        settle(page)
        cells = [page.get_by_role("radio", name=name).first for name in ("3, vital", "1, nice to have")]
        live = _measured(page, lambda turn: cells[turn % 2], page.locator(".st-key-live"))
        echo = _measured(page, lambda turn: cells[turn % 2], page.locator(".rating").first)
    return echo, live


def _measured(page: Page, target: Callable[[int], Locator], watched: Locator) -> float:
    times = []
    for turn in range(WARM_UP + CLICKS):
        handles = [target(turn).element_handle(), watched.element_handle()]
        times.append(page.evaluate(_CLICK, handles))
        page.wait_for_timeout(250)
    return float(median(times[WARM_UP:]))


if __name__ == "__main__":
    main()
