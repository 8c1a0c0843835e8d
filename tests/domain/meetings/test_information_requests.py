"""Names leave for a request only where every rule allows it; nobody else is hinted at."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA, AgencyKind
from coordinator.domain.lists.sharing import Known
from coordinator.domain.meetings.information_requests import (
    LONGEST_NOTE,
    AgencyFacts,
    LeftOut,
    NewReply,
    NotAsked,
    RequestState,
    Subject,
    check_answer_by,
    check_asking,
    check_reply,
    permitted,
    state_of,
    why_left_out,
    why_not_asked,
)
from coordinator.domain.meetings.rules import TO_COME
from coordinator.domain.states import AgencyStatus, BasisStatus, MeetingStatus

TODAY = date(2026, 11, 16)
POLICE, OTHER = UUID(int=1), UUID(int=2)
SIGNED = AgencyFacts(POLICE, AgencyKind.POLICE_NEIGHBOURHOOD, signed_on=TODAY)
PERMITTED = Subject(UUID(int=9), BasisStatus.RECORDED)

DAYS = st.none() | st.dates(TODAY - timedelta(days=900), TODAY + timedelta(days=900))
AGENCIES = st.builds(
    AgencyFacts,
    id=st.sampled_from([POLICE, OTHER]),
    kind=st.none() | st.sampled_from(AgencyKind),
    status=st.sampled_from(AgencyStatus),
    signed_on=DAYS,
    expires_on=DAYS,
)
SUBJECTS = st.lists(
    st.builds(
        Subject,
        person=st.integers(10, 30).map(lambda key: UUID(int=key)),
        basis=st.none() | st.sampled_from(BasisStatus),
        not_told=st.frozensets(st.sampled_from([POLICE, OTHER])),
        has_name=st.booleans(),
        has_died=st.booleans(),
    ),
    unique_by=lambda one: one.person,
)


@given(AGENCIES, SUBJECTS)
def test_an_agency_that_must_not_be_told_is_never_given_the_name(
    agency: AgencyFacts, subjects: list[Subject]
) -> None:
    kept = {one.person for one in subjects if agency.id in one.not_told}
    assert kept.isdisjoint(permitted(agency, subjects, TODAY))


@given(AGENCIES, SUBJECTS)
def test_nobody_is_named_without_a_recorded_basis(
    agency: AgencyFacts, subjects: list[Subject]
) -> None:
    named = permitted(agency, subjects, TODAY)
    assert all(one.basis is BasisStatus.RECORDED for one in subjects if one.person in named)


@given(AGENCIES, SUBJECTS)
def test_names_go_only_where_an_agreement_holds_today(
    agency: AgencyFacts, subjects: list[Subject]
) -> None:
    if permitted(agency, subjects, TODAY):
        assert agency.status is AgencyStatus.ACTIVE
        assert agency.kind not in NEVER_NAMED_DATA
        assert agency.signed_on is not None
        assert agency.signed_on <= TODAY
        assert agency.expires_on is None or agency.expires_on >= TODAY


@given(AGENCIES, SUBJECTS)
def test_only_people_on_the_agenda_are_named_in_its_order(
    agency: AgencyFacts, subjects: list[Subject]
) -> None:
    named = permitted(agency, subjects, TODAY)
    assert list(named) == [one.person for one in subjects if one.person in named]


@given(AGENCIES, SUBJECTS, SUBJECTS)
def test_who_else_is_on_the_agenda_changes_nothing_about_somebody(
    agency: AgencyFacts, subjects: list[Subject], others: list[Subject]
) -> None:
    """A request tells nothing about those it leaves out: it is the same without them."""
    named = permitted(agency, subjects, TODAY)
    without = [one for one in subjects if one.person in named]
    assert permitted(agency, without, TODAY) == named
    mine = {one.person for one in subjects}
    more = [*subjects, *(one for one in others if one.person not in mine)]
    assert [one for one in permitted(agency, more, TODAY) if one in mine] == list(named)


@given(AGENCIES, SUBJECTS)
def test_everybody_is_named_or_there_is_a_reason_why_not(
    agency: AgencyFacts, subjects: list[Subject]
) -> None:
    if why_not_asked(agency, TODAY) is None:
        named = permitted(agency, subjects, TODAY)
        left_out = [one.person for one in subjects if why_left_out(agency, one) is not None]
        assert sorted([*named, *left_out]) == sorted(one.person for one in subjects)


@pytest.mark.parametrize(
    ("agency", "why"),
    [
        (SIGNED, None),
        (replace(SIGNED, status=AgencyStatus.CLOSED), NotAsked.CLOSED),
        (replace(SIGNED, status=AgencyStatus.MERGED), NotAsked.CLOSED),
        (replace(SIGNED, kind=AgencyKind.ELECTED_MEMBER), NotAsked.NEVER_NAMED),
        (replace(SIGNED, signed_on=None), NotAsked.NO_AGREEMENT),
        (replace(SIGNED, signed_on=TODAY + timedelta(days=1)), NotAsked.NO_AGREEMENT),
        (replace(SIGNED, expires_on=TODAY), None),
        (
            replace(
                SIGNED,
                signed_on=TODAY - timedelta(days=9),
                expires_on=TODAY - timedelta(days=1),
            ),
            NotAsked.AGREEMENT_EXPIRED,
        ),
    ],
)
def test_an_agency_is_asked_or_the_reason_is_said(
    agency: AgencyFacts, why: NotAsked | None
) -> None:
    assert why_not_asked(agency, TODAY) is why


@pytest.mark.parametrize(
    ("subject", "why"),
    [
        (PERMITTED, None),
        (replace(PERMITTED, not_told=frozenset({POLICE})), LeftOut.NOT_TOLD),
        (replace(PERMITTED, not_told=frozenset({OTHER})), None),
        (replace(PERMITTED, basis=None), LeftOut.NO_BASIS),
        (replace(PERMITTED, basis=BasisStatus.WITHDRAWN), LeftOut.NO_BASIS),
        (replace(PERMITTED, has_name=False), LeftOut.NO_NAME),
        (replace(PERMITTED, has_died=True), LeftOut.DIED),
    ],
)
def test_the_coordinator_is_told_why_somebody_is_left_out(
    subject: Subject, why: LeftOut | None
) -> None:
    assert why_left_out(SIGNED, subject) is why


@pytest.mark.parametrize("status", MeetingStatus)
def test_agencies_are_asked_for_meetings_to_come_alone(status: MeetingStatus) -> None:
    if status in TO_COME:
        check_asking(status)
    else:
        with pytest.raises(GuardError) as refused:
            check_asking(status)
        assert refused.value.guard == "too-late-to-ask"


def test_the_day_to_answer_by_lies_between_today_and_the_meeting() -> None:
    meeting = TODAY + timedelta(days=3)
    check_answer_by(TODAY, TODAY, meeting)
    check_answer_by(meeting, TODAY, meeting)
    for day, rule in (
        (TODAY - timedelta(days=1), "in-the-past"),
        (meeting + timedelta(days=1), "after-meeting"),
    ):
        with pytest.raises(InvalidFieldsError) as refused:
            check_answer_by(day, TODAY, meeting)
        assert refused.value.fields == {"answer_by": rule}


@pytest.mark.parametrize(
    ("came_on", "note", "fault"),
    [
        (TODAY - timedelta(days=2), "", {"came_on": "before-start"}),
        (TODAY + timedelta(days=1), "", {"came_on": "in-the-future"}),
        (None, "x" * (LONGEST_NOTE + 1), {"note": "too-long"}),
    ],
)
def test_an_answer_cannot_come_before_it_was_asked_for_nor_tomorrow_nor_fill_a_page(
    came_on: date | None, note: str, fault: dict[str, str]
) -> None:
    reply = NewReply(UUID(int=5), 1, Known.KNOWN, note, came_on)
    with pytest.raises(InvalidFieldsError) as refused:
        check_reply(reply, TODAY - timedelta(days=1), TODAY)
    assert refused.value.fields == fault


@given(st.none() | st.dates(), st.integers(0, 20))
def test_an_agency_is_late_only_when_it_was_asked_and_owes_a_reply_past_its_day(
    answer_by: date | None, missing: int
) -> None:
    state = state_of(answer_by, missing, TODAY)
    assert (state is RequestState.NOT_ASKED) is (answer_by is None)
    if state is RequestState.LATE:
        assert missing
        assert answer_by is not None
        assert answer_by < TODAY
    if answer_by is not None and not missing:
        assert state is RequestState.ANSWERED
