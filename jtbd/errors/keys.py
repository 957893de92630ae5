"""Failures of keys."""

from __future__ import annotations

from jtbd.errors.base import JtbdError, shown
from jtbd.i18n import say


class KeyStays(JtbdError):
    """The disk does not let go of a key that has done its work."""

    def __init__(self, file: str, reason: str) -> None:
        self.file = file
        self.reason = reason
        super().__init__(
            say("{file} has done its work and could not be removed: {reason}", file=shown(file), reason=reason),
            say("Delete it."),
        )


class MissingKey(JtbdError):
    """The key that should sign is not where it should be."""


class WrongPassphrase(JtbdError):
    """The passphrase does not open the key."""

    def __init__(self, file: str) -> None:
        super().__init__(
            say("the passphrase does not open {file}", file=shown(file)),
            say("Try again; a forgotten passphrase cannot be recovered."),
        )


class PassphraseNeeded(JtbdError):
    """The key is encrypted and no passphrase was given."""

    def __init__(self, file: str) -> None:
        self.file = file
        super().__init__(
            say("{file} is encrypted: its passphrase is needed", file=shown(file)),
            say("Type it when asked, or set {variable}.", variable="JTBD_PASSPHRASE"),
        )


class UnusableKey(JtbdError):
    """A file that is not a key of the kind that is needed."""

    def __init__(self, file: str, reason: str, remedy: str = "") -> None:
        """Say what is wrong with a file; without one the reason says what it is about."""
        super().__init__(
            f"{shown(file)}: {reason}" if file else reason,
            remedy or say("Make a key with '{command}', or name another file.", command="jtbd key new"),
        )


class ForeignKey(JtbdError):
    """The key is not the one that the sheet names for this party."""

    def __init__(self, party: str, expected: str, found: str, key: str = "") -> None:
        """Say whose key it is not; `key` is where it is, where that is known."""
        message = (
            say(
                "{key} is not party {party}'s: the sheet names {expected}, this key is {found}",
                key=shown(key),
                party=party,
                expected=expected,
                found=found,
            )
            if key
            else say(
                "this key is not party {party}'s: the sheet names {expected}, this key is {found}",
                party=party,
                expected=expected,
                found=found,
            )
        )
        super().__init__(
            message,
            say("Sign with the key that was given when the sheet was frozen, or freeze a new sheet with this one."),
        )
