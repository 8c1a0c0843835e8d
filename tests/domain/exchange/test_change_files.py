"""Tests of changes as a file: what is read is exactly what was written."""

from collections.abc import Sequence

import pytest

from coordinator.domain.errors import ChangeDamagedError, OddShapeError
from coordinator.domain.exchange.change_files import change_lines, read_changes
from tests.domain.merging.examples import change

SOME = (change(value="one\ntwo"), change(value={"a": 1, "b": None}, number=2))


def cut(data: bytes, size: int) -> Sequence[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


@pytest.mark.parametrize("size", [1, 7, 400, 10_000])
def test_changes_are_read_as_they_were_written(size: int) -> None:
    data = b"".join(change_lines(SOME))

    assert tuple(read_changes(cut(data, size))) == SOME


def test_a_file_that_ends_within_a_line_is_refused() -> None:
    with pytest.raises(OddShapeError):
        list(read_changes([b"".join(change_lines(SOME))[:-1]]))


@pytest.mark.parametrize(
    "line",
    [b"", b"[]", b"[" * 100_000, b'{"a":1}', b"\xff"],
)
def test_what_is_no_change_is_refused(line: bytes) -> None:
    with pytest.raises(ChangeDamagedError):
        list(read_changes([line + b"\n"]))


def test_a_change_written_in_another_way_is_refused() -> None:
    (line,) = change_lines(SOME[:1])
    twice = line.replace(b'{"act"', b'{"kind":"person","act"', 1)

    for odd in (line.replace(b":", b": ", 1), twice):
        with pytest.raises(ChangeDamagedError):
            list(read_changes([odd]))
