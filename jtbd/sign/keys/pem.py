"""Keys that sign, P-256, as PEM texts: PKCS#8, locked with a passphrase or not; where they are kept is not known."""

from __future__ import annotations

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from jtbd.errors import PassphraseNeeded, UnusableKey, UsageError, WrongPassphrase
from jtbd.i18n import say
from jtbd.sign.token.jwk import PrivateKey, PublicKey


def new_key() -> PrivateKey:
    """Return a fresh P-256 key."""
    return ec.generate_private_key(ec.SECP256R1())


def private_pem(key: PrivateKey, passphrase: str | None = None) -> bytes:
    """Return a private key as text, locked if there is a passphrase.

    Raises:
        UsageError: the passphrase is empty.

    """
    if passphrase == "":
        raise UsageError(say("a passphrase cannot be empty"))
    if passphrase is None:
        return _plain(key)
    from jtbd.sign.keys.pkcs8 import encrypted  # noqa: PLC0415 - needed once, when a key is made

    return encrypted(_plain(key, serialization.Encoding.DER), passphrase)


def public_pem(key: PublicKey) -> bytes:
    """Return a public key as text."""
    return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def is_locked(pem: bytes) -> bool:
    """Say whether a private key asks for a passphrase."""
    return b"ENCRYPTED" in pem


def is_private(pem: bytes) -> bool:
    """Say whether a text holds a private key."""
    return b"PRIVATE KEY-----" in pem


def read_private(pem: bytes, place: str, passphrase: str | None = None) -> PrivateKey:
    """Return the private key in a PEM text; a passphrase for one that has none is ignored.

    Args:
        pem: the text.
        place: where it is from, for whoever has to be told.
        passphrase: opens it, if it is locked.

    Raises:
        PassphraseNeeded: it is encrypted and no passphrase was given.
        WrongPassphrase: the passphrase does not open it.
        UnusableKey: it is not a private P-256 key.

    """
    locked = is_locked(pem)
    _refuse_other_forms(pem, place)
    if locked and not passphrase:
        raise PassphraseNeeded(place)
    try:
        key = serialization.load_pem_private_key(pem, passphrase.encode() if locked and passphrase else None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        if locked:
            raise WrongPassphrase(place) from error
        raise UnusableKey(place, say("a private key that cannot be read")) from error
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise UnusableKey(place, _other_kind(key))
    return key


def read_public(pem: bytes, place: str, passphrase: str | None = None) -> PublicKey:
    """Return the public key in the PEM text of a public or private one; for the rest see `read_private`.

    Raises:
        PassphraseNeeded, WrongPassphrase: it is a private one, and locked.
        UnusableKey: it is not a P-256 key.

    """
    if is_private(pem):
        return read_private(pem, place, passphrase).public_key()
    try:
        key = serialization.load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise UnusableKey(place, say("not a PEM key")) from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise UnusableKey(place, _other_kind(key))
    return key


def _plain(key: PrivateKey, encoding: serialization.Encoding = serialization.Encoding.PEM) -> bytes:
    return key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


def _refuse_other_forms(pem: bytes, place: str) -> None:
    if b"PUBLIC KEY-----" in pem:
        remedy = say("Name the private key that it is the public half of.")
        raise UnusableKey(place, say("a public key; to sign, the private one is needed"), remedy)
    if b"OPENSSH PRIVATE KEY-----" in pem:
        raise UnusableKey(place, say("a key in OpenSSH's form; a PEM key of PKCS#8 is needed"))
    if not is_private(pem):
        raise UnusableKey(place, say("not a PEM key"))


def _other_kind(key: object) -> str:
    curve = getattr(key, "curve", None)
    kind = curve.name if isinstance(curve, ec.EllipticCurve) else type(key).__name__.removesuffix("Key")
    kind = kind.removesuffix("Private").removesuffix("Public")
    return say("a key of the kind {kind}; sheets are signed with P-256 keys", kind=kind)
