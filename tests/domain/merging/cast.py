"""Who takes part in the histories, what there is to write, and how it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from hypothesis import strategies as st

from coordinator.domain.merging.changes import Change, RecordKey
from coordinator.domain.merging.grants import Grant

T = TypeVar("T")

HUB = UUID(int=1)
LEADS = [UUID(int=10 + number) for number in range(5)]
DESK_OWNERS = [*LEADS, LEADS[0]]  # the first professional works on two computers
PEOPLE = [UUID(int=100 + number) for number in range(3)]
GOALS = {
    person: RecordKey(person, UUID(int=1000 + index), "goal")
    for index, person in enumerate(PEOPLE)
}
WARNINGS = {
    person: RecordKey(person, UUID(int=2000 + index), "warning")
    for index, person in enumerate(PEOPLE)
}
FIELDS = ["status", "words", "secret"]

desk_numbers = st.integers(0, len(DESK_OWNERS) - 1)
keys = st.sampled_from([*GOALS.values(), *WARNINGS.values()]) | st.just(GOALS[PEOPLE[0]])
fields = st.sampled_from(FIELDS) | st.just(FIELDS[0])
mails = st.sampled_from(["waits", "arrives", "crosses"])
crowds = st.lists(desk_numbers, min_size=2, max_size=3, unique=True)
acts = st.lists(st.sampled_from(["edit", "remove", "restore"]), min_size=1, max_size=2)
several_acts = st.lists(acts, min_size=3, max_size=3)
values = st.integers(0, 3)
clocks = st.integers(-999, 999)
indices = st.integers(0, 10_000)


@dataclass(frozen=True)
class Allowed:
    """What one professional is granted, as this machine knows it."""

    people: frozenset[UUID]
    secrets: bool

    def holds(self, change: Change) -> bool:
        return change.scope in self.people and (change.field != "secret" or self.secrets)

    def writes(self, kind: str, field: str) -> bool:
        """Only the panel moves a warning's status; secrets need the grant."""
        return (kind, field) != ("warning", "status") and (field != "secret" or self.secrets)

    def as_grant(self) -> Grant:
        return Grant(
            scopes=self.people,
            sees=lambda _kind, field: field != "secret" or self.secrets,
            writes=lambda kind, field: (kind, field) != ("warning", "status"),
            creates=lambda _kind: True,
        )


def pick(items: Sequence[T], index: int) -> T:
    """Take the first one half of the time: people meet where they all write."""
    return items[0] if index % 2 else items[index // 2 % len(items)]


def unknown_home(_record: UUID) -> RecordKey | None:
    """Know no record's home, so that the joins alone keep a forged change in its place."""
    return None
