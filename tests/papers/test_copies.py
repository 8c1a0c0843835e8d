"""Copy for an agency's own system: short, for that agency alone, and recorded when it leaves."""

import hashlib
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import event, select

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.lists import find_actions
from coordinator.casework.actions.outcomes import report_action
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.disclosing.holders import read_holders
from coordinator.casework.disclosing.office import read_papers_out
from coordinator.casework.disclosing.recording import note_return
from coordinator.casework.disclosing.told_aloud import record_spoken
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.db.models import Action, DisclosedPerson, Disclosure
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.disclosing.holders import to_ask
from coordinator.domain.disclosing.log import Spoken
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.papers.copies import (
    keep_copy,
    read_copies,
    read_copies_of_action,
    read_copies_of_meeting,
)
from tests.casework.entries_on_file import a_person
from tests.meetings import add_case, add_seats, items_of, keep_from, opened_meeting
from tests.requests import based
from tests.stores import HEALTH, HOUSING, NURSE, OFFICER, POLICE, TODAY, WORKER, sitting

DUE = TODAY + timedelta(days=7)


@pytest.fixture
def kezia(desk: Desk) -> UUID:
    """Somebody housing, health and the police do something for."""
    person = a_person(desk)
    based(desk, person)
    add_action(desk, NewAction("Ask Kezia Trelawny about keys.", WORKER, DUE, person))
    add_action(desk, NewAction("See her Monday", NURSE, DUE, person))
    secret = Sensitivity.RESTRICTED
    add_action(desk, NewAction("zircon", OFFICER, DUE, person, sensitivity=secret))
    return person


def test_an_agency_reads_its_own_part_first_and_nobody_by_name(desk: Desk, kezia: UUID) -> None:
    texts = {one.agency: one for one in read_copies(desk, kezia)}
    homes = texts["Kerrow Homes"]
    first, second = (homes.text.index(words) for words in ("about keys", "See her Monday"))
    assert first < second
    assert homes.count == 1
    assert "About: KT (KP-0001)" in homes.text
    assert "Rhys Roskilly, Kerrow Homes; due Thu 26 Nov" in homes.text
    for one in texts.values():
        assert not any(word in one.text for word in ("Kezia", "Trelawny", "zircon"))


def test_an_agency_that_must_not_be_told_has_no_copy(desk: Desk, kezia: UUID) -> None:
    exclude_agency(desk, kezia, agency_id=HEALTH, reason="They asked")
    assert "Kerrow Mental Health" not in {one.agency for one in read_copies(desk, kezia)}


def test_a_copy_names_nobody_its_agency_must_not_be_told_about(desk: Desk, kezia: UUID) -> None:
    petroc = a_person(desk, "Petroc", "Angwin")
    add_action(desk, NewAction("See him", WORKER, DUE, petroc))
    exclude_agency(desk, petroc, agency_id=HEALTH, reason="He asked")
    told = "Ask whether Petroc moved in; see KP-0002"
    add_action(desk, NewAction(told, NURSE, DUE, kezia))
    texts = {one.agency: one.text for one in read_copies(desk, kezia)}
    assert "KP-0002" in texts["Kerrow Homes"]
    assert [one for one in ("Petroc", "KP-0002") if one in texts["Kerrow Mental Health"]] == []
    assert "KT (KP-0001)" in texts["Kerrow Mental Health"]


def test_a_copy_is_recorded_with_its_hash_and_whom_it_is_about(desk: Desk, kezia: UUID) -> None:
    one = next(one for one in read_copies(desk, kezia) if one.agency == "Kerrow Homes")
    keep_copy(desk, one.agency, one.text, person=kezia)
    with desk.store.reading() as look:
        (row,) = look.session.scalars(select(Disclosure)).all()
        (about,) = look.session.scalars(select(DisclosedPerson)).all()
    assert (row.paper, row.recipient) == ("copy-out", "Kerrow Homes")
    assert row.sha256 == hashlib.sha256(one.text.encode()).hexdigest()
    assert about.person_id == kezia


def test_whoever_may_send_nothing_out_gets_no_text(desk: Desk, kezia: UUID) -> None:
    with pytest.raises(NotPermittedError):
        read_copies(sitting(desk, OFFICER, Role.AUDITOR, POLICE), kezia)


def test_an_action_is_copied_with_how_it_stands_and_its_last_report(
    desk: Desk, kezia: UUID
) -> None:
    rows = {one.text: one for one in find_actions(desk, ActionFilter(person_id=kezia)).rows}
    keys = rows["Ask Kezia Trelawny about keys."]
    report_action(desk, keys.id, text="Kezia has them")
    texts = {one.agency: one.text for one in read_copies_of_action(desk, keys.id)}
    told = texts["Kerrow Homes"]
    assert keys.number in told
    assert "Update Thu 19 Nov: Open: KT (KP-0001) has them" in told
    assert "See her Monday" not in told
    assert all("Kezia" not in one for one in texts.values())


def test_copying_one_action_reads_no_more_of_them_the_more_there_are(
    desk: Desk, kezia: UUID
) -> None:
    rows = {one.text: one for one in find_actions(desk, ActionFilter(person_id=kezia)).rows}
    keys = rows["Ask Kezia Trelawny about keys."].id

    def read() -> int:
        loaded: list[UUID] = []

        def note(action: Action, _context: object) -> None:
            loaded.append(action.id)

        event.listen(Action, "load", note)
        try:
            assert len(read_copies_of_action(desk, keys)) == 3
        finally:
            event.remove(Action, "load", note)
        assert keys in loaded
        return len(loaded)

    few = read()
    for number in range(12):
        add_action(desk, NewAction(f"Ring about it, {number}", WORKER, DUE, kezia))
    assert read() == few


def test_a_restricted_action_is_copied_for_nobody_who_may_not_have_it(
    desk: Desk, kezia: UUID
) -> None:
    rows = {one.text: one for one in find_actions(desk, ActionFilter(person_id=kezia)).rows}
    assert read_copies_of_action(desk, rows["zircon"].id) == ()


def test_what_a_meeting_decided_is_copied_for_each_agency_that_may_be_told(desk: Desk) -> None:
    add_seats(desk)
    person, _case = add_case(desk)
    other, _case = add_case(desk)
    for who in (person, other):
        based(desk, who)
        for owner in (WORKER, NURSE):
            add_action(desk, NewAction("Ring the bank", owner, DUE, who))
    meeting = opened_meeting(desk)
    items = {one.person_id: one.id for one in items_of(desk, meeting)}
    chairs = DecidedHow.CHAIR
    record_decision(desk, items[person], Decided("Offer the room.", "It is free.", chairs))
    hidden = Decided("zircon", "because", chairs, sensitivity=Sensitivity.RESTRICTED)
    record_decision(desk, items[person], hidden)
    record_decision(desk, items[other], Decided("Ask the bank.", "It may.", chairs))
    keep_from(desk, other, HEALTH)

    whole = {one.agency: one.text for one in read_copies_of_meeting(desk, meeting)}
    one = {one.agency: one.text for one in read_copies_of_meeting(desk, meeting, items[person])}

    assert "Decided: Offer the room." in whole["Kerrow Homes"]
    assert "Decided: Ask the bank." in whole["Kerrow Homes"]
    assert "Ask the bank" not in whole["Kerrow Mental Health"] + one["Kerrow Homes"]
    assert not any("zircon" in text for text in (*whole.values(), *one.values()))


def test_a_text_that_was_copied_is_with_its_agency_and_is_asked_back_after_an_objection(
    desk: Desk, kezia: UUID
) -> None:
    one = next(one for one in read_copies(desk, kezia) if one.agency == "Kerrow Homes")
    made = keep_copy(desk, one.agency, one.text, person=kezia).result
    said = Spoken(kezia, HEALTH, "Kasia", "Where she stays", reason="Asked by telephone")
    record_spoken(desk, said)
    assert [held.row.id for held in read_holders(desk, kezia)] == [made]
    assert [row.id for row in read_papers_out(desk)] == [made]
    with desk.store.reading() as look:
        assert look.retention.papers_out(kezia) == 1
    exclude_agency(desk, kezia, agency_id=HOUSING, reason="She objects")
    (held,) = to_ask(read_holders(desk, kezia))
    assert held.row.id == made
    note_return(desk, made, destroyed_on=TODAY)
    assert read_holders(desk, kezia) == ()
    assert read_papers_out(desk) == ()
