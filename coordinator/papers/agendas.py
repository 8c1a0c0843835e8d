"""The agenda of a meeting, read for one audience and put into words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, time
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.packs.paper_reads import read_case_facts, read_panel_face
from coordinator.casework.panel.settings import read_text
from coordinator.casework.places.due import find_plans_due
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.lists.panel import TextKey
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.meetings.views import Agenda as AgendaView
from coordinator.domain.meetings.views import AgendaEntry
from coordinator.domain.papers.agenda import (
    AgencyActions,
    Agenda,
    AgendaItem,
    AwayLine,
    PlanOnAgenda,
)
from coordinator.domain.papers.meeting import Topic
from coordinator.domain.papers.places import PlaceActionLine
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.places.views import PlanDue
from coordinator.domain.roles import Right, may
from coordinator.domain.states import Sensitivity
from coordinator.papers import lines
from coordinator.papers.asking import on_agenda
from coordinator.papers.bare import tells_all, told_actions
from coordinator.papers.meetings import meeting_facts
from coordinator.papers.not_settled import ON_AGENDA, not_settled
from coordinator.papers.on_the_table import without_restricted
from coordinator.papers.withholding import without_withheld
from coordinator.wording.agendas import basis_asked, left_out, outcome_usual, restricted_here
from coordinator.wording.dates import clock, day
from coordinator.wording.labels import label
from coordinator.wording.ledger import waiting_words
from coordinator.wording.translation import _

_ABOUT_PEOPLE = {
    AgendaKind.URGENT: "urgent",
    AgendaKind.REVIEW: "reviews",
    AgendaKind.NEW_REFERRAL: "referrals",
    AgendaKind.CLOSURE: "closures",
}


def agenda_model(desk: Desk, meeting: UUID, audience: Audience) -> Agenda:
    """Read the agenda of a meeting as one audience may have it.

    Raises:
        MissingRecordError: No such meeting.
    """
    view = read_agenda(desk, meeting, reader=audience.reader)
    return without_withheld(desk, agenda_of(desk, view, audience), audience)


def agenda_of(desk: Desk, view: AgendaView, audience: Audience) -> Agenda:
    """Put an agenda that was read for one audience into words, as it was typed.

    What is restricted is printed on none, not even the panel's own: it lies on the table.
    """
    view = without_restricted(desk, view, audience)
    today = desk.today()
    row = view.header.row
    parts: dict[str, list[AgendaItem]] = {name: [] for name in _ABOUT_PEOPLE.values()}
    for entry, starts in zip(view.entries, view.begins, strict=True):
        if entry.kind in _ABOUT_PEOPLE:
            item = _item(entry, starts, today)
            if not _is_told_times(audience):
                item = replace(item, starts=None, minutes=0)
            parts[_ABOUT_PEOPLE[entry.kind]].append(item)
    mark = lines.imprint(
        read_panel_face(desk), audience, _("{meeting} agenda", meeting=row.reference), desk.today()
    )
    agenda = Agenda(
        imprint=mark,
        meeting=meeting_facts(view.header),
        statement=read_text(desk, TextKey.REMINDER),
        previous=_previous(view),
        actions_due=_by_agency(_told(desk, view.actions, audience), today),
        escalations=on_agenda(view.entries),
        topics=(*_topics(view.entries), *_money(view)),
        next_days=(view.header.next_on,) if view.header.next_on else (),
        deadlines=tuple(_deadlines(view, today)),
        urgent=tuple(parts["urgent"]),
        reviews=tuple(parts["reviews"]),
        referrals=tuple(parts["referrals"]),
        closures=tuple(parts["closures"]),
        parts=view.rundown.parts,
        own_part="" if _is_told_times(audience) else _own_part(view),
        away=tuple(_away(view)) if _is_told_times(audience) else (),
        is_part=audience.agency is not None,
    )
    return _about_places(desk, agenda, view, audience)


def _about_places(desk: Desk, agenda: Agenda, view: AgendaView, audience: Audience) -> Agenda:
    """Put place plans in the place of actions, agency by agency, at a meeting about places."""
    row = view.header.row
    if not kind_of(row.meeting_type).about_places:
        return agenda
    found = find_plans_due(desk, row.id, to_print=True, reader=audience.reader)
    return replace(agenda, actions_due=(), is_about_places=True, plans=tuple(map(_plan, found)))


def _plan(one: PlanDue) -> PlanOnAgenda:
    name = _("{number}, {place}: {title}", number=one.number, place=one.place, title=one.title)
    return PlanOnAgenda(name, tuple(map(_due, one.actions)))


def _due(row: ActionRow) -> PlaceActionLine:
    text = row.text if row.sensitivity is Sensitivity.STANDARD else restricted_here()
    return PlaceActionLine(row.number, text, row.owner.agency, row.due_on)


def _deadlines(view: AgendaView, today: date) -> Iterator[str]:
    if kind_of(view.header.row.meeting_type).about_places:
        yield _("Papers sent by {day}", day=day(view.papers_by, today))
    else:
        yield _("Referrals by {day}", day=day(view.referrals_by, today))
        yield _("papers sent by {day}", day=day(view.papers_by, today))
    yield _("minutes by {day}", day=day(view.minutes_by, today))
    yield _("late items on the day by exception, with the chair's yes.")


def _is_told_times(audience: Audience) -> bool:
    """Whether a copy has a time beside each line: the panel's own, and its officers'."""
    return audience.reader is None or may(audience.reader.role, Right.RUN_MEETINGS)


def _own_part(view: AgendaView) -> str:
    if view.block is None:
        return ""
    begins, ends = view.block
    return _("{begins} to {ends}", begins=clock(begins), ends=clock(ends))


def _away(view: AgendaView) -> Iterator[AwayLine]:
    """Give from when to when agencies leave the room, those of one stretch together."""
    stretches: list[AwayLine] = []
    for entry, leaves in zip(view.entries, view.begins, strict=True):
        agencies = tuple(sorted(entry.person.must_not_hear)) if entry.person else ()
        returns = _after(leaves, entry.minutes_planned)
        last = stretches[-1] if stretches else None
        if last is not None and (last.returns, last.agencies) == (leaves, agencies):
            stretches[-1] = replace(last, returns=returns)
        elif agencies:
            stretches.append(AwayLine(leaves, returns, agencies))
    yield from stretches


def _after(at: time, minutes: int) -> time:
    whole = at.hour * 60 + at.minute + minutes
    return time(whole // 60 % 24, whole % 60)


def _item(entry: AgendaEntry, starts: time, today: date) -> AgendaItem:
    person, referral = entry.person, entry.referral
    detail = person is None or person.show_detail
    lead = ", ".join(p for p in (person.lead, person.lead_agency) if p) if person else ""
    return AgendaItem(
        person=lines.person_in_list(person) or entry.title or label(entry.kind),
        lead=lead,
        why=_why(entry) if detail else _("Information basis not complete yet"),
        last_seen=person.last_seen_on if person and detail else None,
        wanted=(entry.outcome_sought or outcome_usual(entry.kind)) if detail else basis_asked(),
        starts=starts,
        minutes=entry.minutes_planned,
        referrer=", ".join(p for p in (referral.referrer, referral.agency) if p)
        if referral
        else "",
        offer=_offer(entry) if detail else left_out(),
        elsewhere="; ".join(lines.forum_lines(entry, today)) if detail else "",
        lead_alone=person.lead if person else "",
        referrer_alone=referral.referrer if referral else "",
        unsettled=not_settled(entry.unsettled, ON_AGENDA, today, alone=False) if detail else (),
    )


def _offer(entry: AgendaEntry) -> str:
    return entry.referral.offer if entry.referral else ""


def _why(entry: AgendaEntry) -> str:
    said = lines.why_line(entry.why)
    return ": ".join(part for part in (said, entry.urgent_reason) if part)


def _previous(view: AgendaView) -> str:
    if not view.last_reference:
        return ""
    return _("{reference}. Are they accurate?", reference=view.last_reference)


def _told(desk: Desk, rows: Sequence[ActionRow], audience: Audience) -> Iterable[ActionRow]:
    """Leave out what others do for somebody of whom a copy says initials only."""
    if tells_all(audience):
        return rows
    people = list(dict.fromkeys(row.person_id for row in rows if row.person_id))
    return told_actions(rows, read_case_facts(desk, people, reader=audience.reader), audience)


def _by_agency(rows: Iterable[ActionRow], today: date) -> tuple[AgencyActions, ...]:
    groups: dict[str, list[ActionRow]] = {}
    for row in rows:
        groups.setdefault(row.owner.agency, []).append(row)
    return tuple(
        AgencyActions(agency, tuple(lines.action_line(row, today) for row in found))
        for agency, found in groups.items()
    )


def _topics(entries: Iterable[AgendaEntry]) -> Iterator[Topic]:
    for entry in entries:
        if entry.kind in {AgendaKind.SYSTEM, AgendaKind.LEARNING, AgendaKind.OTHER}:
            yield Topic(entry.title or label(entry.kind), entry.outcome_sought)


def _money(view: AgendaView) -> Iterator[Topic]:
    if words := waiting_words(view.money_waiting):
        yield Topic(_("Money"), words)
