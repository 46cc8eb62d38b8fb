"""The key file: opened by one passphrase, damaged or newer told apart, changed without touching the key."""

import hashlib
import json

import pytest
from argon2.low_level import Type, hash_secret_raw

from kit.domain.errors import DamagedStoreError, NewerStoreError, RuleError, StoreError, WrongPassphraseError
from kit.store import key
from tests.store import story


@pytest.fixture(scope="module")
def made():
    return key.new_key()


@pytest.fixture(scope="module")
def content(made):
    return key.sealed(made, story.PASSPHRASE, story.CHEAP)


def changed(content, change):
    """The key file after an honest change: its checksum is right."""
    paper = json.loads(content)
    change(paper)
    rest = {name: value for name, value in paper.items() if name != "check"}
    text = json.dumps(rest, sort_keys=True, separators=(",", ":")).encode()
    return json.dumps(rest | {"check": hashlib.sha256(text).hexdigest()}).encode()


def test_the_passphrase_gives_the_key_back(made, content):
    assert key.unsealed(content, story.PASSPHRASE) == made
    assert len(made.secret) == 32


def test_no_two_keys_are_the_same():
    one, other = key.new_key(), key.new_key()
    assert one.secret != other.secret
    assert one.salt != other.salt


def test_the_key_is_never_shown(made, content):
    assert made.secret.hex() not in content.decode()
    assert repr(made.secret) not in repr(made)


def test_for_real_the_passphrase_is_stretched_as_rfc_9106_recommends():
    assert key.KeyCost(memory_kib=65536, passes=3, lanes=4) == key.STRONG


def test_another_passphrase_does_not(content):
    with pytest.raises(WrongPassphraseError, match="Nothing has been changed"):
        key.unsealed(content, story.OTHER)


def test_a_passphrase_typed_on_another_keyboard_is_the_same(made):
    content = key.sealed(made, "caf\u00e9 au lait noir", story.CHEAP)
    assert key.unsealed(content, "cafe\u0301 au lait noir") == made


@pytest.mark.parametrize("weak", ["", "eleven char", "aaaaaaaaaaaaaa", "abababababababab", "e\u0301" * 11])
def test_a_passphrase_too_easy_to_guess_is_refused_beside_its_field(made, weak):
    with pytest.raises(RuleError) as raised:
        key.sealed(made, weak, story.CHEAP)
    assert raised.value.field == "passphrase"


def test_a_new_passphrase_opens_the_same_key_and_the_old_one_no_longer(made, content):
    new = key.resealed(content, story.PASSPHRASE, story.OTHER, story.CHEAP)
    assert key.unsealed(new, story.OTHER) == made
    with pytest.raises(WrongPassphraseError):
        key.unsealed(new, story.PASSPHRASE)


def test_a_recovery_wrap_stays_when_the_passphrase_changes(made, content):
    recovery = {"by": "recovery-key", "wrapped": "00ff"}
    both = changed(content, lambda paper: paper["wraps"].append(recovery))
    new = key.resealed(both, story.PASSPHRASE, story.OTHER, story.CHEAP)
    assert key.unsealed(both, story.PASSPHRASE) == made
    assert json.loads(new)["wraps"][1] == recovery


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff", b"{}", b"[]", b"null", b'"text"', b"[" * 5000, b'{"form": 1, "check": ""}', b'{"form":"1"}'],
)
def test_garbage_is_a_damaged_key_file(content):
    with pytest.raises(DamagedStoreError, match="key file"):
        key.unsealed(content, story.PASSPHRASE)


def test_any_changed_letter_is_a_damaged_key_file_not_a_wrong_passphrase(content):
    for place in range(0, len(content) - 1, 7):
        letter = b"0" if content[place : place + 1] != b"0" else b"1"
        broken = content[:place] + letter + content[place + 1 :]
        with pytest.raises((DamagedStoreError, NewerStoreError)):
            key.unsealed(broken, story.PASSPHRASE)


def test_a_key_file_cut_short_is_damaged(content):
    for length in range(0, len(content) - 1, 11):
        with pytest.raises(DamagedStoreError):
            key.unsealed(content[:length], story.PASSPHRASE)


def test_every_parameter_is_bound_to_the_wrap(content):
    """Someone who mends the checksum after a change still opens nothing."""
    changes = {
        "records": lambda paper: paper.update(records="00" * 16),
        "cipher": lambda paper: paper["wraps"][0].update(cipher="none"),
        "passes": lambda paper: paper["wraps"][0].update(passes=2),
        "nonce": lambda paper: paper["wraps"][0].update(nonce="00" * 12),
    }
    for change in changes.values():
        with pytest.raises(WrongPassphraseError):
            key.unsealed(changed(content, change), story.PASSPHRASE)


@pytest.mark.parametrize(
    "change",
    [
        {"memory_kib": 1 << 40},
        {"passes": 0},
        {"lanes": "4"},
        {"lanes": True},
        {"salt": "zz"},
        {"salt": ""},
        {"nonce": "00"},
        {"by": "someone"},
        {"wrapped": ""},
    ],
)
def test_senseless_parameters_are_damage(content, change):
    with pytest.raises(DamagedStoreError):
        key.unsealed(changed(content, lambda paper: paper["wraps"][0].update(change)), story.PASSPHRASE)


def test_a_newer_key_file_is_said_to_be_newer(content):
    with pytest.raises(NewerStoreError, match="Update the kit"):
        key.unsealed(changed(content, lambda paper: paper.update(form=2)), story.PASSPHRASE)


def test_too_little_memory_is_said_plainly(monkeypatch, content):
    def fail(*_, **__):
        raise MemoryError

    monkeypatch.setattr(key, "hash_secret_raw", fail)
    with pytest.raises(StoreError, match="memory"):
        key.unsealed(content, story.PASSPHRASE)


def test_the_stretching_is_argon2id_version_19_and_nothing_of_our_own(content):
    """The test vector of RFC 9106, section 5.3, has a secret and associated data; this one is without."""
    wrap = json.loads(content)["wraps"][0]
    known = hash_secret_raw(
        story.PASSPHRASE.encode(), bytes.fromhex(wrap["salt"]), 1, 64, 1, 32, type=Type.ID, version=19
    )
    assert key._stretched(story.PASSPHRASE, bytes.fromhex(wrap["salt"]), story.CHEAP) == known  # noqa: SLF001
