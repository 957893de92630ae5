"""Failures of commitment sheets: not ready, not valid, not waiting for this signature."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from jtbd.errors.base import JtbdError, shown


class UnusableMark(JtbdError):
    """A drawn signature that is not plain strokes."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"the drawn signature cannot be used: {reason}",
            "Draw it with plain strokes (SVG paths without arcs, transforms or styles), or sign with the typed name.",
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

    def of(self, file: str, remark: str = "") -> InvalidSheet:
        """Return it with the file's name and what to do: for whoever wanted to use the sheet, not to verify it."""
        return InvalidSheet(
            self.rule,
            f"{shown(file)} does not hold (rule {self.rule}): {self.message}",
            f"{remark}\nTake the file as it was frozen or signed, or freeze a new one; nothing was written.".lstrip(),
        )


class SheetLapsed(JtbdError):
    """The last day on which a sheet could be signed is over."""

    def __init__(self, last: dt.date) -> None:
        super().__init__(
            f"this sheet could be signed until {last}, and that day is over",
            "Freeze a new one: what was offered then may not stand any more. Nothing was written.",
        )


class SheetChanged(JtbdError):
    """A sheet's file is no longer the one that was read: somebody signed it meanwhile."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{shown(file)} was changed while it was open here", "Open it again and sign; nothing was written."
        )


class SheetsInUse(JtbdError):
    """Another program holds the lock on the sheets of a folder."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"another window or program is writing a sheet in {shown(folder)}",
            "Wait a moment and try again; nothing was written.",
        )


class NotASheet(JtbdError):
    """Another file where a sheet is needed, and a known one."""

    def __init__(self, file: str, kind: str, remedy: str) -> None:
        super().__init__(f"{shown(file)} is {kind}, not a sheet", remedy)


class NoDraftHere(JtbdError):
    """No draft waits here for what was signed elsewhere."""

    def __init__(self, sheet: str, canvas: str, places: Sequence[str]) -> None:
        super().__init__(
            f"no draft of sheet {sheet}, frozen from {canvas}, waits here: there is none {' or '.join(places)}",
            "Bring it back on the laptop that froze it. If the draft is there in another folder, name it: --into DIR.",
        )


class SheetGivenUp(JtbdError):
    """A sheet that came back after it was discarded, or after another took its place."""

    def __init__(self, what_became: str, undone: Sequence[str]) -> None:
        super().__init__(
            f"this sheet is over: {what_became}; nothing was written",
            " ".join(undone) or "If both of you want it after all, freeze a new sheet that says so and sign that.",
        )


class OtherSheet(JtbdError):
    """Two files of one sheet that contradict each other: in what was agreed, or in what a party said to it."""

    def __init__(self, here: str, difference: str) -> None:
        super().__init__(
            f"{shown(here)} contradicts what was brought: {difference}",
            "Verify both files and ask the other party which one counts; nothing was written.",
        )
