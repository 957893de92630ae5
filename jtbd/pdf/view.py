"""A sheet as the template prints it: every text ready, so that the template does nothing but set it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from jtbd.formats import day, listing
from jtbd.i18n import Message, mark, mark_in, say, say_in
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
from jtbd.pdf.moments import room_for_when, signed_when
from jtbd.pdf.particulars import particulars
from jtbd.pdf.picture import taken_apart
from jtbd.pdf.pieces import Piece, Pieces, own, pieces
from jtbd.pdf.receipt import receipt_image
from jtbd.wording import sheet as words
from jtbd.wording.labels import own_words

KEPT_TOGETHER: Final = 700
"""A promise of up to this many characters stays on one page; a longer one may be parted."""

_REPLACES: Final = (
    mark("It takes the place of an earlier sheet of the two, which is named at its foot."),
    mark("It takes the place of earlier sheets of the two, which are named at its foot."),
)
_LONGEST_HEAD: Final = 70
_BETWEEN: Final[dict[Binding, Message]] = {
    "intent": mark("{italic}A statement of intent{off} between {names}."),
    "contract": mark("{italic}An agreement meant to bind{off} between {names}."),
}
_DESCRIBED: Final[dict[tuple[Binding, str], Message]] = {
    ("intent", "draft"): mark("A statement of intent, Draft, {signed} of {total} signed"),
    ("intent", "signed"): mark("A statement of intent, Signed by both"),
    ("intent", "declined"): mark("A statement of intent, Declined"),
    ("contract", "draft"): mark("An agreement meant to bind, Draft, {signed} of {total} signed"),
    ("contract", "signed"): mark("An agreement meant to bind, Signed by both"),
    ("contract", "declined"): mark("An agreement meant to bind, Declined"),
}
"""What a PDF says of itself."""

_PARTS: Final = {
    "only_a": mark("Only {name}"),
    "contested": mark_in("who solves it", "Both"),
    "only_b": mark("Only {name}"),
    "open": mark("Nobody yet"),
}
_LABELS: Final = {
    "For": mark_in("whose job it is", "For"),
    "When": mark_in("of a job", "When"),
    "I want to": mark_in("of a job", "I want to"),
    "So that": mark_in("of a job", "So that"),
    "Counts if": mark("Counts if"),
    "Standard": mark("Standard"),
    "In return": mark("In return"),
    "Serves": mark_in("a promise, needs", "Serves"),
}
"""By how `own_words` knows them, which takes no word of people's twice."""

_AMOUNTS: Final = (("alone", mark("Alone, a year")), ("together", mark("Together, a year")))
"""What is printed of the money; from when a party takes notice, which older sheets carry, is nobody else's to read."""


def view(
    sheet: Sheet, statements: Sequence[Statement], overlap_svg: str | None, since: Sequence[str] = ()
) -> dict[str, Any]:
    """Return what is printed, as plain data; `since` says what changed since an earlier sheet."""
    content = sheet.commitment
    names = {party.id: party.short_name for party in content.parties}
    title = f"{names['a']} × {names['b']}"
    said = {statement.party: statement for statement in statements}
    state = _state(content, said)
    between = listing([_person(party) for party in content.parties])
    return {
        "title": title,
        "head": title if len(title) <= _LONGEST_HEAD else f"{title[:_LONGEST_HEAD]}…",
        "names": names,
        "state": state,
        "description": _DESCRIBED[content.binding, state["kind"]].said(signed=len(said), total=len(content.required)),
        "between": between,
        "lead": pieces(_BETWEEN[content.binding], names=between),
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
            *([" ".join((_REPLACES[len(content.replaces) > 1].said(), *since))] if content.replaces else []),
        ],
        "signatures": [_signature(content.party(party), said, sheet) for party in PARTIES],
        "hash": sheet.content_hash,
        "id": content.id,
        "receipt": receipt_image(sheet),
        "particulars": particulars(content),
    }


def dated(statements: Sequence[Statement]) -> dt.datetime | None:
    """Return the time of the last signature, in UTC; None where nobody has signed."""
    return max(map(signed_at, statements), default=None)


def _state(content: CommitmentContent, said: dict[PartyId, Statement]) -> dict[str, str]:
    if any(isinstance(statement, DeclineClaims) for statement in said.values()):
        return {
            "kind": "declined",
            "label": say_in("a sheet", "Declined"),
            "stamp": say_in("across a page", "DECLINED"),
            "unsigned": say("not signed"),
        }
    if len(said) < len(content.required):
        return {
            "kind": "draft",
            "label": say("Draft, {signed} of {total} signed", signed=len(said), total=len(content.required)),
            "stamp": say_in("across a page", "DRAFT"),
            "unsigned": say("not signed yet"),
        }
    return {"kind": "signed", "label": say("Signed by both"), "stamp": "", "unsigned": say("not signed")}


def _person(party: SheetParty) -> str:
    parts = (party.name, party.title, party.organisation if party.organisation != party.name else None)
    return ", ".join(words.isolated(part) for part in parts if part)


def _job(content: CommitmentContent) -> list[list[str]]:
    job = content.job
    rows = [("For", job.performer), ("When", job.when), ("I want to", job.want), ("So that", job.so_that)]
    return [[_LABELS[label].said(), own_words(label, text)] for label, text in rows if text]


def _overlap(content: CommitmentContent, names: dict[PartyId, str], svg: str | None) -> dict[str, Any] | None:
    if not content.overlap.told:
        return None
    verdict, *flags = words.verdict(content)
    shares = words.shares(content.overlap)
    parts = [
        {
            "part": part,
            "label": label.said(name=names["b" if part == "only_b" else "a"]),
            "share": shares[part],
            "units": getattr(content.overlap, part),  # how wide it is drawn; as a number it stands at the foot
        }
        for part, label in _PARTS.items()
        if shares
    ]
    return {
        "verdict": verdict,
        "flags": flags,
        "parts": parts,
        "alt": "; ".join(f"{part['label']}: {part['share']}" for part in parts),
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
        "promises": pieces(
            mark("{giver} promises {receiver}"), giver=Piece("giver", names[item.by]), receiver=own(receiver)
        ),
        "said": said,
        "kind": words.KINDS[item.kind].said() if item.kind else "",
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
            yield _LABELS[label].said(), own_words(label, text)


def _value(content: CommitmentContent, names: dict[PartyId, str]) -> dict[str, Any] | None:
    value = content.value
    if not value:
        return None
    amounts: list[list[str]] = []
    for field, label in _AMOUNTS:
        units = [getattr(getattr(value, party), field) for party in PARTIES]
        if any(found is not None for found in units):
            shown = ["–" if found is None else words.money(found, value.digits, value.currency) for found in units]
            amounts.append([label.said(), *shown])
    return {"head": ["", *(names[party] for party in PARTIES)], "rows": amounts} if amounts else None


def _review(content: CommitmentContent) -> str | None:
    every = words.cadence(content.review.every) if content.review.every else ""
    if not content.review.next:
        return say("The two look at this again {cadence}.", cadence=every) if every else None
    following = day(content.review.next)
    if every:
        # For translators: {cadence} is as “every 6 weeks”.
        return say("The two look at this again on {day}, then {cadence}.", day=following, cadence=every)
    return say("The two look at this again on {day}.", day=following)


def _signature(party: SheetParty, said: Mapping[PartyId, Statement], sheet: Sheet) -> dict[str, Any]:
    """Return what a party has signed or is to sign, in the same words, so that it takes the same room on the page."""
    mark = next((signature.mark_svg for signature in sheet.signatures if signature.party == party.id), "")
    ended = any(isinstance(statement, DeclineClaims) for statement in said.values())
    shown: dict[str, Any] = {
        "party": party.id,
        "name": party.name,
        "line": _person(party),
        "state": "missing",
        "mark": mark_image(mark) if mark else None,
        "alt": say("Drawn signature of {name}", name=party.name),
        "clocked": room_for_when(),
        "consent": "" if ended else in_short(default_consent(sheet, party.id), sheet),
        "refused": [],
    }
    answer = said.get(party.id)
    if not answer:
        return shown
    shown |= {
        "when": words.signed_on(answer),
        "clocked": signed_when(answer),
        "consent": in_short(answer.consent, sheet),
    }
    if isinstance(answer, DeclineClaims):
        return {
            **shown,
            "state": "declined",
            "refused": _refused(party, answer),
            "declined": say_in("a party", "declined"),
        }
    return {**shown, "state": "signed"}


def _refused(party: SheetParty, refusal: DeclineClaims) -> Pieces:
    declined = pieces(mark("{name} declined: “{reason}”."), name=own(party.name), reason=own(refusal.reason))
    if not refusal.suggests:
        return declined
    suggested = pieces(mark("Who fits better, they say: {name}."), name=own(refusal.suggests))
    return [*declined, {"look": "plain", "text": " "}, *suggested]
