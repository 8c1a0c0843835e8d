"""What is said about one item, by whom, and when the panel looks again."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import NewItem, add_item, add_urgent_item, write_agenda
from coordinator.casework.meetings.discussions import (
    add_note,
    change_note,
    defer_item,
    put_back_item,
    record_minutes_used,
    remove_note,
    set_next_review,
    take_item,
    withdraw_item,
    write_facts,
    write_person_view,
)
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import open_meeting
from coordinator.casework.meetings.series import schedule_next
from coordinator.db.models import Agency, AgendaItem, Case
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    StaleRecordError,
    TransitionError,
    WithheldError,
)
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.meetings.views import ItemRecord
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import ItemStatus, Sensitivity
from tests.meetings import TEN, add_case, keep_from, opened_meeting, weekly
from tests.stores import COUNCIL, HEALTH, OFFICER, POLICE, TODAY, sitting


@pytest.fixture
def person(desk: Desk) -> UUID:
    return add_case(desk, "Tomos", next_review_on=TODAY)[0]


@pytest.fixture
def meeting(desk: Desk, person: UUID) -> UUID:
    return opened_meeting(desk)


@pytest.fixture
def item(desk: Desk, meeting: UUID) -> UUID:
    return read_agenda(desk, meeting).entries[0].id


def record(desk: Desk, meeting: UUID, **copy: Reader) -> ItemRecord:
    return read_meeting(desk, meeting, **copy).items[0]


def test_an_item_is_taken_put_off_or_withdrawn(desk: Desk, meeting: UUID) -> None:
    reasons = {ItemStatus.DEFERRED: "The lead is away.", ItemStatus.WITHDRAWN: "A mistake."}
    items = [
        add_urgent_item(desk, meeting, NewItem(title=title), reason="Today.").result
        for title in ("One", "Two", "Three")
    ]
    take_item(desk, items[0])
    defer_item(desk, items[1], reason=reasons[ItemStatus.DEFERRED])
    withdraw_item(desk, items[2], reason=reasons[ItemStatus.WITHDRAWN])

    found = {i.entry.title: i for i in read_meeting(desk, meeting).items}
    assert [found[t].entry.status for t in ("One", "Two", "Three")] == [
        ItemStatus.TAKEN,
        ItemStatus.DEFERRED,
        ItemStatus.WITHDRAWN,
    ]
    assert found["Two"].status_reason == "The lead is away."
    assert found["Three"].status_reason == "A mistake."


def test_putting_off_and_withdrawing_need_a_reason(desk: Desk, item: UUID, meeting: UUID) -> None:
    for act, prompt in ((defer_item, "item-deferred"), (withdraw_item, "item-withdrawn")):
        with pytest.raises(ReasonNeededError) as asked:
            act(desk, item, reason=" ")
        assert asked.value.prompts == (prompt,)
    assert record(desk, meeting).entry.status is ItemStatus.PLANNED


def test_nobody_is_talked_about_before_the_statement_is_read(desk: Desk, person: UUID) -> None:
    meeting = schedule_next(desk, weekly(desk)).result
    write_agenda(desk, meeting)
    topic = add_item(desk, meeting, NewItem(title="Winter beds")).result
    open_meeting(desk, meeting, at=TEN)
    review = read_agenda(desk, meeting).entries[0].id

    with pytest.raises(GuardError, match="statement-not-read"):
        take_item(desk, review)
    take_item(desk, topic)
    defer_item(desk, review, reason="Nobody came.")


def test_an_item_is_not_taken_twice_and_what_was_taken_is_not_withdrawn(
    desk: Desk, item: UUID
) -> None:
    take_item(desk, item)
    with pytest.raises(TransitionError):
        take_item(desk, item)
    with pytest.raises(TransitionError):
        withdraw_item(desk, item, reason="Never mind.")
    defer_item(desk, item, reason="The lead had to leave.")


def test_a_slip_is_put_back_and_the_words_stay(desk: Desk, item: UUID, meeting: UUID) -> None:
    with pytest.raises(TransitionError):
        put_back_item(desk, item)
    write_facts(desk, item, seen=1, summary="Seen on Monday.")
    for slip in (take_item, lambda d, i: defer_item(d, i, reason="Slip.")):
        slip(desk, item)
        put_back_item(desk, item)
        found = record(desk, meeting)
        assert (found.entry.status, found.status_reason) == (ItemStatus.PLANNED, "")
        assert found.summary == "Seen on Monday."


def test_facts_are_kept_as_they_were_said(desk: Desk, item: UUID, meeting: UUID) -> None:
    long = "Seen at the harbour. " * 400
    write_facts(desk, item, seen=1, summary=long, since_last="Moved to the hostel.")
    write_facts(desk, item, seen=2, risks="Cold nights", strengths="A caring sister")
    write_facts(desk, item, seen=3, disagreement="Homes sees the risk as lower.")
    write_person_view(desk, item, seen=4, view="I want my dog.", spoken_by="Kasia Dębska")
    record_minutes_used(desk, item, seen=5, minutes=7)

    found = record(desk, meeting)
    assert found.summary == long
    assert (found.since_last, found.risks, found.strengths) == (
        "Moved to the hostel.",
        "Cold nights",
        "A caring sister",
    )
    assert (found.person_view, found.view_spoken_by) == ("I want my dog.", "Kasia Dębska")
    assert found.disagreement == "Homes sees the risk as lower."
    assert found.minutes_used == 7


def test_other_fields_and_impossible_values_are_refused(
    desk: Desk, item: UUID, meeting: UUID
) -> None:
    with pytest.raises(InvalidFieldsError):
        write_facts(desk, item, seen=1, status="taken")
    with pytest.raises(InvalidFieldsError):
        write_person_view(desk, item, seen=1, view="I want my dog.", spoken_by=" ")
    for minutes in (-1, 500):
        with pytest.raises(InvalidFieldsError):
            record_minutes_used(desk, item, seen=1, minutes=minutes)
    assert record(desk, meeting).entry.revision == 1


def test_two_people_writing_the_same_field_are_told(desk: Desk, item: UUID) -> None:
    write_facts(desk, item, seen=1, summary="Ours")
    write_facts(desk, item, seen=1, risks="Different field")
    with pytest.raises(StaleRecordError) as refused:
        write_facts(desk, item, seen=1, summary="Theirs")
    assert refused.value.theirs == {"summary": "Ours"}


def test_the_next_review_is_set_on_item_and_case_in_one_act(
    desk: Desk, item: UUID, meeting: UUID
) -> None:
    on = TODAY + timedelta(weeks=4)
    done = set_next_review(desk, item, seen=1, on=on)

    entry = record(desk, meeting).entry
    assert entry.next_review_on == on
    with desk.read() as look:
        assert entry.case_id is not None
        assert look.get(Case, entry.case_id).next_review_on == on
        assert look.history.acts()[0].name == "item.review_set"
    assert {entry.case_id, item} <= done.changes.records
    for wrong in (TODAY, TODAY - timedelta(days=1)):
        with pytest.raises(InvalidFieldsError):
            set_next_review(desk, item, seen=2, on=wrong)


def test_notes_are_attributed_to_the_agency_under_the_name_of_the_day(
    desk: Desk, item: UUID, meeting: UUID
) -> None:
    add_note(desk, item, agency_id=POLICE, text="Two calls this month.")
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Agency, POLICE).name = "Peninsula Police"
        tx.journal("test.renamed")

    (note,) = record(desk, meeting).notes
    assert (note.agency, note.text) == ("Kerrow Police", "Two calls this month.")
    assert note.said_on == date(2026, 11, 19)


def test_a_note_is_corrected_or_taken_out_while_minutes_are_written(
    desk: Desk, item: UUID, meeting: UUID
) -> None:
    note = add_note(desk, item, agency_id=POLICE, text="Two calls").result
    change_note(desk, note, seen=1, text="Three calls", sensitivity=Sensitivity.RESTRICTED)
    assert record(desk, meeting).notes[0].text == "Three calls"
    with pytest.raises(ReasonNeededError):
        remove_note(desk, note, reason="")
    remove_note(desk, note, reason="Said in another meeting.")
    assert record(desk, meeting).notes == ()
    with pytest.raises(InvalidFieldsError):
        add_note(desk, item, agency_id=POLICE, text=" \n ")


def test_restricted_words_are_left_out_for_readers_who_may_not_have_them(
    desk: Desk, item: UUID, meeting: UUID
) -> None:
    write_facts(desk, item, seen=1, summary="Plain", restricted="An injunction stands.")
    secret = Sensitivity.RESTRICTED
    add_note(desk, item, agency_id=HEALTH, text="On the ward.", sensitivity=secret)
    add_note(desk, item, agency_id=POLICE, text="Two calls.")

    full = record(desk, meeting)
    assert full.restricted == "An injunction stands."
    assert {note.text for note in full.notes} == {"On the ward.", "Two calls."}
    copy = record(desk, meeting, reader=Reader(Role.AUDITOR, COUNCIL))
    assert (copy.summary, copy.restricted) == ("Plain", "")
    assert [note.text for note in copy.notes] == ["Two calls."]


def test_a_sitter_who_must_not_know_cannot_write_about_the_person(
    desk: Desk, person: UUID, item: UUID, meeting: UUID
) -> None:
    keep_from(desk, person, POLICE)
    officer = sitting(desk, OFFICER, Role.COORDINATOR, POLICE)
    with pytest.raises(WithheldError):
        take_item(officer, item)
    with pytest.raises(WithheldError):
        write_facts(officer, item, seen=1, summary="Known anyway.")
    with pytest.raises(WithheldError):
        add_note(officer, item, agency_id=POLICE, text="Known anyway.")
    assert read_meeting(officer, meeting).items == ()
    with desk.read() as look:
        assert look.get(AgendaItem, item).status is ItemStatus.PLANNED


def test_nothing_is_written_before_the_meeting_opens(desk: Desk, person: UUID) -> None:
    meeting = schedule_next(desk, weekly(desk)).result
    write_agenda(desk, meeting)
    item = read_agenda(desk, meeting).entries[0].id
    with pytest.raises(GuardError, match="meeting-not-open"):
        write_facts(desk, item, seen=1, summary="Too early.")
    assert read_agenda(desk, meeting).entries[0].kind is AgendaKind.REVIEW


def test_an_agency_that_must_not_hear_of_somebody_has_said_nothing_about_them(
    desk: Desk, meeting: UUID, person: UUID, item: UUID
) -> None:
    keep_from(desk, person, POLICE)
    with pytest.raises(GuardError, match="agency-not-told"):
        add_note(desk, item, agency_id=POLICE, text="Two calls this week.")
    assert not record(desk, meeting).notes
    add_note(desk, item, agency_id=HEALTH, text="Seen on Monday.")
    assert [one.text for one in record(desk, meeting).notes] == ["Seen on Monday."]
