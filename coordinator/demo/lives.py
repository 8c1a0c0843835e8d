"""One person of a large demo: who they are, their cases, their plan, what keeps them safe."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from coordinator.db.models import (
    Alias,
    Basis,
    Case,
    Exclusion,
    Goal,
    LeadRole,
    Offer,
    Person,
    Plan,
    PlanVersion,
    Referral,
    Risk,
    Strength,
    Warning,  # noqa: A004 - the word the panel uses
)
from coordinator.demo.based import OF_LAW
from coordinator.demo.dice import Dice
from coordinator.demo.oddities import name_of
from coordinator.demo.outline import Life, Oddity, Span
from coordinator.demo.sheaf import Sheaf
from coordinator.demo.town import Post, Town
from coordinator.demo.words import names, sentences
from coordinator.domain.lists.people import (
    HousingStatus,
    NeedDomain,
    NeedSeverity,
    ReferralCriterion,
)
from coordinator.domain.lists.plans import (
    LEVEL_OF,
    EcologicalLevel,
    GoalDomain,
    PanelPriority,
)
from coordinator.domain.lists.reasons import CloseReason, PauseReason
from coordinator.domain.lists.sharing import Gateway, ToldAboutPanel
from coordinator.domain.plans.snapshots import GoalLine, LeadLine, OfferLine, Snapshot, freeze
from coordinator.domain.states import (
    Answer,
    BasisStatus,
    CasePhase,
    CaseStatus,
    OfferStatus,
    PersonStatus,
    PlanStatus,
    ReferralStatus,
    Sensitivity,
)
from coordinator.reference.places import towns

_WEEK = timedelta(days=7)
_HOUSING = {
    HousingStatus.ROUGH_SLEEPING: 3,
    HousingStatus.SOFA: 2,
    HousingStatus.HOSTEL: 2,
    HousingStatus.SUPPORTED: 2,
    HousingStatus.TEMPORARY: 2,
    HousingStatus.SOCIAL_TENANCY: 2,
    HousingStatus.NOT_KNOWN: 1,
}


@dataclass(frozen=True, slots=True)
class Telling:
    """What is needed to tell lives: where they go, chance, the town, the panel's prefix, today."""

    sheaf: Sheaf
    dice: Dice
    town: Town
    prefix: str
    quorum: int
    today: date
    running: Counter[int] = field(default_factory=Counter)

    def running_number(self, year: int) -> str:
        """Give the number of an action that no meeting set: `A26-0142`."""
        self.running[year] += 1
        return f"A{year % 100:02d}-{self.running[year]:04d}"

    def say(self, which: str) -> str:
        """Say something of one kind."""
        return self.dice.pick(sentences(which))


@dataclass(frozen=True, slots=True)
class Told:
    """What later rows of a case refer to."""

    lead: Post
    goals: tuple[UUID, ...]


def tell_life(tell: Telling, life: Life) -> list[Told]:
    """Write one person with everything but their actions and contacts; one result per case."""
    _person(tell, life)
    _sharing(tell, life)
    _safety(tell, life)
    return [_case(tell, life, span, at) for at, span in enumerate(life.spans)]


def _person(tell: Telling, life: Life) -> None:
    dice, opened = tell.dice, life.spans[0].opened
    given, family = name_of(life.oddity) or (dice.pick(names("given")), dice.pick(names("family")))
    tell.sheaf.add(
        Person,
        id=life.id,
        reference=f"{tell.prefix}-{life.number:04d}",
        status=PersonStatus.CURRENT if life.is_current else PersonStatus.FORMER,
        given_name=given,
        family_name=family,
        pronouns=dice.pick(names("pronouns")) if dice.chance(0.4) else "",
        born_on=opened - timedelta(days=dice.between(17 * 365, 68 * 365)),
        phone=f"07700 900{dice.between(0, 999):03d}" if dice.chance(0.6) else "",
        usual_places=tell.say("usual_places") if dice.chance(0.5) else "",
        communication=tell.say("communication"),
        place=dice.pick(towns()),
        housing=dice.weighted(_HOUSING),
        pets=tell.say("pets"),
        **_death(life),
    )
    if dice.chance(0.15):
        tell.sheaf.add(
            Alias, id=dice.new_id(opened), person_id=life.id, name=dice.pick(names("aliases"))
        )


def _death(life: Life) -> dict[str, Any]:
    if life.oddity is not Oddity.DIED:
        return {}
    return {
        "died_on": life.spans[-1].closed,
        "death_source": "Told by the hospital",
        "death_review": "Learning review asked for",
    }


def _sharing(tell: Telling, life: Life) -> None:
    dice, opened = tell.dice, life.spans[0].opened
    is_told = dice.chance(0.8)
    if life.oddity is not Oddity.NO_BASIS and dice.chance(0.96):
        tell.sheaf.add(
            Basis,
            id=dice.new_id(opened),
            person_id=life.id,
            status=BasisStatus.RECORDED,
            **OF_LAW,
            gateway=dice.pick((Gateway.CARE_ACT_COOPERATION, Gateway.CRIME_AND_DISORDER)),
            told=ToldAboutPanel.YES if is_told else ToldAboutPanel.NOT_YET,
            told_on=opened if is_told else None,
            told_by="The lead professional" if is_told else "",
            not_told_reason="" if is_told else "Not found since; will be told in person.",
            review_on=tell.today + dice.between(-4, 40) * _WEEK,
        )
    if life.oddity is Oddity.NOT_TOLD or dice.chance(0.03):
        tell.sheaf.add(
            Exclusion,
            id=dice.new_id(opened),
            person_id=life.id,
            agency_id=tell.town.agencies["police"],
            reason="The person asked for it and gave a reason.",
            since=opened,
        )


def _safety(tell: Telling, life: Life) -> None:
    dice, on = tell.dice, life.spans[-1].opened
    noted: dict[str, Any] = {
        "person_id": life.id,
        "source": "Outreach",
        "noted_on": on,
        "noted_by_id": dice.pick(tell.town.posts).id,
        "review_on": min(on + 12 * _WEEK, tell.today + 8 * _WEEK),
    }
    if dice.chance(0.25):
        tell.sheaf.add(Warning, id=dice.new_id(on), text=tell.say("warnings"), **noted)
    for _ in range(dice.between(0, 2)):
        tell.sheaf.add(
            Risk,
            id=dice.new_id(on),
            text=tell.say("risks"),
            area=dice.pick(tuple(NeedDomain)),
            severity=dice.pick((NeedSeverity.SOME, NeedSeverity.HIGH)),
            controls=tell.say("controls"),
            level=EcologicalLevel.INDIVIDUAL,
            **noted,
        )
    if life.oddity is Oddity.RESTRICTED:
        told = tell.say("restricted")
        apart = {"text": told, "sensitivity": Sensitivity.THIRD_PARTY}
        tell.sheaf.add(Risk, id=dice.new_id(on), **apart, **noted)
    for _ in range(dice.between(1, 2)):
        kind = dice.pick(tuple(LEVEL_OF))
        tell.sheaf.add(
            Strength,
            id=dice.new_id(on),
            person_id=life.id,
            strength=kind,
            text=tell.say("strengths"),
            level=LEVEL_OF[kind],
        )


def _case(tell: Telling, life: Life, span: Span, at: int) -> Told:
    dice = tell.dice
    _referral(tell, life, span)
    tell.sheaf.add(
        Case,
        id=span.id,
        person_id=life.id,
        referral_id=span.referral,
        reopened_from_id=life.spans[at - 1].id if at else None,
        opened_on=span.opened,
        phase=dice.pick(tuple(CasePhase)),
        priority=dice.pick(tuple(PanelPriority)) if dice.chance(0.3) else None,
        **_standing(tell, span, life),
    )
    lead = _leads(tell, life, span)
    return Told(lead, _plan(tell, life, span, lead))


def _referral(tell: Telling, life: Life, span: Span) -> None:
    by, on = tell.dice.pick(tell.town.posts), span.opened - _WEEK
    tell.sheaf.add(
        Referral,
        id=span.referral,
        person_id=life.id,
        referred_on=on,
        referrer_id=by.id,
        agency_id=by.agency_id,
        why_now=tell.say("why_now"),
        criteria=[str(one) for one in tell.dice.some(tuple(ReferralCriterion), 2)],
        tried=tell.say("tried"),
        offer=tell.say("offer"),
        person_view=tell.say("person_view"),
        status=ReferralStatus.ACCEPTED,
        decision_reason=tell.say("reasons"),
        decided_by_id=tell.town.chair.id,
        decided_on=span.opened,
    )


def _standing(tell: Telling, span: Span, life: Life) -> dict[str, Any]:
    if span.closed is not None:
        died = life.oddity is Oddity.DIED and span is life.spans[-1]
        return {
            "status": CaseStatus.CLOSED,
            "closed_on": span.closed,
            "close_reason": CloseReason.DIED if died else tell.dice.pick(_CLOSED),
            "close_note": tell.say("closing"),
            "person_told": Answer.NOT_KNOWN if died else Answer.YES,
            "learning": tell.say("learning"),
        }
    if span.is_paused:
        prison = life.oddity is Oddity.PRISON
        return {
            "status": CaseStatus.PAUSED,
            "paused_on": tell.today - 2 * _WEEK,
            "pause_reason": PauseReason.PRISON if prison else PauseReason.HOSPITAL,
            "look_again_on": tell.today + tell.dice.between(1, 10) * _WEEK,
        }
    return {"next_review_on": tell.today + timedelta(days=tell.dice.between(-6, 28))}


_CLOSED = (
    CloseReason.GOALS_MET,
    CloseReason.STABLE_WITH_LEAD,
    CloseReason.TRANSFERRED,
    CloseReason.OTHER_FORUM,
)


def _leads(tell: Telling, life: Life, span: Span) -> Post:
    """Give a case its leads, one after the other; the last one is returned."""
    last = span.closed or tell.today
    dice, lead, on = tell.dice, tell.dice.pick(tell.town.posts), span.opened
    if life.oddity is Oddity.LEAD_LEFT or dice.chance(0.2):
        until = dice.day(on + _WEEK, max(on + 2 * _WEEK, last - _WEEK))
        ended = {"to_on": until, "end_reason": "left", "handover_note": tell.say("how_to_work")}
        _lead(tell, life, span, lead, on, **ended)
        lead, on = dice.pick(tell.town.posts), until
    closed = {"to_on": span.closed, "end_reason": "case_closed"} if span.closed else {}
    _lead(tell, life, span, lead, on, **closed)
    return lead


def _lead(tell: Telling, life: Life, span: Span, who: Post, on: date, **ended: object) -> None:
    tell.sheaf.add(
        LeadRole,
        id=tell.dice.new_id(on),
        person_id=life.id,
        case_id=span.id,
        professional_id=who.id,
        from_on=on,
        accepted_on=on,
        **ended,
    )


def _plan(tell: Telling, life: Life, span: Span, lead: Post) -> tuple[UUID, ...]:
    dice, agreed = tell.dice, span.opened + 2 * _WEEK
    text = {section: tell.say(kind) for section, kind in _SECTIONS.items()}
    plan = dice.new_id(span.opened)
    goals = [_goal(tell, life, plan, span) for _ in range(dice.between(1, 3))]
    tell.sheaf.add(
        Plan,
        id=plan,
        person_id=life.id,
        case_id=span.id,
        status=PlanStatus.ENDED if span.closed else PlanStatus.AGREED,
        version=1,
        agreed_on=agreed,
        goal_order=[goal.id.hex for goal in goals],
        **text,
    )
    frozen = freeze(
        Snapshot(
            text=text,
            lead=LeadLine(lead.id, lead.name, lead.agency, span.opened),
            goals=tuple(goals),
            offers=(_offer(tell, life, span),),
        )
    )
    tell.sheaf.add(
        PlanVersion,
        id=dice.new_id(agreed),
        person_id=life.id,
        plan_id=plan,
        number=1,
        agreed_on=agreed,
        decided_by_id=tell.town.chair.id,
        reason=tell.say("reasons"),
        content=frozen.content,
        restricted_content=frozen.restricted,
        fingerprint=frozen.fingerprint,
    )
    return tuple(goal.id for goal in goals)


_SECTIONS = {
    "what_matters": "what_matters",
    "how_to_work": "how_to_work",
    "what_to_avoid": "avoid",
    "who_i_trust": "trust",
    "formulation": "formulation",
    "direction": "direction",
    "warning_signs": "warning_signs",
    "contingency": "contingency",
}


def _goal(tell: Telling, life: Life, plan: UUID, span: Span) -> GoalLine:
    goal = GoalLine(
        id=tell.dice.new_id(span.opened),
        own_words=tell.say("goals"),
        goal_domain=tell.dice.pick(tuple(GoalDomain)),
        measure=tell.say("measures"),
        target_on=span.opened + 26 * _WEEK,
    )
    tell.sheaf.add(
        Goal,
        id=goal.id,
        person_id=life.id,
        plan_id=plan,
        own_words=goal.own_words,
        goal_domain=goal.goal_domain,
        measure=goal.measure,
        target_on=goal.target_on,
    )
    return goal


def _offer(tell: Telling, life: Life, span: Span) -> OfferLine:
    by = tell.dice.pick(tell.town.posts)
    status = OfferStatus.DELIVERED if span.closed else OfferStatus.AGREED
    made = OfferLine(
        tell.dice.new_id(span.opened), by.agency, tell.say("offer"), from_on=span.opened,
        status=status,
    )  # fmt: skip
    tell.sheaf.add(
        Offer,
        id=made.id,
        person_id=life.id,
        case_id=span.id,
        referral_id=span.referral,
        agency_id=by.agency_id,
        what=made.what,
        from_on=made.from_on,
        offered_on=made.from_on,
        status=status,
    )
    return made
