"""Whatever a script, a part of it or a button's handler raises is told in our words, and none of it in the browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from jtbd.ui import failures
from jtbd.ui.screens.library import cards
from tests.support.browser import Server, chromium, running_app, settle, write_app
from tests.support.builders import ready_canvas
from tests.support.screens import Desk, Tab

OURS = "The program made a mistake."

SCRIPT = """
import streamlit as st
from jtbd.errors import CannotWrite
from jtbd.ui import net

class PanicException(BaseException):  # as pyo3's: no `Exception`
    pass

def fall():
    raise RuntimeError("secret detail")

def refuse():
    raise CannotWrite("one/canvas.yaml", "the disk is full")

def panic():
    raise PanicException("index out of bounds")

@st.fragment
def part():
    if st.button("Fall in a part"):
        fall()
    if st.button("Panic in a part"):
        panic()
    if st.button("Run a part again"):
        st.rerun()

net.spread()
with net.under():
    st.button("Fall", on_click=fall)
    st.button("Refuse", on_click=refuse)
    st.button("Panic", on_click=panic)
    part()
    if st.button("Fall below"):
        fall()
    if st.button("Panic below"):
        panic()
    if st.button("Stop"):
        st.stop()
    st.write("the end of the page")
"""


class PanicException(BaseException):
    """As pyo3's."""


@pytest.mark.parametrize("failure", [RuntimeError("secret detail"), PanicException("secret detail")])
def test_a_script_that_raises(
    failure: BaseException, desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page that cannot be drawn says what is saved, what is not and what to do; once that is over it goes on."""
    desk.put(ready_canvas())

    def fall(*_: object) -> None:
        raise failure

    with monkeypatch.context() as patch:
        patch.setattr(cards, "show", fall)
        tab = Tab()
        assert tab.says(OURS)
        assert tab.says("All that the screen had shown as saved is on disk.")
        assert tab.says("go on, and do that once more.")
        assert not any("secret detail" in text for text in tab.texts())
    name = type(failure).__name__
    assert f"A mistake of the program: {name}: secret detail, in library/page.py line " in capsys.readouterr().err
    assert not tab.press("go-on").says(OURS)


def test_the_terminal_gets_one_line_on_which_nothing_acts(capsys: pytest.CaptureFixture[str]) -> None:
    """What a failure carries may be a stranger's text."""
    failures.tell(ValueError("a\nb\x1b[2J" + "c" * 5000))
    said = capsys.readouterr().err
    assert said.startswith("A mistake of the program: ValueError: a\\nb\\x1b[2Jccc")
    assert said.count("\n") == 1
    assert len(said) < 500


@pytest.fixture(scope="module")
def falling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, Server]]:
    """Return a page of buttons that fall, and the server behind it."""
    app = write_app(tmp_path_factory.mktemp("net") / "app", SCRIPT)
    env = {"JTBD_CANVASES": str(app.parent / "canvases")}
    with running_app(app, env=env) as server, chromium() as browser:
        page = browser.new_page()
        page.goto(server.url)
        settle(page)
        yield page, server


def said_in_terminal(server: Server) -> list[str]:
    """Return the lines in the terminal, without those that `streamlit run` writes of each request."""
    return [line for line in server.output.splitlines() if "HTTP/1.1" not in line]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("button", "said", "terminal"),
    [
        ("Fall", OURS, "RuntimeError: secret detail"),
        ("Panic", OURS, "PanicException: index out of bounds"),
        ("Fall in a part", OURS, "RuntimeError: secret detail"),
        ("Panic in a part", OURS, "PanicException: index out of bounds"),
        ("Fall below", OURS, "RuntimeError: secret detail"),
        ("Panic below", OURS, "PanicException: index out of bounds"),
        ("Refuse", "one/canvas.yaml could not be written: the disk is full", ""),
    ],
)
def test_whatever_falls(button: str, said: str, terminal: str, falling: tuple[Page, Server]) -> None:
    """Handler, part and page, a panic of a library too: our words, the page goes on, one line in the terminal."""
    page, server = falling
    before = said_in_terminal(server)
    page.get_by_role("button", name=button, exact=True).click()
    page.get_by_text(said).wait_for()
    settle(page)
    shown = page.inner_text("body")
    assert not any(word in shown for word in ("secret", "bounds", "encountered an error", "Streamlit"))
    told = said_in_terminal(server)[len(before) :]
    assert len(told) == bool(terminal), told
    assert all(line.startswith(f"A mistake of the program: {terminal}, in main.py line ") for line in told)
    page.get_by_role("button", name="Go on here").click()
    expect(page.get_by_text(said)).to_have_count(0)
    page.get_by_text("the end of the page").wait_for()


@pytest.mark.browser
@pytest.mark.parametrize("button", ["Stop", "Run a part again"])
def test_what_ends_a_run_on_purpose_passes(button: str, falling: tuple[Page, Server]) -> None:
    """Stopping and running again are no failures."""
    page, server = falling
    before = said_in_terminal(server)
    page.get_by_role("button", name=button).click()
    page.wait_for_timeout(300)
    settle(page)
    assert OURS not in page.inner_text("body")
    assert said_in_terminal(server) == before
