"""What changed, in words: fields, values, from what to what."""

from typing import Any
from uuid import UUID

import pytest

from coordinator.db.logging_rules import logged_fields
from coordinator.db.merging import models_by_kind
from coordinator.db.types import State
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.records.history import Move
from coordinator.wording.moves import column_words, move_lines, value_words
from coordinator.wording.moving_lists import LISTS

RECORD, OTHER, WHO = UUID(int=1), UUID(int=2), UUID(int=3)


def _line(field: str, before: tuple[Any, ...], after: Any, kind: str = "person") -> list[str]:
    return list(move_lines([Move(RECORD, kind, field, before, after)], {WHO.hex: "Kasia Dębska"}))


@pytest.mark.parametrize(
    ("field", "before", "after", "said"),
    [
        ("phone", ("01632 960001",), "01632 960002", "from 01632 960001 to 01632 960002"),
        ("phone", (), "01632 960001", "Telephone: 01632 960001"),
        ("phone", ("",), "01632 960001", "Telephone: 01632 960001"),
        ("phone", ("01632 960001",), "", "Telephone: emptied; it said 01632 960001"),
        ("phone", ("1", "2"), "3", "Telephone: from 1 or 2 to 3"),
        ("born_on", (), "1980-02-01", "Date of birth: 1 February 1980"),
        ("safe_to_call", (None,), False, "Safe to call: no"),
        ("children_affected", (), "not_known", "Children affected: Not known"),
        ("status", ("prospective",), "current", "Status: from "),
    ],
)
def test_a_field_says_from_what_to_what(
    field: str, before: tuple[Any, ...], after: Any, said: str
) -> None:
    (line,) = _line(field, before, after)
    assert said in line


def test_ids_are_told_by_name_times_by_the_clock_and_plumbing_not_at_all() -> None:
    assert _line("worker_id", (), WHO.hex, "contact") == ["Who tried: Kasia Dębska"]
    assert _line("worker_id", (), OTHER.hex, "contact") == ["Who tried: somebody not on file here"]
    at = "2026-11-19T12:00:00.000000Z"
    assert _line("at", (), at, "contact") == ["When: Thu 19 November 2026 at 12:00"]
    assert _line("person_id", (), WHO.hex, "contact") == []
    assert _line("phone", ("",), "") == []


def test_what_is_withheld_is_told_without_its_words() -> None:
    move = Move(RECORD, "agenda_item", "restricted", is_withheld=True)
    (line,) = move_lines([move], {})
    assert line == "Restricted paragraph: changed; what it says is withheld from you"


def test_several_records_are_told_apart_and_a_removal_is_said() -> None:
    moves = [
        Move(RECORD, "alias", "*", (), after=True),
        Move(OTHER, "person", "phone", (), "01632 960001"),
    ]
    names = {OTHER.hex: "KP-0001"}
    assert list(move_lines(moves, names)) == [
        "Other name: taken off",
        "KP-0001: Telephone: 01632 960001",
    ]


def test_fields_said_together_and_lists_are_written_out() -> None:
    said = value_words("case", "status", {"look_again_on": "2026-12-03", "status": "paused"}, {})
    assert said == "Paused; Look again on: 3 December 2026"
    criteria = value_words("referral", "criteria", ["risk_to_self", "no_home"], {})
    assert criteria == "High risk to self, Rough sleeping or repeat evictions"


def test_every_word_of_a_list_that_is_logged_is_known_by_its_list() -> None:
    unknown = [
        (kind, column)
        for kind, model in models_by_kind().items()
        for columns in logged_fields(model).values()
        for column in columns
        if isinstance(listed := model.__table__.c[column].type, State)
        and (LISTS.get((kind, column)) or LISTS.get(("", column))) is not listed.words
    ]
    assert unknown == []


def test_no_column_is_called_by_its_own_name() -> None:
    for kind, model in models_by_kind().items():
        assert kind in set(RecordKind)
        for columns in logged_fields(model).values():
            for column in columns:
                words = column_words(kind, column)
                assert "_" not in words
                assert words[:1].isupper()


@pytest.mark.parametrize("odd", ["2026-13-45", "25:61:00", "2026-13-45T10:00:00Z"])
def test_a_day_that_is_none_is_written_as_it_came(odd: str) -> None:
    assert value_words("action", "due_on", odd, {}) == odd


def test_an_agency_that_stands_there_by_its_id_and_by_its_name_is_said_once() -> None:
    value = {"agency_id": WHO.hex, "agency": "Kerrow Homes"}
    told = value_words("agency_note", "meeting_id", value, {WHO.hex: "Kerrow Homes"})
    assert told == "Agency: Kerrow Homes"
