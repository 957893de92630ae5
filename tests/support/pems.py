"""Public keys as texts, as a guest hands them over."""

from __future__ import annotations

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from tests.support import sheets


def public_pem(who: str = "b") -> bytes:
    """Return the public key of that name as PEM."""
    return sheets.key(who).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def private_pem(who: str = "b") -> bytes:
    """Return the private key of that name as PEM, in the clear."""
    return sheets.key(who).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
