"""A clock that cannot be right is pointed out before its time is signed."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from jtbd.model.sheet import Sheet
from jtbd.sign.check.sheet import checked
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.store.codec import canvas_to_text
from jtbd.store.folder.sheets import SheetFolder
from jtbd.usecases.sheets.reading import Draft
from jtbd.usecases.sheets.wrongclock import changed_beside, wrong_clock
from tests.support import sheets as maker
from tests.support.builders import ready_canvas

NOW = dt.datetime(2026, 11, 27, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def _draft(folder: Path, sheet: Sheet | None = None, written: dt.datetime = NOW) -> Draft:
    found = sheet or maker.draft()
    path = folder / "draft-1.yaml"
    path.write_bytes(sheet_yaml(found))
    os.utime(path, (written.timestamp(), written.timestamp()))
    return Draft(1, str(path), checked(found))


def test_a_clock_that_may_be_right_says_nothing(tmp_path: Path) -> None:
    """What is earlier, or later by a minute, is no doubt."""
    near = NOW + dt.timedelta(minutes=1)
    assert wrong_clock(SheetFolder(tmp_path), _draft(tmp_path, written=near), near, NOW) == ()
    assert wrong_clock(SheetFolder(tmp_path), _draft(tmp_path), None, NOW) == ()


@pytest.mark.parametrize("ahead", [dt.timedelta(minutes=30), dt.timedelta(days=400)])
def test_what_is_later_is_named(ahead: dt.timedelta, tmp_path: Path) -> None:
    """The canvas's last change, the sheet's file and the other's signature are named with their times, here."""
    (doubt,) = wrong_clock(SheetFolder(tmp_path), _draft(tmp_path), NOW + ahead, NOW)
    assert doubt.startswith("This laptop's clock says 10:00 on 27 November 2026, but the meeting was last changed ")
    (doubt,) = wrong_clock(SheetFolder(tmp_path), _draft(tmp_path, written=NOW + ahead), None, NOW)
    assert "the sheet was written" in doubt
    half = maker.half_signed()
    at = maker.AT - ahead
    (doubt,) = wrong_clock(SheetFolder(tmp_path), _draft(tmp_path, half, at), None, at)
    assert "Ana Ruiz signed" in doubt


def test_the_canvas_beside_a_draft(tmp_path: Path) -> None:
    """It is found in the draft's folder or the one above, by its id."""
    folder = tmp_path / "sheets"
    folder.mkdir()
    of = ready_canvas(updated=NOW)
    (tmp_path / "canvas.yaml").write_text(canvas_to_text(of), encoding="utf-8")
    assert changed_beside(folder, of.id) == NOW
    assert changed_beside(folder, "another") is None
    assert changed_beside(tmp_path / "x" / "y", of.id) is None
