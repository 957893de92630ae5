"""Sheets that hold, in every state and with every kind of content: one list for every verifier."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any, Final, NamedTuple

from jtbd.model.sheet import Sheet
from jtbd.model.text import GREATEST
from jtbd.sign.sheet.content import content_hash, sheet_yaml
from tests.support import builders, sheets
from tests.support.sheets import decline, sign

SCRIPTS: Final = {
    "greek": ("Ελένη Παππά", "Λιμάνι Ακίνητα"),
    "cyrillic": ("Ольга Іванова", "Північна мережа"),
    "arabic": ("ليلى حداد", "عقارات الميناء"),
    "hebrew": ("נועה כהן", "נדל״ן הנמל (בע״מ)"),
    "devanagari": ("अनन्या शर्मा", "बंदरगाह संपदा"),
    "thai": ("สมหญิง ใจดี", "ท่าเรือ"),
    "chinese": ("陈小雅", "海港地产"),
    "japanese": ("佐藤 花子", "港不動産"),
    "korean": ("김하늘", "항구 부동산"),
    "vietnamese": ("Nguyễn Thị Hằng", "Bất động sản Cảng"),
    "emoji": ("Ana 👩🏽‍💻 Ruiz", "Harbour 🏝️ Estates"),
    "marks": ("left\u200eright\u200f", "x" + "\u0323\u0301" * 90),
    "markup": ('<img src=x onerror="alert(1)">', "</script><b>&amp;\\\"'`${1}{{policy}}"),
}


class State(NamedTuple):
    """A file that holds, as it was written by a draft, a signature or a refusal."""

    name: str
    data: bytes
    outcome: str


@cache
def states() -> tuple[State, ...]:
    """Return sheets that hold, each by name with the outcome that it must have."""
    found: dict[str, tuple[Sheet, str]] = {
        "draft": (sheets.draft(), "incomplete"),
        "half-signed": (sheets.half_signed(), "incomplete"),
        "half-signed-by-b": (sign(sheets.draft(), "b", sheets.key("b"), at=sheets.AT), "incomplete"),
        "complete": (sheets.complete(), "complete"),
        "complete-in-money": (sheets.complete(sheets.draft(money=True)), "complete"),
        "complete-contract": (sheets.complete(sheets.draft(binding="contract", confidential=True)), "complete"),
        "complete-and-full": (sheets.complete(full()), "complete"),
        "complete-and-bare": (sheets.complete(bare()), "complete"),
        "complete-and-greatest": (sheets.complete(greatest()), "complete"),
        "complete-without-weight": (sheets.complete(_weightless()), "complete"),
        "declined": (_declined(suggests=None), "declined"),
        "declined-with-suggestion": (_declined(suggests="Copper Fox, they know cafés"), "declined"),
        "declined-after-consent": (_declined_by_b(), "declined"),
        "declined-by-both": (_declined_by_both(), "declined"),
        "in-own-words": (_own_words("Yes.\n\n\tGladly, and in my own words: “ja” — да — نعم\n"), "incomplete"),
        "in-4000-words": (_own_words("é" * 4_000), "incomplete"),
        "in-1971": (_signed_at(dt.datetime(1971, 1, 1, tzinfo=dt.UTC)), "incomplete"),
        "in-9999": (_signed_at(dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=dt.UTC)), "incomplete"),
        "with-every-stroke": (
            _marked("m0 0h1 2v3l-.5 +4.25, 6 7c1 2 3 4 5 6s1 2,3 4q1 2 3 4t5 6zM1 1Z  "),
            "incomplete",
        ),
        "with-the-longest-mark": (_marked("M0 0" + "L12 3" * 13_106 + "z "), "incomplete"),
        **{f"in-{name}": (sheets.complete(_of(*names)), "complete") for name, names in SCRIPTS.items()},
    }
    return tuple(State(name, sheet_yaml(sheet), outcome) for name, (sheet, outcome) in found.items())


def full() -> Sheet:
    """Return a draft that has every field, with texts at their limits and money of every sign and size."""
    aspects = [{"id": f"need-{n}", "dimension": "functional", "text": f"{n} " + "ü" * 598} for n in range(3)]
    promises = [
        {
            "id": f"promise-{by}-{number}",
            "by": by,
            "what": "w" * 600,
            "kind": kind,
            "trigger": "when “they” sign; at last",
            "due": "2028-02-29",
            "every": every,
            "done_when": "三 were sent",
            "serves": ["need-0", "need-1", "need-2"],
            "gives": "warm leads",
            "qualifies": "ten desks or more",
            "standard": "a call within a day",
            "reward": "none; in kind",
        }
        for number, (by, kind, every) in enumerate(
            (
                ("a", "referral", {"days": 1}),
                ("b", "introduction", {"weeks": 1}),
                ("a", "joint-offer", {"months": 520}),
                ("b", "delivery", {"days": 2}),
                ("a", "information", {"weeks": 2}),
                ("b", "other", {"months": 1}),
            )
        )
    ]
    value = {
        "currency": "BHD",
        "a": {"alone": "-1234567.891", "together": "0.005", "notice": "999"},
        "b": {"alone": "1000", "together": "-0.5"},
    }
    canvas = builders.ready_canvas(
        aspects=aspects,
        commitments=promises,
        value=value,
        roles={"a": {"role": "co-lead"}, "b": {"role": "refer", "does": "calls"}},
        review={"every": {"months": 1}, "next": "2000-01-09"},
    )
    draft = sheets.draft(canvas, money=True)
    content = draft.commitment.dump()
    flags = ["one-sided", "swallowed-a", "swallowed-b", "mixed-signals", "heading", "line-drawn"]
    shares = {"contested": 1, "only_a": 1_995, "only_b": 4, "open": 0, "total": 2_000}
    return _with(draft, overlap={**content["overlap"], **shares, "flags": flags, "verdict": "contested"})


def bare() -> Sheet:
    """Return a draft that has nothing that it can do without."""
    canvas = builders.canvas(
        parties={"a": {"organisation": "Ana & Co"}, "b": {"person": "Bea"}},
        job={"want": "m"},
        commitments=[{"id": "c", "by": "a", "what": "w"}],
    )
    return sheets.draft(canvas)


def greatest() -> Sheet:
    """Return a draft in which every number is as great or as small as it can be."""
    content = sheets.draft().commitment.dump()
    extremes = {"alone": -GREATEST, "together": GREATEST, "notice": GREATEST}
    return _with(
        sheets.draft(),
        canvas={**content["canvas"], "id": "a" * 120, "revision": GREATEST},
        overlap={
            **content["overlap"],
            "contested": 0,
            "only_a": GREATEST - 1,
            "only_b": 1,
            "open": 0,
            "total": GREATEST,
        },
        value={"currency": "EUR", "digits": 4, "a": extremes, "b": {}},
    )


def _weightless() -> Sheet:
    nothing = dict.fromkeys(("contested", "only_a", "only_b", "open", "total"), 0)
    overlap = {**sheets.draft().commitment.dump()["overlap"], **nothing, "verdict": "unknown", "flags": []}
    value = {"currency": "JPY", "digits": 0, "a": {"notice": 0}, "b": {"together": -1}}
    return _with(sheets.draft(), overlap=overlap, value=value)


def _with(draft: Sheet, **changes: Any) -> Sheet:
    edited = sheets.edited(draft, **changes)
    return edited.revise(content_hash=content_hash(edited.commitment))


def _of(person: str, organisation: str) -> Sheet:
    party = builders.party("a", person=person, organisation=organisation, title=person)
    promise = {"id": "call", "by": "a", "what": f"{organisation} calls {person}", "done_when": organisation}
    canvas = builders.ready_canvas(parties={"a": party, "b": builders.party("b")}, commitments=[promise])
    return sheets.draft(canvas)


def _declined(suggests: str | None) -> Sheet:
    reason = "We have no crew free this winter"
    return decline(sheets.draft(), "a", sheets.key("a"), at=sheets.AT, reason=reason, suggests=suggests)


def _declined_by_b() -> Sheet:
    return decline(sheets.half_signed(), "b", sheets.key("b"), at=sheets.AT, reason="“No”, said Bea.")


def _declined_by_both() -> Sheet:
    """Return what no program writes, as a refusal ends the round, but two could sign it at the same time."""
    a, b = (decline(sheets.draft(), party, sheets.key(party), at=sheets.AT, reason=party) for party in ("a", "b"))
    return sheets.draft().revise(signatures=(*a.signatures, *b.signatures))


def _own_words(consent: str) -> Sheet:
    return sign(sheets.draft(), "a", sheets.key("a"), at=sheets.AT, consent=consent)


def _signed_at(at: dt.datetime) -> Sheet:
    return sign(sheets.draft(open_until=max(at.date(), sheets.OPEN_UNTIL)), "a", sheets.key("a"), at=at)


def _marked(mark: str) -> Sheet:
    return sign(sheets.draft(), "a", sheets.key("a"), at=sheets.AT, mark_svg=mark)
