"""Six words read aloud, by which two people make sure that a key is the other's.

66 bits, stretched: to find another card with the same six words would take 2^66 runs of scrypt.
The words are the English ones of BIP-39, from the `mnemonic` package: 2,048, told apart by their
first four letters.
"""

from functools import cache
from typing import Final

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from mnemonic import Mnemonic

_SALT: Final = b"coordinator contact words 1"
_WORDS: Final = 6
_BITS: Final = 11  # of one of 2,048 words


def six_words(identity: str) -> tuple[str, ...]:
    """Give the words of an identity (64 hexadecimal digits); takes about a tenth of a second."""
    stretched = Scrypt(salt=_SALT, length=9, n=2**15, r=8, p=1).derive(bytes.fromhex(identity))
    number = int.from_bytes(stretched) >> (9 * 8 - _WORDS * _BITS)
    words = _listed()
    places = (number >> _BITS * place for place in reversed(range(_WORDS)))
    return tuple(words[place % len(words)] for place in places)


@cache
def _listed() -> tuple[str, ...]:
    return tuple(Mnemonic("english").wordlist)
