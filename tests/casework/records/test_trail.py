"""The audit trail: what is read is in it once, who reads it is in it, and it names nobody."""

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.entering import correct_person
from coordinator.casework.people.finding import find_everything
from coordinator.casework.people.safety import add_warning
from coordinator.casework.person.pages import read_person, say_why_opened
from coordinator.casework.records.trail import (
    check_trail,
    find_trail,
    find_trail_actors,
    read_extract,
)
from coordinator.casework.stores.opening import Office
from coordinator.db.models import Act
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import (
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
)
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.records.trail import TrailFilter, TrailKind
from coordinator.domain.roles import Role
from coordinator.domain.samples import LEAST, sampled
from coordinator.domain.states import Answer, Sensitivity
from coordinator.wording.trail import KINDS, what_words
from tests.casework.entries_on_file import a_person
from tests.stores import (
    CHAIR,
    COORDINATOR,
    HEALTH,
    NOON,
    NURSE,
    OFFICER,
    POLICE,
    TODAY,
    WORKER,
    Clock,
    sitting,
)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


@pytest.fixture
def auditor(desk: Desk) -> Desk:
    return sitting(desk, OFFICER, Role.AUDITOR, HEALTH)


def acts(desk: Desk, **wanted: object) -> list[str]:
    return [one.act for one in find_trail(desk, TrailFilter(**wanted)).rows]  # type: ignore[arg-type]


def test_whoever_is_opened_is_in_it_once_in_a_sitting_and_not_for_every_click(
    desk: Desk, chair: Desk, person: UUID
) -> None:
    for _click in range(3):
        read_person(desk, person)
    read_person(chair, person)
    opened = [one.who for one in find_trail(desk).rows if one.act == "person.opened"]
    assert opened == ["Morwenna Tregear", "Aled Hâf"]


def test_a_search_is_in_it_once_and_never_for_what(desk: Desk, person: UUID) -> None:
    for words in ("p", "Petroc", "bluebell"):
        find_everything(desk, words)
    page = find_trail(desk)
    assert [one.act for one in page.rows].count("people.searched") == 1
    assert "bluebell" not in repr(page) + " ".join(one.reason for one in page.rows)


def test_restricted_entries_that_were_shown_are_in_it(desk: Desk, person: UUID) -> None:
    read_person(desk, person)
    assert "person.restricted_shown" not in acts(desk)
    add_warning(
        desk,
        person,
        text="Dog",
        person_told=Answer.YES,
        sensitivity=Sensitivity.RESTRICTED,
    )
    for _click in range(2):
        read_person(desk, person)
    assert acts(desk).count("person.restricted_shown") == 1


def test_why_somebody_was_looked_at_can_be_said(desk: Desk, auditor: Desk, person: UUID) -> None:
    with pytest.raises(InvalidFieldsError):
        say_why_opened(desk, person, reason=" ")
    say_why_opened(desk, person, reason="Tomos rang about Petroc")
    newest = find_trail(desk, TrailFilter(kind=TrailKind.READ)).rows[1]
    assert (newest.act, newest.reason) == ("person.opened_because", "Tomos rang about Petroc")
    (told,) = [one for one in find_trail(auditor).rows if one.has_reason]
    assert (told.act, told.reason) == ("person.opened_because", "")
    assert all(one.reason == "" for one in read_extract(desk, TrailFilter()).rows)


def test_reading_it_and_checking_it_are_in_it_once(desk: Desk, tmp_path: Path) -> None:
    for _look in range(2):
        find_trail(desk)
        check_trail(desk, tmp_path)
    assert acts(desk)[:2] == ["trail.checked", "trail.read"]
    assert acts(desk).count("trail.read") == 1


def test_it_is_narrowed_to_a_person_somebody_a_kind_and_days(
    desk: Desk, chair: Desk, person: UUID, clock: Clock
) -> None:
    other = a_person(desk)
    read_person(desk, person)
    clock.move(days=2)
    read_person(chair, other)
    with desk.store.reading() as look:
        references = {one.id: one.reference for one in look.people.everybody()}
    of_person = find_trail(desk, TrailFilter(reference=references[person].lower()))
    assert {one.person for one in of_person.rows} == {references[person]}
    of_chair = find_trail(desk, TrailFilter(professional=CHAIR))
    assert {one.who for one in of_chair.rows} == {"Morwenna Tregear"}
    assert {one.kind for one in find_trail(desk, TrailFilter(kind=TrailKind.READ)).rows} == {
        TrailKind.READ
    }
    changed = acts(desk, kind=TrailKind.CHANGED)
    assert "test.arranged" in changed
    assert not {"person.opened", "trail.read", "store.made"} & set(changed)
    assert acts(desk, kind=TrailKind.WAYS_IN) == ["store.made"]
    late = find_trail(desk, TrailFilter(first=TODAY + timedelta(days=1))).rows
    assert {one.at.date() for one in late} == {TODAY + timedelta(days=2)}
    early = find_trail(desk, TrailFilter(last=TODAY)).rows
    assert {one.at.date() for one in early} == {TODAY}
    with pytest.raises(InvalidFieldsError):
        find_trail(desk, TrailFilter(first=TODAY, last=TODAY - timedelta(days=1)))
    with pytest.raises(MissingRecordError):
        find_trail(desk, TrailFilter(reference="KP-9999"))
    assert dict(find_trail_actors(desk)).keys() == {CHAIR, COORDINATOR}


def test_pages_of_it_meet(desk: Desk, person: UUID) -> None:
    for name in ("One", "Two", "Three"):
        with desk.store.reading() as look:
            (seen,) = [one.revision for one in look.people.everybody()]
        correct_person(desk, person, seen=seen, preferred_name=name)
    first = find_trail(desk, TrailFilter(limit=3))
    rest = find_trail(desk, TrailFilter(limit=100, before=first.before))
    numbers = [one.number for one in (*first.rows, *rest.rows)]
    assert numbers == sorted(range(1, len(numbers) + 1), reverse=True)
    assert rest.before is None


def test_a_lead_professional_is_shown_their_own_entries_alone(desk: Desk, person: UUID) -> None:
    read_person(desk, person)
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    page = find_trail(nurse, TrailFilter(professional=COORDINATOR))
    assert {one.who for one in page.rows} == {"Kasia Dębska"}
    assert page.own_only
    with pytest.raises(NotPermittedError):
        read_extract(nurse, TrailFilter())


@pytest.mark.parametrize("role", [Role.REPRESENTATIVE, Role.COMMISSIONER])
def test_an_agency_and_a_commissioner_read_none_of_it(desk: Desk, role: Role) -> None:
    with pytest.raises(NotPermittedError):
        find_trail(sitting(desk, OFFICER, role, POLICE))


def test_whoever_must_not_be_told_is_not_told_by_it(
    desk: Desk, auditor: Desk, person: UUID
) -> None:
    with desk.store.reading() as look:
        (known,) = look.people.everybody()
    exclude_agency(desk, person, agency_id=HEALTH, reason="They asked for it")
    rows = find_trail(auditor).rows
    assert known.reference not in {one.person for one in rows}
    withheld = [one for one in rows if one.is_withheld]
    assert withheld
    assert {one.act for one in withheld} == {""}  # an exclusion among them would tell them of it
    assert {what_words(one) for one in withheld} <= {str(one) for one in KINDS.values()}
    with pytest.raises(MissingRecordError):
        find_trail(auditor, TrailFilter(reference=known.reference))


def test_the_chain_is_followed_and_held_against_what_backups_hold(office: Office) -> None:
    office.back_up("asked")
    find_trail(office.desk)
    whole = check_trail(office.desk, office.folder.backups)
    assert (whole.holds, whole.checkpoints) == (True, 1)
    assert 0 < whole.signed_to < whole.entries
    assert whole.unsigned == whole.entries - whole.signed_to
    with office.desk.store.transaction(office.desk.stamp()) as tx:
        tx.session.get(Act, 1).reason = "Something else"  # type: ignore[union-attr]
        tx.journal("test.altered")
    broken = check_trail(office.desk, office.folder.backups)
    assert not broken.holds
    assert {one.first for one in broken.faults} == {1}


def test_an_auditor_looks_at_a_sample_and_the_log_is_whole(desk: Desk, auditor: Desk) -> None:
    people = [a_person(desk) for _one in range(LEAST + 3)]
    with auditor.read() as look:
        seen = auditor.reader(look).people
    assert seen == sampled(random.Random(1).sample(people, len(people)))
    assert len(seen or ()) == LEAST
    named = {one.person for one in find_trail(auditor, TrailFilter(limit=500)).rows if one.person}
    assert len(named) == LEAST + 3


def test_a_representative_notes_what_their_own_agency_did_and_nothing_else(
    desk: Desk, person: UUID
) -> None:
    add_action(desk, NewAction("Ring", OFFICER, TODAY + timedelta(days=7), person))
    police = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    own = NewContact(person, NOON, ContactType.STREET, ContactResult.NOT_THERE)
    log_contact(police, own)
    with pytest.raises(NotPermittedError):
        log_contact(police, replace(own, worker_id=WORKER))
