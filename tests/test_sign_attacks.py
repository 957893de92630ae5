"""Attacks on a sheet's YAML: none is accepted as complete, and each names the rule that stopped it."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from typing import Any

import builders
import pytest
import sheets

from jtbd.model.sheet import Sheet
from jtbd.sign.base64url import decode, encode
from jtbd.sign.canonical import canonical_json, canonical_yaml
from jtbd.sign.content import content_hash, sheet_yaml
from jtbd.sign.jwk import PrivateKey, to_jwk
from jtbd.sign.jws import ORDER, issue
from jtbd.sign.signing import sign
from jtbd.sign.verify import verify_sheet

CONSENT = "jtbd-consent+jwt"


def _small() -> Sheet:
    """Return a complete sheet with little in it, so that each of its bytes can be tried."""
    canvas = builders.canvas(
        parties={"a": {"person": "Ana"}, "b": {"person": "Bea"}},
        job={"want": "move"},
        commitments=[{"id": "call", "by": "a", "what": "call Bea"}],
    )
    half = sign(sheets.draft(canvas), "a", sheets.key("a"), at=sheets.AT, consent="I agree.", mark_svg="M1 2L3 4")
    return sign(half, "b", sheets.key("b"), at=sheets.AT, consent="I agree.")


def _rule(document: Mapping[str, Any]) -> str | None:
    found = verify_sheet(canonical_yaml(document))
    assert found.outcome == "invalid"
    assert found.sheet is None
    return found.rule


def _signatures(sheet: Sheet) -> list[dict[str, Any]]:
    signatures: list[dict[str, Any]] = sheet.dump()["signatures"]
    return signatures


def _resigned(header: Mapping[str, Any] | None = None, key: PrivateKey | None = None, **claims: Any) -> str:
    """Return a signature of a's that says something else, correctly signed all the same."""
    signer = key or sheets.key("a")
    jws = sheets.half_signed().signatures[0].jws
    payload = {**json.loads(decode(jws.split(".")[1])), **claims}
    payload = {name: value for name, value in payload.items() if value is not None}
    if header is None:
        return issue(CONSENT, payload, signer)
    good = {"alg": "ES256", "jwk": to_jwk(signer.public_key()), "typ": CONSENT}
    signing_input = f"{encode(canonical_json({**good, **header}))}.{encode(canonical_json(payload))}"
    return f"{signing_input}.{issue(CONSENT, payload, signer).split('.')[2]}"


def _with_signature(jws: str, **fields: Any) -> Mapping[str, Any]:
    a, b = _signatures(sheets.complete())
    return sheets.document(sheets.complete(), signatures=[{**a, "jws": jws, **fields}, b])


def test_no_flipped_bit_is_accepted() -> None:
    """With the lowest bit of any one byte flipped, a complete sheet is complete no more."""
    data = sheet_yaml(_small())
    assert verify_sheet(data).outcome == "complete"

    accepted = [
        place
        for place in range(len(data))
        if verify_sheet(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]).outcome == "complete"
    ]

    assert accepted == []


def test_no_cut_is_accepted() -> None:
    """Cut short anywhere in its last lines, or with something appended, a sheet is not complete."""
    data = sheet_yaml(_small())

    for cut in range(1, 60):
        assert verify_sheet(data[:-cut]).outcome != "complete"
    for more in (b"\n", b" ", b"#", b"---\n", b"x: 1\n", b"...\n", b"\x00"):
        assert verify_sheet(data + more).outcome == "invalid"


@pytest.mark.parametrize("line", ["  confidential: true\n", "  confidential: false\n", '    want: "x"\n'])
def test_no_doubled_key_is_accepted(line: str) -> None:
    """A key that comes twice, whichever comes first, is not canonical."""
    data = sheet_yaml(sheets.complete()).decode()
    key = line.split(":", maxsplit=1)[0] + ":"
    place = data.index(key)

    assert verify_sheet((data[:place] + line + data[place:]).encode()).rule == "canonical"


def test_an_edited_content_breaks_the_hash() -> None:
    """A changed field under the old hash breaks the rule `hash`."""
    assert _rule(sheets.edited(sheets.complete(), confidential=True).dump()) == "hash"


def test_an_edited_content_with_its_own_hash_breaks_the_payload() -> None:
    """A changed field with its hash computed anew is not what was signed."""
    edited = sheets.edited(sheets.complete(), confidential=True)

    assert _rule(sheets.document(edited, content_hash=content_hash(edited.commitment))) == "payload"


def test_a_swapped_commitment_order_breaks_the_hash() -> None:
    """The order of promises is part of what is signed."""
    sheet = sheets.complete()

    assert _rule(sheets.edited(sheet, commitments=sheet.commitment.dump()["commitments"][::-1]).dump()) == "hash"


def test_a_retyped_value_breaks_the_form() -> None:
    """A number written as text, or a truth as a number, breaks the rule `schema`."""
    document = sheets.complete().dump()
    document["commitment"]["overlap"]["total"] = "48"
    assert _rule(document) == "schema"
    document = sheets.complete().dump()
    document["commitment"]["confidential"] = 0
    assert _rule(document) == "schema"


def test_a_stripped_signature_is_missed() -> None:
    """Without one of its signatures a sheet is incomplete, not complete."""
    sheet = sheets.complete()

    found = verify_sheet(canonical_yaml(sheets.document(sheet, signatures=_signatures(sheet)[:1])))

    assert (found.outcome, found.rule, found.signed, found.missing) == ("incomplete", "signers", ("a",), ("b",))


def test_swapped_signatures_break_the_key() -> None:
    """Each party's signature in the other's place was made with the wrong key."""
    sheet = sheets.complete()
    a, b = _signatures(sheet)

    assert _rule(sheets.document(sheet, signatures=[{**b, "party": "a"}, {**a, "party": "b"}])) == "key"


def test_one_signature_for_both_breaks_the_key() -> None:
    """A's signature, entered for b too, was not made with b's key."""
    sheet = sheets.complete()
    a, _ = _signatures(sheet)

    assert _rule(sheets.document(sheet, signatures=[a, {**a, "party": "b"}])) == "key"


def test_a_party_signs_once() -> None:
    """The same signature twice, instead of the other's or beside it, breaks the rule `signers`."""
    sheet = sheets.complete()
    a, b = _signatures(sheet)

    assert _rule(sheets.document(sheet, signatures=[a, a])) == "signers"
    assert _rule(sheets.document(sheet, signatures=[a, a, b])) == "signers"


def test_a_stranger_cannot_sign() -> None:
    """A signature of a third party has no place in the form."""
    a, b = _signatures(sheets.complete())

    assert _rule(sheets.document(sheets.complete(), signatures=[a, b, {**b, "party": "c"}])) == "schema"


def test_a_replayed_signature_breaks_the_payload() -> None:
    """A signature from another sheet of the same two does not speak of this one."""
    other = sheets.complete(sheets.draft(sheet_id="aaaaaaaaaaaaaaaaaaaaaaaaaa"))

    assert _rule(sheets.document(sheets.complete(), signatures=_signatures(other))) == "payload"


def test_another_canvas_behind_the_same_hash_breaks_it() -> None:
    """Another canvas file, revision or id in the sheet changes the content, and the hash tells."""
    canvas = sheets.complete().commitment.dump()["canvas"]

    assert _rule(sheets.edited(sheets.complete(), canvas={**canvas, "sha256": "1" * 64}).dump()) == "hash"


def test_another_key_breaks_the_key() -> None:
    """A statement signed anew with a key of the attacker's own breaks the rule `key`."""
    assert _rule(_with_signature(_resigned(key=sheets.key("mallory")))) == "key"


def test_one_key_for_both_parties_breaks_the_key() -> None:
    """A sheet that names the same key twice cannot be signed by two."""
    sheet = sheets.complete()
    parties = sheet.commitment.dump()["parties"]
    parties[1]["key"] = parties[0]["key"]
    edited = sheets.edited(sheet, parties=parties)

    assert _rule(sheets.document(edited, content_hash=content_hash(edited.commitment), signatures=[])) == "key"


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "none"},
        {"alg": "HS256"},
        {"alg": "ES384"},
        {"kid": "a"},
        {"kid": "../../key.pem"},
        {"crit": ["exp"]},
        {"x5u": "https://mallory.example/"},
        {"typ": "JWT"},
        {"jwk": {}},
    ],
)
def test_another_header_is_refused(header: dict[str, Any]) -> None:
    """Other algorithms, extra fields and key games break the rule `header`."""
    assert _rule(_with_signature(_resigned(header))) == "header"


def test_a_public_key_is_no_secret() -> None:
    """An HS256 signature made with the public key as its secret breaks the rule `header`."""
    body = sheets.half_signed().signatures[0].jws.split(".")[1]
    head = encode(canonical_json({"alg": "HS256", "jwk": to_jwk(sheets.key("a").public_key()), "typ": CONSENT}))
    secret = canonical_json(to_jwk(sheets.key("a").public_key()))
    mac = hmac.new(secret, f"{head}.{body}".encode(), hashlib.sha256).digest()

    assert _rule(_with_signature(f"{head}.{body}.{encode(mac)}")) == "header"


def test_an_empty_signature_breaks_the_signature() -> None:
    """Header and payload as they were with nothing after the second dot are not signed."""
    head, body, _ = sheets.complete().signatures[0].jws.split(".")

    assert _rule(_with_signature(f"{head}.{body}.")) == "signature"


def test_the_other_s_breaks_the_signature() -> None:
    """S replaced by n − s, which plain ECDSA accepts, breaks the rule `signature`."""
    head, body, signature = sheets.complete().signatures[0].jws.split(".")
    raw = decode(signature)
    other = raw[:32] + (ORDER - int.from_bytes(raw[32:])).to_bytes(32)

    assert _rule(_with_signature(f"{head}.{body}.{encode(other)}")) == "signature"


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "jtbd.commitment-sheet/2"},
        {"sheet": "aaaaaaaaaaaaaaaaaaaaaaaaaa"},
        {"content": f"sha256:{'0' * 64}"},
        {"party": "b"},
        {"name": "Bea Lund"},
        {"role": "refer"},
        {"role": None},
        {"clock": "atomic"},
        {"iat": -1},
        {"iat": "now"},
        {"iat": True},
        {"consent": ""},
        {"consent": None},
        {"consent": "yes \u202e on"},
        {"mark": "0" * 64},
        {"mark": None},
        {"reason": "x"},
        {"exp": 1},
    ],
)
def test_another_claim_breaks_the_payload(claims: dict[str, Any]) -> None:
    """A well-signed statement that says anything but what this sheet needs breaks the rule `payload`."""
    assert _rule(_with_signature(_resigned(**claims))) == "payload"


def test_another_mark_breaks_the_payload() -> None:
    """A drawn signature that is not the one signed for breaks the rule `payload`."""
    jws = sheets.complete().signatures[0].jws

    assert _rule(_with_signature(jws, mark_svg="M0 0L9 9")) == "payload"
    assert _rule(_with_signature(jws, mark_svg="")) == "payload"


def test_a_consent_cannot_be_called_a_decline() -> None:
    """A consent's payload under the type of a decline, and the other way round, breaks the rule `payload`."""
    payload = json.loads(decode(sheets.half_signed().signatures[0].jws.split(".")[1]))
    declined = issue("jtbd-decline+jwt", payload, sheets.key("a"))
    with_reason = {**{name: value for name, value in payload.items() if name != "mark"}, "reason": "no"}

    assert _rule(_with_signature(declined)) == "payload"
    assert _rule(_with_signature(issue(CONSENT, with_reason, sheets.key("a")))) == "payload"
    assert _rule(_with_signature(issue("jtbd-decline+jwt", with_reason, sheets.key("a")))) == "payload"


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda text: text.replace('"intent"', "intent"),
        lambda text: text.replace('"intent"', "'intent'"),
        lambda text: text.replace("confidential: false", "confidential: no"),
        lambda text: text.replace("revision: 1", "revision: 0x1"),
        lambda text: text.replace("commitment:\n", "commitment: &c\n", 1),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text + "# note\n",
        lambda text: "%YAML 1.1\n---\n" + text,
        lambda text: text.replace("Ana Ruiz", "Ana\\u0020Ruiz"),
        lambda text: text.replace("Ana Ruiz", "Ana \u200d\u202eziuR"),
        lambda text: text.replace("  roles:", "  <<: {}\n  roles:"),
    ],
)
def test_yaml_that_another_reader_reads_otherwise_is_refused(rewrite: Callable[[str], str]) -> None:
    """Any other writing of the same, or of something that looks the same, breaks the rule `canonical`."""
    found = verify_sheet(rewrite(sheet_yaml(sheets.complete()).decode()).encode())

    assert (found.outcome, found.rule) == ("invalid", "canonical")


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"%PDF-1.7", b"{}", b"commitment: {}\n", b"[" * 100_000, b"a" * 2_000_000]
)
def test_rubbish_is_invalid(data: bytes) -> None:
    """Whatever is thrown at it, verification answers and does not raise."""
    assert verify_sheet(data).outcome == "invalid"


def test_a_surprise_is_invalid(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception that nobody thought of counts as a failure of the rule that was being checked."""
    data = sheet_yaml(sheets.complete())

    def burst(_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("jtbd.sign.verify._check_signers", burst)

    found = verify_sheet(data)

    assert (found.outcome, found.rule) == ("invalid", "signers")


def test_time_is_not_judged() -> None:
    """The laptop's clock may be anywhere: a time in the past or the future still verifies."""
    sheet = sign(sheets.draft(), "a", sheets.key("a"), at=dt.datetime(1971, 1, 1, tzinfo=dt.UTC))

    assert verify_sheet(sheet_yaml(sheet)).outcome == "incomplete"
