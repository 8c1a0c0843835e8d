"""The words for every stored value: one table per enumeration, looked up by its class.

Tables are keyed by class first because members of different enumerations with equal values are
equal as text. A new enumeration needs a table in `wording.words`; a test names what is missing.
"""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.people import OtherForum
from coordinator.domain.lists.sharing import Gateway
from coordinator.wording.translation import _
from coordinator.wording.words import (
    agencies,
    assessments,
    barriers,
    contact_cards,
    contacts,
    escalations,
    housing,
    leading,
    learning,
    measures,
    meetings,
    outreach,
    panel,
    people,
    places,
    plans,
    reasons,
    records,
    reports,
    requests,
    roles,
    sharing,
    states,
    voice,
    weeks,
)

_TABLES: tuple[Mapping[type[StrEnum], Mapping[StrEnum, str]], ...] = (
    agencies.WORDS,
    assessments.WORDS,
    barriers.WORDS,
    contact_cards.WORDS,
    contacts.WORDS,
    escalations.WORDS,
    housing.WORDS,
    leading.WORDS,
    learning.WORDS,
    measures.WORDS,
    meetings.WORDS,
    outreach.WORDS,
    panel.WORDS,
    people.WORDS,
    places.WORDS,
    plans.WORDS,
    reasons.WORDS,
    records.WORDS,
    reports.WORDS,
    requests.WORDS,
    roles.WORDS,
    sharing.WORDS,
    states.WORDS,
    voice.WORDS,
    weeks.WORDS,
)
WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    kind: words for table in _TABLES for kind, words in table.items()
}


def label(value: StrEnum) -> str:
    """Write a stored value as a person reads it, with a capital: *Could not be done*."""
    return _(WORDS[type(value)][value])


def inline(value: StrEnum) -> str:
    """Write a stored value inside a sentence: *could not be done*, but *DASV service*."""
    words = label(value)
    first = words.split(maxsplit=1)[0]
    is_name = type(value) in _NAMES or first in _PROPER or first[1:] != first[1:].lower()
    return words if is_name else words[0].lower() + words[1:]


_NAMES = frozenset({Gateway, Marking, OtherForum})
"""Enumerations whose words are the names of Acts, markings and forums."""

_PROPER = frozenset({"Jobcentre"})


def labels(kind: type[StrEnum]) -> dict[str, str]:
    """List a whole enumeration for a picker: stored value -> words, in the order declared."""
    return {value.value: label(value) for value in kind}
