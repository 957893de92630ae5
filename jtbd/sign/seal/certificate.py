"""The certificate of a sealing key: it signs itself, says what the key is for, and is the same whenever it is made.

What counts is that the key has the thumbprint that both parties signed; the certificate is there because a CMS
signature has to carry one. It vouches for nobody, and its time is the widest there is: no laptop's clock matters.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from jtbd.sign.token.jwk import PrivateKey, thumbprint

_FROM: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_FOREVER: Final = dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=dt.UTC)  # RFC 5280 section 4.1.2.5: no known end
_USAGE: Final = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)


def certificate(key: PrivateKey) -> bytes:
    """Return the certificate of a sealing key as DER; its name ends with the key's thumbprint, to be read by people."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Common Job seal {thumbprint(key.public_key())}")])
    builder = (
        x509.CertificateBuilder(issuer_name=name, subject_name=name, public_key=key.public_key())
        .serial_number(1)  # the only one of its issuer
        .not_valid_before(_FROM)
        .not_valid_after(_FOREVER)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_USAGE, critical=True)
    )
    return builder.sign(key, SHA256(), ecdsa_deterministic=True).public_bytes(Encoding.DER)
