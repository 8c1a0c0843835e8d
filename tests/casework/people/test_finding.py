"""Finding people by name, number and anything on file, and who might be on file already."""

from datetime import date
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.barriers import identify_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.people.entering import add_alias, add_identifier, register_person
from coordinator.casework.people.finding import (
    find_everything,
    find_people,
    find_possible_duplicates,
)
from coordinator.casework.people.safety import add_warning
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.duplicates import Reason
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, Sensitivity
from tests.based import known_person, with_basis
from tests.meetings import add_case
from tests.stores import CHAIR, COUNCIL, HEALTH, NURSE, TODAY, sitting


@pytest.fixture
def people(desk: Desk) -> dict[str, UUID]:
    return {
        given: register_person(desk, given_name=given, family_name=family).result
        for given, family in (
            ("Tomos", "Gray"),
            ("Anna", "Gray"),
            ("Siân", "Penrose"),
            ("Kasia", "Dębska"),
        )
    }


def test_the_register_goes_page_by_page_in_the_order_of_names(
    desk: Desk, people: dict[str, UUID]
) -> None:
    seen: list[str] = []
    after = None
    while True:
        page = find_people(desk, after=after, limit=1)
        seen += [row.name.given for row in page.rows]
        if page.after is None:
            break
        after = page.after
    assert seen == ["Kasia", "Anna", "Tomos", "Siân"]


def test_people_are_found_by_the_beginnings_of_names_aliases_and_numbers(
    desk: Desk, people: dict[str, UUID]
) -> None:
    add_alias(desk, people["Siân"], "Shorty")
    add_identifier(desk, people["Kasia"], issuer="NHS", value="9990000001")

    def found(words: str) -> list[str]:
        return [row.name.given for row in find_people(desk, words).rows]

    assert found("gra") == ["Anna", "Tomos"]
    assert found("deb") == ["Kasia"]
    assert found("short") == ["Siân"]
    assert found("99900") == ["Kasia"]
    assert found("KP-0001") == ["Tomos"]
    assert found("x") == found("nobody") == []


def test_what_is_not_theirs_pushes_out_nothing_of_theirs(desk: Desk) -> None:
    theirs = add_case(desk, "Tomos")
    agree_lead(desk, theirs[1], NURSE)
    add_warning(desk, theirs[0], text="Bluebell wood at night", person_told=Answer.YES)
    other, kept = (known_person(desk, given_name=name) for name in ("Anna", "Siân"))
    for at in range(6):
        for person in (other, kept):
            add_warning(desk, person, text=f"Bluebell wood {at}", person_told=Answer.YES)
        add_warning(
            desk,
            theirs[0],
            text=f"Bluebell wood {at}",
            person_told=Answer.YES,
            sensitivity=Sensitivity.RESTRICTED,
        )
    exclude_agency(desk, kept, agency_id=COUNCIL, reason="They asked")

    def found(sitter: Desk, limit: int) -> list[str]:
        groups = find_everything(sitter, "bluebell", limit=limit)
        return [one.words for group in groups for one in group.hits]

    lead = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    assert found(lead, 3) == ["Bluebell wood at night"]
    chair = sitting(desk, CHAIR, Role.CHAIR, HEALTH)
    assert (len(found(chair, 3)), len(found(chair, 40))) == (3, 19)
    assert [row.id for row in find_people(lead, "tomos").rows] == [theirs[0]]


def test_a_search_reads_no_further_than_what_is_asked_for(desk: Desk) -> None:
    person = known_person(desk, given_name="Tomos")
    for at in range(30):
        add_warning(desk, person, text=f"Bluebell wood {at}", person_told=Answer.YES)
    with desk.read() as look:
        pieces = look.people.search("bluebell", limit=4)
        assert [hit.words.split()[-1] for hit in next(pieces)] == ["29", "28", "27", "26"]
        assert [hit.words.split()[-1] for hit in next(pieces)] == ["25", "24", "23", "22"]


def test_a_search_finds_everything_on_file_grouped_by_person(
    desk: Desk, people: dict[str, UUID]
) -> None:
    add_alias(desk, people["Anna"], "Bluebell")
    add_warning(desk, people["Tomos"], text="Bluebell wood at night", person_told=Answer.YES)

    groups = {
        group.person.id if group.person else None: [hit.kind for hit in group.hits]
        for group in find_everything(desk, "bluebell")
    }
    assert groups == {
        people["Anna"]: [RecordKind.ALIAS],
        people["Tomos"]: [RecordKind.WARNING],
    }
    (hit,) = find_everything(desk, "night")[0].hits
    assert hit.words == "Bluebell wood at night"
    assert find_everything(desk, "b") == ()


def test_a_search_leaves_out_what_the_sitter_may_not_see(
    desk: Desk, people: dict[str, UUID]
) -> None:
    exclude_agency(desk, people["Anna"], agency_id=COUNCIL, reason="works there")
    add_warning(
        desk,
        people["Tomos"],
        text="Gray van",
        sensitivity=Sensitivity.RESTRICTED,
        person_told=Answer.YES,
    )
    everybody = find_everything(desk, "gray")
    assert [group.person.name.given for group in everybody if group.person] == ["Tomos"]
    assert RecordKind.WARNING in {hit.kind for hit in everybody[0].hits}
    assert [row.name.given for row in find_people(desk, "gray").rows] == ["Tomos"]

    auditor = sitting(desk, NURSE, Role.AUDITOR, HEALTH)
    kinds = {hit.kind for group in find_everything(auditor, "gray") for hit in group.hits}
    assert kinds == {RecordKind.PERSON}
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    assert find_everything(nurse, "gray") == ()
    assert find_people(nurse).rows == ()


def test_possible_duplicates_are_listed_on_entry_with_their_reasons(
    desk: Desk, people: dict[str, UUID]
) -> None:
    add_identifier(desk, people["Kasia"], issuer="NHS", value="9990000001")
    add_alias(desk, people["Tomos"], "Thomas Grey")

    (first,) = find_possible_duplicates(desk, names=["Thomas Grey"])
    assert (first.person.id, first.reasons) == (people["Tomos"], (Reason.SAME_NAME,))
    (second,) = find_possible_duplicates(
        desk, names=["Somebody Else"], numbers=[("nhs ", "9990000001")]
    )
    assert second.person.id == people["Kasia"]
    assert find_possible_duplicates(desk, names=["Wenna Trevose"]) == ()
    assert find_possible_duplicates(desk, names=["Tomos Gray"], besides=people["Tomos"]) == ()

    exclude_agency(desk, people["Tomos"], agency_id=COUNCIL, reason="works there")
    assert find_possible_duplicates(desk, names=["Tomos Gray"]) == ()


def test_a_birthday_that_differs_speaks_against_a_duplicate(desk: Desk) -> None:
    register_person(desk, given_name="Wenna", family_name="Trevose", born_on=date(1990, 1, 2))
    (same,) = find_possible_duplicates(desk, names=["Wenna Trevose"], born_on=date(1990, 1, 2))
    assert same.reasons == (Reason.SAME_BIRTH, Reason.SAME_NAME)
    assert not find_possible_duplicates(desk, names=["Wenna Trevose"], born_on=date(1971, 9, 30))


def test_what_stops_a_restricted_action_is_not_found_by_those_who_may_not_see_it(
    desk: Desk, people: dict[str, UUID]
) -> None:
    hidden = NewAction("Ring", NURSE, TODAY, people["Tomos"], sensitivity=Sensitivity.RESTRICTED)
    with_basis(desk, people["Tomos"])
    action = add_action(desk, hidden).result
    stops = NewBarrier(BarrierCategory.DEBT, action_id=action, description="Owes a lodger")
    identify_barrier(desk, stops)
    assert len(find_everything(desk, "lodger")) == 1
    for role in (Role.AUDITOR, Role.REPRESENTATIVE):
        assert find_everything(sitting(desk, NURSE, role, HEALTH), "lodger") == ()
