"""How far what hangs on other entries may travel: no further than any of them.

What stops an action or a goal tells of it, and what is asked about a barrier tells of both.
"""

from collections.abc import Collection, Mapping
from uuid import UUID

from coordinator.db.models import Action, Barrier, Escalation, Goal
from coordinator.db.transaction import Reading
from coordinator.domain.need_to_know.rule import strictest
from coordinator.domain.states import Sensitivity


def of_barriers(look: Reading, barriers: Collection[Barrier]) -> Mapping[UUID, Sensitivity]:
    """Say of each barrier how far it may travel."""
    actions = look.get_to_judge(Action, [one.action_id for one in barriers if one.action_id])
    goals = look.get_to_judge(Goal, [one.goal_id for one in barriers if one.goal_id])
    found = {}
    for one in barriers:
        action = actions.get(one.action_id) if one.action_id else None
        goal = goals.get(one.goal_id) if one.goal_id else None
        stopped = [each.sensitivity for each in (action, goal) if each is not None]
        found[one.id] = strictest(one.sensitivity, *stopped)
    return found


def of_escalations(
    look: Reading, escalations: Collection[Escalation]
) -> Mapping[UUID, Sensitivity]:
    """Say of each escalation how far it may travel."""
    asked = [one.barrier_id for one in escalations if one.barrier_id]
    barriers = of_barriers(look, look.get_to_judge(Barrier, asked).values())
    standard = Sensitivity.STANDARD
    return {
        one.id: strictest(
            one.sensitivity, barriers.get(one.barrier_id, standard) if one.barrier_id else standard
        )
        for one in escalations
    }
