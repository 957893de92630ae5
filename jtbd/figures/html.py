"""Writing HTML as text: what was written here stays, whatever else goes into it is escaped.

Figures of HTML are set in the page's own type and colours, break their lines as text does, and change theme with the
page. Where things stand is given as custom properties; how they look stands in the style sheet.
"""

from __future__ import annotations

from fractions import Fraction
from html import escape


class Html(str):
    """HTML that may go into a page as it stands."""

    __slots__ = ()


def element(name: str, *content: str, **attributes: str | None) -> Html:
    """Return an element around its content, of which all but `Html` is text.

    Underscores in an attribute's name stand for hyphens, one at its end for nothing; None leaves it out.
    """
    given = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None}
    written = "".join(f' {key}="{escape(value)}"' for key, value in given.items())
    return Html(f"<{name}{written}>{join(*content)}</{name}>")


def join(*content: str) -> Html:
    """Return pieces one after the other, of which all but `Html` is text."""
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in content))


def places(**at: Fraction | float) -> str:
    """Return shares of the room as custom properties in per cent, for `style`."""
    return ";".join(f"--{name}:{float(share) * 100:.4g}%" for name, share in at.items())
