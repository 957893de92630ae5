"""The files attached to a PDF, read with care: a PDF from a stranger may try to fill the memory."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Final

from jtbd.errors import InvalidSheet

if TYPE_CHECKING:
    import pikepdf

SHEET_NAME: Final = "sheet.yaml"
COMMITMENT_NAME: Final = "commitment.json"
LARGEST_PDF: Final = 32 * 1024 * 1024
LARGEST_ATTACHMENT: Final = 4 * 1024 * 1024


def read_attachments(pdf: bytes) -> tuple[bytes, bytes]:
    """Return the attached `sheet.yaml` and `commitment.json`.

    Raises:
        InvalidSheet: rule `attachment`: it is not a PDF, or has not exactly these two attachments.

    """
    import pikepdf  # noqa: PLC0415 - slow, and for PDFs only

    if len(pdf) > LARGEST_PDF:
        raise InvalidSheet("attachment", "the PDF is larger than 32 MB")
    try:
        document = pikepdf.open(io.BytesIO(pdf))
    except pikepdf.PdfError as error:
        raise InvalidSheet("attachment", f"this is not a readable PDF: {error}") from error
    with document:
        names = sorted(document.attachments)
        if names != [COMMITMENT_NAME, SHEET_NAME]:
            raise InvalidSheet(
                "attachment",
                f"the PDF must have the attachments {SHEET_NAME} and {COMMITMENT_NAME} and no other, it has "
                + (", ".join(names) or "none"),
            )
        return _content(document, SHEET_NAME), _content(document, COMMITMENT_NAME)


def _content(document: pikepdf.Pdf, name: str) -> bytes:
    specification = document.attachments[name]
    if specification.filename != name:
        raise InvalidSheet("attachment", f"the attachment {name} goes by a second name, {specification.filename}")
    stream = specification.get_file().obj
    raw = stream.read_raw_bytes()
    coding = stream.get("/Filter")
    if coding is None:
        return raw
    if coding != "/FlateDecode" or "/DecodeParms" in stream:
        raise InvalidSheet("attachment", f"the attachment {name} is packed in an unusual way")
    unpacker = zlib.decompressobj()
    content = unpacker.decompress(raw, LARGEST_ATTACHMENT)
    if not unpacker.eof or unpacker.unused_data:
        raise InvalidSheet("attachment", f"the attachment {name} is cut short, too large or has something after it")
    return content
