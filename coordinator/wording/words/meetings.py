"""Words of the meeting."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.meetings import (
    AgendaKind,
    Attendance,
    DecidedHow,
    DecisionAuthority,
    MeetingType,
    MinutesAccuracy,
    WhyListed,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    MeetingType: {
        MeetingType.TASKING: N_("Weekly tasking meeting"),
        MeetingType.OUTREACH: N_("Daily outreach tasking"),
        MeetingType.PROFESSIONALS: N_("Professionals' meeting"),
        MeetingType.EXTRAORDINARY: N_("Extraordinary meeting"),
        MeetingType.REVIEW: N_("Review panel"),
        MeetingType.STRATEGIC: N_("Strategic meeting"),
        MeetingType.CREATIVE_SOLUTIONS: N_("Creative solutions forum"),
        MeetingType.PLACE: N_("Place meeting"),
        MeetingType.CONFERENCE: N_("Group or location conference"),
        MeetingType.LEARNING_REVIEW: N_("Learning review"),
    },
    Attendance: {
        Attendance.PRESENT: N_("Present"),
        Attendance.PART: N_("Present for part"),
        Attendance.SUBSTITUTE: N_("Substitute present"),
        Attendance.APOLOGIES_INFORMED: N_("Apologies, information sent"),
        Attendance.APOLOGIES: N_("Apologies, no information"),
        Attendance.ABSENT: N_("No apologies"),
        Attendance.VACANT: N_("Seat vacant"),
        Attendance.OBSERVER: N_("Observer"),
        Attendance.PERSON_PRESENT: N_("Person or advocate present"),
        Attendance.NOT_REQUIRED: N_("Not required this time"),
    },
    AgendaKind: {
        AgendaKind.ACTION_CHECK: N_("Open actions"),
        AgendaKind.ESCALATION_ANSWER: N_("Escalation answer"),
        AgendaKind.URGENT: N_("Urgent"),
        AgendaKind.REVIEW: N_("Review"),
        AgendaKind.NEW_REFERRAL: N_("New referral"),
        AgendaKind.CLOSURE: N_("Ready to step down?"),
        AgendaKind.SYSTEM: N_("System item"),
        AgendaKind.LEARNING: N_("Learning"),
        AgendaKind.OTHER: N_("Any other business"),
    },
    DecidedHow: {
        DecidedHow.AGREED: N_("Agreed by all"),
        DecidedHow.CHAIR: N_("Chair's decision"),
        DecidedHow.VOTE: N_("By vote"),
    },
    DecisionAuthority: {
        DecisionAuthority.PANEL: N_("Panel"),
        DecisionAuthority.AGENCY: N_("Agency"),
    },
    WhyListed: {
        WhyListed.OVERDUE_ACTIONS: N_("Actions past their date"),
        WhyListed.URGENT: N_("Raised as urgent"),
        WhyListed.URGENT_PRIORITY: N_("Urgent priority"),
        WhyListed.REVIEW_DUE: N_("Review due"),
        WhyListed.NO_REVIEW_DATE: N_("No review date yet"),
        WhyListed.LOOK_AGAIN: N_("Paused: day to look again"),
        WhyListed.NOT_SEEN: N_("Not seen for some time"),
        WhyListed.PROTOCOL_REVIEW: N_("What to do now that they stopped taking part"),
        WhyListed.RISK_REVIEW: N_("Accepted risk to look at again"),
        WhyListed.MISSING: N_("Missing"),
        WhyListed.LEAD_TO_AGREE: N_("Lead to agree"),
        WhyListed.NEW_REFERRAL: N_("New referral"),
        WhyListed.REFERRAL_DEFERRED: N_("Referral put off before"),
        WhyListed.HAS_DIED: N_("Has died; what is left to do, and for whom"),
        WhyListed.CLOSURE_PROPOSED: N_("Ready to step down?"),
        WhyListed.ESCALATION_ANSWERED: N_("Escalation answered"),
        WhyListed.ESCALATION_OVERDUE: N_("Answer to an escalation overdue"),
        WhyListed.DEFERRED_LAST_TIME: N_("Put off last time"),
        WhyListed.LEFT_OPEN_LAST_TIME: N_("Left open last time"),
        WhyListed.ADDED: N_("Added to the agenda"),
    },
    MinutesAccuracy: {
        MinutesAccuracy.AGREED: N_("Agreed"),
        MinutesAccuracy.AMENDED: N_("Agreed with changes"),
    },
}
