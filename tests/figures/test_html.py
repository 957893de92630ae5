"""Figures of HTML: text stays text, nothing is cut, whatever the canvas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, strategies as st
from playwright.sync_api import Page

from jtbd.figures.html import Html, element, join
from jtbd.figures.palette import LIGHT
from jtbd.model import Canvas
from jtbd.ui.page import rules
from tests.support.browser import chromium
from tests.support.builders import parties
from tests.support.figures_samples import MARKUP, PRINTED, every_kind, looked_at, many, moving, named
from tests.support.scoring_samples import sample
from tests.support.screens import HOSTILE

WIDTHS: Final = (340, 480, 1080)

_CUT = """([html, width]) => {
  const page = document.querySelector('main');
  page.style.width = width + 'px';
  page.innerHTML = html;
  for (const details of page.querySelectorAll('details')) details.open = true;
  const edge = page.getBoundingClientRect();
  return [...page.querySelectorAll('*')]
    .filter(part => !part.closest('.unseen') && [...part.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .map(part => { const range = document.createRange(); range.selectNodeContents(part);
                   return [part.textContent, range.getBoundingClientRect()]; })
    .filter(([_, box]) => box.width && (box.left < edge.left - 1 || box.right > edge.right + 1))
    .map(([said, box]) => said + ' ' + Math.round(box.left) + '–' + Math.round(box.right));
}"""


_BAR: Final = """([html, width]) => {
  const main = document.querySelector("main");
  main.style.width = `${width}px`;
  main.innerHTML = html;
  const shown = [...main.querySelectorAll(".bar:not(.bar-after) b")].filter((b) => b.getClientRects().length);
  const left = (node) => node.getBoundingClientRect().left;
  const reaches = [...main.querySelectorAll(".reach")].filter((reach) => reach.querySelector("i"));
  const apart = (reach) => Math.abs(left(reach.querySelector("i")) - left(reach.querySelector("span")));
  return [shown.map((b) => b.textContent), reaches.map(apart)];
}"""
"""Which numbers of a bar can be seen, and how far labels begin from their brackets."""


@given(st.text(max_size=40), st.text(max_size=40))
def test_text_stays_text(said: str, value: str) -> None:
    """Whatever is given as text or attribute comes out as it was, and opens no element."""
    written = element("p", said, element("b", said), title=value)
    assert written.count("<") == 4
    assert join(said) == element("i", said)[3:-4]
    assert isinstance(written, Html)


@pytest.mark.parametrize("name", PRINTED)
def test_no_text_is_markup(name: str) -> None:
    """Names and needs that look like tags, entities or Markdown are shown letter by letter."""
    for markup in (*MARKUP, *HOSTILE):
        tree = looked_at(PRINTED[name](named(markup[:20], f"{markup[:20]}.", markup)))
        links = {link.attributes["href"][:1] for link in tree.tags("a")}
        assert links <= {"#"}
        assert not tree.tags("img")


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("kind", every_kind())
def test_every_canvas_can_be_drawn(name: str, kind: str) -> None:
    """Every figure copes with every canvas, is well-formed, and is the same each time."""
    document = every_kind()[kind]
    drawn = PRINTED[name](document)
    looked_at(drawn)
    assert drawn == PRINTED[name](document)


@pytest.mark.parametrize("name", PRINTED)
def test_figures_have_no_colour_of_their_own(name: str) -> None:
    """Colours are the page's, so that a figure changes theme with it."""
    assert "#" not in PRINTED[name](moving()).replace('href="#', "")


def test_figures_of_many_aspects_are_small() -> None:
    """All figures of 200 aspects together are under 600 kB, and of the example's size under 60."""

    def size(document: Canvas) -> int:
        return sum(len(draw(document)) for draw in PRINTED.values())

    assert size(many()) < 600_000
    assert size(moving()) < 60_000


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """Return a page with the app's style sheet and the font that Streamlit brings."""
    streamlit = find_spec("streamlit")
    assert streamlit
    assert streamlit.origin
    font = next((Path(streamlit.origin).parent / "static").rglob("SourceSansVF-Upright*.woff2"))
    face = f"@font-face {{font-family: 'Source Sans'; font-weight: 200 900; src: url({font.as_uri()})}}"
    colours = "".join(f"--{name}:{colour};" for name, colour in asdict(LIGHT).items())
    sheet = rules()
    body = "body {margin: 0; font: 15px/1.5 'Source Sans'}"
    with chromium() as browser:
        opened = browser.new_page()
        opened.set_content(f"<!doctype html><style>:root{{{colours}}}{face}{sheet}{body}</style><main></main>")
        yield opened


@pytest.mark.browser
@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut(page: Page, name: str, width: int) -> None:
    """In a narrow window and in a wide one no text leaves its figure, opened rows included."""
    page.set_viewport_size({"width": width, "height": 900})
    for kind, document in every_kind().items():
        assert page.evaluate(_CUT, [PRINTED[name](document), width]) == [], kind


@pytest.mark.browser
@pytest.mark.parametrize(("width", "numbers"), [(1180, [29, 6, 29, 35]), (340, [29, 29, 35])])
def test_a_bar_says_its_numbers_where_there_is_room(page: Page, width: int, numbers: list[int]) -> None:
    """On a laptop a share of 6 % has its number, and each label stands at its bracket; on a phone what fits has one."""
    needs = [*["3c 3l"] * 5, "3c 3c", *["3l 3c"] * 5, *["3l 3l"] * 6]
    document = sample(*needs, parties=parties())
    page.set_viewport_size({"width": width, "height": 900})
    shown, apart = page.evaluate(_BAR, [PRINTED["job_bar"](document), width])
    assert [int(number.removesuffix("\u00a0%")) for number in shown] == numbers
    assert max(apart) < (4 if width > 1000 else 400)
