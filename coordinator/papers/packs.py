"""The pack of a meeting, read for one audience and put into words."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.escalations.reading import find_escalations
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.packs.paper_reads import (
    read_case_facts,
    read_panel_face,
    read_seat_contacts,
)
from coordinator.casework.panel.settings import read_text
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.referrals.lists import read_referral
from coordinator.domain.actions.rows import TrackerFilter
from coordinator.domain.disclosing.packs import KEPT_FOR
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.escalations.views import EscalationRow
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.lists.panel import TextKey
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.meetings.views import Agenda as AgendaView
from coordinator.domain.meetings.views import AgendaEntry
from coordinator.domain.papers.imprint import Fact, Label
from coordinator.domain.papers.meeting import AttendanceLine
from coordinator.domain.papers.pack import (
    CaseSheet,
    ClosureSheet,
    ContactLine,
    Pack,
    ReferralSheet,
)
from coordinator.domain.person.case_sheets import Audience, CaseFacts, SeatContact
from coordinator.domain.plans.views import PlanView
from coordinator.papers import lines
from coordinator.papers.agendas import agenda_of
from coordinator.papers.asking import of_rows
from coordinator.papers.not_settled import (
    ON_CASE_SHEET,
    ON_CLOSURE_SHEET,
    ON_REFERRAL_SHEET,
    not_settled,
)
from coordinator.papers.plan_lines import PlanLines
from coordinator.papers.trackers import tracker_of
from coordinator.papers.withholding import without_withheld
from coordinator.wording.agendas import basis_asked, outcome_usual
from coordinator.wording.assessments import assessment_words
from coordinator.wording.children import children_words
from coordinator.wording.dates import day
from coordinator.wording.differences import began, difference_words
from coordinator.wording.labels import label
from coordinator.wording.needs import complexity_words, present_words
from coordinator.wording.requests import known_line
from coordinator.wording.scores import with_acknowledgement
from coordinator.wording.translation import _

_TOP = 3  # risks and strengths on a case sheet
_SHEETS = {AgendaKind.URGENT, AgendaKind.REVIEW}


def pack_model(desk: Desk, meeting: UUID, audience: Audience) -> Pack:
    """Read everything a member needs in the room, as one audience may have it.

    Raises:
        MissingRecordError: No such meeting.
    """
    view = read_agenda(desk, meeting, reader=audience.reader)
    entries = [entry for entry in view.entries if entry.person is not None]
    people = [entry.person.id for entry in entries if entry.person]
    facts = read_case_facts(desk, people, reader=audience.reader)
    plans = {person: _plan(desk, person, audience) for person in facts}
    panel = read_panel_face(desk)
    row = view.header.row
    contacts = read_seat_contacts(desk)
    asked = find_escalations(desk, reader=audience.reader)
    whole = Pack(
        imprint=lines.imprint(
            panel, audience, _("{meeting} pack", meeting=row.reference), desk.today()
        ),
        agenda=agenda_of(desk, view, audience),
        variant=_("full") if audience.agency is None else _("own agency"),
        destroy_by=row.on + KEPT_FOR,
        statement=read_text(desk, TextKey.STATEMENT),
        attendance=tuple(_seat(contact, desk.today()) for contact in contacts),
        tracker=tracker_of(desk, audience, TrackerFilter(of_places=_is_about_places(view))),
        cases=tuple(
            _case(entry, facts[person], plans[person], desk.today(), _about(person, asked))
            for entry, person in _of_kind(entries, _SHEETS, facts)
        ),
        referrals=tuple(
            _referral(desk, entry, facts[person], audience)
            for entry, person in _of_kind(entries, {AgendaKind.NEW_REFERRAL}, facts)
        ),
        closures=tuple(
            _closure(facts[person], plans[person], desk.today())
            for _entry, person in _of_kind(entries, {AgendaKind.CLOSURE}, facts)
        ),
        escalations=of_rows(_with_detail(asked, facts)),
        terms=tuple(_terms(panel.terms, view.header.quorum_needed)),
        contacts=tuple(_contact(contact, desk.today()) for contact in contacts),
    )
    return without_withheld(desk, whole, audience)


def _is_about_places(view: AgendaView) -> bool:
    return kind_of(view.header.row.meeting_type).about_places


def _of_kind(
    entries: Iterable[AgendaEntry], kinds: set[AgendaKind], facts: Mapping[UUID, CaseFacts]
) -> Iterable[tuple[AgendaEntry, UUID]]:
    for entry in entries:
        if entry.person and entry.kind in kinds and entry.person.id in facts:
            yield entry, entry.person.id


def _plan(desk: Desk, person: UUID, audience: Audience) -> PlanView | None:
    try:
        return read_plan(desk, person, reader=audience.reader)
    except MissingRecordError:
        return None


def _with_detail(
    asked: Iterable[EscalationRow], facts: Mapping[UUID, CaseFacts]
) -> Iterable[EscalationRow]:
    """Leave out whoever is in the pack by initials only."""
    for row in asked:
        known = facts.get(row.person_id) if row.person_id else None
        if row.person_id is None or (known is not None and known.show_detail):
            yield row


def _about(person: UUID, asked: Iterable[EscalationRow]) -> Iterable[EscalationRow]:
    return (row for row in asked if row.person_id == person)


def _case(
    entry: AgendaEntry,
    facts: CaseFacts,
    plan: PlanView | None,
    today: date,
    asked: Iterable[EscalationRow],
) -> CaseSheet:
    if not facts.show_detail:
        return CaseSheet(
            facts.reference,
            lines.letters(facts),
            lead=", ".join(part for part in (facts.lead, facts.lead_agency) if part),
            basis=lines.basis_line(facts, today),
            question=basis_asked(),
            is_bare=True,
            lead_alone=facts.lead,
        )
    sheet = CaseSheet(
        reference=facts.reference,
        initials=lines.letters(facts),
        name=lines.own_section_name(facts),
        lead=", ".join(part for part in (facts.lead, facts.lead_agency) if part),
        status=Label(label(facts.status)) if facts.status else Label(),
        phase=label(facts.phase) if facts.phase else "",
        days_on_list=(today - facts.opened_on).days if facts.opened_on else 0,
        basis=lines.basis_line(facts, today),
        last_seen=facts.last_seen_on,
        next_review=facts.next_review_on,
        question=entry.outcome_sought or outcome_usual(entry.kind),
        last_decision=facts.last_decision,
        known_to=known_line(entry.replies),
        elsewhere=lines.forum_lines(entry, today),
        children=children_words(facts.children),
        assessed=tuple(
            assessment_words(one, today) for one in facts.assessments if one.ended_on is None
        ),
        scored=tuple(with_acknowledgement(facts.scored, today)),
        escalations=of_rows(asked),
        lead_alone=facts.lead,
        unsettled=not_settled((*facts.unsettled, *entry.unsettled), ON_CASE_SHEET, today),
        needs=complexity_words(facts.needs.complexity),
        needs_which=". ".join(present_words(facts.needs)),
    )
    return _with_plan(sheet, plan, today) if plan else sheet


def _with_plan(sheet: CaseSheet, plan: PlanView, today: date) -> CaseSheet:
    told = PlanLines(plan, today)
    return replace(
        sheet,
        warnings=told.warnings(),
        changes=_since_agreed(plan),
        risks=told.risks(_TOP),
        strengths=told.strengths(_TOP),
        goals=told.goals(),
        actions=told.actions(),
        barriers=told.barriers(),
    )


def _since_agreed(plan: PlanView) -> tuple[str, ...]:
    """Say what changed since the plan was agreed, or that nothing did, or that it never was."""
    unchanged = _("Nothing changed.") if plan.version else _("The plan is not agreed yet.")
    return tuple(map(began, difference_words(plan.since_agreed))) or (unchanged,)


def _referral(
    desk: Desk, entry: AgendaEntry, facts: CaseFacts, audience: Audience
) -> ReferralSheet:
    line, basis = entry.referral, lines.basis_line(facts, desk.today())
    sheet = ReferralSheet(facts.reference, lines.letters(facts), basis=basis)
    if line is None:
        return sheet
    referrer = ", ".join(part for part in (line.referrer, line.agency) if part)
    sheet = replace(
        sheet, referrer=referrer, referrer_alone=line.referrer, received_on=line.referred_on
    )
    if not facts.show_detail:
        return replace(sheet, is_bare=True)
    told = read_referral(desk, line.id, reader=audience.reader)
    return replace(
        sheet,
        name=lines.own_section_name(facts),
        why_now=line.why_now,
        criteria=tuple(label(criterion) for criterion in told.criteria),
        tried=told.tried,
        risk=told.risk,
        offer=line.offer,
        own_view=told.person_view,
        known_to=known_line(entry.replies),
        elsewhere=lines.forum_lines(entry, desk.today()),
        children=children_words(facts.children),
        unsettled=not_settled(
            (*facts.unsettled, *entry.unsettled), ON_REFERRAL_SHEET, desk.today()
        ),
    )


def _closure(facts: CaseFacts, plan: PlanView | None, today: date) -> ClosureSheet:
    return ClosureSheet(
        reference=facts.reference,
        initials=lines.letters(facts),
        name=lines.own_section_name(facts),
        lead=facts.lead,
        goals=PlanLines(plan, today).goals() if plan else (),
        who_to_ring=plan.text["who_to_ring"] if plan else "",
        unsettled=not_settled(facts.unsettled, ON_CLOSURE_SHEET, today)
        if facts.show_detail
        else (),
    )


def _terms(terms: str, quorum: int) -> Iterable[Fact]:
    for line in terms.splitlines():
        heading, _colon, text = line.partition(":")
        if text.strip():
            yield Fact(heading.strip(), text.strip())
        elif heading.strip():
            yield Fact("", heading.strip())
    yield Fact(_("Quorum"), _("{count} agencies", count=quorum))


def _seat(contact: SeatContact, today: date) -> AttendanceLine:
    return AttendanceLine(contact.agency or contact.seat, _holder(contact, today), contact.job)


def _holder(contact: SeatContact, today: date) -> str:
    if not contact.name and contact.vacant_since:
        return _("Vacant since {day}", day=day(contact.vacant_since, today))
    return contact.name


def _contact(contact: SeatContact, today: date) -> ContactLine:
    return ContactLine(
        contact.agency or contact.seat,
        _holder(contact, today),
        contact.job,
        contact.phone,
        contact.email,
        is_vacant=not contact.name,
    )
