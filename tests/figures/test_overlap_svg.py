"""The small overlap pictures as SVG."""

from __future__ import annotations

import math
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import typst

from jtbd.figures.overlap_svg import overlap_svg
from jtbd.figures.palette import DARK, LIGHT
from jtbd.figures.reach import ORDER, fill, hatching
from jtbd.figures.sheet_svg import sheet_svg
from jtbd.figures.words import DIMENSIONS
from jtbd.model import Canvas
from jtbd.scoring import overlap
from tests.support.builders import canvas
from tests.support.figures_samples import MARKUP, every_kind, moving, named
from tests.support.places import ROOT
from tests.support.sheets import draft

SVG = "{http://www.w3.org/2000/svg}"


def picture(document: Canvas, width: int = 360) -> ET.Element:
    """Return the parsed picture of a canvas."""
    return ET.fromstring(overlap_svg(document, overlap(document), LIGHT, width=width))  # noqa: S314 - our own


def words(root: ET.Element) -> list[str]:
    """Return the texts of a picture, without no-break spaces."""
    return ["".join(text.itertext()).replace("\u00a0", " ") for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("kind", every_kind())
def test_well_formed_for_every_canvas(kind: str) -> None:
    """Every canvas gives well-formed SVG with a text alternative, plain enough for print."""
    document = every_kind()[kind]
    written = overlap_svg(document, overlap(document), LIGHT)
    root = picture(document)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc")
    assert not re.search(r"foreignObject|var\(|<style|<script|href|class=", written)


def test_it_says_the_shares() -> None:
    """Each dimension is named with what is contested and open and with each party's reach."""
    text = words(picture(moving()))
    titles = [title.said() for title in DIMENSIONS.values()]
    assert [word for word in text if word in titles] == titles
    assert "both 9 %, open 14 %" in text
    assert "Harbour Estates solves 40 %" in text
    assert "Northline Cabling solves 55 %" in text


@pytest.mark.parametrize("markup", MARKUP)
def test_names_are_text(markup: str) -> None:
    """A name that looks like markup is shown letter by letter."""
    document = named(markup[:24], "Northline")
    assert any(markup[:24] in text for text in words(picture(document)))


def test_width() -> None:
    """The picture is as wide as asked for, and nothing starts or ends outside it."""
    for width in (300, 480):
        root = picture(moving(), width)
        assert root.get("width") == str(width)
        for rect in root.findall(f".//{SVG}g/{SVG}rect"):
            assert 0 <= float(rect.attrib["x"]) <= float(rect.attrib["x"]) + float(rect.attrib["width"]) <= width


def test_patterns_are_kept_apart() -> None:
    """The light and the dark picture can stand on one page: no id of one is in the other."""
    document = moving()
    light, dark = (
        set(re.findall(r'id="([^"]+)"', overlap_svg(document, overlap(document), palette))) for palette in (LIGHT, DARK)
    )
    assert len(light) == len(dark) == 3
    assert not light & dark


def test_drawn_anew_it_is_the_same() -> None:
    """The same canvas gives the same bytes."""
    document = moving()
    assert overlap_svg(document, overlap(document), DARK) == overlap_svg(document, overlap(document), DARK)


def test_an_empty_canvas_says_what_is_missing() -> None:
    """Without aspects each dimension says that nothing matters yet."""
    assert words(picture(canvas())).count("nothing here matters to either yet") == 3


def test_the_sheet_shows_what_is_signed() -> None:
    """The picture on a sheet is of its signed split, with the parties as the sheet names them."""
    root = ET.fromstring(sheet_svg(draft().commitment, LIGHT))  # noqa: S314 - our own
    text = words(root)
    assert "both 8 %, open 17 %" in text
    assert "Harbour Estates solves 50 %" in text
    assert "Northline Cabling solves 42 %" in text
    assert "only Harbour Estates 42" in (root.findtext(f"{SVG}desc") or "")


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm is not installed")
def test_typst_prints_it(tmp_path: Path) -> None:
    """On a page set by typst are the colours of all parts, and of the hatchings over them."""
    document = moving()
    (tmp_path / "overlap.svg").write_text(overlap_svg(document, overlap(document), LIGHT), encoding="utf-8")
    (tmp_path / "page.typ").write_text('#image("overlap.svg", width: 360pt)', encoding="utf-8")
    (tmp_path / "page.pdf").write_bytes(typst.compile(tmp_path / "page.typ"))
    _, _, _, pixels = subprocess.check_output(["pdftoppm", "-r", "144", tmp_path / "page.pdf"]).split(b"\n", 3)
    seen = {pixels[place : place + 3] for place in range(0, len(pixels), 3)}
    for part in ORDER:
        assert bytes.fromhex(fill(part, LIGHT)[1:]) in seen
    strokes = [bytes.fromhex(hatching(part, LIGHT)[1:]) for part in ("contested", "only_b", "open")]
    assert all(min(math.dist(stroke, pixel) for pixel in seen) < 12 for stroke in strokes)


def test_no_plotly() -> None:
    """Importing the pictures, which are drawn after every answer, does not import plotly."""
    check = "import sys, jtbd.figures.overlap_svg, jtbd.figures.sheet_svg; sys.exit('plotly' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], cwd=ROOT, check=False).returncode == 0
