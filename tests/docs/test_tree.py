"""docs/house.md is true: every room of the program is in its tree, and whatever it names is there."""

from __future__ import annotations

import re
from typing import Final

from tests.support.places import ROOT

PAGE: Final = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
DRAWN: Final = "jtbd/ui/screens/"
"""Whose rooms are one line together."""


def _tree() -> set[str]:
    """Return the paths of the first block of the page."""
    (block,) = re.findall(r"^```\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    found: set[str] = set()
    above: list[tuple[int, str]] = []
    for line in block.splitlines():
        said = re.match(r"( *)(\S+)", line)
        assert said
        depth = len(said[1])
        above = [(least, name) for least, name in above if least < depth]
        found.add("".join(name for _, name in above) + said[2])
        above.append((depth, said[2]))
    return found


def test_every_room_is_in_the_tree() -> None:
    """A package that is not in the tree is one that nobody finds."""
    rooms = {f"{file.parent.relative_to(ROOT).as_posix()}/" for file in (ROOT / "jtbd").rglob("__init__.py")}
    assert len(rooms) > 20
    assert {room for room in rooms - _tree() if not room.startswith(DRAWN)} == set()


def test_what_the_page_names_is_there() -> None:
    """Each path of the tree, and each one named in a sentence, is a file or a folder."""
    named = set(re.findall(r"`((?:[a-z_]+/)+[a-z_.]*)`", PAGE))
    assert len(named) > 10
    assert [path for path in _tree() if not (ROOT / path).exists()] == []
    assert [path for path in named if not any((ROOT / top / path).exists() for top in ("", "jtbd", "docs"))] == []
