"""What tests share: golden files, which `pytest --update-golden` writes anew, and a desk to lay canvases on."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from screens import Desk

GOLDEN: Final = Path(__file__).parent / "golden"


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
    from screens import Desk  # noqa: PLC0415 - loads Streamlit, which most tests do without

    return Desk(tmp_path, monkeypatch)
