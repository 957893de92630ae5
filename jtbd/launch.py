"""Starting the app: Streamlit runs as a child process, so that the command line itself never loads it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Final

import jtbd
from jtbd.errors import AppMissing, PortTaken

FIRST_PORT: Final = 8501
_PORTS_TRIED: Final = 50


def launch(canvases: Path, port: int | None, *, open_browser: bool) -> int:
    """Serve the app on this laptop until Ctrl+C or until it ends by itself.

    Args:
        canvases: the folder of saved canvases.
        port: where to serve it; None for the first that is free from 8501 on.
        open_browser: whether to open the link; it is shown in the terminal either way.

    Returns:
        The exit code: 0 after Ctrl+C.

    Raises:
        PortTaken: the port asked for, or every one that was tried, is in use.
        AppMissing: the installation is incomplete.

    """
    chosen = _choose_port(port)
    command = [sys.executable, "-P", "-m", "streamlit", "run", str(app_path()), f"--server.port={chosen}"]
    with _start(command, _environment(canvases, open_browser=open_browser)) as child:
        return _wait(child)


def app_path() -> Path:
    """Return the app: in a checkout beside the package, in an installation inside it.

    Raises:
        AppMissing: it is in neither place.

    """
    package = Path(jtbd.__file__).resolve().parent
    for path in (package / "shipped" / "app.py", package.parent / "app.py"):
        if path.is_file():
            return path
    raise AppMissing(str(package))


def _start(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start a child that leaves Ctrl+C to us; the terminal sends it to both, and Streamlit would answer "Aborted!"."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # a child inherits what is ignored
    try:
        return subprocess.Popen(command, env=environment)  # noqa: S603  this Python, running our own file
    finally:
        signal.signal(signal.SIGINT, before)


def _wait(child: subprocess.Popen[bytes]) -> int:
    """Wait for the child; Ctrl+C and a request to end reach it as a request to end, which it meets without a word."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return child.wait()
    except KeyboardInterrupt:
        child.terminate()
        child.wait()
        return 0
    finally:
        signal.signal(signal.SIGTERM, before)


def _environment(canvases: Path, *, open_browser: bool) -> dict[str, str]:
    """Return the child's environment; settings meant for other Streamlit apps do not reach this one."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    kept["JTBD_CANVASES"] = str(canvases.resolve())
    if not open_browser:
        kept["JTBD_NO_BROWSER"] = "1"
    return kept


def _choose_port(wanted: int | None) -> int:
    if wanted is not None:
        if not _is_free(wanted):
            raise PortTaken(wanted, wanted)
        return wanted
    last = FIRST_PORT + _PORTS_TRIED - 1
    for port in range(FIRST_PORT, last + 1):
        if _is_free(port):
            if port != FIRST_PORT:
                sys.stdout.write(f"Port {FIRST_PORT} is taken, by another Common Job perhaps; using {port}.\n")
                sys.stdout.flush()
            return port
    raise PortTaken(FIRST_PORT, last)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name != "nt":  # as Streamlit does: a port whose last connections linger is free, but not so on Windows
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
