"""Tests of what a take-away says of itself: one form, strictly read."""

import json
from datetime import date
from uuid import UUID

import pytest

from coordinator.domain.errors import OddShapeError
from coordinator.domain.exchange.scopes import Carried, TakeAwayScope, file_of, parse_scope
from coordinator.domain.merging.receiving import HoldReason

SCOPE = TakeAwayScope(
    professional=UUID(int=5),
    panel="Kerrow Complex Needs Panel",
    people=(Carried(UUID(int=21), 2, ("contact", "risk")), Carried(UUID(int=22))),
    confirmed=frozenset({b"a" * 16, b"b" * 16}),
    held={b"c" * 16: HoldReason.OUTSIDE_SCOPE},
    due=date(2026, 12, 1),
    waits={UUID(int=23): frozenset({b"d" * 16, b"e" * 16}), UUID(int=24): frozenset()},
)


def test_a_scope_is_read_as_it_was_written() -> None:
    assert parse_scope(SCOPE.line) == SCOPE


def test_files_are_named_by_their_place_alone() -> None:
    assert SCOPE.files == {file_of(1): UUID(int=21), file_of(2): UUID(int=22)}


@pytest.mark.parametrize(
    "changed",
    [
        {"professional": "5"},
        {"people": [["0" * 32]]},
        {"people": [["0" * 32, 0]]},
        {"people": [["0" * 32, 0, []], ["0" * 32, 0, []]]},
        {"people": [["0" * 32, True, []]]},
        {"people": [["0" * 32, 0, ["not a kind"]]]},
        {"people": [["0" * 31 + "1", 0, []]], "waits": {"0" * 31 + "1": []}},
        {"waits": []},
        {"waits": {"5": []}},
        {"waits": {"0" * 31 + "1": ["zz" * 16]}},
        {"waits": {"0" * 31 + "1": ["bb" * 16, "aa" * 16]}},
        {"confirmed": ["zz" * 16]},
        {"confirmed": ["bb" * 16, "aa" * 16]},
        {"held": {"cc" * 16: "never_heard_of"}},
        {"held": []},
        {"due": "2026-13-01"},
        {"panel": "a\nb"},
        {"more": 1},
    ],
)
def test_a_scope_of_another_shape_is_refused(changed: dict[str, object]) -> None:
    parts = json.loads(SCOPE.line) | changed
    line = json.dumps(parts, sort_keys=True, separators=(",", ":")).encode() + b"\n"

    with pytest.raises(OddShapeError):
        parse_scope(line)


def test_a_scope_written_in_another_way_is_refused() -> None:
    with pytest.raises(OddShapeError):
        parse_scope(SCOPE.line.replace(b",", b", ", 1))
