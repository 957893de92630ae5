"""Freezing a sheet and signing it, with real files: what is left after each step, and after each crash."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from jtbd.disk.files import write_new
from jtbd.errors import AlreadyThere, CannotWrite, JtbdError, KeyStays, NotReadyToSign, SheetChanged
from jtbd.model import Canvas, PartyId
from jtbd.model.answer import Consent
from jtbd.sign.check.sheet import checked, verify_sheet
from jtbd.sign.check.verification import Outcome
from jtbd.store.codec import canvas_to_text
from jtbd.store.folder import sheets as store_sheets
from jtbd.store.folder.keys import KeyFile, KeyFolder
from jtbd.store.folder.sheets import SheetFolder
from jtbd.store.protocol import KeptKey
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.sheets.freezing import freeze_in
from jtbd.usecases.sheets.reading import Draft
from jtbd.usecases.sheets.sealing import print_final
from jtbd.usecases.sheets.sheetfiles import find_draft
from jtbd.usecases.sheets.signers import usual_key
from jtbd.usecases.sheets.signing import sign_draft
from jtbd.usecases.sheets.terms import Terms
from jtbd.usecases.sheets.writing import Signed
from tests.support import sheets as maker
from tests.support.builders import aspect, canvas, ready_canvas
from tests.support.sheets import sign


@dataclass(frozen=True)
class Desk:
    """A folder of sheets, a folder of keys, and the owner's key in it."""

    folder: Path
    config: Path

    @property
    def sheets(self) -> SheetFolder:
        """The sheets in the folder."""
        return SheetFolder(self.folder)

    def freeze(self, of: Canvas | None = None, *, sheets: SheetFolder | None = None, money: bool = False) -> Draft:
        """Freeze a sheet for the owner and a guest."""
        of = of or ready_canvas()
        key = maker.key("a").public_key()
        file, terms = canvas_to_text(of).encode(), Terms(money=money)
        return freeze_in(
            sheets or self.sheets, of, file, terms, key_a=key, key_b=None, keys=KeyFolder(self.config), at=maker.AT
        )

    def sign(self, draft: Draft, party: PartyId, key: KeptKey | None = None) -> Signed:
        """Sign for a party, with the key that is found where none is named."""
        found = key or usual_key(KeyFolder(self.config), draft.sheet, party)
        return sign_draft(
            self.sheets, draft, party, found, Consent(), ask=maker.nobody, keys=KeyFolder(self.config), at=maker.AT
        )

    def read(self, draft: Draft) -> Draft:
        """Read a draft anew."""
        return find_draft(self.sheets, Path(draft.place))

    def guests(self) -> list[str]:
        """Return the names of the guest keys that are left."""
        return sorted(path.stem for path in (self.config / "guest").glob("*"))

    def names(self) -> list[str]:
        """Return the names of all files in the folder."""
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with the owner's key, unlocked."""
    made = Desk(tmp_path / "sheets", tmp_path / "config")
    keys.save_private(KeyFolder(made.config).owner(), maker.key("a"))
    return made


# ── freezing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_draft_with_its_keys(desk: Desk) -> None:
    """A frozen draft lies alone; the guest's key and the sealing key lie in the config folder, under the sheet's id."""
    draft = desk.freeze()
    assert desk.names() == ["draft-1.yaml"], "no private key lies where folders are shared and synced"
    assert [path.stem for path in (desk.config / "seal").iterdir()] == [draft.sheet.commitment.id]
    assert desk.guests() == [draft.sheet.commitment.id]
    assert verify_sheet(Path(draft.place).read_bytes()).outcome is Outcome.INCOMPLETE


def test_numbers_are_never_used_again(desk: Desk) -> None:
    """The next number is one higher than any in the folder or on record, also where its draft was taken away."""
    first = desk.freeze()
    Path(first.place).rename(desk.folder / "draft-1.seal.pem")  # where an earlier version kept it
    assert desk.freeze().number == 2
    record = {"number": 5, "id": maker.SHEET_ID, "content_hash": first.sheet.content_hash, "state": "complete"}
    assert desk.freeze(ready_canvas(sheets=(record,))).number == 6


class _FullFolder(SheetFolder):
    """A folder on a disk that fills up before the draft: there is room for its sealing key and no more."""

    def freeze_draft(self, file: bytes, taken: Collection[int] = ()) -> int:  # noqa: ARG002
        raise CannotWrite("draft-1.yaml", "the disk is full")


def test_nothing_is_left_of_a_freeze_that_failed(desk: Desk) -> None:
    """Where the draft or its keys cannot be written, neither a draft nor a key stays behind."""
    with pytest.raises(CannotWrite):
        desk.freeze(sheets=_FullFolder(desk.folder))
    assert desk.names() == []
    (desk.folder.parent / "file").write_bytes(b"")
    with pytest.raises(CannotWrite):
        desk.freeze(sheets=SheetFolder(desk.folder.parent / "file"))
    with pytest.raises(NotReadyToSign):
        desk.freeze(canvas())
    assert desk.guests() == []


blanks = st.sampled_from(["", "  ", "x", "日本"])


@settings(max_examples=40, deadline=None)
@given(name=blanks, want=blanks, what=blanks, need=blanks, amount=st.sampled_from([None, "1.00", "1.001", "9" * 15]))
def test_any_canvas_freezes_or_says_what_it_lacks(
    tmp_path_factory: pytest.TempPathFactory, *, name: str, want: str, what: str, need: str, amount: str | None
) -> None:
    """A canvas is frozen where no text is blank and the money can be paid; else it is refused, with nothing left."""
    of = ready_canvas(
        parties={"a": {"person": name}, "b": {"organisation": name}},
        job={"want": want},
        aspects=[aspect(1, text=need), aspect(2, text="")],
        commitments=[{"id": "p", "by": "a", "what": what, "serves": ["need-1"]}],
        value={"currency": "EUR", "a": {"alone": amount}},
    )
    desk = Desk(tmp_path_factory.mktemp("any"), tmp_path_factory.mktemp("config"))
    if all(text.strip() for text in (name, want, what, need)) and amount in {None, "1.00"}:
        assert desk.freeze(of, money=amount is not None).number == 1
    else:
        with pytest.raises(NotReadyToSign):
            desk.freeze(of, money=amount is not None)
        assert (desk.names(), desk.guests()) == ([], [])


# ── signing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("b", "a")])
def test_both_sign(desk: Desk, first: PartyId, second: PartyId) -> None:
    """In either order, the first signature stays a draft, the last makes sheet and PDF, and no spare key is left."""
    draft = desk.freeze()
    half = desk.sign(draft, first)
    assert (half.complete, half.place) == (False, draft.place)
    whole = desk.sign(desk.read(draft), second)
    assert (whole.complete, whole.sealed, Path(whole.place).name, whole.warnings) == (True, True, "sheet-1.yaml", ())
    assert desk.names() == ["sheet-1.pdf", "sheet-1.yaml"]
    assert desk.guests() == []
    assert verify_sheet(Path(whole.place).read_bytes()).outcome is Outcome.COMPLETE


def test_the_guest_key_of_this_sheet_alone_is_removed(desk: Desk) -> None:
    """Of two sheets that wait for the guest, signing one removes its key and leaves the other's."""
    one, other = desk.freeze(), desk.freeze()
    desk.sign(one, "b")
    assert desk.guests() == [other.sheet.commitment.id]
    desk.sign(other, "a")
    assert desk.guests() == [other.sheet.commitment.id], "the owner's signature does not touch the guest's key"


def test_a_key_in_a_folder_named_guest_stays(desk: Desk, tmp_path: Path) -> None:
    """A guest's own key is theirs, wherever they keep it."""
    own = tmp_path / "guest" / "bea.pem"
    keys.save_private(KeyFile(own), maker.key("b"))
    of = ready_canvas()
    public = {"key_a": maker.key("a").public_key(), "key_b": maker.key("b").public_key()}
    draft = freeze_in(desk.sheets, of, b"", Terms(), **public, keys=KeyFolder(desk.config), at=maker.AT, own=None)
    assert desk.guests() == []
    desk.sign(draft, "b", KeyFile(own))
    assert own.exists()


def test_a_guest_key_that_was_named_is_removed_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The guest's key is removed by what it is, however its path was written."""
    draft = desk.freeze()
    monkeypatch.chdir(desk.config)
    desk.sign(draft, "b", KeyFile(Path("guest", "..", "guest", f"{draft.sheet.commitment.id}.pem")))
    assert desk.guests() == []


def test_which_key_signs(desk: Desk) -> None:
    """Where none is named the guest's key signs for b while it is there, and else, as for a, the laptop's owner's."""
    sheet = desk.freeze().sheet
    owner, guest = KeyFolder(desk.config).owner(), KeyFolder(desk.config).guest(sheet.commitment.id)
    assert (usual_key(KeyFolder(desk.config), sheet, "a"), usual_key(KeyFolder(desk.config), sheet, "b")) == (
        owner,
        guest,
    )
    guest.forget()
    assert usual_key(KeyFolder(desk.config), sheet, "b") == owner


def test_a_key_that_cannot_be_removed_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk does not let go of the guest's key, the signature stands and somebody is told to delete it."""

    def refuse(key: KeyFile) -> None:
        raise KeyStays(key.place, "Permission denied")

    draft = desk.freeze()
    monkeypatch.setattr(KeyFile, "forget", refuse)
    signed = desk.sign(draft, "b")
    assert desk.read(draft).signed == ("b",)
    (warning,) = signed.warnings
    assert KeyFolder(desk.config).guest(draft.sheet.commitment.id).place in warning


def test_no_signature_is_written_over(desk: Desk) -> None:
    """Two who opened the same draft: the second to sign is told that it was changed, and the first signature stays."""
    draft = desk.freeze()
    desk.sign(draft, "a")
    with pytest.raises(SheetChanged):
        desk.sign(draft, "b")
    assert desk.read(draft).signed == ("a",)
    assert desk.guests(), "the guest can still sign"
    assert desk.sign(desk.read(draft), "b").complete


# ── crashes ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _half(desk: Desk) -> Draft:
    draft = desk.freeze()
    desk.sign(draft, "a")
    return desk.read(draft)


def test_a_pdf_without_its_sheet_is_swept_up(desk: Desk) -> None:
    """A crash between the PDF and the sheet leaves a PDF that proves nothing: signing again replaces it."""
    draft = _half(desk)
    whole = sign(draft.sheet, "b", keys.open_private(usual_key(KeyFolder(desk.config), draft.sheet, "b")), at=maker.AT)
    (desk.folder / "sheet-1.pdf").write_bytes(
        print_final(desk.sheets, 1, checked(whole), maker.AT, keys=KeyFolder(desk.config)).pdf or b""
    )
    assert desk.sheets.numbers("sheet") == ()
    signed = desk.sign(draft, "b")
    assert Path(signed.place).with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
    assert desk.names() == ["sheet-1.pdf", "sheet-1.yaml"]


@pytest.mark.parametrize("ending", [".pdf", ".yaml"])
def test_a_disk_that_fills_up_on_the_way(desk: Desk, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    """Where the PDF or the sheet cannot be written, the draft and the keys are there to sign and seal again."""

    def fill_up(path: Path, data: bytes) -> None:
        if path.suffix == ending:
            raise CannotWrite(str(path), "the disk is full")
        write_new(path, data)

    draft = _half(desk)
    before = Path(draft.place).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(store_sheets, "write_new", fill_up)
        with pytest.raises(CannotWrite):
            desk.sign(draft, "b")
    assert Path(draft.place).read_bytes() == before
    assert (desk.sheets.numbers("sheet"), len(desk.guests())) == ((), 1)
    assert desk.sign(desk.read(draft), "b").sealed, "its key was kept"


def test_a_crash_after_the_sheet(desk: Desk) -> None:
    """A draft that a crash left beside its complete sheet waits for nobody and is not signed again."""
    draft = _half(desk)
    left = Path(draft.place).read_bytes()
    desk.sign(draft, "b")
    Path(draft.place).write_bytes(left)
    assert desk.sheets.numbers("draft") == ()
    with pytest.raises(AlreadyThere, match=r"sheet-1\.yaml"):
        desk.read(draft)
    assert desk.freeze().number == 2


def test_a_sheet_is_never_written_over(desk: Desk) -> None:
    """A complete sheet stays as it is, whatever is signed after it."""
    draft = _half(desk)
    before = Path(desk.sign(draft, "b").place).read_bytes()
    Path(draft.place).write_bytes(Path(desk.freeze().place).read_bytes())
    with pytest.raises(JtbdError):
        desk.sign(desk.read(draft), "a")
    assert (desk.folder / "sheet-1.yaml").read_bytes() == before
