"""What holds of the whole house and no contract of imports can say: who touches the disk and the clock."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import jtbd

ROOT: Final = Path(jtbd.__file__).parent
DISK: Final = ROOT / "disk"
CALLS: Final = DISK / "calls.py"
HOME: Final = ROOT / "usecases" / "home.py"

TEMPORARY: Final = {"shutil", "tempfile"}
OF_THE_SYSTEM: Final = {
    *("chmod", "fdopen", "fsync", "link", "makedirs", "mkdir", "open", "remove", "removedirs", "rename", "renames"),
    *("replace", "rmdir", "symlink", "truncate", "unlink", "utime", "write"),
}
OF_A_PATH: Final = {
    *("chmod", "hardlink_to", "mkdir", "rename", "rmdir", "symlink_to", "touch", "unlink", "write_bytes", "write_text"),
}
REASONS: Final = {
    ("cli/__init__.py", "os.open"): "the null device takes what nobody reads any more; nothing is written to a disk",
    ("disk/reading.py", "os.open"): "opened to be read",
    ("disk/placing.py", "os.open"): "a folder, opened to be synced",
}
"""What looks like a change of a disk and is none."""

CLOCKS: Final = {"now", "today", "utcnow", "monotonic", "perf_counter", "time"}


def _modules(under: Path) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(under.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def _dotted(node: ast.expr) -> str:
    """Return a name with its dots, empty where it is made of more than names."""
    match node:
        case ast.Name(name):
            return name
        case ast.Attribute(value, name) if before := _dotted(value):
            return f"{before}.{name}"
        case _:
            return ""


def _changes(tree: ast.Module) -> Iterator[str]:
    """Yield the calls of a module that change a disk, by their names."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names):
                yield from (each.name for each in names if each.name.partition(".")[0] in TEMPORARY)
            case ast.ImportFrom(module=str(module)) if module in TEMPORARY | {"os"}:
                yield f"from {module}"
            case ast.Call(ast.Attribute(ast.Name("os"), name)) if name in OF_THE_SYSTEM:
                yield f"os.{name}"
            case ast.Call(ast.Attribute(attr="rename"), [_, _, *_]):
                pass  # a use case, which is told more than a name
            case ast.Call(ast.Attribute(value, name)) if name in OF_A_PATH and _dotted(value) != "calls":
                yield f".{name}"
            case ast.Call(ast.Name("open") | ast.Attribute(attr="open")) if _writes(node):
                yield "open to write"
            case ast.Call(ast.Attribute(value, "replace"), [_], []) if _dotted(value) not in {"state", "desk"}:
                yield ".replace"  # of a text it takes two


def _writes(call: ast.Call) -> bool:
    """Whether a call of `open` says that it will write."""
    said = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    modes = (each.value for each in said if isinstance(each, ast.Constant) and isinstance(each.value, str))
    return any(set(mode) <= set("rwxabt+") and set(mode) & set("wxa+") for mode in modes)


def test_only_the_calls_of_the_disk_change_one() -> None:
    """One module makes every call that writes, renames, syncs, links or unlinks, so that one harness can break each."""
    found = {
        (path.relative_to(ROOT).as_posix(), change)
        for path, tree in _modules(ROOT)
        if path != CALLS
        for change in _changes(tree)
    }
    assert found == set(REASONS)


def test_the_calls_are_found() -> None:
    """The rule above sees the calls where they are, and a module of each of the rooms that once made their own."""
    found = set(_changes(ast.parse(CALLS.read_text(encoding="utf-8"))))
    assert {"os.open", "os.fsync", ".unlink", ".mkdir", ".rename", ".rmdir", ".replace", "open to write"} <= found
    seen = {path.relative_to(ROOT).as_posix() for path, _ in _modules(ROOT)}
    assert {"store/folder/keys.py", "usecases/sheets/importing.py", "ui/guard/door.py", "launch.py"} <= seen
    assert len(seen) > 300
    for text in ('x.write_text("")', 'open(x, "w")', "os.replace(x, y)", "x.replace(y)", "import shutil", "x.touch()"):
        assert [*_changes(ast.parse(text))], text


def test_no_use_case_reads_the_clock_the_environment_or_the_working_folder() -> None:
    """They are in `Home`, which is opened once; the module that opens it is the only one that asks for them."""
    found = {
        (path.relative_to(ROOT).as_posix(), asked)
        for path, tree in _modules(ROOT / "usecases")
        if path != HOME
        for asked in _asked(tree)
    }
    assert found == set()


def test_who_asks_for_them_is_found() -> None:
    """The rule above sees the module that opens the home, and each way to ask; and there are use cases to look at."""
    asked = set(_asked(ast.parse(HOME.read_text(encoding="utf-8"))))
    assert asked == {"dt.datetime.now", "working_folder", "FolderStore", "KeyFolder"}
    looked = {path.relative_to(ROOT / "usecases").as_posix() for path, _ in _modules(ROOT / "usecases")}
    assert {"home.py", "canvases/library.py", "keys/keyring.py", "sheets/signing.py"} <= looked
    for text in ("os.environ", "Path.cwd()", "dt.date.today()", "time.time()", "os.getenv('X')", "FolderStore(x)"):
        assert [*_asked(ast.parse(text))], text


def _asked(tree: ast.Module) -> Iterator[str]:
    """Yield what of the machine a module asks for by itself, or which store it builds."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(ast.Name("os"), ("environ" | "environb" | "getenv" | "getcwd" | "getcwdb") as name):
                yield f"os.{name}"
            case ast.Call(ast.Name(("FolderStore" | "KeyFolder" | "MemoryStore" | "working_folder") as name)):
                yield name
            case ast.Call(ast.Attribute(value, ("cwd" | "home") as name)) if _dotted(value).endswith("Path"):
                yield f"Path.{name}"
            case ast.Call(ast.Attribute(value, name)) if name in CLOCKS and _is_clock(_dotted(value)):
                yield f"{_dotted(value)}.{name}"
            case ast.Import(names) if any(each.name == "time" for each in names):
                yield "time"
            case ast.ImportFrom(module="time"):
                yield "time"


def _is_clock(name: str) -> bool:
    return name.rpartition(".")[2] in {"datetime", "date", "time"}
