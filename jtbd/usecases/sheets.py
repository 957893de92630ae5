"""Freezing a sheet and signing it, in any folder: the canvas's own or one that was named."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from jtbd.errors import UsageError
from jtbd.figures.palette import LIGHT
from jtbd.figures.sheet_svg import sheet_svg
from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.model.sheet import Binding, Sheet
from jtbd.scoring import overlap
from jtbd.sheet.pdf import PrintedSheet, render
from jtbd.sign import keys
from jtbd.sign.content import read_sheet, sheet_yaml
from jtbd.sign.freeze import freeze, new_sheet_id
from jtbd.sign.jwk import PublicKey, thumbprint
from jtbd.sign.signing import sign
from jtbd.sign.verification import Outcome
from jtbd.sign.verify import verify_sheet
from jtbd.store import sheets
from jtbd.store.codec import canvas_to_text


@dataclass(frozen=True, slots=True)
class Terms:
    """What the parties chose the sheet to be; all of it is signed."""

    binding: Binding = "intent"
    confidential: bool = False
    money: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A sheet on disk that waits for signatures, or that has just been completed."""

    path: Path
    sheet: Sheet

    @property
    def signed(self) -> tuple[PartyId, ...]:
        """The parties that have signed."""
        return tuple(signature.party for signature in self.sheet.signatures)


def freeze_in(
    folder: Path, canvas: Canvas, terms: Terms, config: Path, key_a: Path | None = None, key_b: Path | None = None
) -> Draft:
    """Freeze a sheet of a canvas as `draft-N.yaml`.

    Args:
        folder: where to.
        canvas: what was agreed, as saved.
        terms: what the sheet is.
        config: the folder of keys.
        key_a: a's key, public or private; the owner's long-term key if None.
        key_b: b's key; if None a guest key is made for this sheet and kept in `config` until it has signed.

    Raises:
        NotReadyToSign: the canvas lacks something.
        MissingKey: a named key, or the long-term key, is not there.
        CannotWrite: the disk refused.

    """
    sheet_id = new_sheet_id()
    guest = None if key_b else keys.new_key()
    seal = keys.new_key()
    public: dict[PartyId, PublicKey] = {
        "a": keys.load_public(key_a or keys.owner_key_path(config)),
        "b": guest.public_key() if guest else keys.load_public(_given(key_b)),
    }
    sheet = freeze(
        canvas,
        overlap(canvas),
        sheet_id=sheet_id,
        keys={party: thumbprint(public[party]) for party in PARTIES},
        seal=thumbprint(seal.public_key()),
        canvas_sha256=hashlib.sha256(canvas_to_text(canvas).encode()).hexdigest(),
        binding=terms.binding,
        confidential=terms.confidential,
        money=terms.money,
    )
    _, path = sheets.freeze_draft(folder, sheet_yaml(sheet).decode())
    keys.save_private(keys.seal_key_path(path), seal)
    if guest:
        keys.save_private(keys.guest_key_path(config, sheet_id), guest)
    return Draft(path, sheet)


def _given(path: Path | None) -> Path:
    if path is None:
        raise UsageError("a key was named that is not there")
    return path
