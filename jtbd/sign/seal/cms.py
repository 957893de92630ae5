"""The CMS signature of a seal (RFC 5652, ETSI EN 319 142-1), in one writing only.

CMS has room for much that no signature covers: algorithms by other names, certificates that nobody uses, attributes
beside the signed ones, more signers. So a seal's CMS is not judged part by part. It is written anew from the three
things in it that are free, the certificate, the digest and the signature, and must be the same bytes. And what looks
free in the certificate is not: its hash is among what is signed.
"""

from __future__ import annotations

import hashlib
from typing import Final

from asn1crypto import cms, tsp, x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from jtbd.errors import InvalidSheet
from jtbd.i18n import say
from jtbd.sign.token.jwk import PublicKey, thumbprint
from jtbd.sign.token.jws import ORDER

_SHA_256: Final = {"algorithm": "sha256"}


def check_cms(contents: bytes, digest: bytes, expected_thumbprint: str) -> None:
    """Check that a seal signs a digest with the key of a thumbprint, and is nothing else.

    Args:
        contents: the CMS signature with the zeros after it.
        digest: SHA-256 of what it must sign.
        expected_thumbprint: of the only key that may have made it.

    Raises:
        InvalidSheet: rule `seal`. Whatever cannot even be read may raise anything.

    """
    if digest not in contents:  # soon found, and by far the most common reason
        raise InvalidSheet("seal", say("the seal does not fit the file: something in it was changed"))
    signed = cms.ContentInfo.load(contents)["content"]
    certificate = signed["certificates"][0].chosen
    signature = signed["signer_infos"][0]["signature"].native
    key = _key(certificate)
    if thumbprint(key) != expected_thumbprint:
        raise InvalidSheet(
            "seal",
            say(
                "the PDF was sealed with the key {found}, the sheet names {expected}",
                found=thumbprint(key),
                expected=expected_thumbprint,
            ),
        )
    attributes = _signed_attributes(certificate, digest)
    _check_signature(key, signature, attributes.dump())
    if contents != _written(certificate, attributes, signature).dump().ljust(len(contents), b"\0"):
        raise InvalidSheet("seal", say("the seal is not written in the one form that a seal has"))


def _key(certificate: x509.Certificate) -> PublicKey:
    key = load_der_public_key(certificate.public_key.dump())
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise InvalidSheet("seal", say("the seal was not made with a P-256 key"))
    return key


def _check_signature(key: PublicKey, signature: bytes, signed: bytes) -> None:
    r, s = decode_dss_signature(signature)
    if s > ORDER // 2 or encode_dss_signature(r, s) != signature:
        raise InvalidSheet("seal", say("the seal's signature is not written in the one form that it has"))
    try:
        key.verify(signature, signed, ec.ECDSA(SHA256()))
    except InvalidSignature as error:
        raise InvalidSheet("seal", say("the seal was not made by the key in it")) from error


def _signed_attributes(certificate: x509.Certificate, digest: bytes) -> cms.CMSAttributes:
    """Return what a seal signs: the digest, and which certificate it goes by (RFC 5035)."""
    issuer = {
        "issuer": [x509.GeneralName("directory_name", certificate.issuer)],
        "serial_number": certificate.serial_number,
    }
    by = {"cert_hash": hashlib.sha256(certificate.dump()).digest(), "issuer_serial": issuer}
    values = {
        "content_type": "data",
        "message_digest": digest,
        "signing_certificate_v2": tsp.SigningCertificateV2({"certs": [by]}),
    }
    return cms.CMSAttributes([cms.CMSAttribute({"type": name, "values": [value]}) for name, value in values.items()])


def _written(certificate: x509.Certificate, attributes: cms.CMSAttributes, signature: bytes) -> cms.ContentInfo:
    sid = {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
    signer = {
        "version": "v1",
        "sid": cms.SignerIdentifier("issuer_and_serial_number", cms.IssuerAndSerialNumber(sid)),
        "digest_algorithm": _SHA_256,
        "signed_attrs": attributes,
        "signature_algorithm": {"algorithm": "sha256_ecdsa"},
        "signature": signature,
    }
    signed = {
        "version": "v1",
        "digest_algorithms": [_SHA_256],
        "encap_content_info": {"content_type": "data"},
        "certificates": [cms.CertificateChoices("certificate", certificate)],
        "signer_infos": [signer],
    }
    return cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(signed)})
