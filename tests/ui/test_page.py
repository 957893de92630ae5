"""The page and its style sheet: there before a run of the script is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import streamlit

from jtbd.figures.palette import DARK, LIGHT
from jtbd.ui import chunks, page
from tests.support.browser import Server, chromium, running_app
from tests.support.places import ROOT

_INDEX = Path(streamlit.__file__).with_name("static") / "index.html"


def test_the_page_is_streamlits_with_a_link_and_our_name() -> None:
    """Nothing else of Streamlit's page is another: without link, words, scripts and title both are the same."""
    text = page.page("en")
    ours = ("style.css", *page.FIRST, *page.SCRIPTS)
    assert [text.count(f"./{name}?") for name in ours] == [1] * len(ours)
    link = r'<link rel="stylesheet" href="./style\.css\?[0-9a-f]{16}">\n  '
    words = r'<script type="application/json" id="jtbd-words">\{[^<]*\}</script>\n  '
    first = r'(?:<script src="./[a-z]+\.js\?[0-9a-f]{16}"></script>\n  )'
    script = r'(?:<script type="module" src="./[a-z]+\.js\?[0-9a-f]{16}"></script>\n  )'
    added = f"{link}{words}{first}{{{len(page.FIRST)}}}{script}{{{len(page.SCRIPTS)}}}(?=</body>)"
    bare = re.sub(added, "", text)
    assert bare == _INDEX.read_text(encoding="utf-8").replace("<title>Streamlit<", "<title>Common Job<").replace(
        '<html lang="en">', '<html lang="en" translate="no">'
    )
    assert bare != text


def test_the_sheet_has_both_palettes() -> None:
    """Until the script tells the theme in use, the colours are those that the system asks for."""
    light, dark = page.sheet().split("@media (prefers-color-scheme: dark)", 1)
    assert f"--ink:{LIGHT.ink};" in light
    assert f"--ink:{DARK.ink};" in dark[:1000]


def test_every_style_sheet_is_joined_once() -> None:
    """Each folder of the screen has its own; a component brings one along, since the page's rules do not reach it."""
    ui = Path(page.__file__).parent
    files = {str(file.relative_to(ui)) for file in ui.rglob("*.css")}
    assert len(set(page.SHEETS)) == len(page.SHEETS)
    assert files - set(page.SHEETS) == {"paper/pad.css", "screens/rating/grid.css"}
    assert set(page.SHEETS) <= files


def test_no_rule_is_dropped_by_the_browser() -> None:
    """A pseudo-element within `:is` or `:where` matches nothing, and browsers say nothing of it."""
    sheets = [*(ROOT / "jtbd" / "ui").rglob("*.css")]
    assert len(sheets) > 2
    for sheet in sheets:
        rules = sheet.read_text(encoding="utf-8")
        assert re.findall(r":(?:is|where|has)\((?:[^(){}]|\([^()]*\))*?::", rules) == [], sheet.name


def test_what_draws_charts_goes_by_the_name_that_streamlit_gave_it() -> None:
    """The page fetches ahead what Streamlit's own page would ask for, in whatever version."""
    (chart,) = chunks.charts()
    static = _INDEX.parent / "static" / "js"
    assert (static.parents[1] / chart).is_file()
    assert any(Path(chart).name in file.read_text(encoding="utf-8") for file in static.glob("index.*.js"))
    assert f'const CHUNKS = ["{chart}"];' in page.script("early.js")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the app over an empty folder."""
    folder = str(tmp_path_factory.mktemp("canvases"))
    with running_app(env={"JTBD_CANVASES": folder, "JTBD_CONFIG": folder}) as running:
        yield running


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "ink"), [("light", LIGHT.ink), ("dark", DARK.ink)])
def test_the_look_is_there_before_the_script_runs(server: Server, scheme: Literal["light", "dark"], ink: str) -> None:
    """Without any run, and so without a word over the WebSocket, the page has our rules, after Streamlit's own."""
    with chromium() as browser:
        opened = browser.new_page(color_scheme=scheme)
        opened.route_web_socket(re.compile("_stcore/stream"), lambda _: None)  # taken, and never answered
        opened.goto(server.url)
        opened.wait_for_function("getComputedStyle(document.documentElement).getPropertyValue('--ink')")
        assert opened.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ink')") == ink
        assert opened.title() == "Common Job"
        last = opened.evaluate("document.styleSheets[document.styleSheets.length - 1].href")
        assert re.search(r"/style\.css\?[0-9a-f]{16}$", last)
