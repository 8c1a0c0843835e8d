"""Words of the meeting."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.meetings import (
    AgendaKind,
    Attendance,
    DecidedHow,
    DecisionAuthority,
    MeetingType,
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
}
