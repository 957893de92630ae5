"""Makers of sheets for tests: the same keys, ids and times always, so the same bytes always."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric import ec

from jtbd.model import Canvas, Dimension, PartyId
from jtbd.model.answer import Answer, Consent, Refusal
from jtbd.model.sheet import Sheet
from jtbd.scoring.result import Containment, Flag, Overlap, Reading, Split, Verdict
from jtbd.sign.check.sheet import checked
from jtbd.sign.sheet.freeze import freeze
from jtbd.sign.signing import sign as sign_checked
from jtbd.sign.token.jwk import PrivateKey, thumbprint
from tests.support import builders

SHEET_ID: Final = "mfrggzdfmztwq2lknnwg23tpoa"
AT: Final = dt.datetime(2026, 11, 22, 10, 2, 11, tzinfo=dt.timezone(dt.timedelta(hours=1)))
OPEN_UNTIL: Final = dt.date(2026, 12, 22)
EVERYTHING: Final[dict[str, Any]] = {
    "kind": "joint-offer",
    "trigger": "when a client signs",
    "due": "2026-12-15",
    "every": {"weeks": 2},
    "done_when": "three were sent",
    "serves": ["need-3"],
    "gives": "warm leads",
    "qualifies": "ten desks or more",
    "standard": "a call within a day",
    "reward": "none; in kind",
}
"""All that can be said of a promise."""

MARK: Final = "M4 30C10 4 20 2 24 26L30 8M36 20 60 18"


def nobody(place: str) -> str | None:
    """Answer, as nobody sits there, whoever asks for the passphrase of a key."""
    del place
    return None


@cache
def key(who: str = "a") -> PrivateKey:
    """Return the same P-256 key for the same name, for tests only."""
    return ec.derive_private_key(int.from_bytes(hashlib.sha256(who.encode()).digest()) >> 1, ec.SECP256R1())


def keys() -> dict[PartyId, str]:
    """Return the thumbprints of both parties' keys."""
    return {"a": thumbprint(key("a").public_key()), "b": thumbprint(key("b").public_key())}


def overlap(**changes: Any) -> Overlap:
    """Return an overlap of 48 quarter units: 4 contested, 20 only a's, 16 only b's, 8 open."""
    split = {dimension: Split(0, 0, 0, 0) for dimension in Dimension}
    split[Dimension.FUNCTIONAL] = Split(contested=4, only_a=20, only_b=16, open=8)
    fields: dict[str, Any] = {
        "verdict": Verdict.COMPLEMENTARY,
        "flags": (Flag.HEADING,),
        "purpose": Fraction(3, 4),
        "rivalry": Fraction(1, 10),
        "threshold": Fraction(13, 20),
        "bond": None,
        "containment": Containment(Fraction(1, 6), Fraction(1, 5)),
        "split": split,
        "whole_job": None,
        "stability": None,
        "flips": (),
        "heading": Reading(Verdict.CONTESTED, None, split),
        "after_line": None,
    }
    return Overlap(**{**fields, **changes})


def draft(canvas: Canvas | None = None, **changes: Any) -> Sheet:
    """Return an unsigned sheet, of the ready canvas unless another is given."""
    fields: dict[str, Any] = {
        "sheet_id": SHEET_ID,
        "keys": keys(),
        "seal": thumbprint(key("seal").public_key()),
        "canvas_sha256": "0" * 64,
        "binding": "intent",
        "confidential": False,
        "money": False,
        "verdict": True,
        "open_until": OPEN_UNTIL,
    }
    return freeze(canvas or builders.ready_canvas(), overlap(), **{**fields, **changes})


def sign(
    sheet: Sheet,
    party: PartyId,
    by: PrivateKey,
    *,
    at: dt.datetime = AT,
    consent: str | None = None,
    mark_svg: str = "",
) -> Sheet:
    """Return a sheet with a party's consent."""
    return _answered(sheet, party, by, Consent(consent, mark_svg), at)


def decline(
    sheet: Sheet,
    party: PartyId,
    by: PrivateKey,
    *,
    at: dt.datetime = AT,
    reason: str,
    suggests: str | None = None,
    sentence: str | None = None,
) -> Sheet:
    """Return a sheet with a party's refusal."""
    return _answered(sheet, party, by, Refusal(reason, suggests, sentence), at)


def _answered(sheet: Sheet, party: PartyId, by: PrivateKey, answer: Answer, at: dt.datetime) -> Sheet:
    return sign_checked(checked(sheet), party, by, answer, at).sheet


def half_signed(sheet: Sheet | None = None) -> Sheet:
    """Return a sheet that a has signed, with a drawn mark."""
    return sign(sheet or draft(), "a", key("a"), at=AT, mark_svg=MARK)


def complete(sheet: Sheet | None = None) -> Sheet:
    """Return a sheet that both have signed: a with a drawn mark, b with the typed name two minutes later."""
    return sign(half_signed(sheet), "b", key("b"), at=AT + dt.timedelta(minutes=2))


def edited(sheet: Sheet, **changes: Any) -> Sheet:
    """Return the sheet with fields of its content changed and everything else, hash included, as it was."""
    content = sheet.commitment.model_validate({**sheet.commitment.dump(), **changes})
    return sheet.revise(commitment=content)


def document(sheet: Sheet, **changes: Any) -> Mapping[str, Any]:
    """Return the sheet as plain data with fields of the file changed."""
    return {**sheet.dump(), **changes}
