"""Agendas as read: numbered anew for each reader, so that what is withheld leaves no gap."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from coordinator.casework.actions.lists import rows_of
from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import officers_on
from coordinator.casework.escalations.counting import lines_of
from coordinator.casework.meetings.agenda_facts import WRITES_ITSELF, actions_due, seen_days
from coordinator.casework.meetings.information_replies import replies_about
from coordinator.casework.meetings.series import rhythm_of
from coordinator.casework.need_to_know.sharing import basis_statuses
from coordinator.casework.need_to_know.sight import Sight, sight_of
from coordinator.casework.panel.lines import days, rundown
from coordinator.casework.people.around_reads import forums_about
from coordinator.casework.records.unsettled import Marks, those_of, unsettled_of
from coordinator.db.models import (
    Agency,
    AgendaItem,
    Meeting,
    Person,
    Presence,
    Professional,
    Referral,
    Series,
)
from coordinator.db.transaction import Reading
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.escalations.views import AskedLine
from coordinator.domain.lists.meetings import WhyListed
from coordinator.domain.lists.panel import TimeKey
from coordinator.domain.meetings.agendas import in_order
from coordinator.domain.meetings.information_requests import AgencyReply
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.meetings.rules import HERE, TO_COME
from coordinator.domain.meetings.series import next_day
from coordinator.domain.meetings.views import (
    Agenda,
    AgendaEntry,
    MeetingHeader,
    MeetingRow,
    PersonLine,
    ReferralLine,
)
from coordinator.domain.need_to_know.bases import detail_allowed
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.panel.rundowns import begin_minutes
from coordinator.domain.people.around import Forum
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import BasisStatus, ItemStatus
from coordinator.reference.working_days import add_working_days, is_working_day


def read_agenda(desk: Desk, meeting_id: UUID, *, reader: Reader | None = None) -> Agenda:
    """Give the agenda of a meeting; withdrawn lines are left out.

    Args:
        desk: Who asks.
        meeting_id: Which.
        reader: For whom a paper is made, besides the sitter.

    Raises:
        MissingRecordError: No such meeting.
    """
    with desk.read(reader=reader) as look:
        meeting = look.get(Meeting, meeting_id)
        due = actions_due(look, meeting)
        items = [i for i in ordered_items(look, meeting) if i.status is not ItemStatus.WITHDRAWN]
        people = [*(one.person_id for one in items), *(one.person_id for one in due)]
        sight = sight_of(desk, look, people, reader)
        shown = [one for one in due if sight.sees(one.person_id, one.sensitivity)]
        within, entries = days(look), entries_of(look, meeting, items, sight)
        return Agenda(
            header=header_of(look, meeting, desk.today()),
            entries=entries,
            actions=by_agency(rows_of(look, shown, desk.today())),
            referrals_by=add_working_days(meeting.on, -within[TimeKey.REFERRALS_IN]),
            papers_by=add_working_days(meeting.on, -within[TimeKey.PAPERS_OUT]),
            minutes_by=add_working_days(meeting.on, within[TimeKey.MINUTES_OUT]),
            last_reference=reference_before(look, meeting),
            rundown=rundown(look),
            block=_block(look, meeting, items, entries) if reader else None,
            money_waiting=_money_waiting(desk, look, meeting, reader),
        )


def _money_waiting(desk: Desk, look: Reading, meeting: Meeting, reader: Reader | None) -> int:
    """Count the requests nothing was said to; of a meeting that is over they tell nothing."""
    if meeting.meeting_type not in WRITES_ITSELF or meeting.status not in TO_COME:
        return 0
    waiting = look.money.waiting()
    sight = sight_of(desk, look, [one.person_id for one in waiting], reader)
    return sum(sight.sees(one.person_id, one.sensitivity) for one in waiting)


def _block(
    look: Reading,
    meeting: Meeting,
    items: Sequence[AgendaItem],
    entries: Iterable[AgendaEntry],
) -> tuple[time, time] | None:
    """Say from when to when a reader's people are taken, whoever else is taken meanwhile."""
    lines = [(item.item_kind, item.minutes_planned) for item in items]
    first = meeting.starts_at.hour * 60 + meeting.starts_at.minute
    begins = begin_minutes(lines, rundown(look), first)
    own = {entry.id for entry in entries if entry.person}
    places = [at for at, item in enumerate(items) if item.id in own]
    if not places:
        return None
    ends = begins[places[-1]] + items[places[-1]].minutes_planned
    return _clock(begins[places[0]]), _clock(ends)


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def by_agency(rows: Iterable[ActionRow]) -> tuple[ActionRow, ...]:
    """Put actions in the order of their agencies, the longest overdue first."""
    return tuple(sorted(rows, key=lambda row: (row.owner.agency, row.due_on, row.number)))


def ordered_items(look: Reading, meeting: Meeting) -> list[AgendaItem]:
    """Give the lines of a meeting in its order."""
    items = {item.id.hex: item for item in look.meetings.items(meeting.id)}
    return [items[key] for key in in_order(meeting.item_order, sorted(items))]


def header_of(look: Reading, meeting: Meeting, today: date) -> MeetingHeader:
    """Give what the papers of a meeting say first; names are those of its day once it is open."""
    panel = look.meetings.panel()
    usual = officers_on(look, panel, meeting.on)
    chair, minute_taker = meeting.chair_id or usual[0], meeting.minute_taker_id or usual[1]
    names = names_of(look, [chair, minute_taker], meeting.id)
    asked = meeting.quorum_needed
    if asked is None:
        asked = panel.quorum if panel and kind_of(meeting.meeting_type).has_quorum else 0
    return MeetingHeader(
        row=row_of(meeting),
        panel=panel.name if panel else "",
        chair=names.get(chair, ""),
        chair_id=chair,
        minute_taker=names.get(minute_taker, ""),
        quorum_needed=asked,
        is_closed_day=not is_working_day(meeting.on),
        next_on=_next_on(look, meeting, today),
    )


def names_of(
    look: Reading, people: Iterable[UUID | None], meeting: UUID
) -> Mapping[UUID | None, str]:
    """Name professionals, as the attendance of a meeting froze them where they came."""
    wanted = [one for one in people if one is not None]
    names: dict[UUID | None, str] = {
        one.id: one.name for one in look.get_many(Professional, wanted).values()
    }
    frozen = {row.professional_id: row.name for row in look.meetings.attendance(meeting)}
    return names | {key: name for key, name in frozen.items() if key in names}


def _next_on(look: Reading, meeting: Meeting, today: date) -> date | None:
    following = look.meetings.after(meeting)
    if following is not None:
        return following.on
    if meeting.series_id is None:
        return None
    series = look.get(Series, meeting.series_id)
    if not series.active:
        return None
    return next_day(rhythm_of(series), look.meetings.last_day_of(series.id), today)


def reference_before(look: Reading, meeting: Meeting) -> str:
    """Give the reference of the meeting before, where its minutes are agreed; else nothing."""
    if not kind_of(meeting.meeting_type).follows_last:
        return ""
    last = look.meetings.before(meeting)
    return last.reference if last else ""


def row_of(meeting: Meeting) -> MeetingRow:
    """Give a meeting as lists show it."""
    return MeetingRow(
        id=meeting.id,
        revision=meeting.revision,
        reference=meeting.reference,
        series_id=meeting.series_id,
        meeting_type=meeting.meeting_type,
        on=meeting.on,
        starts_at=meeting.starts_at,
        minutes_planned=meeting.minutes_planned,
        zone=meeting.zone,
        place=meeting.place,
        status=meeting.status,
        cancel_reason=meeting.cancel_reason,
        issued_on=meeting.issued_on,
        approved_on=meeting.approved_on,
    )


def entries_of(
    look: Reading, meeting: Meeting, items: Sequence[AgendaItem], sight: Sight
) -> tuple[AgendaEntry, ...]:
    """Number the lines a reader may see, in the order given; who is erased has no line."""
    asked = lines_of(look, [item.escalation_id for item in items if item.escalation_id], sight)
    allowed = [
        item
        for item in items
        if sight.sees(item.person_id) and (not item.escalation_id or item.escalation_id in asked)
    ]
    around = _around(look, meeting, allowed, asked, sight)
    shown = [i for i in allowed if i.person_id is None or i.person_id in around.people]
    return tuple(_entry(number, item, around) for number, item in enumerate(shown, 1))


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around the lines of an agenda, asked for once."""

    people: Mapping[UUID, PersonLine]
    referrals: Mapping[UUID, ReferralLine]
    replies: Mapping[UUID, tuple[AgencyReply, ...]]
    asked: Mapping[UUID, AskedLine]
    forums: Mapping[UUID, tuple[Forum, ...]]
    unsettled: Marks


def _around(
    look: Reading,
    meeting: Meeting,
    items: Sequence[AgendaItem],
    asked: Mapping[UUID, AskedLine],
    sight: Sight,
) -> _Around:
    referrals = look.get_many(Referral, [i.referral_id for i in items if i.referral_id])
    people = _people(look, meeting, items)
    return _Around(
        people,
        _referrals(look, referrals.values()),
        replies_about(look, meeting.id, people),
        asked,
        forums_about(look, people, sight),
        unsettled_of(look, [*(item.id for item in items), *referrals]),
    )


def _people(
    look: Reading, meeting: Meeting, items: Sequence[AgendaItem]
) -> Mapping[UUID, PersonLine]:
    people = look.get_many(Person, [item.person_id for item in items if item.person_id])
    cases = _cases(look, items)
    leads = look.agendas.leads(list(cases.values()), meeting.on)
    posts = look.get_many(Professional, list(leads.values()))
    not_told = look.readers.not_told(people)
    room = in_room(look, meeting)
    wanted = {*room, *(post.agency_id for post in posts.values())}
    agencies = {one.id: one.name for one in look.get_many(Agency, sorted(wanted)).values()}
    barred = room & frozenset().union(*not_told.values())
    workers = {one.id: one.name for one in look.get_many(Professional, sorted(barred)).values()}
    names = {**workers, **agencies}
    bases, seen = basis_statuses(look, people), seen_days(look, people)
    lines: dict[UUID, PersonLine] = {}
    for key, person in people.items():
        case = cases.get(key)
        lead = posts.get(leads[case]) if case is not None and case in leads else None
        hidden = room & not_told.get(key, frozenset())
        lines[key] = PersonLine(
            id=key,
            reference=person.reference,
            name=PersonName(person.given_name, person.family_name, person.preferred_name),
            show_detail=detail_allowed(bases.get(key)),
            lead_id=lead.id if lead else None,
            lead=lead.name if lead else "",
            lead_agency=agencies.get(lead.agency_id, "") if lead else "",
            last_seen_on=seen.get(key),
            must_not_hear=tuple(sorted(names.get(one, "") for one in hidden)),
            not_told=not_told.get(key, frozenset()),
            is_withdrawn=bases.get(key) is BasisStatus.WITHDRAWN,
        )
    return lines


def _cases(look: Reading, items: Sequence[AgendaItem]) -> Mapping[UUID, UUID]:
    """Give the case of each person; that of a referral is the one it opened since."""
    opened = look.agendas.opened_by([item.referral_id for item in items if item.referral_id])
    cases = [(i.person_id, i.case_id or opened.get(i.referral_id or i.id)) for i in items]
    found = {person: case for person, case in cases if person and case}
    asked = {item.person_id for item in items if item.person_id and item.escalation_id}
    lacking = asked.difference(found)  # an answer is about the person, whatever their case
    return {**look.outreach.cases_of(lacking), **found} if lacking else found


def in_room(look: Reading, meeting: Meeting) -> frozenset[UUID]:
    """Give the agencies and workers in the room; before the meeting, with a seat or invited."""
    rows = look.meetings.attendance(meeting.id)
    here = [row for row in rows if _may_be_here(row)]
    sitting = {one for row in here for one in (row.agency_id, row.professional_id) if one}
    if rows and meeting.status not in TO_COME:
        return frozenset(sitting)
    seats = look.meetings.seats()
    holders = look.get_many(Professional, [seat.holder_id for seat in seats if seat.holder_id])
    seated = {seat.agency_id for seat in seats if seat.agency_id}
    employed = (holder.agency_id for holder in holders.values())
    return frozenset({*sitting, *seated, *holders, *employed})


def _may_be_here(row: Presence) -> bool:
    """Whoever has not been ticked off yet may well be sitting there."""
    return row.result is None or row.result in HERE


def _referrals(look: Reading, referrals: Collection[Referral]) -> Mapping[UUID, ReferralLine]:
    posts = look.get_many(Professional, [r.referrer_id for r in referrals if r.referrer_id])
    agencies = look.get_many(Agency, [r.agency_id for r in referrals if r.agency_id])
    return {
        one.id: ReferralLine(
            id=one.id,
            referrer=posts[one.referrer_id].name if one.referrer_id in posts else "",
            agency=agencies[one.agency_id].name if one.agency_id in agencies else "",
            referred_on=one.referred_on,
            why_now=one.why_now,
            offer=one.offer,
        )
        for one in referrals
    }


def _entry(number: int, item: AgendaItem, around: _Around) -> AgendaEntry:
    return AgendaEntry(
        number=number,
        id=item.id,
        revision=item.revision,
        kind=item.item_kind,
        title=item.title,
        person=around.people.get(item.person_id) if item.person_id else None,
        case_id=item.case_id,
        referral=around.referrals.get(item.referral_id) if item.referral_id else None,
        why=tuple(WhyListed(why) for why in item.why_listed),
        outcome_sought=item.outcome_sought,
        urgent_reason=item.urgent_reason,
        minutes_planned=item.minutes_planned,
        status=item.status,
        next_review_on=item.next_review_on,
        replies=around.replies.get(item.person_id, ()) if item.person_id else (),
        escalation=around.asked.get(item.escalation_id) if item.escalation_id else None,
        forums=around.forums.get(item.person_id, ()) if item.person_id else (),
        unsettled=those_of(around.unsettled, (item.id, item.referral_id)),
    )
