"""Failures of time stamps and of those who give them."""

from __future__ import annotations

from jtbd.errors.base import JtbdError
from jtbd.i18n import say


class BadTimeStamp(JtbdError):
    """What should be a time stamp of a file is none, or of another; carries why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(
            f"{say('that is no time stamp of this file:')} {reason}", say("Ask again, or ask another authority.")
        )


class AuthorityOutOfReach(JtbdError):
    """A time-stamping authority did not answer as one does."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(
            f"{say('no time stamp from {address}:', address=url)} {reason}",
            say("Check the address and the network; the sheet holds without a time stamp, and nothing was written."),
        )


class UnusableAuthority(JtbdError):
    """A file that should have certificates of time-stamping authorities has none."""

    def __init__(self, file: str) -> None:
        super().__init__(
            say("{file} has no certificate in it", file=file), say("Name a PEM file with certificates of authorities.")
        )
