"""The agenda that writes itself: nothing open is lost, and the order is the same each time."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.lists.meetings import AgendaKind, WhyListed
from coordinator.domain.lists.plans import PanelPriority
from coordinator.domain.meetings.agendas import (
    ACTIONS,
    NOT_SEEN_DAYS,
    REFERRALS_WAITING,
    AgendaFacts,
    CaseFacts,
    EscalationFacts,
    LeftOpen,
    Matter,
    ReferralFacts,
    in_order,
    is_written_by_itself,
    matter_of,
    reasons,
    write,
)
from coordinator.domain.states import CaseStatus, ItemStatus, ReferralStatus

ON = date(2026, 11, 19)
CASE = UUID(int=1)
PERSON = UUID(int=2)

days = st.dates(ON - timedelta(days=90), ON + timedelta(days=90))
cases = st.builds(
    CaseFacts,
    case_id=st.uuids(),
    person_id=st.uuids(),
    reference=st.integers(1, 99).map(lambda n: f"KP-{n:04d}"),
    status=st.sampled_from(CaseStatus),
    opened_on=st.dates(ON - timedelta(days=90), ON),
    priority=st.none() | st.sampled_from(PanelPriority),
    next_review_on=st.none() | days,
    look_again_on=st.none() | days,
    last_seen_on=st.none() | st.dates(ON - timedelta(days=90), ON),
    has_lead=st.booleans(),
    is_closure_proposed=st.booleans(),
)
referrals = st.builds(
    ReferralFacts,
    referral_id=st.uuids(),
    person_id=st.uuids(),
    reference=st.just("KP-0001"),
    referred_on=days,
    status=st.sampled_from(ReferralStatus),
)
topics = st.builds(
    LeftOpen,
    item_id=st.uuids(),
    kind=st.sampled_from([AgendaKind.SYSTEM, AgendaKind.LEARNING, AgendaKind.OTHER]),
    was=st.sampled_from([ItemStatus.PLANNED, ItemStatus.DEFERRED]),
    title=st.just("Winter beds"),
)

asked = st.builds(
    EscalationFacts,
    escalation_id=st.uuids(),
    number=st.just("E26-001"),
    since=days,
    is_answered=st.booleans(),
    person_id=st.none() | st.uuids(),
)


@st.composite
def everything(draw: st.DrawFn) -> AgendaFacts:
    some = tuple(draw(st.lists(cases, max_size=6, unique_by=lambda one: one.case_id)))
    waiting = tuple(draw(st.lists(referrals, max_size=4, unique_by=lambda one: one.referral_id)))
    left = list(draw(st.lists(topics, max_size=3, unique_by=lambda one: one.item_id)))
    for case in draw(st.lists(st.sampled_from(some), unique=True)) if some else []:
        was = draw(st.sampled_from([ItemStatus.PLANNED, ItemStatus.DEFERRED]))
        kind = draw(st.sampled_from([AgendaKind.REVIEW, AgendaKind.URGENT]))
        item = draw(st.uuids())
        left.append(LeftOpen(item, kind, was, person_id=case.person_id, case_id=case.case_id))
    due = draw(st.integers(0, 3))
    escalations = tuple(draw(st.lists(asked, max_size=3, unique_by=lambda one: one.escalation_id)))
    return AgendaFacts(ON, due, some, waiting, tuple(left), escalations)


def case(**facts: object) -> CaseFacts:
    usual: dict[str, object] = {"status": CaseStatus.OPEN, "opened_on": ON}
    usual |= {"next_review_on": ON + timedelta(days=7)}
    return CaseFacts(CASE, PERSON, "KP-0001", **(usual | facts))  # type: ignore[arg-type]


@given(everything())
def test_nothing_open_is_ever_lost(facts: AgendaFacts) -> None:
    listed = {line.matter for line in write(facts)}

    standing = {one.case_id for one in facts.cases if one.status is not CaseStatus.CLOSED}
    for one in facts.cases:
        waits = one.look_again_on if one.status is CaseStatus.PAUSED else one.next_review_on
        if one.status is not CaseStatus.CLOSED:
            assert Matter("case", one.case_id) in listed or (waits is not None and waits > ON)
    for referral in facts.referrals:
        is_waiting = referral.status in REFERRALS_WAITING
        assert (Matter("referral", referral.referral_id) in listed) is is_waiting
    for left in facts.left_open:
        is_settled = left.kind is AgendaKind.REVIEW and left.case_id not in standing
        matter = matter_of(left.kind, case_id=left.case_id, item_id=left.item_id)
        assert is_settled or matter in listed
    for asked in facts.escalations:
        assert Matter("escalation", asked.escalation_id) in listed
    assert (ACTIONS in listed) is (facts.actions_due > 0)


@given(everything())
def test_every_matter_stands_once_and_every_line_says_why(facts: AgendaFacts) -> None:
    lines = write(facts)
    assert len({line.matter for line in lines}) == len(lines)
    assert all(line.why for line in lines)
    assert all(len(set(line.why)) == len(line.why) for line in lines)
    assert all(line.minutes_planned > 0 for line in lines)


@given(everything(), st.randoms())
def test_the_order_does_not_hang_on_how_things_were_found(facts: AgendaFacts, by: object) -> None:
    def mixed(things: tuple[object, ...]) -> tuple[object, ...]:
        found = list(things)
        by.shuffle(found)  # type: ignore[attr-defined]
        return tuple(found)

    again = AgendaFacts(
        ON,
        facts.actions_due,
        mixed(facts.cases),  # type: ignore[arg-type]
        mixed(facts.referrals),  # type: ignore[arg-type]
        mixed(facts.left_open),  # type: ignore[arg-type]
        mixed(facts.escalations),  # type: ignore[arg-type]
    )
    assert [line.matter for line in write(again)] == [line.matter for line in write(facts)]


@given(everything())
def test_kinds_come_in_the_order_of_the_meeting(facts: AgendaFacts) -> None:
    kinds = list(AgendaKind)
    places = [kinds.index(line.kind) for line in write(facts)]
    assert places == sorted(places)


@given(
    st.lists(st.integers(0, 20), unique=True),
    st.lists(st.integers(0, 20), unique=True),
)
def test_an_order_keeps_what_people_chose_and_loses_nothing(
    kept: list[int], wanted: list[int]
) -> None:
    order = in_order(kept, wanted)
    assert sorted(order) == sorted(wanted)
    standing = [one for one in kept if one in wanted]
    assert [one for one in order if one in kept] == standing
    assert in_order(order, wanted) == order
    assert in_order([], wanted) == wanted


def test_a_new_line_comes_after_its_neighbour() -> None:
    assert in_order(["c", "a"], ["a", "b", "c"]) == ["c", "a", "b"]
    assert in_order(["a", "c"], ["n", "a", "c"]) == ["n", "a", "c"]


def test_a_case_whose_review_is_yet_to_come_can_wait() -> None:
    assert reasons(case(), ON) == ()
    assert reasons(case(next_review_on=ON), ON) == (WhyListed.REVIEW_DUE,)


def test_a_case_without_a_review_date_is_always_listed() -> None:
    assert reasons(case(next_review_on=None), ON) == (WhyListed.NO_REVIEW_DATE,)


def test_somebody_not_seen_for_weeks_is_listed_with_that_reason() -> None:
    seen = ON - timedelta(days=NOT_SEEN_DAYS)
    early = ON - timedelta(days=200)
    assert reasons(case(opened_on=early, last_seen_on=seen), ON) == (WhyListed.NOT_SEEN,)
    assert reasons(case(opened_on=early, last_seen_on=seen + timedelta(days=1)), ON) == ()
    assert reasons(case(opened_on=early), ON) == (WhyListed.NOT_SEEN,)
    assert reasons(case(opened_on=ON), ON) == ()


def test_a_paused_case_returns_on_its_day_and_not_before() -> None:
    paused = {"status": CaseStatus.PAUSED, "has_lead": False, "last_seen_on": None}
    assert reasons(case(look_again_on=ON, **paused), ON) == (WhyListed.LOOK_AGAIN,)
    assert reasons(case(look_again_on=ON + timedelta(days=1), **paused), ON) == ()
    assert reasons(case(look_again_on=None, **paused), ON) == (WhyListed.LOOK_AGAIN,)


def test_one_line_carries_all_its_reasons() -> None:
    left = LeftOpen(
        UUID(int=9), AgendaKind.REVIEW, ItemStatus.DEFERRED, person_id=PERSON, case_id=CASE
    )
    facts = AgendaFacts(ON, cases=(case(next_review_on=ON, has_lead=False),), left_open=(left,))

    (line,) = write(facts)

    assert line.kind is AgendaKind.REVIEW
    assert line.why == (
        WhyListed.REVIEW_DUE,
        WhyListed.LEAD_TO_AGREE,
        WhyListed.DEFERRED_LAST_TIME,
    )
    assert line.carried_from_id == UUID(int=9)


def test_the_more_urgent_come_first_and_a_proposed_closure_is_its_own_kind() -> None:
    steady = case(next_review_on=ON, priority=PanelPriority.STEADY)
    other = CaseFacts(
        UUID(int=5),
        PERSON,
        "KP-0002",
        CaseStatus.OPEN,
        ON,
        priority=PanelPriority.HIGH,
        next_review_on=ON,
    )
    closing = CaseFacts(
        UUID(int=6),
        PERSON,
        "KP-0003",
        CaseStatus.OPEN,
        ON,
        next_review_on=ON,
        is_closure_proposed=True,
    )
    lines = write(AgendaFacts(ON, cases=(closing, steady, other)))
    assert [line.case_id for line in lines] == [other.case_id, steady.case_id, closing.case_id]
    assert lines[-1].kind is AgendaKind.CLOSURE


def test_a_closed_case_or_a_decided_referral_does_not_come_back() -> None:
    review = LeftOpen(UUID(int=9), AgendaKind.REVIEW, ItemStatus.PLANNED, case_id=CASE)
    referral = LeftOpen(
        UUID(int=8), AgendaKind.NEW_REFERRAL, ItemStatus.DEFERRED, referral_id=UUID(int=4)
    )
    closed = case(status=CaseStatus.CLOSED)
    assert write(AgendaFacts(ON, cases=(closed,), left_open=(review, referral))) == ()


def test_an_escalation_comes_back_until_it_is_closed_and_no_longer() -> None:
    key = UUID(int=7)
    left = LeftOpen(
        UUID(int=9), AgendaKind.ESCALATION_ANSWER, ItemStatus.DEFERRED, escalation_id=key
    )
    by_hand = LeftOpen(UUID(int=8), AgendaKind.ESCALATION_ANSWER, ItemStatus.DEFERRED)
    answered = EscalationFacts(key, "E26-001", ON, is_answered=True)

    (line,) = write(AgendaFacts(ON, left_open=(left,), escalations=(answered,)))
    assert line.why == (WhyListed.ESCALATION_ANSWERED, WhyListed.DEFERRED_LAST_TIME)
    (line,) = write(AgendaFacts(ON, left_open=(left, by_hand)))
    assert line.carried_from_id == by_hand.item_id


def test_what_a_person_chose_does_not_fall_out_by_itself() -> None:
    assert is_written_by_itself([WhyListed.REVIEW_DUE])
    assert not is_written_by_itself([WhyListed.REVIEW_DUE, WhyListed.ADDED])
    assert not is_written_by_itself([WhyListed.URGENT])
