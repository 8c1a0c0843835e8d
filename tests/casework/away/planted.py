"""A lead professional's person with everything beside them that must not go along."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.people.around import note_tie
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.entering import add_alias, add_identifier, correct_person
from coordinator.casework.people.safety import add_risk, add_strength, add_warning
from coordinator.casework.plans.goals import add_goal
from coordinator.db.models import Professional
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.sharing import RelationKind
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.around import Tie
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.roles import Right
from coordinator.domain.states import Answer, Sensitivity
from tests.casework.entries_on_file import a_person, a_plan, case_of
from tests.stores import HOUSING, NURSE, TODAY, WORKER

SECRETS = (
    "zircon", "topazine", "beryline", "garnetine", "opaline", "jadeite", "obsidian", "malachite",
    "Polglaze", "Tamsyn", "Penhaligon", "Denzil", "Wrasse", "07700 900555", "onyxine",
)  # fmt: skip
"""Words of what must not go along with Kezia to a worker of Kerrow Homes, however it is kept."""
SHARED = ("porridge", "hostel", "Kezia", "Trelawny", "kittiwake", "turnstone")
"""Words of what goes along."""
R, _OPEN = Sensitivity.RESTRICTED, Sensitivity.STANDARD


@dataclass(frozen=True)
class Planted:
    """Who is on file: the one who goes along, and others."""

    kezia: UUID
    tamsyn: UUID
    denzil: UUID
    case: UUID
    plan: UUID
    goal: UUID


def planted(desk: Desk) -> Planted:
    """Put everybody on file, their lead agreed, secrets in every kind of place."""
    kezia = a_person(desk)
    tamsyn, denzil = a_person(desk, "Tamsyn", "Polglaze"), a_person(desk, "Denzil", "Penhaligon")
    add_alias(desk, denzil, "Wrasse")
    exclude_agency(desk, denzil, agency_id=HOUSING, reason="works beside his brother")
    case, plan = case_of(desk, kezia), a_plan(desk, kezia)
    agree_lead(desk, case, WORKER)
    agree_lead(desk, case_of(desk, tamsyn), NURSE)
    goal = add_goal(desk, plan, own_words="A cup of porridge every day", panel_words="").result
    _notes(desk, kezia, goal, tamsyn)
    _parts(desk, kezia)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, NURSE).phone = "07700 900555"
        tx.journal("test.arranged")
    return Planted(kezia, tamsyn, denzil, case, plan, goal)


def _notes(desk: Desk, kezia: UUID, goal: UUID, tamsyn: UUID) -> None:
    told: Any = {"person_told": Answer.YES}
    add_warning(desk, kezia, text="Ring before you go to the hostel", source="police", **told)
    add_warning(desk, kezia, text="zircon", sensitivity=R, **told)
    add_risk(desk, kezia, text="topazine", sensitivity=Sensitivity.THIRD_PARTY, **told)
    add_risk(desk, kezia, text="Owes money to Tamsyn Polglaze", **told)
    add_strength(desk, kezia, text="Knew Wrasse from school, and looks after a lighthouse")
    add_strength(desk, kezia, text="Feeds the kittiwake")
    add_identifier(desk, kezia, issuer="Probation", value="beryline", sensitivity=R)
    log_contact(
        desk, _contact(desk, kezia, note="Well, met a turnstone", restricted_note="opaline")
    )
    log_contact(desk, replace(_contact(desk, kezia, note="garnetine"), sensitivity=R))
    add_action(desk, _action(kezia, "Ring the hostel", goal_id=goal))
    add_action(desk, _action(kezia, "jadeite", sensitivity=R))
    note_tie(desk, kezia, Tie(RelationKind.PARENT, other=tamsyn, sensitivity=_OPEN))


def _parts(desk: Desk, kezia: UUID) -> None:
    seen = correct_person(desk, kezia, seen=1, address="9 onyxine").result
    seen = correct_person(desk, kezia, seen=seen, address="3 obsidian").result
    correct_person(desk, kezia, seen=seen, usual_places="By the lighthouse with Denzil Penhaligon")
    set_part_sensitivity(desk, Part(RecordKind.PERSON, kezia, "address"), R, seen=0)


def _contact(desk: Desk, kezia: UUID, **fields: Any) -> NewContact:
    return NewContact(
        kezia, desk.now(), ContactType.STREET, ContactResult.MET_BRIEF, WORKER, **fields
    )


def _action(kezia: UUID, text: str, **fields: Any) -> NewAction:
    return NewAction(text=text, owner_id=WORKER, due_on=TODAY, person_id=kezia, **fields)


def a_contact_with(desk: Desk, person: UUID, **fields: Any) -> NewContact:
    """A short meeting in the street, noted by whoever sits there."""
    fields = {"worker_id": None, **fields}
    return NewContact(person, desk.now(), ContactType.STREET, ContactResult.MET_BRIEF, **fields)
