"""Starting the app: it runs as a child process, so that the command line itself never loads Streamlit."""

from __future__ import annotations

import atexit
import errno
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

import jtbd
from jtbd.disk.files import write_new
from jtbd.disk.folders import remove_scratch, scratch_folder
from jtbd.errors import AppEnded, AppMissing, PortRefused, PortTaken, UsageError, shown
from jtbd.i18n import mark, say

FIRST_PORT: Final = 8501
_PORTS_TRIED: Final = 50
_LOOPBACK: Final = "127.0.0.1"
_BACKLOG: Final = 128
_TIME_TO_END: Final = 10
"""Seconds that the app has to end by itself."""

_TAKEN: Final = mark("Port {port} is taken, by another Common Job perhaps; using {other}.")
_REFUSED: Final = mark("Port {port} may not be used here; using {other}.")


def launch(canvases: Path, port: int | None, *, open_browser: bool, language: str | None = None) -> int:
    """Serve the app on this laptop until Ctrl+C or until it ends by itself.

    Args:
        canvases: the folder of saved canvases.
        port: where to serve it; None for the first that is free from 8501 on, at last for any.
        open_browser: whether to open the link; it is shown in the terminal either way.
        language: what the app is to speak; None to leave that to the environment, and then to the browser.

    Returns:
        The exit code: 0 after Ctrl+C.

    Raises:
        PortTaken: the port asked for is in use.
        PortRefused: the port asked for may not be used, or no port may.
        AppMissing: the installation is incomplete.
        AppEnded: something else ended the app.
        UsageError: the home folder may not be entered.

    """
    _refuse_closed_home()
    command = [sys.executable, str(app_path())]
    environment = _environment(canvases, language, open_browser=open_browser)
    if os.name == "nt":  # a listener cannot be handed on there by its number: the app opens the port itself
        return _wait(_start([*command, "--port", str(port or 0)], environment))
    with listener(port) as opened, _apart(opened) as apart:
        handle = apart.fileno()
        child = _start([*command, "--listener", str(handle)], environment, handle)
    return _wait(child)


def _refuse_closed_home() -> None:
    """Refuse a home folder that may not be entered: a meeting would come to its end where it needs somebody's key."""
    home = os.path.expanduser("~")  # noqa: PTH111 - it answers also where no home is known
    if os.path.isdir(home) and not os.access(home, os.X_OK):  # noqa: PTH112 - as above
        raise UsageError(
            say("the home folder {folder} may not be entered", folder=shown(home)),
            say("Set HOME to a folder of yours, by its whole path."),
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


# ── the port ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def listener(wanted: int | None) -> socket.socket:
    """Open a port on this laptop; what is returned is the open port itself, so that nobody can come in between.

    Args:
        wanted: the port asked for; None for the first of the usual ones that is free, and at last any that is.

    Raises:
        PortTaken: the port asked for is in use.
        PortRefused: the port asked for may not be used, or no port may.

    """
    if wanted is not None:
        return _open(wanted)
    for port in range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED):
        try:
            found = _open(port)
        except (PortTaken, PortRefused) as error:
            if port == FIRST_PORT:
                first = error
            continue
        return _told(found, first) if port != FIRST_PORT else found
    return _told(_open(0), first)


def _open(port: int) -> socket.socket:
    """Listen on a port; 0 is one that the system chooses."""
    opened = socket.socket()
    try:
        if os.name != "nt":  # a port whose last connections linger is free; on Windows this would share it with others
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((_LOOPBACK, port))
        opened.listen(_BACKLOG)  # not until then is it ours: what is only bound can be bound twice
    except OSError as error:
        opened.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(port) from error
        raise PortRefused(port, error.strerror or str(error)) from error
    return opened


def _apart(opened: socket.socket) -> socket.socket:
    """Return the same port by a number that is not one of the three streams': one of those may have been closed."""
    import fcntl  # noqa: PLC0415 - there is none on Windows

    return socket.socket(fileno=fcntl.fcntl(opened.fileno(), fcntl.F_DUPFD_CLOEXEC, 3))


def _told(found: socket.socket, first: PortTaken | PortRefused) -> socket.socket:
    why = _TAKEN if isinstance(first, PortTaken) else _REFUSED
    if sys.stdout:
        sys.stdout.write(f"{why.said(port=FIRST_PORT, other=found.getsockname()[1])}\n")
        sys.stdout.flush()
    return found


# ── what a browser is handed ──────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def for_a_moment(page: str) -> Iterator[Path]:
    """Yield the file of a page that only its owner can read, until the `with` statement or the program ends."""
    folder = scratch_folder("jtbd-")
    remove = partial(remove_scratch, folder)
    atexit.register(remove)
    try:
        file = folder / "common-job.html"
        write_new(file, page.encode(), lasting=False, mode=0o600)
        yield file
    finally:
        remove()
        atexit.unregister(remove)


# ── the child ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _start(command: list[str], environment: dict[str, str], *handles: int) -> subprocess.Popen[bytes]:
    """Start a child that leaves Ctrl+C to us; the terminal sends it to both.

    Its input is a pipe of ours: when this program is gone, however it went, the pipe ends, and so does the child.
    """
    closed = {name: subprocess.DEVNULL for name in ("stdout", "stderr") if getattr(sys, name) is None}
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # a child inherits what is ignored
    try:
        return subprocess.Popen(  # noqa: S603  ours
            command,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=closed.get("stdout"),
            stderr=closed.get("stderr"),
            pass_fds=handles,
        )
    finally:
        signal.signal(signal.SIGINT, before)


def _wait(child: subprocess.Popen[bytes]) -> int:
    """Wait for the child; Ctrl+C and a request to end reach it as a request to end, which it meets without a word.

    Raises:
        AppEnded: a signal that did not come from here ended it.

    """
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code = child.wait()
    except KeyboardInterrupt:
        _end(child)
        return 0
    finally:
        signal.signal(signal.SIGTERM, before)
        if child.stdin:
            child.stdin.close()
    if code < 0:
        raise AppEnded(signal.Signals(-code).name)
    return code


def _end(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(_TIME_TO_END)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        child.kill()
        child.wait()


def _environment(canvases: Path, language: str | None, *, open_browser: bool) -> dict[str, str]:
    """Return the child's environment; settings meant for other Streamlit apps do not reach this one."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    kept["JTBD_CANVASES"] = str(canvases.resolve())
    if language:
        kept["JTBD_LANGUAGE"] = language
    if not open_browser:
        kept["JTBD_NO_BROWSER"] = "1"
    return kept
