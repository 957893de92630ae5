"""Advice in words."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from jtbd.advice.advice import Advice, AdviceKind, AdviceValue, Rule
from jtbd.advice.vocabulary import Vagueness
from jtbd.parsing.ask import Ask, AskKind
from jtbd.wording.advice import advice_sentence
from tests.support.builders import canvas, parties

EVERY_VALUE: dict[str, AdviceValue] = {
    "words": "soon",
    "party": "a",
    "ask": Ask(AskKind.UNPLACED, {"day": dt.date(2026, 12, 15)}),
    "day": dt.date(2026, 2, 28),
    "ahead": dt.date(2027, 2, 28),
    "vagueness": Vagueness.SOON,
}


def said(kind: AdviceKind, **values: AdviceValue) -> str:
    """Return a piece of advice in words, between Harbour Estates and Northline Cabling."""
    return advice_sentence(Advice(Rule.WHAT, "what", kind, values), canvas(parties=parties()))


@pytest.mark.parametrize(
    ("kind", "values", "sentence"),
    [
        (
            AdviceKind.GIFT_UNSAID,
            {"party": "b"},
            "Say what is in it for Northline Cabling, as in “warm leads before the budget is fixed”.",
        ),
        (
            AdviceKind.NOT_ALONE,
            {"words": "We", "party": "a"},
            (
                "“We” is not Harbour Estates alone: write what Harbour Estates does, "
                "and make a second promise of Northline Cabling's part."
            ),
        ),
        (
            AdviceKind.NOT_ALONE,
            {"words": None, "party": "b"},
            (
                "“Harbour Estates” is not Northline Cabling alone: write what Northline Cabling does, "
                "and make a second promise of Harbour Estates's part."
            ),
        ),
        (
            AdviceKind.VAGUE,
            {"words": "soon", "vagueness": Vagueness.SOON},
            "“soon” can mean anything: give a date, as in “by 15 December”.",
        ),
        (
            AdviceKind.NOTHING_PROMISED,
            {"party": "b"},
            "Northline Cabling has promised nothing: write one thing that it will do for Harbour Estates.",
        ),
        (AdviceKind.BOTH_LEAD, {}, "Both of you lead, so nobody yields: let one contribute, or be co-leads."),
        (AdviceKind.NOBODY_LEADS, {}, "Nobody leads: say which of you calls the customer first."),
        (
            AdviceKind.CO_LEADS_ALONE,
            {"party": "a"},
            "Harbour Estates co-leads alone: let Harbour Estates lead, or make Northline Cabling co-lead too.",
        ),
        (
            AdviceKind.SECOND_NEED,
            {"words": "and be"},
            "“and be” begins a second need: make two needs of it, so that each can be rated by itself.",
        ),
        (
            AdviceKind.PARTY_NAME,
            {"words": "Northline"},
            "Is “Northline” one of you? Then write it so that it held before you were there.",
        ),
        (AdviceKind.OFFER, {"words": "cabling"}, "Is “cabling” a product of yours? Then say what it is for."),
        (
            AdviceKind.SOLUTION,
            {"words": "tool"},
            "Is “tool” a product? Then write what customers want to get done with it.",
        ),
        (
            AdviceKind.TWIN,
            {"words": "Be safe"},
            "“Be safe” stands in the list twice: keep one, or say what makes them two.",
        ),
        (
            AdviceKind.OPEN_WHO,
            {"words": "or"},
            "“or” leaves open who: name the one whose job it is, and give the other a meeting.",
        ),
        (
            AdviceKind.STORY,
            {"when": "our lease ends", "want": "move our desks", "so_that": "I can sleep"},
            (
                "That is the whole sentence; taken apart it is: "
                "when “our lease ends”, I want to “move our desks”, so that “I can sleep”."
            ),
        ),
        (
            AdviceKind.DAY_OVER,
            {"day": dt.date(2026, 2, 28), "ahead": dt.date(2027, 2, 28)},
            "28 February 2026 is over: write a day that is to come, as 28 February 2027.",
        ),
        (
            AdviceKind.WHEN_UNSAID,
            {},
            "Say when: a date, a cadence as in “every six weeks”, or a trigger as in “when a client signs a lease”.",
        ),
    ],
)
def test_advice_in_words(kind: AdviceKind, values: dict[str, AdviceValue], sentence: str) -> None:
    """Each kind quotes the words it is about and names who is meant."""
    assert said(kind, **values) == sentence


@pytest.mark.parametrize("kind", AdviceKind)
def test_every_kind_is_a_whole_sentence(kind: AdviceKind) -> None:
    """Whatever there is to say can be said, in one sentence without a slot left open."""
    values = {"want": "move"} if kind is AdviceKind.STORY else EVERY_VALUE
    assert re.fullmatch(r"[A-Z“0-9][^{}]*[.?]", said(kind, **values))


@pytest.mark.parametrize("vagueness", Vagueness)
def test_whatever_is_left_open_has_something_to_write_instead(vagueness: Vagueness) -> None:
    """Each sort of vague words says what to write instead of them."""
    sentence = said(AdviceKind.VAGUE, words="asap", vagueness=vagueness)
    assert re.fullmatch(r"“asap” can mean anything: [a-z].*\.", sentence)


def test_nameless_parties_begin_a_sentence_with_a_capital() -> None:
    """Without names the parties are party A and party B, with a capital where they begin the sentence."""
    advice = Advice(Rule.LEAD, "roles", AdviceKind.CO_LEADS_ALONE, {"party": "b"})
    assert advice_sentence(advice, canvas()) == "Party B co-leads alone: let party B lead, or make party A co-lead too."
