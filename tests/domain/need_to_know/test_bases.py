"""How complete a basis is, what cannot be true of one, and what may be done without."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import GuardError, InvalidFieldsError, ReasonNeededError
from coordinator.domain.lists.sharing import (
    Agreement,
    Gateway,
    LawfulBasis,
    ScheduleCondition,
    SpecialCondition,
    ToldAboutPanel,
)
from coordinator.domain.need_to_know.bases import (
    CONDITIONS,
    LAST_WITHOUT,
    BasisFacts,
    Needs,
    check_basis,
    check_work_allowed,
    complete_by,
    detail_allowed,
    may_leave,
    missing,
    missing_conditions,
    status_after,
    status_of,
    status_on,
)
from coordinator.domain.need_to_know.sharing import review_is_due
from coordinator.domain.states import Answer, BasisStatus
from coordinator.reference.working_days import add_working_days

FACTS = st.builds(
    BasisFacts,
    lawful_basis=st.none() | st.sampled_from(LawfulBasis),
    gateway=st.none() | st.sampled_from(Gateway),
    told=st.none() | st.sampled_from(ToldAboutPanel),
    not_told_reason=st.sampled_from(["", "  ", "cannot be found"]),
    special_condition=st.none() | st.sampled_from(SpecialCondition),
    schedule_condition=st.none() | st.sampled_from(ScheduleCondition),
    offence_data=st.none() | st.booleans(),
    review_on=st.none() | st.dates(),
    is_withdrawn=st.booleans(),
)


@given(FACTS)
def test_detail_is_shown_only_when_nothing_is_missing_and_nothing_withdrawn(
    facts: BasisFacts,
) -> None:
    shown = detail_allowed(status_of(facts))
    assert shown is (not missing(facts) and not facts.is_withdrawn)


@given(FACTS)
def test_taking_anything_away_never_completes_a_basis(facts: BasisFacts) -> None:
    for name in ("lawful_basis", "gateway", "told", "review_on", *CONDITIONS[:2]):
        less = replace(facts, **{name: None})  # type: ignore[arg-type]  # each may be nothing
        assert status_of(less) is not BasisStatus.RECORDED


def test_work_without_a_complete_basis_is_urgent_and_says_why() -> None:
    assert not check_work_allowed(BasisStatus.RECORDED)
    for basis in (None, BasisStatus.INCOMPLETE):
        with pytest.raises(ReasonNeededError) as refused:
            check_work_allowed(basis, " ")
        assert refused.value.prompts == ("basis-incomplete",)
        assert check_work_allowed(basis, "sleeping out tonight")
        assert not detail_allowed(basis)


def test_urgent_work_that_has_begun_goes_on_until_its_last_day() -> None:
    last = date(2026, 11, 26)
    assert not check_work_allowed(None, until=last, today=last)
    with pytest.raises(GuardError, match="urgent-days-over"):
        check_work_allowed(None, "sleeping out tonight", until=last, today=date(2026, 11, 27))


def test_no_reason_helps_once_the_basis_was_withdrawn() -> None:
    for until in (None, date(2026, 11, 26)):
        with pytest.raises(GuardError, match="basis-withdrawn"):
            check_work_allowed(
                BasisStatus.WITHDRAWN, "tonight", until=until, today=date(2026, 11, 20)
            )


def test_the_basis_of_urgent_work_is_complete_within_five_working_days() -> None:
    thursday_before_christmas = date(2026, 12, 24)
    assert complete_by(thursday_before_christmas, add_working_days) == date(2027, 1, 5)


def test_a_review_is_due_on_its_day() -> None:
    assert review_is_due(date(2026, 11, 19), date(2026, 11, 19))
    assert not review_is_due(date(2026, 11, 20), date(2026, 11, 19))
    assert not review_is_due(None, date(2026, 11, 19))


TODAY = date(2026, 11, 19)


def refused(**facts: object) -> dict[str, str]:
    with pytest.raises(InvalidFieldsError) as wrong:
        check_basis(BasisFacts(**facts), TODAY)  # type: ignore[arg-type]  # one fact at a time
    return dict(wrong.value.fields)


def test_consent_cannot_be_the_basis_of_somebody_who_does_not_agree() -> None:
    for answer in (Agreement.DECLINES, Agreement.TAKEN_BACK, Agreement.CANNOT_SAY):
        said = refused(lawful_basis=LawfulBasis.CONSENT, asked_to_agree=answer)
        assert said == {"lawful_basis": "consent-not-given"}
    check_basis(
        BasisFacts(lawful_basis=LawfulBasis.PUBLIC_TASK, asked_to_agree=Agreement.DECLINES), TODAY
    )


def test_agreeing_and_knowing_are_no_part_of_being_complete_and_complete_nothing() -> None:
    agrees = BasisFacts(asked_to_agree=Agreement.AGREES, agreement="everything")
    assert missing(agrees) == missing(BasisFacts())


def test_capacity_is_found_for_one_decision() -> None:
    said = refused(capacity_found=Answer.NO)
    assert said == {"capacity_decision": "capacity-for-what"}
    check_basis(BasisFacts(capacity_found=Answer.NO, capacity_decision="where to live"), TODAY)


def test_a_power_to_share_is_named_once() -> None:
    twice = (Gateway.CARE_ACT_ENQUIRY, Gateway.CARE_ACT_ENQUIRY)
    assert refused(more_gateways=twice) == {"more_gateways": "given-twice"}
    again = refused(gateway=Gateway.CHILDREN_ACT, more_gateways=(Gateway.CHILDREN_ACT,))
    assert again == {"more_gateways": "given-twice"}
    check_basis(
        BasisFacts(gateway=Gateway.CHILDREN_ACT, more_gateways=(Gateway.CARE_ACT_ENQUIRY,)), TODAY
    )


@pytest.mark.parametrize("day", ["told_on", "agreed_on", "objected_on", "capacity_on"])
def test_nothing_was_said_tomorrow(day: str) -> None:
    tomorrow = date(2026, 11, 20)
    extra = {"capacity_decision": "x"} if day == "capacity_on" else {}
    assert refused(**{day: tomorrow}, **extra) == {day: "in-the-future"}


_WITHDRAWN, _INCOMPLETE = BasisStatus.WITHDRAWN, BasisStatus.INCOMPLETE


@pytest.mark.parametrize(
    ("basis", "until", "leave"),
    [
        (BasisStatus.RECORDED, None, set(Needs)),
        (_INCOMPLETE, 27, {Needs.NOTHING, Needs.NOT_WITHDRAWN, Needs.WORK}),
        (_INCOMPLETE, 26, {Needs.NOTHING, Needs.NOT_WITHDRAWN}),
        (None, None, {Needs.NOTHING, Needs.NOT_WITHDRAWN}),
        (_WITHDRAWN, 27, {Needs.NOTHING}),
    ],
)
def test_a_paper_leaves_as_far_as_the_basis_stands(
    basis: BasisStatus | None, until: int | None, leave: set[Needs]
) -> None:
    last = date(2026, 11, until) if until else None
    today = date(2026, 11, 27)
    assert {one for one in Needs if may_leave(one, basis, last, today)} == leave


G, H = SpecialCondition.SUBSTANTIAL_PUBLIC_INTEREST, SpecialCondition.HEALTH_OR_SOCIAL_CARE
PART_1, PART_2 = ScheduleCondition.HEALTH_OR_SOCIAL_CARE, ScheduleCondition.SAFEGUARDING


@pytest.mark.parametrize(
    ("special", "schedule", "offence", "lacks"),
    [
        (None, None, None, ("special_condition", "offence_data")),
        (SpecialCondition.NONE, PART_2, False, ("special_condition",)),
        (G, None, False, ("schedule_condition",)),
        (G, PART_1, False, ("schedule_condition",)),
        (G, PART_2, True, ()),
        (G, ScheduleCondition.OFFICIAL_AUTHORITY, True, ("schedule_condition",)),
        (H, None, False, ("schedule_condition",)),
        (H, PART_2, False, ("schedule_condition",)),
        (H, PART_1, True, ()),
        (SpecialCondition.SOCIAL_PROTECTION, None, False, ("schedule_condition",)),
        (SpecialCondition.PUBLIC_HEALTH, ScheduleCondition.PUBLIC_HEALTH, False, ()),
        (SpecialCondition.VITAL_INTERESTS, None, False, ()),
        (SpecialCondition.EXPLICIT_CONSENT, None, False, ()),
        (SpecialCondition.EXPLICIT_CONSENT, None, True, ("schedule_condition",)),
        (SpecialCondition.VITAL_INTERESTS, ScheduleCondition.OFFICIAL_AUTHORITY, True, ()),
    ],
)
def test_conditions_are_part_of_a_complete_basis_as_the_law_has_it(
    special: SpecialCondition | None,
    schedule: ScheduleCondition | None,
    offence: bool | None,
    lacks: tuple[str, ...],
) -> None:
    assert missing_conditions(special, schedule, offence_data=offence) == lacks
    facts = BasisFacts(
        special_condition=special, schedule_condition=schedule, offence_data=offence
    )
    assert set(lacks) <= set(missing(facts))


def test_a_review_is_at_most_a_year_off() -> None:
    check_basis(BasisFacts(review_on=date(2027, 11, 19)), TODAY)
    assert refused(review_on=date(2027, 11, 20)) == {"review_on": "too-far-off"}


OLD = BasisFacts(
    lawful_basis=LawfulBasis.PUBLIC_TASK,
    gateway=Gateway.CRIME_AND_DISORDER,
    told=ToldAboutPanel.YES,
    review_on=date(2027, 1, 20),
)
STANDS, LACKS = BasisStatus.RECORDED, missing(OLD)


def test_a_basis_from_before_the_conditions_were_asked_for_stands_until_its_review() -> None:
    assert status_on(STANDS, LACKS, OLD.review_on, date(2027, 1, 19)) is STANDS
    assert status_on(STANDS, LACKS, OLD.review_on, date(2027, 1, 20)) is BasisStatus.INCOMPLETE
    assert status_on(STANDS, LACKS, None, TODAY) is BasisStatus.INCOMPLETE
    assert status_on(STANDS, LACKS, date(2099, 1, 1), LAST_WITHOUT) is BasisStatus.INCOMPLETE
    assert status_on(STANDS, (), OLD.review_on, date(2028, 1, 1)) is STANDS
    withdrawn = BasisStatus.WITHDRAWN
    assert status_on(withdrawn, LACKS, OLD.review_on, date(2028, 1, 1)) is withdrawn


def test_what_is_added_to_such_a_basis_never_stops_the_work() -> None:
    for more in ({"advocate": "Ada Penrose"}, {"offence_data": True}, {"special_condition": G}):
        assert status_after(STANDS, OLD, replace(OLD, **more)) is STANDS
    assert status_after(STANDS, OLD, replace(OLD, gateway=None)) is BasisStatus.INCOMPLETE
    assert status_after(BasisStatus.INCOMPLETE, OLD, OLD) is BasisStatus.INCOMPLETE


def test_its_review_is_put_off_only_with_the_conditions() -> None:
    later = replace(OLD, review_on=date(2027, 6, 1))
    with pytest.raises(InvalidFieldsError) as wrong:
        status_after(STANDS, OLD, later)
    assert set(wrong.value.fields.items()) == {(name, "needed-to-put-off") for name in LACKS}
    said = {"special_condition": G, "schedule_condition": PART_2, "offence_data": False}
    whole = replace(later, **said)  # type: ignore[arg-type]  # as the columns are called
    assert status_after(STANDS, OLD, whole) is STANDS
    assert status_after(STANDS, whole, replace(whole, special_condition=None)) is (
        BasisStatus.INCOMPLETE
    )
