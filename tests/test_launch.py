"""Starting the app as a child process."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from jtbd.errors import AppEnded, AppMissing, PortTaken
from jtbd.launch import app_path, launch, listener
from tests.support.places import ROOT

START = """
import pathlib, sys, jtbd.launch
jtbd.launch.FIRST_PORT = {first}
sys.exit(jtbd.launch.launch(pathlib.Path("canvases"), None, open_browser=False))
"""


AS_NOBODY = """
import os, jtbd.launch
os.getuid() or os.setuid(65534)
{statement}
"""


def _ports_of_root() -> int:
    """Return the first port that everybody may use."""
    file = Path("/proc/sys/net/ipv4/ip_unprivileged_port_start")
    return int(file.read_text(encoding="ascii")) if file.exists() else 0


def _listening_as_nobody(statement: str) -> subprocess.CompletedProcess[str]:
    """Run a statement without root's rights."""
    command = [sys.executable, "-c", AS_NOBODY.format(statement=statement)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@contextmanager
def _taken() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def _hears_ctrl_c() -> None:
    """Hear Ctrl+C also where the tests run in the background, which ignores it for all that is started there."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def _started(folder: Path, first: int) -> Iterator[subprocess.Popen[str]]:
    """The program as a terminal starts it, in a process group of its own."""
    process = subprocess.Popen(
        [sys.executable, "-c", START.format(first=first)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "STREAMLIT_SERVER_ADDRESS": "0.0.0.0"},  # noqa: S104
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        preexec_fn=_hears_ctrl_c,  # noqa: PLW1509 - no threads yet, and nothing but this call
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdout:
            process.stdout.close()


def _read_until_link(process: subprocess.Popen[str]) -> str:
    """Return what the program says up to its link."""
    assert process.stdout
    until = time.monotonic() + 60
    said = ""
    while "token=" not in said and time.monotonic() < until and process.poll() is None:
        said += process.stdout.readline()
    return said


def _browser() -> urllib.request.OpenerDirector:
    """What keeps cookies and follows where it is sent."""
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor())


def _status(port: int) -> str:
    """Return the first line of the answer to a request, nothing where there is none within a second."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1) as caller:
        caller.sendall(f"GET / HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\n\r\n".encode())
        return caller.recv(1024).partition(b"\r\n")[0].decode()
    return ""


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.skipif(os.name == "nt", reason="process groups are sent signals on POSIX only")
@pytest.mark.parametrize("kind", ["ctrl-c", "terminate"])
def test_it_goes_to_a_free_port_and_ends_without_a_trace(tmp_path: Path, kind: str) -> None:
    """It says in a line which port it takes instead of a taken one; Ctrl+C and `kill` end it and its child quietly."""
    with _taken() as first, _started(tmp_path, first) as process:
        said = _read_until_link(process)
        found = re.fullmatch(
            rf"Port {first} is taken.*; using (\d+)\.\n.*\n  http://127\.0\.0\.1:\1/\?token=\S+\n", said
        )
        assert found, said
        if kind == "ctrl-c":
            os.killpg(process.pid, signal.SIGINT)
        else:
            process.terminate()
        rest = process.stdout.read() if process.stdout else ""
        assert process.wait(20) == 0
    assert rest == "Ctrl+C here ends the program.\n"
    assert not _answers(int(found[1]))


def test_a_taken_port_that_was_asked_for_is_refused(tmp_path: Path) -> None:
    """Asking for a port that another program listens on says so by its number."""
    with _taken() as port, pytest.raises(PortTaken, match=f"port {port} is taken"):
        launch(tmp_path, port, open_browser=False)


@pytest.mark.skipif(_ports_of_root() < 2, reason="every port may be used by everybody here")
def test_a_port_that_may_not_be_used_is_not_taken() -> None:
    """Where the system keeps a port to itself, that is said, and not that another program has it."""
    done = _listening_as_nobody("jtbd.launch.listener(1)")
    assert "PortRefused: port 1 may not be used here: Permission denied" in done.stderr


@pytest.mark.skipif(_ports_of_root() < 2, reason="every port may be used by everybody here")
def test_the_first_port_that_may_be_used_is_found() -> None:
    """Looking for a port goes past those that may not be used, says which it takes, and why not the first."""
    below = _ports_of_root() - 3
    done = _listening_as_nobody(f"jtbd.launch.FIRST_PORT = {below}; print(jtbd.launch.listener(None))")
    said, _, opened = done.stdout.partition("\n")
    found = re.fullmatch(rf"Port {below} may not be used here; using (\d+)\.", said)
    assert found, done
    assert int(found[1]) > below + 2
    assert f"laddr=('127.0.0.1', {found[1]})" in opened


@pytest.mark.skipif(_ports_of_root() < 100, reason="every port may be used by everybody here")
def test_the_last_resort_is_any_port() -> None:
    """Where not one of the usual ports may be used, the system is asked for any."""
    done = _listening_as_nobody("jtbd.launch.FIRST_PORT = 1; jtbd.launch.listener(None)")
    found = re.fullmatch(r"Port 1 may not be used here; using (\d+)\.\n", done.stdout)
    assert found, done
    assert int(found[1]) >= _ports_of_root()


def test_a_port_is_ours_as_soon_as_it_is_found() -> None:
    """Between the look for a port and the app's start nobody gets in between: who looks next finds another one."""
    with listener(None) as one, listener(None) as other:
        ports = [each.getsockname()[1] for each in (one, other)]
        assert len(set(ports)) == 2
        with pytest.raises(PortTaken):
            listener(ports[0])


@pytest.mark.skipif(os.name == "nt", reason="streams are closed otherwise there")
@pytest.mark.parametrize("streams", ["<&-", "<&- >&- 2>&-", "> /dev/full"])
def test_it_serves_without_its_streams(tmp_path: Path, streams: str) -> None:
    """Started with its input or output closed, or where nothing can be written, it serves all the same."""
    with _taken() as port:
        pass
    code = f"import pathlib, sys, jtbd.launch as l; sys.exit(l.launch(pathlib.Path('c'), {port}, open_browser=False))"
    command = ["sh", "-c", f'exec "$0" -c "$1" {streams}', sys.executable, code]
    with subprocess.Popen(command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}) as process:
        until = time.monotonic() + 60
        status = ""
        while not status and time.monotonic() < until and process.poll() is None:
            status = _status(port)
            time.sleep(0.05)
        process.terminate()
    assert status == "HTTP/1.1 403 Forbidden"


def test_where_no_open_port_can_be_handed_on_the_app_opens_it(tmp_path: Path) -> None:
    """As on Windows: the app opens the port asked for, or says that it is taken; it ends when its input does."""
    command = [sys.executable, str(ROOT / "app.py"), "--port"]
    env = {**os.environ, "JTBD_CANVASES": str(tmp_path), "JTBD_NO_BROWSER": "1"}
    pipes: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with _taken() as port, subprocess.Popen([*command, str(port)], env=env, **pipes) as refused:
        assert refused.wait(60) == 2
        assert refused.stdout
        assert refused.stdout.read().startswith(f"jtbd: port {port} is taken by another program\n")
    with subprocess.Popen([*command, str(port)], env=env, **pipes) as process:
        assert f"http://127.0.0.1:{port}/?token=" in _read_until_link(process)
        assert process.stdin
        process.stdin.close()
        assert process.wait(30) == 0
    assert not _answers(port)


@pytest.mark.skipif(os.name == "nt", reason="a program cannot be killed like this there")
@pytest.mark.parametrize("end", [lambda pid: os.kill(pid, signal.SIGKILL), lambda pid: os.killpg(pid, signal.SIGHUP)])
def test_killed_it_leaves_no_server_behind(tmp_path: Path, end: Callable[[int], None]) -> None:
    """Killed without a chance to say so, or with its terminal closed, it takes its server along.

    Others' settings stay out: the person's own, for other apps, say another path and another address, and the link
    answers all the same.
    """
    settings = tmp_path / ".streamlit" / "config.toml"
    settings.parent.mkdir()
    lines = ("[server]", 'baseUrlPath = "other"', 'address = "0.0.0.0"', 'sslCertFile = "x.pem"', "")
    settings.write_text("\n".join(lines), encoding="utf-8")
    with _taken() as first, _started(tmp_path, first) as process:
        link = re.search(r"http://127\.0\.0\.1:(\d+)/\?token=\S+", _read_until_link(process))
        assert link
        with _browser().open(link[0], timeout=20) as answer:
            assert answer.status == 200
        end(process.pid)
        process.wait()
        until = time.monotonic() + 20
        while _answers(int(link[1])) and time.monotonic() < until:
            time.sleep(0.1)
        assert not _answers(int(link[1]))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be another user")
def test_another_user_does_not_get_in_by_the_link(tmp_path: Path) -> None:
    """Who reads the token off a command line, and is somebody else, is refused, and the terminal says so; we get in."""
    with _taken() as first, _started(tmp_path, first) as process:
        link = re.search(r"http://\S+\?token=\S+", _read_until_link(process))
        assert link
        code = f"import urllib.request; urllib.request.urlopen({link[0]!r}, timeout=20)"
        other = subprocess.run(["python3", "-c", code], user=65534, capture_output=True, check=False, cwd="/")
        assert b"403" in other.stderr
        with _browser().open(link[0], timeout=20) as answer:
            assert answer.status == 200
        process.terminate()
        assert "Another user of this machine tried to come in" in (process.stdout.read() if process.stdout else "")


def test_its_name_alone_opens_the_app(tmp_path: Path) -> None:
    """The first command of the README has no words behind it: `jtbd` shows the link, and Ctrl+C ends it with code 0."""
    process = subprocess.Popen(
        [sys.executable, "-m", "jtbd"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "JTBD_NO_BROWSER": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        preexec_fn=_hears_ctrl_c,  # noqa: PLW1509 - no threads yet, and nothing but this call
    )
    try:
        assert "?token=" in _read_until_link(process)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdout:
            process.stdout.close()


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")
def test_the_child_gets_our_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The child gets the open port, learns where the canvases are, opens no browser unasked, hears no others' settings.

    The language is said to it only where somebody wished for one. Its code counts.
    """
    python = tmp_path / "python"
    look = f"exec {sys.executable} -c 'import socket, sys; print(socket.socket(fileno=int(sys.argv[1])))' \"$3\""
    python.write_text(f'#!/bin/sh\necho "$@"\n({look})\nenv\nexit 3\n', encoding="utf-8")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", "0.0.0.0")  # noqa: S104
    monkeypatch.chdir(tmp_path)
    with _taken() as port:
        pass
    monkeypatch.delenv("JTBD_LANGUAGE", raising=False)
    assert launch(Path("mine"), port, open_browser=False) == 3
    arguments, socket_there, *environment = capfd.readouterr().out.splitlines()
    assert re.fullmatch(rf"{re.escape(str(ROOT / 'app.py'))} --listener \d+", arguments)
    assert f"laddr=('127.0.0.1', {port})" in socket_there
    assert f"JTBD_CANVASES={tmp_path / 'mine'}" in environment
    assert "JTBD_NO_BROWSER=1" in environment
    assert not [line for line in environment if line.startswith(("STREAMLIT_", "JTBD_LANGUAGE"))]
    assert launch(Path("mine"), port, open_browser=False, language="en-XA") == 3
    assert "JTBD_LANGUAGE=en-XA" in capfd.readouterr().out.splitlines()


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")
def test_an_app_that_was_ended_from_outside_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that another program killed, or the system for lack of memory, does not end without a word."""
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nkill -9 $$\n", encoding="utf-8")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(AppEnded, match="ended from outside \\(SIGKILL\\)"):
        launch(tmp_path, None, open_browser=False)


def test_the_app_is_found_in_a_checkout_and_in_an_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package carries app.py inside, a checkout has it beside; without either the failure has a name."""
    assert app_path() == ROOT / "app.py"
    package = tmp_path / "jtbd"
    package.mkdir()
    monkeypatch.setattr("jtbd.__file__", str(package / "__init__.py"))
    with pytest.raises(AppMissing):
        app_path()
    (package / "shipped").mkdir()
    (package / "shipped" / "app.py").touch()
    assert app_path() == package / "shipped" / "app.py"


def test_starting_loads_no_streamlit() -> None:
    """The command line can start the app without loading Streamlit itself."""
    code = "import sys, jtbd.launch; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
