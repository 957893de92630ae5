"""Attacks on a sealed PDF, each by name: none is accepted."""

from __future__ import annotations

import io
import multiprocessing
import random
import subprocess
import sys
import warnings
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, Final
from unittest import mock

import pikepdf
import pytest
from asn1crypto import algos, cms, core, x509 as asn1_x509
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from pikepdf import Array, Dictionary, Name, Pdf, String
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from jtbd.disk.files import LARGEST_PDF
from jtbd.model.sheet import Sheet
from jtbd.sign.check import pdf as verifying
from jtbd.sign.check.pdf import verify, verify_pdf
from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.seal import seal as making
from jtbd.sign.seal.certificate import certificate
from jtbd.sign.seal.hanko import sign_digest
from jtbd.sign.sheet.content import commitment_json, sheet_yaml
from jtbd.sign.token.jwk import thumbprint
from jtbd.sign.token.jws import ORDER
from tests.support import builders, prints, sheets

FLIPS: Final = 10_000
SEED: Final = 20261122


def _sealed() -> bytes:
    return prints.sealed_once()


def _refused(pdf: bytes, rule: str, outcome: str = "invalid") -> None:
    found = verify_pdf(pdf)
    assert (found.outcome, found.rule) == (outcome, rule), found.detail


def _gap(pdf: bytes) -> tuple[int, int]:
    """Return where the digits of the seal's signature begin and end."""
    start = pdf.index(b"/Contents <") + len(b"/Contents <")
    return start, pdf.index(b">", start)


def _padding(pdf: bytes) -> int:
    """Return where the zeros after the signature begin."""
    start, stop = _gap(pdf)
    length = 4 + int(pdf[start + 4 : start + 8], 16)
    assert set(pdf[start + 2 * length : stop]) == set(b"0")
    return start + 2 * length


def _rewritten(pdf: bytes, change: Callable[[Pdf], None]) -> bytes:
    """Return the file written anew with a change, by a tool that knows nothing of seals."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        document.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


def _updated(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """Return the file with a change appended to it, every sealed byte in its place."""
    out = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    writer.write(out)
    assert out.getvalue().startswith(pdf)
    return out.getvalue()


# ── bits ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _accepted(pdf: bytes, flips: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """Return the flips of single bits that are taken for the sheet as it was, or for an unsealed copy of it.

    The attached sheet, which most flips leave as it is, is verified once for all that have the same.
    """
    taken = []
    with mock.patch.object(verifying, "verify_sheet", lru_cache(verify_sheet)):
        for place, bit in flips:
            flipped = bytearray(pdf)
            flipped[place] ^= 1 << bit
            if (outcome := str(verify_pdf(bytes(flipped)).outcome)) != "invalid":
                taken.append((place, bit, outcome))
    return taken


def test_no_flipped_bit_is_accepted() -> None:
    """Of 10,000 flips of one bit, anywhere but in the zeros after the signature, not one leaves a PDF that holds."""
    pdf = _sealed()
    first, last = _padding(pdf), _gap(pdf)[1]
    chance = random.Random(SEED)  # noqa: S311 - the same flips each time
    places = [place for place in range(len(pdf)) if not first <= place < last]
    flips = [(chance.choice(places), chance.randrange(8)) for _ in range(FLIPS)]

    # a page that was tried before in this process may have left its script as the main module
    bare = mock.patch.dict(sys.modules, {"__main__": ModuleType("__main__")})
    with bare, ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as workers:
        found = workers.map(_accepted, [pdf, pdf], [flips[::2], flips[1::2]])
        taken = [flip for part in found for flip in part]

    assert taken == []


def test_no_flipped_bit_in_the_padding_is_accepted() -> None:
    """Nor does a flip in those zeros, which other readers pass over."""
    pdf = _sealed()
    chance = random.Random(SEED)  # noqa: S311 - the same flips each time
    places = range(_padding(pdf), _gap(pdf)[1])

    assert len(places) > 200
    assert _accepted(pdf, [(chance.choice(places), chance.randrange(8)) for _ in range(100)]) == []


def test_capital_digits_are_refused() -> None:
    """The same signature in capital hexadecimal digits is another file, so it is refused."""
    pdf = _sealed()
    start, stop = _gap(pdf)

    _refused(pdf[:start] + pdf[start:stop].upper() + pdf[stop:], "seal")


def test_white_space_among_the_digits_is_refused() -> None:
    """Blanks in the padding, which a PDF's hexadecimal strings may have, are refused."""
    pdf = _sealed()
    first, last = _padding(pdf), _gap(pdf)[1]

    _refused(pdf[:first] + b" " * (last - first) + pdf[last:], "seal")
    _refused(pdf[: last - 2] + b">\n\n"[:2] + pdf[last:], "seal")


# ── appended and cut off ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("more", [b"\n", b" ", b"\0", b"garbage", b"%%EOF\n", b"% a comment\n%%EOF\n"])
def test_appended_bytes_are_refused(more: bytes) -> None:
    """Whatever is appended, were it a newline, was not sealed."""
    _refused(_sealed() + more, "after-seal")


def test_an_end_out_of_sight_is_refused() -> None:
    """A file whose end lies further back than readers look is damaged, and no reader's mending of it is trusted."""
    _refused(_sealed() + b"\n" * 2000, "attachment")


def test_a_second_file_behind_it_is_refused() -> None:
    """A whole PDF after the sealed one is refused, the same one or another, by whichever a reader goes."""
    other = prints.printed(sheets.complete()).pdf

    assert {verify_pdf(_sealed() + more).outcome for more in (_sealed(), other)} == {"invalid"}


def test_a_file_cut_off_is_refused() -> None:
    """However much of the end is missing, what is left is not accepted; there is no earlier revision to go back to."""
    pdf = _sealed()
    lengths = [len(pdf) - 1, len(pdf) - 2, len(pdf) - 7, *range(0, len(pdf), 4001)]

    assert {verify_pdf(pdf[:length]).outcome for length in lengths} == {"invalid"}


@pytest.mark.parametrize("junk", [b"\n", b"junk", b"%PDF-1.7\n", b"\xef\xbb\xbf"])
def test_junk_before_the_header_is_refused(junk: bytes) -> None:
    """Bytes before the header, which readers of PDF put up with, are refused."""
    assert verify(junk + _sealed()).outcome == verify_pdf(junk + _sealed()).outcome == "invalid"


# ── incremental updates ───────────────────────────────────────────────────────────────────────────────────────────────


def _new_words(writer: IncrementalPdfFileWriter) -> None:
    words = generic.StreamObject(stream_data=b"BT /F0 40 Tf 100 500 Td (EUR 1) Tj ET")
    writer.add_stream_to_page(0, writer.add_object(words))


def _a_note(writer: IncrementalPdfFileWriter) -> None:
    note = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (100, 500, 300, 550))),
            generic.pdf_name("/Contents"): generic.pdf_string("This part does not count."),
        }
    )
    writer.register_annotation(writer.find_page_for_modification(0)[0], writer.add_object(note))


def _a_white_page(writer: IncrementalPdfFileWriter) -> None:
    page = writer.find_page_for_modification(0)[0].get_object()
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"1 1 1 rg 0 0 600 850 re f"))
    writer.update_container(page)


def _another_title(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/Lang"] = generic.pdf_string("de")
    writer.update_root()


@pytest.mark.parametrize("overlay", [_new_words, _a_note, _a_white_page, _another_title])
def test_an_overlay_is_refused(overlay: Callable[[IncrementalPdfFileWriter], None]) -> None:
    """New words, a note, a blank page laid over the sealed ones by an incremental update: changed after the seal."""
    _refused(_updated(_sealed(), overlay), "after-seal")


def _swap(name: str, content: bytes) -> Callable[[IncrementalPdfFileWriter], None]:
    def change(writer: IncrementalPdfFileWriter) -> None:
        names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
        specification = names[names.index(name) + 1]
        stream = generic.StreamObject(stream_data=content)
        files = generic.DictionaryObject({generic.pdf_name("/F"): writer.add_object(stream)})
        specification["/EF"] = files
        writer.update_container(specification)

    return change


def _other_sheet() -> Sheet:
    """Return a complete sheet of the same parties with another promise and a sealing key of its own."""
    promise = [{"id": "other", "by": "a", "what": "Give them nothing"}]
    seal = thumbprint(sheets.key("other seal").public_key())
    return sheets.complete(sheets.draft(builders.ready_canvas(commitments=promise), seal=seal))


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("sheet.yaml", lambda: sheet_yaml(_other_sheet()), "seal"),
        ("sheet.yaml", lambda: sheet_yaml(sheets.half_signed()), "after-seal"),
        ("sheet.yaml", lambda: sheet_yaml(sheets.edited(sheets.complete(), confidential=True)), "hash"),
        ("sheet.yaml", lambda: b"commitment: none\n", "canonical"),
        ("commitment.json", lambda: commitment_json(_other_sheet().commitment), "attachment"),
    ],
)
def test_a_swapped_attachment_is_refused(name: str, content: Callable[[], bytes], rule: str) -> None:
    """An attachment put in another's place by an incremental update is refused by the first rule that it breaks."""
    _refused(_updated(_sealed(), _swap(name, content())), rule)


def test_a_swapped_attachment_in_a_file_written_anew_is_refused() -> None:
    """So is one in a file that was written anew, even with both attachments those of a sheet that holds."""
    other = _other_sheet()

    def change(document: Pdf) -> None:
        document.attachments["sheet.yaml"] = sheet_yaml(other)
        document.attachments["commitment.json"] = commitment_json(other.commitment)

    _refused(_rewritten(_sealed(), change), "seal")


def test_a_second_signature_is_refused() -> None:
    """A signature added to a sealed PDF, as anybody can do, is refused: the seal allows no change."""
    place = fields.SigFieldSpec("Second", on_page=0)
    writer = IncrementalPdfFileWriter(io.BytesIO(_sealed()))
    work = PdfCMSEmbedder(new_field_spec=place).write_cms("Second", writer)
    next(work)
    placeholder = SignatureObject(bytes_reserved=4096, subfilter=fields.SigSeedSubFilter.PADES)
    work.send(SigObjSetup(sig_placeholder=placeholder))
    prepared, out = work.send(SigIOSetup(md_algorithm="sha256"))
    work.send(sign_digest(prepared.document_digest, sheets.key("mallory")))

    _refused(out.getvalue(), "seal")


# ── without the seal, or with another ─────────────────────────────────────────────────────────────────────────────────


def _unseal(document: Pdf) -> None:
    tree = document.Root.StructTreeRoot
    del document.Root.AcroForm, document.Root.Perms, document.pages[-1].Annots
    del tree.K[0].K[-1], tree.ParentTree.Nums[-2:]


def test_a_removed_seal_leaves_an_unsealed_copy() -> None:
    """With every trace of the seal removed, the pages may say that they are sealed; the PDF is an unsealed copy."""
    _refused(_rewritten(_sealed(), _unseal), "seal", outcome="incomplete")


def test_a_seal_that_was_never_put_on_is_missed() -> None:
    """Pages that say that they are sealed make no seal: printed without one, they are an unsealed copy."""
    pdf = prints.printed(sheets.complete(), sealed_at=prints.SEALED_AT).pdf

    _refused(pdf, "seal", outcome="incomplete")


@pytest.mark.parametrize("part", ["/AcroForm", "/Perms"])
def test_a_seal_out_of_its_place_is_refused(part: str) -> None:
    """A seal that is still in the file, but not where readers look for it, is refused."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pikepdf sees that something is amiss
        torn = _rewritten(_sealed(), lambda document: document.Root.__delitem__(part))

    _refused(torn, "seal")


def test_a_page_rewritten_and_sealed_anew_is_refused(tmp_path: Path) -> None:
    """A page changed, and the file sealed anew with another key: pdfsig calls it valid, we do not."""
    forged = _reseal(sheets.key("mallory"), _new_promise)
    (tmp_path / "forged.pdf").write_bytes(forged)

    _refused(forged, "seal")
    if prints.found("pdfsig"):
        said = subprocess.run(["pdfsig", "forged.pdf"], cwd=tmp_path, check=False, capture_output=True).stdout
        assert b"Signature is Valid" in said
        assert b"Total document signed" in said


def _new_promise(document: Pdf) -> None:
    document.pages[0].contents_add(b"BT /F0 40 Tf 100 500 Td (EUR 1) Tj ET")


def _reseal(key: Any, change: Callable[[Pdf], None]) -> bytes:
    ready = prints.printed(sheets.complete(), sealed_at=prints.SEALED_AT)
    assert ready.room
    room = ready.room
    pdf = _rewritten(ready.pdf, change)
    return making.seal(pdf, key, mark=room.mark, page=room.page, box=room.box, at=prints.SEALED_AT)


def test_the_seal_of_another_sheet_is_refused() -> None:
    """A seal cut out of one sealed PDF and put into the gap of another is refused, also where both name one key."""
    other = sheets.complete(sheets.draft(confidential=True))
    target, source = prints.sealed(other), _sealed()
    (start, stop), (first, last) = _gap(target), _gap(source)

    _refused(target[:start] + source[first:last] + target[stop:], "seal")


def test_a_sealing_key_of_another_sheet_is_refused() -> None:
    """A sheet sealed with the key that another sheet names is refused."""
    _refused(prints.sealed(_other_sheet(), sheets.key("seal")), "seal")


def test_a_partys_key_is_no_sealing_key() -> None:
    """A sheet sealed with a party's key is refused."""
    _refused(prints.sealed(key=sheets.key("a")), "seal")


# ── with the right key ────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def _roomy() -> bytes:
    """Return a sealed PDF with room in its gap for more than a seal's signature."""
    with mock.patch.object(making, "ROOM", 4096):
        return prints.sealed()


def _contents(cms_bytes: bytes) -> bytes:
    """Return the roomy PDF with another CMS signature in its gap."""
    pdf = _roomy()
    start, stop = _gap(pdf)
    return pdf[:start] + cms_bytes.hex().encode().ljust(stop - start, b"0") + pdf[stop:]


def _cms() -> cms.ContentInfo:
    pdf = _roomy()
    start, _ = _gap(pdf)
    return cms.ContentInfo.load(bytes.fromhex(pdf[start : _padding(pdf)].decode()))


def test_the_cms_as_it_is_holds() -> None:
    """The seal's signature taken out and put back holds: what follows fails for what it changes."""
    assert verify_pdf(_contents(_cms().dump(force=True))).outcome == "complete"


def _other_s(signer: Any) -> None:
    r, s = decode_dss_signature(signer["signature"].native)
    signer["signature"] = encode_dss_signature(r, ORDER - s)


def _long_r(signer: Any) -> None:
    der = signer["signature"].native
    length = der[3]
    signer["signature"] = bytes([0x30, der[1] + 1, 2, length + 1, 0]) + der[4:]


def _unsigned_attribute(signer: Any) -> None:
    signer["unsigned_attrs"] = cms.CMSAttributes([cms.CMSAttribute({"type": "1.2.3", "values": [core.Integer(1)]})])


def _other_digest(signer: Any) -> None:
    signer["digest_algorithm"] = algos.DigestAlgorithm({"algorithm": "sha512"})


def _other_algorithm(signer: Any) -> None:
    signer["signature_algorithm"] = algos.SignedDigestAlgorithm({"algorithm": "ecdsa"})


def _other_version(signer: Any) -> None:
    signer["version"] = "v3"


def _other_issuer(signer: Any) -> None:
    signer["sid"].chosen["serial_number"] = 2


@pytest.mark.parametrize(
    "change",
    [_other_s, _long_r, _unsigned_attribute, _other_digest, _other_algorithm, _other_version, _other_issuer],
)
def test_another_writing_of_the_same_signer_is_refused(change: Callable[[Any], None]) -> None:
    """N − s in the place of s, a padded r, an attribute that nobody signed, another algorithm's name: all refused."""
    found = _cms()
    change(found["content"]["signer_infos"][0])

    _refused(_contents(found.dump(force=True)), "seal")


def _second_certificate(signed: Any) -> None:
    other = asn1_x509.Certificate.load(certificate(sheets.key("mallory")))
    signed["certificates"].append(cms.CertificateChoices("certificate", other))


def _second_signer(signed: Any) -> None:
    signed["signer_infos"].append(signed["signer_infos"][0].copy())


def _content_inside(signed: Any) -> None:
    signed["encap_content_info"]["content"] = core.OctetString(b"other")


def _no_certificate(signed: Any) -> None:
    signed["certificates"] = cms.CertificateSet([])


@pytest.mark.parametrize("change", [_second_certificate, _second_signer, _content_inside, _no_certificate])
def test_a_cms_with_more_or_less_in_it_is_refused(change: Callable[[Any], None]) -> None:
    """A second certificate or signer, a content of its own, no certificate: none of it is a seal's."""
    found = _cms()
    change(found["content"])

    _refused(_contents(found.dump(force=True)), "seal")


def test_a_cms_that_is_no_der_is_refused() -> None:
    """The same signature with a length written in more bytes than it needs is refused."""
    der = _cms().dump()

    _refused(_contents(b"\x30\x83\x00" + der[2:]), "seal")


@pytest.mark.parametrize("contents", [b"", b"\x30\x80", b"\x30" * 800, bytes(1024), b"\x04\x02\x01\x02"])
def test_a_gap_without_a_signature_is_refused(contents: bytes) -> None:
    """Whatever else is in the gap, nothing included, is refused."""
    _refused(_contents(contents), "seal")


@pytest.mark.parametrize("allowed", [2, 3], ids=["forms", "notes"])
def test_a_seal_that_allows_changes_is_refused(allowed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A seal made with the right key that lets others fill in forms or write notes is refused."""
    monkeypatch.setattr(making, "_NO_CHANGES", allowed)

    _refused(prints.sealed(), "seal")


# ── attachments ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _listed_twice(document: Pdf) -> None:
    names = document.Root.Names.EmbeddedFiles.Names
    document.Root.Names.EmbeddedFiles.Names = Array([*names.as_list(), *names.as_list()[-2:]])


def _second_name(document: Pdf) -> None:
    document.Root.Names.EmbeddedFiles.Names[1].UF = String("terms.yaml")


def _second_content(document: Pdf) -> None:
    document.Root.Names.EmbeddedFiles.Names[1].EF.UF = document.make_stream(b"other")


def _listed_below(document: Pdf) -> None:
    kid = document.make_indirect(Dictionary(Names=document.Root.Names.EmbeddedFiles.Names))
    document.Root.Names.EmbeddedFiles = Dictionary(Kids=Array([kid]))


def _other_packing(document: Pdf) -> None:
    stream = document.Root.Names.EmbeddedFiles.Names[1].EF.F
    stream.write(stream.read_bytes().hex().encode() + b">", filter=Name.ASCIIHexDecode)


def _disagreeing(document: Pdf) -> None:
    document.attachments["commitment.json"] = commitment_json(_other_sheet().commitment)


@pytest.mark.parametrize("change", [_listed_twice, _second_name, _second_content, _listed_below, _disagreeing])
def test_attachments_that_two_readers_read_differently_are_refused(change: Callable[[Pdf], None]) -> None:
    """Sealed with the right key or not at all, a PDF whose attachments are ambiguous or disagree is refused."""
    unsealed = prints.printed(sheets.complete()).pdf

    _refused(_rewritten(unsealed, change), "attachment")
    _refused(_reseal(sheets.key("seal"), change), "attachment")


def test_attachments_packed_in_another_way_are_refused() -> None:
    """An attachment in any other packing than a PDF's usual one is refused: every reader must get the same out."""
    _refused(_rewritten(prints.printed(sheets.complete()).pdf, _other_packing), "attachment")


def test_a_huge_file_is_refused() -> None:
    """A file beyond what a sheet can be is refused unread."""
    _refused(_sealed().ljust(LARGEST_PDF + 1), "attachment")
