"""A guest's own public key, as it is handed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from jtbd.errors import UnusableKey
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.profile import ProfileFile
from jtbd.usecases.home import Home
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.keys.guestkey import guest_key
from tests.support import sheets
from tests.support.pems import private_pem, public_pem


@pytest.fixture
def library(tmp_path: Path) -> Home:
    """A library with an owner's key."""
    keys.save_private(KeyFolder(tmp_path).owner(), sheets.key("a"))
    return Home(
        FolderStore(tmp_path / "canvases", None, lambda: sheets.AT),
        KeyFolder(tmp_path),
        lambda: sheets.AT,
        tmp_path,
        ProfileFile(tmp_path),
    )


def test_a_public_key_is_known_by_its_thumbprint(library: Home) -> None:
    """The thumbprint is the one that a sheet would name."""
    assert guest_key(library, b"\n " + public_pem("b")).thumbprint == sheets.keys()["b"]


def _other_curve() -> bytes:
    key = ec.derive_private_key(7, ec.SECP384R1()).public_key()
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


@pytest.mark.parametrize(
    ("pem", "words"),
    [
        (private_pem("b"), "should never leave its owner's machine"),
        (b"hello", "not a public key in PEM"),
        (public_pem("b")[:80], "not a public key in PEM"),
        (b"x" * 70_000, "too large"),
        (_other_curve(), "of another kind"),
        (public_pem("a"), "this laptop's own key"),
    ],
)
def test_what_will_not_do_is_refused_in_words(pem: bytes, words: str, library: Home) -> None:
    """A private key, no key, another curve, or the host's own key: each has its own sentence."""
    with pytest.raises(UnusableKey, match=words):
        guest_key(library, pem)
