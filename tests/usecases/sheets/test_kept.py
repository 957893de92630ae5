"""Settled sheets: what is kept of them, and what both take along."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path

import pytest

from jtbd.model.answer import Consent, Refusal
from jtbd.sign.check.verification import Outcome
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.profile import ProfileFile
from jtbd.usecases.home import Home
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.sheets import freezing, kept as use, signing
from jtbd.usecases.sheets.kept import SettledSheet
from jtbd.usecases.sheets.reading import Broken, Draft, open_draft
from jtbd.usecases.sheets.terms import Terms
from jtbd.usecases.sheets.verifying import verify
from tests.support import sheets as maker
from tests.support.builders import ready_canvas
from tests.support.sheets import nobody


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A library with one canvas that has a complete sheet, and another that was declined."""
    folder = tmp_path_factory.mktemp("kept")
    store, config = FolderStore(folder / "canvases", None, lambda: maker.AT), folder / "config"
    made = Home(store, KeyFolder(config), lambda: maker.AT, config, ProfileFile(config))
    keys.save_private(KeyFolder(made.config).owner(), maker.key("a"))
    canvas = freezing.freeze_here(made, made.store.create(ready_canvas(id="one")), Terms())
    for party in ("b", "a"):
        draft = _waiting(made)
        canvas = signing.sign_here(made, canvas, draft, party, Consent(), ask=nobody).canvas
    canvas = freezing.freeze_here(made, canvas, Terms())
    draft = _waiting(made)
    signing.sign_here(made, canvas, draft, "b", Refusal("too soon"), ask=nobody)
    return made


def _waiting(library: Home) -> Draft:
    draft = open_draft(library, library.store.load("one"))
    assert isinstance(draft, Draft)
    return draft


@pytest.fixture
def complete(library: Home) -> SettledSheet:
    """The complete sheet."""
    found = use.kept_sheets(library, library.store.load("one"))[0]
    assert isinstance(found, SettledSheet)
    return found


def test_what_is_settled_is_kept_by_number(library: Home) -> None:
    """Complete and declined sheets are kept, each with what verification says of it."""
    found = [sheet for sheet in use.kept_sheets(library, library.store.load("one")) if isinstance(sheet, SettledSheet)]
    assert [(sheet.number, sheet.name, sheet.complete) for sheet in found] == [
        (1, "sheet-1", True),
        (2, "sheet-2", False),
    ]
    assert found[1].found.outcome is Outcome.DECLINED


def test_a_pdf_is_taken_from_the_disk_or_printed(library: Home, complete: SettledSheet) -> None:
    """The PDF beside the sheet is the one that is sealed; one that is printed anew is an unsealed copy of the same."""
    beside = use.beside(library, library.store.load("one"), complete)
    assert beside
    assert use.sealed(beside).outcome is Outcome.COMPLETE
    copy = use.sealed(use.printed(complete.verified, maker.AT))
    assert (copy.outcome, copy.rule, copy.signed) == (Outcome.INCOMPLETE, "seal", ("a", "b"))
    declined = use.kept_sheets(library, library.store.load("one"))[1]
    assert isinstance(declined, SettledSheet)
    assert use.beside(library, library.store.load("one"), declined) is None
    assert verify(use.printed(declined.verified, maker.AT)).outcome is Outcome.DECLINED


def test_a_sheet_that_does_not_hold_any_more_is_told(library: Home, complete: SettledSheet) -> None:
    """A sheet that was edited after it was signed comes back as broken, and the others are as they were."""
    try:
        Path(complete.place).write_bytes(complete.yaml.replace(b"one-page", b"two-page"))
        broken, declined = use.kept_sheets(library, library.store.load("one"))
        assert isinstance(broken, Broken)
        assert "rule hash" in broken.message
        assert isinstance(declined, SettledSheet)
    finally:
        Path(complete.place).write_bytes(complete.yaml)


def test_all_are_saved_and_nothing_is_overwritten(tmp_path: Path) -> None:
    """Files go to a folder all at once; where something else has one of the names, all of that stem take the next."""
    files = {"one.yaml": b"1", "one.pdf": b"2", "verify.html": b"3"}
    assert [path.read_bytes() for path in use.save_all(tmp_path, files)] == [b"1", b"2", b"3"]
    before = sorted(path.name for path in tmp_path.iterdir())
    use.save_all(tmp_path, files)
    assert sorted(path.name for path in tmp_path.iterdir()) == before, "what is there to the last byte is written"
    saved = use.save_all(tmp_path, {"one.yaml": b"1", "one.pdf": b"another", "verify.html": b"3"})
    assert [path.name for path in saved] == ["one-2.yaml", "one-2.pdf", "verify.html"]
    assert (tmp_path / "one.pdf").read_bytes() == b"2"


def test_the_mail_carries_all_files(complete: SettledSheet) -> None:
    """The letter goes to both, with the very bytes of both files and of the page that checks them."""
    made = use.mail(ready_canvas(), complete, b"%PDF-")
    mail = email.message_from_bytes(made.data, policy=email.policy.default)
    assert all(address in mail["To"] for address in ("ana@harbour.example", "bea@northline.example"))
    carried = {part.get_filename(): part.get_payload(decode=True) for part in mail.iter_attachments()}
    assert carried == {
        "harbour-estates-northline-cabling-2026-11-22.yaml": complete.yaml,
        "harbour-estates-northline-cabling-2026-11-22.pdf": b"%PDF-",
        "verify.html": use.checker(),
    }


def test_files_are_named_for_who_has_them(complete: SettledSheet) -> None:
    """Each finds them after the other firm and the day; a letter to one alone has them named for that one."""
    assert use.file_stem(complete, "a") == "northline-cabling-2026-11-22"
    assert use.file_stem(complete, "b") == "harbour-estates-2026-11-22"
    canvas = ready_canvas(parties={"b": {"email": "bea@northline.example"}})
    mail = email.message_from_bytes(use.mail(canvas, complete, b"%PDF-").data, policy=email.policy.default)
    assert next(part.get_filename() for part in mail.iter_attachments()) == "harbour-estates-2026-11-22.pdf"


def test_the_dates(complete: SettledSheet) -> None:
    """What is due stands in a calendar file."""
    text = use.dates(complete).decode()
    assert text.startswith("BEGIN:VCALENDAR")
    assert "20261215" in text
