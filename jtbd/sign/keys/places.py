"""What the files of keys are called; without what opens them, since a screen may ask whether there is one."""

from __future__ import annotations

from pathlib import Path


def owner_key_path(config: Path) -> Path:
    """Return where the owner's long-term key lives."""
    return config / "key.pem"


def guest_key_path(config: Path, sheet_id: str) -> Path:
    """Return where the key of a sheet's guest lives until it has signed."""
    return config / "guest" / f"{sheet_id}.pem"
