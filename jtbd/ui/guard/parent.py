"""The end of the program that started this server: whoever has no terminal left to end it must not stay behind."""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import Final

WATCH: Final = "JTBD_ENDS_WITH_INPUT"
"""Set by whoever starts the server with a pipe as its input: the end of that pipe is the end of the server."""


def watch() -> None:
    """End this process once its input ends, which is when the program that started it is gone, however it went."""
    if os.environ.get(WATCH):
        threading.Thread(target=_end_with_input, name="parent", daemon=True).start()


def _end_with_input() -> None:
    handle = sys.stdin.fileno() if sys.stdin else -1
    try:
        while handle >= 0 and os.read(handle, 1024):
            pass
    except OSError:
        pass
    os.kill(os.getpid(), signal.SIGTERM)
