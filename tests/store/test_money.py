"""Money in files: what no sheet could hold is a fault with its line, before anybody freezes it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, strategies as st

from jtbd.errors import FaultyFile
from jtbd.model.currency import decimals
from jtbd.sign.sheet.freeze import missing_for_sheet
from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from tests.model.test_currency import CODES
from tests.support import builders
from tests.support.commands import Laptop

HEAD: Final = "format: jtbd.canvas/1\nid: x\n"
PARTS: Final = """\
parties:
  a: {organisation: Harbour, hourly_rate: {amount: "12.5555", currency: KWD}}
  b: {organisation: Northline, hourly_rate: {amount: "-5", currency: BTC}}
value:
  currency: JPY
  a: {alone: "70000.50", together: "70,000", notice: "300万"}
  b: {alone: "40–50k", together: "1.5 lakh", notice: "7.00"}
"""


def faults(text: str, *, payable: bool = True) -> list[str]:
    """Return the faults of a canvas."""
    with pytest.raises(FaultyFile) as caught:
        canvas_from_bytes(text.encode(), "x.yaml", payable=payable)
    return [str(fault) for fault in caught.value.faults]


FAULTS: Final = """\
line 4, column 52: parties.a.hourly_rate.amount: 12.5555 is finer than KWD can be paid: Kuwaiti dinars are paid in \
thousandths, write 12.555 or 12.556
line 5, column 54: parties.b.hourly_rate.amount: must be an amount of nought or more in quotes, as "5"
line 5, column 70: parties.b.hourly_rate.currency: BTC is not a currency of ISO 4217 that a sheet can name: write one \
that is, as EUR
line 8, column 14: value.a.alone: 70000.50 is finer than JPY can be paid: Japanese yen are whole, write 70000 or 70001
line 8, column 36: value.a.together: must be an amount in quotes with a point and no thousands, as "70000"
line 8, column 54: value.a.notice: must be an amount of nought or more in quotes, as "3000000"
line 9, column 14: value.b.alone: must be an amount in quotes with a point and no thousands, as "40000" or "120.00": \
write one amount, as 45000
line 9, column 34: value.b.together: must be an amount in quotes with a point and no thousands, as "150000"
"""


def test_every_amount_that_no_sheet_holds_is_a_fault_with_what_to_write() -> None:
    """Too fine, too much, no currency, no amount: all at once, each with its line and that very amount."""
    assert faults(HEAD + PARTS) == FAULTS.splitlines()


@pytest.mark.parametrize(
    ("said", "wanted"),
    [("€", "EUR"), ("euro", "EUR"), ("usd", "USD"), ("zł", "PLN"), ("USDT", "EUR"), ("dollars", "EUR")],
)
def test_what_is_no_code_is_told_which_it_is(said: str, wanted: str) -> None:
    """A sign that means one currency is that code; else the message shows how a code looks."""
    (fault,) = faults(f"{HEAD}value: {{currency: {said}}}\n")
    assert fault.endswith(f"must be the three capital letters of a currency, as {wanted}")


def test_the_screen_opens_what_has_to_be_mended() -> None:
    """A canvas that an earlier version saved opens, so that its amounts can be seen and changed."""
    text = f'{HEAD}value: {{currency: JPY, a: {{alone: "70000.50"}}}}\n'
    assert canvas_from_bytes(text.encode(), "x.yaml").value.a.alone == "70000.50"
    assert len(faults(text)) == 1


@given(st.sampled_from(CODES), st.from_regex(r"\A-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?\Z"))
def test_what_a_file_may_say_can_be_frozen(code: str, amount: str) -> None:
    """Reading and freezing have the same bounds, for every currency: nothing passes the one and not the other."""
    canvas = builders.ready_canvas(value={"currency": code, "a": {"alone": amount}})
    try:
        canvas_from_bytes(canvas_to_text(canvas).encode(), "x.yaml", payable=True)
        reads = True
    except FaultyFile:
        reads = False
    assert reads is (missing_for_sheet(canvas, money=True) == ())


@pytest.mark.parametrize(
    ("currency", "alone", "fault"),
    [
        ("KWD", "3.1255", "write 3.125 or 3.126"),
        ("JPY", "70000.50", "write 70000 or 70001"),
        ("EUR", "99999999999999", "write EUR 9,999,999,999,999.99 at most"),
        ("BTC", "1", "BTC is not a currency of ISO 4217"),
    ],
)
def test_the_commands_name_the_line(currency: str, alone: str, fault: str, tmp_path: Path) -> None:
    """check, score and sheet say the same of the same line; check with 1, since it read the file, the others with 2."""
    file = tmp_path / "canvas.yaml"
    file.write_text(f'{HEAD}value:\n  currency: {currency}\n  a: {{alone: "{alone}"}}\n', encoding="utf-8")
    for arguments, code in ((["check"], 1), (["score"], 2), (["sheet", "--out", str(tmp_path)], 2)):
        done = Laptop(tmp_path).run(arguments[0], file, *arguments[1:])
        assert done.code == code
        said = done.out + done.err
        assert fault in said
        assert f"line {4 if currency == 'BTC' else 5}," in said
    assert [path.name for path in tmp_path.iterdir()] == ["canvas.yaml"]


def test_the_currency_decides_the_decimals_of_a_score(tmp_path: Path) -> None:
    """Yen have none, dinars three, and what cannot be paid evenly is said."""
    shown = {}
    for currency, more in (("JPY", "2749"), ("KWD", "2749.625")):
        file = tmp_path / f"{currency}.yaml"
        year = '{alone: "1000", together: "1000"}'
        value = f'value:\n  currency: {currency}\n  a: {{alone: "1000", together: "{more}"}}\n  b: {year}\n'
        file.write_text(HEAD + value, encoding="utf-8")
        shown[currency] = Laptop(tmp_path).run("score", file).out.splitlines()[-1]
    assert "each JPY 874 of it, with party A paying party B JPY 874; JPY 1 cannot be paid evenly" in shown["JPY"]
    assert "Together you make KWD 1,749.625 a year more" in shown["KWD"]
    assert "each KWD 874.812 of it, with party A paying party B KWD 874.812; KWD 0.001 cannot" in shown["KWD"]


def test_all_codes_are_known() -> None:
    """The laws above are about every currency, not about none."""
    assert len(CODES) > 150
    assert all(decimals(code) is not None for code in CODES)
