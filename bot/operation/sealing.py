"""Encrypt a backup with a key that a person can keep, and open it again.

A sealed file is: MAGIC, 16 bytes of salt, 16 of key check, 12 of nonce, then AES-256-GCM over the rest, with all
before it authenticated. The key and the key check are made from KRATOM_BACKUP_KEY by scrypt and HKDF, so that a wrong
key and a damaged file can be told apart; neither says anything about the other.
"""

import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from bot.operation.errors import BackupDamagedError, BackupKeyError

MAGIC = b"KRATOM-BACKUP-1\n"
MIN_KEY_CHARS = 16
_SALT = 16
_CHECK = 16
_NONCE = 12
_HEADER = len(MAGIC) + _SALT + _CHECK + _NONCE
_TAG = 16
# 32 MB and some tenths of a second for each guess, as https://www.rfc-editor.org/rfc/rfc7914 advises for files.
_COST, _BLOCK, _LANES = 2**15, 8, 1


def seal(data: bytes, key: str) -> bytes:
    """Return the data encrypted.

    Raises:
        BackupKeyError: the key is too short to protect anything.
    """
    if len(key) < MIN_KEY_CHARS:
        raise BackupKeyError(
            f"KRATOM_BACKUP_KEY has fewer than {MIN_KEY_CHARS} characters; make one with: openssl rand -base64 32"
        )
    salt = secrets.token_bytes(_SALT)
    cipher_key, check = _derive(key, salt)
    header = MAGIC + salt + check + secrets.token_bytes(_NONCE)
    return header + AESGCM(cipher_key).encrypt(header[-_NONCE:], data, header)


def is_sealed(data: bytes) -> bool:
    """Tell whether a file is encrypted."""
    return data.startswith(MAGIC)


def unseal(data: bytes, key: str | None) -> bytes:
    """Return what was encrypted, whole and unchanged.

    Raises:
        BackupKeyError: there is no key, or another one.
        BackupDamagedError: the file was cut or changed.
    """
    if not key:
        raise BackupKeyError(
            "this backup is encrypted; set KRATOM_BACKUP_KEY to the key it was made with. Nothing was changed"
        )
    if len(data) < _HEADER + _TAG:
        raise BackupDamagedError("it is cut")
    header = data[:_HEADER]
    salt = header[len(MAGIC) : len(MAGIC) + _SALT]
    cipher_key, check = _derive(key, salt)
    if not hmac.compare_digest(check, header[len(MAGIC) + _SALT : -_NONCE]):
        raise BackupKeyError(
            "KRATOM_BACKUP_KEY is not the key that this backup was made with (or its first bytes were changed); "
            "nothing was changed. Set the key of that time and run this again"
        )
    try:
        return AESGCM(cipher_key).decrypt(header[-_NONCE:], data[_HEADER:], header)
    except InvalidTag as error:
        raise BackupDamagedError("it is cut, or was changed") from error


def _derive(key: str, salt: bytes) -> tuple[bytes, bytes]:
    master = Scrypt(salt=salt, length=32, n=_COST, r=_BLOCK, p=_LANES).derive(key.encode())
    cipher_key = HKDFExpand(SHA256(), 32, b"kratom backup: key").derive(master)
    return cipher_key, HKDFExpand(SHA256(), _CHECK, b"kratom backup: key check").derive(master)
