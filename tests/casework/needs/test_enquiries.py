"""Past harm is asked about by who is trained, with support; a score of it is kept nowhere."""

import dataclasses
import inspect
import pkgutil
from datetime import timedelta
from importlib import import_module
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Float, Integer

import coordinator.domain.needs
from coordinator.casework.desk import Desk
from coordinator.casework.directory.professionals import change_professional
from coordinator.casework.need_to_know.sight import sight_of_one
from coordinator.casework.needs.enquiries import (
    change_enquiry,
    end_enquiry,
    enquiries_about,
    note_enquiry,
)
from coordinator.casework.people.entering import register_person
from coordinator.db.models import Case, LeadRole, Professional, TraumaEnquiry
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    StaleRecordError,
    WithheldError,
)
from coordinator.domain.lists.people import EnquiryAnswer
from coordinator.domain.needs.enquiries import Enquiry, EnquiryRow
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Sensitivity
from tests.stores import HEALTH, NURSE, TODAY, sitting

_A = EnquiryAnswer
ASKED = Enquiry(_A.OFFERED, TODAY, NURSE, wish="Not at the clinic")


@pytest.fixture
def person(desk: Desk) -> UUID:
    return register_person(desk, given_name="Tomos").result


@pytest.fixture
def lead(desk: Desk, person: UUID) -> Desk:
    """The lead professional of the person; may not have what is restricted."""
    case = Case(id=desk.new_id(), person_id=person, opened_on=TODAY)
    role = LeadRole(
        id=desk.new_id(), person_id=person, case_id=case.id, professional_id=NURSE, from_on=TODAY
    )
    with desk.act(Right.DECIDE) as tx:
        tx.cases.begin(case)
        tx.cases.begin_lead(role)
        tx.journal("lead.agreed", record=role.id, scope=person)
    return sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)


@pytest.fixture
def trained(desk: Desk) -> None:
    _train(desk)


def _train(desk: Desk) -> None:
    with desk.store.reading() as look:
        seen = look.get(Professional, NURSE).revision
    day = TODAY - timedelta(days=30)
    change_professional(desk, NURSE, seen=seen, trauma_trained_on=day)


def read(desk: Desk, person: UUID) -> tuple[EnquiryRow, ...]:
    with desk.read() as look:
        sight = sight_of_one(desk, look, person)
        return enquiries_about(look, [person], sight).get(person, ())


@pytest.mark.usefixtures("trained")
def test_who_is_trained_asks_and_what_follows_is_kept(desk: Desk, person: UUID) -> None:
    said = dataclasses.replace(
        ASKED,
        enquiry=_A.SUPPORTED,
        support="The nurse sees her on Mondays",
        how_we_work="Two women, never a closed door",
    )
    note_enquiry(desk, person, said)
    (row,) = read(desk, person)
    assert row.said == said
    assert row.said.sensitivity is Sensitivity.RESTRICTED
    assert row.asked_by


def test_who_is_not_trained_says_how_it_came_to_that(desk: Desk, person: UUID) -> None:
    for answer in (_A.OFFERED, _A.DECLINED, _A.SUPPORTED):
        one = dataclasses.replace(ASKED, enquiry=answer, support="A nurse")
        with pytest.raises(ReasonNeededError) as refused:
            note_enquiry(desk, person, one)
        assert refused.value.prompts == ("enquiry-not-trained",)
    assert read(desk, person) == ()
    note_enquiry(desk, person, ASKED, reasons={"enquiry-not-trained": "She began to tell"})
    with desk.store.reading() as look:
        assert look.history.acts(limit=1)[0].reason == "She began to tell"
    # That it was not the time anybody may see.
    note_enquiry(desk, person, dataclasses.replace(ASKED, enquiry=_A.NOT_APPROPRIATE))
    assert len(read(desk, person)) == 2


def test_what_was_not_the_time_is_not_turned_into_an_offer_by_who_is_not_trained(
    desk: Desk, person: UUID
) -> None:
    first = dataclasses.replace(ASKED, enquiry=_A.NOT_APPROPRIATE)
    kept = note_enquiry(desk, person, first).result
    with pytest.raises(ReasonNeededError) as refused:
        change_enquiry(desk, kept, ASKED, seen=1)
    assert refused.value.prompts == ("enquiry-not-trained",)
    why = {"enquiry-not-trained": "She began to tell"}
    change_enquiry(desk, kept, ASKED, seen=1, reasons=why)
    with desk.store.reading() as look:
        assert look.history.acts(limit=1)[0].reason == "She began to tell"
    # How it came to that was said; what comes of it later is not asked for again.
    change_enquiry(desk, kept, dataclasses.replace(ASKED, enquiry=_A.DECLINED), seen=2)
    assert read(desk, person)[0].said.enquiry is _A.DECLINED


def test_training_counts_from_its_day(desk: Desk, person: UUID) -> None:
    _train(desk)
    before = dataclasses.replace(ASKED, asked_on=TODAY - timedelta(days=31))
    with pytest.raises(ReasonNeededError):
        note_enquiry(desk, person, before)
    note_enquiry(desk, person, dataclasses.replace(before, asked_on=TODAY - timedelta(days=30)))


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"enquiry": None}, {"enquiry": "required"}),
        ({"asked_on": None}, {"asked_on": "required"}),
        ({"asked_on": TODAY + timedelta(days=1)}, {"asked_on": "in-the-future"}),
        ({"enquiry": _A.SUPPORTED}, {"support": "required"}),
    ],
)
@pytest.mark.usefixtures("trained")
def test_an_enquiry_that_cannot_be_is_told_at_its_field(
    desk: Desk, person: UUID, wrong: dict[str, Any], fields: dict[str, str]
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        note_enquiry(desk, person, dataclasses.replace(ASKED, **wrong))
    assert refused.value.fields == fields
    assert read(desk, person) == ()


@pytest.mark.usefixtures("trained")
def test_a_lead_notes_one_and_does_not_have_it_afterwards(
    desk: Desk, lead: Desk, person: UUID
) -> None:
    kept = note_enquiry(lead, person, ASKED).result
    open_to_all = dataclasses.replace(ASKED, sensitivity=Sensitivity.STANDARD, wish="Later")
    note_enquiry(lead, person, open_to_all)
    assert [row.said.wish for row in read(lead, person)] == ["Later"]
    assert len(read(desk, person)) == 2
    with pytest.raises(WithheldError):
        change_enquiry(lead, kept, ASKED, seen=1)
    with pytest.raises(WithheldError):
        end_enquiry(lead, kept, reason="Mine")


@pytest.mark.usefixtures("trained")
def test_what_came_of_it_is_changed_and_ended_and_who_asked_stays(
    desk: Desk, person: UUID
) -> None:
    kept = note_enquiry(desk, person, ASKED).result
    later = Enquiry(_A.DECLINED, TODAY, None, "Not now", sensitivity=Sensitivity.STANDARD)
    change_enquiry(desk, kept, later, seen=1)
    (row,) = read(desk, person)
    assert (row.said.enquiry, row.said.asked_by, row.said.sensitivity) == (
        _A.DECLINED,
        NURSE,
        Sensitivity.RESTRICTED,
    )
    with pytest.raises(StaleRecordError):
        change_enquiry(desk, kept, ASKED, seen=1)
    with pytest.raises(ReasonNeededError):
        end_enquiry(desk, kept, reason="")
    end_enquiry(desk, kept, reason="Somebody else was asked")
    assert read(desk, person)[0].ended_on == TODAY
    for again in (
        lambda: change_enquiry(desk, kept, ASKED, seen=3),
        lambda: end_enquiry(desk, kept, reason="Again"),
    ):
        with pytest.raises(GuardError, match="enquiry-ended"):
            again()


def test_no_number_of_past_harm_is_kept_or_asked_for_anywhere() -> None:
    counted = [
        column.name
        for column in TraumaEnquiry.__table__.columns
        if isinstance(column.type, Integer | Float) and column.name != "revision"
    ]
    assert counted == []
    for kind in (Enquiry, EnquiryRow):
        numbers = [one.name for one in dataclasses.fields(kind) if one.type in {int, float}]
        assert [one for one in numbers if one != "revision"] == []
    names = {column.name for column in TraumaEnquiry.__table__.columns}
    assert not [one for one in names if "score" in one or "total" in one or "ace" in one]
    for module in pkgutil.iter_modules(coordinator.domain.needs.__path__):
        found = import_module(f"coordinator.domain.needs.{module.name}")
        for name, _one in inspect.getmembers(found):
            assert "score" not in name.lower(), f"{module.name}.{name}"
