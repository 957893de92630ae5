"""The files attached to a PDF, read with care: a PDF from a stranger may try to fill the memory."""

from __future__ import annotations

import io
import re
import zlib
from typing import TYPE_CHECKING, Any, Final

from jtbd.disk.files import LARGEST_PDF
from jtbd.errors import InvalidSheet
from jtbd.i18n import mark, say
from jtbd.sign.check.xref import check_tables

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

SHEET_NAME: Final = "sheet.yaml"
COMMITMENT_NAME: Final = "commitment.json"
LARGEST_ATTACHMENT: Final = 4 * 1024 * 1024

_OTHERS: Final = mark("the PDF must have the attachments {sheet} and {commitment} and no other, it has {names}")
_NONE: Final = mark("the PDF must have the attachments {sheet} and {commitment} and no other, it has none")


def opened(pdf: bytes) -> Pdf:
    """Return the PDF opened, for a `with` statement; a damaged one is not mended, as others would mend it otherwise.

    Raises:
        InvalidSheet: rule `attachment`: it is not a PDF, or far too large.

    """
    import pikepdf  # noqa: PLC0415 - slow, and for PDFs only

    if len(pdf) > LARGEST_PDF:
        raise InvalidSheet("attachment", say("the PDF is larger than 12 MB"))
    if not pdf.startswith(b"%PDF-"):
        raise InvalidSheet("attachment", say("this is not a PDF from its first byte on"))
    check_tables(pdf)
    try:
        return pikepdf.open(io.BytesIO(pdf), attempt_recovery=False)
    except pikepdf.PdfError as error:
        raise InvalidSheet("attachment", say("this is not a readable PDF: {reason}", reason=_reason(error))) from error


def _reason(error: Exception) -> str:
    """Return what qpdf says of a file without what it calls it, which is an address in memory."""
    return re.sub(r"^.*?<[^>]*>(?: \([^)]*\))?: ", "", str(error))


def read_attachments(document: Pdf) -> tuple[bytes, bytes]:
    """Return the attached `sheet.yaml` and `commitment.json`.

    Raises:
        InvalidSheet: rule `attachment`: it has not exactly these two attachments, each by one name.

    """
    attached = _attached(document)
    names = sorted(name for name, _ in attached)
    if names != [COMMITMENT_NAME, SHEET_NAME]:
        wanted = {"sheet": SHEET_NAME, "commitment": COMMITMENT_NAME}
        raise InvalidSheet(
            "attachment", _OTHERS.said(**wanted, names=", ".join(names)) if names else _NONE.said(**wanted)
        )
    files = {name: _content(specification, name) for name, specification in attached}
    return files[SHEET_NAME], files[COMMITMENT_NAME]


def _attached(document: Pdf) -> list[tuple[str, Object]]:
    """Return the attachments in the order in which they are listed; a name that is listed twice comes twice."""
    listed: Any = document.Root
    for part in ("/Names", "/EmbeddedFiles", "/Names"):
        listed = listed.get(part, {})
    listed = list(listed)
    return [(str(name), specification) for name, specification in zip(listed[::2], listed[1::2], strict=True)]


def _content(specification: Object, name: str) -> bytes:
    others = {str(specification.get(key, name)) for key in ("/F", "/UF", "/DOS", "/Mac", "/Unix")} - {name}
    if others:
        raise InvalidSheet(
            "attachment", say("the attachment {name} goes by a second name, {other}", name=name, other=others.pop())
        )
    stream = specification.EF.F
    if any(other.objgen != stream.objgen for other in specification.EF.as_dict().values()):
        raise InvalidSheet("attachment", say("the attachment {name} has a second content", name=name))
    return _unpacked(stream, name)


def _unpacked(stream: Object, name: str) -> bytes:
    raw = stream.read_raw_bytes()
    coding = stream.get("/Filter")
    if coding is None:
        return raw
    if coding != "/FlateDecode" or "/DecodeParms" in stream:
        raise InvalidSheet("attachment", say("the attachment {name} is packed in an unusual way", name=name))
    unpacker = zlib.decompressobj()
    content = unpacker.decompress(raw, LARGEST_ATTACHMENT)
    if not unpacker.eof or unpacker.unused_data:
        raise InvalidSheet(
            "attachment", say("the attachment {name} is cut short, too large or has something after it", name=name)
        )
    return content
