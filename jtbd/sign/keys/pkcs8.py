"""A private key encrypted with a passphrase (PKCS#8, RFC 5958; PBES2, RFC 8018), with as many rounds as 2026 asks for.

`cryptography` leaves the number to OpenSSL, which takes 2,048: whoever gets hold of the file tries many thousand
passphrases a second on one graphics card. Every reader of PKCS#8 opens what is written here, with any number of rounds.
"""

from __future__ import annotations

import secrets
from typing import Final

from asn1crypto import algos, keys, pem
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.padding import PKCS7

ROUNDS: Final = 210_000
"""OWASP's Password Storage Cheat Sheet for PBKDF2 with HMAC-SHA-512; a fifth of a second on a slow laptop."""

_KEY_BYTES: Final = 32
_SALT_BYTES: Final = 16


def encrypted(der: bytes, passphrase: str) -> bytes:
    """Return a private key, given as the DER of PKCS#8, encrypted with AES-256 as PEM."""
    salt, start = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(AES.block_size // 8)
    key = PBKDF2HMAC(SHA512(), _KEY_BYTES, salt, ROUNDS).derive(passphrase.encode())
    padder, encryptor = PKCS7(AES.block_size).padder(), Cipher(AES(key), CBC(start)).encryptor()
    data = encryptor.update(padder.update(der) + padder.finalize()) + encryptor.finalize()
    rounds = {"salt": algos.Pbkdf2Salt("specified", salt), "iteration_count": ROUNDS, "prf": {"algorithm": "sha512"}}
    how = {
        "key_derivation_func": {"algorithm": "pbkdf2", "parameters": rounds},
        "encryption_scheme": {"algorithm": "aes256_cbc", "parameters": start},
    }
    info = {"encryption_algorithm": {"algorithm": "pbes2", "parameters": how}, "encrypted_data": data}
    armored: bytes = pem.armor("ENCRYPTED PRIVATE KEY", keys.EncryptedPrivateKeyInfo(info).dump())
    return armored
