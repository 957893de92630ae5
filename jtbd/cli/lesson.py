"""What `--help` teaches of a command: what it does, what it writes, how it ends, and an example to start from."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from jtbd.i18n import Message

WIDEST: Final = 80
"""Letters in a line that an eye still finds back from."""

_LEFT_FREE: Final = 2
"""So many columns argparse has at the right, which a paragraph needs no more than any other text."""

_ENTRY: Final = r" +\S+ {2,}"
"""What a line begins with that explains something: its name, and a gap."""


class Lesson(NamedTuple):
    """The help of one command: a line for the list of commands, paragraphs for its own page, and an example."""

    summary: Message
    text: tuple[Message, ...]
    example: str


class Page(argparse.RawDescriptionHelpFormatter):
    """A page of help whose paragraphs, a line each, are broken where the terminal ends.

    What is indented is to be typed and stays as it is, unless it explains a name: then it goes on beneath itself. What
    stands between backticks is never parted.
    """

    def _expand_help(self, action: argparse.Action) -> str:
        return action.help or ""  # said already: a per cent sign in it is no slot of argparse

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        widest = min(width + _LEFT_FREE, WIDEST)
        return "\n".join(indent + line for row in text.splitlines() for line in _broken(row, widest))


def _broken(row: str, width: int) -> Iterator[str]:
    from textwrap import TextWrapper  # noqa: PLC0415 - for help alone, as argparse does

    entry = re.match(_ENTRY, row)
    if not row or (row.startswith(" ") and not entry):
        yield row
        return
    hanging = " " * len(entry[0]) if entry else ""
    wrapper = TextWrapper(width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)
    whole = re.sub("`[^`]*`", lambda found: found[0].replace(" ", "\0"), row)
    yield from (line.replace("\0", " ") for line in wrapper.wrap(whole))
