"""Starting the app: Streamlit runs as a child process, so that the command line itself never loads it."""

from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import jtbd
from jtbd.errors import AppMissing, PortRefused, PortTaken, UsageError, shown

FIRST_PORT: Final = 8501
_PORTS_TRIED: Final = 50

OPTIONS: Final = (
    "--server.address=127.0.0.1",
    "--server.headless=true",
    "--server.baseUrlPath=",
    "--server.sslCertFile=",
    "--server.sslKeyFile=",
    "--server.enableStaticServing=false",
    "--server.enableCORS=true",
    "--server.enableXsrfProtection=true",
    "--server.fileWatcherType=none",
    "--browser.serverAddress=127.0.0.1",
    "--browser.gatherUsageStats=false",
    "--client.toolbarMode=minimal",
    "--client.showErrorDetails=none",
    "--global.developmentMode=false",
    "--logger.hideWelcomeMessage=true",
)
"""What matters, whatever a person's own settings say for other apps of Streamlit's."""


def launch(canvases: Path, port: int | None, *, open_browser: bool) -> int:
    """Serve the app on this laptop until Ctrl+C or until it ends by itself.

    Args:
        canvases: the folder of saved canvases.
        port: where to serve it; None for the first that is free from 8501 on.
        open_browser: whether to open the link; it is shown in the terminal either way.

    Returns:
        The exit code: 0 after Ctrl+C.

    Raises:
        PortTaken: the port asked for is in use.
        PortRefused: the port asked for may not be used.
        AppMissing: the installation is incomplete.
        UsageError: the home folder may not be entered.

    """
    _refuse_closed_home()
    environment = _environment(canvases, open_browser=open_browser)
    for chosen in _ports(port):
        options = [f"--server.port={chosen}", *OPTIONS]
        with _start([sys.executable, "-P", "-m", "streamlit", "run", str(app_path()), *options], environment) as child:
            code = _wait(child)
        if code == 0 or port is not None or _is_free(chosen):
            return code  # else somebody took the port between our look and its start
    return code


def _refuse_closed_home() -> None:
    """Refuse a home folder that may not be entered: Streamlit looks for its settings there, and then serves nothing."""
    home = os.path.expanduser("~")  # noqa: PTH111 - it answers also where no home is known
    if os.path.isdir(home) and not os.access(home, os.X_OK):  # noqa: PTH112 - as above
        raise UsageError(
            f"the home folder {shown(home)} may not be entered", "Set HOME to a folder of yours, by its whole path."
        )


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
        # Its input is a pipe of ours: when this program is gone, however it went, the pipe ends, and so does the child.
        return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE)  # noqa: S603  our own file
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
    kept["JTBD_ENDS_WITH_INPUT"] = "1"
    kept["JTBD_CANVASES"] = str(canvases.resolve())
    if not open_browser:
        kept["JTBD_NO_BROWSER"] = "1"
    return kept


def _ports(wanted: int | None) -> Iterator[int]:
    """Yield the ports to try: the one that was asked for, or the usual ones that are free and last any that is.

    Raises:
        PortTaken: the port asked for is in use.
        PortRefused: the port asked for may not be used.

    """
    if wanted is not None:
        if refused := _refusal(wanted):
            if refused.errno == errno.EADDRINUSE:
                raise PortTaken(wanted, wanted)
            raise PortRefused(wanted, refused.strerror or str(refused))
        yield wanted
        return
    told = False
    for port in (*range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED), 0):
        if port and not _is_free(port):
            continue
        chosen = port or _any_port()
        if chosen != FIRST_PORT and not told:
            sys.stdout.write(f"Port {FIRST_PORT} is not free, for another Common Job perhaps; using {chosen}.\n")
            sys.stdout.flush()
        told = True
        yield chosen


def _is_free(port: int) -> bool:
    return _refusal(port) is None


def _refusal(port: int) -> OSError | None:
    """Return why a port cannot be listened on, None where it can."""
    with socket.socket() as probe:
        if os.name != "nt":  # as Streamlit does: a port whose last connections linger is free, but not so on Windows
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            return error
        return None


def _any_port() -> int:
    """Return a port that the system has free."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
