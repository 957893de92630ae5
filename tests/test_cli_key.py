"""`jtbd key`: the long-term key."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from commands import Laptop


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop that nobody has used yet."""
    return Laptop(tmp_path)


def test_a_new_key(laptop: Laptop) -> None:
    """`key new` writes an encrypted PKCS#8 PEM that only its owner can read, and prints its path and its thumbprint."""
    answer = laptop.run("key", "new")
    path, thumbprint = answer.out.splitlines()
    assert (answer.code, answer.err, Path(path)) == (0, "", laptop.config / "key.pem")
    assert Path(path).read_text(encoding="ascii").startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
    assert thumbprint.startswith("thumbprint ")
    if os.name != "nt":
        assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600


def test_twice(laptop: Laptop) -> None:
    """A key is never overwritten: the second `key new` ends with 2 before it asks for a passphrase."""
    laptop.run("key", "new")
    before = (laptop.config / "key.pem").read_bytes()
    answer = laptop.run("key", "new", JTBD_PASSPHRASE=None)
    assert (answer.code, answer.out) == (2, "")
    assert "never overwritten" in answer.err
    assert (laptop.config / "key.pem").read_bytes() == before


def test_elsewhere(laptop: Laptop) -> None:
    """`--out` says where, the folders on the way are made, and the long-term key is not touched."""
    answer = laptop.run("key", "new", "--out", "keys/ana.pem")
    assert answer.out.splitlines()[0] == str(Path("keys/ana.pem"))
    assert (laptop.folder / "keys/ana.pub.pem").exists()
    assert not laptop.config.exists()


@pytest.mark.parametrize("name", ["", ".", "taken", "taken/key.pem", "public.pem"])
def test_where_no_key_can_go(laptop: Laptop, name: str) -> None:
    """A folder, a file, a place under a file, or a public half that is left there: exit 2, and no half of a key."""
    laptop.write("taken", "")
    laptop.write("public.pub.pem", "")
    before = sorted(laptop.folder.iterdir())
    assert laptop.run("key", "new", "--out", name).code == 2
    assert sorted(laptop.folder.iterdir()) == before


@pytest.mark.parametrize("passphrase", [None, ""])
def test_no_key_without_a_passphrase(laptop: Laptop, passphrase: str | None) -> None:
    """With nobody at the terminal and no passphrase in the environment there is no key."""
    answer = laptop.run("key", "new", JTBD_PASSPHRASE=passphrase)
    assert (answer.code, answer.out) == (2, "")
    assert "JTBD_PASSPHRASE" in answer.err
    assert not laptop.config.exists()


def test_show(laptop: Laptop) -> None:
    """`key show` prints the path, the thumbprint and the public half without asking for the passphrase."""
    made = laptop.run("key", "new").out
    answer = laptop.run("key", "show", JTBD_PASSPHRASE=None)
    assert answer.out == made + (laptop.config / "key.pub.pem").read_text(encoding="ascii")


def test_what_show_prints_is_a_public_key(laptop: Laptop) -> None:
    """The output of `key show`, kept as a file, is a public key that names the same key."""
    shown = laptop.run("key", "new").out.splitlines()[1]
    laptop.write("ana.pub.pem", laptop.run("key", "show").out)
    assert laptop.run("key", "show", "--key", "ana.pub.pem").out.splitlines()[1] == shown


def test_show_without_a_key(laptop: Laptop) -> None:
    """Where there is no key yet, it says how to make one."""
    answer = laptop.run("key", "show")
    assert answer.code == 2
    assert "jtbd key new" in answer.err


def test_key_alone_is_bad_usage(laptop: Laptop) -> None:
    """`jtbd key` alone says what can be done with keys, and ends with 2."""
    answer = laptop.run("key")
    assert (answer.code, answer.out) == (2, "")
    assert "new|show" in answer.err
