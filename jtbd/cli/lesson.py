"""What `--help` teaches of a command: what it does, what it writes, how it ends, and an example to start from.

Lines have at most 80 characters, so that they stand in a narrow terminal as they stand in the source.
"""

from __future__ import annotations

from typing import NamedTuple


class Lesson(NamedTuple):
    """The help of one command: a line for the list of commands, a text for its own page, and examples."""

    summary: str
    text: str
    example: str
