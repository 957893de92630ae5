"""How long the app takes from the start of its process to a first screen that can be used, against a bare page.

    python bench/start.py [RUNS]

Starts take turns: a bare page with one button under `streamlit run`, with the app's own settings; the app on its list
of canvases, by `streamlit run app.py`; the same by the command `jtbd`; and the app on a step of a meeting. The clock
starts with the process and stops when the script has come to its end in the browser and the button (or the field for
the first name) is there. The browser is open by then, but its cache is empty. Python may keep the bytecode of what it
imports, as it does on a user's machine; a first start of each, which makes it, is not counted. Beside the clock, the
server's processor time. The figure to watch is the median of the ratios of the turns. Aim: 1.5 at most.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Final

from lanes import (
    BYTECODE,
    HEAD,
    ROOT,
    Cost,
    Server,
    bare_script,
    chromium,
    in_turns,
    line,
    meeting_folder,
    processor_ms,
    running_app,
    settle,
)
from playwright.sync_api import Browser, Locator, Page

RUNS, WARM_UP = 9, 1
STEP: Final = "&canvas=bench&step=parties"


def main() -> None:
    """Print milliseconds and ratios."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        work = Path(folder)
        script, env = bare_script(work), {**BYTECODE, **meeting_folder(work, {})}
        app = partial(running_app, env=env)
        tasks: dict[str, Callable[[], Cost]] = {
            "a bare page with one button": partial(
                start, browser, partial(running_app, script, cwd=script.parent, guarded=False, env=BYTECODE), _one
            ),
            "the list of canvases": partial(start, browser, app, _begin),
            "the same by the command jtbd": partial(start, browser, partial(_command, env), _begin),
            "a step of a meeting": partial(start, browser, app, _person, STEP),
        }
        costs = in_turns(list(tasks.values()), runs, WARM_UP)
    print(HEAD)
    for name, taken in zip(tasks, costs, strict=True):
        print(line(name, taken, costs[0]))


def start(
    browser: Browser,
    server: Callable[[], AbstractContextManager[Server]],
    useful: Callable[[Page], Locator],
    query: str = "",
) -> Cost:
    """Start a server, open its link in a fresh browser and return what that took until the page is useful."""
    began = perf_counter()
    with server() as running, browser.new_context() as context:
        page = context.new_page()
        page.goto(running.url + query)
        useful(page).wait_for(timeout=60_000)
        settle(page)
        return Cost(1000 * (perf_counter() - began), processor_ms(running.process.pid), float("nan"))


@contextmanager
def _command(env: Mapping[str, str]) -> Iterator[Server]:
    """Run `jtbd`, which runs the app as its child."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "jtbd", "--no-browser", f"--port={port}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
    )
    server = Server(process)
    try:
        server.wait_for_link(60, guarded=True)
        yield server
    finally:
        server.stop()


def _one(page: Page) -> Locator:
    return page.get_by_role("button", name="one")


def _begin(page: Page) -> Locator:
    return page.get_by_role("button", name="Start a meeting").first


def _person(page: Page) -> Locator:
    return page.get_by_label("Person").first


if __name__ == "__main__":
    main()
