"""Canvases in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import RLock

from jtbd.errors import AlreadyThere, CannotWrite, ChangedElsewhere, ExampleIsReadOnly, UnknownCanvas, UnknownRevision
from jtbd.i18n import say
from jtbd.model import Canvas
from jtbd.model.ids import Draw, drawn, free_id
from jtbd.model.network import Network
from jtbd.store.codec import canvas_to_text
from jtbd.store.listing import in_order, row_of
from jtbd.store.memory.sheets import MemorySheets
from jtbd.store.protocol import Clock, Note, Revision, Summary, Thrown, is_example
from jtbd.store.protocol.rows import THROWN_FOR
from jtbd.store.surplus import surplus

_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass
class _Kept:
    """A canvas with all that belongs to it; its versions, the present one last."""

    versions: list[Canvas]
    sheets: MemorySheets
    notes: list[Note] = field(default_factory=list)

    @property
    def canvas(self) -> Canvas:
        """The canvas as it stands."""
        return self.versions[-1]


class MemoryStore:
    """A `CanvasStore` in memory; make one and share it, also among threads."""

    def __init__(self, clock: Clock, examples: Iterable[Canvas] = (), draw: Draw = drawn) -> None:
        """Keep canvases by this clock, and show these examples too; `draw` ends an id whose wish is taken."""
        self.known = Network()
        self._draw = draw
        self._clock = clock
        self._kept = {example.id: self._fresh(example) for example in examples}
        self._thrown: dict[str, tuple[Thrown, _Kept]] = {}
        self._lock = RLock()

    # ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def place(self, canvas_id: str | None = None) -> str:
        """See `CanvasStore`."""
        return "memory" if canvas_id is None else f"memory/{self._of(canvas_id).canvas.id}"

    def advice(self) -> str:
        """See `CanvasStore`; any canvas can be kept here."""
        return ""

    def ids(self) -> tuple[str, ...]:
        """See `CanvasStore`."""
        return tuple(sorted(self._kept))

    def load(self, canvas_id: str) -> Canvas:
        """See `CanvasStore`."""
        return self._of(canvas_id).canvas

    def raw(self, canvas_id: str) -> bytes:
        """See `CanvasStore`."""
        return canvas_to_text(self.load(canvas_id)).encode()

    def summaries(self) -> tuple[Summary, ...]:
        """See `CanvasStore`."""
        return in_order([row_of(kept.canvas) for kept in self._kept.values()])

    def network(self) -> Network:
        """See `CanvasStore`."""
        return self.known

    def revisions(self, canvas_id: str) -> tuple[Revision, ...]:
        """See `CanvasStore`."""
        return tuple(_revision(canvas) for canvas in reversed(self._of(canvas_id).versions[:-1]))

    def load_revision(self, canvas_id: str, number: int) -> Canvas:
        """See `CanvasStore`."""
        for canvas in self._of(canvas_id).versions:
            if canvas.revision == number:
                return canvas
        raise UnknownRevision(canvas_id, number)

    def notes(self, canvas_id: str) -> tuple[Note, ...]:
        """See `CanvasStore`."""
        return tuple(self._of(canvas_id).notes)

    def sheets(self, canvas_id: str) -> MemorySheets:
        """See `CanvasStore`."""
        return self._own(canvas_id).sheets

    # ── writing ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def create(self, canvas: Canvas) -> Canvas:
        """See `CanvasStore`."""
        if is_example(canvas.id):
            raise ExampleIsReadOnly(canvas.id)
        with self._lock:
            taken = {*self._kept, *(thrown.row.id for thrown in self.thrown())}
            now, canvas_id = self._clock(), free_id(canvas.id, taken, self._draw)
            fresh = canvas.revise(id=canvas_id, revision=1, created=canvas.created or now, updated=now)
            self._kept[canvas_id] = self._fresh(fresh)
        return fresh

    def save(self, canvas: Canvas, seen: int) -> Canvas:
        """See `CanvasStore`."""
        with self._lock:
            kept = self._unchanged(canvas.id, seen)
            saved = canvas.revise(revision=seen + 1, updated=self._clock())
            over = {revision.number for revision in surplus(map(_revision, kept.versions))}
            kept.versions[:] = [*(version for version in kept.versions if version.revision not in over), saved]
        return saved

    def note(self, canvas_id: str, *said: str) -> None:
        """See `CanvasStore`."""
        with self._lock:
            self._own(canvas_id).notes.append(Note(self._clock(), said))

    # ── other versions ────────────────────────────────────────────────────────────────────────────────────────────────

    def copies(self, canvas_id: str) -> tuple[str, ...]:
        """See `CanvasStore`; nothing strays in memory."""
        self._of(canvas_id)
        return ()

    def beside(self, canvas_id: str, stray: str) -> Canvas:  # noqa: ARG002
        """See `CanvasStore`; nothing strays in memory."""
        return self.load(canvas_id)

    def settle(self, canvas_id: str, stray: str, *, take: bool) -> Canvas:  # noqa: ARG002
        """See `CanvasStore`; nothing strays in memory."""
        return self.load(canvas_id)

    # ── the bin ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def throw_away(self, canvas_id: str, seen: int) -> str:
        """See `CanvasStore`."""
        with self._lock, self._unchanged(canvas_id, seen).sheets.alone():
            kept, at = self._kept.pop(canvas_id), self._clock()
            name, sheets = f"{at:%Y%m%dT%H%M%SZ}-{len(self._thrown)}-{canvas_id}", tuple(_names(kept.sheets))
            thrown = Thrown(name, at, row_of(kept.canvas), None if sheets else at + THROWN_FOR, sheets)
            self._thrown[name] = thrown, kept
        return name

    def thrown(self) -> tuple[Thrown, ...]:
        """See `CanvasStore`."""
        return tuple(thrown for thrown, _ in reversed(self._thrown.values()))

    def restore(self, name: str) -> str:
        """See `CanvasStore`."""
        with self._lock:
            if name not in self._thrown:
                raise CannotWrite(name, say("it is not in the bin any more"))
            canvas_id = self._thrown[name][0].row.id
            if canvas_id in self._kept:
                raise AlreadyThere(canvas_id, say("Throw that one away first; nothing was overwritten."))
            self._kept[canvas_id] = self._thrown.pop(name)[1]
        return canvas_id

    def sweep(self) -> int:
        """See `CanvasStore`."""
        with self._lock:
            now = self._clock()
            over = [name for name, (thrown, _) in self._thrown.items() if thrown.until and thrown.until < now]
            for name in over:
                del self._thrown[name]
        return len(over)

    # ── inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _fresh(self, canvas: Canvas) -> _Kept:
        return _Kept([canvas], MemorySheets(self._clock, f"memory/{canvas.id}"))

    def _of(self, canvas_id: str) -> _Kept:
        if canvas_id not in self._kept:
            raise UnknownCanvas(canvas_id, self.ids())
        return self._kept[canvas_id]

    def _own(self, canvas_id: str) -> _Kept:
        if is_example(canvas_id):
            raise ExampleIsReadOnly(canvas_id)
        return self._of(canvas_id)

    def _unchanged(self, canvas_id: str, seen: int) -> _Kept:
        kept = self._own(canvas_id)
        if kept.canvas.revision != seen:
            raise ChangedElsewhere(canvas_id, seen, kept.canvas.revision)
        return kept


def _revision(canvas: Canvas) -> Revision:
    return Revision(canvas.revision, canvas.updated or _NEVER)


def _names(sheets: MemorySheets) -> Iterable[str]:
    for stage in ("draft", "sheet", "discarded"):
        yield from (f"{stage}-{number}" for number in sheets.numbers(stage))
