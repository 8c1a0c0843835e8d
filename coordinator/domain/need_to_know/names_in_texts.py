"""Texts in which nobody may be named: what tells of somebody is found, and refused.

A whole name, a reference, a number or an address is always refused. A single word that is also
somebody's name may be a street or a month: whoever writes it can say that nobody is meant.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.need_to_know.hiding import Telling

NAMED, MAYBE_NAMED = "names-somebody", "may-name-somebody"


def references_in(text: str, prefix: str) -> tuple[Telling, ...]:
    """Find references of people, such as *SC-0142*, however they are typed."""
    return tuple(
        Telling(one[0], beyond_doubt=True) for one in written_references(prefix).finditer(text)
    )


def without_references(text: str, prefix: str, instead: str) -> str:
    """Write a text with other words in the place of every reference of somebody."""
    return written_references(prefix).sub(lambda _found: instead, text)


@lru_cache(maxsize=8)
def written_references(prefix: str) -> re.Pattern[str]:
    """Match references of people, such as *SC-0142*, however they are typed."""
    if not prefix:
        return re.compile(r"(?!)")
    joints = r"[\s\-\u2010\u2011\u2012\u2013]{0,2}"
    mark = r"(?:/(?P<mark>[a-z0-9]{4}))?"  # of the store it was given in, away from the panel
    number = r"(?P<number>\d{3,6})(?!\d)"
    return re.compile(rf"(?<![^\W_]){re.escape(prefix)}{mark}{joints}{number}", re.IGNORECASE)


def reference_of(found: re.Match[str], prefix: str) -> str:
    """Give a reference that was found as it stands on file."""
    mark = f"/{found['mark'].upper()}" if found["mark"] else ""
    return f"{prefix}{mark}-{int(found['number']):04d}"


def whole_words(words: Collection[str]) -> re.Pattern[str]:
    """Match any of these where it stands alone; case does not matter."""
    if not words:
        return re.compile(r"(?!)")
    each = "|".join(map(re.escape, words))
    return re.compile(rf"(?<![^\W_])(?:{each})(?![^\W_])", re.IGNORECASE)


def check_nobody_named(
    found: Mapping[str, Sequence[Telling]], *, nobody_is_meant: bool = False
) -> None:
    """Refuse texts that tell of somebody.

    Args:
        found: What was found, by the field it stands in.
        nobody_is_meant: Whoever writes says that single words are not anybody's name here.

    Raises:
        InvalidFieldsError: `names-somebody`, `may-name-somebody`.
    """
    wrong = {}
    for field, tellings in found.items():
        if any(one.beyond_doubt for one in tellings):
            wrong[field] = NAMED
        elif tellings and not nobody_is_meant:
            wrong[field] = MAYBE_NAMED
    if wrong:
        raise InvalidFieldsError(wrong)
