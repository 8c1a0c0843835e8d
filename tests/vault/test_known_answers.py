"""Vectors from the standards, and a key file of our own that must open for ever."""

import hashlib
import hmac
from pathlib import Path

from coordinator.vault.costs import Cost
from coordinator.vault.derivation import (
    Purpose,
    keyed_hash,
    stretch_code,
    stretch_passphrase,
    subkey,
)
from coordinator.vault.keyfile import decode
from coordinator.vault.keyring import unlock, unlock_with_code
from coordinator.vault.recovery import printed, read_code
from coordinator.vault.signing import is_signed, sign, verifying_key

FROZEN = Path(__file__).with_name("frozen")
FROZEN_PASSPHRASE = "kernewek lowen \u0175 \u00e9 2026"


def test_argon2id_answers_as_the_reference_implementation() -> None:
    # https://github.com/P-H-C/phc-winner-argon2, src/test.c, version 0x13, Argon2id
    found = stretch_passphrase("password", b"somesalt", Cost(65536, 2, 1))
    assert found.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_hkdf_extract_answers_as_rfc_5869_says() -> None:
    found = stretch_code(b"\x0b" * 22, bytes(range(13)))
    assert found.hex() == "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"


def test_subkeys_are_hkdf_expand_of_their_purpose_and_context() -> None:
    key = bytes(range(32))
    info = b"coordinator/1 key slot\0context"
    first = hmac.digest(key, info + b"\x01", "sha256")
    second = hmac.digest(key, first + info + b"\x02", "sha256")
    assert subkey(key, Purpose.SLOT, b"context", 64) == first + second


def test_every_purpose_gives_another_key() -> None:
    key = bytes(range(32))
    assert len({subkey(key, purpose) for purpose in Purpose}) == len(Purpose)


def test_the_keyed_hash_answers_as_rfc_4231_says() -> None:
    found = keyed_hash(b"Jefe", b"what do ya want for nothing?")
    assert found.hex() == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"


def test_signatures_answer_as_rfc_8032_says() -> None:
    # Section 7.1, test 2
    secret = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    public = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    signature = bytes.fromhex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    assert verifying_key(secret) == public
    assert sign(secret, b"\x72") == signature
    assert is_signed(public, b"\x72", signature)


def test_a_recovery_code_is_printed_as_it_always_was() -> None:
    code = hashlib.sha256(b"frozen").digest()[:20]
    assert printed(code) == (FROZEN / "code.txt").read_text().split()[0]
    assert read_code(printed(code)) == code


def test_the_frozen_key_file_opens_with_its_passphrase_and_its_code() -> None:
    document = decode((FROZEN / "keys.json").read_bytes())
    key, mark, code = (FROZEN / "answers.txt").read_text().split()

    by_passphrase = unlock(document, FROZEN_PASSPHRASE)
    by_code = unlock_with_code(document, code)

    for keys in (by_passphrase, by_code):
        assert keys.database_key().hex() == key
        assert keys.erased_mark(b"record").hex() == mark
