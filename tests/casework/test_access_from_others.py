"""Somebody asks to see what is held: words that are often from or about somebody else."""

from uuid import UUID

import pytest

from coordinator.casework.access import begin_access_request, decide_entry
from coordinator.casework.access_reads import read_access_request
from coordinator.casework.desk import Desk
from coordinator.casework.exclusions import exclude_agency, exclude_worker
from coordinator.casework.referrals import draft_referral
from coordinator.casework.told_aloud import record_spoken
from coordinator.db.models import Referral
from coordinator.domain.access import NewAccessRequest
from coordinator.domain.access_entries import Decided, JudgedEntry, Why
from coordinator.domain.disclosures import Spoken
from coordinator.domain.lists.sharing import AccessChoice
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Right
from tests.casework.records import a_person
from tests.stores import NURSE, POLICE, TODAY

ASKED = NewAccessRequest(TODAY, "Herself, by letter")
WITHHELD = Decided(AccessChoice.WITHHOLD, "It would put somebody at risk", "J. Penhale")


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def held(desk: Desk, request: UUID, kind: RecordKind) -> list[JudgedEntry]:
    return [one for one in read_access_request(desk, request).entries if one.entry.kind is kind]


def test_who_must_not_be_told_and_why_waits_for_the_officer(desk: Desk, person: UUID) -> None:
    exclude_agency(desk, person, agency_id=POLICE, reason="Somebody there hit them")
    exclude_worker(desk, person, professional_id=NURSE, reason="They are married")
    request = begin_access_request(desk, person, ASKED).result
    kinds = (RecordKind.EXCLUSION, RecordKind.EXCLUDED_WORKER)
    for kind in kinds:
        (one,) = held(desk, request, kind)
        assert (one.why, one.is_undecided, one.is_given) == ((Why.FROM_ANOTHER,), True, False)
        decide_entry(desk, request, one.entry.key, WITHHELD)
    assert not any(one.is_given for kind in kinds for one in held(desk, request, kind))


def test_a_screening_note_and_the_reason_of_a_disclosure_wait_for_the_officer(
    desk: Desk, person: UUID
) -> None:
    for note in ("The school told them", ""):
        referral = draft_referral(desk, person, referrer_id=NURSE, why_now="Now").result
        with desk.act(Right.RUN_MEETINGS) as tx:
            tx.get(Referral, referral).screening_note = note
            tx.journal("referral.screened", record=referral, scope=person)
    for reason in ("Her sister rang", ""):
        record_spoken(
            desk, Spoken(person, POLICE, "The sergeant", "Where they are", reason=reason)
        )
    request = begin_access_request(desk, person, ASKED).result
    for kind, column in (
        (RecordKind.REFERRAL, "screening_note"),
        (RecordKind.DISCLOSURE, "reason"),
    ):
        found = {one.is_given: one for one in held(desk, request, kind)}
        assert found[False].why == (Why.FROM_ANOTHER,)
        assert column in dict(found[False].entry.values)
        assert column not in dict(found[True].entry.values)
