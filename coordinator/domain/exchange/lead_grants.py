"""What a lead professional may take away and hand back: kinds of record, and fields of them.

A take-away holds what their screens need and their agency may have; what begins in the panel's own
store only (people, cases, plans, lead roles, agreed versions, decisions) they may read, not begin.
Names are those of the change log.
"""

import dataclasses
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from coordinator.domain.exchange.pack_rules import PackRules
from coordinator.domain.merging.changes import REMOVED, RESTRICTED, ROW, Value
from coordinator.domain.merging.grants import Grant
from coordinator.domain.need_to_know.rule import is_lowered
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.plans.rules import SECTIONS
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import BudgetStatus, PlanStatus, Sensitivity

K = RecordKind

PANEL_FIELDS: Final[Mapping[str, frozenset[str] | None]] = {
    K.PANEL: None,
    K.AGENCY: frozenset(
        {"name", "short_name", "agency_kind", "status", "may_have_restricted", REMOVED,
         "agreement_signed_on", "secure_email"}
    ),
    K.PROFESSIONAL: frozenset(
        {"name", "job", "agency_id", "role", "deputy_of_id", "started_on", "left_on", REMOVED,
         "confidentiality_signed_on"}
    ),
    K.SEAT: None,
    K.PANEL_LINE: None,
    K.SERIES: None,
    K.MEETING: frozenset(
        {"reference", "series_id", "series_on", "meeting_type", "on", "starts_at",
         "minutes_planned", "zone", "place", "chair_id", "status", REMOVED}
    ),
    K.SERVICE: None,
    K.PROGRAMME: None,
    K.ASSESSMENT_TOOL: None,
    K.TOOL_ITEM: None,
    K.TOOL_BAND: None,
}  # fmt: skip
"""What everybody takes of the panel itself: enough that screens work, no private numbers.

What was signed goes along: without it every paper made away would ask why it leaves."""

_WRITTEN_AWAY: Final = frozenset(
    {K.ALIAS, K.IDENTIFIER, K.WARNING, K.RISK, K.STRENGTH, K.GOAL, K.OFFER, K.ACTION,
     K.ACTION_MOVE, K.ACTION_NOTE, K.BARRIER, K.CONTACT, K.PROTOCOL, K.PROTOCOL_STEP, K.MISSING,
     K.HOUSING_APPLICATION, K.HOUSING_CONSTRAINT, K.WISH, K.COMMS_LINE, K.HOLDING, K.COMING_MOVE,
     K.ENFORCEMENT_CHECK, K.FORUM_INVOLVEMENT, K.RELATIONSHIP, K.OUTSIDE_ASSESSMENT,
     K.DEATH_NOTICE, K.OWN_PLAN, K.ESCALATION, K.ESCALATION_ENTRY, K.RETENTION_HOLD, K.NEED,
     K.TRAUMA_ENQUIRY, K.ASSESSMENT, K.ASSESSMENT_SCORE, K.DEMAND_COUNT, K.BUDGET_LINE,
     K.BUDGET_ENTRY, K.LEARNING_NOTE}
)  # fmt: skip
"""Kinds a lead professional begins, changes and takes back."""
_BEGUN_ONLY: Final = frozenset({K.EXCLUSION, K.EXCLUDED_WORKER})
"""That somebody must not be told is for everybody to say; that they may again is the panel's."""
_SOME_FIELDS: Final[Mapping[str, frozenset[str]]] = {
    K.CASE: frozenset(
        {"phase", "next_review_on", "moved_in_on", "contact_every", "contact_rhythm",
         "tenancy_contact"}
    ),
    K.LEAD_ROLE: frozenset({"accepted_on", "person_told"}),
    K.PLAN: frozenset({*SECTIONS, "goal_order", "agreed_with_person", "status"}),
}  # fmt: skip
"""Of what begins in the panel's store: the parts that are a lead professional's work."""
_ALL_BUT: Final[Mapping[str, frozenset[str]]] = {
    K.PERSON: frozenset({"reference", "status", REMOVED}),
    K.BASIS: frozenset({"person_id", REMOVED}),
}
_READ_ONLY: Final = frozenset(
    {K.REFERRAL, K.PLAN_VERSION, K.AGENDA_ITEM, K.AGENCY_NOTE, K.DECISION, K.CORRECTION,
     K.FIELD_GUARD, K.PROGRAMME_PLACE}
)  # fmt: skip

NOTED_WHERE_IT_LEFT: Final = frozenset({K.DISCLOSURE, K.DISCLOSED_PERSON, K.DISCLOSURE_END})
"""The log of what left: it has happened, so it is written down where it did, and comes home."""

AT_PANEL_ONLY: Final = frozenset({Right.REFER})
"""Rights of whose acts nothing may be written away from the panel: no window offers them there."""

ABOUT_PEOPLE: Final = (
    _WRITTEN_AWAY
    | _BEGUN_ONLY
    | _SOME_FIELDS.keys()
    | _ALL_BUT.keys()
    | _READ_ONLY
    | NOTED_WHERE_IT_LEFT
)
"""Kinds that go along with a person. The panel's log of what left, requests to see the file and
what keeps a record stay with the panel."""
OWN_ONLY: Final = frozenset({K.RETENTION_HOLD, *NOTED_WHERE_IT_LEFT})
"""Kinds of which a lead professional has what they wrote themselves."""
FALL_WITH: Final = frozenset({K.BARRIER, K.ESCALATION, K.ESCALATION_ENTRY})
"""Kinds that tell of what they hang on: where that stays with the panel, they stay, too."""
SEEN_IN_PART: Final = frozenset({K.PERSON, K.BASIS, K.REFERRAL, K.CASE, K.PLAN})
"""Kinds of which a part may stay with the panel although it tells of several things at once. Of
others the whole entry stays then: one without its status would say what is not so."""
NUMBERED: Final = frozenset({K.ACTION, K.DISCLOSURE})
"""Kinds whose number may stand only once."""
DECIDED_AT_PANEL: Final = frozenset({K.BUDGET_LINE})
"""Kinds that begin away and are decided at the panel: none comes home decided, however new."""
_STAYS_AS_ASKED: Final[Mapping[str, frozenset[str]]] = {
    K.BUDGET_LINE: frozenset({"person_id", "purpose", "goal_id", "funding", "asked_pence"}),
    K.BUDGET_ENTRY: frozenset({"person_id"}),
}
"""What is decided is what was asked, and what went out went out: of both nothing is written over
away from the panel. Who asks for another thing withdraws and asks again."""
_NOT_DECIDED: Final = frozenset({BudgetStatus.ASKED, BudgetStatus.WITHDRAWN})


def of_panel(kind: str, field: str) -> bool:
    """Whether a field of what belongs to the panel as a whole goes along."""
    panel = PANEL_FIELDS.get(kind, frozenset())
    return panel is None or field in panel


def sees(kind: str, field: str) -> bool:
    """Whether a field of a kind goes along at all; what of it does is asked record by record."""
    return kind in ABOUT_PEOPLE or of_panel(kind, field)


def writes(kind: str, field: str) -> bool:
    """Whether a lead professional writes this field away from the panel."""
    if kind in _WRITTEN_AWAY:
        return True
    if kind in _BEGUN_ONLY or kind in NOTED_WHERE_IT_LEFT:
        return field != REMOVED
    if kind in _ALL_BUT:
        return field not in _ALL_BUT[kind]
    return field in _SOME_FIELDS.get(kind, ())


def begins(kind: str) -> bool:
    """Whether a record of this kind may begin away from the panel."""
    return kind in _WRITTEN_AWAY or kind in _BEGUN_ONLY or kind in NOTED_WHERE_IT_LEFT


def begins_at_panel_only(kind: str) -> bool:
    """Whether a record of this kind is refused away from the panel, where it would be in vain.

    It would be held back when it came home: better not to have been written for days.
    """
    return not begins(kind)


@dataclass(frozen=True, slots=True)
class WrittenAway:
    """One field as an act away from the panel leaves it.

    Attributes:
        is_new: Whether its record begins with this act.
        of_panel: Whether it is about the panel, not about one of their people.
        before: What it said; nothing for a new record.
    """

    kind: str
    field: str
    is_new: bool
    of_panel: bool
    before: Value = dataclasses.field(default=None, repr=False)
    value: Value = dataclasses.field(default=None, repr=False)


def may_have_place(kind: str, field: str, allowed: Collection[Sensitivity]) -> bool:
    """Whether a field goes to readers who may have only so much, whatever its record says."""
    if kind == K.PLAN_VERSION and field == RESTRICTED:
        return len(allowed) == len(Sensitivity)  # whatever anybody kept apart stands in it
    if field == RESTRICTED or (kind == K.AGENDA_ITEM and field == "restricted"):
        return Sensitivity.RESTRICTED in allowed
    return True


def oversteps(kind: str, field: str, before: Value, value: Value) -> bool:
    """Whether a change to what stands at the panel decides what is the panel's to decide.

    Args:
        kind: Of the record.
        field: Of the record.
        before: The strictest value that stands; nothing where there is none.
        value: What the change says.
    """
    if kind == K.PLAN and field == "status":
        said = value.get("status") if isinstance(value, dict) else value
        return said == PlanStatus.AGREED
    if kind in _STAYS_AS_ASKED and _decides_money(kind, field, before, value):
        return True
    if field == "sensitivity" and isinstance(value, str):
        return is_lowered(_level(before), _level(value))
    return field == ROW and before is not None


def _decides_money(kind: str, field: str, before: Value, value: Value) -> bool:
    """Whether a change says what becomes of a request, or makes another of it than was asked."""
    if field == "status":
        said = value if isinstance(value, dict) else {"status": value}
        stood = before.get("status") if isinstance(before, dict) else before
        decided = any(said.get(name) for name in ("decided_by_id", "agreed_pence", "meeting_id"))
        is_open = (stood or BudgetStatus.ASKED) == BudgetStatus.ASKED
        return decided or said.get("status") not in _NOT_DECIDED or not is_open
    if field == REMOVED:
        return value is True
    is_said_anew = before is not None and before != value
    return is_said_anew and field in _STAYS_AS_ASKED[kind]


def _level(said: Value) -> Sensitivity:
    try:
        return Sensitivity(str(said or Sensitivity.STANDARD))
    except ValueError:
        return Sensitivity.PRIVILEGED


def _of_panel(kind: str, field: str) -> bool:
    return kind in NOTED_WHERE_IT_LEFT or of_panel(kind, field)


def _of_people(kind: str, _field: str) -> bool:
    return kind in ABOUT_PEOPLE


LEAD: Final = PackRules(
    role=Role.LEAD_PROFESSIONAL,
    of_panel=_of_panel,
    of_people=_of_people,
    writes=writes,
    begins=begins,
    oversteps=oversteps,
    own_only=OWN_ONLY,
    noted=NOTED_WHERE_IT_LEFT,
    fall_with=FALL_WITH,
    writes_panel=False,
)


def lead_grant(people: Collection[UUID], panel: UUID | None = None) -> Grant:
    """Give what a lead professional of these people may have and write.

    Args:
        people: Theirs.
        panel: Whose log it is that what left is written into, about several people or nobody.
    """
    return LEAD.grant(people, panel)


def refusal_away(written: WrittenAway, rules: PackRules = LEAD) -> str:
    """Name the guard that refuses a change where it is written, away from the panel, or nothing.

    What it refuses would be held back when it came home (`domain.merging.receiving`), weeks later.
    """
    if written.is_new and not rules.begins(written.kind):
        return "begins-at-panel"
    is_noted = written.kind in NOTED_WHERE_IT_LEFT
    if written.of_panel and not rules.writes_panel and not is_noted:
        return "not-about-yours"
    if not rules.writes(written.kind, written.field):
        return "changes-at-panel"
    decides = rules.oversteps(written.kind, written.field, written.before, written.value)
    is_judged = not written.is_new or written.kind in DECIDED_AT_PANEL
    return "panel-decides" if decides and is_judged else ""
