"""What may still be written about somebody who has died: who is told, and a correction."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import shown_person, visible
from coordinator.db.models import DeathNotice, Person
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.outcomes import Done
from coordinator.domain.people import deaths as rules
from coordinator.domain.people.deaths import DeathCard, NoticeRow
from coordinator.domain.people.rules import check_person
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right, may


def read_death(desk: Desk, person_id: UUID) -> DeathCard | None:
    """Show what is known of a death and who was told; nothing of somebody who lives.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        person = shown_person(desk, look, person_id)
        if person.died_on is None:
            return None
        return DeathCard(
            person=person_id,
            died_on=person.died_on,
            source=person.death_source,
            review=person.death_review,
            notices=tuple(_row(one) for one in look.retention.notices(person_id)),
            may_correct=may(desk.sitter.role, Right.DECIDE),
        )


def find_who_died(desk: Desk, people: Collection[UUID]) -> frozenset[UUID]:
    """Tell who has died, of those of them the sitter may see: nobody is chased about them."""
    with desk.read() as look:
        found = look.get_many(Person, sorted(visible(look, desk.reader(look), people)))
        return frozenset(key for key, one in found.items() if one.died_on is not None)


def note_whom_to_tell(desk: Desk, person_id: UUID, *, who: str, phone: str = "") -> Done[UUID]:
    """Note somebody who has to hear that the person died.

    Raises:
        InvalidFieldsError: `who` is `required`.
        GuardError: `not-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    rules.check_notice(who)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        rules.check_died(shown_person(desk, tx, person_id).died_on)
        made = tx.add(
            DeathNotice(
                id=desk.new_id(), person_id=person_id, who=who.strip(), phone=phone.strip()
            )
        )
        tx.journal("death_notice.noted", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def note_told(
    desk: Desk,
    notice_id: UUID,
    *,
    told_on: date | None,
    told_by: str,
    note: str = "",
    seen: int,
) -> Done[int]:
    """Note that somebody was told of the death, when and by whom; gives the new revision.

    Raises:
        InvalidFieldsError: The day or who told them is missing, or the day cannot be.
        GuardError: `not-died`.
        MissingRecordError, StaleRecordError, WithheldError: As everywhere.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        row, died_on = _of_dead(desk, tx, notice_id)
        rules.check_told(told_on, told_by, died_on, desk.today())
        said = {"told_on": told_on, "told_by": told_by.strip(), "note": note.strip()}
        put(tx, row, seen=seen, fields=said)
        tx.journal("death_notice.told", record=row.id, scope=row.person_id)
    return Done(row.revision, tx.changes)


def drop_notice(desk: Desk, notice_id: UUID, *, reason: str = "") -> Done[None]:
    """Take somebody off the list of whom to tell.

    Raises:
        GuardError: `not-died`.
        MissingRecordError, WithheldError: No such line, or the person is not theirs to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        row, _died_on = _of_dead(desk, tx, notice_id)
        row.removed = True
        tx.journal("death_notice.dropped", record=row.id, scope=row.person_id, reason=reason)
    return Done(None, tx.changes)


def correct_after_death(
    desk: Desk, person_id: UUID, *, seen: int, reason: str, **fields: Any
) -> Done[int]:
    """Put right what is kept about somebody who has died, saying why; gives the new revision.

    Raises:
        ReasonNeededError: `corrected-after-death`.
        InvalidFieldsError: Something cannot be true.
        GuardError: `not-died`: correct it in the usual way.
        MissingRecordError, StaleRecordError, WithheldError: As everywhere.
    """
    need_reason(reason, "corrected-after-death")
    with desk.act(Right.DECIDE) as tx:
        person = shown_person(desk, tx, person_id)
        rules.check_died(person.died_on)
        known = {name: getattr(person, name) for name in ("given_name", "family_name")}
        check_person({**known, **fields}, desk.today())
        put(tx, person, seen=seen, fields=fields)
        tx.journal(
            "person.corrected_after_death", record=person.id, scope=person.id, reason=reason
        )
    return Done(person.revision, tx.changes)


def _row(one: DeathNotice) -> NoticeRow:
    return NoticeRow(one.id, one.revision, one.who, one.phone, one.told_on, one.told_by, one.note)


def _of_dead(desk: Desk, tx: Transaction, notice_id: UUID) -> tuple[DeathNotice, date]:
    row = tx.get(DeathNotice, notice_id)
    return row, rules.check_died(_person(desk, tx, row).died_on)


def _person(desk: Desk, look: Reading, row: DeathNotice) -> Person:
    return shown_person(desk, look, row.person_id)
