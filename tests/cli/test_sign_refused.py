"""`jtbd sign` where it comes to nothing, each time in words of its own; and `--decline`."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from jtbd.sign.sheet.content import read_sheet
from tests.support.commands import EXAMPLE, Laptop, owner

KIND = "a key of the kind {}; sheets are signed with P-256 keys"


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop with a long-term key."""
    return owner(tmp_path)


@pytest.fixture
def draft(laptop: Laptop) -> Path:
    """A fresh draft on that laptop."""
    return laptop.folder / laptop.run("sheet", EXAMPLE, "--out", "signed").out.strip()


# ── what does not sign ────────────────────────────────────────────────────────────────────────────────────────────────


def _refused(laptop: Laptop, draft: Path, *words: str | Path, said: str, **settings: str | None) -> None:
    """Check that a signature, and a refusal, come to nothing: exit 2, exactly these words, and the draft as it was."""
    before = draft.read_bytes()
    for more in ((), ("--decline", "too early")):
        answer = laptop.run("sign", draft, *words, *more, **settings)
        heard = answer.err[answer.err.index("jtbd: ") :]
        assert (answer.code, answer.out, heard) == (2, "", f"jtbd: {said}\n")
    assert draft.read_bytes() == before


def _named(draft: Path, party: str) -> str:
    """Return the thumbprint of the key that a sheet names for a party."""
    return read_sheet(draft.read_bytes()).commitment.party("a" if party == "a" else "b").key


def test_a_locked_key_and_nobody_there(laptop: Laptop, draft: Path) -> None:
    """Without the passphrase of a locked key nothing is signed."""
    said = f"{laptop.config / 'key.pem'} is encrypted: its passphrase is needed\n"
    for passphrase in (None, ""):
        said_then = f"{said}Type it when asked, or set JTBD_PASSPHRASE."
        _refused(laptop, draft, "--party", "a", said=said_then, JTBD_PASSPHRASE=passphrase)


def test_a_wrong_passphrase(laptop: Laptop, draft: Path) -> None:
    """A passphrase that does not open the key signs nothing."""
    said = (
        f"the passphrase does not open {laptop.config / 'key.pem'}\n"
        "Try again; a forgotten passphrase cannot be recovered."
    )
    _refused(laptop, draft, "--party", "a", said=said, JTBD_PASSPHRASE="wrong")


def test_a_key_that_is_not_there(laptop: Laptop, draft: Path) -> None:
    """A key that was named and is missing is called missing."""
    said = "there is no key at missing.pem\nMake one with 'jtbd key new', or name another file."
    _refused(laptop, draft, "--party", "a", "--key", "missing.pem", said=said)


def test_a_key_that_is_on_another_machine(laptop: Laptop, draft: Path, tmp_path: Path) -> None:
    """Where no key was named and none is here, it says which key the sheet names, and does not send to make another."""
    other = Laptop(tmp_path / "other")
    taken = other.write("draft-1.yaml", draft.read_bytes())
    for party in "ab":
        said = (
            f"party {party}'s key is not here: the sheet names {_named(draft, party)}, "
            f"and there is no key at {other.config / 'key.pem'}\n"
            "Sign where that key is, or name its file with --key."
        )
        _refused(other, taken, "--party", party, said=said)
    assert laptop.run("sign", draft, "--party", "b").code == 0, "here it is"


def test_a_foreign_key(laptop: Laptop, draft: Path) -> None:
    """A key that the sheet does not name for this party signs nothing, asks for no passphrase, and is still there."""
    found = laptop.run("key", "new", "--out", "guest/foreign.pem").out.split()[-1]
    for party in "ab":
        said = (
            f"{Path('guest/foreign.pem')} is not party {party}'s: "
            f"the sheet names {_named(draft, party)}, this key is {found}\n"
            "Sign with the key that was given when the sheet was frozen, or freeze a new sheet with this one."
        )
        words = ("--party", party, "--key", "guest/foreign.pem")
        _refused(laptop, draft, *words, said=said, JTBD_PASSPHRASE=None)
    (laptop.folder / "guest/foreign.pub.pem").unlink()
    answer = laptop.run("sign", draft, "--party", "b", "--key", "guest/foreign.pem")
    assert (answer.code, "is not party b's" in answer.err) == (2, True), "without its public half, once it is open"
    assert (laptop.folder / "guest/foreign.pem").exists()


def test_a_public_key(laptop: Laptop, draft: Path) -> None:
    """To sign, the private key is needed."""
    key = laptop.config / "key.pub.pem"
    said = (
        f"{key}: a public key; to sign, the private one is needed\nName the private key that it is the public half of."
    )
    _refused(laptop, draft, "--party", "a", "--key", key, said=said)


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (("genpkey", "-algorithm", "ed25519"), KIND.format("Ed25519")),
        (
            ("genpkey", "-algorithm", "rsa", "-pkeyopt", "rsa_keygen_bits:1024"),
            KIND.format("RSA"),
        ),
        (
            ("ecparam", "-genkey", "-name", "secp384r1"),
            KIND.format("secp384r1"),
        ),
        (("rand", "-base64", "64"), "not a PEM key"),
    ],
)
def test_a_key_of_another_kind(laptop: Laptop, draft: Path, make: tuple[str, ...], kind: str) -> None:
    """A key of another kind, as OpenSSL makes it, and a file that is none, are called so."""
    if not shutil.which("openssl"):
        pytest.skip("there is no openssl here")
    made = subprocess.run(["openssl", *make], capture_output=True, check=True).stdout
    laptop.write("other.pem", made)
    said = f"other.pem: {kind}\nMake a key with 'jtbd key new', or name another file."
    _refused(laptop, draft, "--party", "a", "--key", "other.pem", said=said)


def test_a_p256_key_from_openssl_signs(laptop: Laptop) -> None:
    """A P-256 key that OpenSSL made signs like any."""
    if not shutil.which("openssl"):
        pytest.skip("there is no openssl here")
    make = ["openssl", "ecparam", "-genkey", "-name", "prime256v1"]
    laptop.write("bea.pem", subprocess.run(make, capture_output=True, check=True).stdout)
    draft = laptop.run("sheet", EXAMPLE, "--out", "x", "--key-b", "bea.pem").out.strip()
    answer = laptop.run("sign", draft, "--party", "b", "--key", "bea.pem")
    assert (answer.code, answer.out) == (0, f"{draft}\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_key_that_others_can_read(laptop: Laptop, draft: Path) -> None:
    """A key that others on the machine can read signs, and its owner is told."""
    key = laptop.config / "key.pem"
    key.chmod(0o644)
    answer = laptop.run("sign", draft, "--party", "a")
    assert (answer.code, answer.err.splitlines()[-1]) == (
        0,
        f"jtbd: others on this machine can read {key}: chmod 600 {key}",
    )


def test_twice(laptop: Laptop, draft: Path) -> None:
    """Who has signed cannot sign again, nor decline any more."""
    laptop.run("sign", draft, "--party", "a")
    said = "party a has already signed this sheet\nNothing more to do for this party."
    _refused(laptop, draft, "--party", "a", said=said)


# ── declining ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_declining(laptop: Laptop, draft: Path) -> None:
    """`--decline` prints the sentence it signs and the path; the sheet says why and who fits better: declined."""
    sheet = read_sheet(draft.read_bytes())
    words = ("--decline", "We are booked until May.", "--suggests", "Copper Fox")
    assert laptop.run("sign", draft, "--party", "b", *words) == (
        0,
        f"{draft}\n",
        (
            f"I, Bea Lund, for Northline Cabling, have read commitment sheet {sheet.commitment.id} "
            f"({sheet.content_hash}) and decline it. Nobody owes anybody anything from it.\n"
        ),
    )
    answer = laptop.run("verify", draft)
    assert answer.code == 1
    assert answer.out.startswith(
        "declined: Bea Lund (Northline Cabling) declined: “We are booked until May.”. "
        "Who fits better, they say: Copper Fox."
    )
    assert [path.name for path in draft.parent.iterdir()] == ["draft-1.yaml"], "its sealing key is gone"
    assert list((laptop.config / "guest").iterdir()) == []


def test_after_declining(laptop: Laptop, draft: Path) -> None:
    """What was declined is neither signed nor declined by anybody any more; both are told who did it."""
    laptop.run("sign", draft, "--party", "a")
    assert laptop.run("sign", draft, "--party", "b", "--decline", "no").code == 0
    for party in "ab":
        said = (
            "party b has declined this sheet, so it cannot be signed any more\n"
            "Change the canvas and freeze a new sheet."
        )
        _refused(laptop, draft, "--party", party, said=said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--decline", " "), "the reason is blank\nSay why in a few words; the other one will read it.\n"),
        (
            ("--suggests", "Copper Fox"),
            "--suggests goes with --decline\nTo decline, say why: --decline REASON.\n",
        ),
        (
            ("--decline", "no", "--consent", "I agree"),
            "--consent and --mark are for signing, not for declining\nLeave them out, or --decline.\n",
        ),
        (
            ("--decline", "no", "--mark", "mark.svg"),
            "--consent and --mark are for signing, not for declining\nLeave them out, or --decline.\n",
        ),
    ],
)
def test_what_does_not_go_together(laptop: Laptop, draft: Path, words: tuple[str, ...], said: str) -> None:
    """A blank reason, a suggestion without refusing, and consent or mark with a refusal are bad usage."""
    before = draft.read_bytes()
    assert laptop.run("sign", draft, "--party", "b", *words) == (2, "", f"jtbd: {said}")
    assert draft.read_bytes() == before
