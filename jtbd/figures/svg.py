"""Writing SVG 1.1 as text: elements with their attributes and texts escaped.

Renderers of print know neither CSS variables nor web fonts, so colours stand in attributes and fonts are those that
machines have.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final
from xml.sax.saxutils import escape, quoteattr

SIZE: Final = 12
COLUMN: Final = 0.6 * SIZE
"""Pixels of a column of text in the widest of the usual sans-serif fonts."""

_FONTS: Final = "'Source Sans', 'Source Sans 3', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"


def picture(*, width: int, height: int, title: str, description: str, definitions: str, body: Iterable[str]) -> str:
    """Return a whole picture of written elements with its text alternative, in plain text."""
    return element(
        "svg",
        element("title", escape(title))
        + element("desc", escape(description))
        + element("defs", definitions)
        + element("g", "".join(body), font_family=_FONTS, font_size=SIZE),
        xmlns="http://www.w3.org/2000/svg",
        version="1.1",
        role="img",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height}",
    )


def element(name: str, content: str = "", **attributes: str | float) -> str:
    """Return an element around written content; underscores in an attribute's name stand for hyphens."""
    written = "".join(f" {key.replace('_', '-')}={quoteattr(str(value))}" for key, value in attributes.items())
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def text(
    said: str, x: Fraction | float, y: Fraction | float, colour: str, *, anchor: str = "start", weight: str = "normal"
) -> str:
    """Return a line of plain text whose baseline starts, is centred or ends at a place."""
    return element("text", escape(said), x=number(x), y=number(y), fill=colour, text_anchor=anchor, font_weight=weight)


def number(value: Fraction | float) -> str:
    """Return a length to a hundredth of a pixel."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")
