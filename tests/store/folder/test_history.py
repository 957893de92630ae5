"""Earlier versions: kept compact, thinned by rule, never overwritten."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from jtbd.errors import UnreadableFile
from jtbd.store.folder.history import History
from jtbd.store.protocol import Revision
from jtbd.store.surplus import KEPT, surplus

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


def revision(number: int, minutes: float = 0, *, by_hand: bool = False) -> Revision:
    """Return a revision so many minutes after noon."""
    return Revision(number, NOON + dt.timedelta(minutes=minutes), by_hand)


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    """A version comes back as it was, byte for byte, and the names tell number, time and hand."""
    history = History(tmp_path)
    assert (history.revisions(), history.newest(), history.read(1)) == ((), -1, None)
    assert history.keep("é # by hand\r\n".encode(), revision(1, by_hand=True)) == 1
    assert history.keep(b"two", revision(2, 1)) == 2
    assert history.revisions() == (revision(2, 1), revision(1, by_hand=True))
    assert history.read(1) == "é # by hand\r\n".encode()
    assert sorted(file.name for file in (tmp_path / "history").iterdir()) == [
        "000001-20261122T120000Z-hand.yaml.gz",
        "000002-20261122T120100Z.yaml.gz",
    ]


def test_a_number_that_was_passed_gives_way(tmp_path: Path) -> None:
    """An old file that was put back by hand is kept under the next number; nothing that is kept is overwritten."""
    history = History(tmp_path)
    for number in (1, 2, 3):
        history.keep(b"version %d" % number, revision(number))
    assert history.keep(b"version 1, changed", revision(1)) == 4
    assert [history.read(number) for number in (1, 4)] == [b"version 1", b"version 1, changed"]


def test_a_save_that_failed_leaves_no_double(tmp_path: Path) -> None:
    """What was kept for a save that then failed is not kept again for the next one."""
    history = History(tmp_path)
    assert [history.keep(b"three", revision(3)) for _ in range(3)] == [3, 3, 3]
    assert len(history.revisions()) == 1


def test_ten_thousand_saves_stay_few(tmp_path: Path) -> None:
    """The latest 50 are kept, and of the older ones the first of each hour: 60 files after ten hours of autosaves."""
    everything = [revision(number, number * 600 / 10_000) for number in range(10_000)]
    left = sorted(set(everything) - surplus(everything))
    assert left[-KEPT:] == everything[-KEPT:]
    assert [kept.at.hour for kept in left[:-KEPT]] == [*range(12, 22)]
    history = History(tmp_path)
    for number in range(1, 61):
        history.keep(b"%d" % number, revision(number, number / 60))
        history.thin()
    assert [kept.number for kept in history.revisions()] == [*range(60, 10, -1), 1]


def test_what_a_person_wrote_is_kept_for_good() -> None:
    """A version with hand-made comments is never thinned out."""
    everything = [revision(number, number / 10, by_hand=number == 7) for number in range(200)]
    assert revision(7, 0.7, by_hand=True) not in surplus(everything)


@given(st.lists(st.tuples(st.integers(0, 5000), st.booleans()), max_size=120))
def test_thinning_is_steady(steps: list[tuple[int, bool]]) -> None:
    """Thinning after each save leaves the same as thinning once at the end, and a second time removes nothing."""
    everything = [revision(number, minutes, by_hand=hand) for number, (minutes, hand) in enumerate(steps)]
    left = set(everything) - surplus(everything)
    kept: set[Revision] = set()
    for each in everything:
        kept.add(each)
        kept -= surplus(kept)
    assert kept == left
    assert not surplus(left)


@pytest.mark.parametrize("damage", [b"", b"no gzip at all", b"\x1f\x8b\x08\x00"])
def test_a_damaged_version_is_named(tmp_path: Path, damage: bytes) -> None:
    """A file that cannot be unpacked is unreadable; the others still are."""
    history = History(tmp_path)
    history.keep(b"one", revision(1))
    history.keep(b"two", revision(2))
    (tmp_path / "history" / "000001-20261122T120000Z.yaml.gz").write_bytes(damage)
    with pytest.raises(UnreadableFile, match=r"000001.* is damaged"):
        history.read(1)
    assert history.read(2) == b"two"


def test_files_of_others_are_passed_over(tmp_path: Path) -> None:
    """What does not go by the rule of names is neither listed nor removed."""
    history = History(tmp_path)
    history.keep(b"one", revision(1))
    stray = tmp_path / "history" / "000002-20269922T129900Z.yaml.gz"
    stray.touch()
    history.thin()
    assert history.revisions() == (revision(1),)
    assert stray.exists()


@pytest.mark.parametrize("year", [1, 9999])
def test_any_time_can_stand_in_a_name(tmp_path: Path, year: int) -> None:
    """A time that a person made up does not stop a save."""
    far = dt.datetime(year, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14)))
    assert History(tmp_path).keep(b"one", Revision(1, far)) == 1
    assert [kept.number for kept in History(tmp_path).revisions()] == [1]
