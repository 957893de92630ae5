"""The public key of a guest who signs on a machine of their own, as it is handed over: a file or a pasted text."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from jtbd.errors import UnusableKey
from jtbd.i18n import say
from jtbd.sign.token.jwk import PublicKey, thumbprint
from jtbd.store.protocol.keys import LARGEST_PEM
from jtbd.usecases.home import Home
from jtbd.usecases.keys.opening import open_public


@dataclass(frozen=True, slots=True)
class GuestKey:
    """A guest's own public key, and the thumbprint that the sheet names it by."""

    key: PublicKey
    thumbprint: str


def guest_key(home: Home, pem: bytes) -> GuestKey:
    """Return the public key in a PEM text.

    Raises:
        UnusableKey: it is a private key, which nobody hands over; it is no P-256 key; or it is this laptop's own.

    """
    if len(pem) > LARGEST_PEM:
        raise UnusableKey("", say("what was given: too large for a key"))
    if b"PRIVATE KEY-----" in pem:
        raise UnusableKey(
            "", say("what was given: a private key, which should never leave its owner's machine; give the public half")
        )
    try:
        key = load_pem_public_key(pem.strip())
    except (ValueError, UnsupportedAlgorithm) as error:
        raise UnusableKey(
            "", say("what was given: not a public key in PEM; it begins with {line}", line="-----BEGIN PUBLIC KEY-----")
        ) from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise UnusableKey("", say("what was given: a key of another kind; sheets are signed with P-256 keys"))
    found, own = GuestKey(key, thumbprint(key)), home.keys.owner()
    if own.is_there() and found.thumbprint == thumbprint(open_public(own)):
        raise UnusableKey("", say("what was given: this laptop's own key, and each party needs one of its own"))
    return found
