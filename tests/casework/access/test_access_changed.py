"""A decision is about an entry as the officer read it: what changes after that is asked anew."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.access.reading import read_access_request
from coordinator.casework.access.requests import (
    begin_access_request,
    decide_entry,
    note_identity,
    send_access_answer,
)
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.need_to_know.restrictions import find_restrictable, set_sensitivity
from coordinator.casework.people.entering import correct_person
from coordinator.casework.people.safety import add_warning, review_warning
from coordinator.db.models import AccessDecision
from coordinator.domain.access.entries import AccessFile, Decided, JudgedEntry, Why
from coordinator.domain.access.judging import above
from coordinator.domain.access.rules import NewAccessRequest
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.sharing import AccessChoice
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Answer, Sensitivity
from coordinator.papers.access import access_model
from tests.casework.entries_on_file import a_person
from tests.casework.told import Told
from tests.stores import TODAY

GIVEN = Decided(AccessChoice.GIVE, "Nothing speaks against it", "J. Penhale")


@pytest.fixture
def person(desk: Desk) -> UUID:
    key = a_person(desk)
    add_warning(
        desk,
        key,
        text="Keeps a dog",
        source="Police",
        sensitivity=Sensitivity.RESTRICTED,
        person_told=Answer.YES,
    )
    return key


@pytest.fixture
def request_of(desk: Desk, person: UUID) -> UUID:
    made = begin_access_request(desk, person, NewAccessRequest(TODAY, "Herself")).result
    note_identity(desk, made, on=TODAY, how="Her passport")
    return made


def entry(desk: Desk, request: UUID, kind: RecordKind = RecordKind.WARNING) -> JudgedEntry:
    entries = read_access_request(desk, request).entries
    (found,) = [one for one in entries if one.entry.kind is kind]
    return found


def decided(desk: Desk, request: UUID, kind: RecordKind = RecordKind.WARNING) -> JudgedEntry:
    decide_entry(desk, request, entry(desk, request, kind).entry.key, GIVEN)
    found = entry(desk, request, kind)
    assert (found.decided, found.is_undecided) == (GIVEN_TODAY, False)
    return found


GIVEN_TODAY = Decided(GIVEN.choice, GIVEN.reason, GIVEN.by, on=TODAY)


def test_what_was_decided_is_asked_again_once_the_entry_says_something_else(
    desk: Desk, person: UUID, request_of: UUID
) -> None:
    one = decided(desk, request_of)
    later = TODAY + timedelta(days=90)
    review_warning(
        desk, one.entry.id, seen=1, review_on=later, text="The neighbour said she keeps a dog"
    )

    found = entry(desk, request_of)
    assert (found.is_undecided, found.given) == (True, None)
    assert found.why == (Why.RESTRICTED, Why.CHANGED)
    assert found.overtaken == GIVEN_TODAY
    for leaves in (
        lambda: access_model(desk, person),
        lambda: send_access_answer(desk, request_of, sent_on=TODAY),
    ):
        with pytest.raises(GuardError) as refused:
            leaves()
        assert refused.value.guard == "access-undecided"


def test_the_same_decision_in_the_same_words_stands_for_what_it_says_now(
    desk: Desk, request_of: UUID
) -> None:
    one = decided(desk, request_of)
    later = TODAY + timedelta(days=90)
    review_warning(desk, one.entry.id, seen=1, review_on=later, text="Keeps two dogs")
    assert "Keeps two dogs" in decided(desk, request_of).given.texts  # type: ignore[union-attr]
    with desk.store.reading() as look:
        assert len(look.access.rows_of(request_of)) == 1
    send_access_answer(desk, request_of, sent_on=TODAY)


def test_what_was_restricted_further_is_asked_again(desk: Desk, request_of: UUID) -> None:
    one = decided(desk, request_of)
    set_sensitivity(desk, RecordKind.WARNING, one.entry.id, Sensitivity.SERIOUS_HARM, seen=1)
    found = entry(desk, request_of)
    assert (found.is_undecided, found.why) == (True, (Why.SERIOUS_HARM, Why.CHANGED))


def test_what_a_part_of_was_restricted_further_is_asked_again(
    desk: Desk, person: UUID, request_of: UUID
) -> None:
    correct_person(desk, person, seen=1, address="4 Quay Lane")
    part = Part(RecordKind.PERSON, person, "address")
    set_part_sensitivity(desk, part, Sensitivity.RESTRICTED, seen=0)
    decided(desk, request_of, RecordKind.PERSON)
    set_part_sensitivity(desk, part, Sensitivity.SERIOUS_HARM, seen=1)
    found = entry(desk, request_of, RecordKind.PERSON)
    assert (found.is_undecided, found.why) == (True, (Why.SERIOUS_HARM, Why.CHANGED))


def test_what_happens_to_other_entries_leaves_a_decision_as_it_is(
    desk: Desk, person: UUID, request_of: UUID
) -> None:
    decided(desk, request_of)
    correct_person(desk, person, seen=1, phone="07700 900123")
    with desk.store.reading() as look:
        (row,) = look.people.about(AccessDecision, [person])
    assert (row.choice, entry(desk, request_of).decided) == (AccessChoice.GIVE, GIVEN_TODAY)


HANG = frozenset({
    (RecordKind.ACTION_NOTE, RecordKind.ACTION),
    (RecordKind.BARRIER, RecordKind.ACTION),
    (RecordKind.ESCALATION, RecordKind.ACTION),
    (RecordKind.ESCALATION, RecordKind.BARRIER),
    (RecordKind.ESCALATION_ENTRY, RecordKind.BARRIER),
    (RecordKind.ESCALATION_ENTRY, RecordKind.ESCALATION),
    (RecordKind.PLAN_VERSION, RecordKind.GOAL),
    (RecordKind.PROTOCOL_STEP, RecordKind.PROTOCOL),
})  # fmt: skip
"""What is made about what, as far as both say how far they may travel, or the second does."""


def decide_all(desk: Desk, request: UUID) -> AccessFile:
    for one in read_access_request(desk, request).entries:
        decide_entry(desk, request, one.entry.key, GIVEN)
    return read_access_request(desk, request)


def test_whatever_was_made_about_what_is_restricted_later_is_asked_again(
    desk: Desk, told: Told
) -> None:
    file = decide_all(desk, told.request)
    assert file.undecided == 0
    kinds = {one.entry.id: one.entry.kind for one in file.entries}
    higher = above([one.entry for one in file.entries])
    parents = {up for ups in higher.values() for up in ups}
    found, still = set(), {one.entry.id for one in file.entries}
    for one in find_restrictable(desk, told.person):
        if one.id in parents and one.sensitivity is Sensitivity.STANDARD:
            set_sensitivity(desk, one.kind, one.id, Sensitivity.RESTRICTED, seen=one.revision)
            below = {key for key, ups in higher.items() if one.id in ups}
            found |= {(kinds[key], one.kind) for key in below}
            still -= {one.id, *below}
    assert found >= HANG
    for now in read_access_request(desk, told.request).entries:
        is_as_it_was = now.entry.id in still
        assert (now.is_undecided, Why.CHANGED in now.why) == (not is_as_it_was,) * 2, now.entry


@pytest.mark.parametrize(
    ("kind", "field", "below"),
    [
        (
            RecordKind.AGENDA_ITEM,
            "summary",
            {RecordKind.AGENCY_NOTE, RecordKind.DECISION, RecordKind.CORRECTION},
        ),
        (RecordKind.PLAN, "what_matters", {RecordKind.PLAN_VERSION}),
    ],
)
def test_whatever_belongs_to_what_is_held_back_in_part_later_is_asked_again(
    desk: Desk, told: Told, kind: RecordKind, field: str, below: set[RecordKind]
) -> None:
    file = decide_all(desk, told.request)
    keys = [one.entry.id for one in file.entries if one.entry.kind is kind]
    for key in keys:
        part = Part(kind, key, field)
        set_part_sensitivity(desk, part, Sensitivity.THIRD_PARTY, seen=0)
    asked = [one for one in read_access_request(desk, told.request).entries if one.is_undecided]
    assert {one.entry.kind for one in asked} == {kind, *below}
    assert all(Why.CHANGED in one.why for one in asked)


def test_a_decision_made_anew_counts_for_what_hangs_on_what_was_restricted(
    desk: Desk, told: Told
) -> None:
    decide_all(desk, told.request)
    (one,) = (row for row in find_restrictable(desk, told.person) if row.id == told.actions[0])
    set_sensitivity(desk, one.kind, one.id, Sensitivity.SERIOUS_HARM, seen=one.revision)
    assert read_access_request(desk, told.request).undecided > 1
    decide_all(desk, told.request)
    assert read_access_request(desk, told.request).undecided == 0


def test_what_may_travel_further_than_it_could_is_not_asked_again(desk: Desk, told: Told) -> None:
    """Nothing more speaks against giving what hangs on it than when it was decided."""
    decide_all(desk, told.request)
    (one,) = (row for row in find_restrictable(desk, told.person) if row.id == told.actions[1])
    seen = one.revision
    set_sensitivity(desk, one.kind, one.id, Sensitivity.STANDARD, seen=seen, reason="A mistake")
    asked = [one for one in read_access_request(desk, told.request).entries if one.is_undecided]
    assert [one.entry.id for one in asked] == [told.actions[1]]
