"""Somebody's journey, gathered from the rows and the change log, as far as a reader may see it."""

from collections.abc import Iterator
from uuid import UUID

from coordinator.casework.cases.periods import periods_of
from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.escalations.reading import find_escalations
from coordinator.casework.need_to_know.naming import with_initials
from coordinator.casework.need_to_know.sight import Sight, sight_of_one
from coordinator.db.models import (
    ComingMove,
    Contact,
    Decision,
    HousingApplication,
    Meeting,
    Missing,
    Offer,
    Person,
    Referral,
)
from coordinator.db.transaction import Reading
from coordinator.domain.cases.rules import CasePeriod
from coordinator.domain.escalations.views import EscalationFilter, EscalationRow
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.people.contacts import is_seen
from coordinator.domain.person.journeys import (
    Happened,
    Journey,
    Kind,
    Lane,
    Span,
    Tried,
    phases_of,
)
from coordinator.domain.states import CasePhase, DecisionStatus

_PHASE = "phase"


def read_journey(desk: Desk, person_id: UUID, *, reader: Reader | None = None) -> Journey:
    """Give the journey of one person.

    Whoever is named in it beyond doubt is written by initials and reference.

    Args:
        desk: Who asks.
        person_id: Whose.
        reader: For whom a paper is made, besides the sitter.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    asked = EscalationFilter(open_only=False, person_id=person_id)
    with desk.read(reader=reader) as look:
        look.get(Person, person_id)
        sight = sight_of_one(desk, look, person_id, reader)
        periods = periods_of(look, [person_id], desk.today()).get(person_id, ())
        spans = [span for case in periods for span in _of_case(look, case)]
        spans += _missing(look, person_id, sight)
        happened = [*_events(look, person_id, sight)]
        happened += [one for case in periods for one in _moved_in(case)]
        tries = tuple(
            Tried(one.at.astimezone(LONDON).date(), is_seen(one.contact_type, one.result))
            for one in look.people.about(Contact, [person_id])
            if sight.sees(person_id, one.sensitivity)
        )
    for row in find_escalations(desk, asked, reader=reader):
        happened += _escalated(row)
    return Journey(
        spans=tuple(sorted(spans, key=lambda one: (one.since, one.lane))),
        happened=_by_initials(desk, happened, person_id, reader),
        tries=tuple(sorted(tries, key=lambda one: one.on)),
        today=desk.today(),
    )


def _by_initials(
    desk: Desk, happened: list[Happened], person: UUID, reader: Reader | None
) -> tuple[Happened, ...]:
    words = with_initials(desk, [one.words for one in happened], people=[person], reader=reader)
    said = [
        Happened(one.lane, one.on, one.what, text)
        for one, text in zip(happened, words, strict=True)
    ]
    return tuple(sorted(said, key=lambda one: (one.on, one.lane)))


def _of_case(look: Reading, case: CasePeriod) -> Iterator[Span]:
    yield Span(Lane.CASE, case.opened_on, case.closed_on, case.close_reason or Kind.OPEN)
    found = [
        (change.made.astimezone(LONDON).date(), CasePhase(str(change.value)))
        for change in look.history.changes_of(case.id)
        if change.field == _PHASE
    ]
    begun = (case.opened_on, CasePhase.ENGAGING)  # where every case begins; not a change
    yield from phases_of([begun, *found], case.opened_on, case.closed_on)
    for lead in case.leads:
        until = lead.to_on or case.closed_on
        yield Span(Lane.LEAD, lead.from_on, until, None, f"{lead.professional}, {lead.agency}")


def _moved_in(case: CasePeriod) -> Iterator[Happened]:
    if case.move_in.moved_in_on is not None:
        yield Happened(Lane.HOME, case.move_in.moved_in_on, Kind.MOVED_IN)


def _missing(look: Reading, person: UUID, sight: Sight) -> Iterator[Span]:
    for one in look.people.about(Missing, [person]):
        if sight.sees(person, one.sensitivity):
            since = one.last_seen_on or one.noted_on
            yield Span(Lane.MISSING, since, one.found_on, Kind.MISSING)


def _events(look: Reading, person: UUID, sight: Sight) -> Iterator[Happened]:
    for referral in look.people.about(Referral, [person]):
        yield Happened(Lane.CASE, referral.referred_on, Kind.REFERRED, referral.why_now)
    for home in look.people.about(HousingApplication, [person]):
        if sight.sees(person, home.sensitivity):
            yield Happened(Lane.HOME, home.applied_on, home.status, home.what)
    for move in look.people.about(ComingMove, [person]):
        if move.happened_on is not None:
            yield Happened(Lane.HOME, move.happened_on, move.move_kind)
    for offer in look.people.about(Offer, [person]):
        if offer.offered_on is not None and sight.sees(person, offer.sensitivity):
            yield Happened(Lane.OFFER, offer.offered_on, Kind.OFFERED, offer.what)
    yield from _decided(look, person, sight)


def _decided(look: Reading, person: UUID, sight: Sight) -> Iterator[Happened]:
    decisions = [
        one
        for one in look.people.about(Decision, [person])
        if one.status is DecisionStatus.MADE and sight.sees(person, one.sensitivity)
    ]
    meetings = look.get_many(Meeting, [one.meeting_id for one in decisions])
    for one in decisions:
        if one.meeting_id in meetings:
            on = meetings[one.meeting_id].on
            yield Happened(Lane.DECISION, on, Kind.DECIDED, one.text)


def _escalated(row: EscalationRow) -> Iterator[Happened]:
    if row.sent_on is not None:
        yield Happened(Lane.ESCALATION, row.sent_on, Kind.ASKED, row.ask)
    if row.answered_on is not None and row.outcome is not None:
        yield Happened(Lane.ESCALATION, row.answered_on, row.outcome)
