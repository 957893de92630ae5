"""Failures of commitment sheets: not ready, not valid, not waiting for this signature."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final, Literal, TypeAlias

from jtbd.errors.base import JtbdError, shown
from jtbd.i18n import Message, mark, say

Kind: TypeAlias = Literal["canvas", "template", "pdf"]
"""What somebody may name who was to name a sheet."""

_OTHERS: Final[Mapping[Kind, Message]] = {
    "canvas": mark("{file} is a canvas, not a sheet"),
    "template": mark("{file} is a job template, not a sheet"),
    "pdf": mark("{file} is a PDF, not a sheet"),
}
_KINDS: Final[Mapping[Kind, Message]] = {
    "canvas": mark("{file} is a canvas, not a sheet."),
    "template": mark("{file} is a job template, not a sheet."),
    "pdf": mark("{file} is a PDF, not a sheet."),
}
_IN: Final = mark("no draft of sheet {sheet}, frozen from {canvas}, waits here: there is none in {folder}")
_BESIDE: Final = mark("no draft of sheet {sheet}, frozen from {canvas}, waits here: there is none beside {file}")
_IN_OR_BESIDE: Final = mark(
    "no draft of sheet {sheet}, frozen from {canvas}, waits here: there is none in {folder} or beside {file}"
)


class UnusableMark(JtbdError):
    """A drawn signature that is not plain strokes."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"{say('the drawn signature cannot be used:')} {reason}",
            say(
                "Draw it with plain strokes (SVG paths without arcs, transforms or styles), "
                "or sign with the typed name."
            ),
        )


class AlreadySigned(JtbdError):
    """The party has signed this sheet."""

    def __init__(self, party: str) -> None:
        super().__init__(
            say("party {party} has already signed this sheet", party=party), say("Nothing more to do for this party.")
        )


class AlreadyDeclined(JtbdError):
    """A party has declined this sheet, which ended the round."""

    def __init__(self, party: str) -> None:
        super().__init__(
            say("party {party} has declined this sheet, so it cannot be signed any more", party=party),
            say("Change the canvas and freeze a new sheet."),
        )


class NotReadyToSign(JtbdError):
    """A sheet cannot be made of this canvas yet; carries what is missing, each as a sentence."""

    def __init__(self, missing: Sequence[str]) -> None:
        self.missing = tuple(missing)
        super().__init__(
            "\n".join((say("the canvas is not ready for a sheet:"), *(f"  {sentence}" for sentence in self.missing))),
            say("Fill these in and freeze again; nothing was written."),
        )


class InvalidSheet(JtbdError):
    """A sheet breaks a rule of verification; carries the rule's name."""

    def __init__(self, rule: str, message: str, remedy: str = "") -> None:
        self.rule = rule
        super().__init__(message, remedy)

    def of(self, file: str, remark: str = "") -> InvalidSheet:
        """Return it with the file's name and what to do: for whoever wanted to use the sheet, not to verify it."""
        broken = say("{file} does not hold (rule {rule}):", file=shown(file), rule=self.rule)
        remedy = say("Take the file as it was frozen or signed, or freeze a new one; nothing was written.")
        return InvalidSheet(self.rule, f"{broken} {self.message}", f"{remark}\n{remedy}".lstrip())


class SheetLapsed(JtbdError):
    """The last day on which a sheet could be signed is over."""

    def __init__(self, last: dt.date) -> None:
        super().__init__(
            say("this sheet could be signed until {day}, and that day is over", day=last),
            say("Freeze a new one: what was offered then may not stand any more. Nothing was written."),
        )


class SheetChanged(JtbdError):
    """A sheet's file is no longer the one that was read: somebody signed it meanwhile."""

    def __init__(self, file: str) -> None:
        super().__init__(
            say("{file} was changed while it was open here", file=shown(file)),
            say("Open it again and sign; nothing was written."),
        )


class SheetsInUse(JtbdError):
    """Another program holds the lock on the sheets of a folder."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            say("another window or program is writing a sheet in {folder}", folder=shown(folder)),
            say("Wait a moment and try again; nothing was written."),
        )


class NotASheet(JtbdError):
    """Another file where a sheet is needed, and a known one; carries which kind it is, as sentences beside others."""

    def __init__(self, file: str, kind: Kind, remedy: str) -> None:
        self.sentence = _KINDS[kind].said(file=shown(file))
        super().__init__(_OTHERS[kind].said(file=shown(file)), remedy)


class NoDraftHere(JtbdError):
    """No draft waits here for what was signed elsewhere."""

    def __init__(self, sheet: str, canvas: str, folder: object = None, file: object = None) -> None:
        """Say where it was looked for: in a folder, beside a file, or both."""
        slots = {"sheet": sheet, "canvas": canvas, "folder": shown(folder), "file": shown(file)}
        place = _IN if file is None else _BESIDE if folder is None else _IN_OR_BESIDE
        super().__init__(
            place.said(**slots),
            say(
                "Bring it back on the laptop that froze it. If the draft is there in another folder, "
                "name it: --into DIR."
            ),
        )


class SheetGivenUp(JtbdError):
    """A sheet that came back after it was discarded, or after another took its place."""

    def __init__(self, what_became: str, undone: Sequence[str]) -> None:
        super().__init__(
            what_became,
            " ".join(undone) or say("If both of you want it after all, freeze a new sheet that says so and sign that."),
        )


class OtherSheet(JtbdError):
    """Two files of one sheet that contradict each other: in what was agreed, or in what a party said to it."""

    def __init__(self, here: str, difference: str) -> None:
        super().__init__(
            f"{say('{file} contradicts what was brought:', file=shown(here))} {difference}",
            say("Verify both files and ask the other party which one counts; nothing was written."),
        )
