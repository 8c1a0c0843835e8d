"""Two weekly meetings from agenda to approved minutes, with nothing but what people do."""

from datetime import date, time, timedelta
from uuid import UUID

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.barriers import describe_barrier
from coordinator.casework.actions.outcomes import Occasion, set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import (
    NewItem,
    add_item,
    add_urgent_item,
    issue_agenda,
    write_agenda,
)
from coordinator.casework.meetings.attendance import (
    Attendee,
    add_attendee,
    record_apologies,
    record_attendance,
    record_substitute,
)
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import (
    add_note,
    defer_item,
    record_minutes_used,
    set_next_review,
    take_item,
    write_facts,
    write_person_view,
)
from coordinator.casework.meetings.minutes import (
    approve_minutes,
    correct_minutes,
    draft_minutes,
    issue_minutes,
    record_approval,
)
from coordinator.casework.meetings.reading import next_meeting, read_meeting
from coordinator.casework.meetings.running import (
    close_meeting,
    open_meeting,
    record_statement_read,
    settle_last_minutes,
    write_meeting_notes,
)
from coordinator.casework.meetings.series import schedule_next
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.people.entering import register_person
from coordinator.casework.plans.writing import agree_plan, begin_plan, edit_plan, propose_plan
from coordinator.casework.referrals.asking import (
    accept_referral,
    draft_referral,
    screen_referral,
    submit_referral,
)
from coordinator.db.journal import entries
from coordinator.db.models import Case
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.meetings import (
    AgendaKind,
    Attendance,
    MinutesAccuracy,
    WhyListed,
)
from coordinator.domain.lists.people import ReferralCriterion
from coordinator.domain.lists.sharing import Gateway, LawfulBasis, ToldAboutPanel
from coordinator.domain.meetings.rules import Quorum
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.plans.rules import Agreement
from coordinator.domain.records.chain import faults
from coordinator.domain.roles import Role
from coordinator.domain.states import ActionStatus, Answer, MeetingStatus
from tests.based import CONDITIONS
from tests.meetings import NOON, TEN, add_seats, weekly
from tests.stores import CHAIR, HEALTH, HOUSING, NURSE, POLICE, TODAY, WORKER, Clock

WEEK = timedelta(days=7)


def refer(desk: Desk, name: str) -> tuple[UUID, UUID]:
    """Put somebody on file and refer them; give the ids of the person and the referral."""
    person = register_person(desk, given_name=name, children_affected=Answer.NO).result
    record_basis(
        desk,
        person,
        **CONDITIONS,
        lawful_basis=LawfulBasis.PUBLIC_TASK,
        gateway=Gateway.CRIME_AND_DISORDER,
        told=ToldAboutPanel.YES,
        told_on=TODAY,
        review_on=TODAY + 20 * WEEK,
    )
    referral = draft_referral(
        desk,
        person,
        referrer_id=NURSE,
        why_now="Evicted on Monday",
        criteria=[ReferralCriterion.NO_HOME],
        offer="Weekly visits go on.",
    ).result
    submit_referral(desk, referral)
    screen_referral(desk, referral, note="Three services involved.")
    return person, referral


def fill_the_room(desk: Desk, meeting: UUID) -> None:
    """Chair and coordinator come; the police send a substitute; health sends information."""
    for row in read_meeting(desk, meeting).attendance:
        if row.agency_id == POLICE:
            somebody = Attendee(name="Ffion Rees", job="Sergeant", has_signed=True)
            record_substitute(desk, row.id, somebody, seen=row.revision)
        elif row.agency_id == HEALTH:
            sent = desk.today() - timedelta(days=1)
            record_apologies(desk, row.id, seen=row.revision, information_on=sent)
        else:
            record_attendance(desk, row.id, Attendance.PRESENT, seen=row.revision)
    observer = Attendee(name="Gwen Osei", agency_id=HEALTH)
    add_attendee(desk, meeting, Attendance.OBSERVER, observer)


def begin(desk: Desk, series: UUID) -> UUID:
    meeting = schedule_next(desk, series).result
    write_agenda(desk, meeting)
    issue_agenda(desk, meeting)
    open_meeting(desk, meeting, at=TEN)
    fill_the_room(desk, meeting)
    record_statement_read(desk, meeting, at=time(10, 4), by_id=CHAIR)
    settle_last_minutes(desk, meeting)
    return meeting


def item_about(desk: Desk, meeting: UUID, person: UUID) -> UUID:
    entries_ = read_agenda(desk, meeting).entries
    return next(e.id for e in entries_ if e.person is not None and e.person.id == person)


def revision(desk: Desk, meeting: UUID, item: UUID) -> int:
    record = read_meeting(desk, meeting)
    return next(i.entry.revision for i in record.items if i.entry.id == item)


def take_somebody_on(
    chair: Desk, meeting: UUID, person: UUID, referral: UUID
) -> tuple[UUID, UUID]:
    """Hear a referral, decide, agree a lead, a plan and an action; give case and action."""
    item = item_about(chair, meeting, person)
    take_item(chair, item)
    add_note(chair, item, agency_id=POLICE, text="Two calls this month.")
    write_facts(
        chair, item, seen=1 + 1, summary="Sleeps near the harbour.", restricted="Owes money."
    )
    seen = revision(chair, meeting, item)
    write_person_view(chair, item, seen=seen, view="I want my dog.", spoken_by="Kasia Dębska")
    record_decision(
        chair,
        item,
        Decided(
            "Take Tomos on.",
            "Nobody else holds the whole.",
            dissent_asked=True,
            dissent_agencies=(HOUSING,),
            dissent="Homes would wait for the assessment.",
        ),
    )
    case = accept_referral(chair, referral, reason="Nobody else holds the whole.").result
    agree_lead(chair, case, WORKER)
    plan = begin_plan(chair, person).result
    edit_plan(chair, plan, seen=1, what_matters="My dog.")
    propose_plan(chair, plan, seen=2)
    agree_plan(chair, plan, Agreement(meeting_id=meeting), seen=3)
    due = chair.today() + timedelta(days=4)
    new = NewAction("Ask for a bed", WORKER, due, person_id=person, meeting_id=meeting)
    action = add_action(chair, new).result
    seen = revision(chair, meeting, item)
    record_minutes_used(chair, item, seen=seen, minutes=6)
    return case, action


def first_meeting(desk: Desk, chair: Desk, clock: Clock, series: UUID) -> tuple[UUID, UUID, UUID]:
    """Hear two referrals; give the meeting, who was taken on, and who was put off."""
    person, referral = refer(desk, "Tomos")
    hidden, _ = refer(desk, "Anna")
    exclude_agency(desk, hidden, agency_id=POLICE, reason="A relative works there.")
    meeting = begin(desk, series)
    storm = NewItem(title="Storm tonight")
    add_urgent_item(desk, meeting, storm, reason="Red warning.")
    agenda = read_agenda(desk, meeting)
    assert [entry.kind for entry in agenda.entries] == [
        AgendaKind.URGENT,
        AgendaKind.NEW_REFERRAL,
        AgendaKind.NEW_REFERRAL,
    ]
    lines = {entry.person.id: entry.person for entry in agenda.entries if entry.person}
    assert lines[hidden].must_not_hear == ("Kerrow Police",)
    assert lines[person].must_not_hear == ()
    take_somebody_on(chair, meeting, person, referral)
    defer_item(desk, item_about(desk, meeting, hidden), reason="The police were in the room.")
    take_item(desk, agenda.entries[0].id)
    seen = read_meeting(desk, meeting).header.row.revision
    write_meeting_notes(desk, meeting, seen=seen, learning="Ask about pets early.")
    assert close_meeting(desk, meeting, at=NOON).result == 0
    draft_minutes(desk, meeting)
    issue_minutes(desk, meeting)
    clock.move(days=1)
    how = "E-mail of 20 November, 08:40"
    record_approval(desk, meeting, by_id=CHAIR, on=date(2026, 11, 20), how=how)
    return meeting, person, hidden


def second_meeting(desk: Desk, chair: Desk, series: UUID, person: UUID, hidden: UUID) -> UUID:
    """Check the action that could not be done, hear both people again, come to approval."""
    meeting = begin(desk, series)
    agenda = read_agenda(desk, meeting)
    found = {e.person.id if e.person else None: e for e in agenda.entries}
    assert found[None].kind is AgendaKind.ACTION_CHECK
    assert found[person].why == (WhyListed.NO_REVIEW_DATE,)
    assert found[person].person is not None
    assert WhyListed.DEFERRED_LAST_TIME in found[hidden].why
    (due,) = agenda.actions
    stopped = Outcome(ActionStatus.COULD_NOT, barrier=BarrierCategory.HOUSING_COUPLES_PETS)
    set_outcome(desk, due.id, stopped, seen=due.revision, occasion=Occasion(meeting_id=meeting))
    for entry in agenda.entries:
        take_item(desk, entry.id)
    item = found[person].id
    seen = revision(desk, meeting, item)
    set_next_review(desk, item, seen=seen, on=date(2026, 12, 24))
    close_meeting(desk, meeting, at=NOON)
    draft_minutes(desk, meeting)
    with desk.read() as look:
        (barrier,) = look.barriers.without_details(meeting)
    words = {"description": "No room takes a dog.", "tried": "Three hostels were asked."}
    describe_barrier(desk, barrier, seen=1, **words)
    issue_minutes(desk, meeting)
    approve_minutes(chair, meeting)
    correct_minutes(desk, meeting, text="Two hostels were asked.", item_id=item)
    assert [row.action.id for row in read_meeting(desk, meeting).outstanding.could_not] == [due.id]
    return meeting


def check_first_minutes(desk: Desk, first: UUID, person: UUID, hidden: UUID) -> None:
    minutes = read_meeting(desk, first)
    assert minutes.header.row.status is MeetingStatus.APPROVED
    assert minutes.quorum == Quorum(3, 3)
    assert minutes.last_minutes_accuracy is MinutesAccuracy.AGREED
    told = next(i for i in minutes.items if i.entry.person and i.entry.person.id == person)
    assert told.entry.person is not None
    assert told.entry.person.lead == "Rhys Roskilly"
    assert [row.status for row in told.actions] == [ActionStatus.OPEN]
    assert told.actions[0].number.startswith("M26-001/")
    assert told.restricted == "Owes money."
    assert told.decisions[0].dissent_agencies == ("Kerrow Homes",)
    copy = read_meeting(desk, first, reader=Reader(Role.AUDITOR, POLICE))
    assert [item.entry.number for item in copy.items] == [1, 2]
    assert {item.restricted for item in copy.items} == {""}
    assert all(i.entry.person is None or i.entry.person.id != hidden for i in copy.items)


def test_two_meetings_from_agenda_to_approved_minutes(
    desk: Desk, chair: Desk, clock: Clock
) -> None:
    add_seats(desk)
    series = weekly(desk)
    first, person, hidden = first_meeting(desk, chair, clock, series)
    check_first_minutes(desk, first, person, hidden)
    clock.move(days=6)
    second = second_meeting(desk, chair, series, person, hidden)
    check_first_minutes(desk, first, person, hidden)

    third = schedule_next(desk, series).result
    write_agenda(desk, third)
    add_item(desk, third, NewItem(title="Rooms that take dogs"))
    kinds = [entry.kind for entry in read_agenda(desk, third).entries]
    assert kinds == [AgendaKind.NEW_REFERRAL, AgendaKind.OTHER]
    upcoming = next_meeting(desk)
    assert upcoming is not None
    assert (upcoming.id, upcoming.on) == (third, date(2026, 12, 3))
    assert read_meeting(desk, second).corrections[0].text == "Two hostels were asked."
    with desk.read() as look:
        assert not list(faults(list(entries(look.session)), [], lambda _line, _signature: True))


def test_a_review_agreed_with_a_referral_is_kept_on_the_case_it_opened(
    desk: Desk, chair: Desk
) -> None:
    person, referral = refer(desk, "Tomos")
    meeting = begin(desk, weekly(desk))
    item = item_about(desk, meeting, person)
    take_item(desk, item)
    case = accept_referral(chair, referral, reason="Nobody else holds the whole.").result
    set_next_review(desk, item, seen=2, on=TODAY + 4 * WEEK)
    with desk.read() as look:
        assert look.get(Case, case).next_review_on == TODAY + 4 * WEEK
