"""Every failure by name, with what to do about it.

A `JtbdError` is the user's to mend: its message says what is wrong, its `remedy` what to do, its `exit_code` what the
command line returns. Anything else that escapes is a defect of this program.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Fault(NamedTuple):
    """One thing wrong with one document.

    Attributes:
        line: 1-based line in the file, 0 where the fault is of the file as a whole.
        column: 1-based column, 0 likewise.
        path: where in the document, as `aspects[2].a.stance`; empty for the document itself.
        message: what is wrong and what to write instead.

    """

    line: int
    column: int
    path: str
    message: str

    def __str__(self) -> str:
        place = f"line {self.line}, column {self.column}: " if self.line else ""
        return f"{place}{self.path}: {self.message}" if self.path else f"{place}{self.message}"


class JtbdError(Exception):
    """Base of all failures a person can mend."""

    exit_code = 2

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def diagnostics(self) -> str:
        """Return the message and, on a line of its own, what to do."""
        return f"{self.message}\n{self.remedy}" if self.remedy else self.message


# ── files ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


class FaultyFile(JtbdError):
    """A readable file that is not a valid document; carries every fault found in it."""

    def __init__(self, file: str, faults: Sequence[Fault], remedy: str = "") -> None:
        self.file = file
        self.faults = tuple(sorted(faults))
        count = "1 fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        super().__init__(f"{file}: {count}\n{lines}", remedy or "Correct the lines named above; nothing was written.")


class UnreadableFile(JtbdError):
    """A file that is missing, may not be read, is too large or is not UTF-8 text."""

    def __init__(self, file: str, reason: str, remedy: str = "") -> None:
        self.file = file
        super().__init__(f"{file}: {reason}", remedy)


class NewerFormat(UnreadableFile):
    """A file written by a newer version of the program."""

    def __init__(self, file: str, found: str, known: str, line: int) -> None:
        super().__init__(
            file,
            f"line {line} says format {found}; this version reads up to {known}",
            "Update the program (pip install --upgrade jtbd) and open the file again; nothing was written.",
        )


# ── the folder of canvases ────────────────────────────────────────────────────────────────────────────────────────────


class UnknownCanvas(JtbdError):
    """No canvas goes by that name."""

    def __init__(self, name: str, known: Sequence[str] = ()) -> None:
        listing = "Known are: " + ", ".join(known) if known else "There are no saved canvases yet."
        super().__init__(
            f"no canvas goes by {name!r}", f"{listing}\nA canvas is named by its id, its folder or its file."
        )


class UnknownRevision(JtbdError):
    """That earlier version of a canvas is not kept."""

    def __init__(self, canvas_id: str, number: int) -> None:
        super().__init__(
            f"revision {number} of {canvas_id} is not kept", "Choose one of those listed; not every small step is kept."
        )


class SameIdTwice(JtbdError):
    """Two folders hold a canvas of the same id, so neither can be meant."""

    def __init__(self, canvas_id: str, folders: Sequence[str]) -> None:
        super().__init__(
            f"{canvas_id} is in {len(folders)} folders: {', '.join(folders)}",
            "Give one of them another id: in its canvas.yaml, or by moving its folder away.",
        )


class ExampleIsReadOnly(JtbdError):
    """A shipped example is looked at, never changed."""

    def __init__(self, canvas_id: str) -> None:
        super().__init__(f"{canvas_id} is a shipped example and stays as it is", "Save a copy under another id.")


class ChangedElsewhere(JtbdError):
    """The canvas on disk is no longer the one that was opened; carries the revisions of both."""

    def __init__(self, canvas_id: str, seen: int, found: int) -> None:
        self.canvas_id = canvas_id
        self.seen = seen
        self.found = found
        super().__init__(
            f"{canvas_id} was changed elsewhere: revision {found} is on disk, you started from {seen}",
            "Open the version on disk, or save yours as a copy; neither is lost.",
        )


class CanvasInUse(JtbdError):
    """Another program holds the lock on a canvas."""

    def __init__(self, canvas_id: str) -> None:
        super().__init__(
            f"{canvas_id} is being saved by another window or program", "Wait a moment and try again; nothing was lost."
        )


class CannotWrite(JtbdError):
    """The disk refused a write: full, read-only or gone."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(
            f"{file} could not be written: {reason}", "Free space or choose another folder; nothing was lost."
        )


class AlreadyThere(JtbdError):
    """Something that must never be overwritten stands where a file should go."""

    def __init__(self, file: str, remedy: str = "Choose another name or folder; nothing was overwritten.") -> None:
        super().__init__(f"{file} is already there", remedy)


# ── keys and signatures ───────────────────────────────────────────────────────────────────────────────────────────────


class MissingKey(JtbdError):
    """The key that should sign is not where it should be."""


class WrongPassphrase(JtbdError):
    """The passphrase does not open the key."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"the passphrase does not open {file}", "Try again; a forgotten passphrase cannot be recovered."
        )


class PassphraseNeeded(JtbdError):
    """The key is encrypted and no passphrase was given."""

    def __init__(self, file: str) -> None:
        self.file = file
        super().__init__(
            f"{file} is encrypted: its passphrase is needed", "Type it when asked, or set JTBD_PASSPHRASE."
        )


class UnusableKey(JtbdError):
    """A file that is not a key of the kind that is needed."""

    def __init__(
        self, file: str, reason: str, remedy: str = "Make a key with 'jtbd key new', or name another file."
    ) -> None:
        super().__init__(f"{file}: {reason}", remedy)


class UnusableMark(JtbdError):
    """A drawn signature that is not plain strokes."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"the drawn signature cannot be used: {reason}",
            "Draw it with plain strokes (SVG paths without arcs, transforms or styles), or sign with the typed name.",
        )


class ForeignKey(JtbdError):
    """The key is not the one that the sheet names for this party."""

    def __init__(self, party: str, expected: str, found: str, key: str = "this key") -> None:
        super().__init__(
            f"{key} is not party {party}'s: the sheet names {expected}, this key is {found}",
            "Sign with the key that was given when the sheet was frozen, or freeze a new sheet with this one.",
        )


class AlreadySigned(JtbdError):
    """The party has signed this sheet."""

    def __init__(self, party: str) -> None:
        super().__init__(f"party {party} has already signed this sheet", "Nothing more to do for this party.")


class AlreadyDeclined(JtbdError):
    """A party has declined this sheet, which ended the round."""

    def __init__(self, party: str) -> None:
        super().__init__(
            f"party {party} has declined this sheet, so it cannot be signed any more",
            "Change the canvas and freeze a new sheet.",
        )


class NotReadyToSign(JtbdError):
    """A sheet cannot be made of this canvas yet; carries what is missing, each as a sentence."""

    def __init__(self, missing: Sequence[str]) -> None:
        self.missing = tuple(missing)
        super().__init__(
            "the canvas is not ready for a sheet:\n" + "\n".join(f"  {sentence}" for sentence in self.missing),
            "Fill these in and freeze again; nothing was written.",
        )


class InvalidSheet(JtbdError):
    """A sheet breaks a rule of verification; carries the rule's name."""

    def __init__(self, rule: str, message: str, remedy: str = "") -> None:
        self.rule = rule
        super().__init__(message, remedy)

    def of(self, file: str) -> InvalidSheet:
        """Return it with the file's name and what to do: for whoever wanted to use the sheet, not to verify it."""
        return InvalidSheet(
            self.rule,
            f"{file} does not hold (rule {self.rule}): {self.message}",
            "Take the file as it was frozen or signed, or freeze a new one; nothing was written.",
        )


class SheetChanged(JtbdError):
    """A sheet's file is no longer the one that was read: somebody signed it meanwhile."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} was changed while it was open here", "Open it again and sign; nothing was written.")


class NotASheet(JtbdError):
    """Another file where a sheet is needed, and a known one."""

    def __init__(self, file: str, kind: str, remedy: str) -> None:
        super().__init__(f"{file} is {kind}, not a sheet", remedy)


class NoDraftHere(JtbdError):
    """No draft waits here for what was signed elsewhere."""

    def __init__(self, sheet: str, canvas: str, places: Sequence[str]) -> None:
        super().__init__(
            f"no draft of sheet {sheet}, frozen from {canvas}, waits here: there is none {' or '.join(places)}",
            "Bring it back on the laptop that froze it. If the draft is there in another folder, name it: --into DIR.",
        )


class OtherSheet(JtbdError):
    """Two files of one sheet that contradict each other: in what was agreed, or in what a party said to it."""

    def __init__(self, here: str, difference: str) -> None:
        super().__init__(
            f"{here} contradicts what was brought: {difference}",
            "Verify both files and ask the other party which one counts; nothing was written.",
        )


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


class UsageError(JtbdError):
    """The command line or a setting asks for something that does not exist."""


# ── the app ───────────────────────────────────────────────────────────────────────────────────────────────────────────


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


class AppMissing(JtbdError):
    """The package was installed without the app's own files."""

    def __init__(self, package: str) -> None:
        super().__init__(
            f"app.py is missing from {package}", "Install the program again: pip install --force-reinstall jtbd"
        )
