"""What the terminal is told of a failure of the program: one line."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import jtbd
from jtbd.errors import shown
from jtbd.i18n import WITHIN, say, say_in, speaking
from jtbd.ui import language

_OURS: Final = Path(jtbd.__file__).parent
_NET: Final = Path(__file__).with_name("net.py")
_MOST: Final = 300


class Panicked(Exception):
    """A library fell in a way that no net for an `Exception` catches; its cause says how."""


def tell(failure: BaseException) -> None:
    """Say in the terminal, on one line, what fell and where."""
    what = failure.__cause__ or failure if isinstance(failure, Panicked) else failure
    said = shown(what)[:_MOST]
    name = f"{type(what).__name__}: {said}" if said else type(what).__name__
    with speaking(language.of_terminal()):
        fell = ", ".join([name, *_places(what)])
        sys.stderr.write(f"{say('A mistake of the program: {failure}', failure=fell)}\n")
    sys.stderr.flush()


def _places(failure: BaseException) -> Iterator[str]:
    """Yield the last line of ours on the way to a failure, and the very last where that is somebody else's."""
    frames = traceback.extract_tb(failure.__traceback__)
    ours = [frame for frame in frames if _is_ours(Path(frame.filename))]
    places = [(_named(Path(frame.filename)), str(frame.lineno)) for frame in (*ours[-1:], *frames[-1:])]
    for file, line in dict.fromkeys(places):
        yield say_in(WITHIN, "in {file} line {line}", file=file, line=line)


def _named(file: Path) -> str:
    """Return how to call a file: by its name or, since each screen has a page, a page with its folder."""
    return f"{file.parent.name}/{file.name}" if file.name == "page.py" else file.name


def _is_ours(file: Path) -> bool:
    return file != _NET and file.is_relative_to(_OURS)
