"""How complete a basis is, and what may be done without one."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import ReasonNeededError
from coordinator.domain.lists.sharing import Gateway, LawfulBasis, ToldAboutPanel
from coordinator.domain.sharing import (
    BasisFacts,
    check_work_allowed,
    complete_by,
    detail_allowed,
    missing,
    review_is_due,
    status_of,
)
from coordinator.domain.states import BasisStatus
from coordinator.reference.working_days import add_working_days

FACTS = st.builds(
    BasisFacts,
    lawful_basis=st.none() | st.sampled_from(LawfulBasis),
    gateway=st.none() | st.sampled_from(Gateway),
    told=st.none() | st.sampled_from(ToldAboutPanel),
    not_told_reason=st.sampled_from(["", "  ", "cannot be found"]),
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
    for name in ("lawful_basis", "gateway", "told", "review_on"):
        less = replace(facts, **{name: None})  # type: ignore[arg-type]  # each may be nothing
        assert status_of(less) is not BasisStatus.RECORDED


def test_work_without_a_complete_basis_is_urgent_and_says_why() -> None:
    check_work_allowed(BasisStatus.RECORDED)
    for basis in (None, BasisStatus.INCOMPLETE, BasisStatus.WITHDRAWN):
        with pytest.raises(ReasonNeededError) as refused:
            check_work_allowed(basis, " ")
        assert refused.value.prompts == ("basis-incomplete",)
        check_work_allowed(basis, "sleeping out tonight")
        assert not detail_allowed(basis)


def test_the_basis_of_urgent_work_is_complete_within_five_working_days() -> None:
    thursday_before_christmas = date(2026, 12, 24)
    assert complete_by(thursday_before_christmas, add_working_days) == date(2027, 1, 5)


def test_a_review_is_due_on_its_day() -> None:
    assert review_is_due(date(2026, 11, 19), date(2026, 11, 19))
    assert not review_is_due(date(2026, 11, 20), date(2026, 11, 19))
    assert not review_is_due(None, date(2026, 11, 19))
