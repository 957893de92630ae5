"""A friendly goodbye that both can keep."""

from __future__ import annotations

import datetime as dt
from email.headerregistry import Address
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from jtbd.model import Canvas
from jtbd.scoring import Verdict
from jtbd.usecases.canvases.parting import goodbye
from tests.support.builders import canvas, parties, rated
from tests.support.screens import HOSTILE

TODAY: Final = dt.date(2026, 11, 27)
NEED: Final = rated(((3, "core"), (0, "leave")))


def met(**fields: Any) -> Canvas:
    """Return a meeting of two with a job, and a seat that is empty."""
    gap = {"aspects": ["need-1"], "who": "a commercial insurance broker", "owner": "a"}
    job = {"want": "move our business to new premises"}
    return canvas(**{"parties": parties(), "aspects": NEED, "job": job, "missing": [gap], **fields})


def test_the_letter_by_hand() -> None:
    """It thanks, says what was found out and whom both miss, and is signed by the host."""
    assert goodbye(met(), Verdict.COMPETITIVE, TODAY).text == (
        "Dear Bea,\n\n"
        "thank you for the coffee on 27 November 2026. We looked at one job of our customers: “move our business to "
        "new premises”, and found that there we compete for the same thing.\n"
        "That took us one cup, and I am glad that we asked instead of hoping.\n\n"
        "Whom we did not have at the table:\n"
        "- a commercial insurance broker, for “Meet need number 1” (Ana is looking)\n"
        "If you know somebody, tell me; I will do the same.\n\n"
        "I hope that we meet again, over another job.\n\n"
        "Ana Ruiz\nHarbour Estates"
    )


@pytest.mark.parametrize("verdict", Verdict)
def test_a_letter_needs_nothing_but_a_verdict(verdict: Verdict) -> None:
    """With no names, no job and nobody missing it is still a letter, whatever the verdict."""
    letter = goodbye(canvas(), verdict, TODAY)
    assert letter.text.startswith("Dear colleague,\n")
    assert "None" not in letter.text + letter.subject


@pytest.mark.parametrize("said", [*HOSTILE, "Jürgen & Söhne?body=x&bcc=mallory@evil.example", "a\u2028b"])
def test_what_people_wrote_does_not_break_out_of_the_link(said: str) -> None:
    """The link goes to the other's address alone and carries subject and text, whatever stands in the canvas."""
    document = met(job={"want": said})
    named = document.revise(parties={"a": {"organisation": said[:60]}, "b": document.parties.b})
    letter = goodbye(named, Verdict.LITTLE_IN_COMMON, TODAY)
    parts = urlsplit(letter.link)
    assert parts.scheme == "mailto"
    assert Address(addr_spec=unquote(parts.path)).domain.endswith(".example")
    assert parse_qs(parts.query) == {"subject": [letter.subject], "body": [letter.text.replace("\n", "\r\n")]}
