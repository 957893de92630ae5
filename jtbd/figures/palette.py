"""The one palette, light and dark: paper and espresso, a colour for each party, their mixture for what is contested."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #rrggbb; every mark reaches 3 : 1 and every text 4.5 : 1 on `paper`."""

    paper: str
    card: str
    ink: str
    quiet: str
    rule: str
    a: str
    b: str
    contested: str
    open: str


LIGHT: Final = Palette(
    paper="#FBF7F0",
    card="#F3EBDD",
    ink="#2B211B",
    quiet="#6A5B4E",
    rule="#D9CCB8",
    a="#1F6F8B",
    b="#C2522B",
    contested="#7A4B78",
    open="#8A7B6C",
)

DARK: Final = Palette(
    paper="#1D1814",
    card="#2A231D",
    ink="#F1E9DC",
    quiet="#B8A898",
    rule="#4A3F35",
    a="#5FB3CF",
    b="#F0895E",
    contested="#BE93C4",
    open="#9C8C7C",
)
