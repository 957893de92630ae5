"""Whatever a script or the handler of a button raises is told in our words, and nothing of it in the browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import chromium, running_app, settle, write_app
from builders import ready_canvas
from screens import Desk, Tab

from jtbd.ui.screens import library

OURS = "The program made a mistake."

SCRIPT = """
import streamlit as st
from jtbd.errors import CannotWrite

def fall():
    raise RuntimeError("secret detail")

def refuse():
    raise CannotWrite("one/canvas.yaml", "the disk is full")

st.button("Fall", on_click=fall)
st.button("Refuse", on_click=refuse)
"""


def test_a_script_that_raises(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that cannot be drawn says what is saved, what is not and what to do."""
    desk.put(ready_canvas())

    def fall(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(library, "_list", fall)
    tab = Tab()
    assert tab.says(OURS)
    assert tab.says("Reload the page to go on, and do that once more.")
    assert not any("secret detail" in text for text in tab.texts())


@pytest.mark.browser
def test_a_handler_that_raises(tmp_path: Path) -> None:
    """A click that goes wrong ends in our words, and a failure with a name in its own; none of Streamlit's."""
    app = write_app(tmp_path / "app", SCRIPT)
    with running_app(app, env={"JTBD_CANVASES": str(tmp_path / "canvases")}) as server, chromium() as browser:
        page = browser.new_page()
        page.goto(server.url)
        settle(page)
        page.get_by_role("button", name="Fall").click()
        page.get_by_text(OURS).wait_for()
        shown = page.inner_text("body")
        assert "secret detail" not in shown
        assert "encountered an error" not in shown
        page.reload()
        settle(page)
        page.get_by_role("button", name="Refuse").click()
        page.get_by_text("one/canvas.yaml could not be written: the disk is full").wait_for()
        assert "secret detail" in server.output, "the terminal tells what it was"
