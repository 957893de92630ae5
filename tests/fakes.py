"""Real fakes: stores that keep everything in memory and keep every promise of their protocol."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from jtbd.errors import AlreadyThere, CannotWrite, ChangedElsewhere, ExampleIsReadOnly, UnknownCanvas, UnknownRevision
from jtbd.model import Canvas
from jtbd.model.ids import Draw, drawn, free_id
from jtbd.store.codec import canvas_to_text
from jtbd.store.folder import summary
from jtbd.store.protocol import Clock, Note, Revision, SheetStore, Summary, Thrown, is_example


class MemorySheets:
    """A `SheetStore` in memory; its paths are names only."""

    def __init__(self) -> None:
        self.contents: dict[Path, str | bytes] = {}

    def alone(self) -> AbstractContextManager[None]:
        """See `SheetStore`; nobody else comes here."""
        return nullcontext()

    def freeze_draft(self, text: str, taken: Collection[int] = ()) -> tuple[int, Path]:
        """See `SheetStore`."""
        number = max((*taken, *(_number(path) for path in self.contents)), default=0) + 1
        path = Path(f"draft-{number}.yaml")
        self.contents[path] = text
        return number, path

    def replace_draft(self, path: Path, text: str) -> None:
        """See `SheetStore`."""
        if path.name.startswith("sheet-"):
            raise AlreadyThere(str(path))
        self.contents[path] = text

    def complete(self, number: int, text: str, pdf: bytes | None) -> Path:
        """See `SheetStore`."""
        path = Path(f"sheet-{number}.yaml")
        if path in self.contents:
            raise AlreadyThere(str(path))
        if pdf is not None:
            self.contents[path.with_suffix(".pdf")] = pdf
        self.contents[path] = text
        self.contents.pop(Path(f"draft-{number}.yaml"), None)
        return path

    def discard(self, number: int) -> None:
        """See `SheetStore`."""
        path = Path(f"draft-{number}.yaml")
        if path in self.contents:
            self.contents[Path(f"discarded-{number}.yaml")] = self.contents.pop(path)

    def drafts(self) -> dict[int, Path]:
        """See `SheetStore`."""
        return {_number(path): path for path in self.contents if path.name.startswith("draft-")}

    def discarded(self) -> dict[int, Path]:
        """See `SheetStore`."""
        return {_number(path): path for path in self.contents if path.name.startswith("discarded-")}

    def completed(self) -> dict[int, Path]:
        """See `SheetStore`."""
        found = (path for path in self.contents if path.name.startswith("sheet-") and path.suffix == ".yaml")
        return {_number(path): path for path in found}


class MemoryStore:
    """A `CanvasStore` in memory."""

    def __init__(self, clock: Clock, examples: Iterable[Canvas] = (), draw: Draw = drawn) -> None:
        self._clock = clock
        self._draw = draw
        self._versions: dict[str, list[Canvas]] = {example.id: [example] for example in examples}
        self._sheets: dict[str, MemorySheets] = {}
        self._notes: dict[str, list[Note]] = {}
        self._thrown: list[tuple[Thrown, list[Canvas]]] = []

    def ids(self) -> tuple[str, ...]:
        """See `CanvasStore`."""
        return tuple(sorted(self._versions))

    def load(self, canvas_id: str) -> Canvas:
        """See `CanvasStore`."""
        return self._of(canvas_id)[-1]

    def raw(self, canvas_id: str) -> bytes:
        """See `CanvasStore`."""
        return canvas_to_text(self.load(canvas_id)).encode()

    def create(self, canvas: Canvas) -> Canvas:
        """See `CanvasStore`."""
        if is_example(canvas.id):
            raise ExampleIsReadOnly(canvas.id)
        now = self._clock()
        fresh = canvas.revise(
            id=free_id(canvas.id, self._versions, self._draw), revision=1, created=canvas.created or now, updated=now
        )
        self._versions[fresh.id] = [fresh]
        return fresh

    def save(self, canvas: Canvas, seen: int) -> Canvas:
        """See `CanvasStore`."""
        if is_example(canvas.id):
            raise ExampleIsReadOnly(canvas.id)
        present = self.load(canvas.id)
        if present.revision != seen:
            raise ChangedElsewhere(canvas.id, seen, present.revision)
        saved = canvas.revise(revision=seen + 1, updated=self._clock())
        self._versions[canvas.id].append(saved)
        return saved

    def summaries(self) -> tuple[Summary, ...]:
        """See `CanvasStore`."""
        return summary.in_order([summary.of(versions[-1]) for versions in self._versions.values()])

    def revisions(self, canvas_id: str) -> tuple[Revision, ...]:
        """See `CanvasStore`."""
        earlier = reversed(self._of(canvas_id)[:-1])
        return tuple(Revision(canvas.revision, canvas.updated or self._clock()) for canvas in earlier)

    def load_revision(self, canvas_id: str, number: int) -> Canvas:
        """See `CanvasStore`."""
        for canvas in self._of(canvas_id):
            if canvas.revision == number:
                return canvas
        raise UnknownRevision(canvas_id, number)

    def note(self, canvas_id: str, *said: str) -> None:
        """See `CanvasStore`."""
        if is_example(canvas_id):
            raise ExampleIsReadOnly(canvas_id)
        self._of(canvas_id)
        self._notes.setdefault(canvas_id, []).append(Note(self._clock(), said))

    def notes(self, canvas_id: str) -> tuple[Note, ...]:
        """See `CanvasStore`."""
        self._of(canvas_id)
        return tuple(self._notes.get(canvas_id, ()))

    def throw_away(self, canvas_id: str, seen: int) -> str:
        """See `CanvasStore`."""
        if is_example(canvas_id):
            raise ExampleIsReadOnly(canvas_id)
        present = self.load(canvas_id)
        if present.revision != seen:
            raise ChangedElsewhere(canvas_id, seen, present.revision)
        at, name = self._clock(), f"{len(self._thrown)}-{canvas_id}"
        self._thrown.insert(0, (Thrown(name, at, summary.of(present), None), self._versions.pop(canvas_id)))
        return name

    def thrown(self) -> tuple[Thrown, ...]:
        """See `CanvasStore`."""
        return tuple(thrown for thrown, _ in self._thrown)

    def restore(self, name: str) -> str:
        """See `CanvasStore`."""
        for place, (thrown, versions) in enumerate(self._thrown):
            if thrown.name == name:
                if thrown.row.id in self._versions:
                    raise AlreadyThere(thrown.row.id)
                self._versions[thrown.row.id] = versions
                del self._thrown[place]
                return thrown.row.id
        raise CannotWrite(name, "it is gone")

    def copies(self, canvas_id: str) -> tuple[str, ...]:  # noqa: ARG002
        """See `CanvasStore`; nothing strays in memory."""
        return ()

    def beside(self, canvas_id: str, stray: str) -> Canvas:  # noqa: ARG002
        """See `CanvasStore`; nothing strays in memory."""
        return self.load(canvas_id)

    def settle(self, canvas_id: str, stray: str, *, take: bool) -> Canvas:  # noqa: ARG002
        """See `CanvasStore`; nothing strays in memory."""
        return self.load(canvas_id)

    def sweep(self) -> int:
        """See `CanvasStore`; memory leaves nothing."""
        return 0

    def sheets(self, canvas_id: str) -> SheetStore:
        """See `CanvasStore`."""
        if is_example(canvas_id):
            raise ExampleIsReadOnly(canvas_id)
        self._of(canvas_id)
        return self._sheets.setdefault(canvas_id, MemorySheets())

    def _of(self, canvas_id: str) -> list[Canvas]:
        if canvas_id not in self._versions:
            raise UnknownCanvas(canvas_id, self.ids())
        return self._versions[canvas_id]


def _number(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])
