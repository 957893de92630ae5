"""Where files can be saved to: sticks that are plugged in, and the folders that people look into."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import platformdirs
import pytest

from jtbd.usecases.sheets import destinations as use


class Volume(NamedTuple):
    """A volume as psutil tells of it."""

    mountpoint: str
    fstype: str = "vfat"
    opts: str = "rw,relatime"


@pytest.mark.parametrize(
    ("platform", "volume", "label"),
    [
        ("linux", Volume("/media/ana/KINGSTON"), "Stick KINGSTON"),
        ("linux", Volume("/run/media/ana/Jürgens Stick", "exfat"), "Stick Jürgens Stick"),
        ("linux", Volume("/mnt/chromeos/removable/USB", "9p"), "Stick USB"),
        ("linux", Volume("/media/ana/DVD", "iso9660", "ro,relatime"), None),
        ("linux", Volume("/", "ext4"), None),
        ("linux", Volume("/home", "ext4"), None),
        ("linux", Volume("/mnt/c", "9p"), None),
        ("darwin", Volume("/Volumes/KINGSTON", "msdos", "rw,nosuid"), "Stick KINGSTON"),
        ("darwin", Volume("/Volumes/Installer", "hfs", "ro,nosuid"), None),
        ("darwin", Volume("/System/Volumes/Data", "apfs", "rw"), None),
        ("win32", Volume("E:\\", "FAT32", "rw,removable"), "Stick E:"),
        ("win32", Volume("F:\\", "", "removable"), None),
        ("win32", Volume("C:\\", "NTFS", "rw,fixed"), None),
        ("win32", Volume("Z:\\", "NTFS", "rw,remote"), None),
    ],
    ids=lambda value: value.mountpoint if isinstance(value, Volume) else str(value),
)
def test_what_is_a_stick(platform: str, volume: Volume, label: str | None) -> None:
    """What was plugged in and can be written to is one; the laptop's own disks, discs and empty readers are none."""
    assert [place.label for place in use.sticks([volume], platform)] == ([label] if label else [])


def test_sticks_come_first_and_what_is_not_there_is_not_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick, then Downloads and Desktop where they are; a stick that was pulled out is no place."""
    for name in ("media/STICK", "Downloads"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(use, "_MOUNTED", {"linux": (f"{tmp_path}/media/",)})
    monkeypatch.setattr(use, "_volumes", lambda: [Volume(f"{tmp_path}/media/{name}") for name in ("STICK", "GONE")])
    monkeypatch.setattr(platformdirs, "user_downloads_path", lambda: tmp_path / "Downloads")
    monkeypatch.setattr(platformdirs, "user_desktop_path", lambda: tmp_path / "Desktop")
    assert [(place.label, place.stick) for place in use.destinations()] == [("Stick STICK", True), ("Downloads", False)]


def test_without_what_asks_the_system_the_folders_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library cannot be loaded nobody is kept from saving."""
    monkeypatch.setitem(sys.modules, "psutil", None)
    assert not [place for place in use.destinations() if place.stick]


def test_the_system_is_asked() -> None:
    """What is mounted on this machine is told, and read without a fault."""
    pytest.importorskip("psutil")
    assert all(place.path.is_absolute() for place in use.sticks(use._volumes(), sys.platform))
