"""Recovery codes: 160 random bits to print and lock away, checked for slips before use.

`3F7KQZ-…` is six groups of six characters of Crockford's base 32, which has no letters that are
taken for digits (https://www.crockford.com/base32.html). The last four characters are 20 check
bits, so that a slip in copying is told from a code that does not belong to this store.
"""

import hashlib
import hmac
import secrets
import unicodedata

from coordinator.domain.errors import RecoveryCodeError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {sign: value for value, sign in enumerate(_ALPHABET)}
_READ_AS = str.maketrans("OIL", "011", " -\u2010\u2011\u2012\u2013\u2014\t\r\n")
_CODE_BYTES = 20
_CODE_SIGNS = 32
_CHECK_SIGNS = 4
_GROUP = 6


def new_code() -> str:
    """Make a code as it is printed."""
    return printed(secrets.token_bytes(_CODE_BYTES))


def printed(code: bytes) -> str:
    """Write 20 bytes as six groups of six characters."""
    signs = _signs(int.from_bytes(code), _CODE_SIGNS) + _check_signs(code)
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))


def read_code(text: str) -> bytes:
    """Read a code as somebody typed it: any case, any dashes, O for 0, I or L for 1.

    Returns:
        The 20 bytes.

    Raises:
        RecoveryCodeError: Characters are missing, too many, unknown or mistyped.
    """
    signs = unicodedata.normalize("NFKC", text).upper().translate(_READ_AS)
    if len(signs) != _CODE_SIGNS + _CHECK_SIGNS or not _VALUES.keys() >= set(signs):
        raise RecoveryCodeError
    number = 0
    for sign in signs[:_CODE_SIGNS]:
        number = number << 5 | _VALUES[sign]
    code = number.to_bytes(_CODE_BYTES)
    if not hmac.compare_digest(_check_signs(code), signs[_CODE_SIGNS:]):
        raise RecoveryCodeError
    return code


def _check_signs(code: bytes) -> str:
    digest = hashlib.sha256(b"coordinator/1 recovery code\0" + code).digest()
    return _signs(int.from_bytes(digest[:4]) >> 12, _CHECK_SIGNS)


def _signs(number: int, count: int) -> str:
    return "".join(_ALPHABET[number >> 5 * at & 31] for at in reversed(range(count)))
