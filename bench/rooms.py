"""How many rooms a sheet passes when it is signed and when it comes home, and how often it is read on the way.

    python bench/rooms.py [CHECKOUT]

Two laptops in a folder that is thrown away: one freezes a sheet for the other's key, the other signs its copy, the
first signs its own and takes the copy in. A *room* is a module of the program in which a function runs; a *climb* is a
call into a module of a floor above the caller's, by the floors in the `pyproject.toml` of the checkout; each pair
of modules counts once. Loading a module is neither. Since modules can be cut smaller or larger, the lines of these
rooms are told too: what somebody reads who follows the sheet. Beside them, how often the sheet was parsed, written in
its one form, and checked, and how many signatures were; the rehearsal of the pages before the first signature included.

Everything goes through the command line, so that any checkout can be measured by the same script.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import tomllib
from collections import Counter
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
CANVAS: Final = "example-harbour-estates-northline-cabling"
PASSPHRASE: Final = "three cups of coffee"  # noqa: S105  of a key that is thrown away
TRACED: Final = "--traced"
OWN: Final = {"usecases", "store", "sign", "disk"}
"""Where the way of a sheet is; what prints it, and what everybody uses, is counted in brackets only."""

COUNTED: Final = {
    ("canonical", "parse"): "parsed",
    ("canonical", "canonical_yaml"): "written",
    ("verify", "check"): "checked",
    ("sheet", "check"): "checked",
    ("jws", "check_signature"): "signatures checked",
}
"""What is counted, by the last part of a module's name and a function's."""


def main() -> None:
    """Print what each step of the round took."""
    if TRACED in sys.argv:
        place = sys.argv.index(TRACED)
        sys.exit(_traced(Path(sys.argv[place + 1]), Path(sys.argv[place + 2]), sys.argv[place + 3 :]))
    checkout = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT
    with tempfile.TemporaryDirectory() as folder:
        for step, found in _round(checkout, Path(folder)):
            counts = ", ".join(f"{what} {count}" for what, count in sorted(found["counts"].items()))
            own = [room for room in found["rooms"] if room.partition(".")[0] in OWN]
            lines = sum(_lines(checkout, room) for room in own)
            rooms = f"{len(own):3} rooms of {lines:5} lines ({len(found['rooms'])})"
            print(f"{step:36} {rooms} {len(found['climbs']):3} climbs   {counts}")
            if os.environ.get("ROOMS"):
                print("\n".join(f"    {room}" for room in found["rooms"]))
            if os.environ.get("CLIMBS"):
                print("\n".join(f"    {climb}" for climb in found["climbs"]))


def _lines(checkout: Path, room: str) -> int:
    """Return how many lines a module has."""
    place = checkout / "jtbd" / room.replace(".", "/")
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    return len(file.read_text(encoding="utf-8").splitlines())


def _round(checkout: Path, folder: Path) -> list[tuple[str, dict[str, Any]]]:
    """Carry a sheet from one laptop to the other and home; return what each step of interest took."""
    ana, bea = _Laptop(checkout, folder / "ana"), _Laptop(checkout, folder / "bea")
    for laptop in (ana, bea):
        laptop.run("key", "new")
    key = ana.folder / "bea.pub.pem"
    key.write_bytes((bea.folder / "config/key.pub.pem").read_bytes())
    ana.run("sheet", CANVAS, "--out", "guest")
    ana.run("sheet", CANVAS, "--out", "both", "--key-b", key)
    copy = bea.folder / "draft-1.yaml"
    copy.write_bytes((ana.folder / "both/draft-1.yaml").read_bytes())
    steps = [
        ("first signature", ana.run("sign", "guest/draft-1.yaml", "--party", "a")),
        ("last signature, printed and sealed", ana.run("sign", "guest/draft-1.yaml", "--party", "b")),
        ("first signature, elsewhere", bea.run("sign", copy, "--party", "b")),
    ]
    (ana.folder / "inbox").mkdir()
    came = ana.folder / "inbox/draft-1.yaml"
    came.write_bytes(copy.read_bytes())
    steps.append(("import, one signature", ana.run("import", came, "--into", "both")))
    ana.run("sign", "both/draft-1.yaml", "--party", "a")
    whole = ana.folder / "inbox/whole.yaml"
    whole.write_bytes((ana.folder / "both/sheet-1.yaml").read_bytes())
    steps.append(("import, here already", ana.run("import", whole, "--into", "both")))
    ana.run("sheet", CANVAS, "--out", "last", "--key-b", key)
    ana.run("sign", "last/draft-1.yaml", "--party", "a")
    (bea.folder / "last").mkdir()
    back = bea.folder / "last/draft-1.yaml"
    back.write_bytes((ana.folder / "last/draft-1.yaml").read_bytes())
    bea.run("sign", back, "--party", "b")
    came.write_bytes((bea.folder / "last/sheet-1.yaml").read_bytes())
    steps.append(("import, printed and sealed", ana.run("import", came, "--into", "last")))
    return steps


class _Laptop:
    """A folder to work in, with settings and canvases of its own."""

    def __init__(self, checkout: Path, folder: Path) -> None:
        self.checkout, self.folder = checkout, folder
        (folder / "canvases").mkdir(parents=True)

    def run(self, *words: str | Path) -> dict[str, Any]:
        """Run a command in a process of its own; return what it took."""
        told = self.folder / "told.json"
        settings = {
            "JTBD_CONFIG": str(self.folder / "config"),
            "JTBD_CANVASES": str(self.folder / "canvases"),
            "JTBD_PASSPHRASE": PASSPHRASE,
            "PYTHONPATH": str(self.checkout),
        }
        command = [sys.executable, __file__, TRACED, str(self.checkout), str(told), *map(str, words)]
        subprocess.run(command, cwd=self.folder, env={**os.environ, **settings}, check=True, stderr=subprocess.DEVNULL)
        found: dict[str, Any] = json.loads(told.read_text())
        return found


def _traced(checkout: Path, told: Path, words: list[str]) -> int:
    """Run a command in this process, write what it took, and return its exit code."""
    from jtbd.cli import main as command  # noqa: PLC0415 - of the checkout that is measured

    seen = _Seen(checkout)
    threading.setprofile(seen.heard)
    sys.setprofile(seen.heard)
    try:
        with redirect_stdout(StringIO()):
            code = command(words)
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    seen.write(told)
    return code


class _Seen:
    """The modules that were entered, the calls from one into another, and what is counted."""

    def __init__(self, checkout: Path) -> None:
        self.package = f"{checkout / 'jtbd'}{os.sep}"
        self.floors = _floors(checkout / "pyproject.toml")
        self.rooms: set[str] = set()
        self.calls: set[tuple[str, str]] = set()
        self.counts: Counter[str] = Counter()
        self.names: dict[CodeType, str] = {}

    def heard(self, frame: FrameType, event: str, _: object) -> None:
        """Take down a call; of a generator that goes on, again."""
        if event != "call" or not (room := self._room(frame)) or self._loads(frame):
            return
        self.rooms.add(room)
        caller = frame.f_back
        while caller is not None and not self._room(caller):
            caller = caller.f_back
        if caller is not None:
            self.calls.add((self._room(caller), room))
        if what := COUNTED.get((room.rpartition(".")[2], frame.f_code.co_name)):
            self.counts[what] += 1

    def write(self, told: Path) -> None:
        """Write what was seen."""
        climbs = sorted(f"{a} → {b}" for a, b in self.calls if self._floor(b) < self._floor(a))
        told.write_text(json.dumps({"rooms": sorted(self.rooms), "climbs": climbs, "counts": self.counts}))

    def _room(self, frame: FrameType) -> str:
        code = frame.f_code
        if (name := self.names.get(code)) is None:
            file = code.co_filename
            inside = file.removeprefix(self.package) if file.startswith(self.package) else ""
            name = inside.removesuffix(".py").replace(os.sep, ".").removesuffix(".__init__")
            self.names[code] = name
        return name

    def _loads(self, frame: FrameType | None) -> bool:
        """Whether a module of the program is being loaded."""
        while frame is not None:
            if frame.f_code.co_name == "<module>" and self._room(frame):
                return True
            frame = frame.f_back
        return False

    def _floor(self, room: str) -> int:
        return self.floors.get(room.partition(".")[0], 0)


def _floors(project: Path) -> dict[str, int]:
    """Return on which floor each package is, the highest 0."""
    for contract in tomllib.loads(project.read_text())["tool"]["importlinter"]["contracts"]:
        if contract["type"] == "layers" and contract.get("containers") == ["jtbd"]:
            return {name.strip(): floor for floor, names in enumerate(contract["layers"]) for name in names.split("|")}
    return {}


if __name__ == "__main__":
    main()
