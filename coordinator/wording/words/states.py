"""Words for every status."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.states import (
    ActionStatus,
    AgencyStatus,
    Answer,
    BarrierStatus,
    BasisStatus,
    CasePhase,
    CaseStatus,
    DecisionStatus,
    GoalStatus,
    ItemStatus,
    MeetingStatus,
    OfferStatus,
    PersonStatus,
    PlanStatus,
    ReferralStatus,
    RiskStatus,
    Sensitivity,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    PersonStatus: {
        PersonStatus.PROSPECTIVE: N_("Prospective"),
        PersonStatus.CURRENT: N_("Current"),
        PersonStatus.FORMER: N_("Former"),
        PersonStatus.ARCHIVED: N_("Archived"),
    },
    ReferralStatus: {
        ReferralStatus.DRAFT: N_("Draft"),
        ReferralStatus.SUBMITTED: N_("Submitted"),
        ReferralStatus.SCREENED: N_("Screened"),
        ReferralStatus.ACCEPTED: N_("Accepted"),
        ReferralStatus.DEFERRED: N_("Deferred"),
        ReferralStatus.NOT_FOR_US: N_("Not for us"),
        ReferralStatus.WITHDRAWN: N_("Withdrawn"),
    },
    CaseStatus: {
        CaseStatus.OPEN: N_("Open"),
        CaseStatus.PAUSED: N_("Paused"),
        CaseStatus.CLOSED: N_("Closed"),
    },
    CasePhase: {
        CasePhase.ENGAGING: N_("Engaging"),
        CasePhase.STABILISING: N_("Stabilising"),
        CasePhase.BUILDING: N_("Building"),
        CasePhase.SUSTAINING: N_("Sustaining"),
        CasePhase.STEPPING_DOWN: N_("Stepping down"),
    },
    PlanStatus: {
        PlanStatus.DRAFT: N_("Draft"),
        PlanStatus.PROPOSED: N_("Proposed"),
        PlanStatus.AGREED: N_("Agreed"),
        PlanStatus.ENDED: N_("Ended"),
    },
    GoalStatus: {
        GoalStatus.OPEN: N_("Working on it"),
        GoalStatus.ACHIEVED: N_("Achieved"),
        GoalStatus.PARTLY_ACHIEVED: N_("Partly achieved"),
        GoalStatus.NOT_ACHIEVED: N_("Not achieved"),
        GoalStatus.DROPPED: N_("No longer a goal"),
    },
    OfferStatus: {
        OfferStatus.OFFERED: N_("Offered"),
        OfferStatus.AGREED: N_("Agreed"),
        OfferStatus.DELIVERED: N_("Delivered"),
        OfferStatus.WITHDRAWN: N_("Withdrawn"),
    },
    ActionStatus: {
        ActionStatus.OPEN: N_("Open"),
        ActionStatus.IN_PROGRESS: N_("In progress"),
        ActionStatus.WAITING: N_("Waiting on somebody else"),
        ActionStatus.DONE: N_("Done"),
        ActionStatus.PARTLY_DONE: N_("Partly done"),
        ActionStatus.NOT_DONE: N_("Not done"),
        ActionStatus.COULD_NOT: N_("Could not be done"),
        ActionStatus.NOT_NEEDED: N_("No longer needed"),
        ActionStatus.DECLINED: N_("Declined by the person"),
        ActionStatus.TRANSFERRED: N_("Passed to a new owner"),
    },
    BarrierStatus: {
        BarrierStatus.IDENTIFIED: N_("Identified"),
        BarrierStatus.BEING_WORKED: N_("Being worked on"),
        BarrierStatus.ESCALATED: N_("Escalated"),
        BarrierStatus.RESOLVED: N_("Resolved"),
        BarrierStatus.ACCEPTED: N_("Risk accepted"),
        BarrierStatus.GAP: N_("Became a gap"),
    },
    MeetingStatus: {
        MeetingStatus.SCHEDULED: N_("Scheduled"),
        MeetingStatus.AGENDA_ISSUED: N_("Agenda issued"),
        MeetingStatus.IN_PROGRESS: N_("In progress"),
        MeetingStatus.HELD: N_("Held"),
        MeetingStatus.MINUTES_DRAFT: N_("Minutes in draft"),
        MeetingStatus.MINUTES_ISSUED: N_("Minutes issued"),
        MeetingStatus.APPROVED: N_("Minutes approved"),
        MeetingStatus.CANCELLED: N_("Cancelled"),
    },
    ItemStatus: {
        ItemStatus.PLANNED: N_("Planned"),
        ItemStatus.TAKEN: N_("Taken"),
        ItemStatus.DEFERRED: N_("Deferred"),
        ItemStatus.WITHDRAWN: N_("Withdrawn"),
    },
    DecisionStatus: {
        DecisionStatus.MADE: N_("Made"),
        DecisionStatus.SUPERSEDED: N_("Replaced by a later decision"),
        DecisionStatus.REVERSED: N_("Reversed"),
    },
    BasisStatus: {
        BasisStatus.INCOMPLETE: N_("Basis incomplete"),
        BasisStatus.RECORDED: N_("Basis recorded"),
        BasisStatus.WITHDRAWN: N_("Basis withdrawn"),
    },
    AgencyStatus: {
        AgencyStatus.ACTIVE: N_("Active"),
        AgencyStatus.MERGED: N_("Merged"),
        AgencyStatus.CLOSED: N_("Closed"),
    },
    RiskStatus: {
        RiskStatus.ACTIVE: N_("Active"),
        RiskStatus.UNDER_REVIEW: N_("Under review"),
        RiskStatus.ENDED: N_("Ended"),
    },
    Sensitivity: {
        Sensitivity.STANDARD: N_("Standard"),
        Sensitivity.RESTRICTED: N_("Restricted"),
        Sensitivity.THIRD_PARTY: N_("About somebody else"),
    },
    Answer: {
        Answer.YES: N_("Yes"),
        Answer.NO: N_("No"),
        Answer.NOT_KNOWN: N_("Not known"),
    },
}
