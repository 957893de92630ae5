"""What a disk does that is no failure, what it holds for a moment, and what nobody waits for."""

from __future__ import annotations

import datetime as dt
import errno
import os
import socket
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import filelock
import pytest

from jtbd.disk import folders, lock, placing, reading
from jtbd.errors import CannotWrite, ChangedElsewhere, UnreadableFile
from jtbd.store.codec import canvas_to_text
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.sheets import SheetFolder
from tests.support.builders import canvas, ready_canvas
from tests.support.commands import Laptop


def at_ten() -> dt.datetime:
    """Return ten o'clock on an invented day."""
    return dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC)


pytestmark = pytest.mark.skipif(os.name == "nt", reason="the calls are those of Unix")


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    """Canvases in a folder that is not there yet."""
    return FolderStore(tmp_path / "canvases", None, at_ten)


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop that nobody has used yet."""
    return Laptop(tmp_path)


def _failing_folders(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let the disk refuse to write folders through."""
    real = os.fsync

    def fsync(handle: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{handle}"):  # noqa: PTH112 - a handle, not a path
            raise OSError(number, os.strerror(number))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EIO])
def test_a_folder_that_cannot_be_written_through(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """What was written is said to be saved, and the next save goes on from it: begin, edit, freeze."""
    _failing_folders(monkeypatch, number)
    made = store.create(ready_canvas(id="one"))
    saved = store.save(made.revise(title="Ours"), made.revision)
    assert store.save(saved.revise(title="Theirs"), saved.revision).revision == made.revision + 2
    assert store.load("one").title == "Theirs"
    with pytest.raises(ChangedElsewhere):
        store.save(made, made.revision)
    sheets = store.sheets("one")
    with sheets.alone():
        number = sheets.freeze_draft(b"frozen")
    assert (number, sheets.read("draft", number)) == (1, b"frozen")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EBUSY, errno.EPERM])
@pytest.mark.parametrize("times", [1, 3, 100])
def test_a_file_that_another_program_holds(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch, number: int, times: int
) -> None:
    """Held for a moment it is waited for; held for longer, the cause and what to do are named, and it is as it was."""
    made = store.create(canvas(id="one"))
    monkeypatch.setattr(placing, "_WAITS", (0.0, 0.0, 0.0, 0.0))
    real, held = Path.replace, iter(range(times))

    def replace(self: Path, target: Path) -> Path:
        if target.name == "canvas.yaml" and next(held, None) is not None:
            raise PermissionError(number, os.strerror(number))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    if times < 100:
        assert store.save(made.revise(title="Ours"), made.revision).title == "Ours"
        return
    with pytest.raises(CannotWrite, match="another program holds it") as refused:
        store.save(made.revise(title="Ours"), made.revision)
    assert "pause that program" in refused.value.remedy
    assert store.load("one") == made


@pytest.mark.parametrize(
    "failure",
    [NotImplementedError("flock"), OSError(errno.ENOLCK, "No locks"), OSError(errno.ENOTSUP, "Not supported")],
)
def test_a_share_without_locks(store: FolderStore, monkeypatch: pytest.MonkeyPatch, failure: Exception) -> None:
    """A meeting begins, goes on and freezes; two writers still take turns, and nothing is left of the lock."""

    def acquire(_: Any, **__: Any) -> None:
        raise failure

    monkeypatch.setattr(filelock.FileLock, "acquire", acquire)
    made = store.create(ready_canvas(id="one"))
    assert store.save(made.revise(title="Ours"), made.revision).title == "Ours"
    sheets = store.sheets("one")
    with sheets.alone():
        assert sheets.freeze_draft(b"frozen") == 1
    file = sheets.folder / ".x.lock"
    with lock.held(file, 0.1), pytest.raises(lock.Busy), lock.held(file, 0.1):
        pytest.fail("two are alone")
    assert [path.name for path in sheets.folder.iterdir() if "lock" in path.name] == []


def test_a_lock_that_was_left_behind_is_taken_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a lock is a file by its name, one that is older than a minute was left by a program that is gone."""
    monkeypatch.setattr(lock, "FileLock", filelock.SoftFileLock)
    left = tmp_path / "one.lock.held"
    left.write_text("another laptop", encoding="utf-8")
    with pytest.raises(lock.Busy), lock.held(tmp_path / "one.lock", 0.05):
        pytest.fail("it may still be held")
    long_ago = time.time() - 120
    os.utime(left, (long_ago, long_ago))
    with lock.held(tmp_path / "one.lock", 0.5):
        assert left.exists()
    assert [*tmp_path.iterdir()] == []


def test_a_lock_is_renewed_while_it_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that a slow share keeps longer than a leftover may live is not taken for one that is gone."""
    monkeypatch.setattr(lock, "FileLock", filelock.SoftFileLock)
    monkeypatch.setattr(lock, "_RENEWED", 0.01)
    file = tmp_path / "one.lock"
    with lock.held(file, 0.5):
        held = file.with_name("one.lock.held")
        long_ago = time.time() - 3600
        os.utime(held, (long_ago, long_ago))
        while time.time() - held.stat().st_mtime > 60:  # until the holder has renewed it
            time.sleep(0.01)
        with pytest.raises(lock.Busy), lock.held(file, 0.05):
            pass
    assert not held.exists()


# ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


@pytest.mark.parametrize("make", [_pipe, _socket, Path.mkdir])
def test_what_is_no_file_hangs_nobody(
    laptop: Laptop, make: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe, a socket or a folder in the place of a canvas, a sheet or a key is named at once, by every command."""
    assert reading.PATIENCE <= 5
    monkeypatch.setattr(reading, "PATIENCE", 0.1)
    folder = laptop.canvases / "one"
    folder.mkdir(parents=True)
    make(folder / "canvas.yaml")
    make(laptop.folder / "sheet-1.yaml")
    make(laptop.folder / "key.pem")
    for words in (
        ("check", folder / "canvas.yaml"),
        ("score", folder / "canvas.yaml"),
        ("verify", laptop.folder / "sheet-1.yaml"),
        ("import", laptop.folder / "sheet-1.yaml"),
        ("key", "show", "--key", laptop.folder / "key.pem"),
    ):
        answer = laptop.run(*words)
        assert (answer.code, answer.out) == (2, ""), words
        assert "Traceback" not in answer.err
    assert "one" in laptop.run("list").out


def test_a_pipe_that_somebody_writes_to_is_read(tmp_path: Path) -> None:
    """What a shell puts in the place of a file is read to its end, however slowly it comes."""
    _pipe(tmp_path / "pipe")

    def write() -> None:
        with (tmp_path / "pipe").open("wb") as pipe:
            for part in (b"format: ", b"jtbd.canvas/1\n"):
                pipe.write(part)
                pipe.flush()
                time.sleep(0.05)

    writing = threading.Thread(target=write)
    keeper = os.open(tmp_path / "pipe", os.O_RDWR)  # so that the pipe has a writer from the beginning
    writing.start()
    found: list[bytes] = []
    reading_ = threading.Thread(target=lambda: found.append(reading.read_file(tmp_path / "pipe", 22)))
    reading_.start()
    writing.join()
    reading_.join()
    os.close(keeper)
    assert found == [b"format: jtbd.canvas/1\n"]


@pytest.mark.parametrize("folder", ["canvases", "canvases/one/history", "canvases/one"])
def test_a_folder_that_may_not_be_listed_is_an_error(
    store: FolderStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    """It does not count as empty, wherever it is: the cause is named, and what to do."""
    store.create(canvas(id="one"))
    real = os.listdir

    def listdir(path: Any) -> Any:
        if Path(path) == tmp_path / folder:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "listdir", listdir)
    ask: Callable[[], object] = {
        "canvases": store.summaries,
        "canvases/one/history": lambda: store.revisions("one"),
        "canvases/one": partial(store.sheets("one").numbers, "draft") if folder == "canvases/one" else store.summaries,
    }[folder]
    with pytest.raises(UnreadableFile, match="cannot be listed: Permission denied") as refused:
        ask()
    assert "chmod u+rx" in refused.value.remedy


# ── links, closed files, revisions, what crashes leave ────────────────────────────────────────────────────────────────


def test_a_link_stays_a_link(store: FolderStore, tmp_path: Path) -> None:
    """A canvas that is a link to a file elsewhere is saved there."""
    made = store.create(canvas(id="one"))
    file, elsewhere = tmp_path / "canvases/one/canvas.yaml", tmp_path / "elsewhere.yaml"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    store.save(made.revise(title="Ours"), made.revision)
    assert file.is_symlink()
    assert "Ours" in elsewhere.read_text(encoding="utf-8")


def test_a_closed_file_is_not_written_over(store: FolderStore, tmp_path: Path) -> None:
    """A read-only canvas is told as such, with the command that opens it, and stays as it is."""
    made = store.create(canvas(id="one"))
    file = tmp_path / "canvases/one/canvas.yaml"
    before = file.read_bytes()
    file.chmod(0o444)
    with pytest.raises(CannotWrite, match="it is read-only") as refused:
        store.save(made.revise(title="Ours"), made.revision)
    assert f"chmod u+w {file}" in refused.value.remedy
    assert "save a copy" in refused.value.remedy
    assert file.read_bytes() == before


@pytest.mark.parametrize("revision", [999_999_999, 10**9, 999_999_999_999_999])
def test_any_revision_that_can_be_read_can_be_saved(store: FolderStore, tmp_path: Path, revision: int) -> None:
    """A greatest revision, written by hand, is counted on from below it, and every version is kept."""
    folder = tmp_path / "canvases/one"
    folder.mkdir(parents=True)
    (folder / "canvas.yaml").write_text(canvas_to_text(canvas(id="one", revision=revision)), encoding="utf-8")
    opened = store.load("one")
    saved = store.save(opened.revise(title="Ours"), opened.revision)
    again = store.save(saved.revise(title="Theirs"), saved.revision)
    assert again.revision == saved.revision + 1
    assert len(store.revisions("one")) == 2


def test_what_crashes_left_is_swept_after_a_day(store: FolderStore, tmp_path: Path) -> None:
    """Temporary files and locks of yesterday go; those of today, and all that is somebody's, stay."""
    store.create(canvas(id="one"))
    folder = tmp_path / "canvases/one"
    (folder / "history").mkdir(exist_ok=True)
    old = [folder / ".canvas.yaml.0badc0de.tmp", folder / "history/.000001.yaml.gz.0badc0de.tmp"]
    old.append(tmp_path / "canvases/.locks/some-canvas.lock")
    others = [folder / ".canvas.yaml.0badc0d1.tmp", folder / "notes.tmp", folder / ".hidden"]
    for path in (*old, *others):
        path.write_bytes(b"x")
    yesterday = time.time() - 2 * 86_400
    for path in (*old, *others[1:]):
        os.utime(path, (yesterday, yesterday))
    assert store.sweep() == 3
    assert [path for path in old if path.exists()] == []
    assert [path for path in others if not path.exists()] == []


def test_locks_do_not_grow(store: FolderStore, tmp_path: Path) -> None:
    """However many canvases there are, there are no more lock files than a fixed number."""
    for number in range(90):
        made = store.create(canvas(id=f"one-{number}"))
        store.save(made.revise(title="Ours"), made.revision)
    assert len([*(tmp_path / "canvases/.locks").iterdir()]) <= 64


def test_a_folder_that_we_make_is_the_owners_alone(tmp_path: Path) -> None:
    """The folder of canvases is closed to others where it is made; one that is shared on purpose stays so."""
    made, shared = tmp_path / "made", tmp_path / "shared"
    shared.mkdir(mode=0o755)
    for root in (made, shared):
        FolderStore(root, None, at_ten).create(canvas(id="one"))
    assert oct(made.stat().st_mode & 0o777) == "0o700"
    assert oct(shared.stat().st_mode & 0o777) == "0o755"
    assert folders.names_in(tmp_path / "missing") == []
    assert SheetFolder(tmp_path / "missing").numbers("draft") == ()
