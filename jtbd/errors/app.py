"""Failures of starting the app."""

from __future__ import annotations

from jtbd.errors.base import JtbdError


class UnsafeStart(JtbdError):
    """The app was started in a way that would open it to other machines or have it report to others."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Common Job was not started: {reason}",
            "Start it with `jtbd`, which has settings of its own, or change that one for `streamlit run app.py`.",
        )


class PortTaken(JtbdError):
    """The port asked for is another program's."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"port {port} is taken by another program", "End that, name another port with --port, or leave --port out."
        )


class PortRefused(JtbdError):
    """A port may not be used, by nobody's fault who is using one."""

    def __init__(self, port: int, reason: str) -> None:
        what = f"port {port} may not be used here" if port else "no port may be used here"
        super().__init__(f"{what}: {reason}", "Name one from 1024 on with --port, or leave --port out." if port else "")


class AppEnded(JtbdError):
    """Something else than this program or its user has ended the app."""

    def __init__(self, signal: str) -> None:
        super().__init__(
            f"the app was ended from outside ({signal}), by another program or for lack of memory",
            "Start it again: what was said to be saved is there.",
        )


class AppMissing(JtbdError):
    """The package was installed without the app's own files."""

    def __init__(self, package: str) -> None:
        super().__init__(
            f"app.py is missing from {package}", "Install the program again: pip install --force-reinstall jtbd"
        )
