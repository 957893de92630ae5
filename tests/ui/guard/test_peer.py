"""Whose program is at the other end of a connection."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jtbd.ui.guard import peer
from jtbd.ui.guard.peer import Address, belongs_to_another
from tests.support.places import ROOT

pytestmark = pytest.mark.skipif(not peer.can_be_told(), reason="this system does not tell whose a connection is")

NOBODY = 65534
HOLD = "import socket, sys; s = socket.create_connection(('{host}', {port})); print(flush=True); sys.stdin.read()"


@contextmanager
def _listening(family: socket.AddressFamily, host: str) -> Iterator[socket.socket]:
    with socket.socket(family) as listener:
        try:
            if family == socket.AF_INET6:
                listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
            listener.bind((host, 0))
        except OSError as error:
            pytest.skip(f"{host} cannot be listened on here: {error.strerror}")
        listener.listen()
        yield listener


def _ends(accepted: socket.socket) -> tuple[Address, Address]:
    theirs, ours = accepted.getpeername(), accepted.getsockname()
    return (theirs[0], theirs[1]), (ours[0], ours[1])


@pytest.mark.parametrize(
    ("family", "listen", "call"),
    [
        (socket.AF_INET, "127.0.0.1", "127.0.0.1"),
        (socket.AF_INET6, "::1", "::1"),
        (socket.AF_INET6, "::", "127.0.0.1"),  # listed as ::ffff:127.0.0.1
    ],
)
def test_our_own_programs_are_not_anothers(family: socket.AddressFamily, listen: str, call: str) -> None:
    """A connection from this process is its own user's, over IPv4, IPv6 and one spelt as the other."""
    with _listening(family, listen) as listener, socket.create_connection((call, listener.getsockname()[1])):
        accepted, _ = listener.accept()
        with accepted:
            assert list(peer._owners(*_ends(accepted)))[:1] == [os.getuid()]
            assert not belongs_to_another(*_ends(accepted))


@pytest.mark.skipif(os.getuid() != 0, reason="only root can be another user")
@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_another_users_program_is_told(family: socket.AddressFamily, host: str) -> None:
    """A connection that another user's program holds is that user's."""
    with _listening(family, host) as listener:
        code = HOLD.format(host=host, port=listener.getsockname()[1])
        with subprocess.Popen(
            ["python3", "-c", code], user=NOBODY, cwd="/", stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as other:
            accepted, _ = listener.accept()
            with accepted:
                assert list(peer._owners(*_ends(accepted)))[:1] == [NOBODY]
                assert belongs_to_another(*_ends(accepted))
            assert other.stdin
            other.stdin.close()


def test_a_connection_that_was_let_go_of_is_a_strangers() -> None:
    """Whoever sends a request and closes at once is listed as nobody, with root's number: that is not root."""
    with _listening(socket.AF_INET, "127.0.0.1") as listener:
        with socket.create_connection(listener.getsockname()) as caller:
            accepted, _ = listener.accept()
        with accepted:
            assert belongs_to_another(*_ends(accepted))
        assert caller.fileno() == -1


def test_another_connection_with_the_same_ports_is_another() -> None:
    """Both addresses count, not the ports alone: a connection between other hosts tells nothing of ours."""
    with _listening(socket.AF_INET, "127.0.0.1") as listener, socket.create_connection(listener.getsockname()):
        accepted, _ = listener.accept()
        with accepted:
            (_, theirs), (_, ours) = _ends(accepted)
            assert list(peer._owners(("127.0.0.2", theirs), ("127.0.0.1", ours))) == []


def test_where_nobody_can_tell_the_token_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the system's lists, or without a connection in them, nobody is taken for another."""
    assert not belongs_to_another(("127.0.0.1", 1), ("127.0.0.1", 2))
    monkeypatch.setattr(peer, "_TABLES", ((socket.AF_INET, tmp_path / "none"),))
    assert not belongs_to_another(("127.0.0.1", 1), ("127.0.0.1", 2))
    assert not peer.can_be_told() or sys.platform != "linux"


OPEN = """
import os, time
from jtbd.ui.guard import door, peer
peer.can_be_told = lambda: {told}
door.open_browser("http://127.0.0.1:1/?token=secret")
while not os.path.exists("done"):
    time.sleep(0.02)
"""
BROWSER = """#!/bin/sh
file=${1#file://}
echo "$1" > given
[ "$file" = "$1" ] || { stat -c '%a' "$file" "${file%/*}" && cat "$file"; } >> given
mv given done
"""


def _given_to_the_browser(folder: Path, *, told: bool) -> list[str]:
    """Return what a browser gets on its command line; for a file, also its mode, its folder's, and what is in it."""
    browser = folder / "browser"
    browser.write_text(BROWSER, encoding="utf-8")
    browser.chmod(0o755)
    env = {**os.environ, "PYTHONPATH": str(ROOT), "BROWSER": f"{browser} %s", "TMPDIR": str(folder)}
    env.pop("CI", None)
    subprocess.run([sys.executable, "-c", OPEN.format(told=told)], cwd=folder, env=env, check=True)
    return (folder / "done").read_text(encoding="utf-8").splitlines()


def test_the_browser_gets_the_link_where_others_cannot_use_it(tmp_path: Path) -> None:
    """Where a connection's owner is told, the link itself: browsers that come as a snap can read no file of ours."""
    assert _given_to_the_browser(tmp_path, told=True) == ["http://127.0.0.1:1/?token=secret"]


def test_the_browser_gets_a_file_where_others_could_use_the_link(tmp_path: Path) -> None:
    """Elsewhere no command line has the token: it is in a file for its owner alone, which is gone with the program."""
    address, mode, folder_mode, *page = _given_to_the_browser(tmp_path, told=False)
    assert address.startswith("file:///")
    assert "secret" not in address
    assert (mode, folder_mode) == ("600", "700")
    assert 'content="0; url=http://127.0.0.1:1/?token=secret"' in "".join(page)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["browser", "done"]
