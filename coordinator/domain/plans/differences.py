"""What differs between two states of a plan, as facts; `wording.differences` makes sentences."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any
from uuid import UUID

from coordinator.domain.plans.rules import SECTIONS
from coordinator.domain.plans.snapshots import Snapshot


class Part(StrEnum):
    """What of a plan differs."""

    TEXT = "text"
    LEAD = "lead"
    GOAL = "goal"
    GOAL_ORDER = "goal_order"
    ACTION = "action"
    OFFER = "offer"
    RISK = "risk"
    STRENGTH = "strength"


class How(StrEnum):
    """In which way it differs."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs.

    Attributes:
        part: What it is a difference of.
        how: Whether it came, went or changed.
        id: Of the goal, action, offer, risk or strength; nothing for texts and order.
        place: A goal's place in the plan, 1 for the first: now, or before when it went.
        label: An action's number, or the agency of an offer.
        fields: For a change, the fields that differ, in the order a form has them; for a text
            its section.
        before, after: Those fields as they were and are; the whole line when it went or came.
    """

    part: Part
    how: How
    id: UUID | None = None
    place: int = 0
    label: str = ""
    fields: tuple[str, ...] = ()
    before: Mapping[str, Any] = field(default_factory=dict, repr=False)
    after: Mapping[str, Any] = field(default_factory=dict, repr=False)


_UNSHOWN = frozenset({"id", "number", "sensitivity"})
_LABELS = {Part.ACTION: "number", Part.OFFER: "agency"}
_LINES = (
    (Part.GOAL, "goals"),
    (Part.ACTION, "actions"),
    (Part.OFFER, "offers"),
    (Part.RISK, "risks"),
    (Part.STRENGTH, "strengths"),
)


def differences(before: Snapshot, after: Snapshot) -> tuple[Difference, ...]:
    """List what differs: texts, lead, then goals, their order, actions, offers, risks, strengths.

    Two equal snapshots give nothing; a snapshot the other way round gives the same list with
    coming and going, before and after exchanged.
    """
    found: list[Difference] = [*_of_texts(before, after), *_of_lead(before, after)]
    for part, name in _LINES:
        found += _of_lines(part, getattr(before, name), getattr(after, name))
        if part is Part.GOAL:
            found += _of_order(before, after)
    return tuple(found)


def _of_texts(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    for name in SECTIONS:
        was, now = before.text.get(name, ""), after.text.get(name, "")
        if was != now:
            yield Difference(
                Part.TEXT,
                _how(was, now),
                fields=(name,),
                before={name: was},
                after={name: now},
            )


def _of_lead(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    was, now = before.lead, after.lead
    if (was and was.id) == (now and now.id):
        return
    yield Difference(
        Part.LEAD,
        _how(was, now),
        before=_values(was) if was else {},
        after=_values(now) if now else {},
    )


def _of_lines(part: Part, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Difference]:
    was, now = {line.id: line for line in before}, {line.id: line for line in after}
    old_places, new_places = _places(part, before), _places(part, after)
    for key in [*now, *(key for key in was if key not in now)]:
        if was.get(key) != now.get(key):
            place = new_places.get(key) or old_places.get(key, 0)
            yield from _of_line(part, place, was.get(key), now.get(key))


def _of_line(part: Part, place: int, was: Any, now: Any) -> Iterator[Difference]:
    line = now or was
    label = getattr(line, _LABELS.get(part, ""), "")
    how = _how(was, now)
    if how is not How.CHANGED:
        old, new = _values(was) if was else {}, _values(now) if now else {}
        yield Difference(part, how, line.id, place, label, before=old, after=new)
        return
    changed = tuple(name for name in _names(line) if getattr(was, name) != getattr(now, name))
    if changed:
        yield Difference(
            part,
            how,
            line.id,
            place,
            label,
            changed,
            {name: getattr(was, name) for name in changed},
            {name: getattr(now, name) for name in changed},
        )


def _of_order(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    """Tell another order only of the goals that were there before and still are."""
    old, new = [goal.id for goal in before.goals], [goal.id for goal in after.goals]
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield Difference(Part.GOAL_ORDER, How.CHANGED)


def _how(was: object, now: object) -> How:
    if not was:
        return How.ADDED
    return How.CHANGED if now else How.REMOVED


def _places(part: Part, lines: Iterable[Any]) -> dict[UUID, int]:
    if part is not Part.GOAL:
        return {}
    return {line.id: place for place, line in enumerate(lines, 1)}


def _names(line: Any) -> list[str]:
    return [one.name for one in fields(line) if one.name not in _UNSHOWN]


def _values(line: Any) -> dict[str, Any]:
    return {name: getattr(line, name) for name in _names(line)}
