"""What pyHanko does for a seal: it makes the CMS signature, and gives a second opinion on a sealed PDF.

Importing it takes as long as printing a sheet, so import this module only where a PDF is sealed or checked.
"""

from __future__ import annotations

import io
from typing import Final

from asn1crypto import algos, x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from jtbd.i18n import say_count
from jtbd.sign.apart import run_apart
from jtbd.sign.seal.certificate import certificate
from jtbd.sign.token.jwk import PrivateKey
from jtbd.sign.token.jws import ORDER

_DIGEST: Final = "sha256"


def sign_digest(digest: bytes, key: PrivateKey) -> bytes:
    """Return a detached PAdES signature over a SHA-256 digest as DER; the same arguments give the same bytes."""
    signed: bytes = run_apart(_SealSigner(key).async_sign(digest, _DIGEST, use_pades=True)).dump()
    return signed


def objection(pdf: bytes) -> str:
    """Return why pyHanko does not take a PDF for certified and unchanged; empty where it does.

    Nothing is fetched, and the signature's own certificate is trusted: whose key it is, the caller has checked.
    """
    signatures = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    if len(signatures) != 1:
        return say_count("it has {number} signature", "it has {number} signatures", len(signatures))
    (signature,) = signatures
    context = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
    status: PdfSignatureStatus = run_apart(async_validate_pdf_signature(signature, signer_validation_context=context))
    if not status.bottom_line or status.coverage is not SignatureCoverageLevel.ENTIRE_FILE:
        return status.summary()
    return ""


class _SealSigner(Signer):
    """Signs with ES256 as the parties do: deterministic (RFC 6979), and s at most n/2."""

    def __init__(self, key: PrivateKey) -> None:
        super().__init__(
            signing_cert=x509.Certificate.load(certificate(key)),
            signature_mechanism=algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}),
        )
        self._key = key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: ARG002 - pyHanko's interface
        der = self._key.sign(data, ec.ECDSA(SHA256(), deterministic_signing=True))
        r, s = decode_dss_signature(der)
        return encode_dss_signature(r, min(s, ORDER - s))
