"""In which order people could be taken, so that agencies come and go least.

Which agency has a part in a line is read off the store: it leads, refers, owns an open action or
has made an offer that stands. Who would sit in when is worked out by `domain.meetings.slots`;
putting the lines in that order is `agendas.reorder_agenda`, like any other order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import officers_on
from coordinator.casework.meetings.agenda_reads import entries_of, in_room, ordered_items
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.panel.lines import rundown
from coordinator.db.models import Agency, AgendaItem, Meeting, Professional, Referral
from coordinator.db.transaction import Reading
from coordinator.domain.meetings.slots import (
    Coming,
    ProposedOrder,
    Slot,
    SlotPlan,
    Stay,
    counted,
    plan_slots,
)
from coordinator.domain.meetings.views import AgendaEntry
from coordinator.domain.roles import Right
from coordinator.domain.states import ItemStatus

Parts = Mapping[UUID, frozenset[UUID]]
"""Agencies by line or person."""


@dataclass(frozen=True, slots=True)
class _Room:
    """The agencies that may be there, those that are throughout, and who sits for which."""

    there: frozenset[UUID]
    always: frozenset[UUID]
    workers: Mapping[UUID, UUID]

    def kept_out(self, not_told: frozenset[UUID]) -> frozenset[UUID]:
        """Give the agencies that leave: those not to be told, and those of workers who are not."""
        left = {agency for worker, agency in self.workers.items() if worker in not_told}
        return (not_told | left) & self.there


def read_slot_plan(desk: Desk, meeting_id: UUID) -> ProposedOrder:
    """Propose an order in which agencies come and go least; nothing is changed.

    Lines the sitter may not see take no part and keep their places.

    Raises:
        NotPermittedError: The role does not run meetings.
        MissingRecordError: No such meeting.
    """
    with desk.read(Right.RUN_MEETINGS) as look:
        meeting = look.get(Meeting, meeting_id)
        items = ordered_items(look, meeting)
        sight = sight_of(desk, look, [item.person_id for item in items])
        seen = [item for item in items if sight.sees(item.person_id)]
        standing = [item for item in seen if item.status is not ItemStatus.WITHDRAWN]
        entries = entries_of(look, meeting, standing, sight)
        room = _room(look, meeting)
        slots = _slots(look, entries, room)
        start = meeting.starts_at.hour * 60 + meeting.starts_at.minute
        plan = plan_slots(slots, rundown(look), start, room.always)
        return _proposed(look, meeting, plan, entries, _hearing(slots, room), seen)


def _room(look: Reading, meeting: Meeting) -> _Room:
    panel = look.meetings.panel()
    usual = officers_on(look, panel, meeting.on)
    officers = [meeting.chair_id or usual[0], meeting.minute_taker_id or usual[1]]
    posts = look.get_many(Professional, [one for one in officers if one]).values()
    always = frozenset(post.agency_id for post in posts)
    sitting = sorted(in_room(look, meeting))
    workers = {one.id: one.agency_id for one in look.get_many(Professional, sitting).values()}
    there = frozenset(look.get_many(Agency, sitting)) | {*workers.values()} | always
    return _Room(there, always, workers)


def _slots(look: Reading, entries: Sequence[AgendaEntry], room: _Room) -> list[Slot]:
    people = [entry.person.id for entry in entries if entry.person]
    not_told = look.readers.not_told(people)
    parts = _parts(look, entries)
    families = look.agendas.families(room.there)
    return [
        Slot(
            item=entry.id,
            kind=entry.kind,
            minutes=entry.minutes_planned,
            needed=_there(families, parts.get(entry.id, frozenset()))
            - room.kept_out(_out(entry, not_told)),
            kept_out=room.kept_out(_out(entry, not_told)),
            is_fixed=entry.person is None or entry.status is not ItemStatus.PLANNED,
        )
        for entry in entries
    ]


def _out(entry: AgendaEntry, not_told: Parts) -> frozenset[UUID]:
    return not_told.get(entry.person.id, frozenset()) if entry.person else frozenset()


def _there(families: Parts, agencies: frozenset[UUID]) -> frozenset[UUID]:
    """Give who sits there for these agencies, whichever of those that merged was named."""
    return frozenset(one for one, family in families.items() if family & agencies)


def _parts(look: Reading, entries: Sequence[AgendaEntry]) -> Parts:
    people = [entry.person.id for entry in entries if entry.person]
    taking = look.agendas.taking_part(people)
    leads = [entry.person.lead_id for entry in entries if entry.person and entry.person.lead_id]
    posts = look.get_many(Professional, leads)
    referrals = look.get_many(Referral, [one.referral.id for one in entries if one.referral])
    found: dict[UUID, frozenset[UUID]] = {}
    for entry in entries:
        if entry.person is None:
            continue
        lead = posts.get(entry.person.lead_id) if entry.person.lead_id else None
        referral = referrals.get(entry.referral.id) if entry.referral else None
        own = {lead.agency_id if lead else None, referral.agency_id if referral else None}
        named = frozenset(one for one in own if one is not None)
        found[entry.id] = taking.get(entry.person.id, frozenset()) | named
    return found


def _hearing(slots: Iterable[Slot], room: _Room) -> dict[UUID, tuple[UUID, ...]]:
    """Give the lines of which somebody must not hear who is there throughout."""
    listed = list(slots)
    found = {
        agency: tuple(slot.item for slot in listed if agency in slot.kept_out)
        for agency in sorted(room.always)
    }
    return {agency: items for agency, items in found.items() if items}


def _proposed(
    look: Reading,
    meeting: Meeting,
    plan: SlotPlan,
    entries: Iterable[AgendaEntry],
    hearing: Mapping[UUID, tuple[UUID, ...]],
    seen: Iterable[AgendaItem],
) -> ProposedOrder:
    wanted = {*(stay.agency for stay in plan.after), *hearing}
    names = {one.id: one.name for one in look.get_many(Agency, sorted(wanted)).values()}
    about = {entry.id: entry.person.reference for entry in entries if entry.person}
    before = {stay.agency: stay for stay in plan.before}
    comings = [
        _coming(names[stay.agency], before[stay.agency], stay, about) for stay in plan.after
    ]
    rest = [one.id for one in seen if one.id not in set(plan.order)]
    return ProposedOrder(
        seen=meeting.revision,
        order=(*plan.order, *rest),
        comings=tuple(sorted(comings, key=lambda one: (one.after.comes, one.agency))),
        hears=tuple(
            (names[agency], tuple(about[item] for item in items))
            for agency, items in hearing.items()
        ),
        is_better=counted(plan.after) < counted(plan.before),
    )


def _coming(agency: str, before: Stay, after: Stay, about: Mapping[UUID, str]) -> Coming:
    told = [tuple(about[item] for item in stay.steps_out) for stay in (before, after)]
    return Coming(agency, before, after, (told[0], told[1]))
