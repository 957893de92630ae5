"""Failures of what becomes of promises."""

from __future__ import annotations

from collections.abc import Sequence

from jtbd.errors.base import JtbdError, shown
from jtbd.i18n import say


class UnknownPromise(JtbdError):
    """No promise of that id was signed on a canvas."""

    def __init__(self, promise: str, known: Sequence[str]) -> None:
        said = say("no complete sheet of this canvas has the promise {promise}", promise=shown(promise))
        listing = ", ".join(map(shown, known))
        remedy = (
            say("Signed are: {promises}", promises=listing) if known else say("Nothing is signed on this canvas yet.")
        )
        super().__init__(said, remedy)


class WhichDay(JtbdError):
    """A promise has several days, and nobody said which is meant."""

    def __init__(self, promise: str, days: Sequence[str]) -> None:
        super().__init__(
            say("the promise {promise} is due on several days, and none was named", promise=shown(promise)),
            say("Add --for with the one that is meant: {days}", days=", ".join(days)),
        )


class CannotBeSaid(JtbdError):
    """An entry does not fit what was signed."""

    def __init__(self, promise: str, reasons: Sequence[str]) -> None:
        lines = "\n".join(f"  {reason}" for reason in reasons)
        said = say("that cannot be said of the promise {promise}:", promise=shown(promise))
        super().__init__(f"{said}\n{lines}", say("Nothing was written."))


class UnknownParty(JtbdError):
    """Nobody in the library goes by that name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        listing = ", ".join(map(shown, known))
        remedy = say("Known are: {parties}", parties=listing) if known else say("There are no saved canvases yet.")
        super().__init__(say("nobody here goes by “{name}”", name=shown(name)), remedy)
