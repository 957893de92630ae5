"""Attacks on the readers of a PDF: files that would exhaust them, and files in which two of them see two documents."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from jtbd.sign.check.pdf import verify_pdf
from jtbd.sign.seal import seal as making
from jtbd.sign.sheet.content import commitment_json, sheet_yaml
from tests.support import prints, sheets


def _refused(pdf: bytes, rule: str) -> None:
    found = verify_pdf(pdf)
    assert (found.outcome, found.rule) == ("invalid", rule), found.detail


# ── exhausting ────────────────────────────────────────────────────────────────────────────────────────────────────────

HEAD = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"


def _stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def _with_table(objects: list[bytes], trailer: bytes = b"", table: bytes = b"") -> bytes:
    """Return a PDF of objects, numbered from 1, the first its catalog."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    lines = table or b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(lines) // 20 + 1
    listed = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\n" % (size, lines, size, trailer)
    return body + listed + b"startxref\n%d\n%%%%EOF\n" % len(body)


def _attached(more: bytes = b"", catalog: bytes = b"") -> list[bytes]:
    """Return the objects of the least PDF that carries a complete sheet."""
    sheet = sheets.complete()
    files = [commitment_json(sheet.commitment), sheet_yaml(sheet)]
    return [
        b"<<%s/Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(commitment.json)3 0 R(sheet.yaml)4 0 R]>>>>>>"
        % catalog,
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Type/Filespec/F(commitment.json)/EF<</F 5 0 R>>>>",
        b"<</Type/Filespec/F(sheet.yaml)/EF<</F 6 0 R>>>>",
        *(b"<</Length %d>>\nstream\n%s\nendstream" % (len(file), file) for file in files),
        *([more] if more else []),
    ]


def test_the_least_pdf_is_read() -> None:
    """The file that those below are made from is an unsealed copy like others."""
    assert verify_pdf(_with_table(_attached())).outcome == "incomplete"


def _packed(size: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(size >> 20)), packer.flush()])


def test_cross_references_that_unpack_to_a_gigabyte_are_not_unpacked() -> None:
    """A megabyte that any reader of PDF unpacks to a gigabyte on opening is refused before one is let at it."""
    resource = pytest.importorskip("resource")
    bomb = HEAD + b"2 0 obj\n%s\nendobj\n" % _stream(b"/Type/XRef/Size 3/W[1 2 1]/Root 1 0 R", _packed(1 << 28))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _refused(bomb + b"startxref\n%d\n%%%%EOF\n" % len(HEAD), "attachment")

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_an_attachment_that_unpacks_to_a_gigabyte_is_cut_short() -> None:
    """So is an attachment that does."""
    objects = _attached()
    objects[5] = _stream(b"", _packed(1 << 28))

    _refused(_with_table(objects), "attachment")


def test_a_million_objects_are_not_looked_at() -> None:
    """A file with far more objects than a sheet can have is refused for that."""
    table = b"0000000009 00000 n \n" * 200_000

    _refused(_with_table(_attached(), table=table), "attachment")


@pytest.mark.parametrize("deep", [b"[" * 1_000_000, b"<</A " * 200_000])
def test_bottomless_nesting_is_refused(deep: bytes) -> None:
    """Lists in lists without end exhaust nobody's stack."""
    _refused(_with_table(_attached(more=deep)), "attachment")


@pytest.mark.parametrize(
    "trailer",
    [b"/Encrypt 7 0 R", b"/XRefStm 9", b"/Prev 9/Prev 9", b"/Prev 7 0 R", b"/#50rev 9", b"/A(/Prev 9)", b"/A<</B 1>>"],
)
def test_a_trailer_that_says_more_than_it_should_is_refused(trailer: bytes) -> None:
    """An encrypted file, a second list of objects in a stream, names in disguise: refused before a reader sees them."""
    _refused(_with_table(_attached(more=b"<<>>"), trailer), "attachment")


def test_a_file_that_goes_in_circles_is_refused() -> None:
    """A table that names itself as the one before it is refused."""
    pdf = _with_table(_attached(), b"/Prev 0000000000")

    _refused(pdf.replace(b"/Prev 0000000000", b"/Prev %010d" % pdf.index(b"xref\n0 ")), "attachment")


def test_a_key_that_comes_twice_is_refused() -> None:
    """Of a key that comes twice some readers take the first and some the last: a file with one is damaged."""
    twice = b"/Names<</EmbeddedFiles<</Names[]>>>>"

    _refused(_with_table(_attached(catalog=twice)), "attachment")


# ── with the right key ────────────────────────────────────────────────────────────────────────────────────────────────


def _sealed_after(change: Callable[[Pdf], None]) -> bytes:
    """Return the PDF of a complete sheet, changed and then sealed by whoever holds the sealing key."""
    ready = prints.printed(sheets.complete(), sealed_at=prints.SEALED_AT)
    assert ready.room
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(ready.pdf)) as document:
        change(document)
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    room = ready.room
    key = sheets.key("seal")
    return making.seal(out.getvalue(), key, mark=room.mark, page=room.page, box=room.box, at=prints.SEALED_AT)


def _script(document: Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("this.getField('Seal').display = display.hidden"))
    document.Root.Names.JavaScript = Dictionary(Names=Array([String("later"), script]))


def _opening_action(document: Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([document.pages[-1].obj, Name.Fit]))


def _page_action(document: Pdf) -> None:
    document.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("1")))


def _layers(document: Pdf) -> None:
    document.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary(Order=Array([])))


def _portfolio(document: Pdf) -> None:
    document.Root.Collection = Dictionary(View=Name.D, D=String("commitment.json"))


def _associated_file(document: Pdf) -> None:
    stream = document.make_stream(b"other terms\n")
    other = Dictionary(Type=Name.Filespec, F=String("sheet.yaml"), UF=String("sheet.yaml"), EF=Dictionary(F=stream))
    document.Root.AF = Array([other])


def _pinned_file(document: Pdf) -> None:
    stream = document.make_stream(b"other terms\n")
    file = document.make_indirect(Dictionary(Type=Name.Filespec, F=String("sheet.yaml"), EF=Dictionary(F=stream)))
    note = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]), FS=file)
    document.pages[0].obj.Annots = Array([document.make_indirect(note)])


@pytest.mark.parametrize(
    "change", [_script, _opening_action, _page_action, _layers, _portfolio, _associated_file, _pinned_file]
)
def test_a_sealed_pdf_that_is_not_the_same_to_everybody_is_refused(change: Callable[[Pdf], None]) -> None:
    """Sealed with the right key, a file with scripts, actions, layers or a file attached elsewhere is refused."""
    _refused(_sealed_after(change), "seal")


def test_a_pdf_sealed_after_no_change_holds() -> None:
    """The same file, saved in the same way and sealed, holds: what is refused above is what was changed."""
    assert verify_pdf(_sealed_after(lambda _: None)).outcome == "complete"
