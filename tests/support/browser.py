"""Real parts for tests and benchmarks: a Streamlit server on a free port, and a Chromium to look at it."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, Final

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from jtbd.model import Canvas
from jtbd.store.codec import canvas_to_text
from tests.support.places import ROOT

APP: Final = ROOT / "app.py"

expect.set_options(timeout=20_000)  # milliseconds; how fast something is, is measured in bench/

_FLAGS: Final = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",  # a new process for each page that is opened takes longer than most pages
    "--renderer-process-limit=1",
    "--disable-site-isolation-trials",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",  # the outside does not exist
)


class Server:
    """A running server: where it is, and all that it has printed so far, errors included."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.output = ""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self.output += line

    def links(self, pattern: str = r"http://\S+\?token=\S+") -> list[str]:
        """Return the links printed so far, oldest first."""
        return re.findall(pattern, self.output)

    @property
    def url(self) -> str:
        """The newest link: with its token where the app is guarded."""
        return (self.links() or self.links(r"http://127\.0\.0\.1:\d+"))[-1]

    @property
    def port(self) -> int:
        """The port it listens on."""
        found = re.search(r":(\d+)", self.url.removeprefix("http:"))
        return int(found[1]) if found else 0

    def wait_for_link(self, seconds: float, *, guarded: bool) -> None:
        """Wait until the link is printed.

        Raises:
            RuntimeError: the server ended, or said nothing in time; carries what it printed.

        """
        until = time.monotonic() + seconds
        pattern = r"http://\S+\?token=\S+\n" if guarded else r"http://127\.0\.0\.1:\d+"
        while not self.links(pattern):
            if self.process.poll() is not None or time.monotonic() > until:
                self._reader.join(1)
                raise RuntimeError(f"the server did not come up:\n{self.output}")
            time.sleep(0.02)

    def stop(self) -> int:
        """End it as a person does who is done with it, and return its exit code."""
        self.process.terminate()
        try:
            code = self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        self._reader.join(5)
        if self.process.stdout:
            self.process.stdout.close()
        return code


@contextmanager
def running_app(
    script: Path = APP,
    *,
    args: Sequence[str] = (),
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    guarded: bool | None = None,
) -> Iterator[Server]:
    """Run a script with `streamlit run` on a free port for as long as the block lasts.

    Args:
        script: what to run; by default the app.
        args: further options of `streamlit run`, as `--server.maxUploadSize=2`.
        env: changes to the environment, as `{"JTBD_CANVASES": …}`.
        cwd: where to run it from.
        guarded: whether the link carries a token; by default for a script called app.py.

    """
    guarded = script.name == "app.py" if guarded is None else guarded
    welcome = "true" if guarded else "false"  # without a guard Streamlit itself has to say where it is
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port=0"]
    command += [f"--logger.hideWelcomeMessage={welcome}", *args]
    if not guarded:
        command += ["--server.address=127.0.0.1", "--server.headless=true", "--browser.gatherUsageStats=false"]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        cwd=cwd or ROOT,
        env={**_without_settings(), "PYTHONPATH": str(ROOT), "JTBD_NO_BROWSER": "1", **(env or {})},
    )
    server = Server(process)
    try:
        server.wait_for_link(60, guarded=guarded)
        yield server
    finally:
        server.stop()


class Room:
    """The app over a folder in which each test has canvases of its own."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server = server
        self._folder = folder
        self._laid = 0

    def lay(self, document: Canvas) -> Path:
        """Lay a canvas there, under an id that none had before, and return its file."""
        self._laid += 1
        own = document.revise(id=f"{document.id}-{self._laid}")
        file = self._folder / own.id / "canvas.yaml"
        file.parent.mkdir()
        file.write_text(canvas_to_text(own), encoding="utf-8")
        return file


@contextmanager
def room(folder: Path) -> Iterator[Room]:
    """Run the app over an empty folder for as long as the block lasts."""
    canvases = folder / "canvases"
    canvases.mkdir()
    with running_app(env={"JTBD_CANVASES": str(canvases), "JTBD_CONFIG": str(folder / "config")}) as server:
        yield Room(server, canvases)


def _without_settings() -> dict[str, str]:
    """Return the environment without what it may say to every app of Streamlit's."""
    return {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}


def write_app(folder: Path, script: str) -> Path:
    """Write a small app behind the real guard, with our settings, and return what to run."""
    (folder / ".streamlit").mkdir(parents=True)
    (folder / ".streamlit" / "config.toml").write_bytes((ROOT / ".streamlit" / "config.toml").read_bytes())
    (folder / "main.py").write_text(script, encoding="utf-8")
    app = folder / "app.py"
    app.write_text(APP.read_text(encoding="utf-8").replace("jtbd.ui.__file__", "__file__"), encoding="utf-8")
    return app


class _Shared:
    """The one Chromium of this process: it stays for who asks next."""

    playwright: ClassVar[Playwright | None] = None
    browser: ClassVar[Browser | None] = None


@contextmanager
def chromium() -> Iterator[Browser]:
    """Lend a Chromium that cannot reach the network; skip the test where there is none, but never in CI.

    What is opened in it within the block is closed at its end. It stays open for who is next, until `close_chromium`.
    """
    browser = _Shared.browser or _started()
    before = list(browser.contexts)
    try:
        yield browser
    finally:
        for context in browser.contexts:
            if context not in before:
                context.close()


def _started() -> Browser:
    playwright = sync_playwright().start()
    _Shared.playwright = playwright
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None) or playwright.chromium.executable_path
    if not Path(path).exists():
        close_chromium()
        reason = "no Chromium on this machine: install it, or run `playwright install chromium`"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    _Shared.browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
    return _Shared.browser


@atexit.register
def close_chromium() -> None:
    """End the Chromium of this process, if there is one; while there is, nothing else can run an event loop."""
    if _Shared.browser:
        _Shared.browser.close()
    if _Shared.playwright:
        _Shared.playwright.stop()
    _Shared.browser = _Shared.playwright = None


def home(page: Page) -> str:
    """Return the app's own address, which a page has that was let in."""
    return page.url.partition("?")[0]


def settle(page: Page, seconds: float = 20) -> None:
    """Wait until Streamlit has run the script to its end; after a click, wait for what the click should bring."""
    page.wait_for_selector("[data-test-script-state=notRunning]", state="attached", timeout=seconds * 1000)


def eventually(read: Callable[[], object], expected: object, seconds: float = 20) -> None:
    """Read, as from the disk, until what is expected is there: what a page shows may be on its way still."""
    until = time.monotonic() + seconds
    while read() != expected and time.monotonic() < until:
        time.sleep(0.05)
    assert read() == expected


def acted(page: Page) -> None:
    """Wait until the screen shows what came of a click or a key: its run, which begins a moment later, has ended."""
    page.wait_for_timeout(150)
    settle(page)
