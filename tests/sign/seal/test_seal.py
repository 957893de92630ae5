"""The seal of a PDF, looked at with the tools that strangers have, and held against what PDF/A-3 asks."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID
from pikepdf import Dictionary, Object, Pdf

from jtbd.sign.check.pdf import verify
from jtbd.sign.seal.certificate import certificate
from jtbd.sign.seal.seal import SAYS
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.sign.token.jwk import thumbprint
from tests.support import builders, prints, sheets

SEAL = thumbprint(sheets.key("seal").public_key())
UNPRINTABLE = builders.ready_canvas(parties={"a": {"person": "Ana \u0378"}, "b": {"person": "Bea"}})


def _opened(pdf: bytes) -> Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def _before() -> bytes:
    return prints.printed(sheets.complete(), sealed_at=prints.SEALED_AT).pdf


def _ranges(pdf: bytes) -> tuple[bytes, bytes]:
    """Return what a seal covers and its CMS signature, found as any reader of PDF finds them."""
    start, stop, rest = map(int, re.findall(rb"/ByteRange \[ 0 (\d+) (\d+) (\d+) \]", pdf)[0])
    contents = bytes.fromhex(pdf[start + 1 : stop - 1].decode())
    length = 4 + int.from_bytes(contents[2:4])
    return pdf[:start] + pdf[stop : stop + rest], contents[:length]


# ── strangers' tools ──────────────────────────────────────────────────────────────────────────────────────────────────


@prints.needs("pdfsig")
def test_pdfsig_takes_it_for_valid(tmp_path: Path) -> None:
    """`pdfsig` says that the signature is valid, over the total document, and names the sealing key."""
    (tmp_path / "sealed.pdf").write_bytes(prints.sealed_once())
    found = subprocess.run(["pdfsig", "sealed.pdf"], cwd=tmp_path, check=False, capture_output=True)
    said = found.stdout.decode()

    for words in ("Signature is Valid.", "Total document signed", "ETSI.CAdES.detached", "SHA-256", SEAL):
        assert words in said
    assert said.count("Signature #") == 1


@prints.needs("pdfdetach")
def test_the_attachments_still_prove_the_printed_hash(tmp_path: Path) -> None:
    """`pdfdetach -saveall` and `sha256sum commitment.json` give the printed hash, and the sheet's own file."""
    sheet = sheets.complete()
    text = prints.text_of(prints.sealed_once(), tmp_path)
    subprocess.run(["pdfdetach", "-saveall", "-o", str(tmp_path), str(tmp_path / "printed.pdf")], check=True)
    found = subprocess.run(["sha256sum", "commitment.json"], cwd=tmp_path, check=True, capture_output=True)

    assert f"sha256:{found.stdout.decode().split()[0]}" in text
    assert (tmp_path / "sheet.yaml").read_bytes() == sheet_yaml(sheet)


@prints.needs("mutool")
def test_mutool_finds_it_unchanged(tmp_path: Path) -> None:
    """`mutool sign -v` says that the document is unchanged since it was signed, by a certificate that signs itself."""
    (tmp_path / "sealed.pdf").write_bytes(prints.sealed_once())
    found = subprocess.run(["mutool", "sign", "-v", "sealed.pdf"], cwd=tmp_path, check=False, capture_output=True)
    said = (found.stdout + found.stderr).decode()

    assert "The document is unchanged since signing." in said
    assert SEAL in said


@prints.needs("openssl")
def test_openssl_verifies_it(tmp_path: Path) -> None:
    """`openssl cms -verify` accepts the signature over the bytes that it covers, and not over others."""
    covered, cms = _ranges(prints.sealed_once())
    (tmp_path / "seal.der").write_bytes(cms)
    (tmp_path / "covered").write_bytes(covered)
    (tmp_path / "changed").write_bytes(covered[:-1] + b"x")
    command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "seal.der", "-noverify", "-content"]

    def verified(name: str) -> int:
        return subprocess.run([*command, name], cwd=tmp_path, check=False, capture_output=True).returncode

    assert (verified("covered"), verified("changed")) == (0, 4)


@prints.needs("qpdf")
def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    """`qpdf --check` has nothing to say against the file."""
    (tmp_path / "sealed.pdf").write_bytes(prints.sealed_once())

    assert subprocess.run(["qpdf", "--check", "sealed.pdf"], cwd=tmp_path, check=False).returncode == 0


# ── what a seal is ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_sealed_sheet_is_complete() -> None:
    """A sealed PDF of a sheet that both have signed is complete, with nothing to object to."""
    found = verify(prints.sealed_once())

    assert (found.outcome, found.rule, found.signed, found.missing) == ("complete", None, ("a", "b"), ())
    assert "seal of this PDF holds" in found.message


@pytest.mark.parametrize("canvas", [builders.ready_canvas(), UNPRINTABLE], ids=["archival", "plain"])
def test_any_complete_sheet_is_sealed(canvas: Any) -> None:
    """A plain PDF, made where a character has no font, is sealed as one for the archive is."""
    assert verify(prints.sealed(sheets.complete(sheets.draft(canvas)))).outcome == "complete"


def test_sealing_twice_gives_the_same_bytes() -> None:
    """The same sheet, key and time give the same file: nothing in a seal is left to chance."""
    assert prints.sealed() == prints.sealed()


def test_there_is_one_revision() -> None:
    """A sealed file has one revision only: there is no earlier one to go back to."""
    pdf = prints.sealed_once()

    assert (pdf.count(b"startxref"), pdf.count(b"%%EOF")) == (1, 1)
    with _opened(pdf) as document:
        assert "/Prev" not in document.trailer


def test_nothing_is_left_out_of_what_is_sealed() -> None:
    """The seal covers every byte of the file but the hexadecimal digits of its own signature."""
    pdf = prints.sealed_once()
    covered, cms = _ranges(pdf)
    start = pdf.index(b"<" + cms.hex().encode())

    assert covered == pdf[:start] + pdf[pdf.index(b">", start) + 1 :]


def test_the_certificate_vouches_for_nobody() -> None:
    """The certificate is made out to the key itself, for signatures only, and for as long as there are dates."""
    found = x509.load_der_x509_certificate(certificate(sheets.key("seal")))
    usage = found.extensions.get_extension_for_class(x509.KeyUsage).value
    (name,) = found.subject.get_attributes_for_oid(NameOID.COMMON_NAME)

    assert name.value == f"Common Job seal {SEAL}"
    assert found.issuer == found.subject
    assert (usage.digital_signature, usage.content_commitment, usage.key_cert_sign) == (True, True, False)
    assert not found.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert (found.not_valid_before_utc.year, found.not_valid_after_utc.year) == (2000, 9999)
    found.verify_directly_issued_by(found)


def test_it_works_beside_an_event_loop() -> None:
    """Sealing and checking work in a thread that runs an event loop, as a server's may."""

    async def both() -> str:
        return str(verify(prints.sealed()).outcome)

    assert asyncio.run(both()) == "complete"


def test_only_a_seal_loads_what_seals() -> None:
    """Commands that seal and check no PDF do not wait for pyHanko to load."""
    load = "import sys, jtbd.cli, jtbd.usecases.sheets.signing"
    code = f"{load}; print(sorted({{'pyhanko', 'asn1crypto'}} & sys.modules.keys()))"

    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout == b"[]\n"


# ── PDF/A-3 ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _fonts(document: Pdf) -> dict[str, bool]:
    """Return every font in a file, and whether it is embedded."""
    found = [obj for obj in document.objects if isinstance(obj, Dictionary) and obj.get("/Type") == "/FontDescriptor"]
    return {str(font.FontName): any(key.startswith("/FontFile") for key in font.keys()) for font in found}  # noqa: SIM118 - an Object is no mapping


def _elements(element: Object) -> Iterator[str]:
    """Yield the kinds of structure elements, in the order in which they are read."""
    kids: Any = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield str(kid.S)
            yield from _elements(kid)


def test_it_is_pdf_a_as_before() -> None:
    """Metadata, output intent, language and tags are what they were; all fonts are embedded; one tag is added."""
    with _opened(_before()) as before, _opened(prints.sealed_once()) as after:
        metadata, profiles = after.Root.Metadata, [each.Root.OutputIntents[0] for each in (before, after)]
        assert metadata.read_raw_bytes() == before.Root.Metadata.read_bytes()
        assert b"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in metadata.read_bytes()
        assert "/Filter" not in metadata
        assert profiles[0].S == profiles[1].S == "/GTS_PDFA1"
        assert profiles[0].DestOutputProfile.read_bytes() == profiles[1].DestOutputProfile.read_bytes()
        assert after.Root.Lang == before.Root.Lang
        assert after.Root.MarkInfo.Marked
        assert dict(after.docinfo) == dict(before.docinfo)
        assert len(after.pages) == len(before.pages)
        assert all(_fonts(after).values())
        assert _fonts(before).items() < _fonts(after).items(), "the mark brings its own"
        assert [*_elements(before.Root.StructTreeRoot), "/Form"] == [*_elements(after.Root.StructTreeRoot)]
        assert after.trailer.ID[0] == before.trailer.ID[0]
        assert "/Encrypt" not in after.trailer


def test_the_pages_are_as_before() -> None:
    """What stands on the pages is what was printed: the seal changes none of it, and has an annotation of its own."""
    with _opened(_before()) as before, _opened(prints.sealed_once()) as after:
        for old, new in zip(before.pages, after.pages, strict=True):
            assert new.Contents.read_bytes() == old.Contents.read_bytes()
            assert new.Resources.keys() == old.Resources.keys()
        assert [len(page.get("/Annots", [])) for page in after.pages] == [0] * (len(after.pages) - 1) + [1]


def test_the_field_is_as_the_standard_asks() -> None:
    """The one form field is shown, printed, does nothing, and certifies that no change is allowed."""
    with _opened(prints.sealed_once()) as document:
        root, form = document.Root, document.Root.AcroForm
        (field,) = form.Fields.as_list()
        (reference,) = field.V.Reference.as_list()

        assert form.keys() == {"/Fields", "/SigFlags"}, "no NeedAppearances, no XFA (6.4.1, 6.4.2)"
        assert form.SigFlags == 3
        assert int(field.F) & 0b100111 == 0b000100, "printed; not invisible, hidden, unseen (6.3.2)"
        assert field.AP.keys() == {"/N"}, "a normal appearance and no other (6.3.3)"
        assert field.AP.N.Subtype == "/Form"
        assert not {"/A", "/AA"} & field.keys(), "no actions (6.4.1)"
        assert root.Perms.keys() == {"/DocMDP"}
        assert not {"/DigestLocation", "/DigestMethod", "/DigestValue"} & reference.keys(), "6.1.12"
        assert reference.TransformMethod == "/DocMDP"
        assert reference.TransformParams.P == 1
        assert field.V.SubFilter == "/ETSI.CAdES.detached"


def test_the_field_is_told_to_who_cannot_see() -> None:
    """The widget hangs in a Form element at the end of the structure tree and says in words what it is and is not."""
    with _opened(prints.sealed_once()) as document:
        (field,) = document.Root.AcroForm.Fields.as_list()
        tree, page = document.Root.StructTreeRoot, document.pages[-1]
        numbers = tree.ParentTree.Nums.as_list()
        element = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))[int(field.StructParent)]

        assert [str(said) for said in (field.TU, field.Contents, element.Alt, field.V.Reason)] == [SAYS.said()] * 4
        assert [str(element.S), str(element.K.Type), element.K.Obj.objgen] == ["/Form", "/OBJR", field.objgen]
        assert element.Pg.objgen == element.K.Pg.objgen == field.P.objgen == page.objgen
        assert tree.ParentTreeNextKey == int(field.StructParent) + 1
        assert page.Tabs == "/S"


# ── the mark ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@prints.needs("pdftotext")
def test_the_mark_says_what_it_is(tmp_path: Path) -> None:
    """What is seen is the program's seal, not a party's signature: for the pages, not for who signed, since when."""
    text = prints.text_of(prints.sealed_once(), tmp_path)

    for words in (
        "Sealed by the program Common Job",
        "unchanged since 22 November 2026, 09:04:11 UTC by the laptop’s clock",
        "not a party’s signature: it vouches for the pages, not for who signed",
        "Signed by both · sealed",
        "“Total document signed”",
    ):
        assert words in text
    assert "unsealed" not in text


@prints.needs("pdftotext")
@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_the_mark_lies_on_nothing(count: int, tmp_path: Path) -> None:
    """The mark has its room on the page: no word is under it, and it is within the margins."""
    promises = [{"id": f"promise-{place}", "by": "a", "what": f"Give them {place}"} for place in range(count)]
    sheet = sheets.complete(sheets.draft(builders.ready_canvas(commitments=promises)))
    ready = prints.printed(sheet, sealed_at=dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
    assert ready.room
    left, bottom, right, top = ready.room.box
    (tmp_path / "ready.pdf").write_bytes(ready.pdf)
    page = str(ready.room.page + 1)
    command = ["pdftotext", "-bbox", "-f", page, "-l", page, "ready.pdf", "-"]
    boxes = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True).stdout.decode()
    words = [
        tuple(map(float, found)) for found in re.findall(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)"', boxes)
    ]

    assert words
    for x_min, y_min, x_max, y_max in words:
        assert x_max < left or x_min > right or y_max < 841.89 - top or y_min > 841.89 - bottom
    assert (round(left), round(right), round(top - bottom)) == (74, 522, 51)
    assert bottom > 62, "the margin of 22 mm"


def test_the_hash_is_over_the_covered_bytes() -> None:
    """The seal's CMS signature holds the SHA-256 of the bytes that it covers."""
    covered, cms = _ranges(prints.sealed_once())

    assert hashlib.sha256(covered).digest() in cms
