"""Where the words of an entry were written on: what was restricted goes no further there either.

A line that was put off stands on the next agenda in the same words, a goal in the plan that was
begun anew, an ask on the level above. What says the same and was written by itself is an entry of
its own.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from coordinator.db.models import (
    Action,
    AgendaItem,
    Assessment,
    BudgetLine,
    Escalation,
    Goal,
    Record,
)
from coordinator.db.transaction import Reading
from coordinator.domain.need_to_know.restrictions import Part

_FOLLOWS = {Escalation: "previous_id", Action: "continues_id"}
"""The column by which an entry says which one it goes on from."""
_WORDS = {Action: ("text",), Goal: ("own_words", "panel_words")}
"""What two entries have to say alike; an ask goes on being the same ask however it is worded."""


def written_on(look: Reading, entry: Any) -> Collection[Any]:
    """Give the entries that go on saying what a restricted one says, further on than it."""
    model = type(entry)
    if entry.person_id is None or model not in {*_FOLLOWS, *_WORDS}:
        return ()
    others = [one for one in look.people.about(model, [entry.person_id]) if one.id != entry.id]
    if model in _FOLLOWS:
        others = list(_following(entry.id, others, _FOLLOWS[model]))
    return [one for one in others if _says_alike(one, entry, _WORDS.get(model, ()))]


def parts_of(look: Reading, entry: Any) -> Collection[Any]:
    """Give the entries that are part of one and travel exactly as far as it.

    The scores of an assessment's items, and what moved of money that was asked for.
    """
    if isinstance(entry, Assessment):
        return look.assessments.scores([entry.id])
    return look.money.entries([entry.id]) if isinstance(entry, BudgetLine) else ()


def parts_written_on(look: Reading, part: Part, entry: Any) -> Iterator[Part]:
    """Give the parts of other entries of the kind that say the same, word for word."""
    said = getattr(entry, part.field)
    if not said:
        return
    for one in _others(look, entry):
        if one.id != entry.id and getattr(one, part.field) == said:
            yield Part(part.kind, one.id, part.field)


def _others(look: Reading, entry: Any) -> Iterable[Record]:
    person: UUID | None = getattr(entry, "person_id", None)
    if person is not None:
        return look.people.about(type(entry), [person])
    return look.agendas.carried_from(entry.id) if isinstance(entry, AgendaItem) else ()


def _following(first: UUID, others: Iterable[Any], column: str) -> Iterator[Any]:
    at, left = {first}, list(others)
    while found := [one for one in left if getattr(one, column) in at]:
        yield from found
        at |= {one.id for one in found}
        left = [one for one in left if one not in found]


def _says_alike(one: Any, entry: Any, words: Iterable[str]) -> bool:
    return all(getattr(one, name) == getattr(entry, name) for name in words)
