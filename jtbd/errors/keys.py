"""Failures of keys."""

from __future__ import annotations

from jtbd.errors.base import JtbdError, shown


class KeyStays(JtbdError):
    """The disk does not let go of a key that has done its work."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{shown(file)} has done its work and could not be removed: {reason}", "Delete it.")


class MissingKey(JtbdError):
    """The key that should sign is not where it should be."""


class WrongPassphrase(JtbdError):
    """The passphrase does not open the key."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"the passphrase does not open {shown(file)}", "Try again; a forgotten passphrase cannot be recovered."
        )


class PassphraseNeeded(JtbdError):
    """The key is encrypted and no passphrase was given."""

    def __init__(self, file: str) -> None:
        self.file = file
        super().__init__(
            f"{shown(file)} is encrypted: its passphrase is needed", "Type it when asked, or set JTBD_PASSPHRASE."
        )


class UnusableKey(JtbdError):
    """A file that is not a key of the kind that is needed."""

    def __init__(
        self, file: str, reason: str, remedy: str = "Make a key with 'jtbd key new', or name another file."
    ) -> None:
        super().__init__(f"{shown(file)}: {reason}", remedy)


class ForeignKey(JtbdError):
    """The key is not the one that the sheet names for this party."""

    def __init__(self, party: str, expected: str, found: str, key: str = "this key") -> None:
        super().__init__(
            f"{key} is not party {party}'s: the sheet names {expected}, this key is {found}",
            "Sign with the key that was given when the sheet was frozen, or freeze a new sheet with this one.",
        )
