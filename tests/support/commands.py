"""Running the command line as a person at a laptop does, in this process or in one of its own."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from jtbd.cli import main
from tests.support.places import ROOT

EXAMPLE: Final = "example-harbour-estates-northline-cabling"
PASSPHRASE: Final = "three cups of coffee"


class Answer(NamedTuple):
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on standard output."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Laptop:
    """A folder to work in, with settings and canvases of its own."""

    folder: Path

    @property
    def config(self) -> Path:
        """The folder of keys."""
        return self.folder / "config"

    @property
    def canvases(self) -> Path:
        """The folder of canvases."""
        return self.folder / "canvases"

    def run(self, *words: str | Path, **settings: str | None) -> Answer:
        """Run a command in this process, with nobody at the terminal; a setting of None is taken away."""
        out, err = _stream(), _stream()
        with self._here(settings), redirect_stdout(out), redirect_stderr(err):
            try:
                code = main([str(word) for word in words])
            except SystemExit as end:
                code = int(end.code or 0)
        return Answer(code, _text(out), _text(err))

    def start(self, *words: str | Path, passphrase: str | None = PASSPHRASE, **pipes: Any) -> subprocess.Popen[str]:
        """Start a command in a process of its own."""
        command = [sys.executable, "-m", "jtbd", *map(str, words)]
        wanted = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **pipes}
        env = {**os.environ, **self._settings()}
        if passphrase is None:
            del env["JTBD_PASSPHRASE"]
        before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a child inherits what is ignored
        try:  # so that it hears Ctrl+C also where the tests run in the background, which ignores it
            return subprocess.Popen(command, cwd=self.folder, env=env, text=True, **wanted)
        finally:
            signal.signal(signal.SIGINT, before)

    def write(self, name: str, content: str | bytes) -> Path:
        """Put a file into the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def _settings(self) -> dict[str, str]:
        config, canvases = str(self.config), str(self.canvases)
        return {
            "JTBD_CONFIG": config,
            "JTBD_CANVASES": canvases,
            "JTBD_PASSPHRASE": PASSPHRASE,
            "PYTHONPATH": str(ROOT),
        }

    @contextmanager
    def _here(self, settings: dict[str, str | None]) -> Iterator[None]:
        wanted = {**self._settings(), **settings}
        with pytest.MonkeyPatch.context() as patch:
            for name, value in wanted.items():
                if value is None:
                    patch.delenv(name, raising=False)
                else:
                    patch.setenv(name, value)
            patch.chdir(self.folder)
            patch.setattr(sys, "stdin", io.StringIO())
            yield


def owner(folder: Path) -> Laptop:
    """Return a laptop whose owner has a long-term key, in a folder that is made if it is missing."""
    folder.mkdir(exist_ok=True)
    laptop = Laptop(folder)
    assert laptop.run("key", "new").code == 0
    return laptop


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
