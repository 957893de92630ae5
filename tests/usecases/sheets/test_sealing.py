"""Sealing in real folders: where the key is and where it is not, and what a crash at any moment leaves."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from jtbd.disk.files import write_new
from jtbd.model import PartyId
from jtbd.model.answer import Consent, Refusal
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.verification import Outcome
from jtbd.store.folder import sheets as store_sheets
from jtbd.store.folder.keys import KeyFile, KeyFolder
from jtbd.store.folder.sheets import SheetFolder
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.sheets.freezing import freeze_in
from jtbd.usecases.sheets.reading import Draft, read_draft
from jtbd.usecases.sheets.sealing import sweep_keys
from jtbd.usecases.sheets.sheetfiles import find_draft
from jtbd.usecases.sheets.signers import usual_key
from jtbd.usecases.sheets.signing import sign_draft
from jtbd.usecases.sheets.terms import Terms
from jtbd.usecases.sheets.writing import Signed, put_back
from tests.support import sheets as maker
from tests.support.builders import ready_canvas


@dataclass(frozen=True)
class Laptop:
    """A folder of sheets and a folder of keys."""

    folder: Path
    config: Path

    @property
    def sheets(self) -> SheetFolder:
        """The sheets in the folder."""
        return SheetFolder(self.folder)

    def freeze(self) -> Draft:
        """Freeze a sheet for the owner and a guest, with a key of this laptop's for both."""
        key = maker.key("a").public_key()
        return freeze_in(
            self.sheets, ready_canvas(), b"", Terms(), key_a=key, key_b=None, keys=KeyFolder(self.config), at=maker.AT
        )

    def sign(self, draft: Draft, party: PartyId) -> Signed:
        """Sign for a party."""
        key = usual_key(KeyFolder(self.config), draft.sheet, party)
        return sign_draft(
            self.sheets, draft, party, key, Consent(), ask=maker.nobody, keys=KeyFolder(self.config), at=maker.AT
        )

    def half(self) -> Draft:
        """Return a draft that a has signed."""
        draft = self.freeze()
        self.sign(draft, "a")
        return self.read(draft)

    def read(self, draft: Draft) -> Draft:
        """Read a draft anew."""
        return find_draft(self.sheets, Path(draft.place))

    def outcome(self) -> tuple[str, str | None]:
        """Return what verification says of the PDF, and by which rule."""
        found = verify((self.folder / "sheet-1.pdf").read_bytes())
        return str(found.outcome), found.rule

    def left(self) -> set[str]:
        """Return the names of all files in the folder, and of the keys that were made for sheets."""
        return {
            path.name for path in [*self.folder.iterdir(), *self.config.glob("guest/*"), *self.config.glob("seal/*")]
        }


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop with its owner's key, unlocked."""
    made = Laptop(tmp_path / "sheets", tmp_path / "config")
    keys.save_private(KeyFolder(made.config).owner(), maker.key("a"))
    return made


SEALED = {"sheet-1.pdf", "sheet-1.yaml"}


# ── with the key and without ──────────────────────────────────────────────────────────────────────────────────────────


def test_the_last_signature_seals(laptop: Laptop) -> None:
    """Where the sheet was frozen, the last signature leaves a sealed PDF, no key, and nothing to warn of."""
    draft = laptop.freeze()
    half = laptop.sign(draft, "b")
    whole = laptop.sign(laptop.read(draft), "a")

    assert (half.sealed, whole.sealed, whole.warnings) == (False, True, ())
    assert laptop.outcome() == ("complete", None)
    assert laptop.left() == SEALED


@pytest.fixture
def elsewhere(laptop: Laptop, tmp_path: Path) -> Laptop:
    """A guest's machine, to which a half-signed draft was taken, with the key that signs it there."""
    draft = laptop.half()
    other = Laptop(tmp_path / "theirs", tmp_path / "their-config")
    other.folder.mkdir()
    shutil.copy(Path(draft.place), other.folder)
    (laptop.config / "guest").rename(tmp_path / "guest")
    other.config.mkdir()
    (tmp_path / "guest").rename(other.config / "guest")
    return other


def test_without_its_key_a_sheet_is_complete_and_unsealed(elsewhere: Laptop) -> None:
    """A sheet completed on another machine is complete, its PDF an unsealed copy, and the signer is told what to do."""
    whole = elsewhere.sign(read_draft(elsewhere.sheets, 1), "b")

    assert (whole.complete, whole.sealed) == (True, False)
    (warning,) = whole.warnings
    assert "unsealed copy" in warning
    assert "jtbd import" in warning
    assert elsewhere.outcome() == ("incomplete", "seal")
    assert elsewhere.left() == SEALED


def test_brought_back_it_is_sealed(laptop: Laptop, elsewhere: Laptop) -> None:
    """Brought back to the laptop that froze it, it is completed and sealed there."""
    whole = elsewhere.sign(read_draft(elsewhere.sheets, 1), "b")
    draft = read_draft(laptop.sheets, 1)
    back = put_back(laptop.sheets, draft, whole.verified, keys=KeyFolder(laptop.config), at=maker.AT)

    assert (back.complete, back.sealed, back.warnings) == (True, True, ())
    assert laptop.outcome() == ("complete", None)
    assert laptop.left() == SEALED


@pytest.mark.parametrize("kind", ["foreign", "empty", "locked"])
def test_a_key_that_does_not_do_is_named_and_kept(laptop: Laptop, kind: str) -> None:
    """A key in the sealing key's place that is not it, or cannot be read, seals nothing, is told of, and is left."""
    draft = laptop.half()
    place = KeyFolder(laptop.config).seal(draft.sheet.commitment.id).path
    place.unlink()
    if kind == "empty":
        place.write_bytes(b"")
    else:
        keys.save_private(KeyFile(place), maker.key("other"), "secret" if kind == "locked" else None)
    whole = laptop.sign(draft, "b")

    assert (whole.complete, whole.sealed) == (True, False)
    (warning,) = whole.warnings
    assert "unsealed copy" in warning
    assert str(place) in warning
    assert laptop.outcome() == ("incomplete", "seal")
    assert laptop.left() == {*SEALED, place.name}


def test_a_declined_sheet_needs_no_seal(laptop: Laptop) -> None:
    """Declining removes the sealing key and the guest's: there is nothing to seal any more."""
    draft = laptop.half()
    key = usual_key(KeyFolder(laptop.config), draft.sheet, "b")
    declined = sign_draft(
        laptop.sheets,
        draft,
        "b",
        key,
        Refusal("no time for it"),
        ask=maker.nobody,
        keys=KeyFolder(laptop.config),
        at=maker.AT,
    )

    assert (declined.outcome, declined.sealed) == (Outcome.DECLINED, False)
    assert laptop.left() == {"draft-1.yaml"}


# ── crashes ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Crash(BaseException):
    """The battery is empty."""


class _CrashingFolder(SheetFolder):
    """A folder on a laptop that dies before or after the sheet is in place."""

    def __init__(self, folder: Path, *, after: bool) -> None:
        super().__init__(folder)
        self.after = after

    def complete(self, number: int, file: bytes, pdf: bytes | None) -> None:
        """Die before anything is written, or once everything is."""
        if self.after:
            super().complete(number, file, pdf)
        raise _Crash


def _sign_and_crash(laptop: Laptop, draft: Draft, *, after: bool) -> None:
    folder = _CrashingFolder(laptop.folder, after=after)
    key = usual_key(KeyFolder(laptop.config), draft.sheet, "b")
    with pytest.raises(_Crash):
        sign_draft(folder, draft, "b", key, Consent(), ask=maker.nobody, keys=KeyFolder(laptop.config), at=maker.AT)


def test_a_crash_before_anything_is_written(laptop: Laptop) -> None:
    """A crash before the PDF is written changes nothing: the last signature is given again, and seals."""
    draft = laptop.half()
    before = laptop.left()
    _sign_and_crash(laptop, draft, after=False)

    assert laptop.left() == before
    assert laptop.sign(laptop.read(draft), "b").sealed
    assert laptop.left() == SEALED


def test_a_crash_between_pdf_and_sheet(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash once the sealed PDF is there and the sheet is not loses no key: signed again, it is sealed again."""

    def die(path: Path, data: bytes) -> None:
        if path.suffix == ".yaml":
            raise _Crash
        write_new(path, data)

    draft = laptop.half()
    before = laptop.left()
    with monkeypatch.context() as patch:
        patch.setattr(store_sheets, "write_new", die)
        with pytest.raises(_Crash):
            laptop.sign(draft, "b")

    assert laptop.left() == {*before, "sheet-1.pdf"}
    assert laptop.sign(laptop.read(draft), "b").sealed
    assert laptop.outcome() == ("complete", None)
    assert laptop.left() == SEALED


@pytest.mark.parametrize("draft_left", [False, True])
def test_a_crash_before_the_keys_are_removed(laptop: Laptop, *, draft_left: bool) -> None:
    """A crash once the sheet is complete leaves keys that have done their work: the next freeze sweeps them up."""
    draft = laptop.half()
    half = Path(draft.place).read_bytes()
    _sign_and_crash(laptop, draft, after=True)
    if draft_left:
        Path(draft.place).write_bytes(half)

    assert laptop.outcome() == ("complete", None)
    assert laptop.left() - {"draft-1.yaml"} == {*SEALED, f"{draft.sheet.commitment.id}.pem"}
    second = laptop.freeze()
    assert second.number == 2
    assert laptop.left() - {"draft-1.yaml"} == {
        *SEALED,
        "draft-2.yaml",
        f"{second.sheet.commitment.id}.pem",
    }


@pytest.mark.parametrize("pdf", [None, "unsealed", "broken"])
def test_a_key_that_has_not_sealed_is_not_swept(laptop: Laptop, elsewhere: Laptop, pdf: str | None) -> None:
    """A complete sheet that was put beside its sealing key by hand, not sealed, does not cost it that key."""
    elsewhere.sign(read_draft(elsewhere.sheets, 1), "b")
    shutil.copy(elsewhere.folder / "sheet-1.yaml", laptop.folder)
    if pdf:
        shutil.copy(elsewhere.folder / "sheet-1.pdf", laptop.folder)
    if pdf == "broken":
        (laptop.folder / "sheet-1.pdf").write_bytes(b"%PDF-1.7\n")
    sweep_keys(laptop.sheets, KeyFolder(laptop.config))

    assert [*(laptop.config / "seal").iterdir()]
