"""Which parts of entries can be held back alone, and which of them a reader may not have.

A person, a plan, a referral, a case, a lead and a line of an agenda cannot vanish whole: whoever
works with somebody must know them. What one part of it says may still be too sensitive for them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from coordinator.domain.need_to_know.rule import strictest
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.plans.rules import SECTIONS
from coordinator.domain.states import Sensitivity

GUARDABLE: Mapping[RecordKind, tuple[str, ...]] = {
    RecordKind.PERSON: (
        "address", "phone", "safe_contact", "usual_places", "place", "housing", "gp",
        "communication", "mobility", "pets", "pronouns", "gender", "ethnicity", "language",
        "death_source", "death_review",
    ),
    RecordKind.PLAN: SECTIONS,
    RecordKind.REFERRAL: (
        "why_now", "tried", "risk", "offer", "no_offer_reason", "person_view", "screening_note",
        "destination", "decision_reason",
    ),
    RecordKind.CASE: (
        "close_note", "closing_prompts", "remaining_risk", "risk_held_by", "learning",
        "priority_reason", "contact_rhythm", "tenancy_contact",
    ),
    RecordKind.LEAD_ROLE: ("handover_note",),
    RecordKind.BASIS: (
        "told_by", "told_how", "not_told_reason", "agreement", "objection", "capacity_decision",
        "capacity_by", "advocate", "urgent_reason", "withdrawn_reason",
    ),
    RecordKind.AGENDA_ITEM: (
        "title", "urgent_reason", "outcome_sought", "status_reason", "since_last", "summary",
        "risks", "strengths", "person_view", "disagreement",
    ),
    RecordKind.MEETING: ("learning", "other_business"),
    RecordKind.CORRECTION: ("text",),
}  # fmt: skip
"""What can be held back, kind by kind, in the order it is offered."""

GOES_WITH: Mapping[tuple[RecordKind, str], str] = {
    (RecordKind.PERSON, "phone"): "safe_to_call",
    (RecordKind.AGENDA_ITEM, "person_view"): "view_spoken_by",
}
"""What says nothing without a part, and would tell that there is one."""

TELLS_WHERE = ("usual_places", "address", "place")
"""Parts of a person that a line of an outreach sheet is written from."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """How far one part of one entry may travel."""

    kind: RecordKind
    entry: UUID
    field: str
    sensitivity: Sensitivity


def in_force(guards: Iterable[Guarded]) -> Mapping[UUID, Mapping[str, Sensitivity]]:
    """Give how sensitive the parts of entries are, by the entry; those for everybody left out.

    Where several speak of one part the strictest holds, whoever wrote which and when.
    """
    found: dict[UUID, dict[str, Sensitivity]] = {}
    for one in guards:
        if one.sensitivity is Sensitivity.STANDARD:
            continue
        parts = found.setdefault(one.entry, {})
        for field in filter(None, (one.field, GOES_WITH.get((one.kind, one.field)))):
            parts[field] = strictest(parts.get(field, Sensitivity.STANDARD), one.sensitivity)
    return found


def kept_from(
    parts: Mapping[UUID, Mapping[str, Sensitivity]], may_have: Collection[Sensitivity]
) -> Mapping[UUID, frozenset[str]]:
    """Name the parts that readers who may have only so much do not get, by the entry."""
    kept = {
        entry: frozenset(name for name, level in of_one.items() if level not in may_have)
        for entry, of_one in parts.items()
    }
    return {entry: names for entry, names in kept.items() if names}
