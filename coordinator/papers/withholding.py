"""What is typed about one person may name another: every copy that leaves is read for it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

from coordinator.casework.desk import Desk
from coordinator.casework.withholding import find_withheld
from coordinator.domain.case_sheets import Audience
from coordinator.domain.papers.imprint import Imprint

M = TypeVar("M")
Write = Callable[[str, frozenset[str]], str]
_WHOSE = ("reference", "person")
"""The fields by which a part of a paper says whom it is about."""


def without_withheld(desk: Desk, model: M, audience: Audience) -> M:
    """Write a paper so that nobody its reader may not know of is named in any text of it.

    The panel's own copy stays as it is.
    """
    if audience.reader is None:
        return model
    texts: list[str] = []

    def note(text: str, _about: frozenset[str]) -> str:
        texts.append(text)
        return text

    _written(model, frozenset(), note)
    withheld = find_withheld(desk, texts, audience.reader)
    if withheld is None:
        return model
    return cast("M", _written(model, frozenset(), withheld.hide))


def _written(part: object, about: frozenset[str], write: Write) -> object:
    """Write every text in a part of a paper anew; what it says of itself stays."""
    if isinstance(part, Enum | Imprint):
        return part
    if isinstance(part, str):
        return write(part, about) if part else part
    if is_dataclass(part) and not isinstance(part, type):
        own = about | frozenset(_whose(part))
        found = {one.name: _written(getattr(part, one.name), own, write) for one in fields(part)}
        return replace(part, **found)
    if isinstance(part, tuple):
        return tuple(_written(one, about, write) for one in part)
    if isinstance(part, Mapping):
        return {key: _written(one, about, write) for key, one in part.items()}
    return part


def _whose(part: object) -> Iterator[str]:
    for name in _WHOSE:
        words = getattr(part, name, "")
        if isinstance(words, str):
            yield from (one.strip("(),.;:") for one in words.split())
