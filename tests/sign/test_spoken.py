"""What verification, keys, stamps and freezing say is said in whole sentences, each from the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import pytest
from asn1crypto import tsp
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from jtbd.errors import JtbdError
from jtbd.i18n import PSEUDO, speaking
from jtbd.model import Canvas
from jtbd.model.answer import Consent
from jtbd.model.schema import sheet_schema
from jtbd.model.sheet import FIRST_FORMAT, SHEET_FORMAT
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.sheet import checked
from jtbd.sign.check.verification import ANSWERS, MEANINGS, RULES, Verification
from jtbd.sign.keys.pem import private_pem, read_private, read_public
from jtbd.sign.merging import merged
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.sign.sheet.freeze import missing_for_sheet
from jtbd.sign.sheet.mark import checked_mark, mark_from_svg
from jtbd.sign.signing import sign
from jtbd.sign.stamp.authority import ask
from jtbd.sign.stamp.timestamp import read_reply, read_roots
from tests.support import attacks, builders, prints, sheets, states
from tests.support.places import ROOT
from tests.support.spoken import faults
from tests.support.states import State

VECTORS: Final = ROOT / "docs" / "vectors"
QUOTED: Final = re.compile(r"""(?<![\w])(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")""")
PLACE: Final = re.compile(r"[a-z_]+(?:[.\[][a-z_0-9\]]+)+|(?<= )[a-z_]+(?=: ⟦)")
OWN: Final = (
    *(RULES.keys() | {FIRST_FORMAT, SHEET_FORMAT, "signed.yaml", "sheet.yaml", "key.pem", "jtbd key new"}),
    *(
        "commitment",
        "content_hash",
        "signatures",
        "roles",
        "iat",
        "zone",
        "clock",
        "consent",
        "mark",
        "content",
        "party",
    ),
    *("reason", "suggests", "name", "aud", "sheet", "language", "open_until", "replaces", "seal", "parties"),
)


def _schema_words() -> set[str]:
    words: set[str] = set()

    def gather(node: Any) -> None:
        if isinstance(node, dict):
            words.update(name for name in node.get("properties", {}) if len(name) > 1)
            for value in node.values():
                gather(value)

    gather(sheet_schema())
    return words


def _wrong(*said: str, own: tuple[str, ...] = ()) -> list[str]:
    """Return what is wrong with what is said; places in a file, and what is quoted out of it, are nobody's words."""
    bare = [PLACE.sub("0", QUOTED.sub("0", text)) for text in said]
    return [wrong for text in bare for wrong in faults(text, own=(*OWN, *_schema_words(), *own))]


def _found(data: bytes) -> Verification:
    with speaking(PSEUDO):
        return verify(data)


def _of_verification(found: Verification) -> list[str]:
    return _wrong(found.message, found.detail, found.remark)


# ── verification ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_each_rule_has_a_meaning_and_an_answer() -> None:
    """What it means that a rule is broken is the same in the answer; published it is in English."""
    assert [*MEANINGS] == [*ANSWERS] == [*RULES]
    for rule, meaning in MEANINGS.items():
        assert ANSWERS[rule].said(rule=rule) == f"Not valid (rule {rule}): {meaning.said()}."


@pytest.mark.parametrize("state", states.states(), ids=lambda state: state.name)
def test_what_holds_is_said(state: State) -> None:
    """A sheet in any state is told of in sentences; the names in them are people's."""
    assert _of_verification(_found(state.data)) == []


def test_what_does_not_hold_is_said() -> None:
    """Of every attack the answer, what exactly is broken and what else to know are in the catalogue."""
    assert {
        attack.name: wrong for attack in attacks.attacks() if (wrong := _of_verification(_found(attack.data)))
    } == {}


def test_the_vectors_are_said() -> None:
    """So it is with the published vectors, PDFs among them."""
    files = [path for path in sorted(VECTORS.rglob("*")) if path.suffix in {".yaml", ".pdf"}]
    assert len(files) > len(RULES)
    assert {path.name: wrong for path in files if (wrong := _of_verification(_found(path.read_bytes())))} == {}


CHANGED: Final[dict[str, Callable[[bytes], bytes]]] = {
    "a mark": lambda data: b"\xef\xbb\xbf" + data,
    "line ends": lambda data: data.replace(b"\n", b"\r\n") + b"\r\n",
    "another encoding": lambda data: data.decode().encode("utf-16"),
    "other words": lambda data: data.replace(b'"', b"'"),
}


@pytest.mark.parametrize("name", CHANGED)
@pytest.mark.parametrize("signed", [0, 1, 2])
def test_what_was_changed_on_the_way_is_said(name: str, signed: int) -> None:
    """The remark on a file whose form alone was changed is whole, however many have signed."""
    sheet = (sheets.draft(), sheets.half_signed(), sheets.complete())[signed]
    found = _found(CHANGED[name](sheet_yaml(sheet)))
    assert found.remark
    assert _of_verification(found) == []


PDFS: Final[dict[str, Callable[[bytes], bytes]]] = {
    "cut": lambda pdf: pdf[:-600],
    "appended": lambda pdf: pdf + b"%\n",
    "no PDF": lambda _: b"%PDF-1.7\nnothing",
    "a letter changed": lambda pdf: pdf[:5_000] + bytes([pdf[5_000] ^ 1]) + pdf[5_001:],
    "encrypted": lambda pdf: pdf.replace(b"trailer", b"trailer <</Encrypt 1 0 R>>", 1),
    "another attachment": lambda pdf: pdf.replace(b"commitment.json", b"commitment.jsoN"),
    "too large": lambda pdf: pdf + b"\n" * (12 << 20),
}


@pytest.mark.parametrize("name", PDFS)
def test_what_is_wrong_with_a_pdf_is_said(name: str) -> None:
    """A PDF that was changed is told of in the catalogue's words, and so is the unsealed copy of a sheet."""
    found = _found(PDFS[name](prints.sealed_once()))
    assert found.outcome != "complete"
    assert _of_verification(found) == []
    assert _of_verification(_found(prints.printed(sheets.complete()).pdf)) == []
    assert _of_verification(_found(prints.sealed_once())) == []


# ── keys, drawings, stamps, signing ───────────────────────────────────────────────────────────────────────────────────


def _keys() -> list[bytes]:
    other = ec.generate_private_key(ec.SECP384R1())
    edwards = ed25519.Ed25519PrivateKey.generate()
    private = [key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) for key in (other, edwards)]
    openssh = other.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
    public = other.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    locked = private_pem(sheets.key("a"), "secret")
    broken = b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
    return [*private, openssh, public, locked, broken, b"", b"\0"]


@pytest.mark.parametrize("pem", _keys(), ids=lambda pem: ascii(pem[:40]))
@pytest.mark.parametrize("read", [read_private, read_public])
def test_what_is_no_key_is_said(pem: bytes, read: Callable[[bytes, str], object]) -> None:
    """Whatever keeps a key from being used is said, with what to do."""
    with speaking(PSEUDO), pytest.raises(JtbdError) as caught:
        read(pem, "key.pem")
    assert _wrong(caught.value.message, caught.value.remedy) == []


SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100">{}</svg>'
DRAWINGS: Final = (
    *("", "no picture", "<!DOCTYPE svg>", SVG.format(""), SVG.format("<image/>"), SVG.format('<path d="M0 0A1 1"/>')),
    *(SVG.format('<path d="M0 0#"/>'), SVG.format('<path d="M0 0L1 0"/>'), SVG.format('<path d="M0 0L"/>')),
    *(SVG.format('<path d="M0 0" transform="scale(2)"/>'), SVG.format('<path d="M0 0"/>'), "x" * 300_000),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda text: text[-40:])
def test_what_is_no_signature_is_said(drawing: str) -> None:
    """Why a drawing cannot be used is said."""
    with speaking(PSEUDO), pytest.raises(JtbdError) as caught:
        mark_from_svg(drawing.encode())
    assert _wrong(caught.value.message, caught.value.remedy) == []


@pytest.mark.parametrize("path", ["M0 0A1", "M0 0" * 20_000, "x"])
def test_what_is_no_stroke_is_said(path: str) -> None:
    """So it is with path data of its own."""
    with speaking(PSEUDO), pytest.raises(JtbdError) as caught:
        checked_mark(path)
    assert _wrong(caught.value.message, caught.value.remedy) == []


def _reply(status: str, *why: str) -> bytes:
    info = {"status": status, **({"status_string": list(why)} if why else {})}
    found: bytes = tsp.PKIStatusInfo(info).dump()
    return b"\x30" + bytes([len(found)]) + found


def _stamped(reply: bytes) -> None:
    read_reply(reply, b"file")


@pytest.mark.parametrize("reply", [b"", _reply("rejection"), _reply("rejection", "no time")], ids=repr)
def test_what_is_no_time_stamp_is_said(reply: bytes) -> None:
    """Why an answer is no time stamp is said; the authority's own reason is its own."""
    with speaking(PSEUDO), pytest.raises(JtbdError) as caught:
        _stamped(reply)
    assert _wrong(caught.value.message, caught.value.remedy) == []


def test_what_is_no_authority_is_said() -> None:
    """An address that is none, and a file without certificates."""
    with speaking(PSEUDO):
        with pytest.raises(JtbdError) as address:
            ask("ftp://x", b"")
        with pytest.raises(JtbdError) as roots:
            read_roots(b"nothing", "key.pem")
    told = [text for caught in (address, roots) for text in (caught.value.message, caught.value.remedy)]
    assert _wrong(*told) == []


def test_what_cannot_be_signed_or_merged_is_said() -> None:
    """A consent that cannot be kept, and two files of one sheet that contradict each other."""
    sheet, key = checked(sheets.draft()), sheets.key("a")
    here = checked(sheets.half_signed())
    other = checked(sheets.sign(sheets.draft(), "a", key, consent="Otherwise."))
    with speaking(PSEUDO):
        said = []
        for consent in ("one\u202etwo", "x" * 5_000):
            with pytest.raises(JtbdError) as caught:
                sign(sheet, "a", key, Consent(consent), sheets.AT)
            said.append(caught.value.message)
        for brought in (other, checked(sheets.draft(confidential=True))):
            with pytest.raises(JtbdError) as caught:
                merged(here, brought, "sheet.yaml")
            said += [caught.value.message, caught.value.remedy]
    assert _wrong(*said) == []


def test_what_a_sheet_lacks_is_said() -> None:
    """Everything that keeps a canvas from being frozen is a sentence of the catalogue."""
    promise: dict[str, Any] = {"id": "one", "by": "a", "what": "", "serves": ["need"]}
    need = {"id": "need", "dimension": "functional", "text": ""}
    half: dict[str, Any] = {"format": "jtbd.canvas/1", "id": "x", "commitments": [promise], "aspects": [need]}
    named = {"a": {"organisation": "Quay"}, "b": {"organisation": "Quay", "person": "TBD"}}
    canvases = [
        Canvas.model_validate(fields)
        for fields in (
            {"format": "jtbd.canvas/1", "id": "x"},
            half,
            {**half, "parties": named},
            {**half, "value": {"a": {"alone": "1"}}},
            {**half, "value": {"a": {"alone": "1"}, "currency": "XYZ"}},
            {**half, "value": {"a": {"alone": "1.005"}, "currency": "EUR"}},
        )
    ]
    canvases.append(builders.ready_canvas(job={}))
    with speaking(PSEUDO):
        said = [text for canvas in canvases for text in missing_for_sheet(canvas, money=True)]
    assert len(said) > len(canvases)
    assert _wrong(*said, own=("Quay", "TBD", "EUR", "XYZ")) == []
