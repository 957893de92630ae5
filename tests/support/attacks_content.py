"""Attacks on what was agreed: edited, retyped, under another hash."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from jtbd.sign.sheet.content import content_hash
from tests.support import sheets
from tests.support.forged import Attack, forged


def _edited() -> Iterator[Attack]:
    """Yield contents of which something was changed, under the hash that was signed and under their own."""
    sheet = sheets.complete()
    content = sheet.commitment.dump()
    promises = content["commitments"]
    parties = content["parties"]
    dropped = [need for need in content["aspects"] if need["id"] in promises[1]["serves"]]
    edits: dict[str, dict[str, Any]] = {
        "confidential": {"confidential": True},
        "binding": {"binding": "contract"},
        "promise": {"commitments": [{**promises[0], "what": "Introduce nobody"}, promises[1]]},
        "date": {"commitments": [{**promises[0], "due": "2027-12-15"}, promises[1]]},
        "promise-dropped": {"commitments": promises[1:], "aspects": dropped},
        "promise-order": {"commitments": promises[::-1]},
        "party": {"parties": [{**parties[0], "name": "Ana Ruis"}, parties[1]]},
        "verdict": {"overlap": {**content["overlap"], "verdict": "competitive"}},
        "canvas-hash": {"canvas": {**content["canvas"], "sha256": "1" * 64}},
        "canvas-id": {"canvas": {**content["canvas"], "id": "another-canvas"}},
        "canvas-revision": {"canvas": {**content["canvas"], "revision": 2}},
        "sheet-id": {"id": "aaaaaaaaaaaaaaaaaaaaaaaaaa"},
        "seal": {"seal": sheets.keys()["a"]},
    }
    for name, changes in edits.items():
        edited = sheets.edited(sheet, **changes)
        yield forged(f"edited-{name}", edited.dump(), "hash")
        rehashed = sheets.document(edited, content_hash=content_hash(edited.commitment))
        yield forged(f"edited-and-rehashed-{name}", rehashed, "payload")


def _hash_alone() -> Iterator[Attack]:
    """Yield another canvas's hash, and other hashes, in the place of the right one."""
    sheet = sheets.complete()
    other = sheets.draft(sheet_id="aaaaaaaaaaaaaaaaaaaaaaaaaa").content_hash
    yield forged("hash-of-another", sheets.document(sheet, content_hash=other), "hash")
    yield forged("hash-in-capitals", sheets.document(sheet, content_hash=_capitals(sheet.content_hash)), "schema")
    yield forged("hash-of-another-kind", sheets.document(sheet, content_hash=f"md5:{'0' * 32}"), "schema")


def _capitals(content: str) -> str:
    return f"sha256:{content.removeprefix('sha256:').upper()}"


def _retyped() -> Iterator[Attack]:
    """Yield values of another type, fields that are no fields, and forms that do not hold together."""
    changes: dict[str, Callable[[dict[str, Any]], object]] = {
        "number-as-text": lambda content: content["overlap"].update(total="48"),
        "truth-as-number": lambda content: content.update(confidential=0),
        "number-as-truth": lambda content: content["overlap"].update(open=True),
        "text-as-list": lambda content: content["job"].update(want=["move"]),
        "list-as-text": lambda content: content.update(aspects="none"),
        "list-as-map": lambda content: content["commitments"][0].update(serves={}),
        "map-as-list": lambda content: content.update(review=[]),
        "date-as-number": lambda content: content["review"].update(next=20270105),
        "date-that-is-none": lambda content: content["review"].update(next="2027-02-29"),
        "date-of-year-nought": lambda content: content["review"].update(next="0000-01-01"),
        "date-in-other-digits": lambda content: content["review"].update(next="２０２７-01-05"),
        "format-of-tomorrow": lambda content: content.update(format="jtbd.commitment-sheet/2"),
        "field-unknown": lambda content: content.update(extra=1),
        "field-of-objects": lambda content: content.update(constructor="x"),
        "field-missing": lambda content: content.pop("seal"),
        "required-of-one": lambda content: content.update(required=["a"]),
        "required-turned": lambda content: content.update(required=["b", "a"]),
        "parties-turned": lambda content: content["parties"].reverse(),
        "third-party": lambda content: content["parties"].append(content["parties"][0]),
        "promise-twice": lambda content: content["commitments"].append(content["commitments"][0]),
        "need-twice": lambda content: content["aspects"].append(content["aspects"][0]),
        "need-unserved": lambda content: content["aspects"].append({"id": "need-9", "text": "more"}),
        "need-unnamed": lambda content: content["commitments"][0]["serves"].append("need-9"),
        "role-of-two-minds": lambda content: content["roles"]["a"].update(role="refer"),
        "no-promises": lambda content: content.update(commitments=[], aspects=[]),
        "sum-that-is-none": lambda content: content["overlap"].update(open=9),
        "cadence-of-two": lambda content: content["review"]["every"].update(days=1),
        "cadence-of-none": lambda content: content["review"].update(every={}),
        "cadence-of-nought": lambda content: content["review"].update(every={"weeks": 0}),
        "text-empty": lambda content: content["job"].update(want=""),
        "text-too-long": lambda content: content["job"].update(want="x" * 601),
        "text-with-space": lambda content: content["job"].update(want="move "),
        "text-with-wide-space": lambda content: content["job"].update(want="\u3000move"),
        "text-of-two-lines": lambda content: content["job"].update(want="move\nus"),
        "text-with-a-tab": lambda content: content["job"].update(want="move\tus"),
        "id-of-capitals": lambda content: content["canvas"].update(id="Canvas"),
        "id-with-a-line-end": lambda content: content["canvas"].update(id="canvas\n"),
        "thumbprint-with-stray-bits": lambda content: content.update(seal=content["seal"][:-1] + "x"),
    }
    for name, change in changes.items():
        document = sheets.complete().dump()
        change(document["commitment"])
        yield forged(f"retyped-{name}", document, "schema")


FAMILIES: Final = (_edited, _hash_alone, _retyped)
