"""Signatures under checkpoints."""

from hypothesis import given
from hypothesis import strategies as st

from coordinator.vault.signing import is_signed, new_signing_key, sign, verifying_key

KEY = new_signing_key()


@given(line=st.binary(max_size=200), other=st.binary(max_size=200))
def test_a_signature_holds_for_its_line_only(line: bytes, other: bytes) -> None:
    signature = sign(KEY, line)
    assert sign(KEY, line) == signature
    assert is_signed(verifying_key(KEY), line, signature)
    assert is_signed(verifying_key(KEY), other, signature) is (line == other)


def test_another_key_or_any_flipped_bit_is_noticed() -> None:
    signature = sign(KEY, b"12 abc")
    assert not is_signed(verifying_key(new_signing_key()), b"12 abc", signature)
    for bit in range(len(signature) * 8):
        flipped = bytearray(signature)
        flipped[bit // 8] ^= 1 << bit % 8
        assert not is_signed(verifying_key(KEY), b"12 abc", bytes(flipped))


def test_what_is_no_signature_or_no_key_is_just_not_signed() -> None:
    assert not is_signed(verifying_key(KEY), b"line", b"")
    assert not is_signed(b"short", b"line", sign(KEY, b"line"))
