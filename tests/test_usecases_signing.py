"""Signing in a meeting: from a canvas in the library to the files that both take along."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import hashlib
from pathlib import Path

import pytest
import sheets as maker
from builders import canvas, ready_canvas
from commands import EXAMPLE, PASSPHRASE

from jtbd.errors import AlreadyThere, ChangedElsewhere, MissingKey, NotReadyToSign, WrongPassphrase
from jtbd.model import Canvas
from jtbd.sign import keys
from jtbd.sign.verification import Outcome
from jtbd.store.folder import FolderStore
from jtbd.store.places import examples_folder
from jtbd.usecases import signing as use
from jtbd.usecases.library import Library
from jtbd.usecases.signing import Complete, Terms
from jtbd.usecases.verifying import verify

MARK = "M4 30C10 4 20 2 24 26L30 8"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library whose owner has a locked key."""
    made = _library(tmp_path)
    keys.save_private(keys.owner_key_path(made.config), maker.key("a"), PASSPHRASE)
    keys.save_public(keys.public_path(keys.owner_key_path(made.config)), maker.key("a").public_key())
    return made


@pytest.fixture
def opened(library: Library) -> Canvas:
    """A canvas in it that is ready to sign."""
    return library.store.create(ready_canvas(id="one"))


def _library(folder: Path) -> Library:
    store = FolderStore(folder / "canvases", examples_folder(), lambda: maker.AT)
    return Library(store, folder / "canvases", folder / "config", lambda: maker.AT)


def _sign_both(library: Library, frozen: Canvas) -> Canvas:
    for party in ("a", "b"):
        draft = use.open_draft(library, frozen)
        assert draft
        locked = use.asks_passphrase(library, draft, party)
        assert locked is (party == "a"), "the guest's key of one sheet has no passphrase"
        frozen = use.sign_here(
            library,
            frozen,
            draft,
            party,
            passphrase=PASSPHRASE if locked else None,
            consent=use.consent(draft, party),
            mark_svg=MARK if party == "b" else "",
        )
    return frozen


def test_from_canvas_to_files(library: Library, opened: Canvas) -> None:
    """Frozen, signed by both, recorded on the canvas, and verifiable in both forms."""
    frozen = use.freeze_here(library, opened, Terms(confidential=True))
    assert [(record.number, record.state) for record in frozen.sheets] == [(1, "draft")]
    signed = _sign_both(library, frozen)
    assert [(record.number, record.state) for record in signed.sheets] == [(1, "complete")]
    assert library.store.load("one") == signed
    assert use.open_draft(library, signed) is None
    (complete,) = use.complete_sheets(library, signed)
    assert verify(complete.yaml).outcome is Outcome.COMPLETE
    assert verify(complete.pdf).signed == ("a", "b")
    assert complete.sheet.commitment.confidential
    assert complete.sheet.signatures[1].mark_svg == MARK
    assert list((library.config / "guest").iterdir()) == []


def test_the_sheet_names_the_canvas_file(library: Library, opened: Canvas) -> None:
    """The hash in a sheet is that of the canvas as it was on disk, which its history keeps."""
    before = library.store.raw("one")
    use.freeze_here(library, opened, Terms())
    draft = use.open_draft(library, library.store.load("one"))
    assert draft
    assert draft.sheet.commitment.canvas.sha256 == hashlib.sha256(before).hexdigest()
    assert draft.sheet.commitment.canvas.revision == opened.revision


def test_a_canvas_that_changed_meanwhile_is_not_frozen(library: Library, opened: Canvas) -> None:
    """What is frozen is what is on disk: another tab's change is not signed unseen."""
    library.store.save(opened.revise(title="changed by another tab"), opened.revision)
    with pytest.raises(ChangedElsewhere):
        use.freeze_here(library, opened, Terms())
    assert use.open_draft(library, opened) is None
    assert not (library.config / "guest").exists()


def test_an_example_is_signed_as_a_copy(library: Library) -> None:
    """To freeze an example makes a copy of one's own; the example has no sheets."""
    example = library.store.load(EXAMPLE)
    assert (use.open_draft(library, example), use.complete_sheets(library, example)) == (None, ())
    frozen = use.freeze_here(library, example, Terms())
    assert frozen.id != EXAMPLE
    assert use.open_draft(library, frozen)


def test_without_a_key_nothing_is_made(tmp_path: Path) -> None:
    """Without the owner's key there is no sheet, and no copy of an example either."""
    library = _library(tmp_path)
    assert not use.owner_has_key(library)
    with pytest.raises(MissingKey):
        use.freeze_here(library, library.store.load(EXAMPLE), Terms())
    assert not library.root.exists()


def test_what_is_missing_is_said_before(library: Library) -> None:
    """What a canvas lacks for a sheet is known before anybody tries."""
    least = library.store.create(canvas(id="least"))
    assert len(use.missing(least, Terms())) == 4
    assert use.missing(ready_canvas(), Terms(money=True)) == ()
    with pytest.raises(NotReadyToSign):
        use.freeze_here(library, least, Terms())


def test_a_wrong_passphrase_changes_nothing(library: Library, opened: Canvas) -> None:
    """After a wrong passphrase the draft waits as before."""
    frozen = use.freeze_here(library, opened, Terms())
    draft = use.open_draft(library, frozen)
    assert draft
    with pytest.raises(WrongPassphrase):
        use.sign_here(library, frozen, draft, "a", passphrase="wrong", consent="I agree", mark_svg="")
    assert use.open_draft(library, frozen) == draft


def test_a_draft_is_discarded_with_its_keys(library: Library, opened: Canvas) -> None:
    """A discarded draft takes its record and the keys that were made for it along; the owner's key stays."""
    frozen = use.freeze_here(library, opened, Terms())
    draft = use.open_draft(library, frozen)
    assert draft
    left = use.discard(library, frozen, draft)
    assert left.sheets == ()
    assert use.open_draft(library, left) is None
    assert list((library.config / "guest").iterdir()) == []
    assert sorted(path.name for path in (library.root / "one").iterdir()) == ["canvas.yaml", "history"]
    assert use.owner_has_key(library)


def test_the_paper_is_seen_before_it_is_signed(library: Library, opened: Canvas) -> None:
    """A draft's pages are pictures, as they will print."""
    frozen = use.freeze_here(library, opened, Terms())
    draft = use.open_draft(library, frozen)
    assert draft
    pages = use.pages(draft, maker.AT)
    assert pages
    assert all(page.startswith(b"\x89PNG") for page in pages)


# ── what both take along ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Complete:
    """A complete sheet, as both take it along."""
    library = _library(tmp_path_factory.mktemp("complete"))
    keys.save_private(keys.owner_key_path(library.config), maker.key("a"), PASSPHRASE)
    keys.save_public(keys.public_path(keys.owner_key_path(library.config)), maker.key("a").public_key())
    frozen = use.freeze_here(library, library.store.create(ready_canvas(id="one")), Terms())
    signed = _sign_both(library, frozen)
    (library.root / "one" / "sheet-1.pdf").unlink()
    (again,) = use.complete_sheets(library, signed)
    return again


def test_a_lost_pdf_is_printed_again(complete: Complete) -> None:
    """Where the PDF was lost, the sheet gives it anew."""
    assert complete.pdf.startswith(b"%PDF-")
    assert verify(complete.pdf).signed == ("a", "b")


def test_copies_on_a_stick(complete: Complete, tmp_path: Path) -> None:
    """Both files are saved to a folder as they are, and never over others."""
    written = use.save_copies(complete, tmp_path)
    assert [path.read_bytes() for path in written] == [complete.yaml, complete.pdf]
    with pytest.raises(AlreadyThere):
        use.save_copies(complete, tmp_path)


def test_the_mail_carries_both_files(complete: Complete) -> None:
    """The mail draft is addressed to both and carries the very bytes of both files."""
    mail = email.message_from_bytes(use.mail(ready_canvas(), complete), policy=email.policy.default)
    assert all(address in mail["To"] for address in ("ana@harbour.example", "bea@northline.example"))
    carried = {part.get_filename(): part.get_payload(decode=True) for part in mail.iter_attachments()}
    assert carried == {"sheet-1.yaml": complete.yaml, "sheet-1.pdf": complete.pdf}


def test_the_dates(complete: Complete) -> None:
    """What is due stands in a calendar file."""
    text = use.dates(complete, dt.datetime(2026, 11, 22, tzinfo=dt.UTC)).decode()
    assert text.startswith("BEGIN:VCALENDAR")
    assert "20261215" in text
