"""What a canvas has on record of its sheets: true to the sheets, whoever wrote in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from jtbd.errors import ChangedElsewhere, UnknownCanvas
from jtbd.model import Canvas, SheetRecord
from jtbd.model.sheet import Sheet
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.store.codec import canvas_to_text
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.places import examples_folder
from jtbd.store.folder.profile import ProfileFile
from jtbd.usecases.canvases import library as use
from jtbd.usecases.canvases.records import reconciled, record_beside, record_state
from jtbd.usecases.home import Home
from tests.support import sheets as maker
from tests.support.builders import ready_canvas
from tests.support.sheets import decline, sign


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    """A folder of canvases that holds one."""
    made = FolderStore(tmp_path / "canvases", examples_folder(), lambda: maker.AT)
    made.create(ready_canvas(id="one"))
    return made


def _file(store: FolderStore) -> Path:
    return Path(store.place("one"))


def _home(store: FolderStore) -> Home:
    place = _file(store).parents[1]
    return Home(store, KeyFolder(place), lambda: maker.AT, place, ProfileFile(place))


def _sheet(*parties: str) -> Sheet:
    content = maker.draft().commitment
    sheet = maker.draft(ready_canvas(id="one"), sheet_id=content.id)
    for party in ("a", "b"):
        if party in parties:
            sheet = sign(sheet, party, maker.key(party), at=maker.AT)
    return sheet


def _refused() -> Sheet:
    return decline(_sheet("a"), "b", maker.key("b"), at=maker.AT, reason="too early")


def _record(state: str, number: int = 1) -> SheetRecord:
    sheet = _sheet()
    return SheetRecord.model_validate(
        {"number": number, "id": sheet.commitment.id, "content_hash": sheet.content_hash, "state": state}
    )


def _keep(store: FolderStore, *records: SheetRecord) -> Canvas:
    canvas = store.load("one")
    return store.save(canvas.revise(sheets=records), canvas.revision)


class _Busy(FolderStore):
    """A folder in which somebody else saves first, a given number of times."""

    def __init__(self, root: Path, times: int) -> None:
        super().__init__(root, None, lambda: maker.AT)
        self.times = times

    def save(self, canvas: Canvas, seen: int) -> Canvas:
        """Save after somebody else did."""
        if self.times:
            self.times -= 1
            other = self.load(canvas.id)
            super().save(other.revise(title=f"{other.title or ''}!"), other.revision)
        return super().save(canvas, seen)


def test_a_state_is_written(store: FolderStore) -> None:
    """The record of that number gets the state, the others stay, and the same again writes nothing."""
    _keep(store, _record("draft"), _record("draft", 2))
    saved = record_state(store, "one", 2, "declined")
    assert [record.state for record in saved.sheets] == ["draft", "declined"]
    assert record_state(store, "one", 2, "declined") == saved == store.load("one")
    assert record_state(store, "one", 9, "complete") == saved, "a canvas without such a record stays as it is"
    with pytest.raises(UnknownCanvas):
        record_state(store, "none", 1, "complete")


def test_a_race_is_lost_and_run_again(store: FolderStore, tmp_path: Path) -> None:
    """Where somebody else saves first, their change stays and the state is written into it; not for ever, though."""
    _keep(store, _record("draft"))
    saved = record_state(_Busy(tmp_path / "canvases", 3), "one", 1, "complete")
    assert (str(saved.title)[-3:], saved.sheets[0].state) == ("!!!", "complete")
    with pytest.raises(ChangedElsewhere):
        record_state(_Busy(tmp_path / "canvases", 99), "one", 1, "declined")


@pytest.mark.parametrize(
    ("name", "sheet", "state"),
    [
        ("sheet-1.yaml", _sheet("a", "b"), "complete"),
        ("draft-1.yaml", _refused(), "declined"),
        ("draft-1.yaml", _sheet("a"), "draft"),
        ("sheet-1.yaml", _sheet("a"), "draft"),
        ("sheet-1.yaml", maker.complete(), "draft"),
    ],
    ids=["complete", "declined", "half signed", "incomplete under a complete name", "another canvas's"],
)
@pytest.mark.parametrize("recorded", [True, False])
def test_records_follow_the_sheets(store: FolderStore, name: str, sheet: Sheet, state: str, recorded: bool) -> None:
    """After a crash between sheet and canvas, opening puts right what is on record, or was not yet; no more than so."""
    _keep(store, *([_record("draft")] if recorded else []))
    (_file(store).parent / name).write_bytes(sheet_yaml(sheet))
    found = use.opened(_home(store), "one")
    expected = [_record(state)] if recorded or state != "draft" else []
    assert list(found.sheets) == expected
    assert store.load("one") == found
    assert reconciled(store, found) == found


def test_what_cannot_be_read_says_nothing(store: FolderStore) -> None:
    """A broken file among the sheets changes no record and stops nobody from opening the canvas."""
    opened = _keep(store, _record("draft"))
    (_file(store).parent / "sheet-1.yaml").write_bytes(b"\xff")
    (_file(store).parent / "draft-2.yaml").mkdir()
    assert reconciled(store, opened) == opened


def test_opening_does_not_depend_on_it(store: FolderStore, tmp_path: Path) -> None:
    """Where the record cannot be saved just now, the canvas is opened as it is; an example has no records at all."""
    opened = _keep(store, _record("draft"))
    (_file(store).parent / "sheet-1.yaml").write_bytes(sheet_yaml(_sheet("a", "b")))
    assert reconciled(_Busy(tmp_path / "canvases", 99), opened) == opened
    example = store.load("example-bright-arch-blue-current")
    assert reconciled(store, example) == example


def test_beside_a_sheet(store: FolderStore, tmp_path: Path) -> None:
    """A canvas whose own folder a sheet was written to is brought up to date; any other folder is left alone."""
    _keep(store, _record("draft"))
    folder, elsewhere = _file(store).parent, tmp_path / "elsewhere"
    (folder / "sheet-1.yaml").write_bytes(sheet_yaml(_sheet("a", "b")))
    elsewhere.mkdir()
    (elsewhere / "canvas.yaml").write_text(canvas_to_text(ready_canvas(id="two")), encoding="utf-8")
    (elsewhere / "sheet-1.yaml").write_bytes(sheet_yaml(_sheet("a", "b")))
    for place in (folder, elsewhere, tmp_path):
        assert list(record_beside(_home(store), place)) == []
    assert store.load("one").sheets[0].state == "complete"
    assert sorted(path.name for path in elsewhere.iterdir()) == ["canvas.yaml", "sheet-1.yaml"]
    assert not (tmp_path / ".locks").exists()


def test_a_canvas_that_cannot_be_read(store: FolderStore) -> None:
    """Where the canvas beside a sheet is faulty, that is said, and the sheet stands."""
    _file(store).write_text("format: jtbd.canvas/1\nid: one\ntitel: x\n", encoding="utf-8")
    (said,) = record_beside(_home(store), _file(store).parent)
    assert said.startswith("the canvas beside it does not know yet, and will when it is opened next: ")
    assert "line 3" in said
