"""The key file: the key of the records, wrapped by the passphrase.

It is a file of its own (`records.kit.key`) and no header inside the records, because then a new passphrase
replaces one small file in one step and never touches the records; because SQLCipher's own file format stays
what its tools expect; and because a list of wraps has room for the organisation's recovery key without a new
version. Both files belong into every backup; each is useless without the other.

The file key is 256 random bits. Argon2id turns the passphrase into a second key, which wraps the first with
AES-256-GCM; everything else in the file is authenticated with it. The checksum is no secret and no protection:
it only tells a damaged key file from a wrong passphrase.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kit.domain.errors import DamagedStoreError, NewerStoreError, RuleError, StoreError, WrongPassphraseError

FORM = 1
"""Version of the key file."""

MIN_PASSPHRASE = 12
"""Characters a passphrase needs."""

MIN_DIFFERENT = 5
"""Different characters a passphrase needs."""

HINT = "Three words that do not belong together are easy to keep in mind."
KEY_DAMAGED = (
    "The key file beside the records is damaged, so the records stay closed. The records themselves are untouched. "
    "Ask whoever looks after this laptop to put back the key file from the last backup."
)
DOES_NOT_OPEN = (
    "That passphrase does not open the records. Nothing has been changed. "
    "Check Caps Lock and the keyboard language, then try again."
)
KEY_NEWER = (
    "A newer version of the kit wrote the key file. Nothing has been changed. "
    "Update the kit on this laptop, then try again."
)
NO_MEMORY = (
    "There is not enough free memory to open the records. Nothing has been changed. "
    "Close some other programs and try again."
)

_KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_LENGTHS = {"salt": _SALT_BYTES, "nonce": _NONCE_BYTES, "wrapped": _KEY_BYTES + 16}  # 16: the tag of GCM
_MOST_MEMORY_KIB = 4 * 1024 * 1024
_MOST_PASSES = 1000
_MOST_LANES = 64


@dataclass(frozen=True, slots=True)
class KeyCost:
    """How hard Argon2id makes guessing: memory in KiB, passes over it, lanes."""

    memory_kib: int
    passes: int
    lanes: int


STRONG = KeyCost(memory_kib=64 * 1024, passes=3, lanes=4)
"""The second recommended option of RFC 9106, section 4."""


@dataclass(frozen=True, slots=True)
class FileKey:
    """What opens the records: the key, and the salt that is the first 16 bytes of the records file."""

    secret: bytes = field(repr=False)
    salt: bytes


def new_key() -> FileKey:
    """A key nobody has seen."""
    return FileKey(secrets.token_bytes(_KEY_BYTES), secrets.token_bytes(_SALT_BYTES))


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too easy to guess. Raises RuleError."""
    text = unicodedata.normalize("NFC", passphrase)
    if len(text) < MIN_PASSPHRASE:
        message = f"A passphrase needs at least {MIN_PASSPHRASE} characters. {HINT}"
        raise RuleError(message, field="passphrase")
    if len(set(text)) < MIN_DIFFERENT:
        message = f"A passphrase needs at least {MIN_DIFFERENT} different characters."
        raise RuleError(message, field="passphrase")


def sealed(key: FileKey, passphrase: str, cost: KeyCost = STRONG) -> bytes:
    """The content of a new key file. Raises RuleError for a passphrase that is too easy."""
    check_passphrase(passphrase)
    paper = {"form": FORM, "records": key.salt.hex()}
    return _written({**paper, "wraps": [_wrap(paper, key, passphrase, cost)]})


def unsealed(content: bytes, passphrase: str) -> FileKey:
    """The key in a key file.

    Raises:
        WrongPassphraseError: the passphrase does not open it.
        DamagedStoreError: the key file is not what was written.
        NewerStoreError: a newer kit wrote it.
        StoreError: too little memory.
    """
    return _unwrap(_read(content), passphrase)


def resealed(content: bytes, old: str, new: str, cost: KeyCost = STRONG) -> bytes:
    """The key file for a new passphrase; the key, and every other wrap, stay as they were.

    Raises:
        RuleError: the new passphrase is too easy to guess.
        StoreError: as `unsealed`.
    """
    paper = _read(content)
    key = _unwrap(paper, old)
    check_passphrase(new)
    mine = _wrap({"form": paper["form"], "records": paper["records"]}, key, new, cost)
    wraps = [mine if wrap["by"] == "passphrase" else wrap for wrap in paper["wraps"]]
    changed = _written({**paper, "wraps": wraps})
    if unsealed(changed, new) != key:
        message = "the new wrap does not give the key back"
        raise RuntimeError(message)
    return changed


def _wrap(paper: dict[str, Any], key: FileKey, passphrase: str, cost: KeyCost) -> dict[str, Any]:
    wrap = {
        "by": "passphrase",
        "kdf": "argon2id",
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": secrets.token_bytes(_SALT_BYTES).hex(),
        "cipher": "aes-256-gcm",
        "nonce": secrets.token_bytes(_NONCE_BYTES).hex(),
    }
    around = AESGCM(_stretched(passphrase, bytes.fromhex(str(wrap["salt"])), cost))
    wrapped = around.encrypt(bytes.fromhex(str(wrap["nonce"])), key.secret, _bound(paper, wrap))
    return {**wrap, "wrapped": wrapped.hex()}


def _unwrap(paper: dict[str, Any], passphrase: str) -> FileKey:
    try:
        wrap = next(wrap for wrap in paper["wraps"] if wrap["by"] == "passphrase")
        cost = KeyCost(wrap["memory_kib"], wrap["passes"], wrap["lanes"])
        salt, nonce, wrapped = (_bytes(wrap[name], length) for name, length in _LENGTHS.items())
        records = _bytes(paper["records"], _SALT_BYTES)
        _check_bounds(cost)
    except (KeyError, StopIteration, TypeError, ValueError) as error:
        raise DamagedStoreError(KEY_DAMAGED) from error
    around = AESGCM(_stretched(passphrase, salt, cost))
    try:
        return FileKey(around.decrypt(nonce, wrapped, _bound(paper, wrap)), records)
    except InvalidTag as error:
        raise WrongPassphraseError(DOES_NOT_OPEN) from error


def _check_bounds(cost: KeyCost) -> None:
    """A key file must not make the kit ask for all memory there is."""
    most = ((cost.memory_kib, _MOST_MEMORY_KIB), (cost.passes, _MOST_PASSES), (cost.lanes, _MOST_LANES))
    if not all(type(value) is int and 0 < value <= limit for value, limit in most):
        message = f"{cost} is out of bounds"
        raise ValueError(message)


def _bytes(text: str, length: int) -> bytes:
    found = bytes.fromhex(text)
    if len(found) != length:
        message = f"{len(found)} bytes in place of {length}"
        raise ValueError(message)
    return found


def _stretched(passphrase: str, salt: bytes, cost: KeyCost) -> bytes:
    # The same passphrase typed on two keyboards may come composed or decomposed; NFC makes it one.
    text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return hash_secret_raw(
            text,
            salt,
            time_cost=cost.passes,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=_KEY_BYTES,
            type=Type.ID,
        )
    except (HashingError, MemoryError) as error:
        raise StoreError(NO_MEMORY) from error


def _bound(paper: dict[str, Any], wrap: dict[str, Any]) -> bytes:
    """What a wrap is bound to: the version, the records it opens, and its own parameters."""
    mine = {name: value for name, value in wrap.items() if name != "wrapped"}
    return _canonical({"form": paper["form"], "records": paper["records"], "wrap": mine})


def _canonical(paper: dict[str, Any]) -> bytes:
    return json.dumps(paper, sort_keys=True, separators=(",", ":")).encode("ascii")


def _written(paper: dict[str, Any]) -> bytes:
    content = {name: value for name, value in paper.items() if name != "check"}
    content["check"] = hashlib.sha256(_canonical(content)).hexdigest()
    return json.dumps(content, indent=1).encode("ascii") + b"\n"


def _read(content: bytes) -> dict[str, Any]:
    try:
        paper = json.loads(content)
        form, check = paper["form"], paper["check"]
        rest = {name: value for name, value in paper.items() if name != "check"}
        is_whole = check == hashlib.sha256(_canonical(rest)).hexdigest() and isinstance(form, int)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise DamagedStoreError(KEY_DAMAGED) from error
    if not is_whole:
        raise DamagedStoreError(KEY_DAMAGED)
    if form > FORM:
        raise NewerStoreError(KEY_NEWER)
    return dict(paper)
