"""Where files can be saved to: the sticks that are plugged in, and the folders that people look into."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple, Protocol

import platformdirs

from jtbd.i18n import say

_MOUNTED: Final = {
    "linux": ("/media/", "/run/media/", "/mnt/chromeos/removable/"),
    "darwin": ("/Volumes/",),
}
"""Under which folders a system puts what is plugged in."""


class Mounted(Protocol):
    """A volume that is mounted, as psutil tells of it."""

    @property
    def mountpoint(self) -> str:
        """Where it is mounted."""

    @property
    def fstype(self) -> str:
        """Its file system; empty where there is none."""

    @property
    def opts(self) -> str:
        """What it is mounted as, between commas."""


class Destination(NamedTuple):
    """A folder to choose, what to call it, and whether it can be taken along."""

    label: str
    path: Path
    stick: bool = False


def destinations() -> tuple[Destination, ...]:
    """Return what can be written to now: sticks first, then the folders of downloads and of the desktop."""
    found = {place.path: place for place in (*sticks(_volumes(), sys.platform), *_folders())}
    return tuple(place for place in found.values() if place.path.is_dir() and os.access(place.path, os.W_OK))


def sticks(volumes: Iterable[Mounted], platform: str) -> Iterator[Destination]:
    """Yield the volumes that can be taken along and written to: sticks, cards, disks on a cable.

    Args:
        volumes: all that are mounted.
        platform: as `sys.platform` names it.

    """
    for volume in volumes:
        options = volume.opts.split(",")
        if "ro" in options or not volume.fstype:  # a reader without a card has no file system
            continue
        if platform == "win32":
            if "removable" in options:
                yield Destination(
                    say("Stick {name}", name=volume.mountpoint.rstrip(chr(92))), Path(volume.mountpoint), stick=True
                )
        elif volume.mountpoint.startswith(_MOUNTED.get(platform, _MOUNTED["linux"])):
            name = PurePosixPath(volume.mountpoint).name
            yield Destination(say("Stick {name}", name=name), Path(volume.mountpoint), stick=True)


def _volumes() -> Iterable[Mounted]:
    with suppress(ImportError, OSError, RuntimeError):  # compiled, and asks the system: without it the folders are left
        import psutil  # noqa: PLC0415 - wanted where somebody leaves

        volumes: list[Mounted] = psutil.disk_partitions(
            all=True
        )  # sticks in a container's own system are not "physical"
        return volumes
    return ()


def _folders() -> Iterator[Destination]:
    yield Destination(say("Downloads"), platformdirs.user_downloads_path())
    yield Destination(say("Desktop"), platformdirs.user_desktop_path())
