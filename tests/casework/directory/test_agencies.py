"""Agencies: renamed, merged and closed without rewriting what happened under their names."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import (
    add_agency,
    change_agency,
    close_agency,
    find_agreements_to_renew,
    find_former_names,
    merge_agency,
    record_agreement,
    rename_agency,
)
from coordinator.casework.directory.page import read_directory
from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.directory.seats import add_seat
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.disclosing.sharing_reads import read_sharing
from coordinator.casework.packs.paper_reads import read_audience
from coordinator.casework.people.entering import register_person
from coordinator.db.models import Action, Agency, Meeting, Presence, Professional, Seat
from coordinator.domain.directory.rules import AgreementState, FormerName
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
    SeveralFitError,
    WithheldError,
)
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import ActionStatus, AgencyStatus
from coordinator.wording.refusals.notices import notice_for
from tests.stores import (
    COUNCIL,
    HEALTH,
    HOUSING,
    NURSE,
    OFFICER,
    POLICE,
    TODAY,
    WORKER,
    Clock,
    nobody_signed,
    sitting,
)


def action(desk: Desk, number: str, *, agency: UUID, name: str, status: ActionStatus) -> UUID:
    made = Action(
        id=desk.new_id(),
        number=number,
        text="Ring the duty desk",
        owner_id=NURSE,
        owner_agency_id=agency,
        owner_agency=name,
        set_on=TODAY,
        due_on=TODAY,
        original_due_on=TODAY,
        status=status,
    )
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        tx.add(made)
        tx.journal("action.set", record=made.id)
    return made.id


def attended(desk: Desk) -> UUID:
    """Let the mental health trust have been at a meeting under the name it has now."""
    meeting = Meeting(
        id=desk.new_id(),
        reference="M26-001",
        meeting_type=MeetingType.TASKING,
        on=TODAY,
        starts_at=desk.now().time(),
    )
    row = Presence(
        id=desk.new_id(), meeting_id=meeting.id, agency_id=HEALTH, agency="Kerrow Mental Health"
    )
    with desk.act(Right.RUN_MEETINGS) as tx:
        tx.add(meeting)
        tx.session.flush()
        tx.add(row)
        tx.journal("meeting.held", record=meeting.id)
    return row.id


def test_an_agency_is_added_once_under_its_name(desk: Desk) -> None:
    made = add_agency(desk, name=" Kerrow Drugs Service ", agency_kind=AgencyKind.SUBSTANCE_USE)
    for wrong in ("kerrow homes", "KERROW DRUGS SERVICE"):
        with pytest.raises(DuplicateRecordError):
            add_agency(desk, name=wrong)
    with pytest.raises(InvalidFieldsError):
        add_agency(desk, name=" ")
    with pytest.raises(InvalidFieldsError):
        add_agency(desk, name="X", status=AgencyStatus.CLOSED)
    change_agency(desk, made.result, seen=1, phone="01632 960100")
    (row,) = [a for a in read_directory(desk).agencies if a.id == made.result]
    assert (row.name, row.phone) == ("Kerrow Drugs Service", "01632 960100")


def test_a_new_name_leaves_the_past_as_it_was(desk: Desk, clock: Clock) -> None:
    presence = attended(desk)
    done = action(desk, "A1", agency=HEALTH, name="Kerrow Mental Health", status=ActionStatus.DONE)
    clock.move(days=3)
    with pytest.raises(DuplicateRecordError):
        rename_agency(desk, HEALTH, seen=1, name="Kerrow Police")
    rename_agency(desk, HEALTH, seen=1, name="West Mind Trust", short_name="WMT")

    with desk.store.reading() as look:
        assert look.get(Agency, HEALTH).name == "West Mind Trust"
        assert look.get(Presence, presence).agency == "Kerrow Mental Health"
        assert look.get(Action, done).owner_agency == "Kerrow Mental Health"
    assert find_former_names(desk, HEALTH) == [
        FormerName("Kerrow Mental Health", TODAY + timedelta(days=3))
    ]


def test_a_name_is_nobody_elses_in_full_or_for_short_however_it_is_given(desk: Desk) -> None:
    rename_agency(desk, HEALTH, seen=1, name="West Mind Trust", short_name="WMT")
    refusals = (
        lambda: add_agency(desk, name="W.M.T."),
        lambda: add_agency(desk, name="Wheal Maritime Trading", short_name=" wmt "),
        lambda: add_agency(desk, name="Minds", short_name="West Mind  trust"),
        lambda: rename_agency(desk, POLICE, seen=1, name="WMT"),
        lambda: rename_agency(desk, POLICE, seen=1, name="Kerrow Police", short_name="Wmt"),
        lambda: change_agency(desk, POLICE, seen=1, short_name="West Mind Trust"),
    )
    for refused in refusals:
        with pytest.raises(DuplicateRecordError) as error:
            refused()
        assert error.value.record == HEALTH
        said = notice_for(error.value)
        assert said.what == "Another agency is already called this, in full or for short."
    assert len(read_directory(desk).agencies) == 4
    change_agency(desk, POLICE, seen=1, short_name="KP", phone="01632 960101")
    change_agency(desk, POLICE, seen=2, short_name="KP", phone="01632 960102")
    rename_agency(desk, POLICE, seen=3, name="KP", short_name="Kerrow Police")  # its own, turned


def test_whoever_names_several_agencies_at_once_reads_which_and_what_to_write(desk: Desk) -> None:
    with pytest.raises(SeveralFitError) as error:
        read_audience(desk, "kerrow")
    said = notice_for(error.value)
    assert said.what.startswith("More than one fits 'kerrow': Kerrow Council; Kerrow Homes; ")
    assert said.next == "Write the whole name of the one you mean."
    assert "Homes" not in str(error.value)


def test_a_name_is_free_again_once_its_agency_became_part_of_another(desk: Desk) -> None:
    change_agency(desk, HEALTH, seen=1, short_name="KMH")
    with pytest.raises(DuplicateRecordError):
        rename_agency(desk, HOUSING, seen=1, name="Kerrow Homes", short_name="KMH")
    merge_agency(desk, HEALTH, into=HOUSING)
    with pytest.raises(GuardError, match="agency-closed"):
        read_audience(desk, "KMH")  # nobody is taken for whom they are not
    rename_agency(desk, HOUSING, seen=1, name="Kerrow Mental Health", short_name="KMH")
    assert {read_audience(desk, one).agency for one in ("KMH", "kerrow mental health")} == {
        HOUSING
    }


def test_merging_passes_people_seats_and_open_actions_on_and_leaves_the_past(
    desk: Desk,
) -> None:
    presence = attended(desk)
    names = {"agency": HEALTH, "name": "Kerrow Mental Health"}
    open_one = action(desk, "A1", status=ActionStatus.OPEN, **names)  # type: ignore[arg-type]
    done = action(desk, "A2", status=ActionStatus.DONE, **names)  # type: ignore[arg-type]
    seat = add_seat(desk, name="Mental health", agency_id=HEALTH).result

    merge_agency(desk, HEALTH, into=HOUSING)

    with desk.store.reading() as look:
        gone = look.get(Agency, HEALTH)
        assert (gone.status, gone.successor_id, gone.ended_on, gone.name) == (
            AgencyStatus.MERGED,
            HOUSING,
            TODAY,
            "Kerrow Mental Health",
        )
        assert look.get(Professional, NURSE).agency_id == HOUSING
        assert look.get(Seat, seat).agency_id == HOUSING
        passed = look.get(Action, open_one)
        assert (passed.owner_agency_id, passed.owner_agency) == (HOUSING, "Kerrow Homes")
        kept = look.get(Action, done)
        assert (kept.owner_agency_id, kept.owner_agency) == (HEALTH, "Kerrow Mental Health")
        assert look.get(Presence, presence).agency_id == HEALTH
    assert HEALTH not in {row.id for row in read_directory(desk).agencies}
    former = {row.id: row for row in read_directory(desk, with_former=True).agencies}
    assert former[HEALTH].successor == "Kerrow Homes"


def test_who_must_not_be_told_stays_so_after_a_merger(desk: Desk) -> None:
    person = register_person(desk, given_name="Tomos").result
    exclude_agency(desk, person, agency_id=HEALTH, reason="a relative works there")
    merge_agency(desk, HEALTH, into=HOUSING)
    for agency in (HEALTH, HOUSING):
        with pytest.raises(WithheldError):
            read_sharing(sitting(desk, WORKER, Role.COORDINATOR, agency), person)


def test_what_has_ended_neither_merges_nor_is_merged_into(desk: Desk) -> None:
    with pytest.raises(InvalidFieldsError):
        merge_agency(desk, HEALTH, into=HEALTH)
    with pytest.raises(InvalidFieldsError):
        merge_agency(desk, HEALTH, into=HOUSING, on=TODAY + timedelta(days=1))
    merge_agency(desk, HEALTH, into=HOUSING)
    with pytest.raises(GuardError, match="agency-closed"):
        merge_agency(desk, HEALTH, into=POLICE)
    with pytest.raises(GuardError, match="agency-closed"):
        merge_agency(desk, POLICE, into=HEALTH)
    with pytest.raises(GuardError, match="agency-closed"):
        rename_agency(desk, HEALTH, seen=2, name="Anew")
    with desk.store.reading() as look:
        assert look.get(Agency, POLICE).status is AgencyStatus.ACTIVE


def test_an_agency_closes_only_when_nobody_and_nothing_is_left(desk: Desk) -> None:
    with pytest.raises(ReasonNeededError):
        close_agency(desk, HEALTH, reason="")
    with pytest.raises(GuardError) as refused:
        close_agency(desk, HEALTH, reason="funding ended")
    assert (refused.value.guard, refused.value.count) == ("people-in-post", 1)
    one = action(desk, "A1", agency=HEALTH, name="Kerrow Mental Health", status=ActionStatus.OPEN)
    record_leaving(desk, NURSE)
    with pytest.raises(GuardError, match="open-actions-of-agency"):
        close_agency(desk, HEALTH, reason="funding ended")
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        tx.get(Action, one).status = ActionStatus.NOT_NEEDED
        tx.journal("action.not_needed", record=one)
    close_agency(desk, HEALTH, reason="funding ended")
    with desk.store.reading() as look:
        assert look.get(Agency, HEALTH).status is AgencyStatus.CLOSED


def test_agreements_are_listed_before_they_run_out(desk: Desk) -> None:
    nobody_signed(desk)
    assert {row.state for row in find_agreements_to_renew(desk)} == {AgreementState.NOT_SIGNED}
    start = date(2025, 1, 1)
    record_agreement(desk, COUNCIL, signed_on=start, expires_on=TODAY - timedelta(days=1))
    record_agreement(desk, POLICE, signed_on=start, expires_on=TODAY + timedelta(days=60))
    record_agreement(desk, HEALTH, signed_on=start, expires_on=TODAY + timedelta(days=61))
    record_agreement(desk, HOUSING, signed_on=start, expires_on=None)
    rows = find_agreements_to_renew(desk)
    assert [(row.agency_id, row.state, row.days_left) for row in rows] == [
        (COUNCIL, AgreementState.EXPIRED, -1),
        (POLICE, AgreementState.EXPIRING, 60),
    ]


def test_an_agreement_has_days_that_can_be(desk: Desk) -> None:
    with pytest.raises(InvalidFieldsError):
        record_agreement(desk, POLICE, signed_on=TODAY + timedelta(days=1), expires_on=None)
    with pytest.raises(InvalidFieldsError):
        record_agreement(desk, POLICE, signed_on=TODAY, expires_on=TODAY - timedelta(days=1))
    assert find_agreements_to_renew(desk) == []


def test_only_those_who_keep_the_directory_change_it(desk: Desk) -> None:
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    with pytest.raises(NotPermittedError):
        add_agency(officer, name="X")
    with pytest.raises(NotPermittedError):
        merge_agency(officer, HEALTH, into=POLICE)
    with desk.store.reading() as look:
        assert len(look.directory.agencies()) == 4
