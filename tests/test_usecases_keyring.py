"""The owner's long-term key: made whole, shown without its passphrase."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import sheets as maker

from jtbd.errors import AlreadyThere, CannotWrite, UnreadableFile, UsageError
from jtbd.sign.keys import pem as keys
from jtbd.usecases.keys import keyring


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A config folder of the test's own."""
    folder = tmp_path / "config"
    monkeypatch.setenv("JTBD_CONFIG", str(folder))
    return folder


def _nobody(_: Path) -> str:
    raise UnreadableFile("terminal", "nobody was to be asked")


def test_a_key_is_made_and_known_again(config: Path) -> None:
    """The key that was made is the one that is known, and to know it nobody is asked for the passphrase."""
    made = keyring.make_key(None, "three cups")
    assert made.path == config / "key.pem"
    assert keyring.known_key(None, _nobody) == made
    assert keyring.known_key(keys.public_path(made.path), _nobody).thumbprint == made.thumbprint


def test_no_half_of_a_key_is_left(tmp_path: Path) -> None:
    """Where the public half has no place, no private half is left behind."""
    where = tmp_path / "ana.pem"
    keys.public_path(where).mkdir()
    with pytest.raises(AlreadyThere):
        keyring.make_key(where, "three cups")
    assert not where.exists()


def test_a_disk_that_fills_up_between_the_halves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the public half cannot be written, the private one goes too: a key is whole or not there."""

    def fill_up(path: Path, _: object) -> None:
        raise CannotWrite(str(path), "the disk is full")

    monkeypatch.setattr(keys, "save_public", fill_up)
    with pytest.raises(CannotWrite):
        keyring.make_key(tmp_path / "ana.pem", "three cups")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_passphrase_makes_no_key(config: Path) -> None:
    """There is no key without a passphrase."""
    for blank in ("", "  ", "\t"):
        with pytest.raises(UsageError):
            keyring.make_key(None, blank)
    assert not config.exists()


def test_a_short_passphrase_is_taken_and_said_to_be_short(tmp_path: Path) -> None:
    """Under eight characters there is a warning, and else nothing is asked of a passphrase."""
    assert keyring.make_key(tmp_path / "long.pem", "8 charac").warnings == ()
    (said,) = keyring.make_key(tmp_path / "short.pem", "7 chars").warnings
    assert "soon guessed" in said


def test_no_key_among_the_canvases(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a key that was named nor the owner's own is made inside the folder of canvases."""
    monkeypatch.setenv("JTBD_CANVASES", str(config.parent))
    for path in (None, config.parent / "deep" / "ana.pem"):
        with pytest.raises(UsageError, match="among the canvases"):
            keyring.make_key(path, "three cups")
    assert list(config.parent.rglob("*.pem")) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_who_else_can_look(config: Path, tmp_path: Path) -> None:
    """A new key closes its config folder; of one that was opened since, it is said; of a public half, nothing is."""
    config.mkdir(mode=0o755)
    made = keyring.make_key(None, "three cups")
    assert list(keyring.exposed(made.path)) == []
    made.path.chmod(0o644)
    config.chmod(0o750)
    assert [said.rpartition(": ")[2] for said in keyring.exposed(made.path)] == [
        f"chmod 600 {made.path}",
        f"chmod 700 {config}",
    ]
    assert list(keyring.exposed(keys.public_path(made.path))) == []
    elsewhere = keyring.make_key(tmp_path / "ana.pem", "three cups")
    assert elsewhere.warnings == ()


def test_who_asks_is_asked_only_when_needed(tmp_path: Path) -> None:
    """The passphrase is asked for if a locked key lies there without its public half, and then only."""
    keys.save_private(tmp_path / "open.pem", maker.key("a"))
    keys.save_private(tmp_path / "locked.pem", maker.key("a"), "three cups")
    asked: list[Path] = []

    def ask(path: Path) -> str:
        asked.append(path)
        return "three cups"

    for name in ("open.pem", "locked.pem"):
        assert keyring.public_key(tmp_path / name, ask) == maker.key("a").public_key()
    assert asked == [tmp_path / "locked.pem"]
