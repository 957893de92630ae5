"""Failures of starting the app."""

from __future__ import annotations

from jtbd.errors.base import JtbdError


class UnsafeStart(JtbdError):
    """The app was started in a way that would open it to other machines or have it report to others."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Common Job was not started: {reason}",
            "Start it with `jtbd` or `streamlit run app.py`, without --server.address and STREAMLIT_ settings.",
        )


class PortTaken(JtbdError):
    """No port is free to serve the app on."""

    def __init__(self, first: int, last: int) -> None:
        ports = f"port {first} is" if first == last else f"all ports from {first} to {last} are"
        super().__init__(f"{ports} taken by other programs", "End one of them, or name another port with --port.")


class PortRefused(JtbdError):
    """A port may not be used, by nobody's fault who is using one."""

    def __init__(self, port: int, reason: str) -> None:
        super().__init__(
            f"port {port} may not be used here: {reason}", "Name one from 1024 on with --port, or leave --port out."
        )


class AppMissing(JtbdError):
    """The package was installed without the app's own files."""

    def __init__(self, package: str) -> None:
        super().__init__(
            f"app.py is missing from {package}", "Install the program again: pip install --force-reinstall jtbd"
        )
