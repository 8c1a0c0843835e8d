"""Rows of actions: who, what, by when, and what is missing."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from coordinator.domain.errors import SheetError
from coordinator.domain.lists.plans import ActionKind, ActionPriority
from coordinator.domain.states import ActionStatus
from coordinator.sheets.actions import ActionRow
from coordinator.sheets.problems import Rule
from coordinator.sheets.reading import SheetRead, read_actions
from tests.sheets import makers

TODAY = date(2026, 11, 20)


def actions(tmp_path: Path, *rows: Sequence[object]) -> SheetRead[ActionRow]:
    return read_actions(makers.xlsx(tmp_path / "actions.xlsx", rows), today=TODAY)


def told(read: SheetRead[ActionRow]) -> list[tuple[int, str, Rule]]:
    return [(problem.row, problem.column, problem.rule) for problem in read.problems]


def test_a_whole_row_arrives_in_its_fields(tmp_path: Path) -> None:
    read = actions(
        tmp_path,
        ["Action log"],
        ["Action no.", "Ref", "Name", "DOB", "Action", "Type", "By whom", "Agency", "Date set",
         "By when", "Date completed", "Status", "Priority", "Progress"],
        ["M24-017/3", "SC-0142", "Trelawny, Kezia", "1/2/1980", "Ask about the room",
         "Accommodation", "J. Patel", "Housing Options", date(2026, 11, 5), date(2026, 11, 19),
         date(2026, 11, 18), "Completed", "High", "Room seen\nKeys on Monday"],
    )  # fmt: skip
    assert read.rows == (
        ActionRow(
            sheet="People",
            row=3,
            text="Ask about the room",
            reference="SC-0142",
            given_name="Kezia",
            family_name="Trelawny",
            born_on=date(1980, 2, 1),
            number="M24-017/3",
            kind=ActionKind.ACCOMMODATION,
            owner="J. Patel",
            agency="Housing Options",
            set_on=date(2026, 11, 5),
            due_on=date(2026, 11, 19),
            done_on=date(2026, 11, 18),
            status=ActionStatus.DONE,
            priority=ActionPriority.HIGH,
            update="Room seen\nKeys on Monday",
        ),
    )
    assert read.problems == ()


def test_what_an_action_lacks_is_told(tmp_path: Path) -> None:
    read = actions(
        tmp_path,
        ["Ref", "Action", "Owner", "Due", "Status", "Date completed"],
        ["SC-0142", "", "J. Patel", "1/12/2026", "Open", ""],
        ["", "Ring the ward", "J. Patel", "1/12/2026", "Open", ""],
        ["SC-0142", "Ring the ward", "", "", "Open", ""],
        ["SC-0142", "Ring the ward", "All agencies", "soon", "Blocked by snow", ""],
        ["SC-0142", "Ring the ward", "J. Patel / K. Rowe", "1/12/2026", "Done", ""],
        [
            "SC-0142",
            "Agreed:\n- ring the ward\n- tell the landlord",
            "J. Patel",
            "1/12/2026",
            "",
            "",
        ],
    )
    assert told(read) == [
        (2, "B", Rule.NO_TEXT),
        (3, "", Rule.NO_PERSON),
        (4, "D", Rule.NO_DUE_DATE),
        (4, "C", Rule.NO_OWNER),
        (5, "D", Rule.NOT_A_DATE),
        (5, "E", Rule.NOT_IN_LIST),
        (5, "D", Rule.NO_DUE_DATE),
        (5, "C", Rule.OWNER_IS_GROUP),
        (6, "F", Rule.DONE_WITHOUT_DATE),
        (6, "C", Rule.OWNER_IS_GROUP),
        (7, "B", Rule.SEVERAL_ACTIONS),
    ]
    assert [row.row for row in read.rows] == [4, 5, 6, 7]
    assert (read.seen, read.refused) == (6, 2)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("ongoing", ActionStatus.IN_PROGRESS),
        ("Not started", ActionStatus.OPEN),
        ("CLOSED", ActionStatus.DONE),
        ("Could not be done", ActionStatus.COULD_NOT),
        ("no longer required.", ActionStatus.NOT_NEEDED),
        ("partly done", ActionStatus.PARTLY_DONE),
        ("n/a", None),
    ],
)
def test_words_for_a_status_are_understood(
    tmp_path: Path, said: str, status: ActionStatus | None
) -> None:
    read = actions(
        tmp_path,
        ["Ref", "Action", "Owner", "Due", "Status"],
        ["SC-0142", "Ring", "J. Patel", "1/12/2026", said],
    )
    assert read.rows[0].status is status


def test_the_same_person_on_many_rows_is_no_repeat(tmp_path: Path) -> None:
    read = actions(
        tmp_path,
        ["Name", "Action", "Owner", "Due"],
        *[["Trelawny, Kezia", f"Step {n}", "J. Patel", "1/12/2026"] for n in range(5)],
    )
    assert len(read.rows) == 5
    assert read.repeats == ()


def test_a_file_without_actions_is_refused_with_its_columns(tmp_path: Path) -> None:
    with pytest.raises(SheetError) as caught:
        actions(tmp_path, ["Name", "DOB", "Shoe size"], ["Spud", "1/2/1980", "9"])
    assert caught.value.fault == "no-action-column"
    assert "Shoe size" in caught.value.details
