"""Starting: is it safe to open, and where is the link."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser
from collections.abc import Mapping

from streamlit import config

from jtbd.errors import UnsafeStart
from jtbd.ui.guard.source import LOOPBACK


def origin() -> str:
    """Return where the app is about to be served.

    Raises:
        UnsafeStart: it would be reachable from other machines, or report to Streamlit's makers: the settings that
            come with the program were not found or were overruled.

    """
    address = str(config.get_option("server.address") or "every network")
    host = f"[{address}]" if ":" in address else address
    if host not in LOOPBACK:
        raise UnsafeStart(f"it would listen on {address}, not on this laptop alone")
    if config.get_option("browser.gatherUsageStats"):
        raise UnsafeStart("it would send usage statistics")
    return f"http://{host}:{config.get_option('server.port')}"


def tell(message: str) -> None:
    """Say something in the terminal, at once."""
    sys.stdout.write(f"{message}\n")
    sys.stdout.flush()


def has_browser(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Say whether there is somebody to open a browser for: a screen, and nobody said not to."""
    if environ.get("JTBD_NO_BROWSER", "0") not in ("", "0") or environ.get("CI"):
        return False
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    return platform in ("darwin", "win32") or any(environ.get(name) for name in screens)


def open_browser(link: str) -> None:
    """Open the link where there is a screen, without waiting: some browsers return only when they are closed."""
    if has_browser():
        threading.Thread(target=webbrowser.open, args=(link,), daemon=True).start()
