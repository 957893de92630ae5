"""Failures of starting the app."""

from __future__ import annotations

from jtbd.errors.base import JtbdError
from jtbd.i18n import say


class UnsafeStart(JtbdError):
    """The app was started in a way that would open it to other machines or have it report to others."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            # For translators: {reason} is why, as “it would send usage statistics”.
            say("Common Job was not started: {reason}", reason=reason),
            say("Start it with `jtbd`, which has settings of its own, or change that one for `streamlit run app.py`."),
        )


class PortTaken(JtbdError):
    """The port asked for is another program's."""

    def __init__(self, port: int) -> None:
        super().__init__(
            say("port {port} is taken by another program", port=port),
            say("End that, name another port with --port, or leave --port out."),
        )


class PortRefused(JtbdError):
    """A port may not be used, by nobody's fault who is using one."""

    def __init__(self, port: int, reason: str) -> None:
        if port:
            super().__init__(
                say("port {port} may not be used here: {reason}", port=port, reason=reason),
                say("Name one from 1024 on with --port, or leave --port out."),
            )
        else:
            super().__init__(say("no port may be used here: {reason}", reason=reason))


class AppEnded(JtbdError):
    """Something else than this program or its user has ended the app."""

    def __init__(self, signal: str) -> None:
        super().__init__(
            say("the app was ended from outside ({signal}), by another program or for lack of memory", signal=signal),
            say("Start it again: what was said to be saved is there."),
        )


class AppMissing(JtbdError):
    """The package was installed without the app's own files."""

    def __init__(self, package: str) -> None:
        super().__init__(
            say("app.py is missing from {folder}", folder=package),
            say("Install the program again: {command}", command="pip install --force-reinstall jtbd"),
        )
