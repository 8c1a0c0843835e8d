"""The briefing of an escalation, read for its receiver and put into words."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from coordinator.casework.demand.reading import read_demand
from coordinator.casework.desk import Desk
from coordinator.casework.escalations.briefings import read_briefing
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.domain.demand.views import newest_counts
from coordinator.domain.escalations.briefings import (
    MOST_TRIED,
    Asked,
    AskedBefore,
    BriefedPerson,
    BriefingContact,
    BriefingFacts,
    OtherPeople,
    TriedBarrier,
)
from coordinator.domain.lists.barriers import EscalationTrack
from coordinator.domain.papers.escalation import EscalationBriefing, TriedLine
from coordinator.domain.papers.imprint import Fact, Imprint, Label, Tone
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.states import EscalationStatus
from coordinator.exports.composing import PaperKind
from coordinator.papers import lines
from coordinator.papers.bare import check_leaves
from coordinator.papers.withholding import without_withheld
from coordinator.wording.dates import day
from coordinator.wording.demand import count_line
from coordinator.wording.labels import inline, label
from coordinator.wording.names import chosen_name
from coordinator.wording.sharing import forum_words
from coordinator.wording.small_numbers import people_words
from coordinator.wording.translation import _

_MOST_COUNTS = 8
_TONES = {
    EscalationStatus.DRAFT: Tone.PLAIN,
    EscalationStatus.SENT: Tone.NOTE,
    EscalationStatus.ACKNOWLEDGED: Tone.NOTE,
    EscalationStatus.ANSWERED: Tone.GOOD,
    EscalationStatus.CLOSED: Tone.PLAIN,
}


def briefing_model(desk: Desk, escalation: UUID) -> tuple[EscalationBriefing, BriefingFacts]:
    """Read the briefing of one escalation; the facts say for whom it is and about whom.

    Raises:
        MissingRecordError, WithheldError, GuardError, NotPermittedError: As for `read_briefing`.
        BasisLackingError: It is about somebody the panel may not work on as their basis stands.
    """
    facts = read_briefing(desk, escalation)
    if facts.person is not None:
        check_leaves(desk, PaperKind.ESCALATION, facts.person.id)
    asked, barrier, today = facts.asked, facts.barrier, desk.today()
    tried = list(_tried(facts))
    made = EscalationBriefing(
        imprint=_imprint(desk, facts),
        number=asked.number,
        ask=asked.ask,
        reply_by=asked.respond_by,
        standing=standing(asked),
        status=Label(label(asked.status), _TONES[asked.status]),
        receiver=asked.receiver,
        receiver_role=asked.receiver_role,
        authority=asked.authority,
        sent_on=asked.sent_on,
        is_draft=asked.status is EscalationStatus.DRAFT,
        person=person_words(facts.person, today) if facts.person else _("Nobody in particular."),
        tried=tuple(tried[-MOST_TRIED:]),
        tried_before=max(len(tried) - MOST_TRIED, 0),
        barrier=barrier_words(barrier) if barrier else "",
        barrier_text=barrier.description if barrier else "",
        barrier_since=barrier.since if barrier else None,
        agency=barrier.agency if barrier else "",
        position=asked.position,
        impact=asked.impact,
        demand=_demand(desk, facts),
        cost=facts.others.cost,
        options=asked.options,
        recommendation=asked.recommendation,
        risk_if_nothing=asked.risk_if_nothing,
        others=others_words(facts.others, today),
        answer=asked.answer,
        answered_on=asked.answered_on,
        answered_by=asked.answered_by,
        conditions=asked.conditions,
        contacts=tuple(map(_contact, facts.contacts)),
    )
    return without_withheld(desk, made, facts.audience), facts


def _demand(desk: Desk, facts: BriefingFacts) -> tuple[str, ...]:
    """Tell how often services were needed, as far as the receiver may have it."""
    if facts.person is None:
        return ()
    known = read_demand(desk, facts.person.id, reader=facts.audience.reader)
    return tuple(count_line(one) for one in newest_counts(known.counts)[:_MOST_COUNTS])


def standing(asked: Asked) -> str:
    """Write the track, and on the ladder its level with what the panel calls it."""
    if asked.track is not EscalationTrack.BARRIER or asked.level is None:
        return label(asked.track)
    if not asked.step:
        return _("Level {level}", level=asked.level)
    return _("Level {level}: {step}", level=asked.level, step=asked.step)


def person_words(person: BriefedPerson, today: date) -> str:
    """Write who it is about in two sentences, by reference unless the chair let the name be."""
    who = person.reference
    if person.name is not None:
        name = chosen_name(lines.parts(person.reference, person.name))
        who = f"{name} ({person.reference})"
    sentences = [
        _with_panel(who, person, today),
        _where_now(person, today),
        _elsewhere(person, today),
    ]
    return " ".join(filter(None, sentences))


def _with_panel(who: str, person: BriefedPerson, today: date) -> str:
    if person.on_caseload_since is None:
        return _("{who} is not on the panel's caseload.", who=who)
    since = day(person.on_caseload_since, today)
    if person.phase is None:
        return _("{who} has been with the panel since {day}.", who=who, day=since)
    return _(
        "{who} has been with the panel since {day}; phase now: {phase}.",
        who=who,
        day=since,
        phase=inline(person.phase),
    )


def _where_now(person: BriefedPerson, today: date) -> str:
    where = _("Housing: {where}", where=inline(person.housing)) if person.housing else ""
    seen = person.last_seen_on
    last = _("last seen {day}", day=day(seen, today)) if seen else _("no contact is recorded yet")
    return f"{where}; {last}." if where else f"{last[0].upper()}{last[1:]}."


def _elsewhere(person: BriefedPerson, today: date) -> str:
    """Say where else it is being dealt with; whom to ask there is for the panel to ask."""
    if not person.forums:
        return ""
    told = "; ".join(forum_words(one, today, with_contact=False) for one in person.forums)
    return _("Other forums: {forums}.", forums=told)


def barrier_words(barrier: TriedBarrier) -> str:
    """Name a barrier: in the panel's own word where it has one."""
    return barrier.own_category or label(barrier.category)


def others_words(others: OtherPeople, today: date) -> str:
    """Write how many others have the same barrier; a small number is not told."""
    said = []
    if others.gap:
        said.append(
            _(
                "Gap {gap}: {count} other people, first raised {day}.",
                gap=others.gap,
                count=people_words(others.affected),
                day=day(others.first_raised_on, today),
            )
        )
    if others.same:
        count = people_words(others.same)
        said.append(_("Open for {count} other people on the caseload.", count=count))
    return " ".join(said) or _("Nobody else on the caseload that the panel knows of.")


def _tried(facts: BriefingFacts) -> Iterator[TriedLine]:
    """Give what was tried, oldest first."""
    found = [*_at_the_barrier(facts.barrier)] if facts.barrier else []
    found += map(_asked_before, facts.before)
    return iter(sorted(found, key=lambda one: one.on or date.min))


def _at_the_barrier(barrier: TriedBarrier) -> Iterator[TriedLine]:
    if barrier.tried.strip():
        yield TriedLine(barrier.tried, barrier.worker or barrier.agency, barrier.since)
    if barrier.action:
        what = "\n".join(filter(None, (barrier.action, barrier.reported)))
        yield TriedLine(what, barrier.reported_by, barrier.reported_on)


def _asked_before(one: AskedBefore) -> TriedLine:
    what = _("Asked {whom}.", whom=one.receiver) if one.receiver else _("Asked.")
    if one.level is not None:
        level = _("Level {level}", level=one.level)
        what = f"{level}: {what[0].lower()}{what[1:]}"
    came = [f"{label(one.outcome)}." if one.outcome else "", one.answer]
    return TriedLine(" ".join(filter(None, (what, *came))), _("The panel"), one.on)


def _contact(one: BriefingContact) -> Fact:
    reach = ", ".join(filter(None, (one.name, one.phone, one.email)))
    return Fact(_("Chair") if one.is_chair else _("Coordinator"), reach)


def _imprint(desk: Desk, facts: BriefingFacts) -> Imprint:
    asked, panel = facts.asked, read_panel_face(desk)
    to = [asked.receiver, asked.receiver_role, facts.audience.name]
    who = Audience(", ".join(dict.fromkeys(filter(None, to))))
    reference = _("{number} briefing", number=asked.number)
    version = _("Draft, not sent") if asked.status is EscalationStatus.DRAFT else ""
    return lines.imprint(panel, who, reference, desk.today(), version=version)
