"""What a screen others look at shows of a meeting: initials, and texts as its wall has them.

What cannot be told from its record alone, and what was said about somebody in words, is left out.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from uuid import UUID

from coordinator.casework.actions.lists import rows_of
from coordinator.casework.desk import Desk
from coordinator.casework.live.closing import Closing
from coordinator.casework.live.reads import asks_of, read_live_item
from coordinator.casework.live.sitting import may_stand, sitters_of
from coordinator.casework.meetings.agenda_reads import ordered_items
from coordinator.casework.need_to_know.hiding import hiding_for
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import Action, Meeting, Person
from coordinator.db.transaction import Reading
from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.meetings.live_views import LiveItem
from coordinator.domain.meetings.views import AgendaEntry, DecisionRow, ItemRecord
from coordinator.domain.money.views import NO_MONEY
from coordinator.domain.need_to_know.hiding import About
from coordinator.domain.need_to_know.rule import in_the_room
from coordinator.domain.people.children import Children
from coordinator.domain.people.rules import initialled

Hide = Callable[[str], str]


def read_item_both_ways(
    desk: Desk, meeting_id: UUID, item_id: UUID, *, covered: bool
) -> tuple[LiveItem, LiveItem | None]:
    """Read one item in full, and as it is shown while names are hidden, where that is asked for.

    Raises:
        MissingRecordError: No such meeting, or no such item in it.
        WithheldError: Its person is not theirs to see.
    """
    item = read_live_item(desk, meeting_id, item_id)
    return item, cover_item(desk, meeting_id, item) if covered else None


def cover_item(desk: Desk, meeting_id: UUID, item: LiveItem) -> LiveItem:
    """Give an item as everybody may look at it; nothing of it is to be written back.

    Raises:
        MissingRecordError: No such meeting.
    """
    person = item.record.entry.person
    with desk.read(reader=in_the_room(None)) as look:
        item = _without_what_hangs_on_actions(desk, look, item)
        if person is not None:
            sight, meeting = sight_of(desk, look, [person.id]), look.get(Meeting, meeting_id)
            item = replace(item, asks=asks_of(look, meeting, person.id, sight))
        texts = list(_texts_of(item))
        hide = _hide(desk, look, meeting_id, texts, person.id if person else None)
    actions = tuple(_action(one, hide) for one in item.open_actions if may_stand(one.sensitivity))
    barriers = [one for one in item.barriers if may_stand(one.sensitivity)]
    shown = {one.id for one in barriers}
    return replace(
        item,
        record=_record(item.record, hide),
        matters="",
        warnings=(),
        open_actions=actions,
        settled=item.settled & {one.id for one in actions},
        barriers=tuple(_barrier(one, hide) for one in barriers),
        offers=(),
        must_leave=(),
        not_discussed_with=(),
        wishes=(),
        money=NO_MONEY,
        comms=None,
        children=Children(),
        asks={key: hide(ask) for key, ask in item.asks.items() if key in shown},
    )


def _without_what_hangs_on_actions(desk: Desk, look: Reading, item: LiveItem) -> LiveItem:
    """Tell of each action only the goal and the barrier that everybody may read of."""
    rows = (*item.open_actions, *item.record.actions)
    found = look.get_many(Action, [one.id for one in rows if may_stand(one.sensitivity)])
    known = {row.id: row for row in rows_of(look, list(found.values()), desk.today())}

    def told(row: ActionRow) -> ActionRow:
        seen = known.get(row.id)
        return replace(row, goal=seen.goal, barrier=seen.barrier) if seen else row

    record = replace(item.record, actions=tuple(map(told, item.record.actions)))
    return replace(item, record=record, open_actions=tuple(map(told, item.open_actions)))


def cover_closing(desk: Desk, closing: Closing) -> Closing:
    """Give what a meeting leaves open as everybody may look at it.

    Raises:
        MissingRecordError: No such meeting.
    """
    texts = [one.text if may_stand(one.sensitivity) else "" for one in closing.lines]
    with desk.read() as look:
        hide = _hide(desk, look, closing.row.id, texts, None)
    told = zip(closing.lines, texts, strict=True)
    lines = tuple(replace(one, text=hide(text)) for one, text in told)
    return replace(closing, lines=lines)


def _hide(
    desk: Desk, look: Reading, meeting_id: UUID, texts: Iterable[str], about: UUID | None
) -> Hide:
    meeting = look.get(Meeting, meeting_id)
    lines = ordered_items(look, meeting)
    today = look.get_many(Person, [one.person_id for one in lines if one.person_id])
    return hiding_for(
        look,
        texts,
        today=today,
        about=About(about),
        heard=partial(sitters_of(desk, look, meeting).hears_of, look),
        on=desk.today(),
    ).hide


def _texts_of(item: LiveItem) -> Iterable[str]:
    """Give every text that is hidden in, by walking the same way as the hiding."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    _record(item.record, note)
    for action in item.open_actions:
        _action(action, note)
    for barrier in item.barriers:
        _barrier(barrier, note)
    found.extend(item.asks.values())
    return found


def _record(record: ItemRecord, hide: Hide) -> ItemRecord:
    record, _held_back = record.apart()
    return replace(
        record,
        entry=_entry(record.entry, hide),
        status_reason=hide(record.status_reason),
        summary="",
        since_last="",
        risks="",
        strengths="",
        person_view="",
        view_spoken_by="",
        disagreement="",
        restricted="",
        notes=(),
        decisions=tuple(
            _decision(one, hide) for one in record.decisions if may_stand(one.sensitivity)
        ),
        actions=tuple(_action(one, hide) for one in record.actions if may_stand(one.sensitivity)),
        offers=tuple(
            replace(one, what=hide(one.what), amount=hide(one.amount))
            for one in record.offers
            if may_stand(one.sensitivity)
        ),
        money=tuple(
            replace(one, purpose=hide(one.purpose), reason=hide(one.reason))
            for one in record.money
            if may_stand(one.sensitivity)
        ),
    )


def _entry(entry: AgendaEntry, hide: Hide) -> AgendaEntry:
    person = entry.person
    if person is not None:
        name = initialled(person.name)
        person = replace(person, name=name, show_detail=False, must_not_hear=())
        person = replace(person, not_told=frozenset())
    return replace(
        entry,
        title=hide(entry.title),
        person=person,
        referral=replace(entry.referral, why_now="", offer="") if entry.referral else None,
        outcome_sought=hide(entry.outcome_sought),
        urgent_reason=hide(entry.urgent_reason),
        replies=(),
        forums=(),
    )


def _decision(one: DecisionRow, hide: Hide) -> DecisionRow:
    return replace(one, text=hide(one.text), reason=hide(one.reason), dissent=hide(one.dissent))


def _action(one: ActionRow, hide: Hide) -> ActionRow:
    barrier, last = one.barrier, one.last
    return replace(
        one,
        name=initialled(one.name) if one.name is not None else None,
        text=hide(one.text),
        outcome_note=hide(one.outcome_note),
        waiting_on=hide(one.waiting_on),
        goal=hide(one.goal),
        barrier=barrier and replace(barrier, description=hide(barrier.description)),
        last=last and replace(last, text=hide(last.text)),
    )


def _barrier(one: BarrierRow, hide: Hide) -> BarrierRow:
    return replace(
        one,
        description=hide(one.description),
        tried=hide(one.tried),
        resolution=hide(one.resolution),
    )
