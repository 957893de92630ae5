"""The owner's long-term key: made whole, shown without its passphrase."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jtbd.errors import AlreadyThere, CannotWrite, UnreadableFile, UsageError
from jtbd.store.folder.keys import KeyFile
from jtbd.store.protocol import KeptKey
from jtbd.usecases.home import Home, open_home
from jtbd.usecases.keys import keyring, opening as keys
from tests.support import sheets as maker


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A config folder of the test's own."""
    return tmp_path / "config"


@pytest.fixture
def home(tmp_path: Path, config: Path) -> Home:
    """A home with that folder, and nothing in it."""
    return _home(tmp_path / "canvases", config)


def _home(canvases: Path, config: Path) -> Home:
    return open_home(str(canvases), {"JTBD_CONFIG": str(config)})


def _nobody(_: str) -> str:
    raise UnreadableFile("terminal", "nobody was to be asked")


def test_a_key_is_made_and_known_again(home: Home, config: Path) -> None:
    """The key that was made is the one that is known, and to know it nobody is asked for the passphrase."""
    made = keyring.make_key(home, None, "three cups")
    assert made.place == str(config / "key.pem")
    assert keyring.known_key(home, None, _nobody) == made
    assert keyring.known_key(home, config / "key.pub.pem", _nobody).thumbprint == made.thumbprint


def test_no_half_of_a_key_is_left(home: Home, tmp_path: Path) -> None:
    """Where the public half has no place, no private half is left behind."""
    where = tmp_path / "ana.pem"
    where.with_suffix(".pub.pem").mkdir()
    with pytest.raises(AlreadyThere):
        keyring.make_key(home, where, "three cups")
    assert not where.exists()


def test_a_disk_that_fills_up_between_the_halves(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the public half cannot be written, the private one goes too: a key is whole or not there."""

    def fill_up(key: KeptKey, _: object) -> None:
        raise CannotWrite(key.place, "the disk is full")

    monkeypatch.setattr(keyring, "save_public", fill_up)
    with pytest.raises(CannotWrite):
        keyring.make_key(home, tmp_path / "ana.pem", "three cups")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_passphrase_makes_no_key(home: Home, config: Path) -> None:
    """There is no key without a passphrase."""
    for blank in ("", "  ", "\t"):
        with pytest.raises(UsageError):
            keyring.make_key(home, None, blank)
    assert not config.exists()


def test_a_short_passphrase_is_taken_and_said_to_be_short(home: Home, tmp_path: Path) -> None:
    """Under eight characters there is a warning, and else nothing is asked of a passphrase."""
    assert keyring.make_key(home, tmp_path / "long.pem", "8 charac").warnings == ()
    (said,) = keyring.make_key(home, tmp_path / "short.pem", "7 chars").warnings
    assert "soon guessed" in said


def test_no_key_among_the_canvases(config: Path) -> None:
    """Neither a key that was named nor the owner's own is made inside the folder of canvases."""
    home = _home(config.parent, config)
    for path in (None, config.parent / "deep" / "ana.pem"):
        with pytest.raises(UsageError, match="among the canvases"):
            keyring.make_key(home, path, "three cups")
    assert list(config.parent.rglob("*.pem")) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_who_else_can_look(home: Home, config: Path, tmp_path: Path) -> None:
    """A new key closes its config folder; of one that was opened since, it is said; of a public half, nothing is."""
    config.mkdir(mode=0o755)
    made = keyring.make_key(home, None, "three cups")
    owner, path = home.keys.owner(), config / "key.pem"
    assert (made.place, list(keyring.exposed(home, owner))) == (str(path), [])
    path.chmod(0o644)
    config.chmod(0o750)
    assert [said.rpartition(": ")[2] for said in keyring.exposed(home, owner)] == [
        f"chmod 600 {path}",
        f"chmod 700 {config}",
    ]
    assert list(keyring.exposed(home, owner.public_half())) == []
    elsewhere = keyring.make_key(home, tmp_path / "ana.pem", "three cups")
    assert elsewhere.warnings == ()


def test_who_asks_is_asked_only_when_needed(tmp_path: Path) -> None:
    """The passphrase is asked for if a locked key lies there without its public half, and then only."""
    keys.save_private(KeyFile(tmp_path / "open.pem"), maker.key("a"))
    keys.save_private(KeyFile(tmp_path / "locked.pem"), maker.key("a"), "three cups")
    asked: list[str] = []

    def ask(place: str) -> str:
        asked.append(place)
        return "three cups"

    for name in ("open.pem", "locked.pem"):
        assert keyring.public_key(KeyFile(tmp_path / name), ask) == maker.key("a").public_key()
    assert asked == [str(tmp_path / "locked.pem")]
