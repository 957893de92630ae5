"""Where things are: what was said, the checkout, or the platform's folders."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import platformdirs
import pytest

from jtbd.errors import UnreadableFile
from jtbd.model.ids import LONGEST_CANVAS_ID
from jtbd.store.folder.places import canvases_folder, config_folder, examples_folder, too_long
from tests.support.places import ROOT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a folder that looks like a checkout of this project."""
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "jtbd"\n', encoding="utf-8")
    (tmp_path / "docs" / "deep").mkdir(parents=True)
    return tmp_path


def test_what_is_said_beats_what_is_found(checkout: Path) -> None:
    """`--canvases`, then `JTBD_CANVASES`, then the checkout; relative paths count from where the person is."""
    env = {"JTBD_CANVASES": "/from/env"}
    assert canvases_folder("/said", env, checkout) == Path("/said")
    assert canvases_folder("here", env, checkout) == checkout / "here"
    assert canvases_folder(None, env, checkout) == Path("/from/env")
    assert canvases_folder(None, {"JTBD_CANVASES": "~/mine"}, checkout) == Path.home() / "mine"
    assert canvases_folder(None, {"JTBD_CANVASES": "~no-such-person/x"}, checkout) == checkout / "~no-such-person/x"


def test_a_checkout_keeps_its_canvases_itself(checkout: Path) -> None:
    """Anywhere inside a checkout its own `canvases` is meant, also where the setting is there but blank."""
    for cwd in (checkout, checkout / "docs" / "deep"):
        assert canvases_folder(None, {"JTBD_CANVASES": ""}, cwd) == checkout / "canvases"


@pytest.mark.parametrize("text", ['[project]\nname = "other"\n', "[tool.x]\n", "project = 1\n", "not toml", "\xff"])
def test_elsewhere_the_platform_says_where(tmp_path: Path, text: str) -> None:
    """Outside a checkout, whatever project is there, canvases go to the platform's data folder."""
    (tmp_path / "pyproject.toml").write_bytes(text.encode("latin-1"))
    found = canvases_folder(None, {}, tmp_path)
    assert found == platformdirs.user_data_path("jtbd", appauthor=False) / "canvases"


def test_the_examples_are_those_of_this_program() -> None:
    """The examples are found from any folder: next to the package in a checkout."""
    assert examples_folder() == ROOT / "canvases"


def test_keys_are_never_among_the_canvases(tmp_path: Path) -> None:
    """The config folder is the platform's or `JTBD_CONFIG`, and not inside the canvases."""
    assert config_folder({"JTBD_CONFIG": str(tmp_path)}) == tmp_path
    config = config_folder({})
    assert config == platformdirs.user_config_path("jtbd", appauthor=False)
    assert not config.is_relative_to(canvases_folder(None, {}, tmp_path))


def test_a_file_is_no_folder_of_canvases(tmp_path: Path) -> None:
    """A file where the folder of canvases should be is named, rather than passed over for the examples."""
    (tmp_path / "canvas.yaml").touch()
    for override, env in (("canvas.yaml", {}), (None, {"JTBD_CANVASES": str(tmp_path / "canvas.yaml")})):
        with pytest.raises(UnreadableFile, match="is no folder"):
            canvases_folder(override, env, tmp_path)


def test_a_root_under_which_paths_would_break_is_told() -> None:
    """On Windows, with its length and with what to choose; a usual one, and any on other systems, is none."""
    usual = PureWindowsPath(r"C:\Users\ana.ruiz\OneDrive - Harbour Estates\Documents\canvases")
    long = usual / ("Kundenprojekte " * 4).strip()
    assert too_long(usual, windows=True) == ""
    assert too_long(long, windows=False) == ""
    said = too_long(long, windows=True)
    assert f"{len(str(long))} characters" in said
    assert "--canvases" in said
    room = int(said.rpartition("at most ")[2].split()[0])
    longest = f"{'x' * room}/{'i' * LONGEST_CANVAS_ID}/history/999999999999999-20261127T090211Z-hand.yaml.gz"
    assert len(longest) < 259
    assert too_long(PureWindowsPath("x" * room), windows=True) == ""
