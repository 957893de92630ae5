"""Sheets in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from threading import Lock, RLock
from typing import Final, NamedTuple

from jtbd.errors import AlreadyThere, SheetsInUse, UnreadableFile
from jtbd.i18n import say
from jtbd.store.protocol import Clock, KeptKey, Stage

PATIENCE: Final = 2.0
"""Seconds to wait for another writer."""


class _File(NamedTuple):
    data: bytes
    at: dt.datetime


class MemorySheets:
    """A `SheetStore` in memory."""

    def __init__(self, clock: Clock, where: str = "memory") -> None:
        """Keep sheets that are told to be at `where`."""
        self._clock = clock
        self._where = where
        self._files: dict[tuple[Stage, int], _File] = {}
        self._pdfs: dict[int, bytes] = {}
        self._lock = Lock()
        self._changing = RLock()

    @property
    def where(self) -> str:
        """See `SheetStore`."""
        return self._where

    @contextmanager
    def alone(self) -> Iterator[None]:
        """See `SheetStore`."""
        if not self._lock.acquire(timeout=PATIENCE):
            raise SheetsInUse(self._where)
        try:
            yield
        finally:
            self._lock.release()

    # ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def numbers(self, stage: Stage) -> tuple[int, ...]:
        """See `SheetStore`."""
        found = sorted(number for at, number in [*self._files] if at == stage)
        return tuple(number for number in found if stage != "draft" or ("sheet", number) not in self._files)

    def read(self, stage: Stage, number: int) -> bytes:
        """See `SheetStore`."""
        if (file := self._files.get((stage, number))) is None:
            raise UnreadableFile(self.place(stage, number), say("there is no such file"), say("Check the number."))
        return file.data

    def pdf(self, number: int) -> bytes | None:
        """See `SheetStore`."""
        return self._pdfs.get(number)

    def written(self, stage: Stage, number: int) -> dt.datetime | None:
        """See `SheetStore`."""
        file = self._files.get((stage, number))
        return file.at if file else None

    def place(self, stage: Stage, number: int) -> str:
        """See `SheetStore`."""
        return f"{self._where}/{stage}-{number}"

    def old_seal_key(self, number: int) -> KeptKey | None:  # noqa: ARG002
        """See `SheetStore`; no earlier version kept sheets in memory."""
        return None

    # ── writing ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def freeze_draft(self, file: bytes, taken: Collection[int] = ()) -> int:
        """See `SheetStore`."""
        with self._changing:
            number = max((*taken, *(number for _, number in self._files), *self._pdfs), default=0) + 1
            self._keep("draft", number, file)
        return number

    def replace_draft(self, number: int, file: bytes) -> None:
        """See `SheetStore`."""
        with self._changing:
            self._refuse_complete(number)
            self._keep("draft", number, file)

    def complete(self, number: int, file: bytes, pdf: bytes | None) -> None:
        """See `SheetStore`."""
        with self._changing:
            self._refuse_complete(number)
            if pdf is not None and self._pdfs.setdefault(number, pdf) is not pdf:
                raise AlreadyThere(f"{self.place('sheet', number)}.pdf")
            self._keep("sheet", number, file)
            self._files.pop(("draft", number), None)

    def discard(self, number: int) -> None:
        """See `SheetStore`."""
        with self._changing:
            if file := self._files.pop(("draft", number), None):
                self._keep("discarded", number, file.data)

    def drop_pdf(self, number: int) -> None:
        """See `SheetStore`."""
        with self._changing:
            self._refuse_complete(number)
            self._pdfs.pop(number, None)

    # ── inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _keep(self, stage: Stage, number: int, data: bytes) -> None:
        self._files[stage, number] = _File(data, self._clock())

    def _refuse_complete(self, number: int) -> None:
        if ("sheet", number) in self._files:
            raise AlreadyThere(
                self.place("sheet", number), say("A complete sheet is never changed; nothing was written.")
            )
