"""What the wall of a meeting's room may show: the strictest of all who sit there may have it."""

from dataclasses import fields, is_dataclass
from datetime import time
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.live.reads import read_live_item
from coordinator.casework.live.wall import read_wall_item
from coordinator.casework.meetings.attendance import (
    Attendee,
    add_attendee,
    record_attendance,
    record_times,
)
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.people.around import end_tie, note_tie
from coordinator.db.models import Agency
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.lists.meetings import AgendaKind, Attendance
from coordinator.domain.lists.sharing import RelationKind
from coordinator.domain.meetings.wall import WallItem, WallView
from coordinator.domain.people.around import Tie
from coordinator.domain.roles import Right
from tests.planted import KEPT_FROM_POLICE, WITHOUT_BASIS, Planted, told
from tests.stores import OFFICER


@pytest.fixture
def desk(planted_desk: Desk) -> Desk:
    return planted_desk


def view_of(
    desk: Desk, made: Planted, of: str, *, shown: bool = False, **more: object
) -> WallView:
    return read_wall_item(desk, made.meeting, made.items[of], names_shown=shown, **more)  # type: ignore[arg-type]


def item_of(desk: Desk, made: Planted, of: str, *, shown: bool = False) -> WallItem:
    item = view_of(desk, made, of, shown=shown).item
    assert item is not None
    return item


def texts_of(thing: object) -> list[str]:
    """Every text anywhere in a read model."""
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, tuple):
        return [text for part in thing for text in texts_of(part)]
    if is_dataclass(thing):
        return [text for one in fields(thing) for text in texts_of(getattr(thing, one.name))]
    return []


def police_of(desk: Desk, made: Planted) -> tuple[UUID, int]:
    rows = read_meeting(desk, made.meeting).attendance
    row = next(one for one in rows if one.agency == "Kerrow Police")
    return row.id, row.revision


def test_no_planted_secret_stands_in_any_item(desk: Desk, planted: Planted) -> None:
    for of in planted.items:
        for shown in (False, True):
            view = view_of(desk, planted, of, shown=shown)
            own = of if shown and view.item and view.item.person else ""
            assert told(texts_of(view.item), planted, shown=own) == set(), of


def test_what_was_agreed_and_decided_can_be_read(desk: Desk, planted: Planted) -> None:
    item = item_of(desk, planted, "Kezia")
    assert item.person is not None
    assert (item.person.reference, item.person.name.given) == ("KP-0001", "K")
    (agreed,) = item.agreed
    assert agreed.text.startswith("Book the joint visit with ")
    assert "KT (KP-0001)'s" in agreed.text
    assert (agreed.agency, agreed.owner) == ("Kerrow Homes", "Rhys Roskilly")
    (decided,) = item.decisions
    assert decided.text.startswith("Go on with the plan of ")
    assert [one.text for one in item.open_actions] == [
        "Ask [name hidden] and [name hidden] on [hidden] about the room"
    ]


def test_a_name_is_shown_only_with_a_whole_basis(desk: Desk, planted: Planted) -> None:
    kezia = item_of(desk, planted, "Kezia", shown=True)
    assert kezia.person is not None
    assert kezia.person.name.family == "Trelawny"
    assert "KEZIA's" in kezia.agreed[0].text
    jory = item_of(desk, planted, WITHOUT_BASIS, shown=True)
    assert jory.person is not None
    assert jory.person.name.family == "B"
    assert told(texts_of(jory), planted) == set()


def test_while_somebody_must_not_hear_there_is_nothing_at_all(
    desk: Desk, planted: Planted
) -> None:
    police, _revision = police_of(desk, planted)
    waiting = view_of(desk, planted, KEPT_FROM_POLICE)
    assert waiting.item is None
    assert [row.id for row in waiting.must_leave] == [police]
    assert view_of(desk, planted, KEPT_FROM_POLICE, gone={police}).item is not None


def test_who_is_noted_as_gone_need_not_be_asked_to_leave(desk: Desk, planted: Planted) -> None:
    police, revision = police_of(desk, planted)
    record_times(desk, police, seen=revision, arrived_at=None, left_at=time(11, 30))
    assert view_of(desk, planted, KEPT_FROM_POLICE).must_leave == ()


def test_who_sent_apologies_keeps_nobody_waiting(desk: Desk, planted: Planted) -> None:
    police, revision = police_of(desk, planted)
    record_attendance(desk, police, Attendance.ABSENT, seen=revision)
    assert view_of(desk, planted, KEPT_FROM_POLICE).item is not None


def test_a_guest_of_the_same_agency_keeps_the_wall_waiting(desk: Desk, planted: Planted) -> None:
    police, revision = police_of(desk, planted)
    record_attendance(desk, police, Attendance.ABSENT, seen=revision)
    guest = add_attendee(
        desk, planted.meeting, Attendance.OBSERVER, Attendee(professional_id=OFFICER)
    ).result
    (row,) = view_of(desk, planted, KEPT_FROM_POLICE).must_leave
    assert row.id == guest


@pytest.mark.parametrize("typed", ["Dylan Ashdown, her uncle", "dylan ashdown", "Kerrow Police"])
def test_with_whom_somebody_is_not_discussed_must_leave_like_who_must_not_be_told(
    desk: Desk, planted: Planted, typed: str
) -> None:
    police, _revision = police_of(desk, planted)
    person = planted.people["Kezia"]
    assert view_of(desk, planted, "Kezia").must_leave == ()
    tie = note_tie(
        desk, person, Tie(RelationKind.OTHER, name=typed, not_discussed_with=True)
    ).result
    waiting = view_of(desk, planted, "Kezia")
    assert waiting.item is None
    assert [row.id for row in waiting.must_leave] == [police]
    live = read_live_item(desk, planted.meeting, planted.items["Kezia"])
    assert [row.id for row in live.must_leave] == [police]
    assert not live.may_be_discussed_with("Dylan Ashdown", "Kerrow Police")
    assert live.may_be_discussed_with("Rhys Roskilly", "Kerrow Homes")
    assert view_of(desk, planted, "Kezia", gone={police}).item is not None
    end_tie(desk, tie, reason="They fell out")
    assert view_of(desk, planted, "Kezia").item is not None


def test_items_are_counted_as_everybody_in_the_room_may_count_them(
    desk: Desk, planted: Planted
) -> None:
    others = [of for of in planted.items if of != KEPT_FROM_POLICE]
    shown = [item_of(desk, planted, of) for of in others]
    assert sorted(one.number for one in shown) == list(range(1, len(others) + 1))
    assert {one.of for one in shown} == {len(others)}


def test_of_whom_the_room_must_not_hear_not_even_initials_stand_in_another_item(
    desk: Desk, planted: Planted
) -> None:
    reference = "KP-0002"
    assert reference not in " ".join(texts_of(item_of(desk, planted, "Kezia")))
    police, _revision = police_of(desk, planted)
    later = view_of(desk, planted, "Kezia", gone={police}).item
    assert f"PA ({reference})" in " ".join(texts_of(later))


def test_with_an_elected_member_in_the_room_nobody_is_named(desk: Desk, planted: Planted) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        council = Agency(
            id=desk.new_id(), name="Town councillors", agency_kind=AgencyKind.ELECTED_MEMBER
        )
        tx.add(council)
        tx.journal("test.arranged")
    somebody = Attendee(agency_id=council.id, name="Cllr Wenna Rosevear")
    add_attendee(desk, planted.meeting, Attendance.OBSERVER, somebody)
    item = item_of(desk, planted, "Kezia", shown=True)
    assert item.person is not None
    assert not item.person.by_name
    assert told(texts_of(item), planted) == set()


def test_the_check_of_actions_gives_numbers_only(desk: Desk, planted: Planted) -> None:
    item = item_of(desk, planted, AgendaKind.ACTION_CHECK.value)
    assert item.open_actions
    assert {one.text for one in item.open_actions} == {""}


def test_an_item_of_another_meeting_is_not_there(desk: Desk, planted: Planted) -> None:
    with pytest.raises(MissingRecordError):
        read_wall_item(desk, planted.meeting, UUID(int=99), names_shown=False)
