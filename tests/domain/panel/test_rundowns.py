"""The standard agenda: nothing open has no place, and time only goes on."""

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.lists.panel import KIND_OF, AgendaSection
from coordinator.domain.meetings.agendas import AgendaFacts, CaseFacts, ReferralFacts, write
from coordinator.domain.panel.rundowns import MINUTES, USUAL, Planned, Rundown, begin_minutes
from coordinator.domain.states import CaseStatus, ReferralStatus

parts = st.lists(
    st.builds(Planned, st.sampled_from(AgendaSection), st.integers(1, 120)),
    max_size=14,
    unique_by=lambda part: part.section,
)
rundowns = parts.map(tuple).map(Rundown)
lines = st.lists(st.tuples(st.sampled_from(AgendaKind), st.integers(1, 30)), max_size=12)


@given(rundowns)
def test_every_kind_of_line_has_one_place_and_some_minutes(rundown: Rundown) -> None:
    assert sorted(rundown.kinds) == sorted(AgendaKind)
    assert all(rundown.minutes_for(kind) > 0 for kind in AgendaKind)


@given(rundowns)
def test_what_is_listed_comes_before_what_was_left_out(rundown: Rundown) -> None:
    listed = [part.kind for part in rundown.parts if part.kind is not None]
    assert list(rundown.kinds[: len(listed)]) == listed


@given(lines, rundowns, st.integers(0, 12 * 60))
def test_no_line_begins_before_the_one_above_it_is_over(
    taken: list[tuple[AgendaKind, int]], rundown: Rundown, starts: int
) -> None:
    begins = begin_minutes(taken, rundown, starts)
    ends = [begin + minutes for begin, (_kind, minutes) in zip(begins, taken, strict=True)]
    assert all(end <= begin for end, begin in zip(ends, begins[1:], strict=False))
    assert all(begin >= starts for begin in begins)


@given(lines, rundowns)
def test_a_meeting_never_takes_longer_than_its_lines_and_what_stands_once(
    taken: list[tuple[AgendaKind, int]], rundown: Rundown
) -> None:
    begins = begin_minutes(taken, rundown, 0)
    if taken:
        whole = sum(minutes for _kind, minutes in taken) + rundown.minutes_once
        assert begins[-1] + taken[-1][1] <= whole


def test_without_a_standard_agenda_lines_take_their_usual_time() -> None:
    assert USUAL.kinds == tuple(AgendaKind)
    assert {kind: USUAL.minutes_for(kind) for kind in AgendaKind} == dict(MINUTES)
    assert begin_minutes([(AgendaKind.REVIEW, 5), (AgendaKind.OTHER, 3)], USUAL, 600) == [600, 605]


def test_what_stands_between_two_lines_is_waited_for() -> None:
    rundown = Rundown(
        (
            Planned(AgendaSection.WELCOME, 3),
            Planned(AgendaSection.REVIEWS, 5),
            Planned(AgendaSection.OWN, 10, "A visitor"),
            Planned(AgendaSection.OTHER, 3),
            Planned(AgendaSection.CLOSING, 2),
        )
    )
    taken = [(AgendaKind.REVIEW, 5), (AgendaKind.REVIEW, 5), (AgendaKind.OTHER, 3)]
    assert begin_minutes(taken, rundown, 600) == [603, 608, 623]
    assert rundown.minutes_once == 15


def test_the_agenda_is_written_in_the_panels_order_with_its_minutes() -> None:
    rundown = Rundown((Planned(AgendaSection.REFERRALS, 12), Planned(AgendaSection.REVIEWS, 8)))
    on = date(2026, 11, 19)
    facts = AgendaFacts(
        on,
        cases=(CaseFacts(UUID(int=1), UUID(int=2), "KP-0001", CaseStatus.OPEN, on),),
        referrals=(
            ReferralFacts(UUID(int=3), UUID(int=4), "KP-0002", on, ReferralStatus.SUBMITTED),
        ),
        rundown=rundown,
    )
    assert [(line.kind, line.minutes_planned) for line in write(facts)] == [
        (AgendaKind.NEW_REFERRAL, 12),
        (AgendaKind.REVIEW, 8),
    ]


def test_each_section_with_lines_is_one_kind_of_line() -> None:
    assert sorted(KIND_OF.values()) == sorted(AgendaKind)
