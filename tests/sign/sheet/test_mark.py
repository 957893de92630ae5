"""Drawn signatures: plain strokes only."""

from __future__ import annotations

import pytest

from jtbd.errors import UnusableMark
from jtbd.model.mark import LONGEST_MARK, segments
from jtbd.sign.sheet.mark import checked_mark, mark_from_svg


@pytest.mark.parametrize(
    "path",
    ["", "M1 2", "M1 2L3 4", "m1.5,2.25 l-3,4 5,6z", "M0 0 C1 1 2 2 3 3 4 4 5 5 6 6", "M1 2H3V4Q1 2 3 4T5 6S1 2 3 4Z"],
)
def test_plain_strokes_are_accepted(path: str) -> None:
    """Path data of moves, lines and curves stands as it is; empty is a typed signature."""
    assert checked_mark(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "L1 2",
        "M1",
        "M1 2 3",
        "M1 2A1 1 0 0 1 2 2",
        "M1 2Z3",
        "M1 2C1 1 2 2",
        "M1e9 2",
        "M1234567 2",
        "M1  2",
        "M1 2\n",
        'M1 2"/><script>',
        "M1 2&#10;",
        "M1 2url(x)",
        "Mnan 2",
        "M1 ١",
        "M" + "1" * 100_000,
        "M1 2" + "L3 4" * (LONGEST_MARK // 4),
    ],
)
def test_anything_else_is_refused(path: str) -> None:
    """Arcs, exponents, markup, other digits, wrong counts and endless data are refused, and quickly."""
    with pytest.raises(UnusableMark):
        checked_mark(path)


def test_segments_are_commands_with_numbers() -> None:
    """A path comes apart into its commands with the numbers that follow each."""
    assert list(segments("M1 2L-3,.5 4 5Z")) == [("M", (1.0, 2.0)), ("L", (-3.0, 0.5, 4.0, 5.0)), ("Z", ())]


def test_paths_are_taken_from_an_svg() -> None:
    """All paths of an SVG, in order, are rewritten with one space and three decimals at most."""
    svg = b"""<?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Ana</title>
      <g stroke="black"><path d="M 1.00049,2\n L3-4"/></g><path d="m.5.5 1e1 2z"/></svg>"""

    assert mark_from_svg(svg) == "M1 2L3 -4m0.5 0.5 10 2z"


@pytest.mark.parametrize(
    "svg",
    [
        b"",
        b"not svg",
        b"\xff\xfe",
        b"<svg/>",
        b"<svg><text>Ana</text></svg>",
        b"<svg><g transform='scale(2)'><path d='M1 2'/></g></svg>",
        b"<svg><path d='M1 2A1 1 0 0 1 2 2'/></svg>",
        b"<svg><path d='M1 2;'/></svg>",
        b"<svg><path/></svg>",
        b"<svg><image href='file:///etc/passwd'/></svg>",
        b'<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>',
        b"<svg>" + b" " * 300_000 + b"</svg>",
        b"<svg>" + b"<g>" * 20_000 + b"</g>" * 20_000 + b"</svg>",
    ],
)
def test_other_svg_is_refused(svg: bytes) -> None:
    """What is no SVG, has no path, or would lose something by keeping the paths alone is refused."""
    with pytest.raises(UnusableMark):
        mark_from_svg(svg)


def _svg(path: str, box: str = "") -> bytes:
    shown = f' viewBox="{box}"' if box else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg"{shown}><path d="{path}"/></svg>'.encode()


@pytest.mark.parametrize(
    ("path", "box", "reason"),
    [
        ("M10 10", "", "draws nothing"),
        ("M10 10Z", "", "draws nothing"),
        ("M10 10L10 10", "0 0 600 160", "draws nothing"),
        ("M10 10C10 10 10 10 10 10", "", "draws nothing"),
        ("M1 2M300 80M590 9", "", "draws nothing"),
        ("M40 120L41 120", "", "a dot"),
        ("M40 120L41 120", "0 0 600 160", "a dot"),
        ("M300 80L304 83", "", "a dot"),
        ("M40 120h1M90 30h1M140 120h1", "0 0 600 160", "a dot"),
        ("M40 120q3 0 3 3t-3 3t-3 -3z", "0 0 600 160", "a dot"),
    ],
)
def test_a_signature_is_meant(path: str, box: str, reason: str) -> None:
    """A tap, several of them, and a path that draws nothing are no signature, and the reason says which."""
    with pytest.raises(UnusableMark, match=reason):
        mark_from_svg(_svg(path, box))


@pytest.mark.parametrize(
    ("path", "box"),
    [
        ("M40 120L80 60", "0 0 600 160"),
        ("M40 120h1M90 30Q60 0 10 90", "0 0 600 160"),
        ("M.1 .2L.3 .9", "0 0 1 1"),
        ("M4000 1200l900 -300", ""),
        ("m10 90c5 -60 20 -60 30 0v40h-9", ""),
    ],
)
def test_strokes_of_any_size_are_meant(path: str, box: str) -> None:
    """A stroke counts by what it was drawn on, in whatever units, also beside a dot."""
    assert mark_from_svg(_svg(path, box))
