"""Who could be sent a pack: deputies that wait or go, guests, who acts for the chair."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import add_agency, close_agency
from coordinator.casework.directory.agency_passwords import (
    ensure_agency_passwords,
    note_password_told,
    read_agency_passwords,
    replace_agency_password,
)
from coordinator.casework.directory.covers import add_cover
from coordinator.casework.directory.page import change_panel, read_directory
from coordinator.casework.directory.professionals import add_professional, record_leaving
from coordinator.casework.directory.seats import name_deputy
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import issue_agenda
from coordinator.casework.meetings.attendance import Attendee, add_attendee, record_apologies
from coordinator.casework.meetings.observers import invite_observer, take_back_invitation
from coordinator.casework.meetings.offers import record_offer
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import open_meeting
from coordinator.casework.packs.recipients import read_pack_preview
from coordinator.db.models import AgencyPassword, Professional, Seat
from coordinator.domain.disclosing.packs import PackRow, PasswordNote, Refusal
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    ReasonNeededError,
)
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.lists.sharing import PackVariant
from coordinator.domain.lists.weeks import PanelPost
from coordinator.domain.need_to_know.rule import allowed
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Sensitivity
from coordinator.papers.recipient_packs import draft_packs
from tests.meetings import TEN, add_seats
from tests.packs import Coming, coming_packs
from tests.stores import (
    CHAIR,
    COUNCIL,
    HOUSING,
    OFFICER,
    POLICE,
    TODAY,
    WORKER,
    Clock,
    sitting,
)

DEPUTY, VICE = UUID(int=3 << 64 | 31), UUID(int=3 << 64 | 32)


@pytest.fixture
def coming(desk: Desk) -> Coming:
    made = coming_packs(desk)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        for key, name, agency in ((DEPUTY, "Tegan Opie", HOUSING), (VICE, "Ines Vos", COUNCIL)):
            tx.add(Professional(id=key, name=name, agency_id=agency))
        tx.session.flush()
        seat = next(one.id for one in tx.meetings.seats() if one.holder_id == WORKER)
        tx.journal("test.deputies")
    name_deputy(desk, seat, DEPUTY)
    change_panel(desk, seen=read_directory(desk).panel.revision, vice_chair_id=VICE)
    return made


def rows(desk: Desk, coming: Coming) -> Mapping[UUID, PackRow]:
    return {row.to.key: row for row in read_pack_preview(desk, coming.meeting).rows}


def begin(desk: Desk, coming: Coming) -> None:
    """Let the meeting begin: only then is noted who is there."""
    issue_agenda(desk, coming.meeting)
    open_meeting(desk, coming.meeting, at=TEN)


def away(desk: Desk, coming: Coming, who: UUID) -> None:
    begin(desk, coming)
    with desk.read() as look:
        seat = next(one.id for one in look.meetings.seats() if one.holder_id == who)
        rows = look.meetings.attendance(coming.meeting)
        row = next((one.id, one.revision) for one in rows if one.seat_id == seat)
    record_apologies(desk, row[0], seen=row[1])


def test_a_deputys_pack_waits_while_the_holder_comes_and_goes_when_they_do_not(
    desk: Desk, coming: Coming
) -> None:
    found = rows(desk, coming)
    assert (found[DEPUTY].to.deputy_for, found[DEPUTY].waits) == ("Rhys Roskilly", True)
    assert found[DEPUTY].people == found[WORKER].people
    assert [*found].index(DEPUTY) == [*found].index(WORKER) + 1
    away(desk, coming, WORKER)
    assert not rows(desk, coming)[DEPUTY].waits


def test_who_stands_in_for_the_chair_has_the_full_pack_once_it_is_theirs_to_chair(
    desk: Desk, coming: Coming
) -> None:
    found = rows(desk, coming)[VICE]
    assert (found.variant, found.waits) == (PackVariant.FULL, True)
    away(desk, coming, CHAIR)
    assert not rows(desk, coming)[VICE].waits


def test_who_stands_in_on_the_day_of_the_meeting_has_the_full_pack_of_whom_they_may_know(
    desk: Desk, coming: Coming
) -> None:
    on = read_agenda(desk, coming.meeting).header.row.on
    day = timedelta(days=1)
    stand_in = partial(add_cover, desk, post=PanelPost.CHAIR)
    stand_in(professional_id=DEPUTY, from_on=on + day, until_on=on + 2 * day)
    before = rows(desk, coming)
    stand_in(professional_id=OFFICER, from_on=on, until_on=on)
    add_cover(desk, post=PanelPost.COORDINATOR, professional_id=DEPUTY, from_on=on, until_on=on)
    now = rows(desk, coming)

    for who in (OFFICER, DEPUTY):
        assert before[who].variant is not PackVariant.FULL
        assert (now[who].variant, now[who].waits) == (PackVariant.FULL, False)
        assert allowed(now[who].reader) == {Sensitivity.STANDARD}
    everybody = {*coming.people, coming.referred}
    assert {one.id for one in now[OFFICER].people} == everybody
    assert {one.id for one in now[DEPUTY].people} == everybody - {coming.people[1]}


def test_a_deputy_who_has_a_seat_is_listed_once_and_not_as_a_deputy(
    desk: Desk, coming: Coming
) -> None:
    add_seats(desk, (("Homes for the young", HOUSING, DEPUTY),))
    found = rows(desk, coming)
    assert found[DEPUTY].to.deputy_for == ""
    assert not found[DEPUTY].waits


def test_an_observer_of_no_agency_gets_no_pack_and_one_of_an_agency_the_limited_one(
    desk: Desk, coming: Coming
) -> None:
    begin(desk, coming)
    for guest in (
        Attendee(name="Somebody Else"),
        Attendee(name="A Guest", agency_id=POLICE, has_signed=True),
    ):
        add_attendee(desk, coming.meeting, Attendance.OBSERVER, guest)
    found = {row.to.name: row for row in rows(desk, coming).values()}
    assert found["Somebody Else"].refused is Refusal.NO_AGENCY
    assert (found["A Guest"].refused, found["A Guest"].variant) == (None, PackVariant.LIMITED)


def test_a_seat_nobody_holds_gets_none_and_its_deputy_goes(desk: Desk, coming: Coming) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        seat = next(one for one in tx.meetings.seats() if one.holder_id == WORKER)
        tx.get(Seat, seat.id).holder_id = None
        tx.journal("test.vacant")
    found = rows(desk, coming)
    assert found[seat.id].refused is Refusal.VACANT
    assert not found[DEPUTY].waits


def test_a_password_is_told_then_replaced_and_the_old_one_is_nowhere(
    desk: Desk, coming: Coming, clock: Clock
) -> None:
    old = ensure_agency_passwords(desk, [HOUSING]).result[HOUSING]
    clock.move(days=1)
    note_password_told(desk, HOUSING, how=" By telephone ")
    tomorrow = TODAY + timedelta(days=1)
    known = PasswordNote(TODAY, tomorrow, "By telephone")
    assert rows(desk, coming)[WORKER].to.password == known
    with pytest.raises(ReasonNeededError):
        replace_agency_password(desk, HOUSING, reason=" ")
    new = replace_agency_password(desk, HOUSING, reason="The list was lost.").result
    assert new != old
    assert read_agency_passwords(desk, [HOUSING]) == {HOUSING: new}
    assert rows(desk, coming)[WORKER].to.password == PasswordNote(tomorrow)
    with desk.store.reading() as look:
        acts = [act for act in look.history.acts() if act.name.startswith("agency_password.")]
        kept = [one.password for one in look.session.query(AgencyPassword)]
    assert kept == [new]
    assert {act.name for act in acts} == {
        "agency_password.made",
        "agency_password.told",
        "agency_password.replaced",
    }
    assert all(word not in str(act.__dict__) for act in acts for word in (old, new))


def test_a_note_that_a_password_was_told_says_how_and_when_it_can_have_been(
    desk: Desk, coming: Coming
) -> None:
    del coming
    with pytest.raises(MissingRecordError):
        note_password_told(desk, HOUSING, how="In person")
    with pytest.raises(MissingRecordError):
        replace_agency_password(desk, HOUSING, reason="Lost")
    ensure_agency_passwords(desk, [HOUSING])
    for said, wrong in (
        ({"how": " "}, {"how": "required"}),
        ({"how": "a", "told_on": TODAY + timedelta(days=1)}, {"told_on": "in-the-future"}),
        ({"how": "a", "told_on": TODAY - timedelta(days=1)}, {"told_on": "before-made"}),
    ):
        with pytest.raises(InvalidFieldsError) as refused:
            note_password_told(desk, HOUSING, **said)
        assert refused.value.fields == wrong
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    with pytest.raises(NotPermittedError):
        replace_agency_password(officer, HOUSING, reason="Curious")
    with pytest.raises(NotPermittedError):
        note_password_told(officer, HOUSING, how="In person")


def test_an_observer_who_is_invited_gets_the_limited_pack_before_the_meeting(
    desk: Desk, coming: Coming
) -> None:
    before = set(rows(desk, coming))
    guest = Attendee(agency_id=POLICE, name="Ana Reis")
    invited = invite_observer(desk, coming.meeting, guest).result
    row = rows(desk, coming)[invited]
    assert (row.to.is_observer, row.variant, row.refused) == (True, PackVariant.LIMITED, None)
    assert set(rows(desk, coming)) == before | {invited}
    named = Attendee(professional_id=OFFICER)
    invite_observer(desk, coming.meeting, named)
    with pytest.raises(DuplicateRecordError):
        invite_observer(desk, coming.meeting, named)


def test_an_invitation_that_is_taken_back_leaves_no_pack_and_nobody_in_the_room(
    desk: Desk, coming: Coming
) -> None:
    before = set(rows(desk, coming))
    guest = Attendee(agency_id=POLICE, name="Ana Reis")
    invited = invite_observer(desk, coming.meeting, guest).result
    assert rows(desk, coming)[invited].to.invitation == invited
    take_back_invitation(desk, invited)
    assert set(rows(desk, coming)) == before
    with pytest.raises(MissingRecordError):
        take_back_invitation(desk, invited)
    stays = invite_observer(desk, coming.meeting, guest).result
    begin(desk, coming)
    came = read_meeting(desk, coming.meeting).attendance
    assert [one.id for one in came if one.result is Attendance.OBSERVER] == [stays]
    with pytest.raises(GuardError, match="meeting-begun"):
        take_back_invitation(desk, stays)
    seat = next(one.id for one in came if one.seat_id is not None)
    with pytest.raises(GuardError):
        take_back_invitation(desk, seat)


def test_who_was_invited_and_left_gets_no_pack_nor_whose_agency_has_closed(
    desk: Desk, coming: Coming
) -> None:
    leaver = add_professional(desk, name="Bo Lund", agency_id=HOUSING).result
    agency = add_agency(desk, name="Kerrow Advice").result
    record_offer(desk, coming.people[0], agency, what="Advice on debt")
    invite_observer(desk, coming.meeting, Attendee(professional_id=leaver))
    guest = Attendee(agency_id=agency, name="Ana Reis")
    invited = invite_observer(desk, coming.meeting, guest).result
    assert [rows(desk, coming)[one].refused for one in (leaver, invited)] == [None, None]

    record_leaving(desk, leaver)
    close_agency(desk, agency, reason="No money")

    found = rows(desk, coming)
    assert [found[one].refused for one in (leaver, invited)] == [Refusal.LEFT] * 2
    with pytest.raises(GuardError, match="pack-refused"):
        draft_packs(desk, coming.meeting, [leaver])


def test_who_is_invited_stands_in_the_room_when_it_opens_beside_every_seat(
    desk: Desk, coming: Coming
) -> None:
    seats, before = len(read_directory(desk).seats), not_hearing(desk, coming)
    invite_observer(desk, coming.meeting, Attendee(name="Ana Reis"))
    assert not_hearing(desk, coming) == before  # everybody with a seat is still expected
    begin(desk, coming)
    came = read_meeting(desk, coming.meeting).attendance
    assert len(came) == seats + 1
    assert [one.name for one in came if one.result is Attendance.OBSERVER] == ["Ana Reis"]
    with pytest.raises(GuardError):
        invite_observer(desk, coming.meeting, Attendee(name="Bo Lund"))


def not_hearing(desk: Desk, coming: Coming) -> list[tuple[str, ...]]:
    entries = read_agenda(desk, coming.meeting).entries
    return [one.person.must_not_hear for one in entries if one.person is not None]
