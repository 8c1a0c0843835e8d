"""Laws every table of moves keeps."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar

S = TypeVar("S", bound=StrEnum)


def assert_lifecycle(moves: Mapping[S, Collection[S]], start: S) -> None:
    """Every status is in the table and can be reached; none moves to itself."""
    kind = type(start)
    assert set(moves) == set(kind)
    assert [status for status, following in moves.items() if status in following] == []
    reached, new = {start}, {start}
    while new:
        new = {following for status in new for following in moves[status]} - reached
        reached |= new
    assert reached == set(kind)
