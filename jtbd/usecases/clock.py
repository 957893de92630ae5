"""The laptop's clock."""

from __future__ import annotations

import datetime as dt


def local_now() -> dt.datetime:
    """Return the laptop's time with its zone, to the second."""
    return dt.datetime.now().astimezone().replace(microsecond=0)
