"""Streamlit's widgets on a page in another language: what they say of their own is said in it, too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.support.browser import acted, chromium, running_app, settle, write_app

pytestmark = pytest.mark.browser

PAGE: Final = """
import datetime as dt
import io

import streamlit as st
from PIL import Image

from jtbd.ui import language

language.speak_as_the_page()
drawn = io.BytesIO()
Image.new("RGB", (400, 200)).save(drawn, "PNG")
st.set_page_config(page_title="0", layout="wide")
st.html("<style>[data-testid='InputInstructions'] { display: none }</style>")  # as ours does
st.text_input("⟦text⟧", help="⟦help⟧", key="text")
st.text_input("⟦secret⟧", type="password", key="secret")
st.number_input("⟦number⟧", 1, 520, 3, key="number")
st.selectbox("⟦one of these⟧", ["⟦one⟧", "⟦two⟧"], 0, key="one")
st.selectbox("⟦or another⟧", ["⟦one⟧", "⟦two⟧"], None, key="another", accept_new_options=True)
st.multiselect("⟦several⟧", ["⟦one⟧", "⟦two⟧", "No results", "Select all"], ["⟦one⟧"], key="several")
st.date_input("⟦day⟧", value=dt.date(2026, 3, 3), key="day", format="YYYY-MM-DD")
st.date_input("⟦no day⟧", value=None, key="no-day", format="YYYY-MM-DD")
st.file_uploader("⟦file⟧", type=["pem"], key="file")
st.code("0000", language=None)
st.image(drawn.getvalue())
st.caption("No results")
st.button("⟦press⟧", key="press", help="⟦tip⟧")
if st.button("⟦ask⟧", key="ask"):
    st.dialog("⟦asked⟧")(lambda: st.caption("⟦answer⟧"))()
"""
PEOPLES: Final = ("No results", "Select all", "0.pem", "1.pem", "2.pdf", "PEM", "zzz")
CALENDAR: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
    *("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
)
"""What the browser itself writes; its English is not that of the catalogue."""

UNSAID: Final = r"""own => {
  const unsaid = [];
  const note = (text) => {
    let rest = text;
    for (let last; last !== rest;) rest = (last = rest).replace(/⟦[^⟦⟧]*⟧/g, "0");
    for (const word of own) rest = rest.replaceAll(word, "0");
    if (/(?<!\d[.\d]*)[A-Za-z]{2}/.test(rest)) unsaid.push(text);
  };
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node; (node = all.nextNode());) {
    const element = node.parentElement;
    if (node.nodeType === Node.TEXT_NODE) {
      const hidden = "script, style, noscript, [data-testid=stIconMaterial], [data-testid=InputInstructions]";
      if (!element.closest(hidden)) note(node.data);
    } else for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext"]) {
      if (node.hasAttribute(name)) note(node.getAttribute(name));
    }
  }
  return unsaid;
}"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Open a page with each of the widgets that our pages have, in the pseudo-language."""
    folder: Path = tmp_path_factory.mktemp("widgets")
    app = write_app(folder / "app", PAGE)
    env = {"JTBD_LANGUAGE": "en-XA", "JTBD_CANVASES": str(folder), "JTBD_CONFIG": str(folder)}
    with running_app(app, env=env) as server, chromium() as browser:
        opened = browser.new_page(viewport={"width": 1280, "height": 900})
        opened.goto(server.url)
        settle(opened)
        expect(_part(opened, "ask")).to_be_visible()
        yield opened


def _part(page: Page, key: str) -> Locator:
    return page.locator(f".st-key-{key}")


def _all_is_said(page: Page) -> None:
    page.wait_for_timeout(300)
    assert page.evaluate(UNSAID, [*PEOPLES, *CALENDAR]) == []


def test_what_stands_there_at_first_is_said(page: Page) -> None:
    """Names of buttons, placeholders and hints of all widgets are said in the language of the page."""
    _all_is_said(page)


def test_what_people_wrote_is_left(page: Page) -> None:
    """A text or an option of people's that Streamlit could say, too, stays as it is."""
    _part(page, "several").locator("input").click()
    for words in ("No results", "Select all"):
        expect(page.get_by_role("option", name=words, exact=True)).to_have_count(1)
    expect(page.get_by_test_id("stCaptionContainer").get_by_text("No results", exact=True)).to_be_visible()
    _all_is_said(page)
    page.keyboard.press("Escape")


def test_lists_are_said(page: Page) -> None:
    """An open list, a search without a result, a word that can be added, and matches of which all can be taken."""
    for key, typed in (("one", "zzz"), ("another", "zzz"), ("several", "o"), ("several", "zzz")):
        _part(page, key).locator("input").click()
        _all_is_said(page)
        page.keyboard.type(typed)
        _all_is_said(page)
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        page.mouse.click(1270, 5)
        acted(page)


def test_the_calendar_is_said(page: Page) -> None:
    """A calendar, by mouse and by key, and what is wrong with a day; months and weekdays are the browser's."""
    for key in ("day", "no-day"):
        _part(page, key).locator("[role=spinbutton]").first.click()
        _all_is_said(page)
        page.keyboard.press("Escape")
        _part(page, key).get_by_test_id("stDateInputCalendarButton").click()
        _all_is_said(page)
        page.keyboard.press("Escape")
    _part(page, "day").locator("[role=spinbutton]").first.click()
    page.keyboard.type("1999")
    page.keyboard.press("Escape")
    expect(_part(page, "day").get_by_role("alert")).to_contain_text("2016")
    _all_is_said(page)


def test_numbers_and_passphrases_are_said(page: Page) -> None:
    """Why a number will not do, and what shows a passphrase."""
    _part(page, "number").locator("input").fill("700")
    page.keyboard.press("Enter")
    expect(_part(page, "number").get_by_role("alert")).to_contain_text("520")
    _all_is_said(page)
    _part(page, "secret").locator("input").fill("x")
    _part(page, "secret").get_by_role("button").click()
    _all_is_said(page)


def test_files_are_said(page: Page) -> None:
    """A file that was taken, one that is too large, one of another kind."""
    for name, size in (("0.pem", 10), ("1.pem", 2_000_000), ("2.pdf", 10)):
        file = FilePayload(name=name, mimeType="application/octet-stream", buffer=b"0" * size)
        _part(page, "file").locator("input").set_input_files([file])
        acted(page)
        expect(_part(page, "file")).to_contain_text(name)
        _all_is_said(page)


def test_what_the_mouse_brings_is_said(page: Page) -> None:
    """Hints beside a label and a button, what copies, what makes a picture large."""
    for place in (
        _part(page, "text").get_by_role("button"),
        _part(page, "press"),
        page.get_by_test_id("stImage").locator("img"),
    ):
        place.hover()
        page.wait_for_timeout(400)
        _all_is_said(page)
    page.get_by_test_id("stCode").hover()
    page.get_by_test_id("stCode").get_by_role("button").click()
    _all_is_said(page)


def test_dialogs_are_said(page: Page) -> None:
    """What closes a dialog."""
    _part(page, "ask").get_by_role("button").click()
    expect(page.get_by_role("dialog")).to_contain_text("answer")
    _all_is_said(page)
