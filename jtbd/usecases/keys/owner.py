"""Whether this laptop's owner can sign; asked by screens that load nothing of what signs."""

from __future__ import annotations

from jtbd.sign.keys.places import owner_key_path
from jtbd.usecases.canvases.library import Library


def owner_has_key(library: Library) -> bool:
    """Say whether this laptop's owner has a long-term key."""
    return owner_key_path(library.config).is_file()
