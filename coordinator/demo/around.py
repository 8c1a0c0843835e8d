"""What the small demo keeps around people: what they said, other forums, whom they are tied to."""

from typing import Any

from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.people.around import note_forum, note_tie
from coordinator.casework.people.assessments import note_assessment
from coordinator.casework.people.entering import add_alias, correct_person
from coordinator.db.models import Person
from coordinator.demo.story import Known, Stage, Told
from coordinator.domain.lists.sharing import (
    Agreement,
    ForumKind,
    ForumStatus,
    RelationEffect,
    RelationKind,
)
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.around import Forum, Tie
from coordinator.domain.people.assessments import Assessment
from coordinator.domain.states import Answer, Sensitivity


def keep_around(stage: Stage, known: Known) -> None:
    """Record what somebody said when asked, their capacity, and what stands around them."""
    told, desk = known.told, stage.desk
    if said := _said(stage, told):
        record_basis(desk, known.person, **said)
    for one in told.get("forums", ()):
        forum = Forum(
            ForumKind(one["forum"]),
            status=ForumStatus(one["status"]),
            status_on=desk.today(),
            reference=one.get("reference", ""),
            contact=one.get("contact", ""),
        )
        note_forum(desk, known.person, forum)
    for one in told.get("assessed", ()):
        kept = Assessment(
            one["tool"],
            desk.today(),
            one["result"],
            one.get("by", ""),
            held_where=one.get("held", ""),
        )
        note_assessment(desk, known.person, kept)
    for one in told.get("ties", ()):
        note_tie(desk, known.person, _tie(one))
    if name := told.get("kept_name"):
        add_alias(desk, known.person, name, sensitivity=Sensitivity.RESTRICTED)
    if address := told.get("refuge"):
        _hide_where(stage, known, address)


def _hide_where(stage: Stage, known: Known, address: str) -> None:
    """Note where somebody is safe, for those alone who have to know."""
    desk = stage.desk
    with desk.read() as look:
        seen = look.get(Person, known.person).revision
    correct_person(desk, known.person, seen=seen, address=address)
    part = Part(RecordKind.PERSON, known.person, "address")
    set_part_sensitivity(desk, part, Sensitivity.SERIOUS_HARM, seen=0)


def _said(stage: Stage, told: Told) -> dict[str, Any]:
    today = stage.desk.today()
    said: dict[str, Any] = {}
    if "agrees" in told:
        said |= {
            "asked_to_agree": Agreement(told["agrees"]),
            "agreed_on": today,
            "agreement": told["agreement"],
        }
    if "capacity" in told:
        said |= {
            "capacity_decision": told["capacity"],
            "capacity_found": Answer.YES,
            "capacity_on": today,
            "capacity_by": told["capacity_by"],
            "advocate": told["advocate"],
        }
    return said


def _tie(one: Told) -> Tie:
    return Tie(
        RelationKind(one["relation"]),
        name=one["name"],
        effect=RelationEffect(one["effect"]) if "effect" in one else None,
        not_discussed_with=one.get("not_discussed", False),
        is_child=one.get("child", False),
        note=one.get("note", ""),
    )
