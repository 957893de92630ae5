"""Freezing: the unsigned sheet of a canvas."""

from __future__ import annotations

import base64
import datetime as dt
import secrets
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from jtbd.errors import NotReadyToSign
from jtbd.i18n import say
from jtbd.model import PARTIES, Canvas, Dimension, PartyId, Value
from jtbd.model.base import Part
from jtbd.model.currency import decimals, units, unknown, unpayable
from jtbd.model.sheet import SHEET_FORMAT, Binding, CommitmentContent, Sheet
from jtbd.scoring.result import Overlap
from jtbd.sign.sheet.content import content_hash

LANGUAGE: Final = "en"
"""What consent and sheet are written in."""

_AMOUNTS: Final = ("alone", "together")
"""What a sheet shows of the money. From when a party takes notice is its limit in bargaining: that stays its own."""

_UNTOLD: Final = {"verdict": "unknown", "flags": (), "contested": 0, "only_a": 0, "only_b": 0, "open": 0, "total": 0}
"""What stands for the overlap, which the format requires, in a sheet that does not tell it."""


def new_sheet_id() -> str:
    """Return 128 random bits as 26 lower-case base32 characters."""
    return base64.b32encode(secrets.token_bytes(16)).decode("ascii").rstrip("=").lower()


def missing_for_sheet(canvas: Canvas, *, money: bool) -> tuple[str, ...]:
    """Return what a sheet of this canvas still needs, each as a sentence; empty where it can be frozen.

    The least that makes sense: two names, what the job is about, one promise. Everything else is advice, not a wall.
    """
    return tuple(_missing(canvas, money=money))


def freeze(
    canvas: Canvas,
    overlap: Overlap,
    *,
    sheet_id: str,
    keys: Mapping[PartyId, str],
    seal: str,
    canvas_sha256: str,
    binding: Binding,
    confidential: bool,
    money: bool,
    verdict: bool,
    open_until: dt.date,
    replaces: Sequence[str] = (),
) -> Sheet:
    """Return the unsigned sheet of a canvas.

    Args:
        canvas: what was agreed.
        overlap: the canvas's score.
        sheet_id: from `new_sheet_id`.
        keys: the thumbprint of the key that each party will sign with.
        seal: the thumbprint of the one-time key that will seal the PDF.
        canvas_sha256: hex SHA-256 of the canvas file as it is on disk.
        binding: a statement of intent, or meant to bind.
        confidential: whether the parties keep it to themselves.
        money: whether the money figures go with it.
        verdict: whether it tells what the two are to each other, and in what shares.
        open_until: the last day on which it may be signed.
        replaces: ids of the sheets of this canvas that it takes the place of.

    Raises:
        NotReadyToSign: everything that is missing.

    """
    missing = [*_missing(canvas, money=money)]
    if keys["a"] == keys["b"]:
        missing.append(say("Each party needs a key of its own: both were given the same."))
    if missing:
        raise NotReadyToSign(missing)
    served = {need for item in canvas.commitments for need in item.serves}
    content = {
        "aspects": [{"id": item.id, "text": item.text} for item in canvas.aspects if item.id in served],
        "binding": binding,
        "canvas": {"id": canvas.id, "revision": canvas.revision, "sha256": canvas_sha256},
        "commitments": [{**_given(item, "serves"), "serves": item.serves} for item in canvas.commitments],
        "confidential": confidential,
        "format": SHEET_FORMAT,
        "id": sheet_id,
        "job": _given(canvas.job, "template"),
        "language": LANGUAGE,
        "open_until": open_until.isoformat(),
        "overlap": _told(overlap) if verdict else _UNTOLD,
        "parties": [_party(canvas, party, keys[party]) for party in PARTIES],
        "replaces": list(replaces),
        "required": PARTIES,
        "review": _given(canvas.review),
        "roles": {party: _given(canvas.roles.of(party)) for party in PARTIES},
        "seal": seal,
        **({"value": _value(canvas.value)} if money else {}),
    }
    commitment = CommitmentContent.model_validate(content)
    return Sheet(commitment=commitment, content_hash=content_hash(commitment), signatures=())


def _told(overlap: Overlap) -> dict[str, Any]:
    split = overlap.split[Dimension.FUNCTIONAL]
    return {
        "verdict": str(overlap.verdict),
        "flags": [str(flag) for flag in overlap.flags],
        "contested": split.contested,
        "only_a": split.only_a,
        "only_b": split.only_b,
        "open": split.open,
        "total": split.total,
    }


def _party(canvas: Canvas, party: PartyId, key: str) -> dict[str, Any]:
    found = canvas.parties.of(party)
    return {
        "id": party,
        "key": key,
        "name": found.somebody or found.organisation,
        "role": canvas.roles.of(party).role,
        **_given(found, "person", "email", "offers", "hourly_rate"),
    }


def _given(part: Part, *left_out: str) -> dict[str, Any]:
    """Return the fields of a part that are not blank, as plain data."""
    fields = part.model_dump(mode="json", exclude_none=True, exclude=set(left_out))
    return {name: value for name, value in fields.items() if value != ""}


def _missing(canvas: Canvas, *, money: bool) -> Iterator[str]:
    for party in PARTIES:
        if not canvas.parties.of(party).name:
            yield say("Party {party} needs a name: an organisation, a person or both.", party=party)
        elif unnamed := canvas.parties.of(party).unnamed:
            yield say(
                "Party {party} is still called {name}, which is nobody: write the name, or leave it blank.",
                party=party,
                name=unnamed,
            )
    if not canvas.job.want:
        yield say("The job needs its want: what the customer wants done.")
    if not canvas.commitments:
        yield say("There is nothing to sign yet: at least one party needs to promise something.")
    yield from _missing_words(canvas)
    if money:
        yield from _missing_money(canvas.value)


def _missing_words(canvas: Canvas) -> Iterator[str]:
    served = {need for item in canvas.commitments for need in item.serves}
    for item in canvas.commitments:
        if not item.what:
            if name := canvas.parties.of(item.by).name:
                yield say("A promise by {name} needs to say what is promised.", name=name)
            else:
                yield say("A promise by party {party} needs to say what is promised.", party=item.by)
    for need in canvas.aspects:
        if need.id in served and not need.text:
            yield say("A need that a promise serves is blank: write it down in step 3, or take it off the promise.")


def _missing_money(value: Value) -> Iterator[str]:
    if not any(amount for _, _, amount in _amounts(value)):
        yield say("The money figures are to be shown, but none are given.")
    elif not value.currency:
        yield say("The money figures need their currency, as EUR.")
    elif unknown(value.currency):
        yield say(
            "{currency} is not a currency of ISO 4217 that a sheet can name: write one that is, as EUR.",
            currency=value.currency,
        )
    else:
        for party, name, amount in _amounts(value):
            if wrong := unpayable(Decimal(amount), value.currency):
                where = say("Party {party}'s {field}:", party=party, field=name)
                yield f"{where} {wrong}."


def _amounts(value: Value) -> Iterator[tuple[PartyId, str, str]]:
    for party in PARTIES:
        for name in _AMOUNTS:
            amount = getattr(value.of(party), name)
            if amount:
                yield party, name, amount


def _value(value: Value) -> dict[str, Any]:
    currency = value.currency or ""
    digits = decimals(currency) or 0
    shown: dict[str, Any] = {"currency": currency, "digits": digits, "a": {}, "b": {}}
    for party, name, amount in _amounts(value):
        shown[party][name] = int(units(Decimal(amount), currency))
    return shown
