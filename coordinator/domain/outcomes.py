"""What a finished act touched, so that open screens know whether to look again."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from uuid import UUID

T = TypeVar("T")


class RecordKind(StrEnum):
    """The kinds of record. Names in the change log; permanent."""

    PANEL = "panel"
    AGENCY = "agency"
    PROFESSIONAL = "professional"
    SEAT = "seat"
    PANEL_LINE = "panel_line"
    USER = "user"
    PERSON = "person"
    ALIAS = "alias"
    IDENTIFIER = "identifier"
    BASIS = "basis"
    EXCLUSION = "exclusion"
    WARNING = "warning"
    RISK = "risk"
    STRENGTH = "strength"
    REFERRAL = "referral"
    CASE = "case"
    LEAD_ROLE = "lead_role"
    PLAN = "plan"
    PLAN_VERSION = "plan_version"
    GOAL = "goal"
    OFFER = "offer"
    ACTION = "action"
    ACTION_MOVE = "action_move"
    ACTION_NOTE = "action_note"
    BARRIER = "barrier"
    CONTACT = "contact"
    SERIES = "series"
    MEETING = "meeting"
    ATTENDANCE = "attendance"
    AGENDA_ITEM = "agenda_item"
    AGENCY_NOTE = "agency_note"
    DECISION = "decision"
    CORRECTION = "correction"
    DISCLOSURE = "disclosure"
    INFORMATION_REQUEST = "information_request"
    INFORMATION_REPLY = "information_reply"
    WEEK_STEP = "week_step"
    COVER = "cover"
    ESCALATION = "escalation"
    ESCALATION_ENTRY = "escalation_entry"
    GAP = "gap"
    GAP_BARRIER = "gap_barrier"
    OUTREACH_SHEET = "outreach_sheet"
    OUTREACH_LINE = "outreach_line"
    PROTOCOL = "protocol"
    PROTOCOL_STEP = "protocol_step"
    MISSING = "missing"
    HOUSING_APPLICATION = "housing_application"
    HOUSING_CONSTRAINT = "housing_constraint"
    WISH = "wish"
    COMMS_LINE = "comms_line"
    SERVICE = "service"
    HOLDING = "holding"
    COMING_MOVE = "coming_move"
    ENFORCEMENT_CHECK = "enforcement_check"
    FORUM_INVOLVEMENT = "forum_involvement"
    RELATIONSHIP = "relationship"
    EXCLUDED_WORKER = "excluded_worker"
    DISCLOSED_PERSON = "disclosed_person"
    DISCLOSURE_END = "disclosure_end"
    RETENTION_HOLD = "retention_hold"
    DISPOSAL = "disposal"
    ACCESS_REQUEST = "access_request"
    ACCESS_DECISION = "access_decision"
    DEATH_NOTICE = "death_notice"
    OWN_PLAN = "own_plan"
    FIELD_GUARD = "field_guard"
    OUTSIDE_ASSESSMENT = "outside_assessment"
    PANEL_TEMPLATE = "panel_template"
    NEED = "need"
    TRAUMA_ENQUIRY = "trauma_enquiry"
    ASSESSMENT_TOOL = "assessment_tool"
    TOOL_ITEM = "tool_item"
    TOOL_BAND = "tool_band"
    ASSESSMENT = "assessment"
    ASSESSMENT_SCORE = "assessment_score"
    DEMAND_COUNT = "demand_count"
    UNIT_COST = "unit_cost"
    BUDGET_LINE = "budget_line"
    BUDGET_ENTRY = "budget_entry"
    BUDGET_ALLOCATION = "budget_allocation"
    PLACE_GROUP = "place_group"
    GROUP_SEAT = "group_seat"
    PLACE_PLAN = "place_plan"
    PLACE_PRIORITY = "place_priority"
    PLACE_MEASURE = "place_measure"
    PLACE_READING = "place_reading"
    ACTION_TIE = "action_tie"
    THEME = "theme"
    THEME_LINK = "theme_link"
    LEARNING_NOTE = "learning_note"
    LEARNING_REVIEW = "learning_review"
    PROGRAMME = "programme"
    PROGRAMME_PLACE = "programme_place"
    REPORT_NOTE = "report_note"


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds and ids one transaction wrote; `act` is how its journal entry is found again."""

    kinds: frozenset[RecordKind] = frozenset()
    records: frozenset[UUID] = frozenset()
    act: UUID | None = field(default=None, compare=False)

    def touch(self, *kinds: RecordKind) -> bool:
        """Whether a record of one of these kinds was written."""
        return not self.kinds.isdisjoint(kinds)


@dataclass(frozen=True)
class Done(Generic[T]):
    """What an act gives back: its result, and what it wrote on the way."""

    result: T
    changes: Changes
