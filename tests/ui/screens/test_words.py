"""What a florist reads once a sheet is there: no word of the trade, but under its fold, on no page and on no paper."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.support.places import GOLDEN
from tests.support.screens import TRADE, Desk, Tab
from tests.support.stages import stages
from tests.support.states import states

HERE: Final = {"canvas": "test-canvas", "step": "sign"}
FOLD: Final = "For experts:"
"""Where on the paper begins what is for experts."""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return folders with a sheet that nobody, one and both have signed, with all that can be printed on it."""
    return stages(tmp_path_factory.mktemp)


def _as_signed(_: Desk) -> None:
    """Leave everything as it was signed."""


def _changed(desk: Desk) -> None:
    canvas = desk.read("test-canvas")
    desk.put(canvas.revise(commitments=canvas.commitments[:1]))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("frozen", _as_signed),
        ("half signed", _as_signed),
        ("half signed", _changed),
        ("signed by both", _as_signed),
        ("signed by both", _changed),
    ],
)
def test_no_word_of_the_trade_beside_a_sheet(
    name: str, change: Callable[[Desk], None], folders: dict[str, Path], desk: Desk
) -> None:
    """While a sheet is read, signed, taken along, and changed since, a florist looks nothing up."""
    shutil.copytree(folders[name], desk.canvases.parent, dirs_exist_ok=True)
    change(desk)
    for query in (HERE, {}, {**HERE, "step": "commitments"}):
        tab = Tab(**query)
        assert [text for text in tab.plainly() if TRADE.search(text)] == [], query


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "state", [state for state in states() if state.name.split("-")[0] in {"draft", "half", "complete", "declined"}]
)
def test_no_word_of_the_trade_where_a_sheet_is_checked(state: tuple[str, bytes, str]) -> None:
    """Whatever sheet is dropped on the page that checks it, what it says needs no dictionary."""
    tab = Tab(check="sheet")
    tab.app.file_uploader[0].upload("sheet-1.yaml", state[1])
    assert [text for text in tab.run().plainly() if TRADE.search(text)] == []


@pytest.mark.parametrize("name", ["complete", "declined", "draft", "sealed"])
def test_no_word_of_the_trade_on_paper(name: str) -> None:
    """The printed sheet, in each of its states, says what was agreed in everyday words, and the rest at its end."""
    text, fold, _ = (GOLDEN / f"sheet-{name}.txt").read_text(encoding="utf-8").partition(FOLD)
    assert fold
    assert TRADE.findall(text) == []
