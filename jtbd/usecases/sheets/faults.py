"""All faults of a commitment sheet, each with its line where it has one."""

from __future__ import annotations

from pydantic import ValidationError

from jtbd.errors import Fault, FaultyFile, NewerFormat
from jtbd.model.sheet import SHEET_FORMAT, Sheet, is_newer
from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.check.verification import Outcome
from jtbd.store.complaints import complaints
from jtbd.yamltext import Document, read


def check_sheet(data: bytes, file: str) -> None:
    """Check all of a sheet but whether everybody has signed: its YAML, its fields, its hash, its signatures.

    Raises:
        UnreadableFile: larger than 1 MiB, or not UTF-8.
        NewerFormat: written by a newer version of this program.
        FaultyFile: every fault of its YAML or of its fields; where there is none, the first rule that is broken.

    """
    document = read(data, file)
    _refuse_newer(document, file)
    try:
        Sheet.model_validate(document.value)
    except ValidationError as error:
        raise FaultyFile(file, [complaint.fault for complaint in complaints(error, Sheet, document)]) from None
    found = verify_sheet(data)
    if found.outcome is Outcome.INVALID:
        raise FaultyFile(file, [Fault(0, 0, "", " ".join(filter(None, (found.message, found.remark, found.detail))))])


def _refuse_newer(document: Document, file: str) -> None:
    content = document.value.get("commitment") if isinstance(document.value, dict) else None
    said = content.get("format") if isinstance(content, dict) else None
    if is_newer(said):
        raise NewerFormat(file, str(said), SHEET_FORMAT, document.place(("commitment", "format")).line)
