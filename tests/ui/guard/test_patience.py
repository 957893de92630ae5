"""Connections that say nothing, or not enough: they go, and whoever has something to say is heard meanwhile."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from jtbd.ui.guard import patience
from jtbd.ui.guard.patience import Patient

MOST = 8
WHOLE = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"
SLOW = b"GET /slow HTTP/1.1\r\nhost: x\r\n\r\n"
LONG = 20
"""Seconds after which a test gives up."""


class Impatient(Patient):
    """The same, for tests."""

    WAIT = 0.6
    MOST = MOST
    _waiting = {}  # noqa: RUF012 - as the other's, beside it


async def _app(scope: Scope, receive: Receive, send: Send) -> None:
    while (await receive()).get("more_body"):
        pass
    if scope["path"] == "/slow":
        await asyncio.sleep(3 * Impatient.WAIT)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


@dataclass
class Running:
    """A server of uvicorn's, and the connections opened to it."""

    port: int
    opened: list[socket.socket]

    def call(self, sent: bytes = b"") -> socket.socket:
        """Open a connection and send something."""
        caller = socket.create_connection(("127.0.0.1", self.port), timeout=LONG)
        self.opened.append(caller)
        caller.sendall(sent)
        return caller


@pytest.fixture(scope="module")
def server() -> Iterator[uvicorn.Server]:
    """Run a server in a thread."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        settings = uvicorn.Config(_app, http=Impatient, lifespan="off", log_level="critical", timeout_keep_alive=60)
        settings.port = listener.getsockname()[1]
        running = uvicorn.Server(settings)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
        thread.start()
        while not running.started:
            time.sleep(0.01)
        yield running
        running.should_exit = True
        thread.join(LONG)


@pytest.fixture
def running(server: uvicorn.Server) -> Iterator[Running]:
    """Keep what a test opens, and close it."""
    found = Running(server.config.port, [])
    yield found
    for caller in found.opened:
        caller.close()


def _ended(caller: socket.socket) -> bool:
    """Wait until the other end closes; what it says before counts for nothing."""
    try:
        while caller.recv(4096):
            pass
    except ConnectionResetError:
        return True
    except TimeoutError:
        return False
    return True


def _answer(caller: socket.socket) -> bytes:
    """Read an answer to its end."""
    found = b""
    while not found.endswith(b"\r\n\r\nok") and (more := caller.recv(4096)):
        found += more
    return found


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\r\nhost: x\r\n",
        b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nabc",
        WHOLE + b"GET",
    ],
    ids=["nothing", "half a line", "no end of headers", "half a body", "a whole one and half a one"],
)
def test_a_request_without_an_end_is_not_waited_for(running: Running, sent: bytes) -> None:
    """Whatever was sent first, a connection on which no whole request comes is closed."""
    assert _ended(running.call(sent))


def test_a_byte_now_and_then_gains_nothing(running: Running) -> None:
    """The time counts from the beginning, not from the last byte."""
    caller = running.call(b"GET /")
    until = time.monotonic() + LONG
    with suppress(ConnectionError):
        while time.monotonic() < until:
            caller.sendall(b"a")
            time.sleep(Impatient.WAIT / 6)
    assert time.monotonic() < until


def test_who_speaks_is_heard_however_many_are_silent(running: Running) -> None:
    """Of many silent connections some go at once, the oldest first; a whole request is answered in between."""
    silent = [running.call(b"GET /") for _ in range(5 * MOST)]
    assert running.call(WHOLE).recv(4096).startswith(b"HTTP/1.1 200")
    assert _ended(silent[0])
    assert all(_ended(caller) for caller in silent)


def test_an_answer_may_take_its_time(running: Running) -> None:
    """A whole request is answered, also when that takes longer than a request may; and silent others do not end it."""
    caller = running.call(SLOW)
    others = [running.call() for _ in range(2 * MOST)]
    assert caller.recv(4096).startswith(b"HTTP/1.1 200")
    assert all(_ended(other) for other in others)


def test_a_connection_may_be_used_again(running: Running) -> None:
    """One request after the other on one connection: each is answered, and the wait begins anew."""
    caller = running.call(WHOLE)
    for _ in range(4):
        assert _answer(caller).startswith(b"HTTP/1.1 200")
        time.sleep(Impatient.WAIT / 2)
        caller.sendall(WHOLE)
    assert _answer(caller).startswith(b"HTTP/1.1 200")
    assert _ended(caller)


def test_nothing_is_kept_of_connections_that_are_gone(running: Running) -> None:
    """When all have gone, none is remembered."""
    callers = [running.call(sent) for sent in (b"", b"GET /", WHOLE, SLOW)]
    for caller in callers[::2]:
        caller.close()
    for caller in callers[1::2]:
        assert _ended(caller)
    until = time.monotonic() + LONG
    while Impatient._waiting and time.monotonic() < until:
        time.sleep(0.05)
    assert not Impatient._waiting


def test_it_is_imposed_on_whoever_serves_the_app() -> None:
    """Under `streamlit run`, whose server is made by others, connections are treated the same."""
    settings = uvicorn.Config(_app)
    settings.load()
    assert settings.http_protocol_class is not Patient
    patience.impose(settings.lifespan_class(settings).receive)
    assert settings.http_protocol_class is Patient
