"""How long a connection may keep us waiting, and how many may.

A connection costs a handle of the system, of which a process has some hundreds. Whoever opens many and sends nothing,
or a byte now and then, would have them all.
"""

from __future__ import annotations

import asyncio
from typing import ClassVar

import h11
import uvicorn
from starlette.types import Receive
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle


class Patient(H11Protocol):
    """HTTP as uvicorn speaks it, with clients that finish what they begin.

    A connection waits from its start, or from the end of an answer, until a whole request is there. Where too many
    wait, the one that has waited longest goes: who has just come, and sends what it wants at once, is always heard.
    """

    WAIT: ClassVar[float] = 15
    """Seconds for a whole request; browsers themselves close what they have opened and not used after ten."""

    ANSWER: ClassVar[float] = 120
    """Seconds for the answer to be made and taken."""

    MOST: ClassVar[int] = 64
    """Connections that may wait for longer than a moment; a browser keeps six."""

    MOMENT: ClassVar[float] = 0.2
    """Seconds in which what was sent with the connection is read, also where many come at once."""

    CROWD: ClassVar[int] = 160
    """Connections that may wait within a moment."""

    _waiting: ClassVar[dict[Patient, None]] = {}
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take what came; a whole request ends the waiting."""
        super().data_received(data)
        self._look()

    def on_response_complete(self) -> None:
        """Wait for the next request, unless it is there already."""
        super().on_response_complete()
        self._wait()
        self._look()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """Leave the connection to the WebSocket, which asks by itself whether the other end is still there."""
        self._forget()
        super().handle_websocket_upgrade(event)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._forget()
        super().connection_lost(exc)

    def _look(self) -> None:
        """See whether a whole request is there, and its answer due."""
        cycle: RequestResponseCycle | None = self.cycle
        if self in self._waiting and cycle and not cycle.more_body and not cycle.response_complete:
            self._forget()
            self._deadline = self.loop.call_later(self.ANSWER, self.give_up)

    def _wait(self) -> None:
        self._forget()
        if self.transport.is_closing():
            return
        self._waiting[self] = None
        self._deadline = self.loop.call_later(self.WAIT, self.give_up)
        if len(self._waiting) > self.CROWD:
            self._make_room(self.CROWD)
        elif len(self._waiting) > self.MOST:
            self.loop.call_later(self.MOMENT, self._make_room, self.MOST)

    @classmethod
    def _make_room(cls, most: int) -> None:
        for longest in list(cls._waiting)[: max(0, len(cls._waiting) - most)]:
            longest.give_up()

    def _forget(self) -> None:
        self._waiting.pop(self, None)
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def give_up(self) -> None:
        """End the connection."""
        self._forget()
        if self.transport.get_write_buffer_size():
            self.transport.abort()  # what was sent is not taken, and closing would wait for that
        else:
            self.transport.close()


def impose(receive: Receive) -> None:
    """Have whoever serves the app speak HTTP like this from now on; `streamlit run` leaves no other way to say so.

    Args:
        receive: what uvicorn gave the app at its start.

    """
    served = getattr(getattr(receive, "__self__", None), "config", None)
    if isinstance(served, uvicorn.Config):
        served.http_protocol_class = Patient
