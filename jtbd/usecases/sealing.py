"""The PDF of a sheet that both have signed: sealed where the sealing key is, and the end of that key."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jtbd.errors import JtbdError, MissingKey
from jtbd.model.sheet import Sheet
from jtbd.sign import keys
from jtbd.sign.attachments import LARGEST_PDF
from jtbd.sign.content import read_sheet, sheet_yaml
from jtbd.sign.jwk import thumbprint
from jtbd.sign.verification import Outcome
from jtbd.sign.verify_pdf import verify
from jtbd.store.files import read_bytes
from jtbd.store.protocol import SheetStore
from jtbd.usecases.printing import print_sealed, print_sheet


@dataclass(frozen=True, slots=True)
class Whole:
    """The PDF of a complete sheet.

    Attributes:
        pdf: sealed, or an unsealed copy.
        sealed: which of the two.
        warnings: what could not be done as it should, and what to do about it, each in a sentence or two.

    """

    pdf: bytes
    sealed: bool
    warnings: tuple[str, ...]


def print_whole(sheet: Sheet, draft: Path, at: dt.datetime) -> Whole:
    """Return the PDF of a sheet that both have signed, sealed if the sealing key lies beside the draft.

    Where it does not, as on a guest's own machine, or is not the one that the sheet names, the PDF is an unsealed copy.
    """
    file, path = sheet_yaml(sheet), keys.seal_key_path(draft)
    try:
        key = keys.load_private(path)
    except MissingKey:
        reason = (
            "its sealing key is on the laptop that froze it. To have it sealed, take the signed sheet there and "
            "bring it back with `jtbd import`."
        )
    except JtbdError as error:
        reason = f"its sealing key cannot be used: {error.message}."
    else:
        if thumbprint(key.public_key()) == sheet.commitment.seal:
            printed = print_sealed(file, at, key)
            return Whole(printed.pdf, sealed=True, warnings=printed.warnings)
        reason = f"{path} is not the sealing key that it names."
    printed = print_sheet(file, at)
    return Whole(printed.pdf, sealed=False, warnings=(*printed.warnings, f"The PDF is an unsealed copy: {reason}"))


def sweep_keys(sheets: SheetStore, config: Path) -> None:
    """Remove the keys of sheets that are sealed already: a crash came before they could be removed.

    Only the seal itself proves that the sealing key has done its work: a sheet whose YAML alone was brought here, or
    with an unsealed copy, keeps it.
    """
    for number, path in sheets.completed().items():
        seal_key = keys.seal_key_path(path.with_name(f"draft-{number}.yaml"))
        if seal_key.is_file():
            with suppress(JtbdError, OSError):  # left for the next time, or for whoever reads the sheet
                sheet = read_sheet(read_bytes(path))
                if verify(read_bytes(path.with_suffix(".pdf"), LARGEST_PDF)).outcome is Outcome.COMPLETE:
                    keys.forget_key(keys.guest_key_path(config, sheet.commitment.id))
                    keys.forget_key(seal_key)
