"""From a kind of paper and its read model to blocks."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from coordinator.domain.disclosing.office import PAPERS
from coordinator.domain.papers.access import AccessList, AccessReport, DisclosureSchedule
from coordinator.domain.papers.accountability import AccountabilityReport
from coordinator.domain.papers.agenda import Agenda
from coordinator.domain.papers.assessments import AssessmentPaper
from coordinator.domain.papers.cover import CoverSheet
from coordinator.domain.papers.demand import DemandReport
from coordinator.domain.papers.escalation import EscalationBriefing
from coordinator.domain.papers.gaps import GapRegister
from coordinator.domain.papers.journey import JourneyMap
from coordinator.domain.papers.learning import LearningPaper
from coordinator.domain.papers.letter import Letter
from coordinator.domain.papers.minutes import Minutes
from coordinator.domain.papers.money import MoneyPaper
from coordinator.domain.papers.office import OfficePaper
from coordinator.domain.papers.outreach import FindSheet
from coordinator.domain.papers.own_plan import OwnPlanPaper
from coordinator.domain.papers.pack import Pack
from coordinator.domain.papers.places import PlaceRegister
from coordinator.domain.papers.plan import Plan
from coordinator.domain.papers.quarter import QuarterPaper
from coordinator.domain.papers.referral_form import ReferralForm
from coordinator.domain.papers.retention import DisposalList, RetentionCertificate
from coordinator.domain.papers.tonight import TonightPaper
from coordinator.domain.papers.tracker import Tracker
from coordinator.exports.documents.access import access_list_paper, access_paper, schedule_paper
from coordinator.exports.documents.accountability import accountability_paper
from coordinator.exports.documents.agenda import agenda_paper
from coordinator.exports.documents.assessments import assessment_paper
from coordinator.exports.documents.cover import cover_paper
from coordinator.exports.documents.demand import demand_paper
from coordinator.exports.documents.escalation import escalation_paper
from coordinator.exports.documents.gaps import gap_register_paper
from coordinator.exports.documents.journey import journey_paper
from coordinator.exports.documents.learning import learning_paper
from coordinator.exports.documents.letter import letter_paper
from coordinator.exports.documents.minutes import minutes_paper
from coordinator.exports.documents.money import money_paper
from coordinator.exports.documents.office import office_paper
from coordinator.exports.documents.outreach import outreach_paper
from coordinator.exports.documents.own_plan import own_plan_paper
from coordinator.exports.documents.pack import pack_paper
from coordinator.exports.documents.places import place_register_paper
from coordinator.exports.documents.plan import plan_paper
from coordinator.exports.documents.plan_page import plan_page_paper
from coordinator.exports.documents.quarter import quarter_paper
from coordinator.exports.documents.referral_form import referral_form_paper
from coordinator.exports.documents.retention import certificate_paper, disposal_list_paper
from coordinator.exports.documents.tonight import tonight_paper
from coordinator.exports.documents.tracker import tracker_paper
from coordinator.exports.layout.press import Paper

Model = (
    AccessList
    | AccessReport
    | AccountabilityReport
    | Agenda
    | AssessmentPaper
    | CoverSheet
    | DemandReport
    | DisclosureSchedule
    | DisposalList
    | EscalationBriefing
    | FindSheet
    | GapRegister
    | JourneyMap
    | LearningPaper
    | Letter
    | Minutes
    | MoneyPaper
    | OfficePaper
    | OwnPlanPaper
    | Pack
    | PlaceRegister
    | Plan
    | QuarterPaper
    | ReferralForm
    | RetentionCertificate
    | TonightPaper
    | Tracker
)


class PaperKind(StrEnum):
    """The papers that can be printed, named as on the command line."""

    AGENDA = "agenda"
    PACK = "pack"
    MINUTES = "minutes"
    TRACKER = "tracker"
    PLAN = "plan"
    PLAN_PAGE = "plan-page"
    REFERRAL_FORM = "referral-form"
    COVER = "cover"
    ESCALATION = "escalation"
    GAPS = "gaps"
    PLACES = "places"
    OUTREACH = "outreach"
    TONIGHT = "tonight"
    ACCOUNTABILITY = "accountability"
    DEMAND = "demand"
    REPORT = "report"
    LEARNING = "learning"
    MONEY = "money"
    ASSESSMENTS = "assessments"
    ACCESS = "access"
    ACCESS_LIST = "access-list"
    DISCLOSURE_SCHEDULE = "disclosure-schedule"
    CERTIFICATE = "certificate"
    DISPOSALS = "disposals"
    AUDIT_LOG = "audit-log"
    IMPACT = "impact-assessment"
    PROCESSING = "processing-record"
    PRIVACY = "privacy-notice"
    HOLDERS = "who-holds-what"
    ENCRYPTION = "encryption"
    USERS = "users-and-rights"
    MY_PLAN = "my-plan"
    MY_PLAN_LARGE = "my-plan-large"
    MY_PLAN_PLAIN = "my-plan-plain"
    JOURNEY = "journey"
    JOURNEY_LEARNING = "journey-learning"
    ACCEPTED = "acceptance-letter"
    NOT_FOR_US = "not-for-us-letter"
    OWN_LETTER = "own-letter"
    CLOSURE = "closure-summary"
    HAND_OVER = "hand-over-note"


OF_THE_OFFICE = tuple(map(PaperKind, PAPERS))
"""What the information-governance officer asks for."""
LETTERS = (
    PaperKind.ACCEPTED,
    PaperKind.NOT_FOR_US,
    PaperKind.OWN_LETTER,
    PaperKind.CLOSURE,
    PaperKind.HAND_OVER,
)
"""What is written about one person, to one reader."""
_OF_A_FILE = frozenset(
    {
        PaperKind.ACCESS,
        PaperKind.ACCESS_LIST,
        PaperKind.DISCLOSURE_SCHEDULE,
        PaperKind.CERTIFICATE,
        PaperKind.DISPOSALS,
        PaperKind.MY_PLAN,
        PaperKind.MY_PLAN_LARGE,
        PaperKind.MY_PLAN_PLAIN,
    }
)
OF_ONE = _OF_A_FILE | {
    PaperKind.ESCALATION,
    PaperKind.ASSESSMENTS,
    PaperKind.JOURNEY,
    PaperKind.JOURNEY_LEARNING,
    *LETTERS,
}
"""Made of one person, one escalation or what is to be erased; not in every panel there is one."""
FOR_NO_AGENCY = _OF_A_FILE | {
    PaperKind.REPORT,
    PaperKind.LEARNING,
    PaperKind.MONEY,
    PaperKind.OWN_LETTER,
    PaperKind.AUDIT_LOG,
    *OF_THE_OFFICE,
}
"""The panel's own, its officers' or the person's: there is no copy for an agency."""
EDITABLE = frozenset({PaperKind.AGENDA, PaperKind.MINUTES, *LETTERS})
"""What an office goes on writing: there is a Word document of it, too."""


_COMPOSERS: Mapping[PaperKind, tuple[type, Callable[[Any], Paper]]] = {
    PaperKind.AGENDA: (Agenda, agenda_paper),
    PaperKind.PACK: (Pack, pack_paper),
    PaperKind.MINUTES: (Minutes, minutes_paper),
    PaperKind.TRACKER: (Tracker, tracker_paper),
    PaperKind.PLAN: (Plan, plan_paper),
    PaperKind.PLAN_PAGE: (Plan, plan_page_paper),
    PaperKind.REFERRAL_FORM: (ReferralForm, referral_form_paper),
    PaperKind.COVER: (CoverSheet, cover_paper),
    PaperKind.ESCALATION: (EscalationBriefing, escalation_paper),
    PaperKind.GAPS: (GapRegister, gap_register_paper),
    PaperKind.PLACES: (PlaceRegister, place_register_paper),
    PaperKind.OUTREACH: (FindSheet, outreach_paper),
    PaperKind.TONIGHT: (TonightPaper, tonight_paper),
    PaperKind.ACCOUNTABILITY: (AccountabilityReport, accountability_paper),
    PaperKind.DEMAND: (DemandReport, demand_paper),
    PaperKind.REPORT: (QuarterPaper, quarter_paper),
    PaperKind.LEARNING: (LearningPaper, learning_paper),
    PaperKind.MONEY: (MoneyPaper, money_paper),
    PaperKind.ASSESSMENTS: (AssessmentPaper, assessment_paper),
    PaperKind.ACCESS: (AccessReport, access_paper),
    PaperKind.ACCESS_LIST: (AccessList, access_list_paper),
    PaperKind.DISCLOSURE_SCHEDULE: (DisclosureSchedule, schedule_paper),
    PaperKind.CERTIFICATE: (RetentionCertificate, certificate_paper),
    PaperKind.DISPOSALS: (DisposalList, disposal_list_paper),
    **dict.fromkeys((PaperKind.AUDIT_LOG, *OF_THE_OFFICE), (OfficePaper, office_paper)),
    PaperKind.MY_PLAN: (OwnPlanPaper, own_plan_paper),
    PaperKind.MY_PLAN_LARGE: (OwnPlanPaper, own_plan_paper),
    PaperKind.MY_PLAN_PLAIN: (OwnPlanPaper, own_plan_paper),
    PaperKind.JOURNEY: (JourneyMap, journey_paper),
    PaperKind.JOURNEY_LEARNING: (JourneyMap, journey_paper),
    **dict.fromkeys(LETTERS, (Letter, letter_paper)),
}


def laid_out_from(kind: PaperKind) -> tuple[type, Callable[[Any], Paper]]:
    """Say which read model a kind of paper wants, and what lays it out."""
    return _COMPOSERS[kind]


def compose(kind: PaperKind, model: Model) -> Paper:
    """Compose a paper; a kind given the read model of another is a bug (`TypeError`)."""
    wanted, composer = laid_out_from(kind)
    if not isinstance(model, wanted):
        raise TypeError(f"{kind} wants {wanted.__name__}")
    return composer(model)
