"""Vectors of the format 1.1: what it added, and the rule `late`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broken import broken
from holding import BEA, BOTH
from material import ABSENT, IAT, Data, Vector, changed, consent, decline, plain, sheet, sheet_id

_ADDED: Final = ("language", "open_until", "replaces")
_NOON: Final = 1_798_718_400  # 2026-12-31, 12:00 UTC: the last day
_MIDNIGHT: Final = 1_798_761_600  # 2027-01-01, 00:00 UTC


def vectors() -> Iterator[Vector]:
    """Yield sheets of the format 1.1, and of the first one with what only 1.1 has."""
    yield from _holding()
    yield from _forms()
    yield from _payloads()
    yield from _late()


def newer(name: str) -> Data:
    """Return an everyday commitment of the format 1.1, to be signed until the end of 2026."""
    return {
        **plain(name),
        "format": "jtbd.commitment-sheet/1.1",
        "language": "en",
        "open_until": "2026-12-31",
        "replaces": [],
    }


def said(content: Data, party: str, /, **changes: object) -> Data:
    """Return a party's consent in the format 1.1."""
    return consent(content, party, **{"zone": "+01:00", **changes})


def _vector(name: str, about: str, data: bytes, message: str, signed: tuple[str, ...]) -> Vector:
    outcome = name.partition("-")[0]
    missing = tuple(party for party in "ab" if party not in signed)
    rule = "signers" if outcome == "incomplete" else None
    return Vector(f"sheets/{name}.yaml", data, outcome, rule, message, signed, missing, about)


def _holding() -> Iterator[Vector]:
    content = newer("newer")
    both = ("a", "b")
    for name, about, a, b in (
        ("plain", "both signed, two minutes and two zones apart", {}, {"iat": IAT + 120, "zone": "-09:30"}),
        ("clocks", "a phone's clock and a server's, in UTC", {"clock": "phone"}, {"clock": "server", "zone": "+00:00"}),
        ("last-day", "the last second of the last day where it was signed", {"iat": _MIDNIGHT - 3601}, {"iat": _NOON}),
        ("west", "the next day in UTC, but not where it was signed", {"iat": _MIDNIGHT, "zone": "-00:01"}, {}),
        ("long-ago", "before the day of the freeze, which nobody judges", {"iat": 0, "zone": "-23:59"}, {}),
    ):
        data = sheet(content, said(content, "a", **a), said(content, "b", **b))
        yield _vector(f"complete-1-1-{name}", about, data, BOTH, both)
    replacing = {**changed(content, "replaces", [sheet_id("one"), sheet_id("two")]), "language": "sr-Latn-RS"}
    data = sheet(replacing, said(replacing, "a"), said(replacing, "b"))
    yield _vector("complete-1-1-replaces", "it takes the place of two others", data, BOTH, both)
    data = sheet(content, said(content, "a"))
    yield _vector("incomplete-1-1", "a has signed", data, f"1 of 2 signed; still to sign: {BEA}.", ("a",))
    data = sheet(content, decline(content, "b", "no", zone="+05:45"))
    yield _vector("declined-1-1", "b declined", data, f"{BEA} declined: “no”.", ("b",))


def _forms() -> Iterator[Vector]:
    content, first = newer("newer-schema"), plain("newer-schema")
    for field in _ADDED:
        dashed = field.replace("_", "-")
        without = changed(content, field, ABSENT)
        yield broken("schema", f"1-1-no-{dashed}", f"1.1 without {field}", sheet(without, said(without, "a")))
        early = {**first, field: content[field]}
        yield broken("schema", f"1-with-{dashed}", f"1 with {field}", sheet(early, consent(early, "a")))
    for name, field, value, about in (
        ("language", "language", "English", "a language that is no tag"),
        ("open-until", "open_until", "2026-12-31T00:00:00Z", "a time in the place of the last day"),
        ("open-for-ever", "open_until", "", "a last day that is empty"),
        ("replaces-itself", "replaces", [content["id"]], "it takes its own place"),
        ("replaces-twice", "replaces", [sheet_id("one")] * 2, "it takes the place of one twice"),
        ("replaces-a-name", "replaces", ["sheet-1"], "it takes the place of something that is no id"),
    ):
        other = changed(content, field, value)
        yield broken("schema", f"1-1-{name}", about, sheet(other, said(other, "a")))


def _payloads() -> Iterator[Vector]:
    content, first = newer("newer-payload"), plain("newer-payload")
    for name, about, changes in (
        ("no-zone", "1.1 without a zone", {"zone": ABSENT}),
        ("zone-name", "a zone by its name", {"zone": "CET"}),
        ("zone-z", "UTC as Z", {"zone": "Z"}),
        ("zone-minus-zero", "UTC as -00:00", {"zone": "-00:00"}),
        ("zone-day", "a zone of a whole day", {"zone": "+24:00"}),
        ("clock", "an unknown clock", {"clock": "watch"}),
        ("aud", "signed for the first format", {"aud": "jtbd.commitment-sheet/1"}),
        (
            "aud-first",
            "signed for the first format, and as it would be there",
            {"aud": first["format"], "zone": ABSENT},
        ),
    ):
        yield broken("payload", f"1-1-{name}", about, sheet(content, said(content, "a", **changes), said(content, "b")))
    for name, about, changes in (
        ("zone", "a zone in the first format", {"zone": "+01:00"}),
        ("phone", "a phone's clock in the first format", {"clock": "phone"}),
        ("aud-newer", "signed for 1.1", {"aud": content["format"], "zone": "+01:00"}),
    ):
        yield broken("payload", f"1-{name}", about, sheet(first, consent(first, "a", **changes), consent(first, "b")))


def _late() -> Iterator[Vector]:
    content = newer("late")
    a, b = said(content, "a"), said(content, "b")
    for name, about, signatures in (
        ("a", "a signed on the day after the last", [said(content, "a", iat=_NOON + 86_400), b]),
        ("b", "b signed years later", [a, said(content, "b", iat=IAT + 10**8)]),
        (
            "east",
            "the last day in UTC, the next where it was signed",
            [a, said(content, "b", iat=_NOON, zone="+12:00")],
        ),
        ("first-second", "the first second of the next day", [said(content, "a", iat=_MIDNIGHT - 3600), b]),
        ("half", "the only signature there is", [said(content, "a", iat=_MIDNIGHT)]),
        ("decline", "a no that came late", [a, decline(content, "b", "no", zone="+00:00", iat=_MIDNIGHT)]),
        ("end-of-time", "the last second there is", [a, said(content, "b", iat=253_402_300_799, zone="+23:59")]),
        ("and-twice", "late is named before who signed twice", [said(content, "a", iat=_MIDNIGHT), a]),
    ):
        yield broken("late", name, about, sheet(content, *signatures))
