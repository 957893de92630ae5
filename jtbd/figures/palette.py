"""The one palette, light and dark: paper and espresso, a colour for each party, and one for what both solve.

Petrol and rust stay apart for every kind of colour vision; a mixture of the two would not, so what is contested differs
from both in lightness: it is the strongest mark on the page, which is also what one looks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jtbd.model import PartyId


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #rrggbb; on `paper` and on `card` alike every mark reaches 3 : 1 and every text 4.5 : 1.

    Attributes:
        paper: the ground; also text on a mark of `a`, `b` or `contested`.
        card: a raised ground.
        ink: text and what matters most.
        quiet: secondary text and marks.
        rule: hairlines, which carry no meaning.
        a: party a, as mark and as text.
        b: party b, as mark and as text.
        contested: what both solve, as mark and as text.
        open: what neither solves, as mark only.

    """

    paper: str
    card: str
    ink: str
    quiet: str
    rule: str
    a: str
    b: str
    contested: str
    open: str

    def of(self, party: PartyId) -> str:
        """Return the colour of a party."""
        return self.a if party == "a" else self.b


LIGHT: Final = Palette(
    paper="#FBF7F0",
    card="#F3EBDD",
    ink="#2B211B",
    quiet="#65564A",
    rule="#D9CCB8",
    a="#1B6A86",
    b="#AE441C",
    contested="#47204B",
    open="#857463",
)

DARK: Final = Palette(
    paper="#1D1814",
    card="#2A231D",
    ink="#F1E9DC",
    quiet="#B8A898",
    rule="#4A3F35",
    a="#3AA6C7",
    b="#F2875A",
    contested="#EBCFE6",
    open="#9C8C7C",
)


def mix(colour: str, ground: str, share: float) -> str:
    """Return `share` (0 to 1) of a colour laid over a ground, both and the result as #rrggbb."""
    channels = ((int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02X}" for over, under in channels)
