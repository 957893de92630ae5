"""Files are written whole or not at all, whatever the disk says."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jtbd import yamltext
from jtbd.disk.files import MOST_BYTES, read_bytes, replace, write_all_new, write_new
from jtbd.disk.folders import make_folder
from jtbd.errors import AlreadyThere, CannotWrite, UnreadableFile

SMALL_FILES_ONLY = """
import resource, sys
from pathlib import Path
from jtbd.errors import CannotWrite
from jtbd.disk.files import {verb}
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    {verb}(Path(sys.argv[1]), b"x" * 5000)
except CannotWrite as error:
    print(error.diagnostics())
"""


def names(folder: Path) -> list[str]:
    """Return the names in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """The new content is there, and no trace of how it came there."""
    file = tmp_path / "canvas.yaml"
    replace(file, b"old")
    replace(file, b"new")
    assert read_bytes(file) == b"new"
    assert names(tmp_path) == ["canvas.yaml"]


def test_what_is_read_is_enough_to_judge_a_text() -> None:
    """The disk reads as much as a text may have, so that one that is too large is refused and not cut off."""
    assert MOST_BYTES == yamltext.MOST_BYTES


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_file_that_was_closed_to_others_stays_closed(tmp_path: Path) -> None:
    """Replacing a file keeps its mode."""
    file = tmp_path / "canvas.yaml"
    file.touch()
    file.chmod(0o600)
    replace(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_new_file_never_overwrites(tmp_path: Path) -> None:
    """What goes by the name already is untouched, be it a file or a folder."""
    file = tmp_path / "sheet-1.yaml"
    write_new(file, b"first")
    (tmp_path / "folder").mkdir()
    for taken in (file, tmp_path / "folder"):
        with pytest.raises(AlreadyThere, match=taken.name):
            write_new(taken, b"second")
    assert read_bytes(file) == b"first"
    assert names(tmp_path) == ["folder", "sheet-1.yaml"]


def test_a_stick_without_links_does_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file system knows no hard links, as FAT, a new file is written all the same and never overwrites."""

    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    write_new(tmp_path / "export.pdf", b"first")
    with pytest.raises(AlreadyThere):
        write_new(tmp_path / "export.pdf", b"second")
    assert read_bytes(tmp_path / "export.pdf") == b"first"
    assert names(tmp_path) == ["export.pdf"]


@pytest.mark.parametrize("verb", ["replace", "write_new"])
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, verb: str) -> None:
    """A write that breaks off in the middle is named, and neither the old file nor a half new one is harmed or left."""
    file = tmp_path / "canvas.yaml"
    if verb == "replace":
        file.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", SMALL_FILES_ONLY.format(verb=verb), str(file)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"{file} could not be written: the file would be larger than is allowed here" in done.stdout
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([b"old"] if verb == "replace" else [])


@pytest.mark.parametrize("verb", [replace, write_new])
def test_a_folder_that_is_gone_or_none_is_named(tmp_path: Path, verb: Callable[[Path, bytes], None]) -> None:
    """A folder that was removed, and a file that stands where a folder should be, are said to be so."""
    with pytest.raises(CannotWrite, match="the folder is gone"):
        verb(tmp_path / "gone" / "canvas.yaml", b"x")
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite, match="a file stands where a folder should be"):
        verb(tmp_path / "file" / "canvas.yaml", b"x")


def test_folders_are_made_where_they_can_be(tmp_path: Path) -> None:
    """A folder is made with those around it, and what stands in the way is named."""
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    (tmp_path / "file").touch()
    for path in (tmp_path / "file", tmp_path / "file" / "c"):
        with pytest.raises(CannotWrite, match="a file stands where a folder should be"):
            make_folder(path)


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A missing file and a folder are said to be so, with a remedy."""
    for path, reason in ((tmp_path / "none", "there is no such file"), (tmp_path, "is a folder")):
        with pytest.raises(UnreadableFile, match=reason) as caught:
            read_bytes(path)
        assert caught.value.remedy
    with pytest.raises(UnreadableFile):
        read_bytes(tmp_path / ("x" * 300))


def test_reading_is_bounded(tmp_path: Path) -> None:
    """Of a huge file no more is read than it takes to see that it is too large."""
    huge = tmp_path / "huge"
    with huge.open("wb") as file:
        file.truncate(10 * MOST_BYTES)
    assert len(read_bytes(huge)) == MOST_BYTES + 1


def test_several_files_are_written_all_or_none(tmp_path: Path) -> None:
    """Where one name is taken, be it by a link that leads nowhere, or one cannot be written, none of them is there."""
    taken, gone = tmp_path / "sheet-1.pdf", tmp_path / "gone" / "sheet-1.pdf"
    taken.symlink_to(tmp_path / "nowhere")
    sheet = tmp_path / "sheet-1.yaml"
    with pytest.raises(AlreadyThere, match=taken.name):
        write_all_new({sheet: b"sheet", taken: b"pdf"})
    with pytest.raises(CannotWrite, match="the folder is gone"):
        write_all_new({sheet: b"sheet", gone: b"pdf"})
    assert names(tmp_path) == ["sheet-1.pdf"]
    taken.unlink()
    write_all_new({sheet: b"sheet", taken: b"pdf"})
    assert (read_bytes(sheet), read_bytes(taken)) == (b"sheet", b"pdf")
    assert names(tmp_path) == ["sheet-1.pdf", "sheet-1.yaml"]
