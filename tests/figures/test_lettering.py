"""Texts of any script in a given room."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from jtbd.figures.lettering import columns, distinct, isolate, party_names, percent, shorten, wrap
from tests.support.builders import canvas, party

prose = st.text(st.sampled_from("ab é̈文字あ🙂ش ي\u200d-., "), max_size=60).map(lambda text: " ".join(text.split()))


def test_columns() -> None:
    """A wide character takes two columns, a combining one and a joiner none."""
    assert columns("abc") == 3
    assert columns("北線") == 4
    assert columns("e\u0301\u200d") == 1


def test_shorten_keeps_what_fits() -> None:
    """A text that fits stays as it is; one that does not ends in an ellipsis, at a word where that costs little."""
    assert shorten("Harbour Estates", 15) == "Harbour Estates"
    assert shorten("Alder & Finch Estate Agents", 26) == "Alder & Finch Estate…"
    assert shorten("Donaudampfschifffahrtsgesellschaft", 10) == "Donaudamp…"
    assert shorten("A Donaudampfschifffahrtsgesellschaft", 10) == "A Donauda…"


def test_shorten_leaves_characters_whole() -> None:
    """An accent is never cut from its letter, nor one half of a joined emoji from the other."""
    assert shorten("ae\u0301\u0302bc", 3) == "ae\u0301\u0302…"
    assert shorten("a👩\u200d👩bcdef", 4) in {"a…", "a👩\u200d👩…"}


@given(prose, st.integers(3, 30))
@settings(max_examples=60, deadline=None)
def test_shorten_fits(text: str, width: int) -> None:
    """What is shortened fits and begins as the text does."""
    short = shorten(text, width)
    assert columns(short) <= width
    assert short == text or text.startswith(short.removesuffix("…"))


@given(prose, st.integers(3, 30))
@settings(max_examples=60, deadline=None)
def test_wrap_loses_nothing(text: str, width: int) -> None:
    """Without a limit every line fits and all characters but spaces at breaks are there."""
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(prose, st.integers(3, 30), st.integers(1, 3))
@settings(max_examples=60, deadline=None)
def test_wrap_keeps_to_its_lines(text: str, width: int, limit: int) -> None:
    """With a limit there are no more lines, and the last says that there was more."""
    lines = wrap(text, width, limit)
    assert 1 <= len(lines) <= limit
    assert all(columns(line) <= width for line in lines)
    assert lines[-1].endswith("…") or lines == wrap(text, width)


def test_wrap_breaks_at_spaces() -> None:
    """Lines break at spaces where there are any, else wherever they are full."""
    assert wrap("sockets and rooms planned", 11) == ["sockets and", "rooms", "planned"]
    assert wrap("找到适合我们", 4) == ["找到", "适合", "我们"]


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Fraction(0), "0 %"),
        (Fraction(1, 1000), "< 1 %"),
        (Fraction(223, 1000), "22 %"),
        (Fraction(999, 1000), "> 99 %"),
        (Fraction(1), "100 %"),
    ],
)
def test_percent(share: Fraction, shown: str) -> None:
    """A share is whole per cent, and never all or none where it is not."""
    assert percent(share).replace("\u00a0", " ") == shown


def test_names() -> None:
    """Parties go by their organisation, else by their person, else by their letter."""
    document = canvas(parties={"a": party("a"), "b": party("b", organisation="")})
    assert party_names(document) == {"a": "Harbour Estates", "b": "Bea Lund"}
    assert party_names(canvas()) == {"a": "Party A", "b": "Party B"}


def test_names_differ() -> None:
    """Two names that look the same when shortened get their letter, and still fit."""
    long = "The Honourable Company of Master "
    names = distinct({"a": f"{long} Removers", "b": f"{long} Packers"}, 20)
    assert names["a"] != names["b"]
    assert all(columns(name) <= 20 for name in names.values())


def test_right_to_left_stays_in_place() -> None:
    """A name that runs from right to left is kept apart from the numbers beside it; others are left alone."""
    assert isolate("شركة") == "\u2068شركة\u2069"
    assert isolate("Harbour") == "Harbour"
