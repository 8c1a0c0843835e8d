"""The panel's week: its steps from the close of referrals to issued minutes, and who stands in."""

from enum import StrEnum


class WeekStep(StrEnum):
    """One step of the weekly cycle, in the order of the week. Source: the domain's weekly rhythm.

    Stored with what is ticked by hand; never renamed.
    """

    REFERRALS_CLOSE = "referrals_close"
    OFFERS = "offers"
    RETURNS_ASKED = "returns_asked"
    RETURNS_IN = "returns_in"
    REPLIES_IN = "replies_in"
    AGENDA_FIXED = "agenda_fixed"
    PAPERS_SENT = "papers_sent"
    MEETING = "meeting"
    ACTION_TEXTS = "action_texts"
    DRAFT_TO_CHAIR = "draft_to_chair"
    ISSUED = "issued"


class PanelPost(StrEnum):
    """A post somebody else can stand in for. Stored; never renamed."""

    CHAIR = "chair"
    COORDINATOR = "coordinator"
