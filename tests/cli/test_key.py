"""`jtbd key`: the long-term key."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from jtbd.store.codec import canvas_to_text
from tests.support.builders import ready_canvas
from tests.support.commands import Laptop

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop that nobody has used yet."""
    return Laptop(tmp_path)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# ── making one ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_new_key(laptop: Laptop) -> None:
    """`key new` writes an encrypted PKCS#8 PEM and prints its path and its thumbprint."""
    answer = laptop.run("key", "new")
    path, thumbprint = answer.out.splitlines()
    assert (answer.code, answer.err, Path(path)) == (0, "", laptop.config / "key.pem")
    assert Path(path).read_text(encoding="ascii").startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
    assert thumbprint.startswith("thumbprint ")


@POSIX
def test_nobody_else_sees_it(laptop: Laptop) -> None:
    """The key has mode 600 in a folder of mode 700, also one that was there and open before; the others stay open."""
    laptop.config.mkdir(mode=0o755)
    assert laptop.run("key", "new").err == ""
    assert (_mode(laptop.config / "key.pem"), _mode(laptop.config)) == (0o600, 0o700)
    (laptop.folder / "keys").mkdir(mode=0o755)
    laptop.run("key", "new", "--out", "keys/ana.pem")
    assert (_mode(laptop.folder / "keys/ana.pem"), _mode(laptop.folder / "keys")) == (0o600, 0o755)


@POSIX
def test_folders_made_on_the_way_are_closed_too(laptop: Laptop) -> None:
    """Where the config folder lies deep, all that is made for it is its owner's alone."""
    deep = laptop.folder / "deep" / "er" / "config"
    laptop.run("key", "new", JTBD_CONFIG=str(deep))
    assert [_mode(folder) for folder in (deep, *deep.parents[:2])] == [0o700] * 3


def test_twice(laptop: Laptop) -> None:
    """A key is never overwritten: the second `key new` ends with 2 before it asks for a passphrase."""
    laptop.run("key", "new")
    before = (laptop.config / "key.pem").read_bytes()
    answer = laptop.run("key", "new", JTBD_PASSPHRASE=None)
    assert answer == (
        2,
        "",
        (
            f"jtbd: {laptop.config / 'key.pem'} is already there\n"
            "A key is never overwritten: name another file, or move this one away.\n"
        ),
    )
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


@pytest.mark.parametrize(
    "name", ["canvases/ana.pem", "canvases/deep/ana.pem", "elsewhere/../canvases/a.pem", "one/a.pem", "one/deep/a.pem"]
)
def test_never_among_the_canvases(laptop: Laptop, name: str) -> None:
    """No key goes into the folder of canvases or into a canvas's own, however it is spelt; it says why."""
    laptop.write("one/canvas.yaml", canvas_to_text(ready_canvas()))
    answer = laptop.run("key", "new", "--out", name, JTBD_PASSPHRASE=None)
    assert answer == (
        2,
        "",
        (
            f"jtbd: {Path(name)} is among the canvases, which are shared, synced and backed up: a key would go along\n"
            "Name a place outside that folder, or leave --out out to have the key in your config folder.\n"
        ),
    )
    assert list(laptop.folder.rglob("*.pem")) == []


def test_the_config_folder_is_not_among_the_canvases_either(laptop: Laptop) -> None:
    """A config folder inside the folder of canvases gets no key; --canvases counts as it does everywhere."""
    inside = str(laptop.canvases / "config")
    assert "among the canvases" in laptop.run("key", "new", JTBD_CONFIG=inside).err
    assert "among the canvases" in laptop.run("--canvases", "here", "key", "new", "--out", "here/ana.pem").err
    assert list(laptop.folder.rglob("*.pem")) == []


# ── its passphrase ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("passphrase", "said"),
    [
        (None, "a new key needs a passphrase\nType it when asked, or set JTBD_PASSPHRASE.\n"),
        ("", "the passphrase is empty\nChoose one of a few words, and keep it to yourself.\n"),
        ("  ", "the passphrase is empty\nChoose one of a few words, and keep it to yourself.\n"),
    ],
)
def test_no_key_without_a_passphrase(laptop: Laptop, passphrase: str | None, said: str) -> None:
    """With nobody at the terminal and no passphrase in the environment, or a blank one, there is no key."""
    assert laptop.run("key", "new", JTBD_PASSPHRASE=passphrase) == (2, "", f"jtbd: {said}")
    assert not laptop.config.exists()


@pytest.mark.parametrize(("passphrase", "short"), [("coffee", True), ("7 chars", True), ("8 charac", False)])
def test_a_short_passphrase(laptop: Laptop, passphrase: str, short: bool) -> None:
    """A passphrase under eight characters is taken, and said to be short; nothing more is asked of it."""
    answer = laptop.run("key", "new", JTBD_PASSPHRASE=passphrase)
    said = "jtbd: a passphrase under 8 characters is soon guessed: a few words are better\n"
    assert (answer.code, answer.err) == (0, said if short else "")


# ── showing it ────────────────────────────────────────────────────────────────────────────────────────────────────────


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


@POSIX
def test_show_says_who_else_can_look(laptop: Laptop) -> None:
    """A key that others on the machine can read, or its folder, is named with what to do."""
    laptop.run("key", "new")
    key = laptop.config / "key.pem"
    key.chmod(0o640)
    laptop.config.chmod(0o755)
    answer = laptop.run("key", "show")
    assert (answer.code, answer.err) == (
        0,
        (
            f"jtbd: others on this machine can read {key}: chmod 600 {key}\n"
            f"jtbd: others on this machine can look into {laptop.config}: chmod 700 {laptop.config}\n"
        ),
    )


def test_show_without_a_key(laptop: Laptop) -> None:
    """Where there is no key yet, it says how to make one."""
    assert laptop.run("key", "show") == (
        2,
        "",
        f"jtbd: there is no key at {laptop.config / 'key.pem'}\nMake one with 'jtbd key new', or name another file.\n",
    )


def test_key_alone_is_bad_usage(laptop: Laptop) -> None:
    """`jtbd key` alone says what can be done with keys, and ends with 2."""
    answer = laptop.run("key")
    assert (answer.code, answer.out) == (2, "")
    assert "new|show" in answer.err
