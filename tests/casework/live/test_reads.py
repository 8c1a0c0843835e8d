"""A meeting while it is held: its screen reads what its minutes will say."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.outcomes import Occasion, set_outcome
from coordinator.casework.live.reads import (
    read_live_around,
    read_live_item,
    read_live_meeting,
)
from coordinator.casework.live.wall import read_wall_item
from coordinator.casework.meetings.attendance import (
    Attendee,
    add_attendee,
    record_attendance,
    record_times,
)
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import add_note, take_item, write_facts
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import close_meeting
from coordinator.casework.need_to_know.urgent_work import because
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.lists.meetings import AgendaKind, Attendance
from coordinator.domain.meetings.live_views import LiveItem
from coordinator.domain.meetings.views import ItemRecord
from coordinator.domain.states import ActionStatus, ItemStatus
from tests.casework.counting import queries
from tests.meetings import keep_from
from tests.ui.live_meeting.live_panels import LivePanel, live_panel


@pytest.fixture
def live(tmp_path: Path) -> Iterator[LivePanel]:
    made = live_panel(tmp_path / "store")
    yield made
    made.close()


def _first_person(live: LivePanel) -> LiveItem:
    lines = read_live_meeting(live.desk, live.meeting).lines
    entry = next(one.entry for one in lines if one.entry.person and one.entry.case_id)
    return read_live_item(live.desk, live.meeting, entry.id)


def _talk(live: LivePanel) -> LiveItem:
    """Take an item as a meeting does: something of everything."""
    desk, item = live.desk, _first_person(live)
    key, entry = item.record.entry.id, item.record.entry
    agencies = [row.agency_id for row in read_meeting(desk, live.meeting).attendance]
    agency = next(one for one in agencies if one is not None)
    owner = next(one for one in read_live_around(desk, live.meeting).professionals)
    take_item(desk, key)
    add_note(desk, key, agency_id=agency, text="Two calls this week.")
    write_facts(desk, key, seen=entry.revision + 1, summary="Leaves hospital on Friday.")
    record_decision(desk, key, Decided("Keep the room", "It is the only one", dissent_asked=True))
    assert entry.person is not None
    new = NewAction(
        "Ring the ward",
        owner.id,
        desk.today(),
        person_id=entry.person.id,
        meeting_id=live.meeting,
    )
    add_action(desk, new)
    return read_live_item(desk, live.meeting, key)


def test_each_item_reads_as_its_minutes_will_tell_it(live: LivePanel) -> None:
    _talk(live)
    told = read_meeting(live.desk, live.meeting)
    about: set[UUID] = set()
    for record in told.items:
        item = read_live_item(live.desk, live.meeting, record.entry.id)
        person = record.entry.person
        if person is not None and person.id not in about:
            assert item.record == record
            about.add(person.id)
        assert item.record.entry == record.entry


def test_a_second_line_about_somebody_shows_what_was_agreed_and_the_minutes_tell_it_once(
    live: LivePanel,
) -> None:
    _talk(live)
    lines: dict[UUID, list[ItemRecord]] = {}
    for record in read_meeting(live.desk, live.meeting).items:
        if record.entry.person is not None:
            lines.setdefault(record.entry.person.id, []).append(record)
    assert any(others and first.actions for first, *others in lines.values())
    for first, *others in lines.values():
        for record in others:
            item = read_live_item(live.desk, live.meeting, record.entry.id)
            assert record.actions == ()
            assert item.record.actions == first.actions
            assert replace(item.record, actions=()) == record


def test_the_outline_counts_what_has_come_of_each_line(live: LivePanel) -> None:
    item = _talk(live)
    line = read_live_meeting(live.desk, live.meeting).line(item.record.entry.id)
    assert line is not None
    assert (line.decisions, line.agreed) == (1, 1)
    assert line.entry.status is ItemStatus.TAKEN


def test_the_outline_says_what_the_whole_record_says(live: LivePanel) -> None:
    live_, told = read_live_meeting(live.desk, live.meeting), read_meeting(live.desk, live.meeting)
    assert live_.attendance == told.attendance
    assert live_.quorum == told.quorum
    assert (live_.statement_read_at, live_.statement_read_by) == (
        told.statement_read_at,
        told.statement_read_by,
    )
    assert [line.entry for line in live_.lines] == [one.entry for one in told.items]


def test_an_action_done_today_stays_in_sight_and_what_is_agreed_today_stands_apart(
    live: LivePanel,
) -> None:
    lines = read_live_meeting(live.desk, live.meeting).lines
    check = next(one.entry for one in lines if one.entry.kind is AgendaKind.ACTION_CHECK)
    before = read_live_item(live.desk, live.meeting, check.id)
    action = before.open_actions[0]
    done = Outcome(ActionStatus.DONE, done_on=live.desk.today())
    occasion = Occasion(meeting_id=live.meeting)
    set_outcome(live.desk, action.id, done, seen=action.revision, occasion=occasion)
    after = read_live_item(live.desk, live.meeting, check.id)
    assert [one.id for one in after.open_actions] == [one.id for one in before.open_actions]
    assert after.settled == {action.id}
    talked = _talk(live)
    assert all(one.meeting_id != live.meeting for one in talked.open_actions)
    assert [one.text for one in talked.record.actions] == ["Ring the ward"]


def test_whoever_must_not_hear_of_somebody_is_named_to_the_chair(live: LivePanel) -> None:
    item = _first_person(live)
    entry = item.record.entry
    assert entry.person is not None
    lead = entry.person.lead_id
    rows = read_live_meeting(live.desk, live.meeting).attendance
    row = next(one for one in rows if one.agency_id and one.professional_id not in {None, lead})
    assert row.agency_id is not None
    keep_from(live.desk, entry.person.id, row.agency_id)
    found = read_live_item(live.desk, live.meeting, entry.id)
    assert row.id in {one.id for one in found.must_leave}
    assert {one.agency_id for one in found.must_leave} == {row.agency_id}


def test_an_item_of_another_meeting_is_not_found(live: LivePanel) -> None:
    item = _first_person(live).record.entry.id
    with pytest.raises(MissingRecordError):
        read_live_item(live.desk, item, item)


def test_a_meeting_that_is_over_reads_the_same(live: LivePanel) -> None:
    item = _talk(live)
    close_meeting(live.desk, live.meeting, at=live.desk.now().time())
    assert read_live_item(live.desk, live.meeting, item.record.entry.id).record == item.record


def test_an_item_costs_the_same_however_much_was_said_of_others(live: LivePanel) -> None:
    lines = read_live_meeting(live.desk, live.meeting).lines
    people = [one.entry for one in lines if one.entry.person]
    counts = []
    for _round in range(2):
        with queries(live.desk) as sent:
            read_live_item(live.desk, live.meeting, people[0].id)
        counts.append(len(sent))
        for entry in people[1:]:
            agency = next(
                one.agency_id
                for one in read_live_meeting(live.desk, live.meeting).attendance
                if one.agency_id
            )
            note = partial(add_note, item_id=entry.id, agency_id=agency, text="Nothing new.")
            because(note, "It is said today")(live.desk)
    assert counts[0] == counts[1]


def test_the_chair_and_the_wall_are_told_the_same_of_who_must_leave(live: LivePanel) -> None:
    desk, meeting = live.desk, live.meeting
    item = _first_person(live)
    entry = item.record.entry
    assert entry.person is not None
    rows = read_live_meeting(desk, meeting).attendance
    row = next(
        one
        for one in rows
        if one.agency_id and one.professional_id not in {None, entry.person.lead_id}
    )
    assert row.agency_id is not None
    assert row.professional_id is not None
    keep_from(desk, entry.person.id, row.agency_id)

    def asked_to_leave() -> set[UUID]:
        here = {one.id for one in read_live_item(desk, meeting, entry.id).must_leave}
        wall = read_wall_item(desk, meeting, entry.id, names_shown=False).must_leave
        assert here == {one.id for one in wall}
        return here

    assert row.id in asked_to_leave()
    for one in asked_to_leave():
        seen = next(r.revision for r in read_live_meeting(desk, meeting).attendance if r.id == one)
        record_attendance(desk, one, Attendance.ABSENT, seen=seen)
    assert asked_to_leave() == set()
    guest = Attendee(professional_id=row.professional_id)
    came = add_attendee(desk, meeting, Attendance.OBSERVER, guest).result
    assert asked_to_leave() == {came}
    typed = Attendee(name="Ann Lee", agency_id=row.agency_id)
    other = add_attendee(desk, meeting, Attendance.OBSERVER, typed).result
    assert asked_to_leave() == {came, other}
    for one in (came, other):
        record_times(desk, one, seen=1, arrived_at=None, left_at=time(0, 1))
    assert asked_to_leave() == set()
