"""Sealing a sheet's PDF: one certifying PAdES signature over the whole file, with a visible mark.

The file is written anew, as one revision, so there is no earlier one in it to go back to. pikepdf writes the form field
and its place in the structure tree; pyHanko makes the signature that fills the gap left for it. The same arguments give
the same bytes.

PDF/A-3 (ISO 19005-3) is kept: the widget has a normal appearance and no other (6.3.3), is printed and never hidden
(6.3.2), and does nothing (6.4.1); the digest is over the whole file but the signature itself, which has one signer and
carries their certificate (6.4.3); `Perms` has `DocMDP` only, whose reference carries no digest (6.1.12). As tagged PDF
the widget hangs in a `Form` element (ISO 32000-1, 14.8.4.5) and says in words what it is.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from typing import Final, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from jtbd.i18n import mark
from jtbd.sign.seal.hanko import sign_digest
from jtbd.sign.token.jwk import PrivateKey

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from a page's lower left corner."""

SAYS: Final = mark(
    "Seal of the program Common Job: these pages are unchanged since it was put on. "
    "It is not a party's signature and does not say who signed."
)
ROOM: Final = 1024
"""Bytes kept for the CMS signature, which takes some 880."""

_PRINT, _LOCKED, _APPEND_ONLY, _NO_CHANGES = 4, 128, 3, 1
_BLANK_RANGE: Final = [0, 99_999_999, 99_999_999, 99_999_999]


def seal(pdf: bytes, key: PrivateKey, *, mark: bytes, page: int, box: Box, at: dt.datetime) -> bytes:
    """Return the PDF sealed; what the seal says of itself is in the language spoken, which is to be the sheet's.

    Args:
        pdf: of a complete sheet, tagged.
        key: whose thumbprint the sheet names as `seal`.
        mark: the visible mark, a PDF of one page.
        page: where the mark goes, from 0.
        box: where on that page.
        at: now, by the laptop's clock.

    """
    blank = _with_blank_seal(pdf, mark, page, box, at)
    hole = b"<" + b"00" * ROOM + b">"
    start = blank.index(hole)
    end = start + len(hole)
    head, tail = _with_range(blank[:start], end, len(blank) - end), blank[end:]
    signature = sign_digest(hashlib.sha256(head + tail).digest(), key)
    return b"".join((head, b"<", signature.ljust(ROOM, b"\0").hex().encode(), b">", tail))


def _with_range(head: bytes, end: int, rest: int) -> bytes:
    """Return what comes before the gap with the byte range filled in, at its length."""
    blank = f"/ByteRange [ {' '.join(map(str, _BLANK_RANGE))} ]".encode()
    filled = f"/ByteRange [ 0 {len(head)} {end} {rest} ]".encode().ljust(len(blank))
    before, after = head.split(blank)
    return before + filled + after


def _with_blank_seal(pdf: bytes, mark: bytes, page: int, box: Box, at: dt.datetime) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        field = document.make_indirect(_field(_signature(document, at), _appearance(document, mark), box))
        _put_on_page(document, field, document.pages[page].obj)
        document.Root.AcroForm = Dictionary(Fields=[field], SigFlags=_APPEND_ONLY)
        document.Root.Perms = Dictionary(DocMDP=field.V)
        document.Root.Extensions = Dictionary(ESIC=Dictionary(BaseVersion=Name("/1.7"), ExtensionLevel=1))
        document.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,  # a seal must not be packed up with others
            deterministic_id=True,
            fix_metadata_version=False,  # typst's metadata stays as it is
        )
    return out.getvalue()


def _signature(document: Pdf, at: dt.datetime) -> Object:
    nothing_may_change = Dictionary(Type=Name.TransformParams, P=_NO_CHANGES, V=Name("/1.2"))
    return document.make_indirect(
        Dictionary(
            Type=Name.Sig,
            Filter=Name("/Adobe.PPKLite"),
            SubFilter=Name("/ETSI.CAdES.detached"),
            ByteRange=Array(_BLANK_RANGE),
            Contents=String(bytes(ROOM)),
            M=String(f"D:{at.astimezone(dt.UTC):%Y%m%d%H%M%S}Z"),
            Name=String("Common Job"),
            Reason=String(SAYS.said()),
            Reference=Array(
                [Dictionary(Type=Name.SigRef, TransformMethod=Name.DocMDP, TransformParams=nothing_may_change)]
            ),
        )
    )


def _appearance(document: Pdf, mark: bytes) -> Object:
    with pikepdf.open(io.BytesIO(mark)) as drawn:
        return document.copy_foreign(drawn.pages[0].as_form_xobject())


def _field(signature: Object, appearance: Object, box: Box) -> Dictionary:
    """Return the form field and its widget, which are one dictionary."""
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Sig,
        T=String("Seal"),
        TU=String(SAYS.said()),
        Contents=String(SAYS.said()),
        V=signature,
        F=_PRINT | _LOCKED,
        Rect=Array([round(side, 3) for side in box]),
        AP=Dictionary(N=appearance),
    )


def _put_on_page(document: Pdf, field: Object, page: Object) -> None:
    """Hang the widget on its page, and in the structure tree as the last thing that is read."""
    tree = document.Root.StructTreeRoot
    whole = tree.K[0] if isinstance(tree.K, Array) else tree.K
    element = document.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Form, P=whole, Pg=page, Alt=String(SAYS.said()), K=Dictionary())
    )
    element.K = Dictionary(Type=Name.OBJR, Obj=field, Pg=page)
    whole.K = Array([*(whole.K if isinstance(whole.K, Array) else [whole.K]), element])
    number = tree.ParentTreeNextKey
    tree.ParentTree.Nums.extend([number, element])
    tree.ParentTreeNextKey = int(number) + 1
    field.P = page
    field.StructParent = number
    page.Annots = Array([*page.get("/Annots", Array()), field])
