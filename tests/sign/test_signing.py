"""Signing a sheet, or declining it."""

from __future__ import annotations

import datetime as dt

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from jtbd.errors import AlreadyDeclined, AlreadySigned, ForeignKey, InvalidSheet, UnusableMark, UsageError
from jtbd.model.consent import default_consent, default_decline
from jtbd.model.statement import ConsentClaims, DeclineClaims, signed_at
from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.sheet.content import sheet_yaml
from tests.support import builders, sheets
from tests.support.sheets import decline, sign


def test_two_signatures_make_a_sheet_complete() -> None:
    """A sheet that both have signed is complete, in whichever order they signed."""
    first = sheets.complete()
    later = sheets.half_signed(sign(sheets.draft(), "b", sheets.key("b"), at=sheets.AT + dt.timedelta(minutes=2)))

    found = verify_sheet(sheet_yaml(first))

    assert (found.outcome, found.rule, found.signed, found.missing) == ("complete", None, ("a", "b"), ())
    assert sheet_yaml(later) == sheet_yaml(first)


def test_what_was_signed_says_it_all() -> None:
    """A consent names the sheet, the content, the signer, the sentence, the mark, and the time as the laptop's."""
    sheet = sheets.half_signed()

    (statement,) = verify_sheet(sheet_yaml(sheet)).statements

    assert isinstance(statement, ConsentClaims)
    assert statement.dump().keys() == {
        "aud", "sheet", "content", "party", "name", "role", "iat", "zone", "clock", "consent", "mark",
    }  # fmt: skip
    assert statement.consent == default_consent(sheet, "a")
    assert statement.clock == "laptop"
    assert signed_at(statement) == sheets.AT


def test_the_default_sentence_names_everything() -> None:
    """The default consent names person, organisation, sheet and hash, and says what the sheet is."""
    sheet = sheets.draft(binding="contract", confidential=True)
    sentence = default_consent(sheet, "b")

    for part in ("Bea Lund", "Northline Cabling", sheets.SHEET_ID, sheet.content_hash, "to bind", "is confidential"):
        assert part in sentence
    assert "statement of intent" in default_consent(sheets.draft(), "a")


def test_own_words_are_signed() -> None:
    """A consent in one's own words is signed as it is."""
    sheet = sign(sheets.draft(), "a", sheets.key("a"), at=sheets.AT, consent="Einverstanden.")

    assert verify_sheet(sheet_yaml(sheet)).statements[0].consent == "Einverstanden."


@pytest.mark.parametrize("suggests", [None, "Cask Removals"])
def test_declining_is_signed_too(suggests: str | None) -> None:
    """A decline holds, ends the round friendly, and carries its reason and suggestion."""
    sheet = decline(
        sheets.half_signed(), "b", sheets.key("b"), at=sheets.AT, reason="no time this year", suggests=suggests
    )

    found = verify_sheet(sheet_yaml(sheet))

    assert (found.outcome, found.rule, found.declined) == ("declined", None, ("b",))
    assert "no time this year" in found.message
    assert (suggests or "") in found.message
    statement = found.statements[1]
    assert isinstance(statement, DeclineClaims)
    assert statement.consent == default_decline(sheet, "b")


def test_nobody_signs_what_was_declined() -> None:
    """After one party declined the other can neither sign nor decline."""
    declined = decline(sheets.draft(), "b", sheets.key("b"), at=sheets.AT, reason="no")

    with pytest.raises(AlreadyDeclined):
        sheets.half_signed(declined)
    with pytest.raises(AlreadyDeclined):
        decline(declined, "a", sheets.key("a"), at=sheets.AT, reason="no")


def test_nobody_signs_twice() -> None:
    """A party that has signed can neither sign again nor decline."""
    with pytest.raises(AlreadySigned):
        sheets.half_signed(sheets.half_signed())
    with pytest.raises(AlreadySigned):
        decline(sheets.half_signed(), "a", sheets.key("a"), at=sheets.AT, reason="no")


@pytest.mark.parametrize("key", [sheets.key("b"), ec.derive_private_key(3, ec.SECP256R1())], ids=["other", "unknown"])
def test_a_foreign_key_is_refused(key: ec.EllipticCurvePrivateKey) -> None:
    """Only the key that the sheet names for the party can sign for it."""
    with pytest.raises(ForeignKey):
        sign(sheets.draft(), "a", key, at=sheets.AT)


def test_nobody_signs_what_does_not_hold() -> None:
    """A draft that was edited after freezing is not signed."""
    with pytest.raises(InvalidSheet) as caught:
        sheets.half_signed(sheets.edited(sheets.draft(), confidential=True))

    assert caught.value.rule == "hash"


def test_a_mark_that_is_no_mark_is_refused() -> None:
    """Only plain strokes are signed as a mark."""
    with pytest.raises(UnusableMark):
        sign(sheets.draft(), "a", sheets.key("a"), at=sheets.AT, mark_svg="<svg/>")


def test_text_that_cannot_be_kept_is_refused() -> None:
    """A sentence with a bidi override and a blank reason are refused before anything is signed."""
    with pytest.raises(UsageError, match="consent"):
        sign(sheets.draft(), "a", sheets.key("a"), at=sheets.AT, consent="yes \u202e")
    with pytest.raises(UsageError, match="reason"):
        decline(sheets.draft(), "a", sheets.key("a"), at=sheets.AT, reason="")


def test_names_in_any_script_can_sign() -> None:
    """Names in other scripts, without an organisation or a role, sign and verify."""
    canvas = builders.ready_canvas(
        parties={"a": {"person": "علي حسن"}, "b": {"organisation": "日本橋商店 🙂"}}, roles={}
    )

    found = verify_sheet(sheet_yaml(sheets.complete(sheets.draft(canvas))))

    assert found.outcome == "complete"
    assert "علي حسن" in found.message
