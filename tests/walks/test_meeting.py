"""The whole meeting in a real browser, from the empty app to a sheet that two have signed."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.browser import chromium, running_app
from tests.support.walk import Meeting, hold

pytestmark = pytest.mark.browser


def test_a_whole_meeting_ends_with_a_sheet_that_verifies(tmp_path: Path) -> None:
    """Two parties go through seven steps on a move of premises, both sign, and `jtbd verify` accepts what they took."""
    canvases, config = tmp_path / "canvases", tmp_path / "config"
    env = {"JTBD_CANVASES": str(canvases), "JTBD_CONFIG": str(config)}
    with running_app(env=env) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800}, accept_downloads=True)
        page.goto(server.url)
        meeting = Meeting(page)
        hold(meeting)
        sheet, pdf = _take_along(meeting, tmp_path)
        _come_back(meeting)
    assert _verify(sheet) == (0, "complete")
    assert _verify(pdf) == (0, "complete"), "the PDF is sealed"
    assert not list((config / "guest").iterdir()), "the guest's key is gone"


def _take_along(meeting: Meeting, folder: Path) -> tuple[Path, Path]:
    meeting.heading("Sheet 1 is signed by both")
    taken = []
    today = dt.datetime.now(dt.UTC).astimezone().date()
    for button, ending in (("The original", "yaml"), ("Sheet (PDF)", "pdf")):
        name = f"tallboy-networks-{today}.{ending}"
        with meeting.page.expect_download() as download:
            meeting.page.get_by_role("button", name=button).click()
        assert download.value.suggested_filename == name
        download.value.save_as(folder / name)
        taken.append(folder / name)
    return taken[0], taken[1]


def _come_back(meeting: Meeting) -> None:
    """A reload goes on where the meeting was, and the list shows the canvas."""
    meeting.page.reload()
    meeting.heading("Sheet 1 is signed by both")
    meeting.press("Common Job")
    meeting.heading("Your meetings")


def _verify(file: Path) -> tuple[int, str]:
    command = [sys.executable, "-m", "jtbd", "verify", str(file), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, json.loads(done.stdout)["outcome"]
