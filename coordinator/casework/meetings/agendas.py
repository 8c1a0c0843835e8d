"""Making an agenda: written from what is open, then ordered and issued by people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.meetings.agenda_facts import facts_for
from coordinator.casework.meetings.agenda_items import matter_on, meeting_to_come, shown_item
from coordinator.casework.need_to_know.field_guards import copy_parts_kept_back
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.panel.lines import rundown
from coordinator.db.models import AgendaItem, Case, Meeting, Referral
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import DuplicateRecordError, GuardError, InvalidFieldsError
from coordinator.domain.lists.meetings import AgendaKind, WhyListed
from coordinator.domain.meetings import agendas as rules
from coordinator.domain.meetings.agendas import AgendaLine, Matter
from coordinator.domain.meetings.rules import TO_COME, check_item_move, check_move, check_reason
from coordinator.domain.outcomes import Done
from coordinator.domain.panel.rundowns import Rundown
from coordinator.domain.roles import Right
from coordinator.domain.states import ItemStatus, MeetingStatus

_CARRIED = ("title", "outcome_sought", "urgent_reason")
"""The texts a line takes along from the one it was carried over from."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What writing an agenda changed: how many lines came, and how many fell out as settled."""

    added: int
    dropped: int


@dataclass(frozen=True, slots=True)
class NewItem:
    """A line somebody puts on an agenda: about a case, a referral, a person, or a topic."""

    kind: AgendaKind = AgendaKind.OTHER
    title: str = ""
    person_id: UUID | None = None
    case_id: UUID | None = None
    referral_id: UUID | None = None
    outcome_sought: str = ""
    minutes_planned: int | None = None


def write_agenda(desk: Desk, meeting_id: UUID) -> Done[Rewritten]:
    """Write the agenda from what is open, or bring it up to date; as often as one likes.

    Lines people added, withdrew or moved stay as they left them. A line that wrote itself goes
    when nothing keeps it there any more.

    Raises:
        GuardError: `meeting-begun`, or `agenda-issued`: from then on lines are added with a
            reason.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = meeting_to_come(tx, meeting_id)
        if meeting.status is MeetingStatus.AGENDA_ISSUED:
            raise GuardError("agenda-issued")
        facts = facts_for(tx, meeting)
        lines = rules.write(facts)
        items = {matter_on(item): item for item in tx.meetings.items(meeting_id)}
        dropped = _drop_settled(lines, items)
        added = _put_lines(desk, tx, meeting, lines, items)
        _set_order(meeting, [line.matter for line in lines], items, facts.rundown)
        tx.journal("agenda.written", record=meeting.id)
    return Done(Rewritten(added, dropped), tx.changes)


def _drop_settled(lines: Sequence[AgendaLine], items: dict[Matter, AgendaItem]) -> int:
    standing = {line.matter for line in lines}
    settled = [
        matter
        for matter, item in items.items()
        if matter not in standing
        and item.status is ItemStatus.PLANNED
        and rules.is_written_by_itself(_why(item))
    ]
    for matter in settled:
        items.pop(matter).removed = True
    return len(settled)


def _put_lines(
    desk: Desk,
    tx: Transaction,
    meeting: Meeting,
    lines: Sequence[AgendaLine],
    items: dict[Matter, AgendaItem],
) -> int:
    new = [line for line in lines if line.matter not in items]
    for line in lines:
        if line.matter in items:
            _bring_up_to_date(items[line.matter], line)
    for line in new:
        items[line.matter] = tx.add(_item_of(desk, meeting, line))
        _hold_back_as_before(desk, tx, line, items[line.matter])
    return len(new)


def _hold_back_as_before(desk: Desk, tx: Transaction, line: AgendaLine, item: AgendaItem) -> None:
    """Hold back in a line that was carried over what was held back in the one before it."""
    if line.carried_from_id is not None:
        copied = {line.carried_from_id: item.id}
        copy_parts_kept_back(desk, tx, line.person_id, copied, *_CARRIED)


def _bring_up_to_date(item: AgendaItem, line: AgendaLine) -> None:
    if item.status is not ItemStatus.PLANNED:
        return
    chosen = [why for why in _why(item) if not rules.is_written_by_itself([why])]
    item.why_listed = [why.value for why in dict.fromkeys((*chosen, *line.why))]
    item.carried_from_id = line.carried_from_id or item.carried_from_id
    if not chosen:
        item.item_kind = line.kind


def _why(item: AgendaItem) -> tuple[WhyListed, ...]:
    return tuple(WhyListed(why) for why in item.why_listed)


def _item_of(desk: Desk, meeting: Meeting, line: AgendaLine) -> AgendaItem:
    return AgendaItem(
        id=desk.new_id(),
        meeting_id=meeting.id,
        person_id=line.person_id,
        case_id=line.case_id,
        referral_id=line.referral_id,
        escalation_id=line.escalation_id,
        carried_from_id=line.carried_from_id,
        item_kind=line.kind,
        title=line.title,
        why_listed=[why.value for why in line.why],
        outcome_sought=line.outcome_sought,
        urgent_reason=line.urgent_reason,
        minutes_planned=line.minutes_planned,
        status=ItemStatus.PLANNED,
    )


def _set_order(
    meeting: Meeting,
    written: Sequence[Matter],
    items: Mapping[Matter, AgendaItem],
    standard: Rundown,
) -> None:
    """Put new lines where the agenda would have them; leave the others where people put them."""
    place = {matter: number for number, matter in enumerate(written)}
    kinds = standard.kinds

    def by_itself(matter: Matter) -> tuple[int, int, str]:
        return (
            kinds.index(items[matter].item_kind),
            place.get(matter, len(place)),
            items[matter].id.hex,
        )

    wanted = [items[matter].id.hex for matter in sorted(items, key=by_itself)]
    order = rules.in_order(meeting.item_order, wanted)
    if order != meeting.item_order:
        meeting.item_order = order


def add_item(desk: Desk, meeting_id: UUID, new: NewItem, *, reason: str = "") -> Done[UUID]:
    """Put a line on an agenda; once it is issued, only with a reason.

    Raises:
        ReasonNeededError: `late-item`: the papers are out.
        InvalidFieldsError: A line about nothing, or a case of somebody else.
        DuplicateRecordError: `agenda-item`: the matter stands there already.
        GuardError: `meeting-begun`.
        MissingRecordError, WithheldError: Not there, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = meeting_to_come(tx, meeting_id)
        if meeting.status is MeetingStatus.AGENDA_ISSUED:
            check_reason(reason, "late-item")
        item = put_on_agenda(desk, tx, meeting, new, WhyListed.ADDED)
        tx.journal("agenda.item_added", record=item.id, scope=item.person_id, reason=reason)
    return Done(item.id, tx.changes)


def add_urgent_item(desk: Desk, meeting_id: UUID, new: NewItem, *, reason: str) -> Done[UUID]:
    """Raise something urgent, also on the day while the meeting runs.

    Raises:
        ReasonNeededError: `urgent-item`: why it cannot wait.
        GuardError: `meeting-over`.
        InvalidFieldsError, DuplicateRecordError, MissingRecordError, WithheldError: As for
            `add_item`.
    """
    check_reason(reason, "urgent-item")
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        if meeting.status not in {*TO_COME, MeetingStatus.IN_PROGRESS}:
            raise GuardError("meeting-over")
        item = put_on_agenda(desk, tx, meeting, new, WhyListed.URGENT)
        item.urgent_reason = reason
        tx.journal("agenda.urgent_added", record=item.id, scope=item.person_id, reason=reason)
    return Done(item.id, tx.changes)


def put_on_agenda(
    desk: Desk, tx: Transaction, meeting: Meeting, new: NewItem, why: WhyListed
) -> AgendaItem:
    """Put a line on an agenda inside an act.

    Raises:
        InvalidFieldsError, DuplicateRecordError, MissingRecordError, WithheldError: As for
            `add_item`.
    """
    kind = AgendaKind.URGENT if why is WhyListed.URGENT else new.kind
    standard = rundown(tx)
    person = _person_of(tx, new)
    if person is None and not new.title.strip():
        raise InvalidFieldsError({"title": "required"})
    case = new.case_id
    if person is not None:
        shown_person(desk, tx, person)
        if new.referral_id is None:
            case = case or tx.actions.open_case(person)
    item = AgendaItem(
        id=desk.new_id(),
        meeting_id=meeting.id,
        person_id=person,
        case_id=case,
        referral_id=new.referral_id,
        item_kind=kind,
        title=new.title,
        why_listed=[why.value],
        outcome_sought=new.outcome_sought,
        minutes_planned=new.minutes_planned or standard.minutes_for(kind),
        status=ItemStatus.PLANNED,
    )
    items = {matter_on(known): known for known in tx.meetings.items(meeting.id)}
    if (known := items.get(matter_on(item))) is not None:
        raise DuplicateRecordError("agenda-item", known.id)
    items[matter_on(item)] = tx.add(item)
    _set_order(meeting, (), items, standard)
    return item


def _person_of(tx: Transaction, new: NewItem) -> UUID | None:
    people = {new.person_id} if new.person_id else set()
    if new.case_id is not None:
        people.add(tx.get(Case, new.case_id).person_id)
    if new.referral_id is not None:
        people.add(tx.get(Referral, new.referral_id).person_id)
    if len(people) > 1:
        raise InvalidFieldsError({"person_id": "unknown"})
    return next(iter(people), None)


def reorder_agenda(desk: Desk, meeting_id: UUID, order: Sequence[UUID], *, seen: int) -> Done[int]:
    """Put the lines in another order; those the sitter may not see keep their places.

    Raises:
        InvalidFieldsError: `not-in-list`: not exactly the lines that stand there.
        GuardError: `meeting-over`.
        StaleRecordError: Somebody else changed the order meanwhile.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        if meeting.status not in {*TO_COME, MeetingStatus.IN_PROGRESS}:
            raise GuardError("meeting-over")
        items = {item.id.hex: item for item in tx.meetings.items(meeting_id)}
        sight = sight_of(desk, tx, [item.person_id for item in items.values()])
        shown = {key for key, item in items.items() if sight.sees(item.person_id)}
        wanted = [item_id.hex for item_id in order]
        if len(wanted) != len(shown) or set(wanted) != shown:
            raise InvalidFieldsError({"item_order": "not-in-list"})
        put(tx, meeting, seen=seen, fields={"item_order": _woven(meeting, items, wanted)})
        tx.journal("agenda.reordered", record=meeting.id)
    return Done(meeting.revision, tx.changes)


def _woven(meeting: Meeting, items: Mapping[str, AgendaItem], wanted: Sequence[str]) -> list[str]:
    """Fill the places of the lines that were shown, in the new order."""
    every = rules.in_order(meeting.item_order, sorted(items))
    following = iter(wanted)
    moved = set(wanted)
    return [next(following) if key in moved else key for key in every]


def change_item(desk: Desk, item_id: UUID, *, seen: int, **fields: object) -> Done[int]:
    """Change title, outcome sought or minutes planned of a line before the meeting.

    Raises:
        InvalidFieldsError: Another field, or minutes out of range.
        GuardError: `meeting-begun`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such line, or not theirs to see.
    """
    wrong = dict.fromkeys(set(fields) - {"title", "outcome_sought", "minutes_planned"}, "unknown")
    minutes = fields.get("minutes_planned", 1)
    if not isinstance(minutes, int) or not 0 < minutes <= rules.MOST_MINUTES:
        wrong["minutes_planned"] = "out-of-range"
    if wrong:
        raise InvalidFieldsError(wrong)
    with desk.act(Right.RUN_MEETINGS) as tx:
        item = shown_item(desk, tx, item_id)
        meeting_to_come(tx, item.meeting_id)
        put(tx, item, seen=seen, fields=fields)
        tx.journal("agenda.item_changed", record=item.id, scope=item.person_id)
    return Done(item.revision, tx.changes)


def withdraw_from_agenda(desk: Desk, item_id: UUID, *, reason: str) -> Done[None]:
    """Take a line off an agenda before the meeting; what is still open returns on the next.

    Raises:
        ReasonNeededError: No reason.
        GuardError: `meeting-begun`.
        TransitionError: It was withdrawn already.
        MissingRecordError, WithheldError: No such line, or not theirs to see.
    """
    check_reason(reason, "item-withdrawn")
    with desk.act(Right.RUN_MEETINGS) as tx:
        item = shown_item(desk, tx, item_id)
        meeting_to_come(tx, item.meeting_id)
        check_item_move(item.status, ItemStatus.WITHDRAWN)
        item.status, item.status_reason = ItemStatus.WITHDRAWN, reason
        tx.journal("agenda.item_withdrawn", record=item.id, scope=item.person_id, reason=reason)
    return Done(None, tx.changes)


def issue_agenda(desk: Desk, meeting_id: UUID) -> Done[None]:
    """Say that the agenda goes out as it stands.

    Raises:
        TransitionError: It was issued already, or the meeting has begun.
    """
    return _move_agenda(desk, meeting_id, MeetingStatus.AGENDA_ISSUED, "agenda.issued")


def take_back_agenda(desk: Desk, meeting_id: UUID, *, reason: str) -> Done[None]:
    """Take an issued agenda back, so that it can be written anew.

    Raises:
        ReasonNeededError: No reason.
        TransitionError: It is not issued.
    """
    check_reason(reason, "agenda-taken-back")
    return _move_agenda(desk, meeting_id, MeetingStatus.SCHEDULED, "agenda.taken_back", reason)


def _move_agenda(
    desk: Desk, meeting_id: UUID, wanted: MeetingStatus, act: str, reason: str = ""
) -> Done[None]:
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        check_move(meeting.status, wanted)
        meeting.status, meeting.agenda_since = wanted, desk.now()
        tx.journal(act, record=meeting.id, reason=reason)
    return Done(None, tx.changes)
