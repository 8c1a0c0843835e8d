"""Changes as a file of a pack: one to a line, each in its one written form."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from coordinator.domain.errors import ChangeDamagedError, OddShapeError
from coordinator.domain.merging.changes import Change, canonical, to_wire
from coordinator.domain.merging.wire import from_wire

MAX_LINE: Final = 16 << 20
"""Bytes of one change: a value of `wire.MAX_TEXT` characters in the longest way to write them."""


def change_lines(changes: Iterable[Change]) -> Iterator[bytes]:
    """Write changes, one to a line."""
    for change in changes:
        yield canonical(to_wire(change)).encode("ascii") + b"\n"


def read_changes(blocks: Iterable[bytes]) -> Iterator[Change]:
    """Read what `change_lines` wrote, in blocks of any size.

    Raises:
        OddShapeError: A line is too long, or the last one has no end.
        ChangeDamagedError: A line is no change, or is one written in another way.
    """
    rest = b""
    for block in blocks:
        *lines, rest = (rest + block).split(b"\n")
        for line in lines:
            yield _change(line)
        if len(rest) > MAX_LINE:
            raise OddShapeError
    if rest:
        raise OddShapeError


def _change(line: bytes) -> Change:
    try:
        found = json.loads(line.decode("ascii"))
    except (ValueError, RecursionError):
        raise ChangeDamagedError("parts") from None
    change = from_wire(found)
    if canonical(to_wire(change)).encode("ascii") != line:
        raise ChangeDamagedError("parts")  # a name twice, or a number as nobody of us writes it
    return change
