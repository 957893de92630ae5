"""The saved canvases: begin, save, copy, sit down; on a folder and in memory alike."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from jtbd import editing
from jtbd.errors import ChangedElsewhere, ExampleIsReadOnly
from jtbd.model import Canvas, Dimension
from jtbd.model.ids import drawn
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.places import examples_folder
from jtbd.store.folder.profile import ProfileFile
from jtbd.store.memory import MemoryKeys, MemoryProfile, MemoryStore
from jtbd.store.protocol import CanvasStore, Clock
from jtbd.usecases.canvases import library as use
from jtbd.usecases.home import Home, open_home
from tests.support.builders import canvas, ready_canvas
from tests.support.commands import EXAMPLE

START = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def _clock() -> Clock:
    """Return a clock that goes on by a minute whenever somebody looks."""
    minutes: Iterator[int] = count()
    return lambda: START + dt.timedelta(minutes=next(minutes))


def _in_memory(_: Path, clock: Clock) -> CanvasStore:
    return MemoryStore(clock, [ready_canvas(id=EXAMPLE)])


def _in_a_folder(folder: Path, clock: Clock) -> CanvasStore:
    return FolderStore(folder / "canvases", examples_folder(), clock)


@pytest.fixture(params=[_in_memory, _in_a_folder], ids=["memory", "folder"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """A library with nothing but the example in it."""
    clock = _clock()
    make: Callable[[Path, Clock], CanvasStore] = request.param
    return Home(
        make(tmp_path, clock),
        KeyFolder(tmp_path / "config"),
        clock,
        tmp_path / "config",
        ProfileFile(tmp_path / "config"),
    )


def test_a_meeting_begins_on_a_canvas_of_its_own(library: Home) -> None:
    """A new canvas is named after the day and both organisations, is on disk at once, and has its first coffee."""
    begun = use.begin(library, "Harbour Estates", "Northline Cabling")
    assert re.fullmatch("2026-11-22-harbour-estates-northline-cabling-[a-z2-7]{4}", begun.id)
    assert (begun.parties.a.organisation, begun.parties.b.organisation) == ("Harbour Estates", "Northline Cabling")
    assert (begun.revision, len(begun.meetings), begun.meetings[0].planned_minutes) == (1, 1, 30)
    assert library.store.load(begun.id) == begun


def test_two_meetings_of_the_same_two_on_one_day(library: Home) -> None:
    """Two canvases never share an id."""
    first, second = (use.begin(library, "Harbour", "Northline") for _ in range(2))
    assert all(re.fullmatch("2026-11-22-harbour-northline-[a-z2-7]{4}", each.id) for each in (first, second))
    assert first.id != second.id


def test_two_laptops_make_no_id_twice() -> None:
    """Whoever begins, copies, adds a need or promises the same on another laptop that day makes another id of it."""
    laptops = [MemoryStore(_clock(), [ready_canvas(id=EXAMPLE)]) for _ in range(2)]
    made: list[list[str]] = []
    for store in laptops:
        library = Home(store, MemoryKeys(), _clock(), Path("config"), MemoryProfile())
        example = store.load(EXAMPLE)
        grown = editing.promise(editing.add_needs(example, ["Find premises"], Dimension.SOCIAL), "a", "Call Bea")
        copied = use.save(library, grown, example.revision)
        begun = use.begin(library, "Harbour", "Northline")
        made.append([copied.id, begun.id, copied.aspects[-1].id, copied.commitments[-1].id])
        assert all(re.search("[a-z]-[a-z2-7]{4}$", each) for each in made[-1])
    assert not {*made[0]} & {*made[1]}


def test_a_copy_to_take_along_is_the_same_each_time() -> None:
    """A page that is drawn again offers a changed example under the same name: its ending is drawn once."""
    example = ready_canvas(id=EXAMPLE)
    one, other = (use.own(example, START, lambda: "k3q7") for _ in range(2))
    assert one.id == other.id == "2026-11-22-harbour-estates-northline-cabling-k3q7"
    assert use.own(one, START, drawn) == one


@pytest.mark.parametrize(("host", "guest"), [("", ""), ("日本", "ไทย")])
def test_names_that_give_no_letters(library: Home, host: str, guest: str) -> None:
    """Without names, or with names that leave no ASCII letter, there is an id all the same."""
    begun = use.begin(library, host, guest)
    assert begun.parties.a.organisation == (host or None)
    assert begun.id in library.store.ids()


def test_a_canvas_is_not_named_after_a_placeholder(library: Home) -> None:
    """TBD is no organisation: it gives no id to be found by."""
    assert "tbd" not in use.begin(library, "Harbour", "TBD").id


def test_saving_a_change(library: Home) -> None:
    """A change is saved as the next revision."""
    begun = use.begin(library)
    saved = use.save(library, begun.revise(title="Coffee"), begun.revision)
    assert (saved.id, saved.revision, library.store.load(begun.id).title) == (begun.id, 2, "Coffee")


def test_the_first_change_to_an_example_makes_a_copy(library: Home) -> None:
    """A changed example is saved under an id of its own, and the example stays as it is."""
    before = library.store.raw(EXAMPLE)
    example = library.store.load(EXAMPLE)
    saved = use.save(library, example.revise(title="Mine"), example.revision)
    assert re.fullmatch("2026-11-22-harbour-estates-northline-cabling-[a-z2-7]{4}", saved.id)
    assert (saved.title, saved.revision) == ("Mine", 1)
    assert saved.aspects == example.aspects
    assert library.store.raw(EXAMPLE) == before
    again = use.save(library, saved.revise(title="Still mine"), saved.revision)
    assert again.id == saved.id, "the second change goes to the copy"


def test_an_example_is_never_written(library: Home) -> None:
    """The store itself refuses to write an example."""
    example = library.store.load(EXAMPLE)
    with pytest.raises(ExampleIsReadOnly):
        library.store.save(example, example.revision)


def test_a_conflict_overwrites_nothing(library: Home) -> None:
    """Of two who change the same revision the second is told; as a copy its change is not lost either."""
    begun = use.begin(library, "Harbour", "Northline")
    use.save(library, begun.revise(title="from the first tab"), begun.revision)
    mine = begun.revise(title="from the second tab")
    with pytest.raises(ChangedElsewhere) as told:
        use.save(library, mine, begun.revision)
    assert (told.value.seen, told.value.found) == (1, 2)
    kept = use.copy(library, mine)
    assert kept.id != begun.id
    assert [library.store.load(each.id).title for each in (begun, kept)] == [
        "from the first tab",
        "from the second tab",
    ]


def test_a_copy_has_no_sheets(library: Home) -> None:
    """What was signed was signed for the original: a copy starts without sheets, and as revision 1."""
    record = {"number": 1, "id": "x", "content_hash": "sha256:0", "state": "complete"}
    original = library.store.create(ready_canvas(id="one", sheets=[record]))
    made = use.copy(library, original)
    assert (made.sheets, made.revision, made.commitments) == ((), 1, original.commitments)


def test_another_coffee() -> None:
    """To sit down again adds a meeting that starts now, and changes nothing else."""
    again = use.sit_down(ready_canvas(), START)
    assert [meeting.started for meeting in again.meetings][1:] == [START]
    assert again.revise(meetings=again.meetings[:1]) == ready_canvas()


def test_where_the_library_is(tmp_path: Path) -> None:
    """The folder that was named beats the environment's; keys are in the config folder."""
    env = {"JTBD_CANVASES": str(tmp_path / "env"), "JTBD_CONFIG": str(tmp_path / "config")}
    assert open_home(None, env).store.place() == str(tmp_path / "env")
    named = open_home(str(tmp_path / "named"), env)
    assert (named.store.place(), named.keys.place) == (str(tmp_path / "named"), str(tmp_path / "config"))
    assert list(tmp_path.iterdir()) == [], "nothing is made before something is saved"


def test_a_canvas_of_two_fields_is_saved(library: Home) -> None:
    """A canvas of format and id alone is kept as it is."""
    kept = library.store.create(canvas(id="least"))
    assert isinstance(kept, Canvas)
    assert library.store.load("least").aspects == ()
