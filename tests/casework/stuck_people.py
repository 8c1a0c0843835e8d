"""Something that is stuck, for tests: somebody on file, an action, a barrier, an escalation."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.barriers import find_barriers
from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.escalations.raising import change_draft, raise_escalation
from coordinator.casework.escalations.reading import read_escalation
from coordinator.casework.escalations.sending import send_escalation
from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.escalations.rules import NewEscalation, Reply
from coordinator.domain.escalations.views import EscalationRow, EscalationStory
from coordinator.domain.lists.barriers import BarrierCategory, EscalationOutcome
from coordinator.domain.states import ActionStatus, Sensitivity
from tests.casework.entries_on_file import a_person
from tests.stores import WORKER

ASK = "Offer one of the two rooms kept free for winter until March."
PARTLY = Reply(
    EscalationOutcome.PARTLY,
    "A room until the end of January.",
    "Head of housing",
    conditions="With a visit each week.",
)


@dataclass
class Stuck:
    """One person with an action that could not be done."""

    desk: Desk
    person: UUID
    action: UUID

    @property
    def barrier(self) -> BarrierRow:
        """What stopped it."""
        (found,) = find_barriers(self.desk, [self.person], open_only=False)[self.person]
        return found

    def escalate(self, level: int | None = None) -> UUID:
        """Draft an escalation that says everything."""
        new = NewEscalation(
            barrier_id=self.barrier.id,
            level=level,
            receiver="Jowan Penrose",
            receiver_role="Head of service",
            ask=ASK,
            options=("A room until March", "A deposit"),
            risk_if_nothing="Another winter outside.",
        )
        return raise_escalation(self.desk, new).result.id

    def asked(self, level: int | None = None, respond_by: date | None = None) -> UUID:
        """Send one that says everything."""
        key = self.escalate(level)
        send_escalation(self.desk, key, seen=1, respond_by=respond_by)
        return key

    def send(self, key: UUID) -> None:
        """Name who is asked on a draft that went up, and send it."""
        receiver = {"receiver": "Somebody higher up", "ask": ASK}
        seen = change_draft(self.desk, key, seen=self.row(key).revision, **receiver).result
        send_escalation(self.desk, key, seen=seen.revision)

    def story(self, key: UUID) -> EscalationStory:
        """Read one whole."""
        return read_escalation(self.desk, key)

    def row(self, key: UUID) -> EscalationRow:
        """Read one as lists have it."""
        return self.story(key).row


def stuck(
    desk: Desk,
    *,
    sensitivity: Sensitivity = Sensitivity.STANDARD,
    escalate: bool = False,
    category: BarrierCategory = BarrierCategory.HOUSING_REFUSED,
) -> Stuck:
    """Let an action come to nothing because something is in the way."""
    person = a_person(desk)
    new = NewAction(
        "Find a room", WORKER, desk.today() + timedelta(days=7), person, sensitivity=sensitivity
    )
    action = add_action(desk, new).result
    could_not = Outcome(
        ActionStatus.COULD_NOT,
        barrier=category,
        barrier_details="The landlord refuses dogs.",
        escalate=escalate,
    )
    set_outcome(desk, action, could_not, seen=1)
    return Stuck(desk, person, action)
