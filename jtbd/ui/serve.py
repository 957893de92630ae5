"""Serving the app by itself, as the command `jtbd` starts it: on a port that is open already, under our settings."""

from __future__ import annotations

import argparse
import signal
import socket
import sys
from collections.abc import Sequence
from typing import Final

import streamlit as st
import uvicorn
from streamlit import config
from streamlit.runtime.runtime_util import get_max_message_size_bytes

from jtbd.errors import JtbdError
from jtbd.i18n import speak
from jtbd.launch import listener
from jtbd.ui import language, parent
from jtbd.ui.guard.patience import Patient

_PING: Final = 20
_TIME_TO_END: Final = 5
"""Seconds."""


def serve(app: st.App, argv: Sequence[str]) -> int:
    """Serve the app until the program that started this one ends it, or is gone; return the exit code.

    Args:
        app: behind its guard.
        argv: `--listener` with the number of an open port's handle, or `--port` with that of the port to open.

    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # what uvicorn leaves the signal to once it has ended
    parent.end_with_it()
    speak(language.of_terminal())
    try:
        opened = _opened(argv)
    except JtbdError as error:
        sys.stderr.write(f"jtbd: {error.diagnostics()}\n")
        return error.exit_code
    opened.setblocking(False)
    config.set_option("server.port", opened.getsockname()[1])
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            http=Patient,
            ws="websockets-sansio",
            ws_ping_interval=_PING,
            ws_ping_timeout=_PING,
            ws_max_size=get_max_message_size_bytes(),
            ws_per_message_deflate=False,
            lifespan="on",
            proxy_headers=False,  # whoever is at the other end of a connection cannot say to be another
            access_log=False,
            log_level="error",
            use_colors=False,
            timeout_graceful_shutdown=_TIME_TO_END,
        )
    )
    server.run(sockets=[opened])
    return 0 if server.started else JtbdError.exit_code


def _opened(argv: Sequence[str]) -> socket.socket:
    parser = argparse.ArgumentParser()
    parser.add_argument("--listener", type=int)
    parser.add_argument("--port", type=int)
    arguments = parser.parse_args(argv)
    if arguments.listener is None:
        return listener(arguments.port or None)
    handed = socket.socket(fileno=arguments.listener)
    handed.set_inheritable(False)
    return handed
