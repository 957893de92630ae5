"""Vectors of PDFs: a printed sheet, and small ones that break the rules `seal`, `attachment` and `after-seal`.

The files are made with `make.py --pdf` and kept as they are: other versions of the libraries, or other fonts, may give
other bytes for the same PDF.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterator
from typing import Final

import pikepdf
from broken import broken
from material import FOLDER, IAT, Data, Vector, changed, consent, content_hash, decline, key, minimal, sheet
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf

from jtbd.sign.seal.seal import seal
from jtbd.sign.token.canonical import canonical_json
from jtbd.usecases.sheets.printing import print_sealed

AT: Final = dt.datetime.fromtimestamp(IAT, dt.UTC)
BOTH: Final = "Ana and Bea have both signed this content, and it is unchanged since."
SEALED: Final = "The seal of this PDF holds: its pages are unchanged since the program put it on."
UNSEALED: Final = "This PDF is an unsealed copy: nothing vouches for its pages. Rely on the sheet.yaml attached to it."

_CONTENT: Final = minimal("pdf")
_TERMS: Final = b"BT /F 12 Tf 60 760 Td (Ana will call Bea.) Tj ET\n"
_OTHER_TERMS: Final = b"BT /F 12 Tf 60 760 Td (Ana owes Bea EUR 9.) Tj ET\n"

Make = Callable[[], bytes]


def vectors(*, anew: bool = False) -> Iterator[Vector]:
    """Yield the PDFs with what is said of them, as they are kept or, if they are new or one is told so, made anew."""
    for vector, make in (*_holding(), *_broken()):
        kept = FOLDER / vector.file
        yield vector._replace(data=make() if anew or not kept.exists() else kept.read_bytes())


def _holds(name: str, about: str, message: str, signed: str = "ab", rule: str | None = None) -> Vector:
    missing = tuple(party for party in "ab" if party not in signed)
    return Vector(f"pdf/{name}.pdf", b"", name.partition("-")[0], rule, message, tuple(signed), missing, about)


def _holding() -> Iterator[tuple[Vector, Make]]:
    half = sheet(_CONTENT, consent(_CONTENT, "a"))
    declined = sheet(_CONTENT, decline(_CONTENT, "b", "no"))
    waiting = "1 of 2 signed; still to sign: Bea."
    yield _holds("complete-printed", "a sheet as the program prints and seals it", f"{BOTH} {SEALED}"), _printed
    yield _holds("complete-sealed", "a small PDF with a seal that holds", f"{BOTH} {SEALED}"), _sealed
    yield (
        _holds("incomplete-unsealed", "complete but for its seal", f"{BOTH} {UNSEALED}", rule="seal"),
        lambda: _saved(_pages(_complete())),
    )
    yield (
        _holds("incomplete-a", "a has signed; no seal", f"{waiting} {UNSEALED}", "a", "signers"),
        lambda: _saved(_pages(half)),
    )
    yield (
        _holds("incomplete-a-sealed", "a has signed; sealed too early", f"{waiting} {SEALED}", "a", "signers"),
        lambda: _with_seal(_pages(half)),
    )
    yield (
        _holds("declined-b", "b declined; no seal", f"Bea declined: “no”. {UNSEALED}", "b"),
        lambda: _saved(_pages(declined)),
    )


def _broken() -> Iterator[tuple[Vector, Make]]:
    for rule, name, about, make in (
        ("canonical", "attached", "the attached sheet has CR LF", lambda: _of(_complete().replace(b"\n", b"\r\n"))),
        ("hash", "attached", "a field of the attached sheet was edited", lambda: _of(_edited())),
        ("seal", "flipped", "a bit of a page flipped", lambda: _sealed().replace(b" 595 842", b" 594 842")),
        ("seal", "other-key", "a page rewritten, the file sealed anew with another key", _resealed),
        ("seal", "other-key-first", "another key, and another commitment.json: the seal is named", _resealed_json),
        ("seal", "capitals", "the signature in capital hexadecimal digits", _capitals),
        ("seal", "padding", "something behind the signature, in the gap", _padding),
        ("seal", "no-field", "an update takes the form field away, the signature is still there", _orphaned),
        ("seal", "script", "a script that runs as the file is opened, under a seal that holds", _with_script),
        ("seal", "page-action", "an action of a page, under a seal that holds", _with_page_action),
        ("seal", "layers", "layers that can be hidden, under a seal that holds", _with_layers),
        ("seal", "other-file", "a file associated with the document, out of the list", _with_other_file),
        ("after-seal", "line-feed", "a line feed behind the end", lambda: _sealed() + b"\n"),
        ("after-seal", "update", "an incremental update rewrites the page", _updated),
        ("attachment", "none", "nothing is attached", lambda: _saved(_pages(None))),
        ("attachment", "sheet-only", "sheet.yaml alone is attached", lambda: _of(_complete(), json=None)),
        ("attachment", "third", "a third file is attached", lambda: _of(_complete(), **{"notes.txt": b"x"})),
        ("attachment", "json-other", "the commitment of another sheet", lambda: _of(_complete(), json=b"{}")),
        ("attachment", "json-line-feed", "commitment.json ends with a line feed", _of_json_with_line_feed),
        ("attachment", "json-sealed", "a seal that holds over a commitment.json that does not fit", _sealed_json),
        ("attachment", "second-name", "an attachment goes by a second name", _second_name),
        ("attachment", "no-pdf", "it only begins like a PDF", lambda: b"%PDF-1.7\nand no more\n"),
    ):
        yield broken(rule, name, about, b"", file=f"pdf/{rule}-{name}.pdf"), make


def _complete(content: Data = _CONTENT) -> bytes:
    return sheet(content, consent(content, "a"), consent(content, "b"))


def _edited() -> bytes:
    signatures = (consent(_CONTENT, "a"), consent(_CONTENT, "b"))
    return sheet(changed(_CONTENT, "confidential", True), *signatures, content_hash=content_hash(_CONTENT))


def _printed() -> bytes:
    return print_sealed(_complete(), AT, key("seal")).pdf


def _pages(sheet_yaml: bytes | None, terms: bytes = _TERMS, json: bytes | None = canonical_json(_CONTENT)) -> Pdf:
    """Return a tagged PDF of one page, with what the sheet has attached."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842)).obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F=font))
    page.Contents = document.make_stream(terms)
    whole = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
    document.Root.StructTreeRoot = Dictionary(
        Type=Name.StructTreeRoot, K=Array([whole]), ParentTree=Dictionary(Nums=Array()), ParentTreeNextKey=0
    )
    for name, data in {"commitment.json": json, "sheet.yaml": sheet_yaml}.items():
        if data is not None and sheet_yaml is not None:
            _attach(document, name, data)
    return document


def _attach(document: Pdf, name: str, data: bytes) -> None:
    document.attachments[name] = AttachedFileSpec(
        document, data, description="", filename=name, mime_type="", creation_date="", mod_date=""
    )


def _saved(document: Pdf) -> bytes:
    out = io.BytesIO()
    document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    return out.getvalue()


def _of(sheet_yaml: bytes, json: bytes | None = canonical_json(_CONTENT), **others: bytes) -> bytes:
    document = _pages(sheet_yaml, json=json)
    for name, data in others.items():
        _attach(document, name, data)
    return _saved(document)


def _with_seal(document: Pdf, who: str = "seal") -> bytes:
    mark = pikepdf.new()
    mark.add_blank_page(page_size=(90, 30))
    return seal(_saved(document), key(who), mark=_saved(mark), page=0, box=(60, 60, 150, 90), at=AT)


def _sealed() -> bytes:
    return _with_seal(_pages(_complete()))


def _resealed() -> bytes:
    return _with_seal(_pages(_complete(), _OTHER_TERMS), "mallory")


def _resealed_json() -> bytes:
    return _with_seal(_pages(_complete(), json=b"{}"), "mallory")


def _sealed_json() -> bytes:
    return _with_seal(_pages(_complete(), json=b"{}"))


def _of_json_with_line_feed() -> bytes:
    return _of(_complete(), json=canonical_json(_CONTENT) + b"\n")


def _second_name() -> bytes:
    document = _pages(_complete())
    document.attachments["sheet.yaml"].obj.F = pikepdf.String("other.yaml")
    return _saved(document)


def _gap(pdf: bytes) -> tuple[bytes, bytes, bytes]:
    """Return what is before the seal's hexadecimal digits, these, and what is behind them."""
    start = pdf.index(b"/Contents <3082") + len(b"/Contents <")
    end = pdf.index(b">", start)
    return pdf[:start], pdf[start:end], pdf[end:]


def _capitals() -> bytes:
    before, digits, behind = _gap(_sealed())
    return before + digits.upper() + behind


def _padding() -> bytes:
    before, digits, behind = _gap(_sealed())
    return before + digits[:-2] + b"01" + behind


def _orphaned() -> bytes:
    pdf = _sealed()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root
        kept = Dictionary({name: root[name] for name in root.keys() if name not in {"/AcroForm", "/Perms"}})  # noqa: SIM118 - an Object is no mapping
        return _with_update(pdf, root.objgen[0], kept.unparse())


def _with_script() -> bytes:
    document = _pages(_complete())
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.beep(0)"))
    return _with_seal(document)


def _with_page_action() -> bytes:
    document = _pages(_complete())
    document.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.GoTo, D=Array([document.pages[0].obj, Name.Fit])))
    return _with_seal(document)


def _with_layers() -> bytes:
    document = _pages(_complete())
    document.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary(Order=Array([])))
    return _with_seal(document)


def _with_other_file() -> bytes:
    document = _pages(_complete())
    file = Dictionary(F=document.make_stream(b"other terms\n"))
    document.Root.AF = Array([Dictionary(Type=Name.Filespec, F=pikepdf.String("sheet.yaml"), EF=file)])
    return _with_seal(document)


def _updated() -> bytes:
    pdf = _sealed()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        number = document.pages[0].obj.Contents.objgen[0]
    stream = b"<< /Length %d >>\nstream\n%sendstream" % (len(_OTHER_TERMS), _OTHER_TERMS)
    return _with_update(pdf, number, stream)


def _with_update(pdf: bytes, number: int, body: bytes) -> bytes:
    """Return the PDF with an incremental update that replaces one object (ISO 32000-1, 7.5.6)."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root, size = document.Root.objgen[0], int(document.trailer.Size)
    before = int(pdf.rpartition(b"startxref\n")[2].split()[0])
    place = len(pdf)
    added = b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Prev %d /Root %d 0 R /Size %d >>\n" % (
        number,
        place,
        before,
        root,
        size,
    )
    return pdf + added + table + b"startxref\n%d\n%%%%EOF\n" % (place + len(added))
