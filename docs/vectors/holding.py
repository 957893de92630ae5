"""Vectors of sheets that hold: every state, every field, every kind of text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

from material import MARK, Data, Vector, changed, consent, decline, minimal, plain, sheet

ANA: Final = "Ana Ruiz (Harbour Estates)"
BEA: Final = "Bea Lund (Northline Cabling)"
BOTH: Final = f"{ANA} and {BEA} have both signed this content, and it is unchanged since."
LETTERS: Final = (
    ("greek-cyrillic", "Greek and Cyrillic", "Ελένη Παππά", "Мария Юрьева", "Μεταφορά γραφείου без простоя"),
    ("arabic-hebrew", "right-to-left text, without any bidi control", "ليلى حدّاد", "נועה לוי", "نقل المكتب היום"),
    ("devanagari-thai", "combining vowels and tone marks", "आशा वर्मा", "สมชาย ใจดี", "कार्यालय ย้ายสำนักงานที่นี่"),
    ("cjk", "Chinese, Japanese and Korean", "王小明", "佐藤さくら", "사무실을 옮긴다、移転する。"),
    (
        "emoji",
        "characters beyond U+FFFF, joined and with variation selectors",
        "Ana \U0001f469\u200d\U0001f4bb",
        "Bea ☕\ufe0f",
        "move \U0001f69a\U0001f1f5\U0001f1f9 𝄞 \U00020000",
    ),
)


def vectors() -> Iterator[Vector]:
    """Yield the sheets that hold, unsigned to complete."""
    yield from _states()
    yield from _declined()
    yield from _fields()
    yield from _texts()
    yield from _statements()


def _vector(name: str, about: str, content: Data, *signatures: Data, message: str) -> Vector:
    said = tuple(item["party"] for item in signatures)
    outcome = name.partition("-")[0]
    return Vector(
        file=f"sheets/{name}.yaml",
        data=sheet(content, *signatures),
        outcome=outcome,
        rule="signers" if outcome == "incomplete" else None,
        message=message,
        signed=said,
        missing=tuple(party for party in "ab" if party not in said),
        about=about,
    )


def _both(name: str, about: str, content: Data, message: str = BOTH) -> Vector:
    return _vector(name, about, content, consent(content, "a"), consent(content, "b"), message=message)


def _states() -> Iterator[Vector]:
    content = plain("states")
    a, b = consent(content, "a"), consent(content, "b")
    yield _vector(
        "incomplete-unsigned",
        "frozen, nobody has signed",
        content,
        message=f"0 of 2 signed; still to sign: {ANA} and {BEA}.",
    )
    yield _vector("incomplete-a", "a has signed", content, a, message=f"1 of 2 signed; still to sign: {BEA}.")
    yield _vector("incomplete-b", "b has signed first", content, b, message=f"1 of 2 signed; still to sign: {ANA}.")
    yield _vector("complete-typed", "both signed with a typed name", content, a, b, message=BOTH)
    yield _vector(
        "complete-drawn",
        "both drew their signatures; the mark's SHA-256 is in the statement",
        content,
        consent(content, "a", MARK),
        consent(content, "b", "m1.5,2.25 l-3, 4 5,6 q1 2 3 4t.5 +6 h7v8 s1 2 3 4z"),
        message=BOTH,
    )


def _declined() -> Iterator[Vector]:
    content = plain("declined")
    for party, name in (("a", ANA), ("b", BEA)):
        yield _vector(
            f"declined-{party}",
            f"{party} declined, the other has not signed",
            content,
            decline(content, party, "we have no room before spring"),
            message=f"{name} declined: “we have no room before spring”.",
        )
        yield _vector(
            f"declined-{party}-suggests",
            f"{party} declined and named somebody",
            content,
            decline(content, party, "too far", suggests="Cleo Park of Packed Boxes"),
            message=f"{name} declined: “too far”. Who fits better, they say: Cleo Park of Packed Boxes.",
        )
    yield _vector(
        "declined-b-after-a",
        "a consented, then b declined: declined, and both have signed",
        content,
        consent(content, "a"),
        decline(content, "b", "no"),
        message=f"{BEA} declined: “no”.",
    )
    yield _vector(
        "declined-both",
        "both declined: one sentence each, with a space between",
        content,
        decline(content, "a", "no"),
        decline(content, "b", "nor we", suggests="Cleo"),
        message=f"{ANA} declined: “no”. {BEA} declined: “nor we”. Who fits better, they say: Cleo.",
    )


def _fields() -> Iterator[Vector]:
    yield _both(
        "complete-minimal",
        "every optional field left out; lists and maps that must be there are empty",
        minimal("minimal"),
        "Ana and Bea have both signed this content, and it is unchanged since.",
    )
    yield _both("complete-every-field", "every field there is", _full())
    for currency, digits, amount in (("JPY", 0, 40_000), ("EUR", 2, 4_000_050), ("TND", 3, -1234), ("CLF", 4, 0)):
        value = {
            "a": {"alone": amount, "notice": 0, "together": 999_999_999_999_999},
            "b": {"alone": -999_999_999_999_999},
            "currency": currency,
            "digits": digits,
        }
        about = f"money in whole minor units of {digits} digits"
        yield _both(f"complete-money-{digits}", about, {**plain(f"money-{digits}"), "value": value})
    alike = changed(plain("same-name"), "parties.0.organisation", "Ana Ruiz")
    yield _both(
        "complete-name-is-organisation",
        "an organisation of the person's own name is not said twice",
        alike,
        f"Ana Ruiz and {BEA} have both signed this content, and it is unchanged since.",
    )
    twice = changed(plain("twice"), "commitments.0.serves", ["plan", "plan"])
    twice = changed(twice, "overlap.flags", ["heading", "heading"])
    yield _both("complete-named-twice", "what is served, or flagged, twice is no fault", twice)


def _full() -> Data:
    promise = {
        "by": "b",
        "done_when": "the plan reached Harbour",
        "due": "9999-12-31",
        "every": {"months": 520},
        "gives": "a fact sheet",
        "id": "survey",
        "kind": "joint-offer",
        "qualifies": "ten desks or more",
        "reward": "none; in kind",
        "serves": ["plan", "move-2"],
        "standard": "within one working day",
        "trigger": "when a client accepts",
        "what": "Survey each introduced site",
    }
    kinds = ("referral", "introduction", "delivery", "information", "other")
    others = [{"by": "a", "id": kind, "kind": kind, "serves": [], "what": f"one {kind}"} for kind in kinds]
    base = plain("full")
    parties = [
        {**base["parties"][0], "role": "co-lead"},
        {**base["parties"][1], "role": "refer", "title": "owner"},
    ]
    return {
        **base,
        "aspects": [*base["aspects"], {"id": "move-2", "text": "Move within a weekend"}],
        "binding": "contract",
        "commitments": [promise, *others, {"by": "a", "every": {"days": 1}, "id": "0", "serves": [], "what": "call"}],
        "confidential": True,
        "job": {
            "performer": "owner of a 20-person firm",
            "so_that": "we lose no working day",
            "want": "move our business to new premises",
            "when": "our lease ends",
        },
        "overlap": {
            **base["overlap"],
            "flags": ["one-sided", "swallowed-a", "swallowed-b", "mixed-signals", "heading", "line-drawn"],
            "verdict": "little-in-common",
        },
        "parties": parties,
        "review": {"every": {"weeks": 6}, "next": "0001-01-01"},
        "roles": {"a": {"does": "calls first", "role": "co-lead"}, "b": {"does": "sends names", "role": "refer"}},
        "value": {
            "a": {"alone": 4_000_000, "notice": 1_000_000, "together": 7_000_000},
            "b": {"alone": 2_500_000, "notice": 800_000, "together": 4_500_000},
            "currency": "EUR",
            "digits": 2,
        },
    }


def _texts() -> Iterator[Vector]:
    for name, about, ana, bea, want in LETTERS:
        content = minimal(name)
        content = changed(changed(content, "parties.0.name", ana), "parties.1.name", bea)
        content = changed(content, "job.want", want)
        message = f"{ana} and {bea} have both signed this content, and it is unchanged since."
        yield _both(f"complete-{name}", about, content, message)
    awkward = minimal("awkward")
    awkward["commitments"] = [
        {"by": "a", "id": f"w{number}", "serves": [], "what": text}
        for number, text in enumerate(
            ("no", "null", "~", "12:30", "0x1F", "1e3", "- a", "? b", "a: b # c", "{[&*!|>%@`", "'", '"\\"', "\\u0041")
        )
    ]
    yield _both(
        "complete-awkward-words",
        "words and signs that unquoted YAML would take for something else; quotes and backslashes",
        awkward,
        "Ana and Bea have both signed this content, and it is unchanged since.",
    )
    yield _both("complete-longest", "names of 200, texts of 600, ids of 120 characters", _longest(), _longest_message())


def _longest() -> Data:
    content = minimal("longest")
    content["parties"][0]["name"] = "\U0001f642" * 200
    content["parties"][1]["organisation"] = "é" * 200
    content["commitments"][0].update(id="x" * 120, what="\U0001d11e" * 600)
    return content


def _longest_message() -> str:
    ana, organisation = "\U0001f642" * 200, "é" * 200
    return f"{ana} and Bea ({organisation}) have both signed this content, and it is unchanged since."


def _statements() -> Iterator[Vector]:
    content = plain("statements")
    own = "Ja, ich stimme zu.\n\n\tAber nur bis März \U0001f642 \u200f "
    yield _vector(
        "complete-own-words",
        "a consent in own words over several lines, at the first and at the last second there is",
        content,
        consent(content, "a", consent=own, iat=0),
        consent(content, "b", consent="y", iat=253_402_300_799),
        message=BOTH,
    )
    long_mark = "M0 0" + "L123456.123456 -.5" * 200
    yield _vector(
        "complete-long",
        "a consent of 4,000 characters and a drawn signature of 3,604",
        content,
        consent(content, "a", long_mark, consent="x" * 4000),
        consent(content, "b", "M1 2Z  z M3 4Z "),
        message=BOTH,
    )
    other = changed(content, "canvas.sha256", hashlib.sha256(b"other").hexdigest())
    yield _vector(
        "incomplete-quotes",
        "reasons and names stand in the message as they are",
        changed(other, "parties.1.name", "Bea “the Cable” <b>Lund</b>"),
        message=f"0 of 2 signed; still to sign: {ANA} and Bea “the Cable” <b>Lund</b> (Northline Cabling).",
    )
