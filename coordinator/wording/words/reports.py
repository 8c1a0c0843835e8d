"""Words for the parts, tables and lines of the quarterly report."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.reports import (
    CameAndWent,
    ComplexityBand,
    Deed,
    EscalationCount,
    FigureTable,
    GapCount,
    Lack,
    ReportPart,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    ReportPart: {
        ReportPart.CASELOAD: N_("The caseload"),
        ReportPart.NEEDS: N_("Needs"),
        ReportPart.DEMAND: N_("Demand before and after"),
        ReportPart.ACTIONS: N_("Actions"),
        ReportPart.ATTENDANCE: N_("Attendance"),
        ReportPart.STUCK: N_("What is in the way"),
        ReportPart.ESCALATIONS: N_("Escalations and answers"),
        ReportPart.MONEY: N_("Money"),
        ReportPart.LEARNING: N_("What was learnt"),
    },
    FigureTable: {
        FigureTable.REFERRALS: N_("Referrals made in the period"),
        FigureTable.CAME_AND_WENT: N_("The caseload in the period"),
        FigureTable.CLOSED: N_("Why cases were closed"),
        FigureTable.PHASES: N_("Where people are now"),
        FigureTable.COMPLEXITY: N_("Areas of need at some or high"),
        FigureTable.DEEDS: N_("What became of actions that were due"),
        FigureTable.BARRIERS: N_("People something was in the way of"),
        FigureTable.GAPS: N_("The register of gaps"),
        FigureTable.ESCALATIONS: N_("Asked of people with more authority"),
        FigureTable.ANSWERS: N_("What came back"),
    },
    CameAndWent: {
        CameAndWent.BEFORE: N_("On the caseload before"),
        CameAndWent.NEW: N_("Taken on"),
        CameAndWent.AGAIN: N_("Taken on again"),
        CameAndWent.CLOSED: N_("Closed"),
        CameAndWent.AFTER: N_("On the caseload at the end"),
    },
    ComplexityBand: {
        ComplexityBand.NOT_ASKED: N_("Not asked, or not known"),
        ComplexityBand.NONE: N_("None"),
        ComplexityBand.FEW: N_("1 or 2"),
        ComplexityBand.SEVERAL: N_("3 or 4"),
        ComplexityBand.MANY: N_("5 or more"),
    },
    Deed: {
        Deed.ON_TIME: N_("Done on time"),
        Deed.LATE: N_("Done late"),
        Deed.NOT_DONE: N_("Not done"),
        Deed.COULD_NOT: N_("Could not be done"),
        Deed.NEUTRAL: N_("No longer needed, declined or passed on"),
        Deed.PAST: N_("Still open, past their date"),
        Deed.STILL_OPEN: N_("Still open"),
    },
    Lack: {
        Lack.BASIS: N_("No complete information basis"),
        Lack.LEAD: N_("Nobody leads"),
        Lack.PLAN: N_("No live plan"),
        Lack.WHAT_MATTERS: N_("Nothing under What matters to me"),
        Lack.NEEDS: N_("Needs not asked about in 90 days"),
        Lack.REVIEW: N_("No review to come, or overdue"),
        Lack.CONTACT: N_("No try at contact in four weeks"),
        Lack.BIRTH: N_("No date of birth and no estimate"),
        Lack.CHILDREN: N_("Children affected: not answered"),
        Lack.OWNER: N_("An action that nobody owns"),
        Lack.DEMAND: N_("No figure of demand"),
    },
    GapCount: {
        GapCount.RAISED: N_("Raised in the period"),
        GapCount.CLOSED: N_("Closed in the period"),
        GapCount.STANDING: N_("Standing at the end"),
        GapCount.OVER_HALF_A_YEAR: N_("Standing for more than six months"),
    },
    EscalationCount: {
        EscalationCount.SENT: N_("Sent"),
        EscalationCount.ANSWERED: N_("Answered"),
        EscalationCount.ANSWERED_LATE: N_("Answered later than asked"),
        EscalationCount.UNANSWERED: N_("Closed without an answer"),
        EscalationCount.WAITING: N_("Waiting at the end"),
        EscalationCount.OVERDUE: N_("Overdue at the end"),
    },
}
