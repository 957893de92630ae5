"""Two pages that take turns, so that whatever else the machine does troubles both alike.

A lane is a server of its own and a page on it, in one Chromium. Time is taken in the page itself, from the input to the
change of the document, so neither Playwright nor the drawing of pixels is in it. Beside it stands the processor time
that server and page's main thread have used, which a busy machine hardly changes.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from playwright.sync_api import Browser, CDPSession, Locator, Page

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.support.browser import Server, chromium, home, running_app, settle  # noqa: E402  the harness of the browser tests

__all__ = [
    "BYTECODE",
    "HEAD",
    "ROOT",
    "SETTLED",
    "VIEWPORT",
    "Cost",
    "Lane",
    "Server",
    "bare_lane",
    "bare_script",
    "chromium",
    "home",
    "in_turns",
    "lane",
    "line",
    "meeting_folder",
    "processor_ms",
    "running_app",
    "settle",
]

BYTECODE: Final = {"PYTHONDONTWRITEBYTECODE": ""}  # kept, as on a user's machine
VIEWPORT: Final[Any] = {"width": 1280, "height": 800}
EXAMPLE: Final = "example-harbour-estates-northline-cabling"
HEAD: Final = f"{'':32}{'clock':>10}{'server':>10}{'page':>10}   ratio of the clock"
BARE: Final = """
import streamlit as st
st.session_state.clicks = st.session_state.get("clicks", 0)
if st.button("one", key="one"):
    st.session_state.clicks += 1
st.markdown(f"clicked {st.session_state.clicks}")
"""
SETTLED: Final = "[data-test-script-state=notRunning]"
_WATCH: Final = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")


class Cost(NamedTuple):
    """What one action took, in milliseconds: on the clock, of the server's processor, of the page's main thread."""

    clock: float
    server: float
    page: float


@dataclass
class Lane:
    """A page on a server of its own."""

    page: Page
    server: Server
    tools: CDPSession

    def act(self, target: Locator, key: str, watched: str, when: str = "") -> Cost:
        """Click, or press a key on, a target and return what it took until what is watched shows something else.

        Args:
            target: what to act on.
            key: the key to press; empty to click.
            watched: a CSS selector of what changes: its text, its pictures, what is chosen in it.
            when: a CSS selector of what must be there by then, beside all figures: `SETTLED` for the script's end.

        """
        handle = target.element_handle()
        before = self._used()
        clock = float(self.page.evaluate(_WATCH, [handle, key, watched, when]))
        settle(self.page)
        self.page.wait_for_timeout(100)
        after = self._used()
        return Cost(clock, after[0] - before[0], after[1] - before[1])

    def _used(self) -> tuple[float, float]:
        metrics = self.tools.send("Performance.getMetrics")["metrics"]
        tasks = next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")
        return processor_ms(self.server.process.pid), 1000 * float(tasks)


@contextmanager
def lane(browser: Browser, environment: Mapping[str, str], script: Path | None = None) -> Iterator[Lane]:
    """Open a page on a fresh server: the app, or a script with the same settings."""
    env = {**BYTECODE, **environment}
    running = running_app(script, cwd=script.parent, guarded=False, env=env) if script else running_app(env=env)
    with running as server:
        page = browser.new_page(viewport=VIEWPORT)
        tools = page.context.new_cdp_session(page)
        tools.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(server.url)
        page.wait_for_selector(".stMainBlockContainer button", timeout=60_000)
        settle(page)
        yield Lane(page, server, tools)
        page.close()


@contextmanager
def bare_lane(browser: Browser, work: Path, when: str = "") -> Iterator[Callable[[], Cost]]:
    """Open a bare page with one button; yield what clicks it once, and returns what that took."""
    with lane(browser, {}, bare_script(work)) as bare:
        button = bare.page.locator(".st-key-one button")
        yield lambda: bare.act(button, "", ".stMainBlockContainer", when)


def bare_script(work: Path) -> Path:
    """Write the bare page with the app's own settings beside it, and return what to run."""
    settings = work / "bare" / ".streamlit" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_bytes((ROOT / ".streamlit" / "config.toml").read_bytes())
    script = work / "bare" / "bare.py"
    script.write_text(BARE, encoding="utf-8")
    return script


def meeting_folder(work: Path, changes: Mapping[str, str]) -> dict[str, str]:
    """Lay the example under the id `bench` with some lines changed, by their keys; return the environment for it."""
    text = (ROOT / "canvases" / EXAMPLE / "canvas.yaml").read_text(encoding="utf-8")
    for key, line in {"id": "bench", **changes}.items():
        text, found = re.subn(rf"^{key}: .*$", f"{key}: {line}", text, flags=re.MULTILINE)
        if not found:
            raise LookupError(f"the example has no line of {key}")
    file = work / "canvases" / "bench" / "canvas.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return {"JTBD_CANVASES": str(work / "canvases"), "JTBD_CONFIG": str(work / "config")}


def in_turns(tasks: Sequence[Callable[[], Cost]], runs: int, warm_up: int) -> list[list[Cost]]:
    """Do the tasks in turns; return each one's costs, those of warming up left out."""
    costs: list[list[Cost]] = [[] for _ in tasks]
    for run in range(warm_up + runs):
        for task, taken in zip(tasks, costs, strict=True):
            cost = task()
            if run >= warm_up:
                taken.append(cost)
    return costs


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the median of each column; the mean of the server's, whose clock ticks but every 10 ms."""
    return Cost(
        statistics.median(cost.clock for cost in costs),
        statistics.fmean(cost.server for cost in costs),
        statistics.median(cost.page for cost in costs),
    )


def ratio(costs: Sequence[Cost], base: Sequence[Cost]) -> float:
    """Return the median of the pairs' ratios on the clock: what troubled one of a pair troubled the other, too."""
    return statistics.median(cost.clock / other.clock for cost, other in zip(costs, base, strict=True))


def processor_ms(pid: int) -> float:
    """Return the processor time of a process and its children so far; not a number where the system does not say."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return float("nan")
    own = (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")
    return own + sum(processor_ms(int(child)) for child in children)


def line(name: str, costs: Sequence[Cost], base: Sequence[Cost]) -> str:
    """Return one line of a table under `HEAD`."""
    cost = middle(costs)
    return (
        f"{name:32}{cost.clock:7.1f} ms{cost.server:7.1f} ms{cost.page:7.1f} ms"
        f"   {ratio(costs, base):.2f} × (medians {cost.clock / middle(base).clock:.2f} ×)"
    )
