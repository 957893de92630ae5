"""Alone and together as a figure."""

from __future__ import annotations

from decimal import Decimal

import plotly.graph_objects as go
import pytest

from jtbd.figures.gain import Year, gain_sentence, money
from jtbd.figures.palette import LIGHT
from jtbd.figures.value_bars import value_bars
from jtbd.model import Canvas
from jtbd.scoring import value_test
from tests.support.builders import canvas, parties
from tests.support.figures_samples import VALUE, said, traces


def drawn(value: object) -> go.Figure:
    """Return the bars of a canvas with that value."""
    document: Canvas = canvas(parties=parties(), value=value)
    return value_bars(document, value_test(document), LIGHT)


def stretches(figure: go.Figure) -> list[tuple[float, float]]:
    """Return where each bar starts and how long it is."""
    return [(bar.base[0], bar.x[0]) for bar in traces(figure, "bar")]


def test_bars_add_up() -> None:
    """Together is alone and the gain; a loss is a hatched gap from together up to alone."""
    figure = drawn(VALUE)
    assert stretches(figure) == [(0, 40000), (0, 40000), (40000, 30000), (0, 25000), (0, 22000), (25000, -3000)]
    patterns = [bar.marker.pattern.shape for bar in traces(figure, "bar")]
    assert patterns == [None, None, None, None, None, "x"]


def test_a_threshold_is_neither_marked_nor_in_the_scale() -> None:
    """From which gain a party takes notice is its own: the picture is the same for any on the same side of the gain."""
    a, b = ({"alone": "40000", "together": "70000"}, {"alone": "25000", "together": "22000"})
    other = {"currency": "EUR", "a": {**a, "notice": "29999"}, "b": {**b, "notice": "999999999"}}
    assert drawn(VALUE) == drawn(other)
    assert drawn(VALUE).layout.xaxis.range == (0, 70000)


def test_amounts_are_exact_on_hover() -> None:
    """Pointing at the end of a bar gives its amount in full, with the currency."""
    figure = drawn({"currency": "EUR", "a": {"alone": "12345678.50"}})
    assert "12.3 M" in said(figure)
    hover = traces(figure, "markers")[0]
    assert "EUR 12,345,678.50" in hover.customdata[0][0]


def test_what_is_blank_is_said() -> None:
    """A blank amount is `not stated`; where both years are blank the figure says what is missing."""
    figure = drawn({"a": {"together": "500"}})
    assert said(figure).count("not stated") == 3
    assert "What is gained is not known yet." in said(figure)
    assert "No amounts yet" in said(drawn({}))


def test_nought_can_be_drawn() -> None:
    """Amounts of nothing, and below it, have a scale."""
    assert drawn({"a": {"alone": "0", "together": "0"}}).layout.xaxis.range == (0, 1)
    assert drawn({"a": {"alone": "-50", "together": "25"}}).layout.xaxis.range == (-50, 25)


@pytest.mark.parametrize(
    ("gain", "enough", "sentence"),
    [
        ("30000", True, "Gains 30,000: enough to take notice."),
        ("1000", False, "Gains 1,000: too little to take notice."),
        ("1000", None, "Gains 1,000; when to take notice is not stated."),
        ("-3000", False, "Loses 3,000."),
        (None, None, "What is gained is not known yet."),
    ],
)
def test_gain_in_words(gain: str | None, enough: bool | None, sentence: str) -> None:
    """A gain is said with whether it is enough, not with how much would be."""
    year = Year("a", None, None, None if gain is None else Decimal(gain), enough)
    assert gain_sentence(year, "EUR") == sentence


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        ("9999999", "EUR", "9,999,999"),
        ("10000000", None, "10.0 M"),
        ("-123456789", "JPY", "−123.5 M"),
        ("-0.50", "EUR", "−0.50"),
        ("1749.625", "KWD", "1,749.625"),
        ("1749.5", "KWD", "1,749.500"),
        ("70000", "JPY", "70,000"),
    ],
)
def test_money(amount: str, currency: str | None, shown: str) -> None:
    """An amount is in full up to ten millions, then in millions; its decimals are those of its currency."""
    assert money(Decimal(amount), currency).replace("\u00a0", " ") == shown
