"""What a sheet says otherwise than the one whose place it takes, for its own pages.

The sheet itself names the earlier one by its id and no more. So this can be told where the earlier one lies beside it,
as on the laptop that froze both, and nowhere else; it is printed, and it is no part of what is signed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from jtbd.disk.files import read_bytes
from jtbd.errors import JtbdError
from jtbd.model.sheet import CommitmentContent, Sheet
from jtbd.sign.sheet.content import read_sheet
from jtbd.usecases.sheets.unsigned import Promised, unsigned

_COMPLETE: Final = re.compile(r"sheet-([1-9][0-9]{0,8})\.yaml")


def since_earlier(sheet: Sheet, folder: Path) -> tuple[str, ...]:
    """Return what changed since the last sheet in a folder whose place this one takes, as sentences."""
    named = set(sheet.commitment.replaces or ())
    if not named:
        return ()
    for number, path in sorted(_completed(folder), reverse=True):
        with suppress(JtbdError, OSError):  # one that cannot be read is told of where sheets are listed
            earlier = read_sheet(read_bytes(path), str(path)).commitment
            if earlier.id in named:
                return tuple(_told(sheet.commitment, earlier, number))
    return ()


def _completed(folder: Path) -> Iterator[tuple[int, Path]]:
    with suppress(OSError):
        for path in folder.iterdir():
            if found := _COMPLETE.fullmatch(path.name):
                yield int(found[1]), path


def _told(content: CommitmentContent, earlier: CommitmentContent, number: int) -> Iterator[str]:
    found = unsigned(content, earlier)
    if not found:
        yield f"Of what was promised, nothing has changed since sheet {number}."
        return
    yield f"Since sheet {number}: {found.sentence}."
    yield from (_line(content, promise) for promise in found.promises)


def _line(content: CommitmentContent, promise: Promised) -> str:
    what = promise.what.rstrip(" .")
    return f"{str(promise.change).capitalize()}: {content.party(promise.by).short_name}, “{what}”."
