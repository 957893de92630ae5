"""The end of the program that started this server: whoever has no terminal left to end it must not stay behind."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from typing import Final

_TIME_TO_END: Final = 10
"""Seconds that the server has to end in good order."""


def end_with_it() -> None:
    """End this process when the program that started it is gone, however it went: the input, a pipe of its, ends then.

    The terminal that closes says so to this process, too: that is left unheard, so that the end is in good order.
    """
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    threading.Thread(target=_wait, name="parent", daemon=True).start()


def _wait() -> None:
    with suppress(OSError):
        while sys.stdin and os.read(sys.stdin.fileno(), 1024):
            pass
    signal.raise_signal(signal.SIGTERM)
    time.sleep(_TIME_TO_END)
    os._exit(1)
