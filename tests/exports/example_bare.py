"""Papers about which nothing is known beyond what must be."""

from coordinator.domain.papers.access import (
    AccessList,
    AccessReport,
    DecisionLine,
    DisclosureSchedule,
    HeldPart,
    HeldSection,
    ScheduleLine,
)
from coordinator.domain.papers.accountability import AccountabilityReport
from coordinator.domain.papers.agenda import Agenda, AgendaItem
from coordinator.domain.papers.cover import CoverSheet
from coordinator.domain.papers.demand import DemandLine, DemandReport
from coordinator.domain.papers.escalation import EscalationBriefing
from coordinator.domain.papers.gaps import GapLine, GapRegister
from coordinator.domain.papers.imprint import (
    ActionLine,
    Imprint,
)
from coordinator.domain.papers.journey import JourneyMap
from coordinator.domain.papers.learning import (
    LearningPaper,
    LearntLine,
    RecommendationLine,
    ReviewLine,
    SolutionLine,
    ThemeLine,
)
from coordinator.domain.papers.letter import Letter, LetterPart
from coordinator.domain.papers.meeting import MeetingFacts
from coordinator.domain.papers.minutes import (
    DiscussedPerson,
    Minutes,
    MinutesStage,
)
from coordinator.domain.papers.office import OfficePaper, OfficePart
from coordinator.domain.papers.outreach import FindLine, FindSheet
from coordinator.domain.papers.own_plan import OwnPlanPaper
from coordinator.domain.papers.pack import (
    CaseSheet,
    ClosureSheet,
    Pack,
    ReferralSheet,
)
from coordinator.domain.papers.places import PlacePlanLine, PlaceRegister
from coordinator.domain.papers.plan import (
    Plan,
)
from coordinator.domain.papers.quarter import QuarterPaper
from coordinator.domain.papers.referral_form import ReferralForm
from coordinator.domain.papers.retention import (
    DisposalLine,
    DisposalList,
    RetentionCertificate,
)
from coordinator.domain.papers.tonight import TonightLine, TonightPaper
from coordinator.domain.papers.tracker import Tracker
from coordinator.domain.reports.parts import PartTable, ToldPart
from coordinator.exports.composing import Model, PaperKind
from tests.exports.example_basics import DAY
from tests.exports.example_journeys import bare_journey

_BARE = PartTable("", ("",), (("",),))


def bare() -> list[tuple[PaperKind, Model]]:
    """Papers about which nothing is known beyond what must be."""
    mark = Imprint("", "", DAY)
    person = DiscussedPerson("SC-0001", "")
    return [
        (PaperKind.AGENDA, Agenda(mark, MeetingFacts("", DAY))),
        (PaperKind.AGENDA, Agenda(mark, MeetingFacts("", DAY), reviews=(AgendaItem("SC-0001"),))),
        (PaperKind.MINUTES, Minutes(mark, MeetingFacts("", DAY), MinutesStage.DRAFT)),
        (
            PaperKind.MINUTES,
            Minutes(mark, MeetingFacts("", DAY), MinutesStage.APPROVED, people=(person,)),
        ),
        *_bare_packs(mark),
        *_bare_lists(mark),
    ]


def _bare_packs(mark: Imprint) -> list[tuple[PaperKind, Model]]:
    agenda = Agenda(mark, MeetingFacts("", DAY))
    full = Pack(
        mark,
        agenda,
        tracker=Tracker(mark),
        cases=(CaseSheet("SC-0001", ""),),
        referrals=(ReferralSheet("SC-0002", ""),),
        closures=(ClosureSheet("SC-0003", ""),),
    )
    return [(PaperKind.PACK, Pack(mark, agenda)), (PaperKind.PACK, full)]


def _bare_lists(mark: Imprint) -> list[tuple[PaperKind, Model]]:
    return [
        (PaperKind.TRACKER, Tracker(mark)),
        (PaperKind.REFERRAL_FORM, ReferralForm(mark)),
        (PaperKind.TRACKER, Tracker(mark, (ActionLine("", ""),))),
        (PaperKind.PLAN, Plan(mark, "SC-0001", "")),
        (PaperKind.PLAN_PAGE, Plan(mark, "SC-0001", "")),
        (PaperKind.COVER, CoverSheet(mark)),
        (PaperKind.ESCALATION, EscalationBriefing(mark, "E26-001")),
        (PaperKind.GAPS, GapRegister(mark, DAY)),
        (PaperKind.GAPS, GapRegister(mark, DAY, (GapLine("", ""),))),
        (PaperKind.PLACES, PlaceRegister(mark)),
        (PaperKind.PLACES, PlaceRegister(mark, (PlacePlanLine("", "", ""),))),
        (PaperKind.OUTREACH, FindSheet(mark, DAY)),
        (PaperKind.OUTREACH, FindSheet(mark, DAY, lines=(FindLine(""),))),
        (PaperKind.TONIGHT, TonightPaper(mark, ())),
        (PaperKind.TONIGHT, TonightPaper(mark, (DAY,), lines=(TonightLine(""),))),
        (PaperKind.ACCOUNTABILITY, AccountabilityReport(mark, "")),
        (PaperKind.DEMAND, DemandReport(mark, "")),
        (PaperKind.DEMAND, DemandReport(mark, "", lines=(DemandLine("", "", "", "", ""),))),
        (PaperKind.REPORT, QuarterPaper(mark, "")),
        (PaperKind.REPORT, QuarterPaper(mark, "", parts=(ToldPart(""),))),
        (PaperKind.REPORT, QuarterPaper(mark, "", parts=(ToldPart("", (_BARE,)),))),
        (PaperKind.LEARNING, LearningPaper(mark, "")),
        (PaperKind.LEARNING, _bare_learning(mark)),
        (PaperKind.ACCESS, AccessReport(mark, "")),
        (PaperKind.ACCESS, AccessReport(mark, "", sections=(HeldSection("", (HeldPart(""),)),))),
        (PaperKind.ACCESS_LIST, AccessList(mark, "", lines=(DecisionLine(""),))),
        (PaperKind.DISCLOSURE_SCHEDULE, DisclosureSchedule(mark, "", (ScheduleLine(""),))),
        (PaperKind.CERTIFICATE, RetentionCertificate(mark, "")),
        (PaperKind.DISPOSALS, DisposalList(mark)),
        (PaperKind.DISPOSALS, DisposalList(mark, (DisposalLine(""),))),
        (PaperKind.AUDIT_LOG, OfficePaper(mark, "", parts=(OfficePart(""),))),
        (PaperKind.MY_PLAN, OwnPlanPaper(mark, "", DAY)),
        (PaperKind.JOURNEY, JourneyMap(mark, "", "")),
        (PaperKind.JOURNEY, bare_journey()),
        (PaperKind.HAND_OVER, Letter(mark, "", parts=(LetterPart(""),))),
    ]


def _bare_learning(mark: Imprint) -> LearningPaper:
    return LearningPaper(
        mark,
        "",
        themes=(ThemeLine(""),),
        learnt=(LearntLine(DAY, "", ""),),
        solutions=(SolutionLine("", "", ""),),
        gaps=_BARE,
        reviews=(ReviewLine(""), ReviewLine("", recommended=(RecommendationLine("", ""),))),
    )
