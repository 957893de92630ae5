"""Rows of action plans, as people paste them where a promise is written."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from jtbd.parsing.row import Row, read_row

TODAY = dt.date(2026, 11, 27)


def _is_party(words: str) -> bool:
    return words.split(",", maxsplit=1)[0] in {"Ana Ruiz", "Ana", "Bea Lund", "Bea", "Štěpán Ó Briain"}


@pytest.mark.parametrize(
    ("pasted", "row"),
    [
        (
            "2\tPrice list to Bea\tAna Ruiz, partner\tT+14\t1\tIn progress",
            Row("Price list to Bea, by 11 December 2026", "Ana Ruiz, partner"),
        ),
        ("1 | Shared client list agreed | Both | 12/5 | None", Row("Both: Shared client list agreed, by 12/5")),
        ("4\tFirst joint visit\tClient\tWk 3", Row("Client: First joint visit, by Wk 3")),
        ("| 3 | Call the three firms | Bea | 15 Dec | Open |", Row("Call the three firms, by 15 Dec", "Bea")),
        ("A7\tBesuch im Büro\tŠtěpán Ó Briain\tmonthly\t60 %", Row("Besuch im Büro, monthly", "Štěpán Ó Briain")),
        ("1\tSend list\tBea\tby Friday\tdraft first\tTo do", Row("Send list (draft first), by Friday", "Bea")),
        ("No.\tAction\tOwner\tDue date\tStatus", Row("")),
        ("Send the list\tby Friday", None),
        ("Send “a | b” to Bea", None),
        ("1\t2\t3\t4", None),
        ("Call Omar by 15 Dec", None),
    ],
)
def test_what_a_row_says(pasted: str, row: Row | None) -> None:
    """What and by when become a sentence; number, state and dependence go; what is not sure stays in its words."""
    assert read_row(pasted, TODAY, _is_party) == row


@given(st.lists(st.text(max_size=20), max_size=12), st.sampled_from("\t|"))
def test_any_row(cells: list[str], mark: str) -> None:
    """Whatever is pasted, reading it does not fail, and a sentence has words."""
    row = read_row(mark.join(cells), TODAY, _is_party)
    assert row is None or row.text == row.text.strip()
