"""What every store of keys promises, held against the folder and against memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from jtbd.errors import AlreadyThere, MissingKey, UnusableKey
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.memory import MemoryKeys
from jtbd.store.protocol import KeptKey, KeyStore
from jtbd.store.protocol.keys import LARGEST_PEM
from jtbd.usecases.keys.opening import forget_if, open_private, open_public, save_private, save_public
from tests.support import sheets

ID = sheets.SHEET_ID


@pytest.fixture(params=["folder", "memory"])
def keys(request: pytest.FixtureRequest, tmp_path: Path) -> KeyStore:
    """A store without a key."""
    return KeyFolder(tmp_path / "config") if request.param == "folder" else MemoryKeys()


def _every(keys: KeyStore) -> tuple[KeptKey, ...]:
    return keys.owner(), keys.owner().public_half(), keys.guest(ID), keys.seal(ID)


def test_at_first_there_is_no_key(keys: KeyStore) -> None:
    """A place without a key says so, has nothing to read, and is forgotten without a word."""
    for key in _every(keys):
        assert (key.is_there(), key.is_taken()) == (False, False)
        with pytest.raises(MissingKey) as missing:
            key.read()
        assert key.place in missing.value.message
        key.forget()
    assert (keys.guests(), keys.seals()) == ((), ())
    assert len({key.place for key in _every(keys)}) == 4


def test_a_key_is_kept_and_never_overwritten(keys: KeyStore) -> None:
    """What was written is read again, whoever asks for the same place; another key does not take it."""
    for number, key in enumerate(_every(keys)):
        key.write(b"key %d" % number)
        with pytest.raises(AlreadyThere):
            key.write(b"another")
    assert [key.read() for key in _every(keys)] == [b"key %d" % number for number in range(4)]
    assert all(key.is_there() and key.is_taken() for key in _every(keys))
    assert keys.guest(ID) == keys.guest(ID) != keys.seal(ID)
    assert (keys.guests(), keys.seals()) == ((ID,), (ID,))


def test_a_key_that_has_done_its_work_is_gone(keys: KeyStore) -> None:
    """One that was forgotten is not there any more, and its place is free; the others stay."""
    keys.guest(ID).write(b"guest")
    keys.seal(ID).write(b"seal")
    keys.guest(ID).forget()
    assert (keys.guests(), keys.seals(), keys.seal(ID).read()) == ((), (ID,), b"seal")
    keys.guest(ID).write(b"again")
    assert keys.guest(ID).read() == b"again"


def test_what_is_too_large_is_no_key(keys: KeyStore) -> None:
    """Nothing is read without bound."""
    keys.owner().write(b"x" * (LARGEST_PEM + 1))
    with pytest.raises(UnusableKey):
        keys.owner().read()


def test_keys_are_saved_and_opened(keys: KeyStore) -> None:
    """A locked key is known by its public half, opened with its passphrase, and forgotten if it is the one meant."""
    owner = keys.owner()
    save_private(owner, sheets.key("a"), "three cups")
    save_public(owner.public_half(), sheets.key("a").public_key())
    assert open_public(owner) == sheets.key("a").public_key()
    assert open_private(owner, "three cups").public_key() == sheets.key("a").public_key()
    save_private(keys.seal(ID), sheets.key("seal"))
    forget_if(keys.seal(ID), sheets.keys()["a"])
    assert keys.seals() == (ID,), "another key than the one that was named"


def test_nobody_else_looks_in(keys: KeyStore) -> None:
    """A key that was kept here is for its owner alone, and so is the place."""
    keys.owner().write(b"-----BEGIN PRIVATE KEY-----")
    assert not keys.owner().is_open_to_others()
    keys.close_to_others()
    assert not keys.is_open_to_others()
