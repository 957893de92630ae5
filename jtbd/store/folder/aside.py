"""Files of a canvas that were faulty, or another version, when something had to be saved: set aside, never deleted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from jtbd.disk.files import write_new
from jtbd.disk.refusals import refusals_named

SET_ASIDE: Final = "canvas.set-aside-{}.yaml"
_SET_ASIDE: Final = re.compile(r"canvas\.set-aside-[0-9]+\.yaml")


def is_set_aside(name: str) -> bool:
    """Say whether a file of that name is one that was faulty when something had to be saved."""
    return bool(_SET_ASIDE.fullmatch(name))


def set_aside(file: Path) -> None:
    """Write what is in a file under a name beside it that says so; the file itself stays.

    Raises:
        CannotWrite: the disk refused.

    """
    number = 1
    while (aside := file.with_name(SET_ASIDE.format(number))).exists():
        number += 1
    with refusals_named(aside):
        data = file.read_bytes()
    write_new(aside, data)
