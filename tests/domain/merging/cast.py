"""Who takes part in the histories, what there is to write, and how it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from hypothesis import strategies as st

from coordinator.domain.merging.changes import Change, RecordKey, sorted_ids
from coordinator.domain.merging.grants import Grant

T = TypeVar("T")

HUB = UUID(int=1)
LEADS = [UUID(int=10 + number) for number in range(5)]
DESK_OWNERS = [*LEADS, LEADS[0]]  # the first professional works on two computers
PEOPLE = [UUID(int=100 + number) for number in range(3)]
RISKS = {
    person: RecordKey(person, UUID(int=1000 + index), "risk")
    for index, person in enumerate(PEOPLE)
}
WARNINGS = {
    person: RecordKey(person, UUID(int=2000 + index), "warning")
    for index, person in enumerate(PEOPLE)
}
SECRET = "not_told_reason"
FIELDS = ["text", "source", SECRET]  # of either kind

desk_numbers = st.integers(0, len(DESK_OWNERS) - 1)
keys = st.sampled_from([*RISKS.values(), *WARNINGS.values()]) | st.just(RISKS[PEOPLE[0]])
fields = st.sampled_from(FIELDS) | st.just(FIELDS[0])
mails = st.sampled_from(["waits", "arrives", "crosses"])
crowds = st.lists(desk_numbers, min_size=2, max_size=3, unique=True)
acts = st.lists(st.sampled_from(["edit", "remove", "restore"]), min_size=1, max_size=2)
several_acts = st.lists(acts, min_size=3, max_size=3)
values = st.sampled_from("0123")
clocks = st.integers(-999, 999)
indices = st.integers(0, 10_000)


@dataclass(frozen=True)
class Allowed:
    """What one professional is granted, as this machine knows it."""

    people: frozenset[UUID]
    secrets: bool

    def holds(self, change: Change) -> bool:
        return change.scope in self.people and self.sees(change.field)

    def sees(self, field: str) -> bool:
        return field != SECRET or self.secrets

    def writes(self, kind: str, field: str) -> bool:
        """Only the panel words a warning; secrets need the grant."""
        return self.sees(field) and offers(kind, field)

    def as_grant(self, *, creates: bool) -> Grant:
        return Grant(
            scopes=self.people,
            sees=lambda _kind, field: field != SECRET or self.secrets,
            writes=offers,
            creates=lambda _kind: creates,
        )


def offers(kind: str, field: str) -> bool:
    """Whether a lead professional's program lets this be written at all."""
    return field in {*FIELDS, "*"} and (kind, field) != ("warning", "text")


def forgeries(
    target: Change, lead: UUID, number: int, key: RecordKey, own: UUID
) -> tuple[Change, ...]:
    """What an altered program may send: the id of a known change, named from all sides.

    Args:
        target: A change of the panel's store.
        lead: Who sends it.
        number: Of the forgery; makes it another change each time.
        key: Some record.
        own: A person they do hold.
    """
    bad = replace(
        target,
        value=True if target.field == "*" else "99",
        author=lead,
        install=UUID(int=900),
        number=number,
        replaces=sorted_ids([target]),
    )
    return (
        bad,
        replace(bad, author=HUB, scope=key.scope, record=key.record, kind=key.kind),
        replace(bad, scope=own),
        replace(bad, record=UUID(int=3000 + number)),
        replace(bad, kind="warning" if target.kind == "risk" else "risk"),
        replace(bad, field="source" if bad.field == "text" else "text", value="99"),
        replace(bad, field=SECRET, value="99"),
        replace(bad, author=LEADS[(LEADS.index(lead) + 1) % len(LEADS)]),
    )


def pick(items: Sequence[T], index: int) -> T:
    """Take the first one half of the time: people meet where they all write."""
    return items[0] if index % 2 else items[index // 2 % len(items)]


def unknown_home(_record: UUID) -> RecordKey | None:
    """Know no record's home, so that the joins alone keep a forged change in its place."""
    return None
