"""What is done about a priority of a place plan: an action like every other, about no person."""

from uuid import UUID

from coordinator.casework.actions.agreeing import add_in
from coordinator.casework.actions.enforcement import check_thought_through, keep_thought
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.places.nameless import check_nameless
from coordinator.casework.places.plans import priority_to_change
from coordinator.db.models import Action, ActionTie
from coordinator.domain.actions import rules as action_rules
from coordinator.domain.actions.enforcement import Thought, check_thought
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.outcomes import Done
from coordinator.domain.places import rules
from coordinator.domain.places.rules import ACTION_TEXTS, NewPlaceAction, PlaceActionWords
from coordinator.domain.roles import Right


def agree_place_action(
    desk: Desk, priority_id: UUID, new: NewPlaceAction, *, nobody_is_meant: bool = False
) -> Done[UUID]:
    """Agree what one named professional does about a priority, by when, and how that is measured.

    Raises:
        InvalidFieldsError: Words, owner, date or measure are missing or cannot be, or somebody on
            file is named.
        GuardError: `place-plan-ended`, `ended-already`; or as for `add_action`.
        MissingRecordError: No such priority or owner.
    """
    with desk.act(Right.DECIDE) as tx:
        rules.check_action(new)
        priority, plan = priority_to_change(tx, priority_id)
        fields = {"text": new.text, "measure": new.measure, **_thoughts(new.thought)}
        why = check_nameless(desk, tx, plan, fields, ACTION_TEXTS, nobody_is_meant=nobody_is_meant)
        action = add_in(tx, desk, _action(new))
        tx.add(
            ActionTie(
                id=desk.new_id(),
                action_id=action.id,
                priority_id=priority.id,
                measure=new.measure.strip(),
            )
        )
        tx.journal("place_action.agreed", record=action.id, reason=why)
    return Done(action.id, tx.changes)


def describe_place_action(
    desk: Desk,
    action_id: UUID,
    *,
    seen: int,
    words: PlaceActionWords,
    nobody_is_meant: bool = False,
) -> Done[int]:
    """Say better what is done about a priority, and how that is measured; gives the new revision.

    Owner, date and outcome change as those of every other action.

    Raises:
        InvalidFieldsError: Either is missing, one of two effects is, or somebody on file is named.
        GuardError: `place-plan-ended`; it has come to its outcome; `enforcement-check-needed`: its
            words name a measure against somebody now, and nobody has said what that does.
        StaleRecordError, MissingRecordError: As elsewhere; it belongs to no place plan.
    """
    with desk.act(Right.DECIDE) as tx:
        said = {"text": words.text.strip(), "measure": words.measure.strip()}
        rules.check_action_words(said)
        if words.thought is not None:
            check_thought(words.thought)
        action = tx.get(Action, action_id)
        tie, plan = tx.places.tie_of(action.id), tx.places.plans_of([action.id]).get(action.id)
        if tie is None or plan is None:
            raise MissingRecordError(what="place_plan", key=str(action_id))
        rules.check_may_change(plan.status)
        action_rules.check_open(action.status)
        fields = said | _thoughts(words.thought)
        why = check_nameless(desk, tx, plan, fields, ACTION_TEXTS, nobody_is_meant=nobody_is_meant)
        put(tx, action, seen=seen, fields={"text": said["text"]})
        keep_thought(tx, desk, action, words.thought)
        check_thought_through(tx, action)
        tie.measure = said["measure"]
        tx.journal("place_action.described", record=action.id, reason=why)
    return Done(action.revision, tx.changes)


def _thoughts(thought: Thought | None) -> dict[str, str]:
    if thought is None:
        return {}
    said = (thought.victim_effect, thought.engagement_effect)
    return dict(zip(("victim_effect", "engagement_effect"), said, strict=True))


def _action(new: NewPlaceAction) -> NewAction:
    return NewAction(
        text=new.text,
        owner_id=new.owner_id,
        due_on=new.due_on,
        coworkers=new.coworkers,
        kind=new.kind,
        priority=new.priority,
        meeting_id=new.meeting_id,
        thought=new.thought,
    )
