"""A sheet is printed whatever is in it: in the best form that can be had, which says itself what it lacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any, Final

import pytest
import typst
from hypothesis import given, settings, strategies as st

from jtbd.i18n import Message
from jtbd.model.sheet import Sheet
from jtbd.model.unseen import without_unseen
from jtbd.pdf.breaks import breakable
from jtbd.pdf.forms import FORMS, NO_PICTURE, NOT_ARCHIVAL, SPELT_OUT
from jtbd.pdf.typeset import TypesettingFailed
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.sheet import checked
from jtbd.sign.check.verification import Outcome
from jtbd.usecases.sheets.printing import lacking, preview_sheet, print_sealed, print_sheet
from tests.support import builders, sheets

FIRMS: Final = (
    *("กสิกรไทย", "ท่าเรือ", "กรุงไทย", "Ọ̀ṣun State", "Kpɛ̃ Ltd", "M̧ajeļ Co-op", "Ива́н", "שָׁלוֹם", "x̄", "Ŋ̊ə̃l̥", "Ǎ̱b"),
    *("ཀྵ", "ᠮᠣᠩᠭᠣᠯ", "မြန်မာ", "தமிழ் ଓଡ଼ିଆ", "안녕 山田株式会社", "a\u0301\u0302\u0303\u0304 & Co", "👩‍💻 GmbH", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
    *("A\u05c9B", "\u05c9", "\ue000 private", "\u0378 unassigned", "\U000e0041 tag", "\u0300x", "ب" * 90, "å" * 180),
)
"""Names with marks, in scripts with and without a font, and what is hardly a name."""

REFUSED: Final = "\ufeff\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _sheet(firm: str) -> Sheet:
    canvas = builders.ready_canvas()
    b = canvas.parties.b.revise(organisation=firm)
    return sheets.complete(sheets.draft(canvas.revise(parties=canvas.parties.revise(b=b))))


@pytest.mark.parametrize("firm", FIRMS, ids=ascii)
def test_a_firm_of_any_name_gets_its_sealed_pdf(firm: str) -> None:
    """Signed by both, printed with its picture, sealed and verified; the pages can be read on the screen as well."""
    sheet = checked(_sheet(firm))
    printed = print_sealed(sheet, sheets.AT, sheets.key("seal"))
    assert verify(printed.pdf).outcome is Outcome.COMPLETE
    assert NO_PICTURE.said() not in printed.warnings
    assert preview_sheet(sheet, sheets.AT)
    assert lacking(sheet, sheets.AT) == ()


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters=REFUSED), max_size=40)
    .map(lambda text: unicodedata.normalize("NFC", text).strip())
    .filter(lambda text: without_unseen(text).strip())  # what nobody sees is no promise
)
def test_a_promise_in_any_letters_is_printed(words: str) -> None:
    """Whatever characters a promise is made of, its sheet gets a PDF with the sheet attached."""
    canvas = builders.ready_canvas()
    promise = canvas.commitments[0].revise(what=words)
    sheet = sheets.complete(sheets.draft(canvas.revise(commitments=(promise, *canvas.commitments[1:]))))
    printed = print_sheet(checked(sheet), sheets.AT)
    assert verify(printed.pdf).signed == ("a", "b")


# ── where typst fails ─────────────────────────────────────────────────────────────────────────────────────────────────


class PanicException(BaseException):  # as pyo3's: no `Exception`, so it passes every net for those
    """A panic in typst."""


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that makes typst fall over what a rule says of its data and its standards."""
    real: Any = typst.compile

    def refuse(rule: Any) -> None:
        def compile_or_fall(*args: Any, sys_inputs: Mapping[str, str], **how: Any) -> Any:
            if rule(sys_inputs["data"], how.get("pdf_standards")):
                raise PanicException("index out of bounds")
            return real(*args, sys_inputs=sys_inputs, **how)

        monkeypatch.setattr(typst, "compile", compile_or_fall)

    return refuse


@pytest.mark.parametrize(
    ("rule", "warnings"),
    [
        (lambda data, _: '"picture": {' in data, (NO_PICTURE,)),
        (lambda _, standards: bool(standards), (NOT_ARCHIVAL,)),
        (lambda data, standards: bool(standards) or '"picture": {' in data, (NOT_ARCHIVAL, NO_PICTURE)),
        (lambda data, _: "สิ" in data.partition('"attachments"')[0], (NOT_ARCHIVAL, NO_PICTURE, SPELT_OUT)),
    ],
)
def test_the_best_form_that_can_be_had(refusing: Any, rule: Any, warnings: tuple[Message, ...]) -> None:
    """Without the picture, not for the archives, or spelt out: each where nothing better can be set, and it is said."""
    refusing(rule)
    sheet = checked(_sheet("กสิกรไทย"))
    printed = print_sheet(sheet, sheets.AT)
    assert printed.warnings == tuple(warning.said() for warning in warnings) == lacking(sheet, sheets.AT)
    assert verify(printed.pdf).signed == ("a", "b")


def test_where_nothing_can_be_set_it_is_one_kind_of_failure(refusing: Any) -> None:
    """A panic in every form ends as a failure by name, which whoever signs can do without."""
    refusing(lambda *_: True)
    with pytest.raises(TypesettingFailed, match="index out of bounds"):
        print_sheet(checked(_sheet("x")), sheets.AT)
    assert len(lacking(checked(_sheet("x")), sheets.AT)) == 1
    assert len(FORMS) == 5


# ── long words ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _unbroken(text: str) -> str:
    return text.replace("\u200d\u200b\u200d", "").replace("\u200b", "")


@given(st.text())
def test_breaks_take_nothing_away(text: str) -> None:
    """A text with places to break is the same text with nothing but these put in, and short words have none."""
    broken = breakable(text)
    assert broken.replace("\u200d\u200b\u200d", "").replace("\u200b", "") == text.replace(
        "\u200d\u200b\u200d", ""
    ).replace("\u200b", "")
    assert breakable("Übergabe im Büro") == "Übergabe im Büro"
    assert breakable("ส" * 80) == "ส" * 80, "typst knows where Thai breaks"
