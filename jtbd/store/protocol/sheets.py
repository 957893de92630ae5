"""What is asked of whatever keeps the sheets of a canvas: each has a number, and is at one stage of its way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from contextlib import AbstractContextManager
from typing import Final, Literal, Protocol, TypeAlias

from jtbd.store.protocol.keys import KeptKey

Stage: TypeAlias = Literal["draft", "sheet", "discarded"]
"""A draft waits for signatures or was declined; a sheet is complete and never changes; the last is out of the round."""

IN_THE_ROUND: Final[tuple[Stage, ...]] = ("draft", "sheet")


class SheetStore(Protocol):
    """The drafts and complete sheets of one canvas, or of any other place that a sheet is taken to."""

    @property
    def where(self) -> str:
        """Where they are kept, as a person is told."""

    def alone(self) -> AbstractContextManager[None]:
        """Keep other writers out until the `with` statement ends: what was read of a draft holds until it is replaced.

        Raises:
            SheetsInUse: another writer does not let go.
            CannotWrite: the disk refused.

        """

    # ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def numbers(self, stage: Stage) -> tuple[int, ...]:
        """Return the numbers of what is at a stage, in order; a draft whose sheet is complete counts no more.

        Raises:
            UnreadableFile: nobody may look there.

        """

    def read(self, stage: Stage, number: int) -> bytes:
        """Return the file of what is at a stage under a number.

        Raises:
            UnreadableFile: there is none, or it may not be read.

        """

    def pdf(self, number: int) -> bytes | None:
        """Return the PDF of that number; None where there is none.

        Raises:
            UnreadableFile: it may not be read.

        """

    def written(self, stage: Stage, number: int) -> dt.datetime | None:
        """Return when a file was last written; None where nobody knows."""

    def place(self, stage: Stage, number: int) -> str:
        """Return where a file is or would be, as a person is told."""

    def old_seal_key(self, number: int) -> KeptKey | None:
        """Return the sealing key that an earlier version left with the draft of that number, None where it did not."""

    # ── writing ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def freeze_draft(self, file: bytes, taken: Collection[int] = ...) -> int:
        """Keep a draft under the next free number, and return that.

        Args:
            file: the draft.
            taken: numbers that are on record, whether or not their files are there: none is given again.

        Raises:
            CannotWrite: the disk refused.

        """

    def replace_draft(self, number: int, file: bytes) -> None:
        """Put a draft with one more signature in the place of one.

        Raises:
            AlreadyThere: its sheet is complete.
            CannotWrite: the disk refused; the draft is as it was.

        """

    def complete(self, number: int, file: bytes, pdf: bytes | None) -> None:
        """Keep a complete sheet, once and for all, and drop its draft.

        Raises:
            AlreadyThere: that sheet is complete, or something else bears the name of its PDF.
            CannotWrite: the disk refused; the draft is as it was.

        """

    def discard(self, number: int) -> None:
        """Take a draft out of the round; it is kept as it was, and its number is not given again.

        Raises:
            CannotWrite: the disk refused.

        """

    def drop_pdf(self, number: int) -> None:
        """Remove the PDF of a number whose sheet is not complete.

        Raises:
            AlreadyThere: the sheet is complete, and its PDF stays.
            CannotWrite: the disk refused.

        """
