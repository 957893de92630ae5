"""Failures of time stamps and of those who give them."""

from __future__ import annotations

from jtbd.errors.base import JtbdError


class BadTimeStamp(JtbdError):
    """What should be a time stamp of a file is none, or of another; carries why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"that is no time stamp of this file: {reason}", "Ask again, or ask another authority.")


class AuthorityOutOfReach(JtbdError):
    """A time-stamping authority did not answer as one does."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(
            f"no time stamp from {url}: {reason}",
            "Check the address and the network; the sheet holds without a time stamp, and nothing was written.",
        )


class UnusableAuthority(JtbdError):
    """A file that should have certificates of time-stamping authorities has none."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} has no certificate in it", "Name a PEM file with certificates of authorities.")
