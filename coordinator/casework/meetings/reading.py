"""Meetings as read: the list, the next one, and a whole meeting as its minutes need it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from coordinator.casework.actions.lists import rows_of
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_facts import day_before
from coordinator.casework.meetings.agenda_reads import (
    by_agency,
    entries_of,
    header_of,
    names_of,
    ordered_items,
    reference_before,
    row_of,
)
from coordinator.casework.meetings.attendance import quorum_now
from coordinator.casework.meetings.came_of import leads_changed, money_decided, offers_made
from coordinator.casework.need_to_know.field_guards import parts_kept_back
from coordinator.casework.need_to_know.sight import Sight, sight_of
from coordinator.casework.records.unsettled import Marks, those_of, unsettled_of
from coordinator.db.models import (
    Action,
    AgencyNote,
    AgendaItem,
    Correction,
    Decision,
    Meeting,
    Professional,
)
from coordinator.db.models import Presence as PresenceRecord
from coordinator.db.transaction import Reading
from coordinator.domain.actions.agreed import (
    as_agreed,
    barrier_when_issued,
    row_when_issued,
)
from coordinator.domain.actions.rows import ActionBarrier, ActionRow
from coordinator.domain.lists.meetings import Attendance, MeetingType
from coordinator.domain.meetings.came_of import LeadChange, MoneyDecided, OfferMade
from coordinator.domain.meetings.rules import told_apart
from coordinator.domain.meetings.views import (
    AgendaEntry,
    CorrectionRow,
    DecisionRow,
    ItemRecord,
    MeetingHeader,
    MeetingRecord,
    MeetingRow,
    NoteRow,
    Outstanding,
    PresenceRow,
    ReportedAction,
)
from coordinator.domain.need_to_know.rule import Reader, strictest
from coordinator.domain.states import DecisionStatus, Sensitivity

_PAGE = 100


def read_meetings(
    desk: Desk, *, before: tuple[date, UUID] | None = None, limit: int = _PAGE
) -> tuple[MeetingRow, ...]:
    """List meetings, the latest day first.

    Args:
        desk: Who asks.
        before: Day and id of the last row shown, to go on below it.
        limit: At most so many.
    """
    with desk.read() as look:
        return tuple(row_of(one) for one in look.meetings.page(before=before, limit=limit))


def next_meeting(desk: Desk, meeting_type: MeetingType | None = None) -> MeetingRow | None:
    """Give the first meeting still to come, of one type when asked."""
    with desk.read() as look:
        found = look.meetings.next_from(desk.today(), meeting_type)
        return row_of(found) if found else None


def read_header(desk: Desk, meeting_id: UUID) -> MeetingHeader:
    """Give what the papers of a meeting say first.

    Raises:
        MissingRecordError: No such meeting.
    """
    with desk.read() as look:
        return header_of(look, look.get(Meeting, meeting_id), desk.today())


def read_meeting(desk: Desk, meeting_id: UUID, *, reader: Reader | None = None) -> MeetingRecord:
    """Give a whole meeting as the sitter, and the reader of a paper, may have it.

    Args:
        desk: Who asks.
        meeting_id: Which.
        reader: For whom a paper is made, besides the sitter.

    Raises:
        MissingRecordError: No such meeting.
    """
    with desk.read(reader=reader) as look:
        meeting = look.get(Meeting, meeting_id)
        around = _around(desk, look, meeting, reader)
        items = _items(look, meeting, around)
        return MeetingRecord(
            header=header_of(look, meeting, desk.today()),
            attendance=tuple(_came(look, row) for row in look.meetings.attendance(meeting_id)),
            quorum=quorum_now(look, meeting),
            began_at=meeting.began_at,
            ended_at=meeting.ended_at,
            statement_read_at=meeting.statement_read_at,
            statement_read_by=around.names.get(meeting.statement_read_by_id, ""),
            last_reference=reference_before(look, meeting),
            last_minutes_accuracy=meeting.last_minutes_accuracy,
            last_minutes=meeting.last_minutes,
            outstanding=_outstanding(look, meeting, around),
            items=items,
            other_actions=_others(around.agreed, items),
            learning=meeting.learning,
            other_business=meeting.other_business,
            approved_by=around.names.get(meeting.approved_by_id, ""),
            approval_how=meeting.approval_how,
            corrections=_corrections(around),
            parts=parts_kept_back(look, [meeting_id]).get(meeting_id, {}),
        )


def record_of_item(
    desk: Desk, look: Reading, meeting: Meeting, item: AgendaItem, entry: AgendaEntry
) -> ItemRecord:
    """Give one item as the minutes tell it, while they are still written.

    Args:
        desk: Who asks.
        look: Where.
        meeting: Its meeting; nothing is read of its other items.
        item: One the sitter may see.
        entry: The same, as the agenda shows it.
    """
    sight = sight_of(desk, look, [item.person_id])
    notes, decisions, _corrections = look.meetings.words(meeting.id)
    decisions = [
        one
        for one in decisions
        if one.item_id == item.id and sight.sees(one.person_id, one.sensitivity)
    ]
    agreed = [
        one for one in look.actions.of_meeting(meeting.id) if one.person_id == item.person_id
    ]
    rows = rows_of(look, _seen(agreed, sight), desk.today())
    around = _Around(
        sight=sight,
        items=(item,),
        notes=[one for one in notes if sight.sees(one.person_id, one.sensitivity)],
        decisions=decisions,
        corrections=(),
        agreed=tuple(as_agreed(row) for row in rows),
        checked=(),
        offers=offers_made(look, meeting, sight),
        leads=leads_changed(look, meeting, [item.person_id], sight),
        money=money_decided(look, meeting, [item.person_id], sight),
        names=names_of(look, [one.decided_by_id for one in decisions], meeting.id),
        parts=parts_kept_back(look, [item.id]),
        unsettled=unsettled_of(look, [one.id for one in (*notes, *decisions)]),
    )
    found = _item(entry, item, around, {entry.person.id: item.id} if entry.person else {})
    return found if entry.person else replace(found, actions=around.agreed)


@dataclass(frozen=True, slots=True)
class _Around:
    """Everything of one meeting that its reader may see, asked for once."""

    sight: Sight
    items: Sequence[AgendaItem]
    notes: Sequence[AgencyNote]
    decisions: Sequence[Decision]
    corrections: Sequence[Correction]
    agreed: tuple[ActionRow, ...]
    checked: tuple[ActionRow, ...]
    offers: tuple[tuple[UUID, OfferMade], ...]
    leads: tuple[tuple[UUID, LeadChange], ...]
    money: tuple[tuple[UUID, MoneyDecided], ...]
    names: Mapping[UUID | None, str]
    parts: Mapping[UUID, Mapping[str, Sensitivity]]
    unsettled: Marks


def _around(desk: Desk, look: Reading, meeting: Meeting, reader: Reader | None) -> _Around:
    items = ordered_items(look, meeting)
    notes, decisions, corrections = look.meetings.words(meeting.id)
    agreed = look.actions.of_meeting(meeting.id)
    ids = [UUID(hex=key) for key in meeting.actions_checked]
    ids += look.agendas.reported_at(meeting.id)
    checked = list(look.get_many(Action, ids).values())
    people = [item.person_id for item in items]
    people += [action.person_id for action in (*agreed, *checked)]
    people += [one.person_id for one in corrections]  # notes and decisions share their item's
    sight = sight_of(desk, look, people, reader)
    shown = _seen(agreed, sight)
    now = rows_of(look, [*shown, *_seen(checked, sight)], desk.today())
    officers = [meeting.statement_read_by_id, meeting.approved_by_id]
    officers += [one.decided_by_id for one in decisions]
    officers += [one.corrected_by_id for one in corrections]
    return _Around(
        sight=sight,
        items=items,
        notes=[n for n in notes if sight.sees(n.person_id, n.sensitivity)],
        decisions=[one for one in decisions if sight.sees(one.person_id, one.sensitivity)],
        corrections=[one for one in corrections if sight.sees(one.person_id)],
        agreed=tuple(as_agreed(row) for row in _when_issued(look, meeting, now[: len(shown)])),
        checked=by_agency(_when_issued(look, meeting, now[len(shown) :])),
        offers=offers_made(look, meeting, sight),
        leads=leads_changed(look, meeting, [item.person_id for item in items], sight),
        money=money_decided(look, meeting, [item.person_id for item in items], sight),
        names=names_of(look, officers, meeting.id),
        parts=parts_kept_back(look, [one.id for one in (*items, *corrections)]),
        unsettled=unsettled_of(look, [one.id for one in (*notes, *decisions)]),
    )


def _seen(actions: Iterable[Action], sight: Sight) -> list[Action]:
    return [one for one in actions if sight.sees(one.person_id, one.sensitivity)]


def _when_issued(
    look: Reading, meeting: Meeting, rows: Sequence[ActionRow]
) -> tuple[ActionRow, ...]:
    """Show actions as they stood when the minutes went out; as they are until then."""
    barriers = look.barriers.of_actions([row.id for row in rows])
    ids = [*(row.id for row in rows), *(one.id for one in barriers)]
    said = look.agendas.said_when_issued(meeting.id, ids)
    owners = {one["owner_id"] for one in said.values() if one.get("owner_id")}
    posts = look.get_many(Professional, sorted(UUID(hex=owner) for owner in owners))
    names = {post.id.hex: post.name for post in posts.values()}
    stopped: dict[UUID, ActionBarrier] = {}
    for one in barriers:
        then = said.get(one.id, {})
        stops = said.get(one.action_id, {}) if one.action_id else {}
        if one.action_id and then and then.get("category") == stops.get("barrier_category"):
            stopped[one.action_id] = barrier_when_issued(one.id, then)
    return tuple(
        row_when_issued(row, said.get(row.id, {}), names, stopped.get(row.id)) for row in rows
    )


def presence_row(row: PresenceRecord) -> PresenceRow:
    """Give how one seat was filled, as screens and minutes show it."""
    return PresenceRow(
        id=row.id,
        revision=row.revision,
        seat_id=row.seat_id,
        agency_id=row.agency_id,
        agency=row.agency,
        professional_id=row.professional_id,
        name=row.name,
        job=row.job,
        result=row.result,
        information_sent=row.information_sent,
        information_on=row.information_on,
        confidentiality_signed=row.confidentiality_signed,
        conflict=row.conflict,
        arrived_at=row.arrived_at,
        left_at=row.left_at,
    )


def _came(look: Reading, row: PresenceRecord) -> PresenceRow:
    """Give how a seat was filled, and for whom somebody came in place of its holder."""
    shown = presence_row(row)
    if row.result is not Attendance.SUBSTITUTE:
        return shown
    before = [one.value for one in look.history.changes_of(row.id)]
    named = [said for said in before if isinstance(said, Mapping) and "name" in said]
    held = [said for said in named if said.get("result") != Attendance.SUBSTITUTE.value]
    return replace(shown, instead_of=str(held[-1]["name"]) if held else "")


def _items(look: Reading, meeting: Meeting, around: _Around) -> tuple[ItemRecord, ...]:
    entries = entries_of(look, meeting, around.items, around.sight)
    items = {item.id: item for item in around.items}
    first = {e.person.id: e.id for e in reversed(entries) if e.person is not None}
    return tuple(_item(entry, items[entry.id], around, first) for entry in entries)


def _item(
    entry: AgendaEntry, item: AgendaItem, around: _Around, first: Mapping[UUID, UUID]
) -> ItemRecord:
    may_have_restricted = around.sight.sees(item.person_id, Sensitivity.RESTRICTED)
    return ItemRecord(
        entry=entry,
        status_reason=item.status_reason,
        minutes_used=item.minutes_used,
        summary=item.summary,
        since_last=item.since_last,
        risks=item.risks,
        strengths=item.strengths,
        person_view=item.person_view,
        view_spoken_by=item.view_spoken_by,
        disagreement=item.disagreement,
        restricted=item.restricted if may_have_restricted else "",
        notes=tuple(_note(note) for note in around.notes if note.item_id == item.id),
        decisions=tuple(
            _decision(one, around) for one in around.decisions if one.item_id == item.id
        ),
        actions=tuple(
            row
            for row in around.agreed
            if row.person_id is not None and first.get(row.person_id) == item.id
        ),
        offers=tuple(one for who, one in around.offers if first.get(who) == item.id),
        leads=tuple(one for who, one in around.leads if first.get(who) == item.id),
        money=tuple(one for who, one in around.money if first.get(who) == item.id),
        parts=around.parts.get(item.id, {}),
        unsettled=those_of(around.unsettled, _said_in(item.id, around)),
    )


def _said_in(item: UUID, around: _Around) -> Iterator[UUID]:
    yield from (one.id for one in around.notes if one.item_id == item)
    yield from (one.id for one in around.decisions if one.item_id == item)


def _note(note: AgencyNote) -> NoteRow:
    return NoteRow(
        id=note.id,
        revision=note.revision,
        agency_id=note.agency_id,
        agency=note.agency,
        said_on=note.said_on,
        sensitivity=note.sensitivity,
        text=note.text,
    )


def _decision(decision: Decision, around: _Around) -> DecisionRow:
    here = {one.id for one in around.decisions}
    was_replaced_here = decision.superseded_by_id in here
    return DecisionRow(
        id=decision.id,
        revision=decision.revision,
        item_id=decision.item_id,
        text=decision.text,
        reason=decision.reason,
        how=decision.how,
        authority=decision.authority,
        dissent_asked=decision.dissent_asked,
        dissent_agencies=tuple(decision.dissent_agencies),
        dissent=decision.dissent,
        decided_by=around.names.get(decision.decided_by_id, ""),
        status=decision.status if was_replaced_here else DecisionStatus.MADE,
        superseded_by_id=decision.superseded_by_id,
        sensitivity=decision.sensitivity,
    )


def _others(agreed: Iterable[ActionRow], items: Iterable[ItemRecord]) -> tuple[ActionRow, ...]:
    placed = {row.id for item in items for row in item.actions}
    return tuple(row for row in agreed if row.id not in placed)


def _outstanding(look: Reading, meeting: Meeting, around: _Around) -> Outstanding:
    ids = [row.id for row in around.checked]
    notes = look.agendas.reports(meeting.id, ids, day_before(look, meeting), meeting.on)
    last = {note.action_id: note for note in notes}
    rows = [
        ReportedAction(row, note.status if note else None, note.text if note else "")
        for row, note in ((row, last.get(row.id)) for row in around.checked)
    ]
    parts = told_apart((row.reported, row) for row in rows)
    return Outstanding(**{name: tuple(found) for name, found in parts.items()})


def _corrections(around: _Around) -> tuple[CorrectionRow, ...]:
    return tuple(
        CorrectionRow(
            id=one.id,
            item_id=one.item_id,
            on=one.corrected_on,
            by=around.names.get(one.corrected_by_id, ""),
            text=one.text,
            sensitivity=strictest(*around.parts.get(one.id, {}).values()),
        )
        for one in around.corrections
        if one.text  # blank: it is held back
    )
