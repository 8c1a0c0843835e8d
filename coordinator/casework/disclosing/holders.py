"""Who holds papers about somebody: every copy still out, and which are to be asked back."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.disclosing.reading import disclosure_rows
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.retention.deciding import retention_rules
from coordinator.db.models import Basis, Disclosure, DisclosureEnd, Meeting
from coordinator.db.transaction import Reading
from coordinator.domain.disclosing.holders import Copy, Held, Since, WhyBack, why_back
from coordinator.domain.disclosing.log import PACKS
from coordinator.domain.disclosing.packs import KEPT_FOR
from coordinator.domain.outcomes import Done
from coordinator.domain.panel.settings import RetentionRule
from coordinator.domain.retention import copy_due_on
from coordinator.domain.roles import Right
from coordinator.domain.states import BasisStatus
from coordinator.domain.texts import is_blank

_PACK = "pack"


def read_holders(desk: Desk, person_id: UUID) -> tuple[Held, ...]:
    """List every copy about somebody that an agency holds, newest first, with why it should not.

    Raises:
        NotPermittedError: The role does not read the log.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(Right.READ_AUDIT) as look:
        shown_person(desk, look, person_id)
        out = _still_out(look, person_id)
        why = _why(look, person_id, out, desk.today())
        return tuple(
            Held(row, why[row.id]) for row in disclosure_rows(desk, look, out) if row.id in why
        )


def count_to_ask_back(look: Reading, person_id: UUID, today: date) -> int:
    """Count the copies about somebody that should come back and were not asked for yet."""
    out = _still_out(look, person_id)
    why = _why(look, person_id, out, today)
    ends = look.disclosures.ends([one.id for one in out])
    asked = {key for key, end in ends.items() if end.asked_on is not None}
    return sum(1 for one in out if why[one.id] and one.id not in asked)


def ask_back_copies(
    desk: Desk, person_id: UUID, disclosures: Collection[UUID]
) -> Done[tuple[UUID, ...]]:
    """Note that copies about somebody were asked back, today; those asked for before stay so.

    Raises:
        NotPermittedError: The role may not send anything out.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.act(Right.EXPORT_PANEL) as tx:
        shown_person(desk, tx, person_id)
        out = [one.id for one in tx.disclosures.still_out(person_id) if one.id in disclosures]
        known = tx.disclosures.ends(out)
        asked = []
        for one in out:
            end = known.get(one) or tx.add(DisclosureEnd(id=desk.new_id(), disclosure_id=one))
            if end.asked_on is None:
                end.asked_on = desk.today()
                asked.append(one)
        tx.journal("disclosure.asked_back", record=person_id, scope=person_id)
    return Done(tuple(asked), tx.changes)


def _still_out(look: Reading, person: UUID) -> list[Disclosure]:
    """Give the copies others hold; a work pack only as long as none newer took its place.

    One with the same person in it took it at once. One without them did when it was opened: from
    then on nothing of them is in the store it was for.
    """
    found = look.disclosures.still_out(person)
    packs = [one.sha256 for one in found if one.paper in PACKS]
    newer = look.packs.replacing(packs) if packs else {}
    gone = {
        content
        for content, made in newer.items()
        if any(person.hex in one.people or one.came_back_at is not None for one in made)
    }
    return [one for one in found if one.sha256 not in gone]


def _why(
    look: Reading, person_id: UUID, out: Sequence[Disclosure], today: date
) -> Mapping[UUID, tuple[WhyBack, ...]]:
    if not out:
        return {}
    since = _since(look, person_id)
    meetings = look.get_many(Meeting, [one.meeting_id for one in out if one.meeting_id])
    rules = retention_rules(look)
    return {one.id: why_back(_copy(one, meetings, rules), since, today) for one in out}


def _copy(
    one: Disclosure, meetings: Mapping[UUID, Meeting], rules: Sequence[RetentionRule]
) -> Copy:
    meeting = meetings.get(one.meeting_id) if one.meeting_id else None
    left_on = one.made_at.astimezone(LONDON).date()
    by_rule = copy_due_on(left_on, meeting.on if meeting else None, rules)
    printed = meeting.on + KEPT_FOR if meeting and one.paper == _PACK else None
    days = [day for day in (printed, by_rule) if day is not None]
    return Copy(one.agency_id, one.recipient_id, one.made_at, min(days, default=None))


def _since(look: Reading, person_id: UUID) -> Since:
    not_told = look.readers.not_told([person_id]).get(person_id, frozenset())
    basis = look.people.basis(person_id)
    if basis is None:
        return Since(not_told)
    is_withdrawn = basis.status is BasisStatus.WITHDRAWN
    objects = not is_blank(basis.objection) or basis.objected_on is not None
    return Since(
        not_told,
        withdrawn_at=_recorded_at(look, basis, "withdrawn_on") if is_withdrawn else None,
        objected_at=_recorded_at(look, basis, "objection") if objects else None,
    )


def _recorded_at(look: Reading, basis: Basis, field: str) -> datetime | None:
    return max((one.made for one in look.history.current_of([basis.id], [field])), default=None)
