"""What use cases of sheets say in another language: whole sentences, every word of them in the catalogue."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from jtbd.errors import JtbdError, KeyStays, MissingKey, UnusableKey
from jtbd.i18n import PSEUDO, say, speaking
from jtbd.model import Canvas
from jtbd.model.answer import Consent, Refusal
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.sheet import checked
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.profile import ProfileFile
from jtbd.store.folder.sheets import SheetFolder
from jtbd.usecases.home import Home
from jtbd.usecases.keys import opening
from jtbd.usecases.keys.guestkey import guest_key
from jtbd.usecases.sheets import (
    destinations,
    ending,
    freezing,
    kinds,
    readiness,
    receipt,
    sealing,
    sheetfiles,
    signing,
    timestamping,
    verifying,
    words,
    writing,
    wrongclock,
)
from jtbd.usecases.sheets.following import since_earlier
from jtbd.usecases.sheets.importing import import_file
from jtbd.usecases.sheets.reading import Draft, open_draft, read_draft
from jtbd.usecases.sheets.signers import signing_key
from jtbd.usecases.sheets.terms import Terms
from jtbd.usecases.sheets.unsigned import unsigned
from tests.support import sheets as maker, states
from tests.support.builders import canvas, ready_canvas
from tests.support.pems import public_pem
from tests.support.sheets import nobody, sign
from tests.support.spoken import faults, texts_of

TODAY: Final = maker.AT.date()
LATER: Final = maker.AT + dt.timedelta(hours=3)
SIGNED: Final = maker.complete()


class Volume(NamedTuple):
    """A volume as psutil tells of it."""

    mountpoint: str
    opts: str = "rw"
    fstype: str = "vfat"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A laptop with its owner's key, in the invented November of 2026."""
    config = KeyFolder(tmp_path / "config")
    opening.save_private(config.owner(), maker.key("a"))
    store = FolderStore(tmp_path / "canvases", None, lambda: maker.AT)
    return Home(store, config, lambda: maker.AT, tmp_path / "config", ProfileFile(tmp_path / "config"))


def _wrong(said: Iterable[str], *own: str, of: Canvas | None = None) -> list[str]:
    theirs = texts_of(of.model_dump(mode="json")) if of else set()
    return [fault for sentence in said for fault in faults(sentence, own={*own, *theirs})]


def _refusal(do: Callable[[], object]) -> str:
    with pytest.raises(JtbdError) as refused:
        do()
    return refused.value.diagnostics()


@pytest.mark.parametrize("state", states.states(), ids=lambda state: state.name)
def test_what_a_sheet_is_worth_is_told(state: states.State) -> None:
    """Who said what and when, and who has yet to sign, of a sheet in every state."""
    found = verify(state.data)
    assert found.sheet
    own = {*texts_of(found.sheet.dump()), *(" ".join(said.consent.split()) for said in found.statements)}
    own |= {party.full_name for party in found.sheet.commitment.parties}
    with speaking(PSEUDO):
        spoken = (told.text for told in verifying.statements(found) if not told.in_their_words)
        told = [*verifying.details(found), *spoken]
    assert _wrong(told, *own) == []


def test_a_sheet_in_words_stays_as_it_is_printed() -> None:
    """What stands on a sheet is read in the language of the sheet, which is English for this format."""
    sheet = checked(maker.half_signed())
    english = words.in_words(sheet), words.verdict(sheet.sheet)
    with speaking(PSEUDO):
        assert (words.in_words(sheet), words.verdict(sheet.sheet)) == english


def test_a_receipt_names_its_parts() -> None:
    """The hash and each key; what a scan differs in stands in a sentence of the screen."""
    sheet = maker.draft()
    with speaking(PSEUDO):
        said = [part.label for part in receipt.parts(sheet)]
        differing = [name for scan in ("", "a\nb\nc\nd\ne") for name in receipt.differences(sheet, scan)]
    assert _wrong(said, "Ana Ruiz", "Bea Lund", "SHA") == []
    english = [name for scan in ("", "a\nb\nc\nd\ne") for name in receipt.differences(sheet, scan)]
    assert not {*differing} & {*english}


@pytest.mark.parametrize("minutes", [1, 24, 119, 120, 121, 165])
def test_how_long_a_meeting_took_is_said(minutes: int) -> None:
    """It stands in sentences of the screen, and is in the catalogue."""
    met = canvas(meetings=[{"started": maker.AT.isoformat(), "clock": {"elapsed_seconds": minutes * 60}}])
    until = maker.AT + dt.timedelta(minutes=minutes)
    with speaking(PSEUDO):
        took = ending.took(met, until)
    assert "⟦" not in took
    assert took != ending.took(met, until)


@pytest.mark.parametrize(
    "review",
    [
        {"next": "2026-12-18"},
        {"next": "2026-11-22"},
        {"next": "2026-11-01", "every": {"weeks": 6}},
        {"every": {"days": 1}},
        {},
    ],
)
def test_when_they_meet_again_is_said(review: dict[str, Any]) -> None:
    """On a day, today, every so often, or that they have to agree on one; and by when each does something next."""
    content = maker.draft(ready_canvas(review=review)).commitment
    with speaking(PSEUDO):
        assert _wrong([ending.again(content.review, TODAY)]) == []
        dues = [each.due for each in ending.nexts(content, TODAY, {"a": "Ana", "b": "Bea"}) if each.due]
    assert dues
    assert not [due for due in dues if "⟦" in due or due.startswith("by ")], "they stand in a sentence of the screen"


def test_places_to_save_to_are_named() -> None:
    """A stick by its name, on each system."""
    with speaking(PSEUDO):
        found = [*destinations.sticks([Volume("/media/ana/KINGSTON")], "linux")]
        found += destinations.sticks([Volume("E:\\", "rw,removable")], "win32")
    assert len(found) == 2
    assert _wrong([place.label for place in found], "KINGSTON", "E:") == []


@pytest.mark.parametrize("money", [True, False])
def test_what_a_sheet_waits_for_is_said(*, money: bool) -> None:
    """The curtain, which hides the rating and the money."""
    with speaking(PSEUDO):
        said = [*readiness.missing(canvas(), Terms(money=money, verdict=True)), readiness.COVERED.said()]
    assert _wrong(said[-2:]) == []


def test_what_was_agreed_since_is_said() -> None:
    """Promises added, changed and removed by their numbers, and what else is another, all of it in the catalogue."""
    signed = maker.draft().commitment
    first, second = ready_canvas().commitments
    changes: list[dict[str, Any]] = [
        {"commitments": ()},
        {"commitments": (first.revise(what="x"), second)},
        {"commitments": (first.revise(what="x"), *(second.revise(id=f"n{number}") for number in range(14)))},
        {"job": {"want": "rest"}, "review": {}, "roles": {}},
    ]
    for change in changes:
        said = unsigned(ready_canvas(**change), signed).sentence
        with speaking(PSEUDO):
            spoken = unsigned(ready_canvas(**change), signed).sentence
        assert "⟦" not in spoken, "it stands in a sentence"
        assert not {*spoken.replace(",", "").split()} & {*said.replace(",", "").split()} - {"14", "and"}


def test_a_wrong_clock_is_pointed_out(tmp_path: Path) -> None:
    """By the other's signature, the canvas, the file of the sheet, and by all of them at once."""
    early = maker.AT - dt.timedelta(days=1)
    for sheet, changed, written in (
        (maker.half_signed(), None, early),
        (maker.draft(), LATER, early),
        (maker.draft(), None, LATER),
        (maker.half_signed(), LATER, LATER),
        (maker.complete(), LATER, LATER),
    ):
        path = tmp_path / "draft-1.yaml"
        path.write_bytes(sheet_yaml(sheet))
        os.utime(path, (written.timestamp(), written.timestamp()))
        with speaking(PSEUDO):
            found = wrongclock.wrong_clock(SheetFolder(tmp_path), Draft(1, str(path), checked(sheet)), changed, early)
        assert len(found) == 1
        assert _wrong(found) == []


def test_what_came_back_too_late_is_refused(home: Home, tmp_path: Path) -> None:
    """When it was discarded, what took its place, and what bringing it back would undo."""
    agreed = Consent("I agree.")
    made = home.store.create(ready_canvas(id="one"))
    made = freezing.freeze_here(home, made, Terms(), guest_key(home, public_pem("b")))
    draft = open_draft(home, made)
    assert isinstance(draft, Draft)
    went = signing.sign_here(home, made, draft, "a", agreed, ask=nobody)
    brought = tmp_path / "back.yaml"
    brought.write_bytes(sheet_yaml(sign(went.signed.sheet, "b", maker.key("b"), at=maker.AT)))
    left = freezing.discard(home, went.canvas, draft.number)
    said = []
    with speaking(PSEUDO):
        said.append(_refusal(lambda: import_file(home, brought, None)))
    promise = left.commitments[0].revise(what="Introduce Northline to two clients")
    left = home.store.save(left.revise(commitments=(promise, *left.commitments[1:])), left.revision)
    left = freezing.freeze_here(home, left, Terms(), guest_key(home, public_pem("b")))
    second = open_draft(home, left)
    assert isinstance(second, Draft)
    went = signing.sign_here(home, left, second, "a", agreed, ask=nobody)
    both = sheet_yaml(sign(went.signed.sheet, "b", maker.key("b"), at=maker.AT))
    waiting = read_draft(home.store.sheets("one"), second.number)
    done = signing.bring_back_here(home, went.canvas, waiting, both)
    with speaking(PSEUDO):
        said.append(_refusal(lambda: import_file(home, brought, None)))
        printed = since_earlier(done.signed.sheet, home.store.sheets("one"))
        found = verifying.verify_file(Path(home.store.place("one")).parent / "sheet-2.yaml")
    assert found.outcome is verifying.Outcome.COMPLETE
    assert _wrong(said, of=left) == []
    assert printed == since_earlier(done.signed.sheet, home.store.sheets("one")), "it is printed on a sheet"


def test_files_that_are_no_sheets_are_refused(tmp_path: Path) -> None:
    """A canvas, a template, a PDF; a sheet by another name; and what may not be left blank."""
    draft = tmp_path / "mine.yaml"
    draft.write_bytes(sheet_yaml(maker.draft()))
    others = [tmp_path / f"{name}.yaml" for name in ("canvas", "template", "pdf")]
    for file, data in zip(others, ("format: jtbd.canvas/1\n", "format: jtbd.job-template/1\n", "%PDF-1"), strict=True):
        file.write_text(data, encoding="ascii")
    with speaking(PSEUDO):
        found = [verifying.verify_file(file) for file in others[:2]]
        said = [
            *(each.detail for each in found),
            *(_refusal(partial(kinds.refuse_other_files, file.read_bytes(), "file")) for file in others),
            *(_refusal(partial(sheetfiles._refuse_blank, answer)) for answer in (Refusal(" "), Consent(" "))),
            _refusal(lambda: sheetfiles.find_draft(SheetFolder(tmp_path), draft)),
            _refusal(lambda: Terms(open_until=TODAY).last_day(LATER.date() + dt.timedelta(days=1))),
            _refusal(lambda: timestamping.stamp_sheet(draft, None, {})),
            _refusal(lambda: timestamping.stamp_sheet(draft, "http://tsa.example", {})),
        ]
    assert _wrong(said, str(tmp_path), "mine.yaml", "file") == []


def test_what_could_not_be_sealed_is_told(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the sealing key, with another, with one that cannot be used; and a key that stays."""
    sheets, sheet = SheetFolder(tmp_path), checked(SIGNED)

    def warned() -> tuple[str, ...]:
        with speaking(PSEUDO):
            return sealing.print_final(sheets, 1, sheet, maker.AT, keys=home.keys).warnings

    said = [*warned()]
    place = home.keys.seal(sheet.id)
    opening.save_private(place, maker.key("b"))
    said += warned()

    def refuse(*_: object) -> None:
        raise UnusableKey("file", say("too large for a key"), "x")

    monkeypatch.setattr(sealing, "open_private", refuse)
    said += warned()
    with speaking(PSEUDO):
        said += writing._forgotten([Stuck()])  # type: ignore[list-item]
    assert len(said) >= 4
    assert _wrong(said, place.place, "file", "Permission denied") == []


class Stuck:
    """A key that the disk does not let go of."""

    def forget(self) -> None:
        """Say so."""
        raise KeyStays("file", "Permission denied")


def test_a_missing_key_is_named(home: Home) -> None:
    """Where it would be, and by which thumbprint the sheet names it."""
    home.keys.owner().forget()
    with speaking(PSEUDO), pytest.raises(MissingKey) as refused:
        signing_key(checked(maker.draft()), "a", None, home.keys)
    assert _wrong([refused.value.diagnostics()], home.keys.owner().place, *maker.keys().values()) == []
