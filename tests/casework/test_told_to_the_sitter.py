"""Every read there is, asked as the windows ask: it names nobody who is kept from the sitter.

Each text of Petroc's record says two words that are the names of somebody else here.
"""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker
from coordinator.casework.need_to_know.withholding import hide_withheld, told_to_sitter
from coordinator.casework.packs.paper_reads import read_audience_of
from coordinator.casework.people.entering import (
    add_identifier,
    correct_person,
    register_person,
    remove_alias,
)
from coordinator.casework.people.finding import find_everything
from coordinator.casework.person.pages import read_person
from coordinator.casework.records.drafts import keep_draft, read_draft
from coordinator.db.models import Alias, Person
from coordinator.domain.errors import (
    GuardError,
    MissingRecordError,
    NotPermittedError,
    WithheldError,
)
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer
from tests.casework.test_nothing_leaks import asked, holding, words_in
from tests.casework.told import GUARDED, PLAIN, Told, told
from tests.stores import CHAIR, COORDINATOR, COUNCIL, HEALTH, NURSE, OFFICER, POLICE, sitting

__all__ = ["told"]

OWN = {"coordinator.casework.people.finding.find_everything"}
"""Leaves out itself what was found by a hidden name."""


@pytest.fixture
def kept(desk: Desk, told: Told) -> UUID:
    """Somebody of the name that is in every text about Petroc, who is called otherwise."""
    with desk.read() as look:
        seen = look.get(Person, told.person).revision
        (alias,) = look.people.about(Alias, [told.person])
    correct_person(desk, told.person, seen=seen, family_name="Rosevear")
    remove_alias(desk, alias.id)
    names = {"given_name": PLAIN.title(), "family_name": GUARDED.title()}
    return register_person(desk, **names, children_affected=Answer.NO).result


def heard(desk: Desk, about: Told, *, is_told: bool = True) -> dict[str, str]:
    """Ask everything and give what is shown, by read; as it was found unless it is told."""
    return dict(_heard(desk, about, told_to_sitter if is_told else _found))


def _found(desk: Desk, read: Callable[[Desk], object]) -> object:
    return read(desk)


def _heard(
    desk: Desk, about: Told, way: Callable[[Desk, Callable[[Desk], object]], object]
) -> Iterator[tuple[str, str]]:
    for name, ask in asked(desk, about).items():

        def read(_desk: Desk, ask: Callable[[], object] = ask) -> object:
            return ask()

        try:
            yield name, " ".join(words_in(way(desk, read)))
        except (NotPermittedError, WithheldError, MissingRecordError, GuardError):
            continue


SEATS = [
    (CHAIR, Role.CHAIR, COUNCIL),
    (COORDINATOR, Role.COORDINATOR, COUNCIL),
    (OFFICER, Role.AUDITOR, POLICE),
    (NURSE, Role.LEAD_PROFESSIONAL, HEALTH),
    (OFFICER, Role.REPRESENTATIVE, HEALTH),
]


@pytest.mark.parametrize(("who", "role", "agency"), SEATS)
def test_no_read_names_somebody_the_sitter_must_not_be_told_about(
    desk: Desk, told: Told, kept: UUID, who: UUID, role: Role, agency: UUID
) -> None:
    exclude_worker(desk, kept, professional_id=who, reason="They asked for it")
    theirs = sitting(desk, who, role, agency)

    named = holding(heard(theirs, told, is_told=False), PLAIN, GUARDED)
    shown = heard(theirs, told)

    assert len(named) > 20  # texts that name them are found by nearly every read
    assert holding(shown, PLAIN, GUARDED) == []
    hidden = set(holding(shown, "[name hidden]"))
    assert {one for one in named if one not in hidden and one.split()[0] not in OWN} == set()


def test_an_agency_that_must_not_be_told_reads_no_name_either(
    desk: Desk, told: Told, kept: UUID
) -> None:
    exclude_agency(desk, kept, agency_id=COUNCIL, reason="They asked for it")
    shown = heard(sitting(desk, CHAIR, Role.CHAIR, COUNCIL), told)

    assert holding(shown, PLAIN, GUARDED) == []
    assert len(holding(shown, "[name hidden]")) > 50


def test_whoever_may_be_told_reads_all_of_it(desk: Desk, told: Told, kept: UUID) -> None:
    exclude_agency(desk, kept, agency_id=POLICE, reason="They asked for it")
    chair = sitting(desk, CHAIR, Role.CHAIR, COUNCIL)
    as_found = heard(chair, told, is_told=False)  # what is for the room hides every name
    assert holding(heard(chair, told), "[name hidden]") == holding(as_found, "[name hidden]")
    assert told_to_sitter(chair, lambda at: find_everything(at, PLAIN))


def test_what_is_about_a_namesake_keeps_their_own_name(desk: Desk, told: Told, kept: UUID) -> None:
    """Another Heronwater is called so on their own page, and in what is typed about them."""
    called(desk, told.person, family_name=PLAIN.title())
    exclude_worker(desk, kept, professional_id=CHAIR, reason="They asked for it")
    chair = sitting(desk, CHAIR, Role.CHAIR, COUNCIL)

    page = told_to_sitter(chair, lambda at: read_person(at, told.person))

    assert page.person.name.family == PLAIN.title()
    words = " ".join(words_in(page))
    assert PLAIN in words
    assert GUARDED not in words


def called(desk: Desk, person: UUID, **names: Any) -> None:
    with desk.read() as look:
        seen = look.get(Person, person).revision
    correct_person(desk, person, seen=seen, **names)


def test_a_number_that_tells_who_it_is_is_read_by_nobody_who_must_not_be_told(
    desk: Desk, told: Told, kept: UUID
) -> None:
    add_identifier(desk, kept, issuer="NHS", value="943 476 5919")
    text = "Ask the surgery about 943-476-5919"
    exclude_worker(desk, kept, professional_id=CHAIR, reason="They asked for it")
    chair = sitting(desk, CHAIR, Role.CHAIR, COUNCIL)

    assert told_to_sitter(chair, lambda _desk: text) == "Ask the surgery about [hidden]"
    police = read_audience_of(desk, POLICE).reader
    exclude_agency(desk, kept, agency_id=POLICE, reason="They asked for it")
    assert police is not None
    with_name = f"{PLAIN.title()} {GUARDED.title()}, 943 476 5919"
    assert hide_withheld(desk, with_name, police, []) == "[name hidden], [hidden]"


def test_what_the_sitter_was_typing_is_given_back_as_it_was_typed(
    desk: Desk, told: Told, kept: UUID
) -> None:
    exclude_worker(desk, kept, professional_id=CHAIR, reason="They asked for it")
    chair = sitting(desk, CHAIR, Role.CHAIR, COUNCIL)
    keep_draft(chair, "plan.text", told.person, seen=1, values={"what_matters": PLAIN})

    draft = told_to_sitter(chair, lambda at: read_draft(at, "plan.text", told.person))

    assert draft is not None
    assert draft.values == {"what_matters": PLAIN}
