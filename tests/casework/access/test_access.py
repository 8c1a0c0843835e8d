"""Somebody asks to see what is held: the month, the entries an officer decides, the end of it."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from coordinator.casework.access.reading import find_access_requests, read_access_request
from coordinator.casework.access.requests import (
    ask_what_they_want,
    begin_access_request,
    decide_entry,
    extend_access_request,
    name_officer,
    note_clarified,
    note_identity,
    refuse_access_request,
    send_access_answer,
    withdraw_access_request,
)
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.safety import add_warning
from coordinator.casework.records.history import read_history, read_person_history
from coordinator.db.models import AccessDecision, RetentionHold
from coordinator.db.repositories.access import _models
from coordinator.domain.access.entries import (
    NOT_ENTRIES,
    SECTIONS,
    AccessFile,
    Decided,
    JudgedEntry,
    Why,
)
from coordinator.domain.access.rules import Extension, NewAccessRequest
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    ReasonNeededError,
    WithheldError,
)
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.sharing import AccessChoice, HoldKind
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import AccessStatus, Answer, Sensitivity
from coordinator.wording.access import left_words
from tests.casework.entries_on_file import a_person, case_of
from tests.casework.told import GUARDED, PLAIN, Told
from tests.stores import COUNCIL, HEALTH, NURSE, OFFICER, POLICE, TODAY, Clock, sitting

DUE = date(2026, 12, 21)  # 19 December is a Saturday
ASKED = NewAccessRequest(TODAY, "Herself, by letter")
LATEST, MANY = date(2027, 2, 19), "2,000 pages"
WITHHELD = Decided(AccessChoice.WITHHOLD, "It would put somebody at risk", "J. Penhale")


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def asked(desk: Desk, person: UUID) -> UUID:
    return begin_access_request(desk, person, ASKED).result


def held(desk: Desk, request: UUID, kind: RecordKind) -> list[JudgedEntry]:
    return [one for one in read_access_request(desk, request).entries if one.entry.kind is kind]


def holds(desk: Desk, person: UUID) -> list[RetentionHold]:
    with desk.store.reading() as look:
        return look.people.about(RetentionHold, [person])


def decide_all(desk: Desk, request: UUID, choice: AccessChoice = AccessChoice.GIVE) -> AccessFile:
    for one in read_access_request(desk, request).to_decide:
        decided = Decided(choice, "They know of it", "J. Penhale")
        decide_entry(desk, request, one.entry.key, decided)
    return read_access_request(desk, request)


def test_a_request_is_due_in_a_calendar_month_and_keeps_the_record(
    desk: Desk, person: UUID
) -> None:
    request = asked(desk, person)
    (row,) = find_access_requests(desk)
    assert (row.id, row.due_on, row.left) == (request, DUE, 32)
    (hold,) = holds(desk, person)
    assert (hold.hold, hold.from_on, hold.released_on) == (HoldKind.ACCESS_REQUEST, TODAY, None)
    acts = {one.act for one in read_person_history(desk, person).happenings}
    assert "access.begun" in acts


def test_a_lead_reads_nothing_of_a_request_in_the_history(desk: Desk, chair: Desk) -> None:
    person = a_person(desk)
    agree_lead(chair, case_of(desk, person), NURSE)
    request = asked(desk, person)
    decide_entry(desk, request, (RecordKind.PERSON, person), WITHHELD)
    withdraw_access_request(desk, request, reason="She rang to say so")
    lead = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    told = [
        (one.reason, move.before, move.after)
        for one in read_person_history(lead, person).happenings
        for move in one.moves
        if move.kind in {RecordKind.ACCESS_REQUEST, RecordKind.ACCESS_DECISION}
    ]
    assert told
    assert set(told) == {("", (), None)}
    with pytest.raises(WithheldError):
        read_history(lead, request)


def test_a_second_request_waits_until_the_first_is_answered(desk: Desk, person: UUID) -> None:
    request = asked(desk, person)
    with pytest.raises(GuardError, match="access-open"):
        asked(desk, person)
    withdraw_access_request(desk, request, reason="She rang to say so")
    asked(desk, person)
    assert [one.status for one in find_access_requests(desk, person=person)] == [
        AccessStatus.RECEIVED,
        AccessStatus.WITHDRAWN,
    ]


def test_nobody_and_the_future_ask_for_nothing(desk: Desk, person: UUID) -> None:
    wrong = NewAccessRequest(TODAY + timedelta(days=1), " ")
    with pytest.raises(InvalidFieldsError) as told:
        begin_access_request(desk, person, wrong)
    assert told.value.fields == {"received_on": "in-the-future", "asked_by": "required"}


def test_the_month_runs_from_the_proof_of_identity_where_it_had_to_be_asked_for(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    request, later = asked(desk, person), TODAY + timedelta(days=5)
    clock.move(days=5)
    note_identity(desk, request, on=later, how="Passport")
    assert find_access_requests(desk)[0].due_on == DUE
    note_identity(desk, request, on=later, how="Passport", was_asked_for=True)
    assert find_access_requests(desk)[0].due_on == date(2026, 12, 24)
    extend_access_request(desk, request, Extension(LATEST, MANY, told_on=later))
    clock.move(days=2)
    note_identity(desk, request, on=TODAY + timedelta(days=7), how="Letter", was_asked_for=True)
    assert find_access_requests(desk)[0].due_on == date(2027, 2, 24)  # that runs on as well
    with pytest.raises(InvalidFieldsError):
        note_identity(desk, request, on=TODAY - timedelta(days=1), how="")


def test_the_clock_stands_still_while_the_person_is_asked_what_they_want(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    request = asked(desk, person)
    clock.move(days=8)
    came = TODAY + timedelta(days=7)
    assert note_clarified(desk, request, asked_on=TODAY, came_on=came).result == date(2026, 12, 29)
    (row,) = find_access_requests(desk)
    assert (row.clarify_asked_on, row.clarify_came_on, row.still_since) == (TODAY, came, None)
    with pytest.raises(InvalidFieldsError):
        note_clarified(desk, request, asked_on=came, came_on=TODAY)


def test_while_they_are_asked_the_days_left_do_not_run_out(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    request = asked(desk, person)
    clock.move(days=30)
    asked_on = TODAY + timedelta(days=30)
    ask_what_they_want(desk, request, on=asked_on)
    clock.move(days=20)
    (row,) = find_access_requests(desk)
    assert (row.left, row.still_since) == (2, asked_on)
    assert left_words(row) == "Stands still since 19 December 2026"
    came = asked_on + timedelta(days=20)
    note_clarified(desk, request, asked_on=asked_on, came_on=came)
    (row,) = find_access_requests(desk)
    assert (row.due_on, row.left, row.still_since) == (date(2027, 1, 11), 3, None)
    with pytest.raises(InvalidFieldsError) as wrong:
        ask_what_they_want(desk, request, on=came + timedelta(days=1))
    assert wrong.value.fields == {"on": "in-the-future"}
    clock.move(days=5)
    with pytest.raises(InvalidFieldsError) as wrong:
        ask_what_they_want(desk, request, on=came + timedelta(days=5))
    assert wrong.value.fields == {"on": "access-over"}


def test_more_time_is_three_months_in_all_and_is_told_within_the_first(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    request = asked(desk, person)
    with pytest.raises(ReasonNeededError):
        extend_access_request(desk, request, Extension(LATEST, " ", TODAY))
    with pytest.raises(InvalidFieldsError):
        extend_access_request(desk, request, Extension(date(2027, 3, 19), MANY, TODAY))
    with pytest.raises(InvalidFieldsError) as wrong:
        extend_access_request(desk, request, Extension(LATEST, MANY, TODAY + timedelta(days=1)))
    assert wrong.value.fields == {"told_on": "in-the-future"}
    extend_access_request(desk, request, Extension(LATEST, MANY, TODAY))
    (row,) = find_access_requests(desk)
    assert (row.due_on, row.extension_told_on) == (LATEST, TODAY)
    other = asked(desk, a_person(desk, "Jory"))
    clock.move(days=40)
    late = TODAY + timedelta(days=40)
    with pytest.raises(GuardError, match="access-extension-late"):
        extend_access_request(desk, other, Extension(LATEST, MANY, late))
    in_time = TODAY + timedelta(days=20)
    extend_access_request(desk, other, Extension(LATEST, MANY, in_time))
    assert find_access_requests(desk, person=row.person)[0].due_on == LATEST


def test_every_kind_of_record_about_somebody_stands_in_a_section() -> None:
    told = {kind for kinds in SECTIONS.values() for kind in kinds}
    known = {model.kind for model in _models()} | {RecordKind.PERSON, RecordKind.DISCLOSURE}
    assert told == known
    assert not told & set(NOT_ENTRIES)


def test_an_entry_of_a_summer_night_is_of_the_day_it_was_there(desk: Desk, person: UUID) -> None:
    at = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    log_contact(desk, NewContact(person, at, ContactType.STREET, ContactResult.NOT_THERE))
    (entry,) = held(desk, asked(desk, person), RecordKind.CONTACT)
    assert entry.entry.on == date(2026, 7, 1)


def test_what_may_not_simply_be_given_is_listed_and_nothing_else_is(
    desk: Desk, told: Told
) -> None:
    file = read_access_request(desk, told.request)
    assert len(file.entries) > 50
    for one in file.entries:
        said = " ".join(one.entry.texts)
        if GUARDED in said:
            assert one.is_undecided, one.entry.kind
    free = {one.entry.kind for one in file.entries if one.is_given}
    assert {RecordKind.PERSON, RecordKind.CASE, RecordKind.WISH, RecordKind.GOAL} <= free
    plain = [one for one in file.entries if PLAIN in " ".join(one.entry.texts)]
    assert sum(one.is_given for one in plain) > 20
    _what_was_made_about_a_restricted_entry_waits_with_it(file)


def _what_was_made_about_a_restricted_entry_waits_with_it(file: AccessFile) -> None:
    for kind in (RecordKind.ACTION, RecordKind.ACTION_NOTE, RecordKind.BARRIER,
                 RecordKind.ESCALATION, RecordKind.ESCALATION_ENTRY):  # fmt: skip
        found = [one for one in file.entries if one.entry.kind is kind]
        assert any(Why.RESTRICTED in one.why for one in found), kind
        assert any(one.is_given for one in found), kind


def test_the_name_of_somebody_else_in_a_text_is_for_the_officer(desk: Desk, person: UUID) -> None:
    a_person(desk, "Jory", "Bolitho")
    for text in ("Seen with Jory Bolitho", "Kezia Trelawny keeps a dog"):
        add_warning(desk, person, text=text, source="Police", person_told=Answer.YES)
    request = asked(desk, person)
    found = {one.entry.texts[0]: one.why for one in held(desk, request, RecordKind.WARNING)}
    assert found == {
        "Seen with Jory Bolitho": (Why.NAMES_ANOTHER,),
        "Kezia Trelawny keeps a dog": (),
    }


def test_what_is_kept_back_in_one_entry_is_asked_about_where_another_repeats_it(
    desk: Desk, person: UUID
) -> None:
    secret = "The neighbour told us in confidence"
    again = f"Again: {secret}."
    harm, told = Sensitivity.SERIOUS_HARM, Answer.YES
    add_warning(desk, person, text=secret, source="A", person_told=told, sensitivity=harm)
    add_warning(desk, person, text=again, source="B", person_told=Answer.YES)
    request = asked(desk, person)
    found = {one.entry.texts[0]: one for one in held(desk, request, RecordKind.WARNING)}
    assert found[secret].why == (Why.SERIOUS_HARM,)
    assert found[again].why == ()
    decide_entry(desk, request, found[secret].entry.key, WITHHELD)
    found = {one.entry.texts[0]: one for one in held(desk, request, RecordKind.WARNING)}
    assert found[again].why == (Why.ECHOES,)
    assert found[again].is_undecided


def warned(desk: Desk, person: UUID, count: int = 1) -> None:
    for at in range(count):
        text, few = f"Dog {at}", Sensitivity.RESTRICTED
        add_warning(
            desk, person, text=text, source="Police", sensitivity=few, person_told=Answer.YES
        )


def test_a_decision_has_a_reason_a_name_and_in_part_its_own_words(
    desk: Desk, person: UUID
) -> None:
    warned(desk, person)
    request = asked(desk, person)
    one = read_access_request(desk, request).to_decide[0]
    with pytest.raises(InvalidFieldsError) as wrong:
        decide_entry(desk, request, one.entry.key, Decided(AccessChoice.GIVE_IN_PART, "", ""))
    assert set(wrong.value.fields) == {"reason", "by", "words"}
    part = Decided(AccessChoice.GIVE_IN_PART, "Names a neighbour", "J. Penhale", "Somebody rang")
    decide_entry(desk, request, one.entry.key, part)
    again = read_access_request(desk, request).to_decide[0]
    assert again.given_words == "Somebody rang"
    assert again.decided is not None
    assert (again.decided.reason, again.decided.on) == ("Names a neighbour", TODAY)
    decide_entry(desk, request, one.entry.key, WITHHELD)
    last = read_access_request(desk, request).to_decide[0]
    assert (last.given_words, last.is_given) == ("", False)
    decide_entry(desk, request, one.entry.key, part)
    assert read_access_request(desk, request).to_decide[0].given_words == "Somebody rang"


def test_what_an_older_program_kept_of_a_decision_in_two_rows_is_read_and_put_right(
    desk: Desk, person: UUID
) -> None:
    warned(desk, person)
    request = asked(desk, person)
    key = read_access_request(desk, request).to_decide[0].entry.key
    part = Decided(AccessChoice.GIVE_IN_PART, "Names a neighbour", "J. Penhale", "Somebody rang")
    decide_entry(desk, request, key, part)
    with desk.act(Right.SEE_RESTRICTED) as tx:
        (row,) = tx.access.rows_of(request)
        assert (row.person_id, row.given) == (person, "Somebody rang")
        row.person_id, row.given = None, ""
        older = AccessDecision(
            id=desk.new_id(),
            request_id=request,
            entry_kind=RecordKind.ACCESS_DECISION,
            entry_id=row.id,
            choice=AccessChoice.GIVE_IN_PART,
            reason="Somebody wrote",
            decided_on=TODAY,
        )
        tx.add(older)
        tx.journal("access.decided", record=row.id, scope=person)
    assert read_access_request(desk, request).to_decide[0].given_words == "Somebody wrote"
    decide_entry(desk, request, key, part)
    assert read_access_request(desk, request).to_decide[0].given_words == "Somebody rang"
    with desk.read() as look:
        told = {one.entry_kind: one for one in look.access.rows_of(request)}
    assert told[RecordKind.ACCESS_DECISION].reason == ""
    assert told[RecordKind.WARNING].person_id == person


def test_no_decision_is_kept_about_what_is_not_theirs(desk: Desk, person: UUID) -> None:
    request, other = asked(desk, person), a_person(desk, "Jory")
    with pytest.raises(MissingRecordError):
        decide_entry(desk, request, (RecordKind.PERSON, other), WITHHELD)


def test_nothing_is_sent_before_identity_and_every_entry_are_settled(
    desk: Desk, person: UUID
) -> None:
    warned(desk, person, 3)
    request = asked(desk, person)
    with pytest.raises(GuardError, match="access-identity"):
        send_access_answer(desk, request, sent_on=TODAY)
    note_identity(desk, request, on=TODAY, how="Known to the nurse")
    with pytest.raises(GuardError, match="access-undecided") as waiting:
        send_access_answer(desk, request, sent_on=TODAY)
    file = read_access_request(desk, request)
    assert waiting.value.count == file.undecided == 3
    assert decide_all(desk, request).undecided == 0
    send_access_answer(desk, request, sent_on=TODAY)
    (row,) = find_access_requests(desk, person=person)
    assert (row.status, row.sent_on, row.left) == (AccessStatus.SENT, TODAY, None)
    (hold,) = holds(desk, person)
    assert hold.released_on == TODAY
    with pytest.raises(GuardError, match="access-closed"):
        decide_entry(desk, request, file.to_decide[0].entry.key, WITHHELD)


def test_a_request_is_refused_or_taken_back_with_a_reason_only(desk: Desk, person: UUID) -> None:
    request = asked(desk, person)
    with pytest.raises(ReasonNeededError):
        refuse_access_request(desk, request, reason="")
    name_officer(desk, request, officer="J. Penhale")
    assert find_access_requests(desk)[0].status is AccessStatus.WITH_OFFICER
    refuse_access_request(desk, request, reason="The same was sent last week")
    (row,) = find_access_requests(desk)
    assert (row.status, row.close_note) == (AccessStatus.REFUSED, "The same was sent last week")
    assert find_access_requests(desk, open_only=True) == ()


def test_only_those_who_see_all_of_the_panel_answer_requests(desk: Desk, person: UUID) -> None:
    request = asked(desk, person)
    for who, role, agency in (
        (NURSE, Role.LEAD_PROFESSIONAL, HEALTH),
        (OFFICER, Role.AUDITOR, POLICE),
    ):
        other = sitting(desk, who, role, agency)
        with pytest.raises(NotPermittedError):
            read_access_request(other, request)
        with pytest.raises(NotPermittedError):
            begin_access_request(other, person, ASKED)
    exclude_agency(desk, person, agency_id=COUNCIL, reason="They asked for it")
    assert find_access_requests(desk) == ()
    with pytest.raises(WithheldError):
        read_access_request(desk, request)
