"""Copy for an agency's own system: short, for that agency alone, and recorded when it leaves."""

import hashlib
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from coordinator.casework.actions import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.exclusions import exclude_agency
from coordinator.db.models import DisclosedPerson, Disclosure
from coordinator.domain.actions import NewAction
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.papers.copies import keep_copy, read_copies
from tests.casework.records import a_person
from tests.requests import based
from tests.stores import HEALTH, NURSE, OFFICER, POLICE, TODAY, WORKER, sitting

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
