"""Checking the seal of a PDF, byte by byte: of two files that differ anywhere, one at most is accepted.

All bytes but the gap for the signature are under the seal's digest, and the signature can be written in one way only
(`seal_cms`). What is left is the gap itself: it holds exactly the signature, in lower-case hex, and zeros. Readers
agree on which signature counts, as there is one: in the one form field, and certifying that no change is allowed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf, Stream

from jtbd.errors import InvalidSheet
from jtbd.i18n import say
from jtbd.sign.seal.cms import check_cms

_STIR: Final = frozenset({"/AA", "/Collection", "/JS", "/OCProperties", "/OpenAction", "/XFA"})
"""Scripts, actions, forms and layers: what makes a page look otherwise tomorrow, or in another reader."""


@dataclass(frozen=True, slots=True)
class _Range:
    """What a seal covers: all bytes up to `end`, but for those from `start` up to `stop`, which hold its signature."""

    start: int
    stop: int
    end: int


def check_seal(pdf: bytes, document: Pdf, thumbprint: str) -> int | None:
    """Return how many bytes the seal of a PDF covers, None where there is no seal.

    Args:
        pdf: the file.
        document: the same, opened.
        thumbprint: of the one key that may have sealed it.

    Raises:
        InvalidSheet: rule `seal`. Whatever cannot even be read may raise anything.

    """
    seal = _seal(document)
    if seal is None:
        if _signatures(document):
            raise InvalidSheet("seal", say("there is a signature in the PDF, but not where a seal is"))
        return None
    covered, contents = _range(seal, len(pdf)), bytes(seal.Contents)
    if pdf[covered.start : covered.stop] != b"<" + contents.hex().encode() + b">":
        raise InvalidSheet("seal", say("the gap in what the seal covers holds something other than its signature"))
    digest = hashlib.sha256(pdf[: covered.start])
    digest.update(pdf[covered.stop : covered.end])
    check_cms(contents, digest.digest(), thumbprint)
    _check_place(document, seal)
    return covered.end


def _seal(document: Pdf) -> Object | None:
    fields = document.Root.get("/AcroForm", Dictionary()).get("/Fields", pikepdf.Array())
    if len(fields) > 1:
        raise InvalidSheet("seal", say("the PDF has more than the one form field that a seal is in"))
    seal: Object | None = fields[0].get("/V") if len(fields) else None
    return seal


def _signatures(document: Pdf) -> list[Object]:
    return [found for found in document.objects if isinstance(found, Dictionary) and "/ByteRange" in found]


def _range(seal: Object, size: int) -> _Range:
    zero, start, stop, rest = (int(number) for number in seal.ByteRange.as_list())
    if zero != 0 or not 0 < start < stop < stop + rest <= size:
        raise InvalidSheet("seal", say("the seal does not cover the file from its first byte on, with one gap"))
    return _Range(start, stop, stop + rest)


def _check_place(document: Pdf, seal: Object) -> None:
    """Check that every reader finds this signature, no other, and that it allows no change (ISO 32000-1, 12.8.2.2)."""
    (reference,) = seal.Reference.as_list()
    as_it_should_be = (
        [found.objgen for found in _signatures(document)] == [seal.objgen]
        and document.Root.AcroForm.Fields[0].FT == "/Sig"
        and seal.Type == "/Sig"
        and seal.SubFilter == "/ETSI.CAdES.detached"
        and document.Root.Perms.keys() == {"/DocMDP"}
        and document.Root.Perms.DocMDP.objgen == seal.objgen
        and reference.TransformMethod == "/DocMDP"
        and reference.TransformParams.P == 1
    )
    if not as_it_should_be:
        raise InvalidSheet(
            "seal", say("the seal is not the one signature of the PDF, certifying it against any change")
        )


def check_stillness(document: Pdf) -> None:
    """Check that the pages show what they show to everybody and always, and that no third file is attached anywhere.

    This is asked last, of a file that the holder of the sealing key made.

    Raises:
        InvalidSheet: rule `seal`.

    """
    listed = {found.objgen for found in document.Root.Names.EmbeddedFiles.Names.as_list()[1::2]}
    for found in _dictionaries(document):
        if stirring := _STIR & found.keys():
            raise InvalidSheet(
                "seal", say("the sealed PDF has {name}, which may change what it shows", name=min(stirring))
            )
        if "/EF" in found and (found.objgen not in listed or not found.is_indirect):
            raise InvalidSheet("seal", say("the sealed PDF has another file attached, out of the list"))
    if document.get_warnings():
        raise InvalidSheet("seal", say("the sealed PDF is damaged, or says something twice"))


def _dictionaries(document: Pdf) -> Iterator[Any]:
    """Yield all dictionaries of a PDF: objects, those of streams, and those inside others."""
    waiting: list[Any] = list(document.objects)
    while waiting:
        found = waiting.pop()
        if isinstance(found, Stream):
            found = found.stream_dict
        inside: Any = ()
        if isinstance(found, Dictionary):
            yield found
            inside = found.as_dict().values()
        elif isinstance(found, Array):
            inside = found.as_list()
        waiting += [part for part in inside if isinstance(part, Object) and not part.is_indirect]
