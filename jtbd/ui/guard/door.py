"""Starting: is it safe to open, where is the link, and how does the browser get it."""

from __future__ import annotations

import html
import os
import sys
import threading
import time
import webbrowser
from collections.abc import Mapping
from contextlib import suppress
from contextvars import copy_context
from typing import Final

from streamlit import config

from jtbd.errors import UnsafeStart
from jtbd.i18n import WITHIN, say, say_in, spoken
from jtbd.launch import for_a_moment
from jtbd.ui.guard import peer
from jtbd.ui.guard.source import LOOPBACK

_READ_BY: Final = 30
"""Seconds after which a browser has read the page that leads it here."""

_PAGE: Final = """<!doctype html>
<html lang="{language}" translate="no">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={link}">
<title>Common Job</title>
<p><a href="{link}">{words}</a></p>
"""


def origin() -> str:
    """Return where the app is about to be served.

    Raises:
        UnsafeStart: it would be reachable from other machines, or report to Streamlit's makers: the settings that
            come with the program were not found or were overruled.

    """
    address = str(config.get_option("server.address") or say_in(WITHIN, "every network"))
    host = f"[{address}]" if ":" in address else address
    if host not in LOOPBACK:
        raise UnsafeStart(say_in(WITHIN, "it would listen on {address}, not on this laptop alone", address=address))
    if config.get_option("browser.gatherUsageStats"):
        raise UnsafeStart(say_in(WITHIN, "it would send usage statistics"))
    return f"http://{host}:{config.get_option('server.port')}"


def tell(message: str) -> None:
    """Say something in the terminal, at once; where that is gone, closed or full, the app goes on without it."""
    with suppress(OSError, ValueError):
        if sys.stdout:
            sys.stdout.write(f"{message}\n")
            sys.stdout.flush()


def has_browser(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Say whether there is somebody to open a browser for: a screen, and nobody said not to."""
    if environ.get("JTBD_NO_BROWSER", "0") not in ("", "0") or environ.get("CI"):
        return False
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    return platform in ("darwin", "win32") or any(environ.get(name) for name in screens)


def open_browser(link: str) -> None:
    """Open the link where there is a screen, without waiting: some browsers return only when they are closed.

    The command line of a program can be read by everybody on the machine, on Windows by its owner alone. Where a link
    that was read there would let its reader in, the browser is handed a file that only its owner can read. Elsewhere it
    is not: browsers that come as a snap or a flatpak cannot read it.
    """
    if has_browser():
        hand_over = webbrowser.open if os.name == "nt" or peer.can_be_told() else _hand_over
        threading.Thread(target=copy_context().run, args=(hand_over, link), daemon=True).start()


def _hand_over(link: str) -> None:
    with for_a_moment(page_to(link)) as page:
        webbrowser.open(page.as_uri())
        time.sleep(_READ_BY)


def page_to(link: str) -> str:
    """Return a page that leads to the link."""
    words = html.escape(say("Go on to Common Job"))
    return _PAGE.format(link=html.escape(link), words=words, language=spoken())
