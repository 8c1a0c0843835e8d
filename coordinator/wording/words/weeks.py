"""Words for the steps of the panel's week, and for the posts somebody can stand in for."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.weeks import PanelPost, WeekStep
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    WeekStep: {
        WeekStep.REFERRALS_CLOSE: N_("Referrals close"),
        WeekStep.OFFERS: N_("An offer with every referral"),
        WeekStep.RETURNS_ASKED: N_("Ask agencies how their actions go"),
        WeekStep.RETURNS_IN: N_("Returns are in"),
        WeekStep.REPLIES_IN: N_("Replies about the people listed are in"),
        WeekStep.AGENDA_FIXED: N_("Agenda in order and issued"),
        WeekStep.PAPERS_SENT: N_("Papers sent"),
        WeekStep.MEETING: N_("The panel meets"),
        WeekStep.ACTION_TEXTS: N_("Actions agreed, as text to each agency"),
        WeekStep.DRAFT_TO_CHAIR: N_("Draft minutes to the chair"),
        WeekStep.ISSUED: N_("Minutes issued"),
    },
    PanelPost: {
        PanelPost.CHAIR: N_("Chair"),
        PanelPost.COORDINATOR: N_("Coordinator"),
    },
}
