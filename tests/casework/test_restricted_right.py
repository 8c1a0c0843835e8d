"""An agency that may have restricted entries: for a reason, both ways, and never legal advice."""

from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import allow_restricted, change_agency, merge_agency
from coordinator.casework.live.wall import read_wall_item
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.packs.paper_reads import read_audience
from coordinator.casework.people.entering import correct_person
from coordinator.casework.people.safety import read_safety
from coordinator.casework.person.pages import read_person
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.records.history import read_history
from coordinator.db.models import Agency
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
    StaleRecordError,
)
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.wording.moves import move_lines
from tests.casework.test_nothing_leaks import words_in
from tests.casework.told import GUARDED, PLAIN, Told
from tests.stores import COUNCIL, HEALTH, NURSE, POLICE, sitting


def allow(desk: Desk, agency: UUID = HEALTH, *, may: bool = True) -> int:
    with desk.read() as look:
        seen = look.get(Agency, agency).revision
    return allow_restricted(
        desk, agency, seen=seen, may_have_restricted=may, reason="Agreed with their Caldicott"
    ).result


def lead(desk: Desk) -> Desk:
    return sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)


def risks(desk: Desk, told: Told) -> set[str]:
    return {one.note.text for one in read_safety(desk, told.person).risks}


def test_it_reads_what_is_restricted_as_long_as_it_has_the_right(desk: Desk, told: Told) -> None:
    assert risks(lead(desk), told) == {PLAIN}
    allow(desk)
    assert risks(lead(desk), told) == {PLAIN, GUARDED}
    allow(desk, may=False)
    assert risks(lead(desk), told) == {PLAIN}


def test_legal_advice_stays_withheld_whole_entries_and_parts(desk: Desk, told: Told) -> None:
    seen = read_person(desk, told.person).person.revision
    correct_person(desk, told.person, seen=seen, address="1 Fore Street", gp="Dr Trevithick")
    for field, level in (("address", Sensitivity.SERIOUS_HARM), ("gp", Sensitivity.PRIVILEGED)):
        part = Part(RecordKind.PERSON, told.person, field)
        set_part_sensitivity(desk, part, level, seen=0)
    allow(desk)
    page = read_person(lead(desk), told.person)
    assert (page.details.address, page.details.gp) == ("1 Fore Street", "")
    assert page.parts[told.person] == {"address": Sensitivity.SERIOUS_HARM}
    strengths = {one.text for one in read_plan(lead(desk), told.person).strengths}
    assert strengths == {PLAIN}  # the other one is legal advice


def test_a_paper_for_it_is_read_as_far_and_the_wall_of_the_room_never(
    desk: Desk, told: Told
) -> None:
    allow(desk)
    reader = read_audience(desk, "Kerrow Mental Health").reader
    assert reader is not None
    plan = read_plan(desk, told.person, reader=reader)
    assert GUARDED in {one.text for one in plan.risks}
    wall = read_wall_item(desk, told.meeting, told.items[0], names_shown=True)
    assert GUARDED not in " ".join(words_in(wall))


def test_who_looks_on_from_such_an_agency_has_nothing_restricted(desk: Desk, told: Told) -> None:
    allow(desk)
    auditor = sitting(desk, NURSE, Role.AUDITOR, HEALTH)
    assert risks(auditor, told) == {PLAIN}


def test_another_agency_has_nothing_of_it(desk: Desk, told: Told) -> None:
    allow(desk, POLICE)
    assert risks(lead(desk), told) == {PLAIN}


def test_it_is_lost_with_the_agency_that_had_it(desk: Desk, told: Told) -> None:
    allow(desk)
    merge_agency(desk, HEALTH, into=COUNCIL)
    assert risks(lead(desk), told) == {PLAIN}


def test_a_reason_is_needed_and_what_was_shown_both_ways(desk: Desk, told: Told) -> None:
    for wanted in (True, False):
        with pytest.raises(ReasonNeededError):
            allow_restricted(desk, HEALTH, seen=1, may_have_restricted=wanted, reason=" ")
    seen = allow(desk)
    allow(desk, may=False)
    with pytest.raises(StaleRecordError):
        allow_restricted(desk, HEALTH, seen=seen - 1, may_have_restricted=True, reason="Again")
    with pytest.raises(InvalidFieldsError):  # not with how it is reached, where nobody says why
        change_agency(desk, HEALTH, seen=seen, may_have_restricted=True)


def test_only_whoever_may_have_such_entries_gives_the_right_and_not_to_every_kind(
    desk: Desk, told: Told
) -> None:
    with pytest.raises(NotPermittedError):
        allow_restricted(lead(desk), HEALTH, seen=1, may_have_restricted=True, reason="Mine")
    with desk.read() as look:
        seen = look.get(Agency, POLICE).revision
    seen = change_agency(desk, POLICE, seen=seen, agency_kind=AgencyKind.ELECTED_MEMBER).result
    with pytest.raises(GuardError) as refused:
        allow_restricted(desk, POLICE, seen=seen, may_have_restricted=True, reason="Asked")
    assert refused.value.guard == "agency-never-named"


def test_the_history_of_the_agency_says_so_with_the_reason(desk: Desk, told: Told) -> None:
    allow(desk)
    newest = read_history(desk, HEALTH).happenings[0]
    assert newest.act == "agency.restricted_given"
    assert newest.reason == "Agreed with their Caldicott"
    assert list(move_lines(newest.moves, {})) == ["May have restricted entries: yes"]
