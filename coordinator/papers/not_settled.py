"""Which fields of entries a paper prints, and so marks where two people wrote two things."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from coordinator.domain.merging.changes import REMOVED
from coordinator.domain.merging.unsettled import Unsettled
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.papers.imprint import NotSettled
from coordinator.wording.translation import _
from coordinator.wording.unsettled import all_mark_words, marks_of

Printed = Mapping[str, Collection[str]]
"""By the kind of entry, the fields of the log that stand on a paper."""

_NAMES: Final = ("given_name", "family_name", "preferred_name")
_BASIS: Final = ("lawful_basis", "gateway", "more_gateways", "told", "withdrawn_on")

ON_AGENDA: Final[Printed] = {
    RecordKind.AGENDA_ITEM: ("why_listed", "outcome_sought", "urgent_reason"),
    RecordKind.REFERRAL: ("person_id", "why_now", "offer"),
}
ON_CASE_SHEET: Final[Printed] = {
    RecordKind.PERSON: _NAMES,
    RecordKind.CASE: ("status", "phase", "next_review_on"),
    RecordKind.LEAD_ROLE: ("person_id", "to_on"),
    RecordKind.BASIS: _BASIS,
    RecordKind.DECISION: ("text",),
    RecordKind.AGENDA_ITEM: ("outcome_sought",),
}
ON_REFERRAL_SHEET: Final[Printed] = {
    RecordKind.PERSON: _NAMES,
    RecordKind.BASIS: _BASIS,
    RecordKind.REFERRAL: (
        "person_id",
        "why_now",
        "criteria",
        "tried",
        "risk",
        "offer",
        "person_view",
    ),
}
ON_CLOSURE_SHEET: Final[Printed] = {
    RecordKind.PERSON: _NAMES,
    RecordKind.LEAD_ROLE: ("person_id", "to_on"),
}
WHO_IN_MINUTES: Final[Printed] = {
    RecordKind.PERSON: _NAMES,
    RecordKind.LEAD_ROLE: ("person_id", "to_on"),
    RecordKind.BASIS: _BASIS,
}
IN_MINUTES: Final[Printed] = {
    RecordKind.AGENDA_ITEM: (
        "status", "why_listed", "urgent_reason", "summary", "since_last", "risks", "strengths",
        "person_view", "disagreement", "next_review_on", "restricted",
    ),
    RecordKind.DECISION: ("status", "text", "reason", "how", "dissent", "dissent_agencies"),
    RecordKind.AGENCY_NOTE: ("text",),
}  # fmt: skip

ON_ASSESSMENTS: Final[Printed] = {
    RecordKind.ASSESSMENT: ("person_id", "purpose", "note", "ended_on"),
    RecordKind.OUTSIDE_ASSESSMENT: (
        "person_id", "result", "done_by", "agency_id", "held_where", "ended_on",
    ),
}  # fmt: skip
_OF_REQUESTS: Final = ("person_id", "goal_id", "purpose", "funding", "status")
ON_LEDGER_ASKED: Final[Printed] = {RecordKind.BUDGET_LINE: (*_OF_REQUESTS, "asked_pence")}
ON_LEDGER: Final[Printed] = {
    RecordKind.BUDGET_LINE: _OF_REQUESTS,
    RecordKind.BUDGET_ENTRY: ("person_id", "receipt", "note", "ended_on"),
}


def not_settled(
    found: Iterable[Unsettled], printed: Printed, today: date, *, alone: bool = True
) -> tuple[NotSettled, ...]:
    """Write what of the fields a paper prints says two things.

    Args:
        found: All that does.
        printed: Which fields those are.
        today: The day of the paper.
        alone: Whether several entries are told of in one place, so that each is named.
    """
    told = [one for one in found if one.field in {REMOVED, *printed.get(one.kind, ())}]
    return tuple(marks_of(told, today, alone=alone))


def for_all(found: Iterable[Unsettled]) -> tuple[Unsettled, ...]:
    """Leave out what few may read: it stands on the sheet that is kept apart."""
    return tuple(one for one in found if not one.is_for_few)


def unsettled_apart(found: Iterable[Unsettled], printed: Printed, today: date) -> Iterator[str]:
    """Say on that sheet what few may read and is not settled."""
    few = not_settled((one for one in found if one.is_for_few), printed, today)
    if few:
        yield _("Not settled. {both}.", both=all_mark_words(few))
