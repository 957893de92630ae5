"""Two windows at once, and a laptop that dies at any step: no signature, no draft and no key is lost or left lying."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import pytest

from jtbd.disk.files import write_new
from jtbd.errors import AlreadyThere, JtbdError, SheetChanged
from jtbd.model.answer import Answer, Consent, Refusal
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.check.verification import Outcome
from jtbd.store.folder import sheets as store_sheets
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.sheets import SheetFolder
from jtbd.store.protocol import Stage
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.sheets import freezing, writing
from jtbd.usecases.sheets.reading import Draft, read_draft
from jtbd.usecases.sheets.sealing import FinalPdf
from jtbd.usecases.sheets.signers import usual_key
from jtbd.usecases.sheets.signing import sign_draft
from jtbd.usecases.sheets.terms import Terms
from jtbd.usecases.sheets.writing import Signed
from tests.support import prints, sheets as maker
from tests.support.builders import ready_canvas

SEALED: Final = {"sheet-1.pdf", "sheet-1.yaml"}

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="a system without fork cannot be killed in this way")


class Laptop:
    """A folder of sheets, and a folder of keys with the owner's in it, unlocked."""

    def __init__(self, root: Path) -> None:
        self.folder, self.config = root / "sheets", root / "config"
        keys.save_private(KeyFolder(self.config).owner(), maker.key("a"))

    def freeze(self) -> Draft:
        """Freeze a sheet for the owner and a guest whose key is made here."""
        key = maker.key("a").public_key()
        sheets = SheetFolder(self.folder)
        return freezing.freeze_in(
            sheets, ready_canvas(), b"", Terms(), key_a=key, key_b=None, keys=KeyFolder(self.config), at=maker.AT
        )

    def sign(self, draft: Draft, party: Any) -> Signed:
        """Sign for a party."""
        return self._answer(draft, party, Consent())

    def decline(self, draft: Draft) -> Signed:
        """Decline for b."""
        return self._answer(draft, "b", Refusal("no time for it"))

    def _answer(self, draft: Draft, party: Any, answer: Answer) -> Signed:
        keys_here = KeyFolder(self.config)
        key = usual_key(keys_here, draft.sheet, party)
        return sign_draft(
            SheetFolder(self.folder), draft, party, key, answer, ask=maker.nobody, keys=keys_here, at=maker.AT
        )

    def waiting(self) -> Draft:
        """Read the one draft anew."""
        sheets = SheetFolder(self.folder)
        (number,) = sheets.numbers("draft")
        return read_draft(sheets, number)

    def left(self) -> set[str]:
        """Return the names of all files in the folder and of the guest keys, but for what never got its name."""
        found = [*self.folder.iterdir(), *(self.config / "guest").glob("*")]
        return {path.name for path in found if not path.name.startswith(".")}


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop."""
    return Laptop(tmp_path)


# ── two at once ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _at_once(*works: Callable[[], Any]) -> list[Any]:
    """Do things in threads of their own, and return what each returned or raised."""
    found: list[Any] = []

    def run(work: Callable[[], Any]) -> None:
        try:
            found.append(work())
        except JtbdError as error:
            found.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_two_who_sign_at_once_do_not_undo_each_other(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two windows that sign the same draft at the same moment one is told that it changed; then it seals."""
    real = SheetFolder.read

    def read_slowly(self: SheetFolder, stage: Stage, number: int) -> bytes:
        data = real(self, stage, number)
        time.sleep(0.2)  # as long as it takes the other one to read it too
        return data

    draft = laptop.freeze()
    with monkeypatch.context() as patch:
        patch.setattr(SheetFolder, "read", read_slowly)
        found = _at_once(lambda: laptop.sign(draft, "a"), lambda: laptop.sign(draft, "b"))

    refused = [what for what in found if isinstance(what, JtbdError)]
    assert [type(what) for what in refused] == [SheetChanged]
    half = laptop.waiting()
    assert len(half.signed) == 1
    assert laptop.sign(half, "b" if half.signed == ("a",) else "a").sealed
    assert laptop.left() == SEALED


def test_freezing_does_not_take_the_pdf_of_a_sheet_that_is_being_completed(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft that is frozen while another window is between PDF and sheet leaves that PDF, of which there is one."""
    others: list[threading.Thread] = []

    def write(path: Path, data: bytes) -> None:
        if path.name == "sheet-1.yaml":
            others.append(threading.Thread(target=laptop.freeze))
            others[0].start()
            time.sleep(0.3)
        write_new(path, data)

    draft = laptop.freeze()
    laptop.sign(draft, "a")
    monkeypatch.setattr(store_sheets, "write_new", write)
    laptop.sign(laptop.waiting(), "b")
    others[0].join()

    assert verify((laptop.folder / "sheet-1.pdf").read_bytes()).outcome is Outcome.COMPLETE


def test_the_pdf_of_another_sheet_is_not_swept_up(laptop: Laptop) -> None:
    """A PDF that came by mail and bears the number of a draft beside it is neither removed nor overwritten."""
    theirs = prints.sealed_once()
    draft = laptop.freeze()
    (laptop.folder / "sheet-1.pdf").write_bytes(theirs)
    laptop.sign(draft, "a")
    with pytest.raises(AlreadyThere, match=r"sheet-1\.pdf"):
        laptop.sign(laptop.waiting(), "b")

    assert (laptop.folder / "sheet-1.pdf").read_bytes() == theirs
    assert laptop.freeze().number == 2
    assert (laptop.folder / "sheet-1.pdf").read_bytes() == theirs


# ── killed at any step ────────────────────────────────────────────────────────────────────────────────────────────────

CHANGES: Final = {"os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate"}


def _killed(root: Path, step: int, work: Callable[[], object]) -> bool:
    """Do something in a process that is killed before the nth change to the disk under `root`, if it makes so many."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    left = step

    def count(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        writes = event in CHANGES or (event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR))
        if writes and str(arguments[0]).startswith(str(root)):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    status = 1
    with suppress(BaseException):
        sys.addaudithook(count)
        work()
        status = 0
    os._exit(status)


def _each_step(tmp_path: Path, prepare: Callable[[Laptop], Any], work: Callable[[Laptop, Any], object]) -> list[Laptop]:
    """Return what a laptop is left as that was killed at each step of some work, until it is not killed any more."""
    left: list[Laptop] = []
    while True:
        laptop = Laptop(tmp_path / f"step-{len(left) + 1}")
        given = prepare(laptop)
        if not _killed(laptop.folder.parent, len(left) + 1, lambda: work(laptop, given)):  # noqa: B023 - done at once
            return left
        left.append(laptop)


@needs_fork
def test_killed_while_freezing(tmp_path: Path) -> None:
    """A draft that is there has its keys, whenever the laptop died; so it can be signed by both, and is sealed."""
    left = _each_step(tmp_path, lambda _: None, lambda laptop, _: laptop.freeze())

    drafts = 0
    for laptop in left:
        sheets = SheetFolder(laptop.folder)
        for number in sheets.numbers("draft"):
            drafts += 1
            sheet = read_draft(sheets, number).sheet
            keys.open_private(KeyFolder(laptop.config).seal(sheet.commitment.id))
            keys.open_private(KeyFolder(laptop.config).guest(sheet.commitment.id))
        assert Path(laptop.freeze().place).is_file()
    assert drafts >= 1
    assert len(left) > 5


@needs_fork
def test_killed_while_signing_first(tmp_path: Path) -> None:
    """The guest's signature is there or it is not; once it is, the next step removes the guest's key."""
    for laptop in _each_step(tmp_path, Laptop.freeze, lambda laptop, draft: laptop.sign(draft, "b")):
        draft = laptop.waiting()
        assert verify_sheet(Path(draft.place).read_bytes()).outcome is Outcome.INCOMPLETE
        if not draft.signed:
            laptop.sign(draft, "b")
        laptop.freeze()
        assert not KeyFolder(laptop.config).guest(draft.sheet.commitment.id).is_there()


def _half(laptop: Laptop) -> Draft:
    laptop.sign(laptop.freeze(), "a")
    return laptop.waiting()


@needs_fork
def test_killed_while_signing_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever the laptop died, the sheet is complete and sealed, or is once b has signed again; no key is left."""

    def half(laptop: Laptop) -> Draft:
        """Freeze the same sheet each time, so that it need be printed but once: a killed process cannot print."""
        with monkeypatch.context() as patch:
            made = iter([maker.key("seal"), maker.key("b")])
            patch.setattr(freezing, "new_key", lambda: next(made))
            patch.setattr(freezing, "new_sheet_id", lambda: maker.SHEET_ID)
            return _half(laptop)

    first = Laptop(tmp_path)
    assert first.sign(half(first), "b").sealed
    whole = FinalPdf((first.folder / "sheet-1.pdf").read_bytes(), sealed=True, warnings=())
    monkeypatch.setattr(writing, "print_final", lambda *_, **__: whole)
    left = _each_step(tmp_path, half, lambda laptop, draft: laptop.sign(draft, "b"))

    for laptop in left:
        if not (laptop.folder / "sheet-1.yaml").exists():
            assert laptop.sign(laptop.waiting(), "b").sealed
        second = laptop.freeze()
        assert laptop.left() - {"draft-1.yaml"} == {  # a draft too many does no harm
            *SEALED,
            "draft-2.yaml",
            f"{second.sheet.commitment.id}.pem",
        }
        assert (laptop.folder / "sheet-1.pdf").read_bytes() == whole.pdf
        assert verify_sheet((laptop.folder / "sheet-1.yaml").read_bytes()).outcome is Outcome.COMPLETE
    assert len(left) > 5


@needs_fork
def test_killed_while_declining(tmp_path: Path) -> None:
    """A refusal is there or it is not; once it is, the next step removes the keys of that round."""
    for laptop in _each_step(tmp_path, _half, lambda laptop, draft: laptop.decline(draft)):
        draft = laptop.waiting()
        if verify_sheet(Path(draft.place).read_bytes()).outcome is not Outcome.DECLINED:
            laptop.decline(draft)
        laptop.freeze()
        assert not KeyFolder(laptop.config).seal(draft.sheet.commitment.id).is_there()
        assert not KeyFolder(laptop.config).guest(draft.sheet.commitment.id).is_there()
