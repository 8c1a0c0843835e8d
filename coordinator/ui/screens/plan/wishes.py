"""What can be wished for on the page of a plan; no Qt."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from coordinator.casework.drafts import DraftView
from coordinator.domain.people import PersonRow
from coordinator.domain.plan_views import PlanView, VersionRow
from coordinator.domain.states import PlanStatus


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
    GOAL_UP = "goal_up"
    GOAL_DOWN = "goal_down"
    ADD_OFFER = "add_offer"
    OFFER_DETAILS = "offer_details"
    OFFER_STATUS = "offer_status"
    VERSION = "version"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """A person, their live plan if they have one, and every version agreed."""

    person: PersonRow
    plan: PlanView | None = field(repr=False)
    versions: tuple[VersionRow, ...]
    drafts: tuple[DraftView, ...] = field(repr=False)
    today: date
    may_edit: bool
    may_agree: bool


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
