"""Signing on a machine that did not freeze the sheet: bytes in, bytes out, and nothing kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from jtbd.errors import (
    AlreadyDeclined,
    AlreadySigned,
    ForeignKey,
    InvalidSheet,
    MissingKey,
    NotASheet,
    PassphraseNeeded,
    UnusableKey,
    UsageError,
    WrongPassphrase,
)
from jtbd.model.answer import Answer, Consent, Refusal
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.verification import Outcome
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.store.codec import canvas_to_text
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFile, KeyFolder
from jtbd.store.folder.profile import ProfileFile
from jtbd.store.protocol import KeptKey
from jtbd.usecases.home import Home
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.sheets.countersigning import Countersigned, countersign
from jtbd.usecases.sheets.reading import read_given
from jtbd.usecases.sheets.signers import own_party
from tests.support import sheets as maker
from tests.support.builders import ready_canvas
from tests.support.commands import PASSPHRASE

DRAFT = sheet_yaml(maker.draft())
HALF = sheet_yaml(maker.half_signed())


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The config folder of Bea's machine, with her locked key and its public half."""
    key = KeyFolder(tmp_path / "config").owner()
    keys.save_private(key, maker.key("b"), PASSPHRASE)
    keys.save_public(key.public_half(), maker.key("b").public_key())
    return tmp_path / "config"


def _sign(
    config: Path,
    data: bytes,
    *,
    answer: Answer = Consent(),  # noqa: B008 - it is frozen
    key: KeptKey | None = None,
    passphrase: str | None = PASSPHRASE,
) -> Countersigned:
    store = FolderStore(config / "canvases", None, lambda: maker.AT)
    home = Home(store, KeyFolder(config), lambda: maker.AT, config, ProfileFile(config))
    return countersign(home, read_given(data, "what was given"), "b", answer, ask=lambda _: passphrase, key=key)


def test_the_last_signature_elsewhere(config: Path) -> None:
    """Who signs last gets the complete sheet and a PDF that is an unsealed copy and says so; nothing is written."""
    before = sorted(config.rglob("*"))
    done = _sign(config, HALF, answer=Consent("I agree.", maker.MARK))
    assert (done.outcome, verify(done.yaml).outcome) == (Outcome.COMPLETE, Outcome.COMPLETE)
    assert done.pdf
    assert (verify(done.pdf).outcome, verify(done.pdf).rule) == (Outcome.INCOMPLETE, "seal")
    assert any("unsealed copy" in warning for warning in done.warnings)
    assert done.sheet.signatures[1].mark_svg == maker.MARK
    assert sorted(config.rglob("*")) == before


def test_the_first_signature_elsewhere(config: Path) -> None:
    """Who signs first gets the sheet alone, which waits for the other."""
    done = _sign(config, DRAFT)
    assert (done.outcome, done.pdf, done.warnings, done.sheet.signers) == (Outcome.INCOMPLETE, None, (), ("b",))
    assert verify(done.yaml).missing == ("a",)


def test_declining_elsewhere(config: Path) -> None:
    """Who declines says why and who fits better, and nobody can sign afterwards."""
    done = _sign(config, HALF, answer=Refusal("too early", "Copper Fox"))
    assert (done.outcome, done.pdf) == (Outcome.DECLINED, None)
    assert "too early" in verify(done.yaml).message
    with pytest.raises(AlreadyDeclined):
        _sign(config, done.yaml)
    with pytest.raises(UsageError):
        _sign(config, HALF, answer=Refusal(" "))


def test_whose_key_this_machine_has(config: Path, tmp_path: Path) -> None:
    """The party whose thumbprint is that of the long-term key is found without its passphrase; else there is none."""
    assert own_party(KeyFolder(config), maker.draft()) == "b"
    assert own_party(KeyFolder(tmp_path / "nobody"), maker.draft()) is None
    other = maker.draft(keys={**maker.keys(), "b": maker.keys()["a"], "a": maker.keys()["b"]})
    assert own_party(KeyFolder(config), other) == "a"
    KeyFolder(config).owner().public_half().forget()
    assert own_party(KeyFolder(config), maker.draft()) is None, "a locked key without its public half cannot be told"
    with pytest.raises(NotASheet):
        _sign(config, canvas_to_text(ready_canvas()).encode())


def test_what_does_not_sign(config: Path, tmp_path: Path) -> None:
    """Each reason has its own name, and a key that does not fit is known before anybody types a passphrase."""
    foreign, public = KeyFile(tmp_path / "foreign.pem"), KeyFolder(config).owner().public_half()
    keys.save_private(foreign, maker.key("c"), PASSPHRASE)
    keys.save_public(foreign.public_half(), maker.key("c").public_key())
    for error, data, changes in (
        (WrongPassphrase, HALF, {"passphrase": "wrong"}),
        (PassphraseNeeded, HALF, {"passphrase": None}),
        (ForeignKey, HALF, {"key": foreign, "passphrase": None}),
        (MissingKey, HALF, {"key": KeyFile(tmp_path / "missing.pem")}),
        (UnusableKey, HALF, {"key": public}),
        (AlreadySigned, sheet_yaml(maker.complete()), {}),
        (InvalidSheet, HALF.replace(b"Introduce", b"Forget"), {}),
        (NotASheet, b"%PDF-1.7", {}),
        (UsageError, HALF, {"answer": Consent("\x00")}),
    ):
        with pytest.raises(error):
            _sign(config, data, **changes)
    with pytest.raises(MissingKey):
        _sign(tmp_path / "nobody", HALF)
