"""Every stored value has words."""

import importlib
import pkgutil
from collections.abc import Iterator
from enum import StrEnum

import pytest

from coordinator.domain import lists, outcomes, roles, states
from coordinator.domain.cases import leads
from coordinator.domain.directory import rules as directory
from coordinator.domain.lists.agencies import AgencyKind, Marking
from coordinator.domain.lists.plans import EcologicalLevel, GoalDomain, PanelPriority
from coordinator.domain.meetings import information_requests
from coordinator.domain.states import ActionStatus, CaseStatus, MeetingStatus
from coordinator.wording.labels import WORDS, inline, label, labels


def enumerations() -> Iterator[type[StrEnum]]:
    families = [
        importlib.import_module(f"{lists.__name__}.{found.name}")
        for found in pkgutil.iter_modules(lists.__path__)
    ]
    for module in (
        *families,
        states,
        roles,
        outcomes,
        leads,
        directory,
        information_requests,
    ):
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum:
                yield kind


@pytest.mark.parametrize("kind", sorted(set(enumerations()), key=str))
def test_every_member_of_every_enumeration_has_words_of_its_own(kind: type[StrEnum]) -> None:
    assert set(WORDS.get(kind, {})) == set(kind), f"{kind.__name__}: words missing"
    words = [label(member) for member in kind]
    assert all(word.strip() for word in words)
    assert len(set(words)) == len(words), "two values read the same"


@pytest.mark.parametrize("kind", sorted(set(enumerations()), key=str))
def test_stored_values_are_short_plain_words(kind: type[StrEnum]) -> None:
    for member in kind:
        assert member.value.replace("_", "").isalnum()
        assert member.value == member.value.lower()
        assert len(member.value) <= 32


def test_equal_values_of_two_enumerations_keep_their_own_words() -> None:
    assert label(MeetingStatus.CANCELLED) == "Cancelled"
    assert label(CaseStatus.OPEN) == "Open"
    assert label(EcologicalLevel.INDIVIDUAL) == "The person"
    assert label(ActionStatus.COULD_NOT) == "Could not be done"


def test_inside_a_sentence_names_and_abbreviations_keep_their_capitals() -> None:
    assert inline(ActionStatus.COULD_NOT) == "could not be done"
    assert inline(AgencyKind.GP) == "GP practice"
    assert inline(AgencyKind.DWP) == "Jobcentre"
    assert inline(Marking.OFFICIAL) == "OFFICIAL"


def test_a_picker_lists_values_in_the_order_declared() -> None:
    assert list(labels(PanelPriority)) == ["urgent", "high", "medium", "steady"]
    assert labels(GoalDomain)["identity"] == "Identity and things that matter to me"
