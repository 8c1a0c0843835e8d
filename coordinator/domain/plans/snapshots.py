"""A plan as it stood on one day: its lines, its one written form, and the fingerprint of that.

The written form is part of agreed versions for good: fields may be added with a default, never
renamed or given another meaning. What only few may read is written apart; the open part holds the
hash of it, so that the fingerprint covers both.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints
from uuid import UUID

from coordinator.domain.errors import StoreDamagedError
from coordinator.domain.lists.people import NeedDomain, NeedSeverity
from coordinator.domain.lists.plans import EcologicalLevel, GoalDomain, StrengthKind
from coordinator.domain.merging.changes import canonical
from coordinator.domain.plans.rules import SECTIONS
from coordinator.domain.states import ActionStatus, GoalStatus, OfferStatus, Sensitivity

_FORMAT = 1
L = TypeVar("L")


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One goal, in the person's own words first."""

    id: UUID
    own_words: str = field(default="", repr=False)
    panel_words: str = field(default="", repr=False)
    goal_domain: GoalDomain | None = None
    level: EcologicalLevel | None = None
    baseline: str = field(default="", repr=False)
    measure: str = field(default="", repr=False)
    target_on: date | None = None
    status: GoalStatus = GoalStatus.OPEN
    status_note: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class OfferLine:
    """What an agency contributes; the agency by its name of that day."""

    id: UUID
    agency: str
    what: str = field(repr=False)
    amount: str = ""
    from_on: date | None = None
    to_on: date | None = None
    conditions: str = field(default="", repr=False)
    status: OfferStatus = OfferStatus.OFFERED
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action that was open then."""

    id: UUID
    number: str
    text: str = field(repr=False)
    owner: str = ""
    agency: str = ""
    due_on: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    goal_id: UUID | None = None
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class RiskLine:
    """One risk that held then."""

    id: UUID
    text: str = field(repr=False)
    area: NeedDomain | None = None
    severity: NeedSeverity | None = None
    level: EcologicalLevel | None = None
    to_whom: str = field(default="", repr=False)
    triggers: str = field(default="", repr=False)
    controls: str = field(default="", repr=False)
    what_we_do: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class StrengthLine:
    """One strength."""

    id: UUID
    strength: StrengthKind | None = None
    text: str = field(default="", repr=False)
    level: EcologicalLevel | None = None
    evidence: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class LeadLine:
    """Who led then, from where, since when."""

    id: UUID
    name: str
    agency: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A plan as it stood: every section is there, goals in their order.

    `apart` names the sections that not every reader of the plan may have.
    """

    text: Mapping[str, str] = field(repr=False)
    lead: LeadLine | None = None
    goals: tuple[GoalLine, ...] = ()
    offers: tuple[OfferLine, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    risks: tuple[RiskLine, ...] = ()
    strengths: tuple[StrengthLine, ...] = ()
    apart: frozenset[str] = frozenset()


LINES: Mapping[str, Any] = {
    "goals": GoalLine,
    "offers": OfferLine,
    "actions": ActionLine,
    "risks": RiskLine,
    "strengths": StrengthLine,
}
_ALWAYS_APART = frozenset({"actions", "risks"})
"""What the part written apart has always named, whether there was any or not."""
_SAYS_ONLY_IF_APART = (GoalLine, OfferLine, StrengthLine)
"""Lines that were written before they could be sensitive: where they are not, nothing is added."""
_ORDER, _TEXT = "goal_order", "text"
_ADDED_TEXTS = frozenset({"triggers", "preferred_words"})
_ADDED_FIELDS = frozenset({"what_we_do"})
"""What versions agreed earlier do not have: where it says nothing, nothing is added."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A snapshot as it is kept: what every reader of the plan may have, and the rest apart."""

    content: str = field(repr=False)
    restricted: str = field(repr=False)
    fingerprint: str


def freeze(snapshot: Snapshot) -> Frozen:
    """Write a snapshot in its one form.

    Equal snapshots give equal text and so equal fingerprints, on every machine.
    """
    apart = {
        name: _plain_lines(one for one in getattr(snapshot, name) if _is_apart(one.sensitivity))
        for name in LINES
    }
    apart = {name: lines for name, lines in apart.items() if lines or name in _ALWAYS_APART}
    if "goals" in apart:
        apart[_ORDER] = [{"id": goal.id.hex} for goal in snapshot.goals]
    texts: Any = {name: said for name in SECTIONS if (said := _apart_text(snapshot, name))}
    if texts:
        apart[_TEXT] = texts
    restricted = canonical(apart) if any(apart.values()) else ""
    content = canonical(
        {
            "format": _FORMAT,
            "text": {
                name: said
                for name in SECTIONS
                if (said := "" if name in texts else snapshot.text.get(name, ""))
                or name not in _ADDED_TEXTS
            },
            "lead": _plain(snapshot.lead) if snapshot.lead else None,
            **{
                name: _plain_lines(
                    one for one in getattr(snapshot, name) if not _is_apart(one.sensitivity)
                )
                for name in LINES
            },
            "apart": _hash(restricted) if restricted else "",
        }
    )
    return Frozen(content, restricted, _hash(content))


def thaw(frozen: Frozen, *, with_restricted: bool) -> Snapshot:
    """Read a snapshot back.

    Args:
        frozen: As kept.
        with_restricted: Whether the reader may have what was written apart.

    Raises:
        StoreDamagedError: It is not what was agreed: the fingerprint does not match.
    """
    if _hash(frozen.content) != frozen.fingerprint:
        raise StoreDamagedError
    raw = json.loads(frozen.content)
    found = Snapshot(
        text=dict.fromkeys(SECTIONS, "") | raw["text"],
        lead=_line(LeadLine, raw["lead"]) if raw["lead"] else None,
        goals=_lines(GoalLine, raw["goals"]),
        offers=_lines(OfferLine, raw["offers"]),
        actions=_lines(ActionLine, raw["actions"]),
        risks=_lines(RiskLine, raw["risks"]),
        strengths=_lines(StrengthLine, raw["strengths"]),
    )
    if not frozen.restricted:
        return found
    if not with_restricted:
        return _with_goals_named(found)
    if _hash(frozen.restricted) != raw["apart"]:
        raise StoreDamagedError
    apart = json.loads(frozen.restricted)
    order = [UUID(hex=one["id"]) for one in apart.pop(_ORDER, ())]
    texts = apart.pop(_TEXT, {})
    lines: dict[str, Any] = {
        name: _in_order(getattr(found, name) + _lines(LINES[name], some))
        for name, some in apart.items()
    }
    if order:
        lines["goals"] = tuple(sorted(lines["goals"], key=lambda goal: order.index(goal.id)))
    return replace(found, text={**found.text, **texts}, apart=frozenset(texts), **lines)


def without_restricted(snapshot: Snapshot) -> Snapshot:
    """Give what a reader without that right may have of a snapshot."""
    told = without_texts(snapshot, snapshot.apart)
    return without(told, lambda line: _is_apart(line.sensitivity))


def without_texts(snapshot: Snapshot, kept: Collection[str]) -> Snapshot:
    """Give a snapshot with nothing in the sections that are kept from its reader."""
    text = {name: "" if name in kept else said for name, said in snapshot.text.items()}
    return replace(snapshot, text=text, apart=frozenset())


def without(snapshot: Snapshot, is_kept: Callable[[Any], bool]) -> Snapshot:
    """Give a snapshot without the lines that are kept from its reader."""
    lines: dict[str, Any] = {
        name: tuple(one for one in getattr(snapshot, name) if not is_kept(one)) for name in LINES
    }
    return _with_goals_named(replace(snapshot, **lines))


def _with_goals_named(snapshot: Snapshot) -> Snapshot:
    """Let an action whose goal is left out stand by itself."""
    known = {goal.id for goal in snapshot.goals}
    actions = tuple(
        one if one.goal_id in known else replace(one, goal_id=None) for one in snapshot.actions
    )
    return replace(snapshot, actions=actions)


def _apart_text(snapshot: Snapshot, section: str) -> str:
    return snapshot.text.get(section, "") if section in snapshot.apart else ""


def _is_apart(sensitivity: Sensitivity) -> bool:
    return sensitivity is not Sensitivity.STANDARD


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _plain_lines(lines: Any) -> list[dict[str, Any]]:
    return [_plain(line) for line in lines]


def _plain(line: Any) -> dict[str, Any]:
    left_out = {"sensitivity"} if isinstance(line, _SAYS_ONLY_IF_APART) else set()
    if left_out and _is_apart(line.sensitivity):
        left_out.clear()
    left_out |= {name for name in _ADDED_FIELDS if not getattr(line, name, "")}
    return {
        part.name: _plain_value(getattr(line, part.name))
        for part in fields(line)
        if part.name not in left_out
    }


def _plain_value(value: Any) -> Any:
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _lines(kind: type[L], raw: list[dict[str, Any]]) -> tuple[L, ...]:
    return tuple(_line(kind, one) for one in raw)


def _line(kind: Any, raw: dict[str, Any]) -> Any:
    types = _types_of(kind)
    return kind(**{name: _typed(types[name], value) for name, value in raw.items()})


def _typed(kind: type, value: Any) -> Any:
    if value is None or kind is str:
        return value
    return date.fromisoformat(value) if kind is date else kind(value)


@cache
def _types_of(kind: Any) -> dict[str, type]:
    """Name the type of each field, without *or nothing*."""
    hints = get_type_hints(kind)
    return {
        name: next((one for one in get_args(hint) if one is not NoneType), hint)
        for name, hint in hints.items()
    }


def _in_order(lines: tuple[Any, ...]) -> tuple[Any, ...]:
    """Order lines by the day they are due, where they have one, and as they were made."""
    return tuple(
        sorted(lines, key=lambda line: (getattr(line, "due_on", None) or date.max, line.id))
    )
