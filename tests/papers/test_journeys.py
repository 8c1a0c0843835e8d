"""The journey map: for its recipient what they may have; for learning nobody can be told by it."""

import re
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from coordinator.casework.cases.phases import move_phase
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.packs.paper_reads import read_audience_of
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.person.journeys import read_journey
from coordinator.db.models import ComingMove, HousingApplication, Missing, Offer, Referral
from coordinator.domain.errors import BasisLackingError, WithheldError
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.outreach import ComingMoveKind
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.roles import Right
from coordinator.domain.states import CasePhase, HousingStep, Sensitivity
from coordinator.exports.composing import PaperKind, compose
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.journeys import journey_model
from coordinator.papers.orders import Order
from tests.casework.entries_on_file import a_person, case_of
from tests.exports import reading
from tests.exports.structure import faults
from tests.requests import based
from tests.stores import HEALTH, NOON, NURSE, POLICE, TODAY, Clock

SECRET = "zircon"


@pytest.fixture
def person(desk: Desk, clock: Clock) -> UUID:
    found = a_person(desk, "Kezia", "Trelawny")
    based(desk, found)
    case = case_of(desk, found)
    agree_lead(desk, case, NURSE)
    _rows(desk, found, case)
    for day in range(3):
        log_contact(
            desk,
            NewContact(
                found,
                NOON - timedelta(days=day),
                ContactType.STREET,
                ContactResult.NOT_THERE,
                place="Harbour steps",
            ),
        )
    clock.move(days=40)
    move_phase(desk, case, CasePhase.STABILISING)
    return found


def _rows(desk: Desk, person: UUID, case: UUID) -> None:
    on = TODAY - timedelta(days=20)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.add(Referral(id=uuid4(), person_id=person, referred_on=on, why_now="Kezia lost a room"))
        for what, said in (("A room at Quay House", "standard"), (SECRET, "restricted")):
            tx.add(
                HousingApplication(
                    id=uuid4(),
                    person_id=person,
                    case_id=case,
                    applied_on=on,
                    what=what,
                    status=HousingStep.REFUSED,
                    sensitivity=Sensitivity(said),
                )
            )
            tx.add(
                Offer(
                    id=uuid4(),
                    person_id=person,
                    agency_id=HEALTH,
                    what=what,
                    offered_on=on,
                    sensitivity=Sensitivity(said),
                )
            )
        tx.add(
            Missing(id=uuid4(), person_id=person, noted_on=on, noted_by_id=NURSE, found_on=TODAY)
        )
        tx.journal("test.arranged")


def told(desk: Desk, person: UUID, **how: object) -> str:
    audience = how.pop("audience", WHOLE_PANEL)
    kind = PaperKind.JOURNEY_LEARNING if how else PaperKind.JOURNEY
    paper = lay_out(kind, journey_model(desk, person, audience, **how))  # type: ignore[arg-type]
    assert faults(paper) == []
    return reading.everything(paper)


def test_it_tells_what_happened_in_lanes_and_the_same_in_a_table(desk: Desk, person: UUID) -> None:
    said = told(desk, person)
    for words in (
        "Journey of KT (KP-0001)",
        "Referred to the panel: KT (KP-0001) lost a room",
        "A room at Quay House",
        "Kasia Dębska",
        "Engaging",
        "Stabilising",
        "3 tries, met 0",
        "Missing",
        "The table under it says the same.",
    ):
        assert words in said
    assert "Trelawny" not in said


def test_an_agency_gets_nothing_that_is_restricted_and_an_untold_one_nothing_at_all(
    desk: Desk, person: UUID
) -> None:
    assert SECRET in told(desk, person)
    health = read_audience_of(desk, HEALTH)
    assert SECRET not in told(desk, person, audience=health)
    exclude_agency(desk, person, agency_id=POLICE, reason="They asked for it")
    with pytest.raises(WithheldError):
        told(desk, person, audience=read_audience_of(desk, POLICE))


def test_a_move_that_is_restricted_is_on_no_agencys_journey(desk: Desk, person: UUID) -> None:
    kind = ComingMoveKind.PRISON_RELEASE
    with desk.act(Right.EDIT_PEOPLE) as tx:
        move = ComingMove(
            id=uuid4(),
            person_id=person,
            move_kind=kind,
            on=TODAY,
            happened_on=TODAY,
            sensitivity=Sensitivity.RESTRICTED,
        )
        tx.add(move)
        tx.journal("test.arranged")
    health = read_audience_of(desk, HEALTH)
    assert kind in {one.what for one in read_journey(desk, person).happened}
    assert kind not in {
        one.what for one in read_journey(desk, person, reader=health.reader).happened
    }


def test_for_learning_there_is_no_name_no_day_no_place_and_nobodys_words(
    desk: Desk, person: UUID
) -> None:
    (draft,) = draft_papers(desk, Order(PaperKind.JOURNEY_LEARNING, Path(), person="KP-0001"))
    said = told(desk, person, for_learning=True)
    for words in ("Kezia", "Trelawny", "KT", "KP-0001", "Dębska", "Quay", "Harbour", SECRET):
        assert words not in said
    assert "KP-0001" not in draft.subject
    made_on = desk.today()
    months = "|".join(f"{date(2026, month, 1):%B}" for month in range(1, 13))
    said_on = set(re.findall(rf"\d+ (?:{months}) \d+", said))
    assert said_on == {f"{made_on.day} {made_on:%B} {made_on.year}"}  # when it was printed
    for words in ("Month 1", "Lead 1", "Stabilising", "Refused"):
        assert words in said


def test_for_learning_nothing_is_drawn_nearer_than_its_month(desk: Desk, person: UUID) -> None:
    drawn = journey_model(desk, person, WHOLE_PANEL, for_learning=True).charts[0]
    nearer = journey_model(desk, person, WHOLE_PANEL).charts[0]
    months = {round(at, 4) for at, _words in drawn.ticks}
    assert {round(bar.begins, 4) for lane in drawn.lanes for bar in lane.bars} <= months
    assert not {round(bar.begins, 4) for lane in nearer.lanes for bar in lane.bars} <= months


def test_no_contact_is_told_of_after_the_journey_ends(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    clock.move(days=10)
    today = NewContact(person, desk.now(), ContactType.STREET, ContactResult.NOT_THERE)
    log_contact(desk, today)
    model = journey_model(desk, person, WHOLE_PANEL)
    rows = [row for chart in model.charts for row in chart.rows if row.what.endswith("met 0")]
    ends = model.subtitle.partition(",")[0].rpartition(" to ")[2]
    assert rows[-1].when.rpartition(" to ")[2] == ends


def test_without_a_basis_there_is_no_journey_to_print(desk: Desk) -> None:
    person = a_person(desk)
    record_basis(desk, person, gateway=None)
    with pytest.raises(BasisLackingError):
        journey_model(desk, person, WHOLE_PANEL)


def test_its_file_says_in_its_title_what_it_is_and_names_nobody(desk: Desk, person: UUID) -> None:
    for learning, title in ((False, "KP-0001: journey map"), (True, "Journey map, for learning")):
        model = journey_model(desk, person, WHOLE_PANEL, for_learning=learning)
        assert compose(PaperKind.JOURNEY, model).title == title
