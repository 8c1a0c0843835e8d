"""What can be wished for on the page of a plan; no Qt."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from coordinator.casework.records.drafts import DraftView
from coordinator.domain.lists.panel import Feature
from coordinator.domain.people.rules import PersonRow
from coordinator.domain.plans.views import PlanView, VersionRow
from coordinator.domain.states import PlanStatus

SHORT = frozenset({"what_matters", "direction", "warning_signs", "contingency", "who_to_ring"})
"""The texts of a plan where the long one is switched off."""


class Wish(Enum):
    """One thing somebody wants done with the plan."""

    BEGIN = "begin"
    PROPOSE = "propose"
    AGREE = "agree"
    TAKE_BACK = "take_back"
    WITH_PERSON = "with_person"
    END = "end"
    ADD_GOAL = "add_goal"
    GOAL_DETAILS = "goal_details"
    GOAL_STATUS = "goal_status"
    ADD_ACTION = "add_action"
    GOAL_UP = "goal_up"
    GOAL_DOWN = "goal_down"
    ADD_OFFER = "add_offer"
    OFFER_DETAILS = "offer_details"
    OFFER_STATUS = "offer_status"
    VERSION = "version"
    PERSON = "person"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """A person, their live plan if they have one, and every version agreed.

    Attributes:
        paper_waits: The plan on paper waits for the information basis.
        may_begin: A plan may begin in this store: away from the panel none does.
    """

    person: PersonRow
    plan: PlanView | None = field(repr=False)
    versions: tuple[VersionRow, ...]
    drafts: tuple[DraftView, ...] = field(repr=False)
    today: date
    may_edit: bool
    may_agree: bool
    may_print: bool = False
    features: frozenset[Feature] = frozenset(Feature)
    may_restrict: bool = False
    paper_waits: bool = False
    may_begin: bool = True

    @property
    def shows_offers(self) -> bool:
        """Whether offers have a place: they are switched on, or one stands."""
        has_one = self.plan is not None and bool(self.plan.offers)
        return Feature.OFFERS in self.features or has_one

    def holds_back(self, name: str) -> bool:
        """Whether a text is held back from whoever would write it."""
        return self.may_edit and self.plan is not None and name in self.plan.held

    def shows_text(self, name: str) -> bool:
        """Whether a text has a place: it is a short plan's, all are on, or it says something."""
        if Feature.LONG_PLAN in self.features or name in SHORT or self.plan is None:
            return True
        if self.holds_back(name):
            return True
        drafts = {(one.record, one.form) for one in self.drafts}
        return bool(self.plan.text[name].strip()) or (self.plan.id, f"plan.{name}") in drafts


def steps_of(opened: OpenPlan) -> tuple[Wish, ...]:
    """Tell what may be done with the plan as a whole, the most likely first."""
    plan = opened.plan
    if plan is None or not opened.may_edit:
        return ()
    agree = (Wish.AGREE,) if opened.may_agree else ()
    steps: dict[PlanStatus, tuple[Wish, ...]] = {
        PlanStatus.DRAFT: (Wish.PROPOSE,),
        PlanStatus.PROPOSED: (*agree, Wish.TAKE_BACK),
        PlanStatus.AGREED: agree if plan.since_agreed else (),
        PlanStatus.ENDED: (),
    }
    return (*steps[plan.status], Wish.WITH_PERSON, Wish.END)
