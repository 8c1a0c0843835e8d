"""A plan with everything that belongs to it, as it stands at this moment."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from coordinator.db.models import (
    Action,
    Agency,
    Goal,
    LeadRole,
    Offer,
    Plan,
    Professional,
    Risk,
    Strength,
)
from coordinator.db.transaction import Reading
from coordinator.domain.plans.rules import SECTIONS
from coordinator.domain.plans.snapshots import (
    ActionLine,
    GoalLine,
    LeadLine,
    OfferLine,
    RiskLine,
    Snapshot,
    StrengthLine,
)
from coordinator.domain.states import OfferStatus, RiskStatus


@dataclass(frozen=True, slots=True)
class State:
    """The records a plan is made of, goals in their order, nothing withheld yet.

    `apart` names the sections that not every reader of the plan may have.
    """

    plan: Plan
    goals: tuple[Goal, ...]
    offers: tuple[Offer, ...]
    actions: tuple[Action, ...]
    risks: tuple[Risk, ...]
    strengths: tuple[Strength, ...]
    lead: LeadRole | None
    posts: dict[UUID, Professional]
    agencies: dict[UUID, Agency]
    apart: frozenset[str]


def state_of(look: Reading, plan: Plan, also: Collection[UUID] = ()) -> State:
    """Gather a plan.

    Args:
        look: Where.
        plan: Which.
        also: Actions wanted though they are closed by now: those of the version agreed last.
    """
    offers = tuple(look.plans.offers_to(plan.person_id, plan.case_id))
    actions = _actions(look, plan, also)
    lead = look.cases.current_lead(plan.case_id)
    posts = look.get_many(Professional, [*_posts(actions, lead)])
    agencies = [*(offer.agency_id for offer in offers), *(p.agency_id for p in posts.values())]
    return State(
        plan=plan,
        goals=in_order(plan.goal_order, look.plans.goals_of(plan.id)),
        offers=offers,
        actions=actions,
        risks=tuple(
            risk
            for risk in look.people.about(Risk, [plan.person_id])
            if risk.status is not RiskStatus.ENDED
        ),
        strengths=tuple(look.people.about(Strength, [plan.person_id])),
        lead=lead,
        posts=posts,
        agencies=look.get_many(Agency, agencies),
        apart=frozenset(look.guarded(plan.id)),
    )


def in_order(order: Sequence[str], goals: Collection[Goal]) -> tuple[Goal, ...]:
    """Put goals in the order of their plan; one it does not name yet comes last."""
    places = {key: place for place, key in enumerate(order)}
    return tuple(sorted(goals, key=lambda goal: (places.get(goal.id.hex, len(places)), goal.id)))


def snapshot_of(state: State) -> Snapshot:
    """Write a plan down as it stands."""
    return Snapshot(
        text={name: getattr(state.plan, name) for name in SECTIONS},
        lead=lead_line(state),
        goals=tuple(goal_line(goal) for goal in state.goals),
        offers=tuple(
            offer_line(offer, state.agencies)
            for offer in state.offers
            if offer.status is not OfferStatus.WITHDRAWN
        ),
        actions=tuple(_action_line(action, state) for action in state.actions),
        risks=tuple(risk_line(risk) for risk in state.risks),
        strengths=tuple(strength_line(strength) for strength in state.strengths),
    )


def lead_line(state: State) -> LeadLine | None:
    """Say who leads now."""
    if state.lead is None:
        return None
    post = state.posts.get(state.lead.professional_id)
    agency = state.agencies.get(post.agency_id) if post else None
    return LeadLine(
        id=state.lead.professional_id,
        name=post.name if post else "",
        agency=agency.name if agency else "",
        since=state.lead.from_on,
    )


def goal_line(goal: Goal) -> GoalLine:
    """Write a goal down."""
    return GoalLine(
        id=goal.id,
        own_words=goal.own_words,
        panel_words=goal.panel_words,
        goal_domain=goal.goal_domain,
        level=goal.level,
        baseline=goal.baseline,
        measure=goal.measure,
        target_on=goal.target_on,
        status=goal.status,
        status_note=goal.status_note,
        sensitivity=goal.sensitivity,
    )


def offer_line(offer: Offer, agencies: Mapping[UUID, Agency]) -> OfferLine:
    """Write an offer down, its agency by the name it has now."""
    agency = agencies.get(offer.agency_id)
    return OfferLine(
        id=offer.id,
        agency=agency.name if agency else "",
        what=offer.what,
        amount=offer.amount,
        from_on=offer.from_on,
        to_on=offer.to_on,
        conditions=offer.conditions,
        status=offer.status,
        sensitivity=offer.sensitivity,
    )


def risk_line(risk: Risk) -> RiskLine:
    """Write a risk down."""
    return RiskLine(
        id=risk.id,
        text=risk.text,
        area=risk.area,
        severity=risk.severity,
        level=risk.level,
        to_whom=risk.to_whom,
        triggers=risk.triggers,
        controls=risk.controls,
        what_we_do=risk.what_we_do,
        sensitivity=risk.sensitivity,
    )


def strength_line(strength: Strength) -> StrengthLine:
    """Write a strength down."""
    return StrengthLine(
        id=strength.id,
        strength=strength.strength,
        text=strength.text,
        level=strength.level,
        evidence=strength.evidence,
        sensitivity=strength.sensitivity,
    )


def _action_line(action: Action, state: State) -> ActionLine:
    post = state.posts.get(action.owner_id) if action.owner_id else None
    return ActionLine(
        id=action.id,
        number=action.number,
        text=action.text,
        owner=post.name if post else "",
        agency=action.owner_agency,
        due_on=action.due_on,
        status=action.status,
        goal_id=action.goal_id,
        sensitivity=action.sensitivity,
    )


def _actions(look: Reading, plan: Plan, also: Collection[UUID]) -> tuple[Action, ...]:
    found = {action.id: action for action in look.actions.open_of([plan.person_id])}
    found |= look.get_many(Action, [key for key in also if key not in found])
    return tuple(sorted(found.values(), key=lambda action: (action.due_on, action.id)))


def _posts(actions: Collection[Action], lead: LeadRole | None) -> list[UUID]:
    owners = [action.owner_id for action in actions if action.owner_id]
    return [*owners, lead.professional_id] if lead else owners
