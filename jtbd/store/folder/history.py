"""Earlier versions of a canvas, compressed, one file each: `history/000013-20261122T090211Z.yaml.gz`.

The name says all that a list of them needs. What a person wrote by hand (`…Z-hand.yaml.gz`) is kept for good: the
program's next save has dropped its comments. It is on disk before that save; the program's own earlier versions follow
within the half minute that the system takes, so that a power cut may cost the latest of them, but never the canvas
(docs/decisions/0009).
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Final

from jtbd.disk.files import drop, read_bytes, write_new
from jtbd.disk.folders import make_folder, names_in
from jtbd.errors import UnreadableFile
from jtbd.i18n import say
from jtbd.store.protocol import Revision
from jtbd.store.surplus import surplus
from jtbd.yamltext import MOST_BYTES

LIMIT: Final = 10**9
"""A revision from here on was written by hand: the next save counts on from the highest below it."""

_NAME: Final = re.compile(r"([0-9]{6,15})-([0-9]{8}T[0-9]{6}Z)(-hand)?\.yaml\.gz")
_GZIP: Final = 31  # zlib's way to ask for a gzip header and trailer
_LATEST: Final = dt.datetime(9999, 12, 31, tzinfo=dt.UTC).timestamp()
_TIME: Final = "%Y%m%dT%H%M%SZ"
_LEVEL: Final = 1
"""Every answer of a rating makes a version: the best level takes several times as long and saves a tenth."""


class History:
    """The earlier versions of the canvas in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "history"

    def revisions(self) -> tuple[Revision, ...]:
        """Return what is kept, the latest first."""
        return tuple(sorted(self._files(), reverse=True))

    def newest(self) -> int:
        """Return the highest number that was kept, -1 where nothing is: revision 0 is a file that a person made."""
        return max((revision.number for revision in self._files() if revision.number < LIMIT), default=-1)

    def read(self, number: int) -> bytes | None:
        """Return a version's bytes, None where it is not kept.

        Raises:
            UnreadableFile: the file is damaged.

        """
        for revision, file in self._files().items():
            if revision.number == number:
                return _unpacked(self._folder / file)
        return None

    def keep(self, data: bytes, revision: Revision) -> int:
        """Keep a version and return its number; a number that was passed already gives way to the next free one.

        So nothing that is kept is ever overwritten, also when an old file was put back by hand.

        Raises:
            CannotWrite: the disk refused.

        """
        make_folder(self._folder)
        newest = self.newest()
        if revision.number == newest and self._holds(newest, data):
            return newest  # the save after it did not come about
        number = max(revision.number, newest + 1)
        name = f"{number:06d}-{_moment(revision.at)}{'-hand' if revision.by_hand else ''}.yaml.gz"
        write_new(self._folder / name, zlib.compress(data, _LEVEL, wbits=_GZIP), lasting=revision.by_hand)
        return number

    def thin(self) -> None:
        """Remove what `surplus` names."""
        files = self._files()
        for revision in surplus(files):
            drop(self._folder / files[revision])  # a file too many does no harm; the next save tries again

    def _files(self) -> dict[Revision, str]:
        found: dict[Revision, str] = {}
        for name in names_in(self._folder):
            with suppress(ValueError):  # named by somebody else
                if match := _NAME.fullmatch(name):
                    at = dt.datetime.fromisoformat(match[2])
                    found[Revision(int(match[1]), at, bool(match[3]))] = name
        return found

    def _holds(self, number: int, data: bytes) -> bool:
        with suppress(UnreadableFile):
            return self.read(number) == data
        return False


def is_version(name: str) -> bool:
    """Say whether a file of that name is an earlier version of a canvas."""
    return bool(_NAME.fullmatch(name))


def _moment(at: dt.datetime) -> str:
    """Return a time as it stands in a file's name; a hand-made year 1 or 9999 is brought within reach of UTC."""
    seconds = min(max(at.timestamp(), 0), _LATEST)
    return dt.datetime.fromtimestamp(seconds, dt.UTC).strftime(_TIME)


def _unpacked(file: Path) -> bytes:
    packed = zlib.decompressobj(wbits=_GZIP)
    with suppress(zlib.error):
        data = packed.decompress(read_bytes(file), MOST_BYTES + 1)
        if packed.eof:
            return data
    raise UnreadableFile(str(file), say("is damaged"), say("Open another revision."))
