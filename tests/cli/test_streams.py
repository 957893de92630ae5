"""The program as a process: exit codes, streams, signals; and what it loads."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.commands import EXAMPLE, PASSPHRASE, Laptop
from tests.support.places import FIXTURES, ROOT

UNNEEDED = ("streamlit", "plotly", "typst", "cryptography", "babel", "pikepdf", "jtbd.model.sheet", "jtbd.ui")
SHEET = str(ROOT / "docs" / "vectors" / "sheets" / "complete-1-1-clocks.yaml")
LOADED = """
import sys
from jtbd.cli import main
code = main({words!r})
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""
OPENED = """
import sys
opened = []
sys.addaudithook(lambda event, what: opened.append(str(what[0])) if event == "open" else None)
from jtbd.cli import main
try:
    main({words!r})
finally:
    print(*sorted(sys.modules), *opened, sep="\\n", file=sys.stderr)
"""


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop that nobody has used yet."""
    return Laptop(tmp_path)


def test_score_loads_no_more_than_it_needs() -> None:
    """`jtbd score` imports no screen, no drawing, no keys, no PDF and no sheets."""
    command = [sys.executable, "-c", LOADED.format(words=["score", EXAMPLE])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = done.stderr.split()
    assert "jtbd.scoring" in loaded
    assert [name for name in UNNEEDED if name in loaded] == []


@pytest.mark.parametrize(
    "words", [["--help"], ["score", EXAMPLE], ["score", EXAMPLE, "--language", "en"], ["verify", SHEET]]
)
def test_english_reads_no_catalogue(words: list[str]) -> None:
    """In English neither help nor `jtbd score` nor `jtbd verify` loads Babel, looks for languages or opens one."""
    env = {name: value for name, value in os.environ.items() if name != "JTBD_LANGUAGE"}
    command = [sys.executable, "-c", OPENED.format(words=words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env=env)
    found = done.stderr.splitlines()
    assert "jtbd.i18n" in found
    assert "babel" not in found
    assert [name for name in found if "locale/" in name or name.endswith(".mo")] == []
    assert words != ["--help"] or "importlib.resources" not in found


def test_output_and_errors_are_apart(laptop: Laptop) -> None:
    """What was asked for goes to standard output, what is wrong to standard error, and the exit code says which."""
    with laptop.start("score", EXAMPLE) as good, laptop.start("score", "nobody") as bad:
        good_out, good_err = good.communicate()
        bad_out, bad_err = bad.communicate()
    assert (good.returncode, good_err, bad.returncode, bad_out) == (0, "", 2, "")
    assert good_out.startswith("You complete each other")
    assert bad_err.startswith("jtbd: no canvas goes by")


def test_a_reader_that_leaves(laptop: Laptop) -> None:
    """A reader that has gone, as `head` does, ends it without a word, and not with the code of what holds."""
    reading, writing = os.pipe()
    os.close(reading)
    with laptop.start("schema", "canvas", stdout=writing) as process:
        os.close(writing)
        _, err = process.communicate()
    assert (process.returncode, err) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk(laptop: Laptop) -> None:
    """Output that cannot be written is said in a line."""
    with Path("/dev/full").open("w") as full, laptop.start("list", "--json", stdout=full) as process:
        _, err = process.communicate()
    assert process.returncode == 2
    assert err.splitlines() == ["jtbd: No space left on device"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes of this kind")
def test_ctrl_c(laptop: Laptop) -> None:
    """Ctrl+C ends a command that waits without a traceback."""
    pipe = laptop.folder / "silent.yaml"
    os.mkfifo(pipe)
    with laptop.start("check", "silent.yaml") as process, pipe.open("wb"):  # opens as soon as the other end is read
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (130, "", "")


def test_letters_that_the_terminal_lacks(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the output takes ASCII only, words show the letters' numbers and JSON stays whole."""
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    folder = FIXTURES / "any-script"
    with laptop.start("list", "--json") as listing, laptop.start("score", folder) as words:
        out, err = listing.communicate()
        _, words_err = words.communicate()
    assert (listing.returncode, err, words.returncode, words_err) == (0, "", 0, "")
    assert "Harbour Estates × Northline Cabling" in [row["title"] for row in json.loads(out)["canvases"]]


# ── at a terminal ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.skipif(os.name == "nt", reason="Windows has no terminals of this kind")
@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (f"{PASSPHRASE}\n{PASSPHRASE}\n", 0, "Once more"),
        (f"{PASSPHRASE}\nanother\n", 2, "the two passphrases differ"),
        ("\x04", 2, "a new key needs a passphrase"),
    ],
    ids=["twice the same", "two that differ", "Ctrl+D"],
)
def test_a_new_passphrase(laptop: Laptop, monkeypatch: pytest.MonkeyPatch, typed: str, code: int, said: str) -> None:
    """A new key's passphrase is asked for twice at the terminal and not shown there."""
    monkeypatch.delenv("JTBD_PASSPHRASE", raising=False)
    keyboard, terminal = os.openpty()
    with laptop.start(
        "key", "new", passphrase=None, stdin=terminal, stderr=terminal, start_new_session=True
    ) as process:
        os.close(terminal)
        shown = ""
        for line in typed.splitlines(keepends=True):
            shown += _read_until(keyboard, ": ")
            os.write(keyboard, line.encode())
        shown += _rest(keyboard)
        process.communicate(timeout=10)
    assert process.returncode == code
    assert said in shown
    assert PASSPHRASE not in shown
    assert (laptop.config / "key.pem").exists() is (code == 0)


def _read_until(terminal: int, end: str) -> str:
    shown = ""
    while not shown.endswith(end):
        shown += os.read(terminal, 1024).decode()
    return shown


def _rest(terminal: int) -> str:
    shown = ""
    with suppress(OSError):  # as Linux says that the other side is closed
        while piece := os.read(terminal, 1024).decode():
            shown += piece
    os.close(terminal)
    return shown
