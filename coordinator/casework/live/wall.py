"""Reading one item for the wall of its room: as the strictest of all who sit there may have it."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from coordinator.casework.actions.lists import rows_of
from coordinator.casework.desk import Desk
from coordinator.casework.live.sitting import Sitters, may_stand, sitters_of
from coordinator.casework.meetings.agenda_facts import actions_due
from coordinator.casework.meetings.agenda_reads import by_agency, ordered_items
from coordinator.casework.meetings.came_of import money_decided
from coordinator.casework.meetings.reading import presence_row
from coordinator.casework.need_to_know.hiding import hiding_for
from coordinator.casework.need_to_know.sharing import basis_statuses
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import (
    Action,
    AgendaItem,
    Meeting,
    Person,
)
from coordinator.db.transaction import Reading
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.lists.meetings import AgendaKind, WhyListed
from coordinator.domain.meetings.wall import (
    WallAction,
    WallDecision,
    WallItem,
    WallPerson,
    WallView,
)
from coordinator.domain.need_to_know.bases import detail_allowed
from coordinator.domain.need_to_know.hiding import About
from coordinator.domain.need_to_know.rule import Entry, may_see
from coordinator.domain.people.rules import PersonName, initialled
from coordinator.domain.states import DecisionStatus, Sensitivity
from coordinator.wording.ledger import decided_words


def read_wall_item(
    desk: Desk,
    meeting_id: UUID,
    item_id: UUID,
    *,
    names_shown: bool,
    gone: Collection[UUID] = frozenset(),
) -> WallView:
    """Read what the room may see of the item that is open.

    Args:
        desk: Who asks; what they may not see is not shown either.
        meeting_id: Which meeting.
        item_id: Which of its items.
        names_shown: Whether the chair lets names be read.
        gone: Who the chair says has left for this item, by their line of the attendance.

    Raises:
        MissingRecordError: No such meeting or item, or its person is not theirs to see.
    """
    with desk.read() as look:
        meeting = look.get(Meeting, meeting_id)
        item = look.get(AgendaItem, item_id)
        if item.meeting_id != meeting_id or _is_withheld(desk, look, item):
            raise MissingRecordError(what="agenda_item", key="")
        room = sitters_of(desk, look, meeting, gone=gone, names_shown=names_shown)
        if must_leave := room.barred_from(look, item):
            return WallView(item_id, None, tuple(map(presence_row, must_leave)))
        return WallView(item_id, _item(desk, look, meeting, item, room))


def _is_withheld(desk: Desk, look: Reading, item: AgendaItem) -> bool:
    if item.person_id is None:
        return False
    if not look.get_many(Person, [item.person_id]):
        return True
    kept_from = look.readers.not_told([item.person_id]).get(item.person_id, frozenset())
    return not may_see(desk.reader(look), Entry(item.person_id, not_told=kept_from))


def _item(
    desk: Desk, look: Reading, meeting: Meeting, item: AgendaItem, room: Sitters
) -> WallItem:
    lines = ordered_items(look, meeting)
    people = look.get_many(Person, [one.person_id for one in lines if one.person_id])
    heard = room.hears_of(look, people)
    counted = [one.id for one in lines if one.person_id is None or one.person_id in heard]
    person = _person(look, people.get(item.person_id or item.id), room)
    before, agreed = _actions(desk, look, meeting, item, room)
    decided = _decisions(desk, look, meeting, item)
    about = About(item.person_id, by_name=person is not None and person.by_name)
    numbers_only = item.item_kind is AgendaKind.ACTION_CHECK
    title, urgent, sought = (
        _text_of(look, item, name) for name in ("title", "urgent_reason", "outcome_sought")
    )
    texts = [title, urgent, sought]
    texts += [row.text for row in (*before, *agreed) if not numbers_only]
    texts += [words for one in decided for words in (one.text, one.reason)]
    hide = hiding_for(
        look,
        texts,
        today=people,
        about=about,
        heard=lambda found: room.hears_of(look, found),
        on=desk.today(),
    ).hide
    return WallItem(
        id=item.id,
        number=counted.index(item.id) + 1,
        of=len(counted),
        kind=item.item_kind,
        title=hide(title) if person is None else "",
        person=person,
        why=tuple(WhyListed(why) for why in item.why_listed),
        urgent_reason=hide(urgent),
        outcome_sought=hide(sought),
        minutes_planned=item.minutes_planned,
        next_review_on=item.next_review_on,
        open_actions=tuple(_action(r, "" if numbers_only else hide(r.text)) for r in before),
        agreed=tuple(_action(row, hide(row.text)) for row in agreed),
        decisions=tuple(WallDecision(hide(one.text), hide(one.reason)) for one in decided),
    )


def _text_of(look: Reading, item: AgendaItem, name: str) -> str:
    """Give a text of an item where the whole room reads it; nothing of what is held back."""
    level = look.guarded(item.id).get(name, Sensitivity.STANDARD)
    return str(getattr(item, name)) if may_stand(level) else ""


def _person(look: Reading, person: Person | None, room: Sitters) -> WallPerson | None:
    if person is None:
        return None
    name = PersonName(person.given_name, person.family_name, person.preferred_name)
    has_basis = detail_allowed(basis_statuses(look, [person.id]).get(person.id))
    by_name = room.names_shown and has_basis
    return WallPerson(person.reference, name if by_name else initialled(name), by_name)


def _actions(
    desk: Desk, look: Reading, meeting: Meeting, item: AgendaItem, room: Sitters
) -> tuple[Sequence[ActionRow], Sequence[ActionRow]]:
    """Give the actions agreed before, and those agreed here today, as the room may read them."""
    if item.item_kind is AgendaKind.ACTION_CHECK:
        before = _may_be_read(look, actions_due(look, meeting), room)
        return by_agency(rows_of(look, before, desk.today())), ()
    if item.person_id is None:
        return (), ()
    reported = look.get_many(Action, look.agendas.reported_at(meeting.id)).values()
    known = {one.id: one for one in (*look.actions.open_of([item.person_id]), *reported)}
    theirs = [one for one in known.values() if one.person_id == item.person_id]
    before = _may_be_read(look, [one for one in theirs if one.meeting_id != meeting.id], room)
    here = look.actions.of_meeting(meeting.id)
    agreed = _may_be_read(look, [one for one in here if one.person_id == item.person_id], room)
    rows = rows_of(look, [*before, *agreed], desk.today())
    return sorted(rows[: len(before)], key=lambda r: (r.due_on, r.number)), rows[len(before) :]


def _may_be_read(look: Reading, actions: Iterable[Action], room: Sitters) -> list[Action]:
    found = [one for one in actions if may_stand(one.sensitivity)]
    heard = room.hears_of(look, {one.person_id for one in found if one.person_id})
    return [one for one in found if one.person_id is None or one.person_id in heard]


def _decisions(
    desk: Desk, look: Reading, meeting: Meeting, item: AgendaItem
) -> list[WallDecision]:
    _notes, decisions, _corrections = look.meetings.words(item.meeting_id)
    sight = sight_of(desk, look, [item.person_id])
    money = money_decided(look, meeting, [item.person_id], sight)
    made = [
        WallDecision(one.text, one.reason)
        for one in decisions
        if one.item_id == item.id
        and one.status is DecisionStatus.MADE
        and may_stand(one.sensitivity)
    ]
    made += [
        WallDecision(decided_words(one), one.reason)
        for _who, one in money
        if may_stand(one.sensitivity)
    ]
    return made


def _action(row: ActionRow, text: str) -> WallAction:
    return WallAction(
        number=row.number,
        text=text,
        agency=row.owner.agency,
        owner=row.owner.name,
        due_on=row.due_on,
        status=row.status,
    )
