"""Every act on somebody, tried from a seat whose agency must not be told: refused, unwritten.

The acts are found in the package by what they are about, so that one written tomorrow is tried.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest

import coordinator.casework
from coordinator.casework.actions.barriers import identify_barrier
from coordinator.casework.cases.periods import read_cases
from coordinator.casework.cases.protocol_reads import read_protocols
from coordinator.casework.demand.counting import note_count
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker
from coordinator.casework.disclosing.sharing_reads import read_sharing
from coordinator.casework.escalations.raising import raise_escalation
from coordinator.casework.housing.log import apply_for_home, note_constraint
from coordinator.casework.meetings.decisions import Decided
from coordinator.casework.meetings.offers import record_offer
from coordinator.casework.need_to_know.comms import find_comms_about
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.need_to_know.restrictions import set_sensitivity
from coordinator.casework.outreach.missing import read_person_missing
from coordinator.casework.outreach.reads import find_sheet
from coordinator.casework.outreach.results import enter_results
from coordinator.casework.outreach.sheets import assign_lines, make_sheet
from coordinator.casework.people.around import note_forum, note_tie
from coordinator.casework.people.assessments import note_assessment
from coordinator.casework.people.entering import add_alias, add_identifier
from coordinator.casework.people.safety import read_safety
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.tonight.holding import add_coming_move, say_who_holds
from coordinator.casework.voice.own_plans import begin_own_plan
from coordinator.casework.voice.wishes import note_wish
from coordinator.db.models import Alias, Identifier
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.enforcement import Thought
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.cases.rules import Closing
from coordinator.domain.errors import CoordinatorError, NotPermittedError, WithheldError
from coordinator.domain.escalations.rules import Effect, NewEscalation, Reply
from coordinator.domain.housing import NewApplication
from coordinator.domain.lists.barriers import BarrierCategory, EscalationOutcome
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.escalations import EscalationEffect
from coordinator.domain.lists.housing import ConstraintKind
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.lists.outreach import ComingMoveKind, DayPart
from coordinator.domain.lists.plans import PanelPriority, StrengthKind
from coordinator.domain.lists.reasons import CloseReason
from coordinator.domain.lists.sharing import ForumKind, RelationKind
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.outreach import LineResult
from coordinator.domain.people.around import Forum, Tie
from coordinator.domain.people.assessments import Assessment
from coordinator.domain.people.comms import NewCommsLine
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.people.missing import LastKnown
from coordinator.domain.people.wishes import NewWish
from coordinator.domain.plans.rules import Agreement, WithPerson
from coordinator.domain.roles import Role
from coordinator.domain.states import (
    ActionStatus,
    Answer,
    CasePhase,
    ReviewStatus,
    Sensitivity,
)
from coordinator.domain.tonight import NewHolding, NewMove
from tests.casework import asked, said_by_acts
from tests.casework.learnt import TOLD, learnt_about
from tests.casework.money_on_file import paid_for
from tests.casework.needs_on_file import note_needs
from tests.casework.told import Told
from tests.scored import needs, score
from tests.stores import (
    CHAIR,
    COUNCIL,
    HEALTH,
    HOUSING,
    NOON,
    OFFICER,
    POLICE,
    TODAY,
    WORKER,
    sitting,
)

WEEK = TODAY + timedelta(days=7)
_READS = ("read_", "find_", "next_")
_OF_NOBODY = "coordinator.casework.places"
"""A room whose acts are about no person: its plans and actions only share the names of theirs."""
_PLUMBING = frozenset(
    {
        "shown_person",
        *("line_to_change", "living_person"),
        "case_under_way",
        "shown_action",
        "action_to_change",
        "barrier_to_change",
        "reachable_referral",
        "live_plan",
        "shown_item",
        "item_under_way",
        "copy_ended_plan",
    }
)
"""Shared by acts, given their transaction: tried through the acts that use them."""
_NO_WORD = frozenset({"begin_timing", "keep_timing"})
"""A stopwatch that runs: a draft of the sitter's own in minutes, without a word of anybody."""


def subjects(desk: Desk, about: Told) -> dict[str, UUID]:
    """Give the ids of everything kept about the person, by what acts call it."""
    add_alias(desk, about.person, "Pete")
    add_identifier(desk, about.person, issuer="GP", value="7")
    exclude_agency(desk, about.person, agency_id=HOUSING, reason="They asked for it")
    untold = exclude_worker(desk, about.person, professional_id=WORKER, reason="Family").result
    record_offer(desk, about.person, POLICE, what="A named officer")
    barrier = identify_barrier(desk, NewBarrier(BarrierCategory.DEBT, about.person)).result
    other = identify_barrier(desk, NewBarrier(BarrierCategory.BENEFITS, about.person)).result
    asked = raise_escalation(desk, NewEscalation(barrier_id=other)).result
    plan, safety = read_plan(desk, about.person), read_safety(desk, about.person)
    (case,) = read_cases(desk, about.person)
    with desk.store.reading() as look:
        item = look.meetings.items(about.meeting)[0]
        notes, decisions, _corrections = look.meetings.words(about.meeting)
        alias = look.people.about(Alias, [about.person])[0].id
        number = look.people.about(Identifier, [about.person])[0].id
    return {
        "person_id": about.person,
        "case_id": case.id,
        "closed_id": case.id,
        "role_id": case.leads[0].id,
        "referral_id": about.referral,
        "plan_id": plan.id,
        "goal_id": plan.goals[0].line.id,
        "offer_id": plan.offers[0].line.id,
        "action_id": about.actions[0],
        "barrier_id": barrier,
        "escalation_id": asked.id,
        "warning_id": safety.warnings[0].id,
        "risk_id": safety.risks[0].id,
        "strength_id": safety.strengths[0].id,
        "alias_id": alias,
        "identifier_id": number,
        "exclusion_id": read_sharing(desk, about.person).exclusions[0].id,
        "untold_id": untold,
        "forum_id": note_forum(desk, about.person, Forum(ForumKind.CARE_PROGRAMME)).result,
        **note_needs(desk, about.person, "Words"),
        **learnt_about(desk, about.person),
        "assessment_id": note_assessment(desk, about.person, Assessment("DASH", TODAY)).result,
        "scoring_id": score(desk, about.person, needs(3)),
        "tie_id": note_tie(desk, about.person, Tie(RelationKind.FRIEND, name="Rex")).result,
        "item_id": item.id,
        "request_id": about.request,
        "note_id": notes[0].id,
        "decision_id": decisions[0].id,
        **kept_about(desk, about.person),
        **paid_for(desk, about.person, plan.goals[0].line.id),
        **looked_for(desk, about.person),
    }


def kept_about(desk: Desk, person: UUID) -> dict[str, UUID]:
    """Give what keeps the person from falling between."""
    (protocol,) = read_protocols(desk, person)
    application = apply_for_home(desk, person, NewApplication(provider="A landlord")).result
    wish = note_wish(desk, NewWish(person, "A room with a door", CHAIR)).result
    own_plan = begin_own_plan(desk, person).result
    (line,) = find_comms_about(desk, [person])[person]
    night = NewHolding((DayPart.NIGHT,), TODAY, by="Her sister")
    court = NewMove(ComingMoveKind.COURT, WEEK)
    return {
        "protocol_id": protocol.id,
        "step_id": protocol.steps[0].id,
        "application_id": application,
        "count_id": note_count(desk, person, said_by_acts.OWN["note_count"]["count"]).result,
        "constraint_id": note_constraint(desk, person, ConstraintKind.COUPLE).result,
        "holding_id": say_who_holds(desk, person, night).result[0],
        "move_id": add_coming_move(desk, person, court).result,
        "wish_id": wish,
        "own_plan_id": own_plan,
        "comms_id": line.id,
    }


def looked_for(desk: Desk, person: UUID) -> dict[str, UUID]:
    """Give what is kept of somebody nobody has found."""
    sheet = find_sheet(desk, TODAY)
    missing = read_person_missing(desk, person).missing
    assert sheet is not None
    assert missing is not None
    return {
        "day_sheet": sheet.id,
        "outreach_line_id": sheet.lines[0].id,
        "missing_id": missing.id,
    }


def details(about: dict[str, UUID]) -> dict[str, Any]:
    """Give whatever else acts ask for, by the names of their arguments."""
    return about | {
        "seen": 1,
        "reason": "Why",
        "name": "Pete",
        "note": "Note",
        "text": "Words",
        "disclosures": (),
        "what": "Help",
        "why": "Why",
        "view": "Mine",
        "spoken_by": "Me",
        "resolution": "Gone",
        "issuer": "NHS",
        "value": "8",
        "source": "A nurse",
        "died_on": TODAY,
        "on": WEEK,
        "to": WEEK + timedelta(days=3),
        "review_on": WEEK,
        "look_again_on": WEEK,
        "minutes": 3,
        "by": CHAIR,
        "professional_id": WORKER,
        "owner_id": WORKER,
        "agency_id": POLICE,
        "phase": CasePhase.BUILDING,
        "priority": PanelPriority.HIGH,
        "closing": Closing(CloseReason.ADMINISTRATIVE, "Note"),
        "agreement": Agreement(decided_by=CHAIR, reason="Agreed by telephone"),
        "said": WithPerson(Answer.YES, TODAY),
        "outcome": Outcome(ActionStatus.IN_PROGRESS),
        "reply": Reply(EscalationOutcome.RESOLVED, "Yes", "A commissioner"),
        "effect": Effect(EscalationEffect.NONE),
        "decided": Decided("Offer the room.", "It is warm.", how=DecidedHow.CHAIR),
        "order": [about["goal_id"]],
        "strength": StrengthKind.HOPES,
        "forum": Forum(ForumKind.CARE_PROGRAMME),
        "tie": Tie(RelationKind.FRIEND, name="Wenna"),
        "assessment": Assessment("ViST", TODAY),
        **asked.DETAILS,
        "thought": Thought("None expected", "They may stay away"),
        "answer": "From Monday",
        "told_by": "Kasia",
        "known": LastKnown(where="The quay"),
        "sheet_id": about["day_sheet"],
        "sharing": TOLD,
        "wanted": ReviewStatus.CLOSED,
    }


def acts(desk: Desk, about: dict[str, UUID]) -> dict[str, Callable[[], object]]:
    """Give every act about something of the person, ready to be tried from a desk."""
    found: dict[str, Callable[[], object]] = {}
    for act in _acts():
        parameters = list(inspect.signature(act).parameters.values())[1:]
        if not parameters or parameters[0].name not in about:
            continue
        known = details(about) | _own_details(act.__name__)
        given = {
            one.name: known[one.name]
            for one in parameters
            if (one.default is one.empty or one.name in _own_details(act.__name__))
            and one.kind is not one.VAR_KEYWORD
        }
        found[act.__name__] = partial(act, desk, **given, **_fields_of(act.__name__))
    found |= outreach_acts(desk, about)
    new = NewAction("Ring", WORKER, WEEK, about["person_id"])
    tried = NewContact(about["person_id"], NOON, ContactType.STREET, ContactResult.NOT_THERE)
    for name, wanted in (
        ("add_action", new),
        ("log_contact", tried),
        ("identify_barrier", NewBarrier(BarrierCategory.DEBT, about["person_id"])),
        ("note_wish", NewWish(about["person_id"], "A key", CHAIR)),
        ("agree_comms_line", NewCommsLine(about["person_id"], not_say="Anything")),
        ("raise_escalation", NewEscalation(barrier_id=about["barrier_id"])),
    ):
        (act,) = [one for one in _acts() if one.__name__ == name]
        found[name] = partial(act, desk, wanted)
    entry = RecordKind.GOAL, about["goal_id"], Sensitivity.RESTRICTED
    found["set_sensitivity"] = partial(set_sensitivity, desk, *entry, seen=1)
    part = Part(RecordKind.PERSON, about["person_id"], "address")
    said = partial(set_part_sensitivity, desk, part, Sensitivity.RESTRICTED, seen=0)
    found["set_part_sensitivity"] = said
    return found


def outreach_acts(desk: Desk, about: dict[str, UUID]) -> dict[str, Callable[[], object]]:
    """Give the acts on several people of a day's sheet, tried with this one."""
    line, person = about["outreach_line_id"], about["person_id"]
    came = [LineResult(line, ContactResult.NOT_THERE, NOON)]
    return {
        "make_sheet": partial(make_sheet, desk, WEEK, people=[person]),
        "assign_lines": partial(assign_lines, desk, [line], OFFICER),
        "enter_results": partial(enter_results, desk, about["day_sheet"], came),
    }


def _own_details(act: str) -> dict[str, Any]:
    return {**said_by_acts.OWN, **asked.OWN}.get(act, {})


def _fields_of(act: str) -> dict[str, Any]:
    """Give the fields of acts that take any."""
    return {
        "add_goal": {"own_words": "Sleep"},
        "record_offer": {"what": "Help"},
        "add_risk": {"text": "Fire", "person_told": Answer.YES},
        "add_warning": {"text": "Dog", "person_told": Answer.YES},
        "add_strength": {"text": "Sings"},
    }.get(act, {})


def _acts() -> Iterator[Callable[..., object]]:
    package = coordinator.casework
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if module.name.startswith(_OF_NOBODY):
            continue
        loaded = importlib.import_module(module.name)
        for name, found in inspect.getmembers(loaded, inspect.isfunction):
            left_out = _PLUMBING | _NO_WORD
            is_public = not name.startswith(("_", *_READS)) and name not in left_out
            first = next(iter(inspect.signature(found).parameters), "")
            if is_public and first == "desk" and found.__module__ == loaded.__name__:
                yield found


def heads_of(desk: Desk) -> int:
    """Count the acts in the journal: one more for anything that was done."""
    with desk.store.reading() as look:
        return len(look.history.acts(limit=10_000))


@pytest.mark.parametrize(
    ("who", "role", "agency"),
    [
        (CHAIR, Role.CHAIR, COUNCIL),
        (OFFICER, Role.COORDINATOR, COUNCIL),
        (WORKER, Role.LEAD_PROFESSIONAL, HEALTH),
        (WORKER, Role.REPRESENTATIVE, HOUSING),
        (OFFICER, Role.COMMISSIONER, HEALTH),
        (OFFICER, Role.AUDITOR, COUNCIL),
    ],
)
def test_nobody_acts_on_a_person_they_may_not_know_of(
    desk: Desk,
    told: Told,
    who: UUID,
    role: Role,
    agency: UUID,
) -> None:
    about = subjects(desk, told)
    exclude_agency(desk, told.person, agency_id=COUNCIL, reason="They asked for it")
    trying = acts(sitting(desk, who, role, agency), about)
    assert len(trying) > 60
    before = heads_of(desk)
    let_through = []
    for name, act in trying.items():
        try:
            act()
        except (WithheldError, NotPermittedError):
            continue
        except CoordinatorError as other:
            let_through.append(f"{name}: {other!r}")
        else:
            let_through.append(name)
    assert (let_through, heads_of(desk)) == ([], before)


def test_to_the_chair_who_may_know_them_nothing_of_it_is_withheld(
    desk: Desk,
    told: Told,
) -> None:
    about = subjects(desk, told)
    before = heads_of(desk)
    withheld = []
    for name, act in acts(sitting(desk, CHAIR, Role.CHAIR, COUNCIL), about).items():
        try:
            act()
        except (WithheldError, NotPermittedError):
            withheld.append(name)
        except CoordinatorError:
            continue  # a guard of its own: what was done before stands in its way
    assert withheld == []
    assert heads_of(desk) > before + 20
