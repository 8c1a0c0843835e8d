"""How actions are weighed: every kind is counted once, and words decide about the courts."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.actions.enforcement import MEASURES, is_against
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.plans.balance import GROUP_OF, KindGroup, balance_of, group_of


@dataclass(frozen=True)
class Agreed:
    """An action, as far as it is weighed."""

    kind: ActionKind
    text: str = "Do it"


def test_every_kind_has_its_place_and_every_group_a_kind() -> None:
    assert set(GROUP_OF) == set(ActionKind)
    assert set(GROUP_OF.values()) == set(KindGroup)


@given(st.lists(st.sampled_from(list(ActionKind))))
def test_nothing_is_lost_in_the_counting(kinds: list[ActionKind]) -> None:
    assert balance_of(Agreed(kind) for kind in kinds).total == len(kinds)


def test_it_tells_the_groups_in_their_order_and_leaves_out_empty_ones() -> None:
    kinds = (ActionKind.ENFORCEMENT, ActionKind.HEALTH, ActionKind.SUPPORT)
    found = balance_of(Agreed(kind) for kind in kinds)
    assert found.counts == ((KindGroup.SUPPORT, 2), (KindGroup.ENFORCEMENT, 1))
    assert balance_of(()).counts == ()


@pytest.mark.parametrize("measure", MEASURES)
def test_a_legal_action_that_names_a_measure_is_against_somebody(measure: str) -> None:
    assert is_against(ActionKind.LEGAL, f"Look at the {measure}, then come back")
    assert group_of(ActionKind.LEGAL, measure.upper()) is KindGroup.ENFORCEMENT


@pytest.mark.parametrize(
    "text",
    [
        "Find a solicitor for the hearing",
        "Say whether the tenancy can be put into their name alone",
        "Ask who is in charge of the ward",
        "Assess whether they can decide about this now",
    ],
)
def test_a_legal_action_that_helps_is_not(text: str) -> None:
    assert not is_against(ActionKind.LEGAL, text)


def test_words_alone_never_make_support_into_enforcement() -> None:
    assert not is_against(ActionKind.SUPPORT, "Help him to keep to the injunction")
