"""What tests share: golden files, which `pytest --update-golden` writes anew, and a desk to lay canvases on."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.support.places import GOLDEN

if TYPE_CHECKING:
    from tests.support.screens import Desk


def _as_from_a_fresh_terminal() -> None:
    """Take back what whoever started the tests left to them: in the background, from a script, with own settings.

    A child inherits which signals are ignored, what new files are closed to, and the environment.
    """
    for name in ("SIGINT", "SIGHUP", "SIGQUIT"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if name == "SIGINT" else signal.SIG_DFL)
    os.umask(0o022)
    for name in [name for name in os.environ if name.startswith(("JTBD_", "STREAMLIT_"))]:
        del os.environ[name]


_as_from_a_fresh_terminal()
settings.register_profile("unhurried", deadline=None)  # how fast something is, is measured in bench/
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that refreshes golden files."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew instead of comparing")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: the screens, then all that drives a browser, file by file."""
    first = ("test_accessibility.py",)
    driving = {item.path for item in items if item.get_closest_marker("browser")}
    items.sort(key=lambda item: (item.path.name not in first, item.path not in driving))


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Leave Chromium open for the next file if that does nothing but drive it; beside it no event loop can run."""
    if nextitem is None or (nextitem.path != item.path and not _drives(nextitem)):
        browser = sys.modules.get("tests.support.browser")
        if browser:
            browser.close_chromium()


def _drives(item: pytest.Item) -> bool:
    """Say whether all tests of a test's file drive a browser."""
    module = item.getparent(pytest.Module)
    return module is not None and any(mark.name == "browser" for mark in module.iter_markers())


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Return a function that compares bytes with the golden file of that name, or refreshes it."""

    def compare(name: str, found: bytes) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(found)
        assert file.is_file(), f"{file} is missing: run pytest --update-golden"
        assert found.decode() == file.read_text(encoding="utf-8"), f"{name} differs: if that is meant, --update-golden"

    return compare


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return empty folders of canvases and keys that the app works on."""
    from tests.support.screens import Desk  # noqa: PLC0415 - loads Streamlit, which most tests do without

    return Desk(tmp_path, monkeypatch)
