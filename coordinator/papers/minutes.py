"""The minutes of a meeting, read for one audience and put into words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.escalations.minuting import find_agreed_at
from coordinator.casework.meetings.minutes import AT_THE_DESK
from coordinator.casework.meetings.noted import find_barriers_noted_at, find_gaps_noted_at
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.need_to_know.comms import find_comms_of_meeting
from coordinator.casework.need_to_know.withholding import tells_of_unknown
from coordinator.casework.packs.paper_reads import read_case_facts, read_panel_face
from coordinator.casework.panel.settings import read_text
from coordinator.casework.referrals.lists import read_referral
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.lists.meetings import (
    IN_THE_ROOM,
    DecidedHow,
    MinutesAccuracy,
)
from coordinator.domain.lists.panel import TextKey
from coordinator.domain.meetings.came_of import LeadChange, MoneyDecided, OfferMade
from coordinator.domain.meetings.views import (
    AgendaEntry,
    DecisionRow,
    ItemRecord,
    MeetingRecord,
    NoteRow,
    PresenceRow,
    ReportedAction,
)
from coordinator.domain.papers.imprint import ActionLine, EscalationLine, Label, Tone
from coordinator.domain.papers.meeting import Topic
from coordinator.domain.papers.minutes import (
    AgencyNote,
    Correction,
    DecisionLine,
    DiscussedPerson,
    LeadLine,
    Minutes,
    MinutesStage,
    NotedLine,
    OfferedLine,
)
from coordinator.domain.people.comms import CommsRow
from coordinator.domain.person.case_sheets import Audience, CaseFacts
from coordinator.domain.states import DecisionStatus, ItemStatus, MeetingStatus
from coordinator.papers import lines
from coordinator.papers.apart import (
    answer_apart,
    is_for_few,
    is_open,
    kept_apart,
    open_line,
    open_report,
    restricted_of,
    topics_of,
    who,
)
from coordinator.papers.asking import as_agreed
from coordinator.papers.bare import told_actions, told_reports
from coordinator.papers.meetings import attendance_lines, meeting_facts
from coordinator.papers.not_settled import (
    IN_MINUTES,
    WHO_IN_MINUTES,
    for_all,
    not_settled,
    unsettled_apart,
)
from coordinator.papers.withholding import without_withheld
from coordinator.wording.agendas import left_out
from coordinator.wording.barriers import category_words
from coordinator.wording.decisions import how_decided
from coordinator.wording.labels import label
from coordinator.wording.ledger import decided_words
from coordinator.wording.offers import offered_words
from coordinator.wording.translation import _
from coordinator.wording.voice import comms_words

_STAGES = {
    MeetingStatus.MINUTES_ISSUED: MinutesStage.ISSUED,
    MeetingStatus.APPROVED: MinutesStage.APPROVED,
}


def minutes_model(desk: Desk, meeting: UUID, audience: Audience) -> Minutes:
    """Read the minutes of a meeting as one audience may have them.

    Raises:
        MissingRecordError: No such meeting.
    """
    record = read_meeting(desk, meeting, reader=audience.reader)
    facts = read_case_facts(desk, _everybody(record), reader=audience.reader)
    row, today = record.header.row, desk.today()
    stage = _STAGES.get(row.status, MinutesStage.DRAFT)
    mark = lines.imprint(
        read_panel_face(desk),
        audience,
        _("{meeting} minutes", meeting=row.reference),
        desk.today(),
        version=stage.value,
    )
    found = record.outstanding
    reports = partial(_reports, facts=facts, audience=audience, today=today)
    lines_said = find_comms_of_meeting(desk, meeting, reader=audience.reader)
    whole = Minutes(
        imprint=mark,
        meeting=meeting_facts(record.header, record),
        stage=stage,
        statement=read_text(desk, TextKey.REMINDER),
        statement_read_at=record.statement_read_at,
        attendance=attendance_lines(record.attendance, today, for_agency=bool(audience.agency)),
        previous=_previous(record, for_agency=bool(audience.agency)),
        could_not=tuple(reports(found.could_not)),
        not_done=tuple(reports((*found.not_done, *found.going_on))),
        done=tuple(reports(found.done)),
        people=tuple(_people(desk, record, facts, audience, _outside(lines_said))),
        presence="" if audience.agency else _presence(),
        other_actions=tuple(
            open_line(one, today)
            for one in told_actions(record.other_actions, facts, audience)
            if is_open(one)
        ),
        topics=(*topics_of(record), *_said_outside(lines_said)),
        escalations=tuple(_agreed_to_ask(desk, meeting, facts, audience)),
        barriers=tuple(_in_the_way(desk, record, facts, audience)),
        gaps=tuple(
            NotedLine(one.title, number=one.number)
            for one in find_gaps_noted_at(desk, meeting, reader=audience.reader)
        ),
        distribution=tuple(_distribution(record.attendance)),
        issued_on=row.issued_on,
        approved_on=row.approved_on,
        approved_by=record.approved_by,
        approval_note="" if record.approval_how == AT_THE_DESK else record.approval_how,
        corrections=tuple(_corrections(desk, record, audience)),
        apart=tuple(kept_apart(record, today)),
        is_part=audience.agency is not None,
    )
    return without_withheld(desk, whole, audience)


def _reports(
    rows: Iterable[ReportedAction],
    *,
    facts: Mapping[UUID, CaseFacts],
    audience: Audience,
    today: date,
) -> Iterator[ActionLine]:
    for one in told_reports(rows, facts, audience):
        if is_open(one.action):
            yield open_report(one, today)


def _everybody(record: MeetingRecord) -> list[UUID]:
    found = record.outstanding
    reported = (*found.could_not, *found.not_done, *found.going_on, *found.done)
    about = [one.action.person_id for one in reported]
    about += [one.person_id for one in record.other_actions]
    discussed = [item.entry.person.id for item in record.items if item.entry.person]
    return list(dict.fromkeys((*discussed, *filter(None, about))))


def _corrections(desk: Desk, record: MeetingRecord, audience: Audience) -> Iterator[Correction]:
    """Give what was corrected; of the whole minutes nothing that tells of who is withheld."""
    for one in record.corrections:
        reader = audience.reader if one.item_id is None else None
        if not is_open(one):
            continue  # on the sheet that stays apart
        if reader is None or not tells_of_unknown(desk, one.text, reader):
            yield Correction(one.on, one.text, one.by)


def _agreed_to_ask(
    desk: Desk, meeting: UUID, facts: Mapping[UUID, CaseFacts], audience: Audience
) -> Iterator[EscalationLine]:
    people = [person for person, known in facts.items() if known.show_detail]
    agreed = find_agreed_at(desk, meeting, people, reader=audience.reader)
    for person, asked in agreed:
        known = facts[person]
        yield as_agreed(asked, lines.in_a_list(known.reference, known.name))


def _in_the_way(
    desk: Desk, record: MeetingRecord, facts: Mapping[UUID, CaseFacts], audience: Audience
) -> Iterator[NotedLine]:
    on_agenda = (one.entry.person.id for one in record.items if one.entry.person)
    told = (one for one in dict.fromkeys(on_agenda) if one in facts and facts[one].show_detail)
    people, meeting = list(told), record.header.row.id
    noted = find_barriers_noted_at(desk, meeting, people, reader=audience.reader)
    for person in people:
        who = lines.in_a_list(facts[person].reference, facts[person].name)
        for one in noted:
            if one.person_id == person:
                what = category_words(one.category, one.own)
                said = ": ".join(filter(None, (what, one.description)))
                yield NotedLine(said, who, one.number, one.agency)


def _previous(record: MeetingRecord, *, for_agency: bool) -> str:
    """Say whether the last minutes were agreed; what was changed in them may name anybody."""
    if record.last_minutes_accuracy is MinutesAccuracy.AMENDED and for_agency:
        return _("{reference}: agreed with changes.", reference=record.last_reference)
    if record.last_minutes_accuracy is MinutesAccuracy.AGREED:
        return _("{reference}: agreed as a true record.", reference=record.last_reference)
    if record.last_minutes_accuracy is MinutesAccuracy.AMENDED:
        return _(
            "{reference}: agreed with changes. {changes}",
            reference=record.last_reference,
            changes=record.last_minutes,
        )
    return record.last_reference if for_agency else record.last_minutes


def _outside(said: Iterable[CommsRow]) -> Mapping[UUID, str]:
    return {one.person_id: comms_words(one) for one in said if one.person_id is not None}


def _said_outside(said: Iterable[CommsRow]) -> Iterator[Topic]:
    for one in said:
        if one.person_id is None:
            yield Topic(_("Outside the room"), comms_words(one))


def _people(
    desk: Desk,
    record: MeetingRecord,
    facts: Mapping[UUID, CaseFacts],
    audience: Audience,
    outside: Mapping[UUID, str],
) -> Iterator[DiscussedPerson]:
    for item in record.items:
        person = item.entry.person
        if person is None or person.id not in facts:
            continue
        if audience.agency is not None and not facts[person.id].show_detail:
            own = told_actions(item.actions, facts, audience)
            yield _left_out(item, facts[person.id], own, desk.today())
            continue
        made = _person(item, facts[person.id], desk.today())
        made = replace(made, comms=outside.get(person.id, ""))
        few = [one.text for one in record.corrections if is_for_few(one, item)]
        unsettled = (*item.entry.unsettled, *item.unsettled)
        if few := [*few, *unsettled_apart(unsettled, IN_MINUTES, desk.today())]:
            made = replace(made, restricted="\n".join(filter(None, (made.restricted, *few))))
        if not made.decisions:
            made = _with_answer(desk, made, item, record, audience)
        money = tuple(_money(one) for one in item.money if is_open(one))
        made = replace(made, decisions=(*made.decisions, *money))
        yield made if audience.agency else replace(made, present=_present(item, record.attendance))


def _left_out(
    item: ItemRecord, known: CaseFacts, actions: Iterable[ActionRow], today: date
) -> DiscussedPerson:
    """Give somebody whose information basis is not complete, as another agency may be told."""
    return DiscussedPerson(
        reference=known.reference,
        initials=lines.letters(known),
        summary=left_out(),
        actions=tuple(open_line(one, today) for one in actions if is_open(one)),
        basis=lines.basis_line(known, today),
        outcome=_outcome(item),
    )


def _person(item: ItemRecord, facts: CaseFacts, today: date) -> DiscussedPerson:
    said_here = for_all((*item.entry.unsettled, *item.unsettled))
    item, held_back = item.apart()
    standing = [d for d in item.decisions if d.status is DecisionStatus.MADE]
    return DiscussedPerson(
        reference=facts.reference,
        initials=lines.letters(facts),
        name=lines.own_section_name(facts),
        called=lines.own_section_first_name(facts),
        lead=who(facts.lead, facts.lead_agency),
        why_listed=": ".join(filter(None, _why(item.entry))),
        summary="\n".join(text for text in (item.since_last, item.summary) if text),
        notes=tuple(_note(note) for note in item.notes if is_open(note)),
        own_view=item.person_view,
        own_view_by=item.view_spoken_by,
        risks=tuple(_each_line(item.risks)),
        strengths=tuple(_each_line(item.strengths)),
        decisions=tuple(
            _decision(decision, item.disagreement) for decision in standing if is_open(decision)
        ),
        leads=tuple(_lead(change) for change in item.leads),
        offers=tuple(_offered(offer) for offer in item.offers if is_open(offer)),
        actions=tuple(open_line(one, today) for one in item.actions if is_open(one)),
        review_on=item.entry.next_review_on,
        basis=lines.basis_line(facts, today),
        restricted="\n".join(restricted_of(item, held_back, today)),
        outcome=_outcome(item),
        unsettled=(
            *not_settled(for_all(facts.unsettled), WHO_IN_MINUTES, today),
            *not_settled(said_here, IN_MINUTES, today),
        ),
    )


def _why(entry: AgendaEntry) -> tuple[str, str]:
    return lines.why_line(entry.why), entry.urgent_reason


def _with_answer(
    desk: Desk, made: DiscussedPerson, item: ItemRecord, record: MeetingRecord, audience: Audience
) -> DiscussedPerson:
    """Give the answer to a referral that was answered that day without a decision of its own."""
    if item.entry.referral is None:
        return made
    told = read_referral(desk, item.entry.referral.id, reader=audience.reader)
    if told.decided_on != record.header.row.on:
        return made
    told, held_back = told.apart()
    because = label(told.not_accepted_reason) if told.not_accepted_reason else ""
    reason = "; ".join(part for part in (because, told.decision_reason) if part)
    words = ": ".join(part for part in (label(told.row.status), told.destination) if part)
    few = "\n".join(filter(None, (made.restricted, *answer_apart(held_back))))
    return replace(made, decisions=(DecisionLine(words, reason),), restricted=few)


def _presence() -> str:
    return _("Everybody who came was in the room for each person, unless it says otherwise.")


def _present(item: ItemRecord, room: Iterable[PresenceRow]) -> str:
    """Say which agencies and workers that came left for an item; nothing when all were there.

    Only in the panel's own copy: whom somebody does not want to be told is for no other agency.
    """
    here = [row for row in room if row.result in IN_THE_ROOM]
    came = {name for row in here for name in (row.agency, row.name)}
    hidden = item.entry.person.must_not_hear if item.entry.person else ()
    without = [agency for agency in hidden if agency in came]
    return _("All but {agencies}", agencies=", ".join(without)) if without else ""


def _each_line(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _lead(change: LeadChange) -> LeadLine:
    return LeadLine(who(change.name, change.agency), who(change.former, change.former_agency))


def _offered(offer: OfferMade) -> OfferedLine:
    return OfferedLine(offer.agency, offered_words(offer), offer.until)


def _note(note: NoteRow) -> AgencyNote:
    return AgencyNote(note.agency, note.text, note.said_on)


def _decision(decision: DecisionRow, disagreement: str) -> DecisionLine:
    is_agreed = decision.how is DecidedHow.AGREED
    how = how_decided(decision.how, decision.dissent_agencies if is_agreed else ())
    if decision.dissent_asked and not decision.dissent_agencies:
        how = _("{how}; the chair asked whether anyone disagreed and nobody did.", how=how)
    agencies = ", ".join(decision.dissent_agencies)
    dissent = ": ".join(part for part in (agencies, decision.dissent or disagreement) if part)
    return DecisionLine(decision.text, decision.reason, how, dissent if agencies else "")


def _money(one: MoneyDecided) -> DecisionLine:
    by = _("By {who}.", who=one.decided_by) if one.decided_by else ""
    return DecisionLine(decided_words(one), one.reason, by)


def _outcome(item: ItemRecord) -> Label:
    if item.entry.status is ItemStatus.TAKEN:
        return Label()
    words = ": ".join(p for p in (label(item.entry.status), item.status_reason) if p)
    return Label(words, Tone.NOTE)


def _distribution(room: Iterable[PresenceRow]) -> Iterator[str]:
    yield _("Everybody who was present")
    for row in room:
        if row.result not in IN_THE_ROOM and row.name:
            yield f"{row.agency}: {row.name}"
