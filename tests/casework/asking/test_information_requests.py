"""Asking agencies before a meeting: who is named to whom, what is recorded, what comes back."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.asking.reading import (
    read_information_requests,
    read_missing_replies,
    usual_answer_by,
)
from coordinator.casework.asking.requests import Asked, ask_agencies, note_replies
from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import merge_agency
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import withdraw_from_agenda, write_agenda
from coordinator.casework.meetings.information_replies import replies_about
from coordinator.casework.meetings.series import Appointment, move_meeting
from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.casework.people.entering import record_death
from coordinator.casework.records.history import read_history
from coordinator.db.models import Disclosure, InformationReply, InformationRequest
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    StaleRecordError,
)
from coordinator.domain.lists.sharing import Channel, Known
from coordinator.domain.meetings.information_requests import (
    LeftOut,
    NewReply,
    NotAsked,
    RequestState,
)
from coordinator.domain.roles import Role
from tests.meetings import TEN, add_case, items_of, keep_from
from tests.requests import (
    ANSWER_BY,
    ask,
    based,
    cell_of,
    coming_meeting,
    known_case,
    known_referral,
    row_of,
)
from tests.stores import (
    COUNCIL,
    HEALTH,
    HOUSING,
    NURSE,
    OFFICER,
    POLICE,
    TODAY,
    Clock,
    sitting,
)


def answer(
    desk: Desk, meeting: UUID, agency: UUID, person: UUID, said: Known | None, note: str = ""
) -> None:
    reply = cell_of(desk, meeting, agency, person).reply
    assert reply is not None
    note_replies(desk, [NewReply(reply.id, reply.revision, said, note)])


def disclosed(desk: Desk) -> list[Disclosure]:
    with desk.store.reading() as look:
        return list(look.session.query(Disclosure))


def test_everybody_on_the_agenda_is_in_the_grid_once_referred_people_too(desk: Desk) -> None:
    known, referred = known_case(desk), known_referral(desk)
    meeting = coming_meeting(desk)
    grid = read_information_requests(desk, meeting)
    assert {person.id for person in grid.people} == {known, referred}
    assert [row.id for row in grid.agencies] == [COUNCIL, POLICE, HOUSING, HEALTH]
    assert all(row.state is RequestState.NOT_ASKED for row in grid.agencies)
    assert {person.id for person in row_of(desk, meeting, POLICE).to_ask} == {known, referred}


def test_an_agency_without_an_agreement_is_told_no_name(desk: Desk) -> None:
    known_case(desk)
    row = row_of(desk, coming_meeting(desk), COUNCIL)
    assert row.not_asked is NotAsked.NO_AGREEMENT
    assert row.to_ask == ()


def test_who_must_not_be_told_or_has_no_basis_is_left_out_with_the_reason(desk: Desk) -> None:
    hidden = known_case(desk, "Ithel")
    keep_from(desk, hidden, POLICE)
    bare, _case = add_case(desk, "Kerra", may_work=False, next_review_on=TODAY)
    named = known_case(desk, "Tomos")
    meeting = coming_meeting(desk)
    police = row_of(desk, meeting, POLICE)
    assert [person.id for person in police.to_ask] == [named]
    assert {cell.person.id: cell.left_out for cell in police.left_out} == {
        hidden: LeftOut.NOT_TOLD,
        bare: LeftOut.NO_BASIS,
    }
    assert {person.id for person in row_of(desk, meeting, HOUSING).to_ask} == {hidden, named}


def test_a_request_waits_for_a_reply_about_each_person_and_says_who_owes(desk: Desk) -> None:
    first, second = known_case(desk, "Tomos"), known_case(desk, "Kerra")
    meeting = coming_meeting(desk)
    ask(desk, meeting, POLICE, HOUSING)
    answer(desk, meeting, POLICE, first, Known.WILL_SHARE, " Seen  twice\nin town ")
    police = row_of(desk, meeting, POLICE)
    assert (police.state, police.missing) == (RequestState.WAITING, 1)
    reply = cell_of(desk, meeting, POLICE, first).reply
    assert reply is not None
    assert (reply.answer, reply.note, reply.came_on) == (
        Known.WILL_SHARE,
        "Seen twice in town",
        TODAY,
    )
    missing = read_missing_replies(desk, meeting)
    assert (missing.asked, missing.agencies, missing.late) == (
        2,
        ("Kerrow Homes", "Kerrow Police"),
        (),
    )
    answer(desk, meeting, POLICE, second, Known.NOT_KNOWN)
    assert row_of(desk, meeting, POLICE).state is RequestState.ANSWERED
    assert read_missing_replies(desk, meeting).agencies == ("Kerrow Homes",)


def test_replies_past_their_day_are_late(desk: Desk, clock: Clock) -> None:
    known_case(desk)
    meeting = coming_meeting(desk)
    ask(desk, meeting, POLICE)
    clock.move(days=5)
    assert row_of(desk, meeting, POLICE).state is RequestState.WAITING
    clock.move(days=1)
    assert row_of(desk, meeting, POLICE).state is RequestState.LATE
    assert read_missing_replies(desk, meeting).late == ("Kerrow Police",)


def test_replies_are_late_after_a_meeting_that_was_moved_to_before_their_day(
    desk: Desk, clock: Clock
) -> None:
    known_case(desk)
    meeting = coming_meeting(desk)
    ask(desk, meeting, POLICE)
    tomorrow = Appointment(TODAY + timedelta(days=1), TEN)
    seen = read_agenda(desk, meeting).header.row.revision
    move_meeting(desk, meeting, tomorrow, seen=seen, reason="Snow is coming.")
    assert read_missing_replies(desk, meeting).answer_by == tomorrow.on
    clock.move(days=2)
    assert row_of(desk, meeting, POLICE).state is RequestState.LATE
    assert read_missing_replies(desk, meeting).late == ("Kerrow Police",)


def test_nothing_is_missing_while_nobody_was_asked(desk: Desk) -> None:
    known_case(desk)
    missing = read_missing_replies(desk, coming_meeting(desk))
    assert (missing.asked, missing.agencies, missing.answer_by) == (0, (), None)


def test_each_name_that_goes_out_is_recorded_for_person_and_agency(desk: Desk) -> None:
    people = {known_case(desk, "Tomos"), known_case(desk, "Kerra")}
    meeting = coming_meeting(desk)
    ask(desk, meeting, POLICE, HOUSING)
    rows = disclosed(desk)
    with desk.store.reading() as look:
        about = look.disclosures.people([row.id for row in rows])
    assert {row.agency_id: set(about[row.id]) for row in rows} == {POLICE: people, HOUSING: people}
    assert {(row.paper, row.meeting_id, row.pages) for row in rows} == {
        ("information_request", meeting, 1)
    }
    assert all(row.sha256 and row.subject.startswith("M26-") for row in rows)


def test_a_draft_that_names_somebody_excluded_meanwhile_is_refused_whole(desk: Desk) -> None:
    person = known_case(desk)
    meeting = coming_meeting(desk)
    drafted = Asked(POLICE, (person,), b"sheet")
    exclude_agency(desk, person, agency_id=POLICE, reason="They asked for it")
    with pytest.raises(GuardError) as refused:
        ask_agencies(
            desk,
            meeting,
            [Asked(HOUSING, (person,)), drafted],
            answer_by=ANSWER_BY,
            how=Channel.SECURE_MAIL,
        )
    assert (refused.value.guard, refused.value.count) == ("request-changed", 1)
    assert disclosed(desk) == []
    assert row_of(desk, meeting, HOUSING).request is None


@pytest.mark.parametrize("barred", ["agreement", "basis", "agenda", "death"])
def test_a_name_cannot_go_out_past_any_of_the_rules(desk: Desk, barred: str) -> None:
    person, other = known_case(desk), known_case(desk, "Kerra")
    meeting = coming_meeting(desk)
    agency = COUNCIL if barred == "agreement" else POLICE
    if barred == "basis":
        withdraw_basis(desk, person, reason="Wrong gateway")
    if barred == "agenda":
        (item,) = [one.id for one in items_of(desk, meeting) if one.person_id == person]
        withdraw_from_agenda(desk, item, reason="Next time")
    if barred == "death":
        record_death(desk, person, died_on=TODAY, source="Coroner")
    with pytest.raises(GuardError):
        ask_agencies(
            desk,
            meeting,
            [Asked(agency, (person,)), Asked(HOUSING, (other,))],
            answer_by=ANSWER_BY,
            how=Channel.SECURE_MAIL,
        )
    assert disclosed(desk) == []


def test_an_agency_that_merged_with_one_not_to_be_told_is_not_told_either(desk: Desk) -> None:
    person = known_case(desk)
    keep_from(desk, person, HEALTH)
    meeting = coming_meeting(desk)
    merge_agency(desk, HEALTH, into=POLICE)
    assert cell_of(desk, meeting, POLICE, person).left_out is LeftOut.NOT_TOLD


def test_asking_again_keeps_the_answers_and_adds_whom_the_agenda_gained(
    desk: Desk, clock: Clock
) -> None:
    first, second = known_case(desk, "Tomos"), known_case(desk, "Kerra")
    meeting = coming_meeting(desk)
    ask(desk, meeting, POLICE)
    answer(desk, meeting, POLICE, first, Known.KNOWN)
    late = known_referral(desk)
    write_agenda(desk, meeting)
    clock.move(days=2)
    assert {one.id for one in row_of(desk, meeting, POLICE).to_ask} == {second, late}
    ask(desk, meeting, POLICE, by=TODAY + timedelta(days=6))
    row = row_of(desk, meeting, POLICE)
    assert row.request is not None
    assert (row.request.asked_on, row.request.again_on) == (TODAY, TODAY + timedelta(days=2))
    assert row.request.answer_by == TODAY + timedelta(days=6)
    assert row.missing == 2
    reply = cell_of(desk, meeting, POLICE, first).reply
    assert reply is not None
    assert reply.answer is Known.KNOWN
    with desk.store.reading() as look:
        assert look.session.query(InformationRequest).count() == 1
        assert look.session.query(InformationReply).count() == 3
    assert len(disclosed(desk)) == 2


def test_a_corrected_answer_replaces_the_first_and_both_stay_in_the_history(desk: Desk) -> None:
    person = known_case(desk)
    meeting = coming_meeting(desk)
    ask(desk, meeting, POLICE)
    answer(desk, meeting, POLICE, person, Known.NOT_KNOWN)
    answer(desk, meeting, POLICE, person, Known.WILL_SHARE, "Found under another name")
    reply = cell_of(desk, meeting, POLICE, person).reply
    assert reply is not None
    assert reply.answer is Known.WILL_SHARE
    history = read_history(desk, reply.id)
    told = repr([move.after for one in history.happenings for move in one.moves])
    assert "not_known" in told
    assert "will_share" in told


def test_an_answer_noted_by_mistake_can_be_taken_back(desk: Desk) -> None:
    person = known_case(desk)
    meeting = coming_meeting(desk)
    ask(desk, meeting, POLICE)
    answer(desk, meeting, POLICE, person, Known.KNOWN, "A line")
    answer(desk, meeting, POLICE, person, None)
    cell = cell_of(desk, meeting, POLICE, person)
    assert cell.is_missing
    assert cell.reply is not None
    assert (cell.reply.note, cell.reply.came_on) == ("", None)


def test_two_people_noting_different_answers_are_told(desk: Desk) -> None:
    person = known_case(desk)
    meeting = coming_meeting(desk)
    ask(desk, meeting, POLICE)
    reply = cell_of(desk, meeting, POLICE, person).reply
    assert reply is not None
    note_replies(desk, [NewReply(reply.id, reply.revision, Known.KNOWN)])
    with pytest.raises(StaleRecordError):
        note_replies(desk, [NewReply(reply.id, reply.revision, Known.NOT_KNOWN)])


def test_many_answers_are_one_act_and_none_is_kept_when_one_is_wrong(desk: Desk) -> None:
    people = [known_case(desk, name) for name in ("Tomos", "Kerra")]
    meeting = coming_meeting(desk)
    ask(desk, meeting, POLICE)
    replies = [cell_of(desk, meeting, POLICE, one).reply for one in people]
    noted = [NewReply(one.id, one.revision, Known.KNOWN) for one in replies if one]
    wrong = NewReply(noted[1].reply, noted[1].seen, Known.KNOWN, came_on=TODAY + timedelta(days=1))
    with pytest.raises(InvalidFieldsError):
        note_replies(desk, [noted[0], wrong])
    assert row_of(desk, meeting, POLICE).missing == 2
    assert note_replies(desk, noted).result == 2
    with desk.store.reading() as look:
        acts = [act.name for act in look.history.acts()]
    assert acts.count("information.answered") == 1


def test_a_reply_about_somebody_taken_off_the_agenda_is_no_longer_missing(desk: Desk) -> None:
    person = known_case(desk)
    known_case(desk, "Kerra")
    meeting = coming_meeting(desk)
    ask(desk, meeting, POLICE)
    for item in items_of(desk, meeting):
        if item.person_id == person:
            withdraw_from_agenda(desk, item.id, reason="Next time")
    assert row_of(desk, meeting, POLICE).missing == 1
    assert read_missing_replies(desk, meeting).agencies == ("Kerrow Police",)


def test_what_came_back_is_told_about_the_people_asked_for_alone(desk: Desk) -> None:
    first, second = known_case(desk, "Tomos"), known_case(desk, "Kerra")
    meeting = coming_meeting(desk)
    ask(desk, meeting, POLICE, HOUSING)
    answer(desk, meeting, POLICE, first, Known.CANNOT_SHARE)
    with desk.store.reading() as look:
        told = replies_about(look, meeting, [first])
    assert second not in told
    assert [(one.agency, one.answer) for one in told[first]] == [
        ("Kerrow Homes", None),
        ("Kerrow Police", Known.CANNOT_SHARE),
    ]


def test_only_those_who_run_the_meetings_ask_see_and_note(desk: Desk) -> None:
    person = known_case(desk)
    meeting = coming_meeting(desk)
    ask(desk, meeting, POLICE)
    reply = cell_of(desk, meeting, POLICE, person).reply
    assert reply is not None
    for who, role, agency in (
        (OFFICER, Role.REPRESENTATIVE, POLICE),
        (NURSE, Role.LEAD_PROFESSIONAL, HEALTH),
    ):
        other = sitting(desk, who, role, agency)
        with pytest.raises(NotPermittedError):
            read_information_requests(other, meeting)
        with pytest.raises(NotPermittedError):
            note_replies(other, [NewReply(reply.id, reply.revision, Known.KNOWN)])
        with pytest.raises(NotPermittedError):
            ask_agencies(
                other,
                meeting,
                [Asked(HOUSING, (person,))],
                answer_by=ANSWER_BY,
                how=Channel.SPOKEN,
            )


def test_a_coordinator_whose_agency_must_not_be_told_neither_sees_nor_asks(desk: Desk) -> None:
    hidden, seen = known_case(desk, "Ithel"), known_case(desk, "Tomos")
    meeting = coming_meeting(desk)
    ask(desk, meeting, POLICE)
    keep_from(desk, hidden, COUNCIL)
    assert [one.id for one in read_information_requests(desk, meeting).people] == [seen]
    with pytest.raises(GuardError):
        ask_agencies(
            desk,
            meeting,
            [Asked(HOUSING, (hidden,))],
            answer_by=ANSWER_BY,
            how=Channel.SPOKEN,
        )
    answer(desk, meeting, POLICE, seen, Known.KNOWN)
    assert read_missing_replies(desk, meeting).agencies == ()


def test_asking_nobody_is_refused(desk: Desk) -> None:
    meeting = coming_meeting(desk)
    with pytest.raises(InvalidFieldsError):
        ask_agencies(desk, meeting, [], answer_by=ANSWER_BY, how=Channel.SPOKEN)
    with pytest.raises(InvalidFieldsError):
        note_replies(desk, [])


def test_somebody_without_a_basis_is_asked_about_once_it_is_recorded(desk: Desk) -> None:
    bare, _case = add_case(desk, "Kerra", may_work=False, next_review_on=TODAY)
    meeting = coming_meeting(desk)
    assert row_of(desk, meeting, POLICE).to_ask == ()
    based(desk, bare)
    assert [one.id for one in row_of(desk, meeting, POLICE).to_ask] == [bare]


def test_the_day_suggested_leaves_a_working_day_before_the_papers(desk: Desk) -> None:
    thursday = TODAY + timedelta(days=7)
    assert usual_answer_by(thursday, TODAY, 1) == thursday - timedelta(days=2)
    assert usual_answer_by(TODAY + timedelta(days=1), TODAY, 1) == TODAY
    assert usual_answer_by(TODAY, TODAY, 1) == TODAY
