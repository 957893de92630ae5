"""Paths in commands that people paste."""

from __future__ import annotations

import os
import shlex


def quoted(path: object) -> str:
    """Return a path as it can be pasted into a shell, whatever is in its name."""
    if os.name == "nt":
        return f'"{path}"'
    return shlex.quote(str(path))
