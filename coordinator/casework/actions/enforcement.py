"""What was thought of before something is done against somebody; imported actions are told later.

An action that people agree here is refused without it (`casework.actions.agreeing`). One that
comes in with a spreadsheet was agreed elsewhere: it is kept, and stands on its plan as not thought
through until somebody says it with `record_thought`.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import living_person, shown_person
from coordinator.db.models import Action, EnforcementCheck, Professional
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.actions import enforcement as rules
from coordinator.domain.actions.enforcement import Thought, ThoughtRow, is_against
from coordinator.domain.actions.rules import check_open
from coordinator.domain.errors import GuardError, WithheldError
from coordinator.domain.need_to_know.rule import Entry, may_see
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right


def record_thought(desk: Desk, action_id: UUID, thought: Thought) -> Done[None]:
    """Say what an action does for victims and for engagement; a later thought stands beside it.

    Raises:
        InvalidFieldsError: One of the two is empty.
        GuardError: `action-closed`, `person-died`.
        MissingRecordError, WithheldError: No such action, or not theirs to see.
    """
    rules.check_thought(thought)
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = _shown(desk, tx, action_id)
        if action.person_id is not None:
            living_person(desk, tx, action.person_id, action.sensitivity)
        check_open(action.status)
        keep_thought(tx, desk, action, thought)
        tx.journal("action.thought_through", record=action.id, scope=action.person_id)
    return Done(None, tx.changes)


def keep_thought(tx: Transaction, desk: Desk, action: Action, thought: Thought | None) -> None:
    """Keep what was thought of, if anything, inside another act, which journals it."""
    if thought is None:
        return
    tx.add(
        EnforcementCheck(
            id=desk.new_id(),
            person_id=action.person_id,
            action_id=action.id,
            victim_effect=thought.victim_effect.strip(),
            engagement_effect=thought.engagement_effect.strip(),
            checked_on=desk.today(),
            checked_by_id=desk.sitter.professional,
        )
    )


def carry_thoughts(tx: Transaction, desk: Desk, was: Action, now: Action) -> Action:
    """Let what was thought of before an action stand with the one that goes on from it."""
    tx.session.flush()  # its continuation is there before anything refers to it
    for one in tx.voice.checks_of([was.id])[-1:]:
        tx.add(
            EnforcementCheck(
                id=desk.new_id(),
                person_id=now.person_id,
                action_id=now.id,
                victim_effect=one.victim_effect,
                engagement_effect=one.engagement_effect,
                checked_on=one.checked_on,
                checked_by_id=one.checked_by_id,
            )
        )
    return now


def check_thought_through(look: Reading, action: Action) -> None:
    """Refuse an action against somebody of which nobody has said what it does.

    Raises:
        GuardError: `enforcement-check-needed`.
    """
    if is_against(action.action_kind, action.text) and not look.voice.checks_of([action.id]):
        raise GuardError("enforcement-check-needed")


def thoughts_of(look: Reading, actions: Iterable[Action]) -> Mapping[UUID, ThoughtRow]:
    """Give what was thought of last before those of these actions that need it."""
    wanted = [one.id for one in actions if is_against(one.action_kind, one.text)]
    found = look.voice.checks_of(wanted) if wanted else []
    posts = look.get_many(Professional, [one.checked_by_id for one in found])
    return {
        one.action_id: ThoughtRow(
            one.action_id,
            one.victim_effect,
            one.engagement_effect,
            one.checked_on,
            posts[one.checked_by_id].name if one.checked_by_id in posts else "",
        )
        for one in found
    }


def _shown(desk: Desk, tx: Transaction, action_id: UUID) -> Action:
    action = tx.get(Action, action_id)
    if action.person_id is not None:
        shown_person(desk, tx, action.person_id, action.sensitivity)
    elif not may_see(desk.reader(tx), Entry(None, action.sensitivity)):
        raise WithheldError(record=action_id)
    return action
