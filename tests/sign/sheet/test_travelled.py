"""A sheet whose form alone was changed on its way: told from a forged one, in Python and in `verify.html` alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest
import yaml

from jtbd.model.sheet import Sheet
from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.check.verification import Outcome
from jtbd.sign.sheet.content import sheet_yaml
from tests.support import builders, sheets
from tests.support.pages import checker
from tests.support.sheets import decline, sign

_WORDS: Final = 'Die „Übergabe“: 100 % bis 12:30 # kein Kommentar - sagt "Zoë" \\ \U0001f69a, und zwar wie besprochen '


def _sheet() -> Sheet:
    """Return a drawn and typed sheet with awkward texts, as people write them."""
    canvas = builders.ready_canvas()
    first, *others = canvas.commitments
    odd = first.revise(what=f"{_WORDS * 4}no", trigger="- yes: no", done_when="null", gives="it's 3", standard="0x1F")
    return sheets.complete(sheets.draft(canvas.revise(commitments=(odd, *others)), confidential=True, money=True))


def _dumped(**how: Any) -> Callable[[bytes], bytes]:
    return lambda data: yaml.safe_dump(yaml.safe_load(data), **how).encode()


def _indented(data: bytes) -> bytes:
    """Return what a formatter makes of it that puts dashes two spaces in, a mark in front and a remark on top."""

    class Dumper(yaml.SafeDumper):
        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
            super().increase_indent(flow, indentless=False)

    text = yaml.dump(yaml.safe_load(data), Dumper=Dumper, allow_unicode=True, width=60, explicit_start=True)
    return f"# as agreed\n{text}".encode()


_CHANGES: Final[dict[str, Callable[[bytes], bytes]]] = {
    "windows": lambda data: data.replace(b"\n", b"\r\n"),
    "old-mac": lambda data: data.replace(b"\n", b"\r"),
    "mark": lambda data: b"\xef\xbb\xbf" + data,
    "mark-and-windows": lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
    "utf-16": lambda data: data.decode().encode("utf-16"),
    "no-last-end": lambda data: data[:-1],
    "blank-lines": lambda data: b"\n" + data.replace(b"\n", b"\n\n") + b"\n",
    "blanks": lambda data: data.replace(b"\n", b"  \n"),
    "dumped": _dumped(),
    "dumped-wide": _dumped(allow_unicode=True, width=10_000, sort_keys=False),
    "dumped-narrow": _dumped(allow_unicode=True, width=30),
    "indented": _indented,
}


@pytest.mark.parametrize("name", _CHANGES)
def test_what_changed_in_form_alone_is_told(name: str) -> None:
    """It stays invalid by `canonical`; the remark says that nobody changed what was agreed, and what to do."""
    found = verify_sheet(_CHANGES[name](sheet_yaml(_sheet())))
    assert (found.outcome, found.rule) == (Outcome.INVALID, "canonical")
    assert found.remark.startswith("Only the form was changed on the way (")
    assert "not what was agreed: the hash and both signatures hold. Take a fresh copy" in found.remark


@pytest.mark.parametrize("name", _CHANGES)
def test_what_changed_in_more_than_its_form_is_not_excused(name: str) -> None:
    """With one letter of a promise, of the hash or of a signature changed as well, there is no such remark."""
    data = sheet_yaml(_sheet())
    for old, new in (
        (b"Northline", b"Southline"),
        (b'content_hash: "sha256:', b'content_hash: "sha256:0'),
        (b"eyJ", b"eyK"),
    ):
        found = verify_sheet(_CHANGES[name](data.replace(old, new, 1)))
        assert (found.outcome, found.remark) == (Outcome.INVALID, "")


def test_the_remark_counts_the_signatures() -> None:
    """It says what holds: the hash alone, one signature, a no."""
    half = sheets.half_signed()
    for sheet, words in (
        (sheets.draft(), "its hash holds"),
        (half, "the hash and the one signature on it hold"),
        (decline(half, "b", sheets.key("b"), at=sheets.AT, reason="too far"), "the hash and both signatures hold"),
        (sign(half, "b", sheets.key("b"), at=sheets.AT), "the hash and both signatures hold"),
    ):
        assert words in verify_sheet(b"\xef\xbb\xbf" + sheet_yaml(sheet)).remark


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"- a", b"a: &x [*x]", b"[" * 30_000, b"\r" * 100, b"a: 1\n" * 9])
def test_nothing_else_gets_a_remark(data: bytes) -> None:
    """What is no sheet, however broken, is invalid without a word about its form."""
    found = verify_sheet(data)
    assert (found.outcome, found.remark) == (Outcome.INVALID, "")


@pytest.mark.browser
def test_the_page_tells_it_in_the_same_words() -> None:
    """`verify.html` says of each such file what Python says, and of a forged one in the same form nothing of it."""
    data = sheet_yaml(_sheet())
    forged = data.replace(b"Northline", b"Southline", 1)
    with checker() as page:
        for name, change in _CHANGES.items():
            assert verify_sheet(change(data)).remark in page.shown(change(data)).inner_text(), name
            assert "Only the form" not in page.shown(change(forged)).inner_text(), name
