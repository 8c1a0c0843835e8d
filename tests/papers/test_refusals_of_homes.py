"""The words in which a provider refused a home: none leaves for whom must not be told."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.escalations.raising import raise_escalation
from coordinator.casework.escalations.sending import send_escalation
from coordinator.casework.housing.log import apply_for_home, barrier_from_refusal, refuse_home
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.people.finding import find_everything
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import GuardError, MissingRecordError, WithheldError
from coordinator.domain.escalations.rules import NewEscalation
from coordinator.domain.housing import NewApplication, Refused
from coordinator.domain.lists.housing import HousingRefusal
from coordinator.domain.roles import Role
from coordinator.exports.composing import PaperKind
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Order
from coordinator.papers.returns import Wanted, draft_returns
from coordinator.ui.shared.chasing import read_chases
from tests.casework.entries_on_file import a_person, a_plan
from tests.meetings import next_meeting_of, weekly
from tests.requests import based
from tests.stores import HEALTH, HOUSING, NURSE, OFFICER, POLICE, TODAY, sitting

SAID = "zirconium"
AGENCIES = {POLICE: "Kerrow Police", HEALTH: "Kerrow Mental Health"}


@pytest.fixture
def refused(desk: Desk) -> UUID:
    """Somebody whom a provider refused, in words; the barrier it put up is escalated."""
    person = a_person(desk)
    a_plan(desk, person)
    based(desk, person)
    for owner in (OFFICER, NURSE):  # both agencies work with them
        add_action(desk, NewAction("Ring", owner, TODAY + timedelta(days=7), person))
    home = apply_for_home(desk, person, NewApplication(provider_id=HOUSING, what="A room")).result
    refuse_home(desk, home, Refused(HousingRefusal.OTHER, f"He said {SAID}"), seen=1)
    barrier = barrier_from_refusal(desk, home).result
    new = NewEscalation(
        barrier_id=barrier, receiver_id=OFFICER, ask="A room", risk_if_nothing="A winter outside"
    )
    sent = raise_escalation(desk, new).result
    send_escalation(desk, sent.id, seen=1)
    write_agenda(desk, next_meeting_of(desk, weekly(desk)))
    return person


def leaving(desk: Desk, agency: UUID, folder: Path) -> Iterator[str]:
    """Give everything that could leave for an agency, as text."""
    name = AGENCIES[agency]
    for kind in PaperKind:
        try:
            drafts = list(draft_papers(desk, Order(kind, folder, meeting="next", agency=name)))
        except (GuardError, MissingRecordError, WithheldError):
            continue  # there is none for this agency
        for draft in drafts:
            yield f"{kind}: {asdict(draft.model)}"
    yield from (one.text for one in read_chases(desk) if one.agency == name)
    drafted = draft_returns(desk, Wanted(agency, all_open=True))
    yield from (str(asdict(one.model)) for one in drafted)


@pytest.mark.parametrize("agency", AGENCIES)
def test_it_leaves_for_no_agency_that_must_not_be_told(
    desk: Desk, refused: UUID, agency: UUID, tmp_path: Path
) -> None:
    assert [
        one for one in leaving(desk, agency, tmp_path) if SAID in one
    ]  # else this asks nothing
    exclude_agency(desk, refused, agency_id=agency, reason="They asked for it")
    assert [one for one in leaving(desk, agency, tmp_path) if SAID in one] == []


def test_a_search_from_a_desk_of_that_agency_finds_nothing(desk: Desk, refused: UUID) -> None:
    exclude_agency(desk, refused, agency_id=POLICE, reason="They asked for it")
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    assert find_everything(officer, SAID) == ()
