"""Asking about many records: so many ids at a time, however many there are."""

from collections.abc import Collection, Iterator
from uuid import UUID

_MANY = 500  # ids in one question; SQLite's own limit on variables is far higher


def in_pieces(ids: Collection[UUID | None]) -> Iterator[list[UUID]]:
    """Give each id once, in order, a few hundred at a time; what is no id is left out."""
    wanted = sorted({one for one in ids if one is not None})
    for start in range(0, len(wanted), _MANY):
        yield wanted[start : start + _MANY]
