"""The key of every widget."""

from __future__ import annotations

from zlib import crc32

from jtbd.ui.state.session import session


def key(part: str, *of: str | int) -> str:
    """Return a widget's key: what it is, of which thing of which canvas; ids, never places in a list.

    A server that was restarted makes the same keys again, so that it knows what the browser then still has to say.
    """
    return f"{lasting_key(part, *of)}-{session().epoch}"


def lasting_key(part: str, *of: str | int) -> str:
    """Return the key of a widget that shows what it is given, so that it need not be another after an undo."""
    here = session()
    opened = here.example or (here.canvas.id if here.canvas else "")
    return "-".join([part, *map(str, of), f"{crc32(opened.encode()):x}"])
