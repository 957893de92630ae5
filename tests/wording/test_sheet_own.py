"""Their sentence stays theirs: a promise reads on paper, in the mail and in every check as it read when it was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest

from jtbd.model.sheet import Sheet
from jtbd.pdf.view import view
from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.usecases.sheets.verifying import promises
from jtbd.wording import sheet as words
from jtbd.wording.labels import own_words
from tests.support import sheets
from tests.support.builders import party, ready_canvas
from tests.support.pages import Checker, checker

CALL: Final = "Tell Mia about the café"

SAID: Final[dict[str, dict[str, Any]]] = {
    f"{CALL}, so that he has pictures": {"gives": "he has pictures"},
    f"{CALL}, so that Mia knows": {"gives": "Mia knows"},
    f"{CALL}, so that Jürgen Müßig gets pictures": {"gives": "pictures"},
    f"{CALL}, so that Jürgen Müßig gets what she needs": {"gives": "what she needs"},
    f"{CALL}, so that die Gäste sees it": {"gives": "so that die Gäste sees it"},
    f"{CALL}, when a couple signs; done when she has answered": {
        "trigger": "when a couple signs",
        "done_when": "when she has answered",
    },
    f"{CALL}, as soon as Øde asks, every 2 weeks, by 3 May 2027": {
        "trigger": "As soon as Øde asks",
        "every": {"weeks": 2},
        "due": "2027-05-03",
    },
    f"{CALL}; done within 14 days of the invoice": {"done_when": "within 14 days of the invoice"},
    f"{CALL}; done when éin Bild is there": {"done_when": "éin Bild is there"},
    f"{CALL}; done when the 2nd weeké is over": {"done_when": "the 2nd weeké is over"},
    f"{CALL}; done when two weekß passed": {"done_when": "two weekß passed"},
    f"{CALL}; done two weeks after the fair": {"done_when": "two weeks after the fair"},
}
"""Sentences, and the fields of a promise to Jürgen Müßig that make them."""


def _sheet(fields: dict[str, Any], what: str = f"{CALL},") -> Sheet:
    people = {"a": party("a"), "b": party("b", organisation="", person="Jürgen Müßig")}
    promise = {"id": "call", "by": "a", "what": what, **fields}
    return sheets.complete(sheets.draft(ready_canvas(parties=people, commitments=[promise])))


@pytest.mark.parametrize("sentence", SAID)
def test_a_promise_is_its_sentence(sentence: str) -> None:
    """No verb of ours goes before a clause of theirs, and no word that they began with is said twice."""
    content = _sheet(SAID[sentence]).commitment
    assert words.sentence(content.commitments[0], content) == sentence
    (shown,) = view(_sheet(SAID[sentence]), (), None)["commitments"]
    assert shown["said"] == sentence
    assert shown["details"] == []


@pytest.fixture(scope="module")
def opened() -> Iterator[Checker]:
    """Yield the page that checks a sheet."""
    with checker() as found:
        yield found


@pytest.mark.browser
def test_the_page_that_checks_says_the_same_sentences(opened: Checker) -> None:
    """`verify.html` makes the sentence that the paper has, whatever letters words begin and end with."""
    for fields in (
        *SAID.values(),
        {"gives": "Mia’s team can start"},
        {"gives": "é is it"},
        {"trigger": "whené it rains"},
    ):
        data = sheet_yaml(_sheet(fields))
        expected = [*promises(verify_sheet(data))]
        assert opened.shown(data).locator(".promises > li > p").all_text_contents() == expected


@pytest.mark.parametrize(
    ("label", "text", "said"),
    [
        ("When", "When our lease ends", "our lease ends"),
        ("When", "Whenever it rains", "Whenever it rains"),
        ("I want to", "I want to move", "move"),
        ("I want to", "to move", "move"),
        ("I want to", "tour the town", "tour the town"),
        ("So that", "so that she can plan", "she can plan"),
        ("Counts if", "if ten desks or more", "ten desks or more"),
        ("Standard", "When asked, within a day", "When asked, within a day"),
    ],
)
def test_a_label_is_not_said_twice(label: str, text: str, said: str) -> None:
    """What stands behind a label is a person's own words, without those that the label has said."""
    assert own_words(label, text) == said
