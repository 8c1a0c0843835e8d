"""An agenda is written from what is open, ordered by people, and loses nothing."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import (
    NewItem,
    Rewritten,
    add_item,
    add_urgent_item,
    change_item,
    issue_agenda,
    reorder_agenda,
    take_back_agenda,
    withdraw_from_agenda,
    write_agenda,
)
from coordinator.casework.meetings.running import close_meeting, open_meeting
from coordinator.casework.meetings.series import Appointment, move_meeting, schedule_meeting
from coordinator.db.models import Case, Meeting
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    StaleRecordError,
    TransitionError,
    WithheldError,
)
from coordinator.domain.lists.meetings import AgendaKind, MeetingType, WhyListed
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import MeetingStatus
from tests.meetings import (
    NOON,
    TEN,
    add_action,
    add_case,
    add_referral,
    add_seats,
    items_of,
    keep_from,
    next_meeting_of,
    opened_meeting,
    weekly,
)
from tests.stores import COUNCIL, POLICE, TODAY, sitting

AROUND = 10
"""Minutes of what stands on every agenda: welcome, statement, last minutes, closing."""
WEEK = timedelta(days=7)


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    return next_meeting_of(desk, weekly(desk))


def kinds(desk: Desk, meeting: UUID) -> list[AgendaKind]:
    return [entry.kind for entry in read_agenda(desk, meeting).entries]


def test_the_agenda_writes_itself_from_what_is_open(desk: Desk, meeting: UUID) -> None:
    person, due = add_case(desk, "Tomos", next_review_on=TODAY)
    add_case(desk, "Anna", next_review_on=TODAY + WEEK)
    _, waiting = add_referral(desk)
    add_action(desk, person, TODAY - WEEK)

    assert write_agenda(desk, meeting).result == Rewritten(added=4, dropped=0)

    agenda = read_agenda(desk, meeting)
    assert [(e.number, e.kind, e.why) for e in agenda.entries] == [
        (1, AgendaKind.ACTION_CHECK, (WhyListed.OVERDUE_ACTIONS,)),
        (2, AgendaKind.REVIEW, (WhyListed.REVIEW_DUE, WhyListed.LEAD_TO_AGREE)),
        (3, AgendaKind.REVIEW, (WhyListed.LEAD_TO_AGREE,)),
        (4, AgendaKind.NEW_REFERRAL, (WhyListed.NEW_REFERRAL,)),
    ]
    assert agenda.entries[1].case_id == due
    referral = agenda.entries[3].referral
    assert referral is not None
    assert (referral.id, referral.referrer, referral.agency) == (
        waiting,
        "Kasia Dębska",
        "Kerrow Mental Health",
    )
    assert referral.offer == "Weekly visits go on."
    assert [row.number for row in agenda.actions] == ["A26-0001"]
    assert (agenda.referrals_by, agenda.papers_by) == (date(2026, 11, 17), date(2026, 11, 18))
    assert agenda.minutes_planned == 10 + 5 + 5 + 6 + AROUND


def test_an_agenda_with_nothing_open_is_empty_and_so_is_that_of_an_empty_panel(
    desk: Desk, meeting: UUID
) -> None:
    assert write_agenda(desk, meeting).result == Rewritten(0, 0)

    agenda = read_agenda(desk, meeting)
    assert agenda.entries == ()
    assert agenda.actions == ()
    assert agenda.header.quorum_needed == 3


def test_writing_again_adds_what_is_new_and_drops_what_was_settled(
    desk: Desk, meeting: UUID
) -> None:
    _, case = add_case(desk, "Tomos", next_review_on=TODAY)
    write_agenda(desk, meeting)
    first = [entry.id for entry in read_agenda(desk, meeting).entries]
    assert write_agenda(desk, meeting).result == Rewritten(0, 0)

    add_referral(desk)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        row = tx.get(Case, case)
        row.next_review_on, row.status = TODAY + WEEK, row.status.CLOSED
        tx.journal("test.closed")
    assert write_agenda(desk, meeting).result == Rewritten(added=1, dropped=1)

    again = read_agenda(desk, meeting).entries
    assert [entry.kind for entry in again] == [AgendaKind.NEW_REFERRAL]
    assert again[0].id not in first


def test_the_order_people_chose_stays_when_the_agenda_is_written_again(
    desk: Desk, meeting: UUID
) -> None:
    add_case(desk, "Tomos", next_review_on=TODAY)
    add_referral(desk)
    write_agenda(desk, meeting)
    review, referral = (entry.id for entry in read_agenda(desk, meeting).entries)

    revision = read_agenda(desk, meeting).header.row.revision
    reorder_agenda(desk, meeting, [referral, review], seen=revision)
    add_case(desk, "Anna", next_review_on=TODAY)
    write_agenda(desk, meeting)

    order = [entry.id for entry in read_agenda(desk, meeting).entries]
    assert len(order) == 3
    assert order.index(referral) < order.index(review)


def test_an_order_must_hold_exactly_the_lines_that_stand(desk: Desk, meeting: UUID) -> None:
    add_case(desk, "Tomos")
    add_referral(desk)
    write_agenda(desk, meeting)
    lines = [entry.id for entry in read_agenda(desk, meeting).entries]
    revision = read_agenda(desk, meeting).header.row.revision

    for wrong in (lines[:1], [*lines, lines[0]], [lines[0], meeting], []):
        with pytest.raises(InvalidFieldsError):
            reorder_agenda(desk, meeting, wrong, seen=revision)
    assert [entry.id for entry in read_agenda(desk, meeting).entries] == lines


def test_a_stale_order_is_refused(desk: Desk, meeting: UUID) -> None:
    add_case(desk, "Tomos")
    add_referral(desk)
    write_agenda(desk, meeting)
    lines = [entry.id for entry in read_agenda(desk, meeting).entries]
    revision = read_agenda(desk, meeting).header.row.revision
    reorder_agenda(desk, meeting, lines[::-1], seen=revision)

    with pytest.raises(StaleRecordError):
        reorder_agenda(desk, meeting, lines, seen=revision)


def test_a_meeting_made_by_hand_has_only_what_people_put_there(desk: Desk) -> None:
    person, _ = add_case(desk, "Tomos", next_review_on=TODAY)
    when = Appointment(TODAY, TEN)
    meeting = schedule_meeting(desk, MeetingType.PROFESSIONALS, when).result

    assert write_agenda(desk, meeting).result == Rewritten(0, 0)
    add_item(desk, meeting, NewItem(AgendaKind.REVIEW, person_id=person))
    assert kinds(desk, meeting) == [AgendaKind.REVIEW]
    assert write_agenda(desk, meeting).result == Rewritten(0, 0)
    assert kinds(desk, meeting) == [AgendaKind.REVIEW]


def test_a_matter_stands_on_an_agenda_once(desk: Desk, meeting: UUID) -> None:
    person, _ = add_case(desk, "Tomos", next_review_on=TODAY)
    write_agenda(desk, meeting)
    with pytest.raises(DuplicateRecordError):
        add_item(desk, meeting, NewItem(AgendaKind.REVIEW, person_id=person))
    with pytest.raises(DuplicateRecordError):
        add_urgent_item(desk, meeting, NewItem(person_id=person), reason="In hospital.")
    assert len(items_of(desk, meeting)) == 1


def test_a_line_about_nothing_or_about_two_people_is_refused(desk: Desk, meeting: UUID) -> None:
    tomos, _ = add_case(desk, "Tomos")
    _, other = add_case(desk, "Anna")
    for wrong in (NewItem(title=" "), NewItem(person_id=tomos, case_id=other)):
        with pytest.raises(InvalidFieldsError):
            add_item(desk, meeting, wrong)
    assert items_of(desk, meeting) == []


def test_something_urgent_is_raised_on_the_day_with_its_reason(desk: Desk) -> None:
    meeting = opened_meeting(desk)
    person, case = add_case(desk, "Tomos", next_review_on=TODAY + WEEK)
    with pytest.raises(ReasonNeededError):
        add_urgent_item(desk, meeting, NewItem(person_id=person), reason=" ")

    add_urgent_item(desk, meeting, NewItem(person_id=person), reason="Evicted this morning.")

    (entry,) = read_agenda(desk, meeting).entries
    assert (entry.kind, entry.urgent_reason) == (AgendaKind.URGENT, "Evicted this morning.")
    assert entry.case_id == case
    assert entry.why == (WhyListed.URGENT,)
    close_meeting(desk, meeting, at=NOON)
    with pytest.raises(GuardError, match="meeting-over"):
        add_urgent_item(desk, meeting, NewItem(title="Too late"), reason="Late.")


def test_an_issued_agenda_takes_late_items_with_a_reason_only(desk: Desk, meeting: UUID) -> None:
    issue_agenda(desk, meeting)
    with pytest.raises(GuardError, match="agenda-issued"):
        write_agenda(desk, meeting)
    with pytest.raises(ReasonNeededError) as asked:
        add_item(desk, meeting, NewItem(title="Winter beds"))
    assert asked.value.prompts == ("late-item",)
    add_item(desk, meeting, NewItem(title="Winter beds"), reason="The offer came today.")
    with pytest.raises(TransitionError):
        issue_agenda(desk, meeting)

    take_back_agenda(desk, meeting, reason="A page was missing.")
    write_agenda(desk, meeting)
    assert [entry.title for entry in read_agenda(desk, meeting).entries] == ["Winter beds"]


def test_a_moved_meeting_has_its_agenda_issued_again(desk: Desk, meeting: UUID) -> None:
    issue_agenda(desk, meeting)
    seen = read_agenda(desk, meeting).header.row.revision
    when = Appointment(date(2026, 11, 20), TEN)
    move_meeting(desk, meeting, when, seen=seen, reason="The hall is taken.")
    assert read_agenda(desk, meeting).header.row.status is MeetingStatus.SCHEDULED


def test_a_line_is_changed_before_the_meeting_and_not_after_it_began(
    desk: Desk, meeting: UUID
) -> None:
    item = add_item(desk, meeting, NewItem(title="Winter beds")).result
    change_item(desk, item, seen=1, minutes_planned=15, outcome_sought="A list of beds")
    assert read_agenda(desk, meeting).minutes_planned == 15 + AROUND
    for wrong in ({"minutes_planned": 0}, {"minutes_planned": 500}, {"status": "taken"}):
        with pytest.raises(InvalidFieldsError):
            change_item(desk, item, seen=2, **wrong)

    open_meeting(desk, meeting, at=TEN)
    with pytest.raises(GuardError, match="meeting-begun"):
        change_item(desk, item, seen=2, title="Summer beds")
    with pytest.raises(GuardError, match="meeting-begun"):
        add_item(desk, meeting, NewItem(title="Another"))
    with pytest.raises(GuardError, match="meeting-begun"):
        withdraw_from_agenda(desk, item, reason="Changed our minds.")
    assert read_agenda(desk, meeting).entries[0].title == "Winter beds"


def test_an_excluded_agency_reads_an_agenda_without_a_gap(desk: Desk, meeting: UUID) -> None:
    hidden, _ = add_case(desk, "Anna", next_review_on=TODAY)
    add_case(desk, "Tomos", next_review_on=TODAY)
    add_action(desk, hidden, TODAY - WEEK)
    keep_from(desk, hidden, POLICE)
    write_agenda(desk, meeting)
    assert len(read_agenda(desk, meeting).entries) == 3

    copy = read_agenda(desk, meeting, reader=Reader(Role.CHAIR, POLICE))

    assert [entry.number for entry in copy.entries] == [1, 2]
    assert all(e.person is None or e.person.id != hidden for e in copy.entries)
    assert copy.actions == ()


def test_people_whose_agency_in_the_room_must_not_be_told_are_flagged(
    desk: Desk, meeting: UUID
) -> None:
    add_seats(desk)
    person, _ = add_case(desk, "Anna", next_review_on=TODAY)
    keep_from(desk, person, POLICE)
    write_agenda(desk, meeting)

    line = read_agenda(desk, meeting).entries[0].person
    assert line is not None
    assert line.must_not_hear == ("Kerrow Police",)


def test_a_sitter_who_must_not_know_of_a_person_cannot_touch_their_line(
    desk: Desk, meeting: UUID
) -> None:
    hidden, _ = add_case(desk, "Anna", next_review_on=TODAY)
    add_case(desk, "Tomos", next_review_on=TODAY)
    add_referral(desk)
    keep_from(desk, hidden, POLICE)
    write_agenda(desk, meeting)
    (line,) = (i for i in items_of(desk, meeting) if i.person_id == hidden)
    place = [i.id for i in items_of(desk, meeting)].index(line.id)
    officer = sitting(desk, UUID(int=3 << 64 | 3), Role.COORDINATOR, POLICE)

    with pytest.raises(WithheldError):
        withdraw_from_agenda(officer, line.id, reason="Why not?")
    with pytest.raises(WithheldError):
        add_item(officer, meeting, NewItem(person_id=hidden))
    shown = [entry.id for entry in read_agenda(officer, meeting).entries]
    revision = read_agenda(officer, meeting).header.row.revision
    reorder_agenda(officer, meeting, shown[::-1], seen=revision)

    order = [i.id for i in items_of(desk, meeting)]
    assert order.index(line.id) == place
    assert [one for one in order if one != line.id] == shown[::-1]


def test_writing_an_agenda_is_one_entry_in_the_journal(desk: Desk, meeting: UUID) -> None:
    add_case(desk, "Tomos", next_review_on=TODAY)
    add_referral(desk)
    write_agenda(desk, meeting)
    lines = [item.id.hex for item in items_of(desk, meeting)]
    with desk.read() as look:
        names = [act.name for act in look.history.acts()]
        assert names[0] == "agenda.written"
        assert names.count("agenda.written") == 1
        assert look.get(Meeting, meeting).item_order == lines


def test_a_council_reader_sees_the_whole_agenda(desk: Desk, meeting: UUID) -> None:
    add_case(desk, "Tomos", next_review_on=TODAY)
    write_agenda(desk, meeting)
    assert len(read_agenda(desk, meeting, reader=Reader(Role.CHAIR, COUNCIL)).entries) == 1
