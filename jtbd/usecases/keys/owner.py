"""Whether this laptop's owner can sign; asked by screens that load nothing of what signs."""

from __future__ import annotations

from jtbd.usecases.home import Home


def owner_has_key(home: Home) -> bool:
    """Say whether this laptop's owner has a long-term key."""
    return home.keys.owner().is_there()
