"""From a kind of paper and its read model to blocks."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from coordinator.domain.papers.accountability import AccountabilityReport
from coordinator.domain.papers.agenda import Agenda
from coordinator.domain.papers.cover import CoverSheet
from coordinator.domain.papers.escalation import EscalationBriefing
from coordinator.domain.papers.gaps import GapRegister
from coordinator.domain.papers.letter import Letter
from coordinator.domain.papers.minutes import Minutes
from coordinator.domain.papers.outreach import FindSheet
from coordinator.domain.papers.pack import Pack
from coordinator.domain.papers.plan import Plan
from coordinator.domain.papers.referral_form import ReferralForm
from coordinator.domain.papers.tonight import TonightPaper
from coordinator.domain.papers.tracker import Tracker
from coordinator.exports.accountability import accountability_paper
from coordinator.exports.agenda import agenda_paper
from coordinator.exports.cover import cover_paper
from coordinator.exports.escalation import escalation_paper
from coordinator.exports.gaps import gap_register_paper
from coordinator.exports.letter import letter_paper
from coordinator.exports.minutes import minutes_paper
from coordinator.exports.outreach import outreach_paper
from coordinator.exports.pack import pack_paper
from coordinator.exports.plan import plan_paper
from coordinator.exports.plan_page import plan_page_paper
from coordinator.exports.press import Paper
from coordinator.exports.referral_form import referral_form_paper
from coordinator.exports.tonight import tonight_paper
from coordinator.exports.tracker import tracker_paper

Model = (
    AccountabilityReport
    | Agenda
    | CoverSheet
    | EscalationBriefing
    | FindSheet
    | GapRegister
    | Letter
    | Minutes
    | Pack
    | Plan
    | ReferralForm
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
    OUTREACH = "outreach"
    TONIGHT = "tonight"
    ACCOUNTABILITY = "accountability"
    ACCEPTED = "acceptance-letter"
    NOT_FOR_US = "not-for-us-letter"
    OWN_LETTER = "own-letter"
    CLOSURE = "closure-summary"
    HAND_OVER = "hand-over-note"


LETTERS = (
    PaperKind.ACCEPTED,
    PaperKind.NOT_FOR_US,
    PaperKind.OWN_LETTER,
    PaperKind.CLOSURE,
    PaperKind.HAND_OVER,
)
"""What is written about one person, to one reader."""
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
    PaperKind.OUTREACH: (FindSheet, outreach_paper),
    PaperKind.TONIGHT: (TonightPaper, tonight_paper),
    PaperKind.ACCOUNTABILITY: (AccountabilityReport, accountability_paper),
    **dict.fromkeys(LETTERS, (Letter, letter_paper)),
}


def compose(kind: PaperKind, model: Model) -> Paper:
    """Compose a paper; a kind given the read model of another is a bug (`TypeError`)."""
    wanted, composer = _COMPOSERS[kind]
    if not isinstance(model, wanted):
        raise TypeError(f"{kind} wants {wanted.__name__}")
    return composer(model)
