"""What every store of canvases promises, held against the folder and against memory."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Callable, Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest

from jtbd.errors import (
    AlreadyThere,
    ChangedElsewhere,
    ExampleIsReadOnly,
    UnknownCanvas,
    UnknownRevision,
    UnreadableFile,
)
from jtbd.model import Canvas, Job, Parties, Party
from jtbd.model.ids import Draw, drawn
from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.memory import MemoryStore
from jtbd.store.protocol import CanvasStore, Stage
from tests.support.builders import canvas, large_canvas, ready_canvas

START = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
EXAMPLE = canvas(id="example-one", title="An example", revision=4)


def ticking() -> Callable[[], dt.datetime]:
    """Return a clock that moves on a minute each time it is read."""
    minutes = iter(range(100_000))
    return lambda: START + dt.timedelta(minutes=next(minutes))


def draws() -> Draw:
    """Return endings of ids: one that comes twice, another one, and then any."""
    first = chain(["k3q7", "k3q7", "m2ab"], repeat(""))
    return lambda: next(first) or drawn()


@pytest.fixture(params=["folder", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CanvasStore]:
    """Yield an empty store with one example."""
    if request.param == "memory":
        yield MemoryStore(ticking(), [EXAMPLE], draws())
        return
    shipped = tmp_path / "examples" / EXAMPLE.id
    shipped.mkdir(parents=True)
    (shipped / "canvas.yaml").write_text(canvas_to_text(EXAMPLE), encoding="utf-8")
    yield FolderStore(tmp_path / "canvases", tmp_path / "examples", ticking(), draws())


def test_what_was_created_is_loaded(store: CanvasStore) -> None:
    """A new canvas is revision 1, knows when it was made, and is found again under its id."""
    made = store.create(canvas(id="one", title="First"))
    assert (made.revision, made.created, made.updated) == (1, START, START)
    assert store.load("one") == made
    assert store.ids() == ("example-one", "one")


def test_a_canvas_keeps_when_it_was_made(store: CanvasStore) -> None:
    """A time of making that was given stays."""
    made = store.create(canvas(id="one", created="2020-01-01T00:00:00Z"))
    assert made.created == dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def test_ids_are_unique(store: CanvasStore) -> None:
    """An id that is taken gets an ending, drawn again while that is taken, too."""
    assert [store.create(canvas(id="one")).id for _ in range(3)] == ["one", "one-k3q7", "one-m2ab"]
    assert len({store.create(canvas(id="x" * 120)).id for _ in range(12)}) == 12


def test_saving_raises_the_revision(store: CanvasStore) -> None:
    """Each save gives the next revision and a new time, and is what is loaded next."""
    made = store.create(canvas(id="one"))
    saved = store.save(made.revise(title="Changed"), made.revision)
    again = store.save(saved.revise(title="Once more"), saved.revision)
    assert [saved.revision, again.revision] == [2, 3]
    assert saved.updated == START + dt.timedelta(minutes=1)
    assert store.load("one") == again


def test_what_happened_at_the_table_is_noted(store: CanvasStore) -> None:
    """Notes come back as they were, the oldest first, and a note is no change of the canvas."""
    made = store.create(canvas(id="one"))
    assert store.notes("one") == ()
    store.note("one", "opened", "answers", "b")
    store.note("one", "waved", "Köln “is”\n日本 🙂")
    notes = store.notes("one")
    assert [note.said for note in notes] == [("opened", "answers", "b"), ("waved", "Köln “is”\n日本 🙂")]
    assert [note.at for note in notes] == [START + dt.timedelta(minutes=minutes) for minutes in (1, 2)]
    assert store.load("one") == made
    assert store.revisions("one") == ()


def test_nothing_is_noted_of_an_example_or_of_what_is_not_there(store: CanvasStore) -> None:
    """An example has no notes and gets none."""
    assert store.notes(EXAMPLE.id) == ()
    with pytest.raises(ExampleIsReadOnly):
        store.note(EXAMPLE.id, "opened")
    with pytest.raises(UnknownCanvas):
        store.note("nowhere", "opened")


def test_a_second_editor_is_told(store: CanvasStore) -> None:
    """Who started from an older revision cannot save over a newer one, and nothing is lost."""
    made = store.create(canvas(id="one"))
    first = store.save(made.revise(title="First tab"), made.revision)
    with pytest.raises(ChangedElsewhere) as caught:
        store.save(made.revise(title="Second tab"), made.revision)
    assert (caught.value.seen, caught.value.found) == (1, 2)
    assert store.load("one") == first
    mine = store.save(made.revise(title="Second tab"), caught.value.found)
    assert store.load("one") == mine


def test_earlier_revisions_are_kept(store: CanvasStore) -> None:
    """What a save replaced can be listed and opened, the latest first; the present one can be opened too."""
    made = store.create(canvas(id="one", title="First"))
    saved = store.save(made.revise(title="Second"), 1)
    last = store.save(saved.revise(title="Third"), 2)
    assert [(revision.number, revision.at) for revision in store.revisions("one")] == [
        (2, saved.updated),
        (1, made.updated),
    ]
    assert [store.load_revision("one", number) for number in (1, 2, 3)] == [made, saved, last]
    with pytest.raises(UnknownRevision):
        store.load_revision("one", 4)


def test_an_unknown_id_is_named_with_those_that_are_near(store: CanvasStore) -> None:
    """What is not there is refused by name."""
    store.create(canvas(id="harbour-northline"))
    for use in (store.load, store.raw, store.revisions, store.sheets):
        with pytest.raises(UnknownCanvas, match="harbor-northline") as caught:
            use("harbor-northline")
        assert "harbour-northline" in caught.value.remedy
    with pytest.raises(UnknownCanvas):
        store.save(canvas(id="gone"), 1)


@pytest.mark.parametrize("name", ["", ".", "..", "../one", "one/../one", "/etc/passwd", "ONE", "one\0", "x" * 5000])
def test_an_id_is_never_a_path(store: CanvasStore, name: str) -> None:
    """Whatever is asked for, only ids are found."""
    store.create(canvas(id="one"))
    with pytest.raises(UnknownCanvas):
        store.load(name)


def test_examples_are_shown_and_never_changed(store: CanvasStore) -> None:
    """An example can be loaded; saving, creating or signing one is refused, and a copy gets an id of its own."""
    assert store.load("example-one") == EXAMPLE
    for change in (
        lambda: store.save(EXAMPLE.revise(title="Mine"), EXAMPLE.revision),
        lambda: store.create(EXAMPLE),
        lambda: store.sheets(EXAMPLE.id),
    ):
        with pytest.raises(ExampleIsReadOnly):
            change()
    copy = store.create(EXAMPLE.revise(id="mine"))
    assert (copy.id, copy.revision, copy.title) == ("mine", 1, "An example")
    assert store.load("example-one") == EXAMPLE


def test_the_list_shows_own_canvases_first_the_latest_on_top(store: CanvasStore) -> None:
    """A row tells who, what job, when; examples come last."""
    parties = Parties(a=Party(organisation="Harbour Estates"), b=Party(person="Bea Lund"))
    one = store.create(canvas(id="one", title="First", parties=parties, job=Job(want="move our business")))
    store.create(canvas(id="two", archived=True))
    saved = store.save(one.revise(title="Later"), 1)
    rows = store.summaries()
    assert [row.id for row in rows] == ["one", "two", "example-one"]
    assert (rows[0].title, rows[0].party_a, rows[0].party_b) == ("Later", "Harbour Estates", "Bea Lund")
    assert (rows[0].want, rows[0].updated, rows[0].fault) == ("move our business", saved.updated, None)
    assert [(row.archived, row.example) for row in rows] == [(False, False), (True, False), (False, True)]


def test_raw_is_the_file(store: CanvasStore) -> None:
    """The raw bytes are what a reader of the file gets."""
    made = store.create(ready_canvas(id="one"))
    assert canvas_from_bytes(store.raw("one"), "canvas.yaml") == made


@pytest.mark.parametrize(
    "unusual",
    [canvas(), canvas(aspects=()), large_canvas(200), ready_canvas(), canvas(title="日本 – ไทย – بيت")],
    ids=["format and id", "no aspects", "200 aspects", "every step", "any script"],
)
def test_any_canvas_is_kept(store: CanvasStore, unusual: Canvas) -> None:
    """The smallest, the largest and the most foreign canvas are saved and loaded alike."""
    made = store.create(unusual)
    saved = store.save(made, made.revision)
    assert store.load(made.id) == saved
    assert saved == unusual.revise(revision=2, created=saved.created, updated=saved.updated)


def test_sheets_are_kept_with_their_canvas(store: CanvasStore) -> None:
    """A draft is frozen, signed, completed; the complete sheet stays as it is."""
    store.create(canvas(id="one"))
    sheets = store.sheets("one")
    number = sheets.freeze_draft(b"frozen")
    assert (number, sheets.numbers("draft"), sheets.read("draft", 1)) == (1, (1,), b"frozen")
    sheets.replace_draft(number, b"signed by a")
    assert sheets.read("draft", number) == b"signed by a"
    sheets.complete(number, b"signed by both", b"%PDF")
    assert (sheets.numbers("draft"), sheets.numbers("sheet")) == ((), (1,))
    assert (sheets.read("sheet", number), sheets.pdf(number)) == (b"signed by both", b"%PDF")
    changes: tuple[Callable[[], None], ...] = (
        lambda: sheets.complete(number, b"other", None),
        lambda: sheets.replace_draft(number, b"other"),
        lambda: sheets.drop_pdf(number),
    )
    for change in changes:
        with pytest.raises(AlreadyThere):
            change()
    assert sheets.freeze_draft(b"another") == 2
    sheets.discard(2)
    sheets.discard(1)
    assert (sheets.numbers("draft"), sheets.numbers("sheet"), sheets.numbers("discarded")) == ((), (1,), (2,))
    assert sheets.read("discarded", 2) == b"another"
    assert sheets.pdf(2) is None
    with pytest.raises(UnreadableFile):
        sheets.read("draft", 2)
    assert store.load("one").id == "one"


def test_sheets_say_where_they_are_and_when_they_were_written(store: CanvasStore) -> None:
    """Each file has a place of its own that a person can be told, and a time; what is not there has none."""
    store.create(canvas(id="one"))
    sheets = store.sheets("one")
    sheets.freeze_draft(b"frozen")
    stages: tuple[Stage, ...] = ("draft", "sheet", "discarded")
    places = [sheets.place(stage, number) for stage in stages for number in (1, 2)]
    assert len({*places}) == 6
    assert all(place.startswith(sheets.where) for place in places)
    assert sheets.written("draft", 1)
    assert sheets.written("sheet", 1) is None
    assert sheets.old_seal_key(1) is None
    assert "one" in store.place("one")
    assert store.place("one").startswith(store.place())
    assert store.advice() == ""
    with pytest.raises(UnknownCanvas):
        store.place("nowhere")


def test_who_is_alone_keeps_others_waiting(store: CanvasStore) -> None:
    """Of two writers of one canvas's sheets the second waits, and the sheets of another are not kept from anybody."""
    for name in ("one", "two"):
        store.create(canvas(id=name))
    done: list[str] = []

    def write() -> None:
        with store.sheets("one").alone():
            done.append("second")

    with store.sheets("one").alone(), store.sheets("two").alone():
        other = threading.Thread(target=write)
        other.start()
        time.sleep(0.1)
        done.append("first")
    other.join()
    assert done == ["first", "second"]


def test_many_at_once_lose_nothing(store: CanvasStore) -> None:
    """Who begins, freezes or changes something at the same moment gets an id, a number, a revision of its own."""
    made = store.create(canvas(id="one"))
    sheets = store.sheets("one")
    found: dict[str, list[object]] = {"ids": [], "numbers": [], "saved": [], "told": []}

    def work(number: int) -> None:
        found["ids"].append(store.create(canvas(id="two")).id)
        found["numbers"].append(sheets.freeze_draft(b"%d" % number))
        try:
            found["saved"].append(store.save(made.revise(title=str(number)), made.revision).title)
        except ChangedElsewhere as told:
            found["told"].append(told)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len({*found["ids"]}), {*found["numbers"]}) == (8, {*range(1, 9)})
    assert (len(found["saved"]), len(found["told"])) == (1, 7)
    assert store.load("one").title == found["saved"][0]


def test_many_versions_are_thinned_out(store: CanvasStore) -> None:
    """Of many versions the latest fifty and the first of each hour are kept, and none of the list is lost."""
    saved = store.create(canvas(id="one"))
    for number in range(130):
        saved = store.save(saved.revise(title=str(number)), saved.revision)
    kept = store.revisions("one")
    assert [revision.number for revision in kept[:50]] == [*range(130, 80, -1)]
    assert 50 < len(kept) < 60
    assert all(store.load_revision("one", revision.number).revision == revision.number for revision in kept)


def test_what_was_thrown_away_long_ago_is_swept(tmp_path: Path) -> None:
    """After thirty days a canvas without a sheet is gone for good; with one it is kept."""
    now = START
    in_a_folder, in_memory = FolderStore(tmp_path, None, lambda: now), MemoryStore(lambda: now)
    stores: tuple[CanvasStore, ...] = (in_a_folder, in_memory)
    for made in stores:
        now = START
        for name in ("one", "two"):
            made.create(canvas(id=name))
        made.sheets("two").freeze_draft(b"frozen")
        for name in ("one", "two"):
            made.throw_away(name, 1)
        now = START + dt.timedelta(days=29)
        assert (made.sweep(), len(made.thrown())) == (0, 2)
        now = START + dt.timedelta(days=31)
        assert made.sweep() > 0
        assert [thrown.row.id for thrown in made.thrown()] == ["two"]
