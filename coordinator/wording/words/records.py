"""Words for the kinds of record."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.outcomes import (
    RecordKind,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    RecordKind: {
        RecordKind.PANEL: N_("Panel"),
        RecordKind.AGENCY: N_("Agency"),
        RecordKind.PROFESSIONAL: N_("Professional"),
        RecordKind.SEAT: N_("Seat"),
        RecordKind.PANEL_LINE: N_("Setting of the panel"),
        RecordKind.USER: N_("User"),
        RecordKind.PERSON: N_("Person"),
        RecordKind.ALIAS: N_("Other name"),
        RecordKind.IDENTIFIER: N_("Number held elsewhere"),
        RecordKind.BASIS: N_("Information basis"),
        RecordKind.EXCLUSION: N_("Agency not to be told"),
        RecordKind.WARNING: N_("Warning"),
        RecordKind.RISK: N_("Risk"),
        RecordKind.STRENGTH: N_("Strength"),
        RecordKind.REFERRAL: N_("Referral"),
        RecordKind.CASE: N_("Case"),
        RecordKind.LEAD_ROLE: N_("Lead professional"),
        RecordKind.PLAN: N_("Plan"),
        RecordKind.PLAN_VERSION: N_("Agreed version of a plan"),
        RecordKind.GOAL: N_("Goal"),
        RecordKind.OFFER: N_("Offer"),
        RecordKind.ACTION: N_("Action"),
        RecordKind.ACTION_MOVE: N_("Change of date"),
        RecordKind.ACTION_NOTE: N_("Update on an action"),
        RecordKind.BARRIER: N_("Barrier"),
        RecordKind.CONTACT: N_("Contact"),
        RecordKind.SERIES: N_("Meeting series"),
        RecordKind.MEETING: N_("Meeting"),
        RecordKind.ATTENDANCE: N_("Attendance"),
        RecordKind.AGENDA_ITEM: N_("Agenda item"),
        RecordKind.AGENCY_NOTE: N_("Note by an agency"),
        RecordKind.DECISION: N_("Decision"),
        RecordKind.CORRECTION: N_("Correction"),
        RecordKind.DISCLOSURE: N_("Disclosure"),
        RecordKind.INFORMATION_REQUEST: N_("Request for information"),
        RecordKind.INFORMATION_REPLY: N_("Reply to a request for information"),
        RecordKind.WEEK_STEP: N_("Step of the week"),
        RecordKind.COVER: N_("Standing in"),
    },
}
