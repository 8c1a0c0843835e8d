"""One rule decides who may see what: asked here for each of the six roles."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.need_to_know.rule import Entry, Reader, may_see
from coordinator.domain.roles import Right, Role, may
from coordinator.domain.states import Sensitivity

PERSON, OTHER = UUID(int=1), UUID(int=2)
AGENCY = UUID(int=3)
GUARDED = [one for one in Sensitivity if one is not Sensitivity.STANDARD]
WORKER = UUID(int=4)
THEIRS = frozenset({PERSON})

readers = st.builds(
    Reader,
    role=st.sampled_from(Role),
    agency=st.sampled_from([None, AGENCY]),
    professional=st.sampled_from([None, WORKER]),
    own_people=st.frozensets(st.sampled_from([PERSON, OTHER])),
    shared_people=st.frozensets(st.sampled_from([PERSON, OTHER])),
    may_have_restricted=st.booleans(),
)
entries = st.builds(
    Entry,
    person=st.sampled_from([None, PERSON]),
    sensitivity=st.sampled_from(Sensitivity),
    not_told=st.frozensets(st.sampled_from([AGENCY, WORKER])),
)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CHAIR])
def test_those_who_run_the_panel_see_everybody_and_what_is_restricted(role: Role) -> None:
    assert all(may_see(Reader(role), Entry(PERSON, one)) for one in Sensitivity)


def test_an_auditor_sees_everybody_and_nothing_restricted() -> None:
    assert may_see(Reader(Role.AUDITOR), Entry(PERSON))
    assert not any(may_see(Reader(Role.AUDITOR), Entry(PERSON, one)) for one in GUARDED)


def test_a_commissioner_sees_nobody_even_where_somebody_was_shared() -> None:
    reader = Reader(Role.COMMISSIONER, own_people=THEIRS, shared_people=THEIRS)
    assert not may_see(reader, Entry(PERSON))


def test_a_lead_professional_sees_their_own_people_not_all_of_their_agency() -> None:
    lead = Reader(Role.LEAD_PROFESSIONAL, AGENCY, shared_people=THEIRS)
    assert not may_see(lead, Entry(PERSON))
    assert may_see(replace(lead, own_people=THEIRS), Entry(PERSON))


def test_a_representative_sees_the_people_shared_with_their_agency() -> None:
    representative = Reader(Role.REPRESENTATIVE, AGENCY, shared_people=THEIRS)
    assert may_see(representative, Entry(PERSON))
    assert not may_see(representative, Entry(OTHER))


@pytest.mark.parametrize("sensitivity", GUARDED)
def test_what_is_restricted_needs_that_right_as_well(sensitivity: Sensitivity) -> None:
    lead = Reader(Role.LEAD_PROFESSIONAL, own_people=THEIRS)
    assert not may_see(lead, Entry(PERSON, sensitivity))
    granted = may_see(replace(lead, may_have_restricted=True), Entry(PERSON, sensitivity))
    assert granted is (sensitivity is not Sensitivity.PRIVILEGED)
    assert not may_see(lead, Entry(None, sensitivity))


@given(readers, entries)
def test_an_agency_that_must_not_be_told_sees_nothing_whatever_its_role(
    reader: Reader, entry: Entry
) -> None:
    kept = replace(entry, person=PERSON, not_told=frozenset({AGENCY}))
    assert not may_see(replace(reader, agency=AGENCY), kept)


@given(readers, entries)
def test_whoever_may_have_what_is_restricted_may_have_the_rest(
    reader: Reader, entry: Entry
) -> None:
    if may_see(reader, entry):
        assert may_see(reader, replace(entry, sensitivity=Sensitivity.STANDARD))


@given(readers, entries)
def test_nobody_sees_a_person_without_that_right(reader: Reader, entry: Entry) -> None:
    if entry.person is not None and may_see(reader, entry):
        assert may(reader.role, Right.SEE_PEOPLE)


@given(readers, entries)
def test_a_worker_who_must_not_be_told_sees_nothing_whatever_their_role(
    reader: Reader, entry: Entry
) -> None:
    kept = replace(entry, person=PERSON, not_told=frozenset({WORKER}))
    assert not may_see(replace(reader, professional=WORKER, role=Role.COORDINATOR), kept)
    colleague = replace(reader, professional=None)
    assert may_see(colleague, kept) is may_see(colleague, replace(kept, not_told=frozenset()))


@given(readers)
def test_legal_advice_goes_to_nobody_by_a_grant(reader: Reader) -> None:
    granted = replace(reader, may_have_restricted=True)
    entry = Entry(PERSON, Sensitivity.PRIVILEGED)
    assert not may_see(granted, entry) or may(granted.role, Right.SEE_RESTRICTED)
