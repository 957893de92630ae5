"""Whether a request was meant for this program and comes from its own pages."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import Headers
from starlette.types import Scope

HOST: Final = "127.0.0.1"
"""The name in the link."""

LOOPBACK: Final = (HOST, "localhost", "[::1]")
"""The names by which a browser on this laptop may call this program."""

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


def is_foreign(scope: Scope) -> bool:
    """Say whether a request must be refused unread: HTTP and WebSocket alike.

    The Host has to be a loopback name with our own port: a page elsewhere that has its own name resolve to 127.0.0.1
    (DNS rebinding) still sends that name. The Origin, where there is one, has to be the very page the Host names:
    another program's page on another port of this laptop is somebody else's.
    """
    headers = Headers(scope=scope)
    hosts = [host.lower() for host in headers.getlist("host")]
    scheme = {"ws": "http", "wss": "https"}.get(scope["scheme"], str(scope["scheme"]))
    if len(hosts) != 1 or hosts[0] not in _own_hosts(scheme, scope["server"]):
        return True
    return any(origin.lower() != f"{scheme}://{hosts[0]}" for origin in headers.getlist("origin"))


def _own_hosts(scheme: str, server: tuple[str, int | None] | None) -> set[str]:
    """Return the Host headers of requests meant for us; none where the server does not know its own port."""
    port = server[1] if server else None
    if port is None:
        return set()
    bare = set(LOOPBACK) if port == _DEFAULT_PORTS.get(scheme) else set()
    return bare | {f"{name}:{port}" for name in LOOPBACK}
