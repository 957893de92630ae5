"""A drawn signature as a picture within its own bounds."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from jtbd.pdf.mark import mark_image


@pytest.mark.parametrize(
    ("mark", "box"),
    [
        ("M0 0L60 30", (-1, -1, 62, 32)),
        ("M10 10l60 30", (9, 9, 62, 32)),
        ("M0 0H60V30h-60z", (-1, -1, 62, 32)),
        ("m0 0h60v30l-60 -30", (-1, -1, 62, 32)),
        ("M0 0C60 30 0 30 0 0", (-1, -1, 62, 32)),
        ("M0 0q60 30 0 0 60 30 0 0", (-1, -1, 62, 32)),
        ("M10 0L70 0z m-10 30 l0 0", (-1 + 0, -1, 72, 32)),
    ],
)
def test_bounds_take_in_every_stroke(mark: str, box: tuple[float, ...]) -> None:
    """Absolute and relative moves, lines and curves all count, with room for the pen around them."""
    found = [float(number) for number in ET.fromstring(mark_image(mark)).attrib["viewBox"].split()]  # noqa: S314

    assert found == pytest.approx(box, abs=0.4)


def test_a_dot_has_a_size() -> None:
    """A signature of one point is a picture all the same."""
    *_, width, height = ET.fromstring(mark_image("M5 5")).attrib["viewBox"].split()  # noqa: S314

    assert float(width) > 0
    assert float(height) > 0
