"""The small bar of a list: a split without letters."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from jtbd.figures.glance_svg import glance_svg, glance_words
from jtbd.figures.lettering import party_names
from jtbd.figures.palette import DARK, LIGHT, Palette
from jtbd.model import Dimension
from jtbd.scoring import overlap
from tests.support.figures_samples import every_kind

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", every_kind())
def test_it_draws_every_split_and_says_it(kind: str, palette: Palette) -> None:
    """Each part that has weight is one block in the bar, none leaves it, and its words are the text alternative."""
    document = every_kind()[kind]
    split, names = overlap(document).split[Dimension.FUNCTIONAL], party_names(document)
    root = ET.fromstring(glance_svg(split, names, palette, width=100))  # noqa: S314 - our own
    words = glance_words(split, names)
    blocks = [block for block in root.iter(f"{SVG}rect") if not str(block.get("fill")).startswith("url")]
    assert len(blocks) == (words.count(",") + 1 if words else 0)
    assert all(float(block.get("x", 0)) + float(block.get("width", 0)) <= 100 for block in blocks)
    assert (root.findtext(f"{SVG}desc") or "") == words
    assert not list(root.iter(f"{SVG}text"))
