"""Notes beside a canvas: lines that are only ever added, whatever a crash or somebody else leaves among them."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path

import pytest

from jtbd.errors import CannotWrite
from jtbd.store.folder.notes import Notes
from jtbd.store.protocol import Note

AT = dt.datetime(2026, 11, 22, 10, 14, 2, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def test_a_note_is_a_line_that_people_can_read(tmp_path: Path) -> None:
    """The moment is written in UTC, then what happened."""
    Notes(tmp_path).add(Note(AT, ("opened", "answers", "b")))
    file = tmp_path / "history" / "notes.jsonl"
    assert file.read_bytes() == b'["2026-11-22T09:14:02Z", "opened", "answers", "b"]\n'


@pytest.mark.parametrize(
    "line",
    [b"", b"[", b'["2026-11-22T09:14:02Z", 1]', b"{}", b'["today", "opened"]', b"\xff\xfe", b"[" * 100_000, b"null"],
)
def test_half_a_line_and_strange_ones_are_passed_over(line: bytes, tmp_path: Path) -> None:
    """What a power cut left of a line costs that line, and none after it."""
    notes = Notes(tmp_path)
    notes.add(Note(AT, ("one",)))
    with (tmp_path / "history" / "notes.jsonl").open("ab") as file:
        file.write(line)
    notes.add(Note(AT, ("two",)))
    assert [note.said for note in notes.all()] == [("one",), ("two",)]


def test_many_writers_lose_nothing(tmp_path: Path) -> None:
    """Threads that note at the same time have all their lines whole."""
    notes = Notes(tmp_path)
    notes.add(Note(AT, ("first",)))
    writers = [
        threading.Thread(target=lambda n=number: notes.add(Note(AT, (str(n), "x" * 500)))) for number in range(20)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert {note.said[0] for note in notes.all()} == {"first", *map(str, range(20))}


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    """A file in the place of the folder is no place for notes."""
    (tmp_path / "history").write_text("in the way")
    with pytest.raises(CannotWrite):
        Notes(tmp_path).add(Note(AT, ("one",)))
