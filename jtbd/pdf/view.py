"""A sheet as the template prints it: every text ready, so that the template does nothing but set it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from jtbd.model import PARTIES, PartyId, other
from jtbd.model.consent import default_consent, in_short
from jtbd.model.sheet import (
    BINDING_MEANS,
    CONFIDENTIAL_MEANS,
    Binding,
    CommitmentContent,
    Sheet,
    SheetCommitment,
    SheetParty,
)
from jtbd.model.statement import DeclineClaims, Statement, signed_at
from jtbd.pdf.mark import mark_image
from jtbd.pdf.picture import taken_apart
from jtbd.pdf.receipt import receipt_image
from jtbd.wording import sheet as words
from jtbd.wording.labels import own_words

KEPT_TOGETHER: Final = 700
"""A promise of up to this many characters stays on one page; a longer one may be parted."""

_REPLACES: Final = (
    "It takes the place of an earlier sheet of the two, which is named at its foot.",
    "It takes the place of earlier sheets of the two, which are named at its foot.",
)
_LONGEST_HEAD: Final = 70
_WHAT: Final[dict[Binding, str]] = {"intent": "A statement of intent", "contract": "An agreement meant to bind"}
_PARTS: Final = {"only_a": "Only {a}", "contested": "Both", "only_b": "Only {b}", "open": "Nobody yet"}
_AMOUNTS: Final = (("alone", "Alone, a year"), ("together", "Together, a year"))
"""What is printed of the money; from when a party takes notice, which older sheets carry, is nobody else's to read."""


def view(
    sheet: Sheet, statements: Sequence[Statement], overlap_svg: str | None, since: Sequence[str] = ()
) -> dict[str, Any]:
    """Return what is printed, as plain data; `since` says what changed since an earlier sheet."""
    content = sheet.commitment
    names = {party.id: party.short_name for party in content.parties}
    title = f"{names['a']} × {names['b']}"
    said = {statement.party: statement for statement in statements}
    return {
        "title": title,
        "head": title if len(title) <= _LONGEST_HEAD else f"{title[:_LONGEST_HEAD]}…",
        "names": names,
        "state": _state(content, said),
        "what": _WHAT[content.binding],
        "between": " and ".join(_person(party) for party in content.parties),
        "confidential": content.confidential,
        "job": _job(content),
        "overlap": _overlap(content, names, overlap_svg),
        "roles": [
            {"party": party, "role": words.role_of(content.party(party)), "does": getattr(content.roles, party).does}
            for party in PARTIES
            if content.party(party).role or getattr(content.roles, party).does
        ],
        "commitments": [
            _commitment(number, item, content, names) for number, item in enumerate(content.commitments, start=1)
        ],
        "value": _value(content, names),
        "review": _review(content),
        "terms": [
            BINDING_MEANS[content.binding],
            CONFIDENTIAL_MEANS[content.confidential],
            *([" ".join((_REPLACES[len(content.replaces) > 1], *since))] if content.replaces else []),
        ],
        "signatures": [_signature(content.party(party), said, sheet) for party in PARTIES],
        "hash": sheet.content_hash,
        "id": content.id,
        "receipt": receipt_image(sheet),
        "particulars": _particulars(content),
    }


def dated(statements: Sequence[Statement]) -> dt.datetime | None:
    """Return the time of the last signature, in UTC; None where nobody has signed."""
    return max(map(signed_at, statements), default=None)


def _state(content: CommitmentContent, said: dict[PartyId, Statement]) -> dict[str, str]:
    if any(isinstance(statement, DeclineClaims) for statement in said.values()):
        return {"label": "Declined", "stamp": "DECLINED"}
    if len(said) < len(content.required):
        return {"label": f"Draft, {len(said)} of {len(content.required)} signed", "stamp": "DRAFT"}
    return {"label": "Signed by both", "stamp": ""}


def _person(party: SheetParty) -> str:
    parts = (party.name, party.title, party.organisation if party.organisation != party.name else None)
    return ", ".join(words.isolated(part) for part in parts if part)


def _job(content: CommitmentContent) -> list[list[str]]:
    job = content.job
    rows = [("For", job.performer), ("When", job.when), ("I want to", job.want), ("So that", job.so_that)]
    return [[label, own_words(label, text)] for label, text in rows if text]


def _overlap(content: CommitmentContent, names: dict[PartyId, str], svg: str | None) -> dict[str, Any] | None:
    if not content.overlap.told:
        return None
    verdict, *flags = words.verdict(content)
    shares = words.shares(content.overlap)
    return {
        "verdict": verdict,
        "flags": flags,
        "parts": [
            {
                "part": part,
                "label": label.format(**names),
                "share": shares[part],
                "units": getattr(content.overlap, part),  # how wide it is drawn; as a number it stands at the foot
            }
            for part, label in _PARTS.items()
            if shares
        ],
        "alt": "; ".join(f"{label.format(**names)}: {shares[part]}" for part, label in _PARTS.items() if shares),
        "picture": taken_apart(svg) if svg else None,
    }


def _commitment(
    number: int, item: SheetCommitment, content: CommitmentContent, names: dict[PartyId, str]
) -> dict[str, Any]:
    receiver = names[other(item.by)]
    details = [[label, text] for label, text in _details(item, content)]
    said = words.sentence(item, content)
    length = len(said) + sum(len(text) for _, text in details)
    return {
        "number": number,
        "by": item.by,
        "giver": names[item.by],
        "receiver": receiver,
        "said": said,
        "kind": words.KINDS[item.kind] if item.kind else "",
        "details": details,
        "together": length <= KEPT_TOGETHER,
    }


def _details(item: SheetCommitment, content: CommitmentContent) -> Iterator[tuple[str, str]]:
    needs = {aspect.id: aspect.text for aspect in content.aspects}
    rows = (
        ("Counts if", item.qualifies),
        ("Standard", item.standard),
        ("In return", item.reward),
        ("Serves", "; ".join(needs[need] for need in item.serves)),
    )
    for label, text in rows:
        if text:
            yield label, own_words(label, text)


def _value(content: CommitmentContent, names: dict[PartyId, str]) -> dict[str, Any] | None:
    value = content.value
    if not value:
        return None
    amounts: list[list[str]] = []
    for field, label in _AMOUNTS:
        units = [getattr(getattr(value, party), field) for party in PARTIES]
        if any(found is not None for found in units):
            shown = ["–" if found is None else words.money(found, value.digits, value.currency) for found in units]
            amounts.append([label, *shown])
    return {"head": ["", *(names[party] for party in PARTIES)], "rows": amounts} if amounts else None


def _review(content: CommitmentContent) -> str | None:
    parts = []
    if content.review.next:
        parts.append(f"on {words.date(content.review.next)}")
    if content.review.every:
        parts.append(words.cadence(content.review.every))
    return f"The two look at this again {', then '.join(parts)}." if parts else None


def _signature(party: SheetParty, said: Mapping[PartyId, Statement], sheet: Sheet) -> dict[str, Any]:
    """Return what a party has signed or is to sign, in the same words, so that it takes the same room on the page."""
    mark = next((signature.mark_svg for signature in sheet.signatures if signature.party == party.id), "")
    ended = any(isinstance(statement, DeclineClaims) for statement in said.values())
    shown = {
        "party": party.id,
        "name": party.name,
        "line": _person(party),
        "state": "missing",
        "mark": mark_image(mark) if mark else None,
        "consent": "" if ended else in_short(default_consent(sheet, party.id), sheet),
    }
    own = said.get(party.id)
    if not own:
        return shown
    shown |= {"when": words.signed_on(own), "clock": own.clock, "consent": in_short(own.consent, sheet)}
    if isinstance(own, DeclineClaims):
        reason = f"“{own.reason}”." + (f" Who fits better, they say: {own.suggests}." if own.suggests else "")
        return {**shown, "state": "declined", "reason": reason}
    return {**shown, "state": "signed"}


def _particulars(content: CommitmentContent) -> list[list[str]]:
    """Return what experts and programs go by; the name of the working file, which may be of others, is not among it."""
    shares = content.overlap
    weights = f"only a {shares.only_a}, both {shares.contested}, only b {shares.only_b}, nobody {shares.open}"
    return [
        ["Sheet", content.id],
        ["Format", content.format],
        *([["Could be signed until", words.date(content.open_until)]] if content.open_until else []),
        *(["Takes the place of", sheet_id] for sheet_id in content.replaces or ()),
        *([f"Key of {party.name}", party.key] for party in content.parties),
        ["Sealing key", content.seal],
        ["Promises", ", ".join(f"{number} {item.id}" for number, item in enumerate(content.commitments, start=1))],
        *([["Needs served", ", ".join(aspect.id for aspect in content.aspects)]] if content.aspects else []),
        *([["Weights, in quarter units", f"{weights}, of {shares.total}"]] if shares.total else []),
        ["Working file", f"revision {content.canvas.revision}, SHA-256 {content.canvas.sha256}"],
    ]
