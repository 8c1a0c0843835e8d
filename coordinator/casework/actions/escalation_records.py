"""Loading an escalation for an act, and writing its thread; shared by the acts of this package."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know import how_far
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.casework.panel.lines import lines_of
from coordinator.db.models import Escalation, EscalationEntry, Person
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import WithheldError
from coordinator.domain.lists.barriers import EscalationTrack
from coordinator.domain.lists.escalations import EscalationStep
from coordinator.domain.lists.panel import Topic
from coordinator.domain.need_to_know.rule import Entry, may_see
from coordinator.domain.panel.settings import LadderLevel, ladder_of
from coordinator.domain.people.rules import check_living


def ladder(look: Reading) -> tuple[LadderLevel, ...]:
    """Give the panel's ladder, lowest level first."""
    return ladder_of(lines_of(look, Topic.LADDER)[Topic.LADDER])


def shown_escalation(
    desk: Desk, look: Reading, escalation_id: UUID, *, seen: int | None = None
) -> Escalation:
    """Give an escalation the sitter may see; with `seen`, only as it was shown.

    Raises:
        MissingRecordError, WithheldError: No such escalation, or not theirs to see.
        StaleRecordError: It changed since.
    """
    found = look.get(Escalation, escalation_id)
    sensitivity = how_far.of_escalations(look, [found])[found.id]
    if found.person_id is not None:
        shown_person(desk, look, found.person_id, sensitivity)
    elif not may_see(desk.reader(look), Entry(None, sensitivity)):
        raise WithheldError(record=escalation_id)
    return look.get(Escalation, escalation_id, seen=seen)


def asking_escalation(
    desk: Desk, tx: Transaction, escalation_id: UUID, *, seen: int | None = None
) -> Escalation:
    """Give one that is about to ask somebody for something; nothing is asked for the dead.

    Raises:
        GuardError: `person-died`; as for `check_asking`.
        ReasonNeededError: As for `check_asking`.
        MissingRecordError, WithheldError, StaleRecordError: As for `shown_escalation`.
    """
    found = shown_escalation(desk, tx, escalation_id, seen=seen)
    if found.person_id is not None:
        check_living(tx.get(Person, found.person_id).died_on)
    check_asking(desk, tx, found.track, found.person_id)
    return found


def check_asking(desk: Desk, tx: Transaction, track: EscalationTrack, person: UUID | None) -> None:
    """Let something be asked for a person: that is work on them, and what is asked leaves.

    What goes past the ladder (999, section 42, MARAC) has no time for it: danger to life waits
    for no basis, and what was done about it is noted. Its paper waits all the same.

    Raises:
        GuardError, ReasonNeededError: As `check_work` has it.
    """
    if track is not EscalationTrack.SAFEGUARDING:
        check_work(desk, tx, person)


def entry_in(
    tx: Transaction,
    desk: Desk,
    escalation: Escalation,
    step: EscalationStep,
    texts: Sequence[str] = (),
    *,
    on: date | None = None,
) -> EscalationEntry:
    """Write one line of a thread inside an act; texts that say nothing are left out."""
    return tx.add(
        EscalationEntry(
            id=desk.new_id(),
            person_id=escalation.person_id,
            escalation_id=escalation.id,
            step=step,
            happened_on=on or desk.today(),
            recorded_at=desk.now(),
            recorded_by_id=desk.sitter.professional,
            text="\n".join(one.strip() for one in texts if one.strip()),
        )
    )
