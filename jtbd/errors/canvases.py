"""Failures of the folder of canvases."""

from __future__ import annotations

from collections.abc import Sequence

from jtbd.errors.base import JtbdError, shown


class UnknownCanvas(JtbdError):
    """No canvas goes by that name."""

    def __init__(self, name: str, known: Sequence[str] = ()) -> None:
        listing = "Known are: " + ", ".join(map(shown, known)) if known else "There are no saved canvases yet."
        super().__init__(
            f"no canvas goes by '{shown(name)}'", f"{listing}\nA canvas is named by its id, its folder or its file."
        )


class UnknownRevision(JtbdError):
    """That earlier version of a canvas is not kept."""

    def __init__(self, canvas_id: str, number: int) -> None:
        super().__init__(
            f"revision {number} of {shown(canvas_id)} is not kept",
            "Choose one of those listed; not every small step is kept.",
        )


class SameIdTwice(JtbdError):
    """Two folders hold a canvas of the same id, so neither can be meant."""

    def __init__(self, canvas_id: str, folders: Sequence[str]) -> None:
        super().__init__(
            f"{shown(canvas_id)} is in {len(folders)} folders: {', '.join(map(shown, folders))}",
            "Give one of them another id: in its canvas.yaml, or by moving its folder away.",
        )


class ExampleIsReadOnly(JtbdError):
    """A shipped example is looked at, never changed."""

    def __init__(self, canvas_id: str) -> None:
        super().__init__(f"{shown(canvas_id)} is a shipped example and stays as it is", "Save a copy under another id.")


class ChangedElsewhere(JtbdError):
    """The canvas on disk is no longer the one that was opened; carries the revisions of both."""

    def __init__(self, canvas_id: str, seen: int, found: int) -> None:
        self.canvas_id = canvas_id
        self.seen = seen
        self.found = found
        super().__init__(
            f"{shown(canvas_id)} was changed elsewhere: revision {found} is on disk, you started from {seen}",
            "Open the version on disk, or save yours as a copy; neither is lost.",
        )


class PartIsGone(JtbdError):
    """What was to be changed in a canvas is not in it any more."""

    def __init__(self, called: str, said: str = "") -> None:
        """Say what it is called, a need say, and what was typed for it, so that this is not lost."""
        lost = f"You typed “{said}”. " if said else ""
        remedy = f"{lost}Add the {called} again if you both want it."
        super().__init__(f"this {called} was removed meanwhile, perhaps in another window.", remedy)


class CanvasInUse(JtbdError):
    """Another program holds the lock on a canvas."""

    def __init__(self, canvas_id: str) -> None:
        super().__init__(
            f"{shown(canvas_id)} is being saved by another window or program",
            "Wait a moment and try again; nothing was lost.",
        )
