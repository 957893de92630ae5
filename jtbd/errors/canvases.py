"""Failures of the folder of canvases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal, TypeAlias

from jtbd.errors.base import JtbdError, shown
from jtbd.i18n import Message, mark, say, say_count

Kind: TypeAlias = Literal["need", "promise", "coffee"]
"""What there can be several of in a canvas."""

_GONE: Final[Mapping[Kind, Message]] = {
    "need": mark("this need was removed meanwhile, perhaps in another window."),
    "promise": mark("this promise was removed meanwhile, perhaps in another window."),
    "coffee": mark("this coffee was removed meanwhile, perhaps in another window."),
}
_AGAIN: Final[Mapping[Kind, Message]] = {
    "need": mark("Add the need again if you both want it."),
    "promise": mark("Add the promise again if you both want it."),
    "coffee": mark("Add the coffee again if you both want it."),
}


class UnknownCanvas(JtbdError):
    """No canvas goes by that name."""

    def __init__(self, name: str, known: Sequence[str] = ()) -> None:
        there = (
            say("Known are: {names}", names=", ".join(map(shown, known)))
            if known
            else say("There are no saved canvases yet.")
        )
        super().__init__(
            say("no canvas goes by '{name}'", name=shown(name)),
            f"{there}\n{say('A canvas is named by its id, its folder or its file.')}",
        )


class UnknownRevision(JtbdError):
    """That earlier version of a canvas is not kept."""

    def __init__(self, canvas_id: str, number: int) -> None:
        super().__init__(
            say("revision {number} of {canvas} is not kept", number=number, canvas=shown(canvas_id)),
            say("Choose one of those listed; not every small step is kept."),
        )


class SameIdTwice(JtbdError):
    """Two folders hold a canvas of the same id, so neither can be meant."""

    def __init__(self, canvas_id: str, folders: Sequence[str]) -> None:
        super().__init__(
            say_count(
                "{canvas} is in {number} folder: {folders}",
                "{canvas} is in {number} folders: {folders}",
                len(folders),
                canvas=shown(canvas_id),
                folders=", ".join(map(shown, folders)),
            ),
            say("Give one of them another id: in its canvas.yaml, or by moving its folder away."),
        )


class ExampleIsReadOnly(JtbdError):
    """A shipped example is looked at, never changed."""

    def __init__(self, canvas_id: str) -> None:
        super().__init__(
            say("{canvas} is a shipped example and stays as it is", canvas=shown(canvas_id)),
            say("Save a copy under another id."),
        )


class ChangedElsewhere(JtbdError):
    """The canvas on disk is no longer the one that was opened; carries the revisions of both."""

    def __init__(self, canvas_id: str, seen: int, found: int) -> None:
        self.canvas_id = canvas_id
        self.seen = seen
        self.found = found
        super().__init__(
            say(
                "{canvas} was changed elsewhere: revision {found} is on disk, you started from {seen}",
                canvas=shown(canvas_id),
                found=found,
                seen=seen,
            ),
            say("Open the version on disk, or save yours as a copy; neither is lost."),
        )


class PartIsGone(JtbdError):
    """What was to be changed in a canvas is not in it any more."""

    def __init__(self, kind: Kind, said: str = "") -> None:
        """Say what it is, and what was typed for it, so that this is not lost."""
        lost, add = say("You typed “{what}”.", what=said) if said else "", _AGAIN[kind].said()
        super().__init__(_GONE[kind].said(), f"{lost} {add}".lstrip())


class CanvasInUse(JtbdError):
    """Another program holds the lock on a canvas."""

    def __init__(self, canvas_id: str) -> None:
        super().__init__(
            say("{canvas} is being saved by another window or program", canvas=shown(canvas_id)),
            say("Wait a moment and try again; nothing was lost."),
        )
