"""What the small demo keeps around people: what they said, other forums, whom they are tied to."""

from typing import Any

from coordinator.casework.around import note_forum, note_tie
from coordinator.casework.assessments import note_assessment
from coordinator.casework.bases import record_basis
from coordinator.demo.story import Known, Stage, Told
from coordinator.domain.around import Forum, Tie
from coordinator.domain.assessments import Assessment
from coordinator.domain.lists.sharing import (
    Agreement,
    ForumKind,
    ForumStatus,
    RelationEffect,
    RelationKind,
)
from coordinator.domain.states import Answer


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
