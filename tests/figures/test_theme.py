"""The common look, and text that stays text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import plotly
import pytest
from playwright.sync_api import Page

from jtbd.figures import theme
from jtbd.figures.palette import DARK, LIGHT, Palette
from tests.support.browser import chromium
from tests.support.figures_samples import FIGURES, MARKUP, drawing, every_kind, moving, named, texts

OWN_TAGS = ("<br>", "<b>", "</b>", "</span>", "<extra></extra>")
TEMPLATES = {"%{customdata[0]}<extra></extra>", "%{customdata[1]}<extra></extra>"}

_DRAW = """async ([figure, config, width]) => {
  const place = document.createElement('div');
  place.style.width = width + 'px';
  document.body.replaceChildren(place);
  await Plotly.newPlot(place, figure.data, figure.layout, config);
  const edge = place.getBoundingClientRect();
  return [...place.querySelectorAll('svg text')]
    .filter(text => text.textContent.trim() && !(text.getAttribute('transform') || '').includes('scale(0)'))
    .map(text => [text.textContent, text.getBoundingClientRect()])
    .filter(([_, box]) => box.width > 0)
    .map(([said, box]) => ({said, left: box.left - edge.left, right: edge.right - box.right,
                            top: box.top - edge.top, bottom: edge.bottom - box.bottom,
                            width: box.width, height: box.height}));
}"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Return a page of a real browser with plotly and the font that Streamlit brings."""
    streamlit = find_spec("streamlit")
    assert streamlit
    assert streamlit.origin
    font = next((Path(streamlit.origin).parent / "static").rglob("SourceSansVF-Upright*.woff2"))
    script = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    face = f"@font-face {{font-family: 'Source Sans'; font-weight: 200 900; src: url({font.as_uri()})}}"
    file = tmp_path_factory.mktemp("figures") / "page.html"
    style, source = f"<style>{face} body {{margin: 0}}</style>", f"<script src={script.as_uri()}></script>"
    file.write_text(f"<!doctype html><meta charset=utf-8>{style}{source}", encoding="utf-8")
    with chromium() as browser:
        opened = browser.new_page()
        opened.goto(file.as_uri())
        loaded = "Promise.all(['', 'bold '].map(weight => document.fonts.load(weight + '13px Source Sans')))"
        assert opened.evaluate(f"{loaded}.then(faces => faces.flat().length)") == 2
        yield opened


def labels(page: Page, figure: Any, width: int) -> list[dict[str, Any]]:
    """Draw a figure and return its texts with their distances from its edges and their sizes."""
    drawn: list[dict[str, Any]] = page.evaluate(_DRAW, [json.loads(figure.to_json()), dict(theme.CONFIG), width])
    return drawn


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("markup", MARKUP)
def test_no_text_is_markup(name: str, markup: str) -> None:
    """Names and needs that look like tags, links, entities, templates or TeX reach plotly escaped."""
    figure = drawing(name, named(markup, f"{markup}.", markup)).to_plotly_json()
    for key, text in texts(figure):
        if key == "hovertemplate":
            assert text in TEMPLATES
            continue
        bare = text
        for tag in OWN_TAGS:
            bare = bare.replace(tag, "")
        assert "$" not in bare
        assert "%{" not in bare
        assert "<" not in bare.replace('<span style="color:', "")


def test_escaping() -> None:
    """Every character with a meaning becomes an entity."""
    assert theme.escape("<b>&$%{x}") == "&lt;b&gt;&amp;&#36;&#37;{x}"


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", every_kind())
def test_every_canvas_can_be_drawn(name: str, palette: Palette, kind: str) -> None:
    """Every figure copes with every canvas, takes its colours from the palette, and lies on what is beneath it."""
    figure = drawing(name, every_kind()[kind], palette)
    assert figure.layout.paper_bgcolor == figure.layout.plot_bgcolor == "rgba(0,0,0,0)"
    assert figure.layout.font.color == palette.ink
    assert set(figure.layout.colorway) == {palette.a, palette.b, palette.contested, palette.open}
    assert figure.layout.annotations


def test_the_same_canvas_gives_the_same_figure() -> None:
    """Figures are pure: drawn twice, they are equal."""
    for name in FIGURES:
        assert drawing(name, moving()).to_json() == drawing(name, moving()).to_json()


@pytest.mark.browser
def test_markup_shows_as_it_stands(page: Page) -> None:
    """A browser shows each name letter by letter, and makes no link of it."""
    for markup in MARKUP:
        shown = labels(page, drawing("value_bars", named(markup[:20], "Northline")), 600)
        assert any(markup[:20] in label["said"] for label in shown)
        assert not page.locator("svg a").count()


@pytest.mark.browser
@pytest.mark.parametrize("name", FIGURES)
def test_no_label_is_cut_or_covered(page: Page, name: str) -> None:
    """In the narrowest figure no text leaves it and none lies on another."""
    for kind, document in every_kind().items():
        found = labels(page, drawing(name, document), theme.NARROWEST)
        assert found
        for place, label in enumerate(found):
            assert min(label["left"], label["right"], label["top"], label["bottom"]) > -1, (kind, label)
            for other in found[place + 1 :]:
                assert not _covers(label, other), (kind, label["said"], other["said"])


def _covers(one: dict[str, Any], other: dict[str, Any]) -> bool:
    across: float = min(one["left"] + one["width"], other["left"] + other["width"]) - max(one["left"], other["left"])
    down: float = min(one["top"] + one["height"], other["top"] + other["height"]) - max(one["top"], other["top"])
    return across > 1 and down > 4
