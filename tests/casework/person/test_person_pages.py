"""Opening a person: what the page holds, and that the journal says who looked, once a sitting."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.cases.periods import read_cases
from coordinator.casework.cases.phases import close_case, reopen_case
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.people.entering import register_person
from coordinator.casework.people.safety import add_strength
from coordinator.casework.person.pages import read_person
from coordinator.casework.referrals.asking import accept_referral
from coordinator.domain.cases.leads import LeadEnd
from coordinator.domain.errors import MissingRecordError, NotPermittedError, WithheldError
from coordinator.domain.lists.plans import StrengthKind
from coordinator.domain.lists.reasons import CloseReason
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, CaseStatus
from tests.casework.cases.test_cases import GOOD
from tests.casework.need_to_know.test_sharing import COMPLETE
from tests.casework.referrals.test_referrals import screened
from tests.stores import CHAIR, COUNCIL, HEALTH, NURSE, TODAY, WORKER, Clock, sitting


def openings(desk: Desk) -> int:
    with desk.store.reading() as look:
        return [act.name for act in look.history.acts()].count("person.opened")


@pytest.fixture
def person(desk: Desk) -> UUID:
    return register_person(desk, given_name="Tomos", children_affected=Answer.NO).result


def test_the_journal_says_once_a_sitting_who_opened_whom(desk: Desk, person: UUID) -> None:
    read_person(desk, person)
    read_person(desk, person)
    assert openings(desk) == 1
    with desk.store.reading() as look:
        act = look.history.acts()[0]
        assert (act.actor, act.record, act.scope) == (desk.sitter.professional, person, person)

    again = sitting(desk, CHAIR, Role.CHAIR, COUNCIL)
    read_person(again, person)
    assert openings(desk) == 2


def test_what_is_withheld_is_neither_shown_nor_journalled(desk: Desk, person: UUID) -> None:
    for role, refused in (
        (Role.LEAD_PROFESSIONAL, WithheldError),
        (Role.COMMISSIONER, NotPermittedError),
    ):
        with pytest.raises(refused):
            read_person(sitting(desk, NURSE, role, HEALTH), person)
    with pytest.raises(MissingRecordError):
        read_person(desk, UUID(int=12))
    assert openings(desk) == 0


def test_the_page_holds_every_period_with_its_leads_newest_first(
    chair: Desk, person: UUID, clock: Clock
) -> None:
    first = accept_referral(chair, screened(chair, person), reason="yes").result
    record_basis(chair, person, **COMPLETE)
    agree_lead(chair, first, WORKER)
    clock.move(days=10)
    close_case(chair, first, GOOD)
    second = reopen_case(chair, first, reason="back").result.case
    add_strength(chair, person, strength=StrengthKind.HOPES)

    page = read_person(chair, person)

    newest, oldest = page.cases
    assert (newest.id, newest.reopened_from, newest.former_lead, newest.leads) == (
        second,
        first,
        "Rhys Roskilly",
        (),
    )
    assert (oldest.status, oldest.close_reason, oldest.closed_on) == (
        CaseStatus.CLOSED,
        CloseReason.GOALS_MET,
        TODAY + timedelta(days=10),
    )
    (lead,) = oldest.leads
    assert (lead.professional, lead.ended, lead.to_on) == (
        "Rhys Roskilly",
        LeadEnd.CASE_CLOSED,
        TODAY + timedelta(days=10),
    )
    assert [row.has_offer for row in page.referrals] == [True]
    assert len(page.safety.strengths) == 1
    assert read_cases(chair, person) == page.cases
