"""Sheets by their files: who is asked for what, who is told what, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from jtbd.errors import AlreadySigned, MissingKey, UnreadableFile, UnusableMark, UsageError
from jtbd.model import PartyId
from jtbd.model.answer import Answer, Consent, Refusal
from jtbd.model.consent import default_consent, default_decline
from jtbd.sign.check.verification import Outcome
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.store.codec import canvas_to_text
from jtbd.store.folder.keys import KeyFile
from jtbd.usecases.home import Home, open_home
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.sheets.sheetfiles import answering, drawing, freeze_to
from jtbd.usecases.sheets.terms import Terms
from jtbd.usecases.sheets.writing import Signed
from tests.support import sheets as maker
from tests.support.builders import ready_canvas
from tests.support.commands import PASSPHRASE


class Terminal:
    """Who sits there: hears the consent, is asked for passphrases."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.heard: list[str] = []

    def say(self, sentence: str) -> None:
        """Hear a sentence."""
        self.heard.append(sentence)

    def ask(self, place: str) -> str:
        """Type the passphrase of a key."""
        self.heard.append(f"passphrase of {Path(place).name}?")
        return PASSPHRASE

    def sign(
        self, draft: Path, party: PartyId, key: Path | None, consent: str | None = None, mark: Path | None = None
    ) -> Signed:
        """Sign a draft."""
        answer = Consent(consent, drawing(mark) if mark else "")
        return self._answer(draft, party, key, answer)

    def decline(self, draft: Path, party: PartyId, key: Path) -> Signed:
        """Decline a draft."""
        return self._answer(draft, party, key, Refusal("too early"))

    def _answer(self, draft: Path, party: PartyId, key: Path | None, answer: Answer) -> Signed:
        signing = answering(self.home, draft, party, key, answer)
        for remark in signing.to_read_first():
            self.say(remark)
        signed = signing.sign(self.ask)
        if errand := signing.errand(signed):
            self.say(errand)
        return signed


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home with nothing in it."""
    return open_home(str(tmp_path / "canvases"), {"JTBD_CONFIG": str(tmp_path / "config")})


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft that waits for both."""
    path = tmp_path / "draft-1.yaml"
    path.write_bytes(sheet_yaml(maker.draft()))
    return path


def test_the_consent_is_heard_before_the_passphrase_is_typed(home: Home, draft: Path, tmp_path: Path) -> None:
    """What will be signed is said first, and then the passphrase asked for."""
    key = tmp_path / "ana.pem"
    keys.save_private(KeyFile(key), maker.key("a"), PASSPHRASE)
    terminal = Terminal(home)
    signed = terminal.sign(draft, "a", key)
    assert terminal.heard[:2] == [default_consent(maker.draft(), "a"), "passphrase of ana.pem?"]
    assert (signed.complete, signed.place) == (False, str(draft))


def test_the_refusal_is_heard_too(home: Home, draft: Path, tmp_path: Path) -> None:
    """To decline, the sentence is said first, and then the passphrase asked for."""
    key = tmp_path / "bea.pem"
    keys.save_private(KeyFile(key), maker.key("b"), PASSPHRASE)
    terminal = Terminal(home)
    signed = terminal.decline(draft, "b", key)
    assert terminal.heard[:2] == [default_decline(maker.draft(), "b"), "passphrase of bea.pem?"]
    assert (signed.outcome, signed.place) == (Outcome.DECLINED, str(draft))


def test_who_is_away_hears_where_to_send_it(home: Home, draft: Path, tmp_path: Path) -> None:
    """A half-signed or declined sheet goes back to where its sealing key is; there, nobody is sent anywhere."""
    for who in ("a", "b"):
        keys.save_private(KeyFile(tmp_path / f"{who}.pem"), maker.key(who))
    away, at_home = Terminal(home), Terminal(home)
    away.sign(draft, "a", tmp_path / "a.pem", consent="I agree.")
    away.decline(draft, "b", tmp_path / "b.pem")
    assert [sentence.startswith(f"Send {draft} back") for sentence in away.heard] == [True, False, True]
    draft.write_bytes(sheet_yaml(maker.draft()))
    keys.save_private(KeyFile(draft.with_suffix(".seal.pem")), maker.key("seal"))
    at_home.sign(draft, "a", tmp_path / "a.pem", consent="I agree.")
    assert at_home.heard == []


def test_an_open_key_asks_nobody(home: Home, draft: Path, tmp_path: Path) -> None:
    """A key without a passphrase signs without one, and one's own words are not said back."""
    key = tmp_path / "ana.pem"
    keys.save_private(KeyFile(key), maker.key("a"))
    terminal = Terminal(home)
    terminal.sign(draft, "a", key, consent="I agree.")
    assert [sentence for sentence in terminal.heard if "?" in sentence or "I agree" in sentence] == []


def test_nobody_reads_a_consent_in_vain(home: Home, draft: Path, tmp_path: Path) -> None:
    """Where the signature cannot come about anyway, that is said before the consent is."""
    key, half = tmp_path / "ana.pem", tmp_path / "half" / "draft-1.yaml"
    keys.save_private(KeyFile(key), maker.key("a"))
    half.parent.mkdir()
    half.write_bytes(sheet_yaml(maker.half_signed()))
    terminal = Terminal(home)
    with pytest.raises(AlreadySigned):
        terminal.sign(half, "a", key)
    with pytest.raises(MissingKey):
        terminal.sign(draft, "a", tmp_path / "missing.pem")
    with pytest.raises(UsageError):
        terminal.sign(draft, "a", key, consent="  ")
    with pytest.raises(UnusableMark):
        terminal.sign(draft, "a", key, mark=draft)
    with pytest.raises(UnreadableFile):
        terminal.sign(tmp_path / "missing.yaml", "a", key)
    assert terminal.heard == []


def test_a_sheet_of_a_canvas_file(home: Home, tmp_path: Path) -> None:
    """A canvas is frozen from its file to any folder, with the keys of both, and no key is made for anybody."""
    canvas, folder = tmp_path / "canvas.yaml", tmp_path / "deep" / "er"
    canvas.write_text(canvas_to_text(ready_canvas()), encoding="utf-8")
    paths: dict[str, Path] = {who: tmp_path / f"{who}.pem" for who in "ab"}
    for who, path in paths.items():
        keys.save_private(KeyFile(path), maker.key(who))
    terminal = Terminal(home)
    draft = freeze_to(
        home,
        folder,
        str(canvas),
        Terms("contract"),
        key_a=paths["a"],
        key_b=paths["b"],
        ask=terminal.ask,
        tell=terminal.heard.append,
    )
    assert draft.place == str(folder / "draft-1.yaml")
    assert {party.id: party.key for party in draft.sheet.commitment.parties} == maker.keys()
    assert draft.sheet.commitment.binding == "contract"
    assert [path.stem for path in (tmp_path / "config").rglob("*.pem")] == [draft.sheet.commitment.id], (
        "the key that will seal it"
    )
