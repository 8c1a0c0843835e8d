"""What is stuck in the small demo, played week by week through the acts themselves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.escalations.answering import answer_escalation, close_escalation
from coordinator.casework.escalations.climbing import move_to_next_level
from coordinator.casework.escalations.raising import change_draft, raise_escalation
from coordinator.casework.escalations.sending import (
    acknowledge_escalation,
    chase_escalation,
    send_escalation,
)
from coordinator.casework.stuck.gaps import (
    decide_gap,
    link_barrier,
    put_to_commissioner,
    raise_gap,
    turn_into_gap,
)
from coordinator.db.models import Barrier, Escalation, Gap
from coordinator.demo.sitting import seen
from coordinator.demo.story import Known, Stage, Told
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.escalations.rules import Effect, NewEscalation, Reply
from coordinator.domain.lists.barriers import EscalationOutcome, EscalationTrack
from coordinator.domain.lists.escalations import EscalationEffect, GapTheme
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.states import BarrierStatus
from coordinator.domain.stuck.gaps import Commissioner, Decision, NewGap
from coordinator.reference.working_days import add_working_days


@dataclass(slots=True)
class Stuck:
    """The stage, everybody by key, and what earlier steps left for later ones."""

    stage: Stage
    people: Mapping[str, Known]
    made: dict[str, UUID] = field(default_factory=dict)

    def person(self, told: Told) -> UUID:
        """Give whom a step is about."""
        return self.people[told["person"]].person


Step = Callable[[Stuck, Told], None]


def receiver(stuck: Stuck, told: Told) -> dict[str, object]:
    """Say who is asked: somebody in the directory, or a name with a post."""
    if "to" in told:
        return {"receiver_id": stuck.stage.posts[told["to"]]}
    return {"receiver": told["to_name"], "receiver_role": told["to_role"]}


def barrier_of(stuck: Stuck, told: Told) -> UUID:
    """Find what stands in somebody's way: the last that was named."""
    with stuck.stage.desk.read() as look:
        return look.barriers.of_people([stuck.person(told)], open_only=True)[-1].id


def send(stuck: Stuck, told: Told, escalation: UUID) -> None:
    """Send it, to be answered so many working days later."""
    desk = stuck.stage.desk
    until = add_working_days(desk.today(), told["days"]) if "days" in told else None
    send_escalation(desk, escalation, seen=_seen(stuck, escalation), respond_by=until)
    stuck.made[told["key"]] = escalation


def ask(stuck: Stuck, told: Told, barrier: UUID) -> None:
    """Raise an escalation of a barrier and send it."""
    new = NewEscalation(
        barrier_id=barrier,
        level=told["level"],
        authority=told.get("authority", ""),
        ask=told["ask"],
        options=tuple(told.get("options", ())),
        agency_position=told.get("position", ""),
        impact=told.get("impact", ""),
        risk_if_nothing=told.get("risk", ""),
        **receiver(stuck, told),  # type: ignore[arg-type]
    )
    send(stuck, told, raise_escalation(stuck.stage.desk, new).result.id)


def _raise(stuck: Stuck, told: Told) -> None:
    ask(stuck, told, barrier_of(stuck, told))


def _climb(stuck: Stuck, told: Told) -> None:
    desk, before = stuck.stage.desk, stuck.made[told["key"]]
    chase_escalation(desk, before, text=told["note"])
    made = move_to_next_level(desk, before, seen=_seen(stuck, before)).result
    fields = {**receiver(stuck, told), "authority": told.get("authority", "")}
    change_draft(desk, made.id, seen=made.revision, **fields)
    send(stuck, told, made.id)


def _chase(stuck: Stuck, told: Told) -> None:
    chase_escalation(stuck.stage.desk, stuck.made[told["key"]], text=told["note"])


def _answer(stuck: Stuck, told: Told) -> None:
    reply = Reply(
        outcome=EscalationOutcome(told["outcome"]),
        text=told["said"],
        by=told["by"],
        conditions=told.get("conditions", ""),
    )
    one = stuck.made[told["key"]]
    answer_escalation(stuck.stage.desk, one, reply, seen=_seen(stuck, one))


def _act(stuck: Stuck, told: Told) -> None:
    known, desk = stuck.people[told["person"]], stuck.stage.desk
    action = NewAction(
        text=told["text"],
        owner_id=stuck.stage.posts[told["owner"]],
        due_on=desk.today() + timedelta(days=told["in_days"]),
        person_id=known.person,
        case_id=known.case,
        kind=ActionKind.ACCOMMODATION,
    )
    stuck.made[f"{told['key']} action"] = add_action(desk, action).result


def _close(stuck: Stuck, told: Told) -> None:
    one, action = stuck.made[told["key"]], stuck.made.get(f"{told['key']} action")
    effect = Effect(EscalationEffect(told["effect"]), told["words"], action)
    barrier = BarrierStatus(told["barrier"]) if "barrier" in told else None
    close_escalation(stuck.stage.desk, one, effect, seen=_seen(stuck, one), barrier=barrier)


def _safeguarding(stuck: Stuck, told: Told) -> None:
    new = NewEscalation(
        track=EscalationTrack.SAFEGUARDING,
        person_id=stuck.person(told),
        ask=told["ask"],
        risk_if_nothing=told["risk"],
        respond_by=stuck.stage.desk.today(),
        **receiver(stuck, told),  # type: ignore[arg-type]
    )
    made = raise_escalation(stuck.stage.desk, new).result
    send(stuck, told, made.id)
    acknowledge_escalation(stuck.stage.desk, made.id, seen=_seen(stuck, made.id))


def _gap(stuck: Stuck, told: Told) -> None:
    desk, barrier, one = stuck.stage.desk, barrier_of(stuck, told), stuck.made[told["escalation"]]
    with desk.read() as look:
        revision = look.get(Barrier, barrier).revision
    gap = turn_into_gap(
        desk, barrier, seen=revision, new=_new_gap(told), resolution=told["meanwhile"]
    ).result
    _put(stuck, told, gap)
    effect = Effect(EscalationEffect.GAP_RAISED, told["title"])
    close_escalation(desk, one, effect, seen=_seen(stuck, one))


def _gap_alone(stuck: Stuck, told: Told) -> None:
    gap = stuck.made[told["key"]] = raise_gap(stuck.stage.desk, _new_gap(told)).result
    _put(stuck, told, gap)
    on = stuck.stage.desk.today()
    decision = Decision(told["decision"], told["commissioner"], on)
    decide_gap(stuck.stage.desk, gap, decision, seen=seen(stuck.stage, Gap, gap))


def _feeds(stuck: Stuck, told: Told) -> None:
    link_barrier(stuck.stage.desk, barrier_of(stuck, told), gap_id=stuck.made[told["gap"]])


def _new_gap(told: Told) -> NewGap:
    return NewGap(
        title=told["title"],
        theme=GapTheme(told["theme"]) if "theme" in told else None,
        affected_besides=told["besides"],
        evidence=told["evidence"],
        cost=told.get("cost", ""),
        workaround=told.get("workaround", ""),
        reusable="workaround" in told,
    )


def _put(stuck: Stuck, told: Told, gap: UUID) -> None:
    who = Commissioner(name=told["commissioner"], role=told["role"])
    put_to_commissioner(stuck.stage.desk, gap, who, seen=seen(stuck.stage, Gap, gap))


def _seen(stuck: Stuck, escalation: UUID) -> int:
    return seen(stuck.stage, Escalation, escalation)


STEPS: Mapping[str, Step] = {
    "raise": _raise,
    "climb": _climb,
    "chase": _chase,
    "answer": _answer,
    "act": _act,
    "close": _close,
    "safeguarding": _safeguarding,
    "gap": _gap,
    "gap_alone": _gap_alone,
    "feeds": _feeds,
}
