"""Vectors that break the rule `schema`: correctly written, hashed and signed, but not what a sheet is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broken import broken
from material import ABSENT, Vector, changed, consent, mark_hash, plain, sheet, thumb

_NEED: Final = {"id": "plan", "text": "another"}
_PROMISE: Final = {"by": "b", "id": "introduce", "serves": [], "what": "another"}
_VALUE: Final = {"a": {}, "b": {}, "currency": "EUR", "digits": 2}

_CHANGES: Final[tuple[tuple[str, object, str], ...]] = (
    # field, value, what is wrong
    ("extra", 1, "an unknown field of the commitment"),
    ("job.by", "x", "an unknown field of a part"),
    ("confidential", ABSENT, "a field that must be there is missing"),
    ("review", ABSENT, "a map that must be there even if empty is missing"),
    ("roles.b", ABSENT, "a party's role is missing; it must be there, if empty"),
    ("overlap.flags", ABSENT, "a list that must be there even if empty is missing"),
    ("commitments.0.serves", ABSENT, "serves must be there, if empty"),
    ("format", "jtbd.commitment-sheet/2", "a newer format"),
    ("format", "jtbd.commitment-sheet/1.2", "a newer minor format"),
    ("binding", "promise", "another word than intent and contract"),
    ("confidential", "false", "a truth as a text"),
    ("confidential", 0, "a truth as a number"),
    ("canvas.revision", "3", "a number as a text"),
    ("canvas.revision", True, "a number as a truth"),
    ("canvas.revision", -1, "a number below its range"),
    ("canvas.sha256", "A" * 64, "a digest in capitals"),
    ("canvas.sha256", "0" * 63, "a digest that is too short"),
    ("canvas.id", "Harbour", "a capital in an id"),
    ("canvas.id", "harbour-", "a hyphen at an id's end"),
    ("canvas.id", "x" * 121, "an id of 121 characters"),
    ("id", "bxxlr6q5xpxeydn6p5pdzemdsb", "a sheet's id whose last character carries stray bits"),
    ("id", "bxxlr6q5xpxeydn6p5pdzemds", "a sheet's id of 25 characters"),
    ("seal", f"{thumb('seal')[:42]}B", "a thumbprint whose last character carries stray bits"),
    ("seal", f"{thumb('seal')}=", "a thumbprint with padding"),
    ("parties.0.name", "", "an empty name"),
    ("parties.0.name", "x" * 201, "a name of 201 characters"),
    ("parties.0.name", "Ana\tRuiz", "a tab in a line"),
    ("parties.0.title", "partner ", "a space behind a text"),
    ("parties.0.title", "\u00a0partner", "a no-break space before a text"),
    ("parties.0.title", "\u3000partner", "an ideographic space before a text"),
    ("parties.0.title", "", "an optional text that is empty instead of absent"),
    ("parties.0.email", "ana@harbour.example", "a field of the canvas that a sheet has not"),
    ("parties", [], "no parties"),
    ("job.want", "move\nout", "a line feed in a line"),
    ("job.want", ["move"], "a list in a text's place"),
    ("job.want", ABSENT, "a job that wants nothing"),
    ("commitments", [], "no commitments"),
    ("commitments", {}, "a map in a list's place"),
    ("commitments.0.what", "x" * 601, "a text of 601 characters"),
    ("commitments.0.what", "é" * 1000, "a text of 1,000 characters beyond ASCII, which is still canonical"),
    ("commitments.0.by", "c", "a promise by a stranger"),
    ("commitments.0.kind", "gift", "an unknown kind"),
    ("commitments.0.due", "2026-02-30", "a day that no month has"),
    ("commitments.0.due", "2026-2-3", "a date without its zeros"),
    ("commitments.0.due", "2026-12-15T00:00:00Z", "a time in a date's place"),
    ("commitments.0.due", "0000-01-01", "the year 0"),
    ("commitments.0.due", 20261215, "a number in a date's place"),
    ("commitments.0.events", [], "a field of the canvas's promises that a sheet's have not"),
    ("commitments.0.every", {}, "a cadence without a unit"),
    ("commitments.0.every", {"days": 1, "weeks": 1}, "a cadence with two units"),
    ("commitments.0.every", {"days": 0}, "a cadence of 0"),
    ("commitments.0.every", {"months": 521}, "a cadence of 521"),
    ("commitments.0.every", {"years": 1}, "a cadence in years"),
    ("commitments.1", _PROMISE, "two commitments of the same id"),
    ("aspects.1", _NEED, "two aspects of the same id"),
    ("aspects.1", {"id": "spare", "text": "unserved"}, "an aspect that no commitment serves"),
    ("aspects", [], "an aspect that a commitment serves is missing"),
    ("overlap.total", 49, "an overlap that does not add up"),
    ("overlap.verdict", "friends", "an unknown verdict"),
    ("overlap.flags", ["red"], "an unknown flag"),
    ("required", ["b", "a"], "required in another order"),
    ("required", ["a"], "one required party"),
    ("parties.2", {"id": "a", "key": thumb("mallory"), "name": "Mallory"}, "three parties"),
    ("parties.1.role", "lead", "a role that differs between parties and roles"),
    ("roles.a", {}, "a role under parties alone"),
    ("roles.a.role", "boss", "an unknown role"),
    ("review.next", "soon", "a review on no date"),
    ("value", {**_VALUE, "digits": 5}, "minor units of 5 digits"),
    ("value", {**_VALUE, "currency": "eur"}, "a currency in small letters"),
    ("value", {**_VALUE, "a": {"alone": "1.5"}}, "an amount as a text"),
    ("value", {**_VALUE, "a": {"notice": -1}}, "a notice below 0"),
    ("value", {"a": {}, "currency": "EUR", "digits": 2}, "money of one party alone"),
)

_MARKS: Final = (
    ("L1 2", "does not begin with a move"),
    ("M1", "lacks a number"),
    ("M1 2 3", "has a number too many"),
    ("M", "moves nowhere"),
    ("M1 2Z3", "has a number behind Z"),
    ("M1 2A1 1 0 0 1 2 2", "has an arc"),
    ("M1e3 2", "has an exponent"),
    ("M1234567 2", "has seven digits before the point"),
    ("M1.1234567 2", "has seven digits behind the point"),
    ("M1. 2", "has a point without digits behind it"),
    ("M1-2", "has two numbers without a separator"),
    ("M1 ,2", "has a space before a comma"),
    ("M1  2", "has two spaces between numbers"),
    (" M1 2", "begins with a space"),
    ("M1 2\n", "ends with a line feed"),
    ('M1 2"/><script>', "has markup in it"),
    ("M١ ٢", "has digits beyond ASCII"),
)


def vectors() -> Iterator[Vector]:
    """Yield sheets of another form."""
    content = plain("schema")
    for number, (field, value, about) in enumerate(_CHANGES, start=1):
        said = changed(content, field, value)
        signatures = [consent(said, "a")] if said["parties"] else []
        name = f"{number:02}-{field.replace('.', '-').replace('_', '-')}"
        yield broken("schema", name, about, sheet(said, *signatures))
    turned = changed(content, "parties", content["parties"][::-1])
    yield broken("schema", "parties-turned", "the parties in another order", sheet(turned, consent(turned, "a")))
    for number, (mark, about) in enumerate(_MARKS, start=1):
        data = sheet(content, {**consent(content, "a", mark=mark_hash(mark)), "mark_svg": mark})
        yield broken("schema", f"mark-{number:02}", f"a drawn signature that {about}", data)
    yield from _files()


def _files() -> Iterator[Vector]:
    content = plain("schema-file")
    a, b = consent(content, "a"), consent(content, "b")
    digest = sheet(content).split(b'content_hash: "sha256:')[1][:64].decode()
    for name, about, data in (
        ("extra-field", "an unknown field of the file", sheet(content, a, b, seal="x")),
        ("hash-capitals", "the hash in capitals", sheet(content, content_hash=f"sha256:{digest.upper()}")),
        ("hash-bare", "the hash without its algorithm", sheet(content, content_hash=digest)),
        ("signatures-map", "a map in the place of the signatures", sheet(content, signatures={})),
        ("signature-extra", "an unknown field of a signature", sheet(content, {**a, "at": 1})),
        ("signature-of-c", "a signature of a third party", sheet(content, a, b, {**b, "party": "c"})),
        ("signature-of-nobody", "a signature without a party", sheet(content, changed(a, "party", ABSENT), b)),
        ("no-mark", "a typed signature without its empty mark", sheet(content, changed(a, "mark_svg", ABSENT))),
        ("jws-list", "a signature that is no text", sheet(content, {**a, "jws": []})),
        ("unknown-deep", "32 maps in each other are read, though unknown", _deep()),
        ("not-a-sheet", "another file in canonical YAML", b'format: "jtbd.canvas/1"\n'),
    ):
        yield broken("schema", name, about, data)


def _deep() -> bytes:
    inner: dict[str, object] = {}
    for _ in range(30):
        inner = {"x": inner}
    return sheet(plain("schema-file"), x=inner)
