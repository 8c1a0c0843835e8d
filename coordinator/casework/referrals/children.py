"""What is known of children around people, and what is answered for them at the decision."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from coordinator.casework.actions.agreeing import add_in
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sight import Sight
from coordinator.db.models import Action, ForumInvolvement, Person, Referral, Relationship
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.plans import ActionKind, ActionPriority
from coordinator.domain.people.children import KNOWS, Children, SafeguardingAnswer, check_answered
from coordinator.domain.states import ActionStatus
from coordinator.reference.working_days import add_working_days
from coordinator.wording.translation import _

_CAME_TO_NOTHING = frozenset(
    {ActionStatus.NOT_DONE, ActionStatus.COULD_NOT, ActionStatus.DECLINED}
)


def children_about(
    look: Reading, people: Collection[Person], sight: Sight | None = None
) -> Mapping[UUID, Children]:
    """Give what is known of children around each of these people.

    Args:
        look: Where to look.
        people: About whom.
        sight: What the readers may see; nothing where an act asks, which goes by all there is.
    """
    keys = [one.id for one in people]

    def seen(found: Iterable[ForumInvolvement | Relationship | Action]) -> list[UUID]:
        return [
            one.person_id
            for one in found
            if one.person_id is not None
            and _tells(one)
            and (sight is None or sight.sees(one.person_id, one.sensitivity))
        ]

    noted = seen(look.people.about(Relationship, keys))
    forums = look.people.about(ForumInvolvement, keys)
    told = {*seen(forums), *seen(look.paper_facts.safeguarding_about(keys))}
    return {
        one.id: Children(one.children_affected, noted.count(one.id), one.id in told)
        for one in people
    }


def children_of(look: Reading, person: UUID | None, sight: Sight) -> Children:
    """Give what is known of children around whom a line is about; nothing where that is nobody."""
    if person is None:
        return Children()
    return children_about(look, [look.get(Person, person)], sight)[person]


def _tells(one: ForumInvolvement | Relationship | Action) -> bool:
    """Whether it is a child, or something that shows that safeguarding knows."""
    if isinstance(one, Relationship):
        return one.is_child and one.ended_on is None
    if isinstance(one, ForumInvolvement):
        return one.forum in KNOWS
    return one.status not in _CAME_TO_NOTHING


def answer_for_children(
    desk: Desk,
    tx: Transaction,
    referral: Referral,
    answer: SafeguardingAnswer | None,
    meeting: UUID | None,
) -> None:
    """Keep what is answered for children when somebody is taken on.

    What was said stands with the screening, which no paper prints.

    Raises:
        ReasonNeededError: `children-safeguarding`: children may be affected, and nobody said
            whether safeguarding has been told.
        GuardError: The action would have no owner in post, or one who must not be told.
    """
    person = tx.get(Person, referral.person_id)
    check_answered(children_about(tx, [person])[person.id], answer)
    if answer is None:
        return
    if answer.told.strip():
        said = (referral.screening_note, answer.told.strip())
        referral.screening_note = "\n".join(filter(None, said))
    if answer.sets_action:
        add_in(tx, desk, _telling(desk, tx, person.id, meeting))


def _telling(desk: Desk, tx: Transaction, person: UUID, meeting: UUID | None) -> NewAction:
    panel = tx.paper_facts.panel()
    owner = panel.coordinator_id if panel is not None else None
    return NewAction(
        _("Tell children's safeguarding that children may be affected"),
        owner or desk.sitter.professional,
        add_working_days(desk.today(), 1),
        person_id=person,
        meeting_id=meeting,
        kind=ActionKind.SAFEGUARDING,
        priority=ActionPriority.URGENT,
    )
