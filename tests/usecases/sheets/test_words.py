"""What a sheet says: before it is frozen, and in words alone."""

from __future__ import annotations

from typing import Any

from jtbd.model import Parties
from jtbd.sign.check.sheet import checked
from jtbd.sign.sheet.content import content_hash
from jtbd.usecases.sheets import words as use
from jtbd.usecases.sheets.terms import Terms
from tests.support import sheets
from tests.support.builders import canvas, party, ready_canvas


def test_a_sheet_is_known_before_it_is_frozen() -> None:
    """The rehearsal has the content of the sheet to come; where something is missing there is none."""
    terms = Terms(binding="contract", confidential=True, money=True)
    sheet = use.rehearsed(ready_canvas(), terms, sheets.AT.date())
    assert sheet
    content = sheet.commitment
    assert (content.binding, content.confidential, bool(content.value)) == ("contract", True, True)
    assert [item.id for item in content.commitments] == ["introduce", "survey"]
    assert use.rehearsed(canvas(), terms, sheets.AT.date()) is None


def test_every_text_of_people_is_among_the_texts() -> None:
    """Names, job, needs and promises: what people wrote is looked at for characters that cannot be printed."""
    sheet = use.rehearsed(ready_canvas(), Terms(), sheets.AT.date())
    assert sheet
    texts = use.texts(sheet)
    for text in ("Bea Lund", "our lease ends", "Meet need number 3", "surveys within five days"):
        assert text in texts


def test_characters_that_no_font_has_are_named() -> None:
    """A character that is none yet has no glyph anywhere; it is found before anything is frozen, and named."""
    people = Parties(a=party("a", person="Ana \u0378"), b=party("b"))
    sheet = use.rehearsed(ready_canvas(parties=people), Terms(), sheets.AT.date())
    assert sheet
    missing = use.unprinted(sheet)
    assert missing == ("\u0378",)
    assert use.named(missing) == "U+0378"
    assert use.unprinted(sheets.draft()) == ()


def test_characters_that_nobody_sees_are_told() -> None:
    """A text that is longer than it looks is told before it is signed."""
    people = Parties(a=party("a", person="Ana \U0001f3f4\U000e0041\U000e0042"), b=party("b"))
    sheet = use.rehearsed(ready_canvas(parties=people), Terms(), sheets.AT.date())
    assert sheet
    assert "U+E0041" in use.hidden(sheet)
    assert use.unprinted(sheet) == (), "they need no font"
    assert use.hidden(sheets.draft()) == ""


def test_a_sheet_is_read_in_words() -> None:
    """Everything that is printed stands there: parties, job, verdict, promises with their terms, who has signed."""
    passages = use.in_words(checked(sheets.half_signed()))
    said = "\n".join(line for passage in passages for line in (passage.title, *passage.lines))
    for words in (
        "A statement of intent between Ana Ruiz, partner, Harbour Estates and Bea Lund",
        "I want to: move our business to new premises",
        "1. Harbour Estates to Northline Cabling",
        "Introduce Northline by e-mail to every client who signs a lease, when a client signs a lease, by 15 December",
        "The two look at this again",
        "Bea Lund, owner, Northline Cabling: has yet to sign",
        "Draft, 1 of 2 signed",
    ):
        assert words in said
    assert "The money" not in said
    assert any(passage.title == "The money" for passage in use.in_words(checked(sheets.draft(money=True))))


def test_what_was_not_agreed_to_be_told_is_not_read() -> None:
    """Without the verdict there is no word of it, and the limit that an older sheet carries is not read out."""
    assert "each other" not in str(use.in_words(checked(sheets.draft(verdict=False))))
    assert "each other" in str(use.in_words(checked(sheets.draft())))
    assert use.verdict(sheets.draft(verdict=False)) == ""

    money: dict[str, Any] = {"currency": "EUR", "digits": 2, "a": {"alone": 1, "notice": 777_700}, "b": {}}
    older, limits_alone = (
        sheets.edited(sheets.draft(), value={**money, "a": shown}) for shown in (money["a"], {"notice": 777_700})
    )
    read, blank = (
        str(use.in_words(checked(sheet.revise(content_hash=content_hash(sheet.commitment)))))
        for sheet in (older, limits_alone)
    )
    assert "EUR 0.01" in read
    assert "7,777" not in read
    assert "money" not in blank
