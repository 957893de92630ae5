"""The palette: legible on paper and card, and told apart by every kind of colour vision."""

from __future__ import annotations

import math
import re
import tomllib
from itertools import combinations
from typing import Final

import pytest

from jtbd.figures.palette import DARK, LIGHT, Palette, mix
from jtbd.figures.reach import ORDER, fill, hatching, lettering_on, outline
from jtbd.figures.svg_bar import HATCHES
from jtbd.figures.verdict_strip import TINTS
from jtbd.scoring import Verdict
from jtbd.ui.page import rules
from tests.support.places import ROOT

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

PALETTES: Final = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
TEXTS: Final = ("ink", "quiet", "a", "b", "contested")
MARKS: Final = (*TEXTS, "open")
APART: Final = 20
"""CIE 1976 ΔE; 2.3 is just noticeable side by side, so this holds across a page."""

WHITE_UNDER_A_CODE: Final = "#fff"
GREEN_OF_WHAT_HOLDS: Final = "#1f8a3b"

VISION: Final[dict[str, Matrix]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Machado, Oliveira & Fernandes 2009, severity 1, for linear RGB."""


def linear(colour: str) -> Triple:
    """Return a colour's linear RGB, each 0 to 1."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2."""
    low, high = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other)))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: Triple) -> Triple:
    """Return CIE L*a*b* (D65) of linear RGB."""
    r, g, b = (min(1.0, max(0.0, channel)) for channel in rgb)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, matrix: Matrix) -> Triple:
    """Return how a colour looks to that vision, in L*a*b*."""
    red, green, blue = (sum(m * c for m, c in zip(row, linear(colour), strict=True)) for row in matrix)
    return lab((red, green, blue))


@PALETTES
@pytest.mark.parametrize("ground", ["paper", "card"])
def test_text_and_marks_stand_out(palette: Palette, ground: str) -> None:
    """Every text colour reaches 4.5 : 1 and every mark 3 : 1 on paper and on card."""
    under = getattr(palette, ground)
    assert {name: contrast(getattr(palette, name), under) >= 4.5 for name in TEXTS} == dict.fromkeys(TEXTS, True)
    assert {name: contrast(getattr(palette, name), under) >= 3 for name in MARKS} == dict.fromkeys(MARKS, True)


@PALETTES
def test_text_reads_on_the_map(palette: Palette) -> None:
    """Labels on the map's tinted regions reach 4.5 : 1, and so do the points as marks 3 : 1."""
    for colour, share in TINTS.values():
        ground = mix(getattr(palette, colour), palette.paper, share / 100)
        assert contrast(palette.ink, ground) >= 4.5
        assert contrast(palette.contested, ground) >= 3
    colour, share = TINTS[Verdict.LITTLE_IN_COMMON]
    assert contrast(palette.quiet, mix(getattr(palette, colour), palette.paper, share / 100)) >= 4.5


@PALETTES
def test_text_reads_on_hatching(palette: Palette) -> None:
    """A share inside a bar reaches 4.5 : 1 on the bar and on the strokes of its hatching."""
    for part in ORDER:
        assert contrast(lettering_on(part, palette), fill(part, palette)) >= 4.5
        assert contrast(lettering_on(part, palette), hatching(part, palette)) >= 4.5


@PALETTES
def test_parts_have_edges_and_hatchings(palette: Palette) -> None:
    """Each part of a bar has an edge of 3 : 1 on both grounds, and no two parts are hatched alike."""
    for part in ORDER:
        assert contrast(outline(part, palette), palette.paper) >= 3
        assert contrast(outline(part, palette), palette.card) >= 3
    assert len({HATCHES.get(part) for part in ORDER}) == len(ORDER)


@PALETTES
def test_needs_read_on_what_is_contested(palette: Palette) -> None:
    """Rings and diamonds reach 3 : 1 on the tint of a contested row."""
    ground = mix(palette.contested, palette.paper, 0.12)
    assert min(contrast(colour, ground) for colour in (palette.a, palette.b, palette.contested)) >= 3


def grounds(palette: Palette) -> dict[str, str]:
    """Return every ground that the style sheet lays under text, by what it lays there."""
    return {
        "the page": palette.paper,
        "a field": mix(palette.card, palette.paper, 0.55),
        "a field with the pointer on it": palette.card,
        "a button with the pointer on it": mix(palette.ink, palette.paper, 0.07),
    }


@PALETTES
def test_every_text_reads_on_every_ground_of_the_screen(palette: Palette) -> None:
    """All text colours reach 4.5 : 1 on all grounds, and what bounds a field or a button 3 : 1."""
    for ground in grounds(palette).values():
        assert min(contrast(getattr(palette, name), ground) for name in TEXTS) >= 4.5
        assert contrast(palette.open, ground) >= 3


@PALETTES
def test_paper_reads_on_every_filled_mark(palette: Palette) -> None:
    """The letters of a button in ink, of a party's circle and of what both solve reach 4.5 : 1, hatching and all."""
    hovered = mix(palette.ink, palette.paper, 0.84)
    hatched = mix(palette.paper, palette.contested, 0.18)
    for mark in (palette.ink, hovered, palette.a, palette.b, palette.contested, hatched):
        assert contrast(palette.paper, mark) >= 4.5


@pytest.mark.parametrize(("palette", "theme"), [(LIGHT, "light"), (DARK, "dark")], ids=["light", "dark"])
def test_the_theme_is_the_palette(palette: Palette, theme: str) -> None:
    """Streamlit's own settings say the same colours, and its red reads wherever a field complains."""
    said = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"][theme]
    red = said.pop("redTextColor")
    assert said == {
        "primaryColor": palette.ink,
        "backgroundColor": palette.paper,
        "secondaryBackgroundColor": palette.card,
        "textColor": palette.ink,
        "borderColor": palette.rule,
        "linkColor": palette.ink,
    }
    assert min(contrast(red, ground) for ground in grounds(palette).values()) >= 4.5


def test_the_style_sheet_has_no_colour_of_its_own() -> None:
    """Colours come from the palette by name; text is in a text colour or in paper; no class of a build is relied on."""
    sheet = rules()
    sheet = re.sub(r"/\*.*?\*/|box-shadow:[^;]*;", "", sheet, flags=re.DOTALL)  # a shadow is of no colour
    assert "st-emotion" not in sheet
    said = set(re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\([^)]*\)|hsla?\([^)]*\)", sheet))
    assert said <= {WHITE_UNDER_A_CODE, GREEN_OF_WHAT_HOLDS}
    lettering = set(re.findall(r"(?<![-\w])color: var\(--([\w-]+)\)", sheet))
    assert "ink" in lettering
    assert lettering <= {*TEXTS, "paper"}


@PALETTES
@pytest.mark.parametrize("vision", VISION)
def test_the_three_colours_stay_apart(palette: Palette, vision: str) -> None:
    """Party a, party b and contested differ clearly for protan, deutan and tritan vision, too."""
    for one, other in combinations((palette.a, palette.b, palette.contested), 2):
        assert math.dist(seen(one, VISION[vision]), seen(other, VISION[vision])) >= APART


def test_the_measures_are_right() -> None:
    """Black on white is 21 : 1 and 100 apart in lightness; no vision shifts a grey."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert lab(linear("#FFFFFF"))[0] - lab(linear("#000000"))[0] == pytest.approx(100, abs=0.01)
    for matrix in VISION.values():
        assert seen("#808080", matrix) == pytest.approx(lab(linear("#808080")), abs=0.1)


def test_mixing() -> None:
    """A mixture lies between its two colours, and all or none of one is the colour itself."""
    assert mix("#FF0000", "#0000FF", 0) == "#0000FF"
    assert mix("#FF0000", "#0000FF", 1) == "#FF0000"
    assert mix("#FFFFFF", "#000000", 0.5) == "#808080"
