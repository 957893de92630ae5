"""A canvas by its file, its folder or its id."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from jtbd.errors import UnknownCanvas, UnreadableFile
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.resolve import canvas_file
from tests.support.builders import canvas


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    """Return a store with the canvas `harbour-northline`."""
    made = FolderStore(tmp_path / "canvases", None, lambda: dt.datetime.now(dt.UTC))
    made.create(canvas(id="harbour-northline"))
    return made


def found(store: FolderStore, name: str) -> Path:
    """Return the file that is meant by a name."""
    return canvas_file(name) or Path(store.place(name))


def test_file_folder_and_id_mean_the_same(store: FolderStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it is called, the canvas's file is found, also from within the folder."""
    folder = tmp_path / "canvases" / "harbour-northline"
    for name in ("harbour-northline", str(folder), str(folder / "canvas.yaml")):
        assert found(store, name) == folder / "canvas.yaml"
    monkeypatch.chdir(folder)
    assert found(store, ".").samefile(folder / "canvas.yaml")
    assert found(store, "canvas.yaml").samefile(folder / "canvas.yaml")


def test_a_file_anywhere_will_do(store: FolderStore, tmp_path: Path) -> None:
    """A canvas need not be among the saved ones."""
    (tmp_path / "other.yaml").touch()
    assert found(store, str(tmp_path / "other.yaml")) == tmp_path / "other.yaml"


def test_a_misspelt_id_names_the_near_ones(store: FolderStore) -> None:
    """Who mistypes an id, or gives a part of it, reads what could have been meant."""
    for name in ("harbor-northlin", "northline", "quite different", "", "x" * 5000, "a\0b"):
        with pytest.raises(UnknownCanvas) as caught:
            found(store, name)
        assert "harbour-northline" in caught.value.remedy


def test_a_path_that_leads_nowhere_is_named(store: FolderStore, tmp_path: Path) -> None:
    """What is clearly a path is not looked up among the ids."""
    for name, reason in (
        (str(tmp_path / "none" / "canvas.yaml"), "there is no such file"),
        ("missing.yaml", "there is no such file"),
        (str(tmp_path), "is a folder without a canvas.yaml"),
    ):
        with pytest.raises(UnreadableFile, match=reason):
            found(store, name)
