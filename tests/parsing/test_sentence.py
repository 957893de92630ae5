"""A promise said in one breath: what is taken, and what stays."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from jtbd.model import Commitment
from jtbd.parsing.sentence import take_apart
from jtbd.usecases.canvases.drafting import drafted
from jtbd.wording.promise import spoken

TODAY = dt.date(2026, 11, 27)
"""A Friday."""


@pytest.mark.parametrize(
    ("said", "what", "taken"),
    [
        ("Report monthly", "Report", {"every": {"months": 1}}),
        ("Report monthly to Bea", "Report to Bea", {"every": {"months": 1}}),
        ("Report every Monday", "Report", {"every": {"weeks": 1}, "due": "2026-11-30"}),
        ("Call every six weeks", "Call", {"every": {"weeks": 6}}),
        ("Call every other Monday, first on 7 Dec", "Call", {"every": {"weeks": 2}, "due": "2026-12-07"}),
        (
            "Send the open items list every month, first by 15 Dec; done when it is in her mailbox",
            "Send the open items list",
            {"every": {"months": 1}, "due": "2026-12-15", "done_when": "it is in her mailbox"},
        ),
        ("Report weekly, starting 1 January", "Report", {"every": {"weeks": 1}, "due": "2027-01-01"}),
        ("Send the list by EOM", "Send the list", {"due": "2026-11-30"}),
        ("Send the list (by 15 Dec)", "Send the list", {"due": "2026-12-15"}),
        ("Send the list - 15 Dec", "Send the list", {"due": "2026-12-15"}),
        ("Send the list no later than 15 December", "Send the list", {"due": "2026-12-15"}),
        ("Send the list by 15 Dec at the latest", "Send the list", {"due": "2026-12-15"}),
        ("Send the list by 15 Dec to Bea", "Send the list to Bea", {"due": "2026-12-15"}),
        ("By 15 Dec, send the list", "send the list", {"due": "2026-12-15"}),
        ("Call Omar tomorrow", "Call Omar", {"due": "2026-11-28"}),
        ("Introduce two firms by end of Q1", "Introduce two firms", {"due": "2027-03-31"}),
        ("Meet by year-end", "Meet", {"due": "2026-12-31"}),
        ("Explain when to pay, by 3 Dec", "Explain when to pay", {"due": "2026-12-03"}),
        ("Send the list by 15 Dec 2025", "Send the list", {"due": "2025-12-15"}),
        (
            "Pay within 30 days of the invoice",
            "Pay",
            {"trigger": "when the invoice comes", "done_when": "within 30 days of the invoice"},
        ),
        (
            "Send the plan within five working days after the visit; done when Bea has it",
            "Send the plan",
            {
                "trigger": "after the visit",
                "standard": "within five working days after the visit",
                "done_when": "Bea has it",
            },
        ),
        (
            "Tell Bea when she can start, when she is back",
            "Tell Bea when she can start",
            {"trigger": "when she is back"},
        ),
        ("Thank her after every wedding", "Thank her", {"trigger": "after every wedding"}),
        ("Call once the lease is signed", "Call", {"trigger": "once the lease is signed"}),
        ("When a client signs, introduce Bea", "introduce Bea", {"trigger": "when a client signs"}),
        (
            "Finish what is under way when this ends and pay for it all the same",
            "Finish what is under way and pay for it all the same",
            {"trigger": "when this ends"},
        ),
        (
            "Hand over the files when the contract ends and delete all copies",
            "Hand over the files and delete all copies",
            {"trigger": "when the contract ends"},
        ),
        ("Call when they sign and pay", "Call", {"trigger": "when they sign and pay"}),
        (
            "Send the list to Bea, so that she can plan, by 15 Dec",
            "Send the list to Bea",
            {"gives": "she can plan", "due": "2026-12-15"},
        ),
        (
            "The Parties shall meet quarterly and first on 30 March 2027",
            "The Parties shall meet",
            {"every": {"months": 3}, "due": "2027-03-30"},
        ),
    ],
)
def test_what_is_taken(said: str, what: str, taken: dict[str, Any]) -> None:
    """Each part that is sure goes into its field, wherever it stands in the sentence."""
    found = take_apart(said, TODAY)
    if "due" in found:
        found["due"] = found["due"].isoformat()
    assert found == {"what": what, **taken}


@pytest.mark.parametrize(
    "said",
    [
        "Call Omar by COB Friday",
        "Send it by next Friday",
        "Report by 5/12",
        "Report by 29 Feb",
        "Visit by mid-January",
        "Drop by Monday",
        "Survey the rooms in five days",
        "Send pictures within two weeks",
        "Keep the offer open until 15 Dec",
        "Call before Friday",
        "Meet twice a month",
        "Report on weekdays",
        "Send a monthly report",
        "Send two leads a month",
        "Tell Bea when she can start",
        "Let Bea know when the lease is signed",
        "Call every month until June",
        "Report every Monday, first on 8 Dec",
        "Send the list by 15 Dec and by 20 Dec",
        "Call every month, first by mid-January",
        "Look after the keys",
        "Call the client by phone",
        "Decide if the lease is right",
    ],
)
def test_what_stays(said: str) -> None:
    """Words that are not sure stay in the sentence, all of them; no half of them is taken."""
    assert take_apart(said, TODAY) == {"what": said}


WORDS = st.lists(
    st.sampled_from(
        [
            *("call", "Bea", "send", "the list", "tell her", "and", "pay", "to", "drop", "report"),
            *("when", "she is back", "when she asks", "if", "after the visit", "so that", "she can plan", "done when"),
            *("by", "on", "first", "until", "within", "every", "each", "in", ",", ";", "(", ")", "-"),
            *("Friday", "next Friday", "15 Dec", "5/12", "15/12", "EOM", "mid-January", "tomorrow", "end of Q1"),
            *("month", "monthly", "six weeks", "Monday", "30 days of the invoice", "twice a month", "three were sent"),
        ]
    ),
    max_size=12,
).map(" ".join)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[\w/'-]*\w", text.lower()))


@settings(max_examples=1000)
@given(WORDS)
def test_nothing_is_lost(said: str) -> None:
    """What stays is there letter for letter, in its order; what goes is a joint, a day or a cadence that was taken."""
    found = take_apart(said, TODAY)
    texts = " ".join(
        str(found[field]) for field in ("what", "trigger", "gives", "done_when", "standard") if field in found
    )
    gone = _words(said) - _words(texts)
    joints = Counter({"done": 9, "when": 9, "so": 9, "that": 9, "if": 9})
    if not found.keys() & {"due", "every", "standard"} and "within 30 days" not in texts:
        assert not gone - joints
    for field in ("gives", "done_when"):
        assert found.get(field, "").lower() in " ".join(said.split()).lower()
    rest = iter(" ".join(said.split()).lower())
    assert all(letter in rest for letter in found["what"].lower()), "letters of `what` stand in their order"


WHAT = ("call Omar", "Tell Bea when she can start", "explain when to pay", "Drop by", "look after the keys", "report")
CLAUSES = (
    (
        "when she is back",
        "whenever she asks",
        "once the lease is signed",
        "after every wedding",
        "as soon as she is ready",
    ),
    (
        "monthly",
        "every six weeks",
        "every Monday",
        "twice a month",
        "every other Monday",
        "on weekdays",
        "each quarter",
    ),
    (
        "by Friday",
        "by 5/12",
        "by 15/12",
        "by EOM",
        "by mid-January",
        "tomorrow",
        "on 15 Dec",
        "first by 15 Dec",
        "in two weeks",
    ),
    ("within 30 days of the invoice", "six weeks after the visit", "within 14 days"),
    (
        "so that she can plan",
        "so that Bea gets leads",
        "so she can plan",
        "so that customers find her",
        "so that warm leads",
    ),
)
DONE = st.sampled_from(
    ["", "; done when three were sent", ", done if she says so", ". Done within two weeks of the visit"]
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Draw a promise with some of its parts, in any order, with and without commas."""
    parts = draw(st.lists(st.sampled_from(CLAUSES), unique=True, max_size=4))
    said = [draw(st.sampled_from([" ", ", "])) + draw(st.sampled_from(part)) for part in parts]
    return draw(st.sampled_from(WHAT)) + "".join(said) + draw(DONE)


@settings(max_examples=1000)
@given(sentences())
def test_the_sentence_says_the_same_again(said: str) -> None:
    """The sentence that the program makes of a promise says itself again, however it was said at first."""
    fields = drafted(said, "Ana", TODAY, "Bea")
    fields.pop("standard", None)  # which no sentence says
    sentence = _sentence(fields)
    again = drafted(sentence, "Ana", TODAY, "Bea")
    assert again == fields
    assert _sentence(again) == sentence


def _sentence(fields: dict[str, Any]) -> str:
    return spoken(Commitment.model_validate({"id": "x", "by": "a", **fields}), "Bea")


@given(st.text(max_size=200))
def test_any_text(said: str) -> None:
    """Whatever is typed is taken apart without a failure."""
    assert "what" in take_apart(said, TODAY)
