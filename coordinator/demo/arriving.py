"""How people come to the panel of the small demo: a referral, then a plan made with them."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from coordinator.casework.cases.phases import pause_case, set_priority
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.disclosing.told_aloud import record_spoken
from coordinator.casework.leads.agreeing import accept_lead, agree_lead
from coordinator.casework.need_to_know.bases import begin_urgent_work, record_basis
from coordinator.casework.people.entering import register_person
from coordinator.casework.people.safety import add_risk, add_strength, add_warning
from coordinator.casework.plans.goals import add_goal
from coordinator.casework.plans.writing import begin_plan, edit_plan, propose_plan
from coordinator.casework.referrals.asking import draft_referral, screen_referral, submit_referral
from coordinator.db.models import Plan
from coordinator.demo.around import keep_around
from coordinator.demo.based import OF_LAW
from coordinator.demo.needs import keep_needs
from coordinator.demo.story import Known, Stage, Told
from coordinator.domain.disclosing.log import Spoken
from coordinator.domain.lists.people import HousingStatus, NeedDomain, NeedSeverity
from coordinator.domain.lists.plans import PanelPriority
from coordinator.domain.lists.reasons import PauseReason
from coordinator.domain.lists.sharing import (
    Gateway,
    ToldAboutPanel,
)
from coordinator.domain.states import Answer, Sensitivity

_YEAR = 365
_SECTIONS = {
    "what_matters": "matters",
    "how_to_work": "how",
    "what_to_avoid": "avoid",
    "who_i_trust": "trust",
    "formulation": "formulation",
    "direction": "direction",
    "warning_signs": "signs",
    "contingency": "then_do",
}


def refer(stage: Stage, told: Told) -> Known:
    """Put somebody on file and hand their referral in; the coordinator looks it through."""
    desk, today = stage.desk, stage.desk.today()
    given: dict[str, Any] = {
        "given_name": told["given"],
        "family_name": told["family"],
        "preferred_name": told.get("preferred", ""),
        "pronouns": told.get("pronouns", ""),
        "born_on": today - timedelta(days=told["age"] * _YEAR + stage.dice.between(20, 340)),
        "language": told.get("language", ""),
        "phone": told.get("phone", ""),
        "safe_contact": told.get("safe_contact", ""),
        "usual_places": told.get("places", ""),
        "pets": told.get("pets", ""),
        "housing": HousingStatus(told["housing"]) if "housing" in told else None,
        "place": "Porthkerris",
        "children_affected": Answer(told.get("children", "no")),
        "needs_interpreter": True if told.get("language") else None,
    }
    person = register_person(desk, **given).result
    referral = draft_referral(
        desk,
        person,
        referred_on=today,
        referrer_id=stage.posts[told["referrer"]],
        why_now=told["why_now"],
        criteria=["several_needs", "no_home"],
        tried=told.get("tried", ""),
        offer=told["offer"],
        person_view=told.get("view", ""),
    ).result
    submit_referral(desk, referral)
    screen_referral(desk, referral, note="Complete; for the next meeting.")
    return Known(told, person, referral)


def settle_in(stage: Stage, known: Known) -> None:
    """Do what follows a yes: a lead, what keeps them safe, the plan."""
    _lead(stage, known)
    keep_around(stage, known)
    keep_needs(stage, known)
    _safety(stage, known)
    _plan(stage, known)
    if "priority" in known.told and known.case:
        priority = PanelPriority(known.told["priority"])
        reason = "Health is failing and the nights are cold"
        set_priority(stage.desk, known.case, priority, reason=reason, decided_by=stage.chair)
    if "pause" in known.told and known.case:
        pause_case(
            stage.desk,
            known.case,
            because=PauseReason(known.told["pause"]),
            look_again_on=stage.desk.today() + timedelta(days=45),
            reason="Release is planned for the new year.",
        )


def _lead(stage: Stage, known: Known) -> None:
    if known.case is None:
        return
    role = agree_lead(
        stage.desk, known.case, stage.posts[known.told["lead"]], person_told=Answer.YES
    )
    accept_lead(stage.desk, role.result)


def begin_working(stage: Stage, known: Known) -> None:
    """Record what the panel may work on, or why it cannot wait for that."""
    told, today = known.told, stage.desk.today()
    if told["told"] != "none":
        is_told = told["told"] == "yes"
        record_basis(
            stage.desk,
            known.person,
            **OF_LAW,
            gateway=Gateway.CARE_ACT_COOPERATION,
            told=ToldAboutPanel.YES if is_told else ToldAboutPanel.NOT_YET,
            told_on=today if is_told else None,
            told_by="The lead professional" if is_told else "",
            not_told_reason=told.get("told_reason", ""),
            review_on=today + timedelta(days=120),
        )
    else:
        begin_urgent_work(stage.desk, known.person, reason=told["urgent"])
    if "exclude" in told:
        agency = stage.agencies[told["exclude"]]
        exclude_agency(stage.desk, known.person, agency_id=agency, reason=told["exclude_reason"])
        if "astray" in told:
            _told_astray(stage.desk, known.person, agency, told["astray"])


def _told_astray(desk: Desk, person: UUID, agency: UUID, told: Mapping[str, str]) -> None:
    """Note what an agency heard that must not be told: nobody has dealt with it yet."""
    said = Spoken(person, agency, told["to"], told["what"], reason=told["how"])
    record_spoken(desk, said)


def _safety(stage: Stage, known: Known) -> None:
    told, desk = known.told, stage.desk
    for text in told.get("strengths", ()):
        add_strength(desk, known.person, text=text)
    if "warning" in told:
        add_warning(
            desk,
            known.person,
            text=told["warning"],
            source="Outreach",
            person_told=Answer.YES,
        )
    if "risk" in told:
        add_risk(
            desk,
            known.person,
            text=told["risk"],
            area=NeedDomain.MENTAL_HEALTH,
            severity=NeedSeverity.HIGH,
            controls="Somebody they know looks in every evening.",
            source="The panel",
            person_told=Answer.NO,
            not_told_reason="Will be talked through with somebody they trust.",
            not_told_agreed_by="The chair",
        )
    if "restricted" in told:
        apart = Sensitivity.THIRD_PARTY
        add_risk(
            desk,
            known.person,
            text=told["restricted"],
            sensitivity=apart,
            source="Family",
            person_told=Answer.NO,
            not_told_reason="Would point to who spoke.",
            not_told_agreed_by="The chair",
        )


def _plan(stage: Stage, known: Known) -> None:
    told, desk = known.told, stage.desk
    known.plan = begin_plan(desk, known.person, case_id=known.case).result
    texts = {section: told[key] for section, key in _SECTIONS.items() if told[key]}
    edit_plan(desk, known.plan, seen=_seen(stage, known), **texts)
    for words in told["goals"]:
        add_goal(desk, known.plan, own_words=words)
    if told["goals"]:
        propose_plan(desk, known.plan, seen=_seen(stage, known))


def _seen(stage: Stage, known: Known) -> int:
    with stage.desk.read() as look:
        return look.get(Plan, known.plan).revision if known.plan else 0
