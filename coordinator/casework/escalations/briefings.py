"""What the briefing of an escalation tells its receiver: read for them, through the one rule."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from coordinator.casework.actions.escalation_records import shown_escalation
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know import how_far
from coordinator.casework.need_to_know.hiding import hiding_for
from coordinator.casework.need_to_know.sharing import basis_statuses, may_have, visible
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.panel.lines import lines_of
from coordinator.casework.people.around_reads import forums_about
from coordinator.casework.people.contacts import last_seen_of
from coordinator.db.models import (
    Action,
    Agency,
    Barrier,
    Escalation,
    Person,
    Professional,
)
from coordinator.db.transaction import Reading
from coordinator.domain.errors import (
    GuardError,
    KeptFromReceiverError,
    MissingRecordError,
)
from coordinator.domain.escalations.briefings import (
    Asked,
    AskedBefore,
    BriefedPerson,
    BriefingContact,
    BriefingFacts,
    OtherPeople,
    TriedBarrier,
)
from coordinator.domain.escalations.rules import check_briefing
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA
from coordinator.domain.lists.panel import Topic
from coordinator.domain.lists.sharing import ForumStatus
from coordinator.domain.need_to_know.bases import detail_allowed
from coordinator.domain.need_to_know.hiding import About, Hiding
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.panel.settings import ladder_of
from coordinator.domain.people.around import Forum
from coordinator.domain.people.rules import PersonName
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import AgencyStatus

Typed = TypeVar("Typed", Asked, TriedBarrier)


def find_escalation(desk: Desk, number: str) -> UUID:
    """Find an escalation by the number people say.

    Raises:
        MissingRecordError: There is no such escalation.
        WithheldError: It is about somebody who is not theirs to see.
    """
    with desk.read(Right.EXPORT_PANEL) as look:
        found = look.stuck.numbered(number)
        if found is None:
            raise MissingRecordError(what="escalation", key=number)
        return shown_escalation(desk, look, found.id).id


def find_open_escalations(desk: Desk, *, agency: UUID | None = None) -> tuple[UUID, ...]:
    """List what is not closed and theirs to see, by number; only what asks one agency."""
    with desk.read(Right.EXPORT_PANEL) as look:
        found = look.stuck.open_ones(agency)
        reader = desk.reader(look)
        seen = visible(look, reader, (one.person_id for one in found if one.person_id))
        travels = how_far.of_escalations(look, found)
        return tuple(
            one.id
            for one in found
            if (one.person_id is None or one.person_id in seen)
            and may_have(reader, one.person_id, travels[one.id])
        )


def read_briefing(desk: Desk, escalation_id: UUID) -> BriefingFacts:
    """Read one escalation as its receiver may have it.

    Nobody is named in it unless the chair decided so for the person it is about; others never.

    Raises:
        MissingRecordError: No such escalation.
        GuardError: `draft-half-written`: it could not be sent yet; `receiver-closed`: the
            receiver's agency stands no more.
        WithheldError: It is not theirs to see.
        KeptFromReceiverError: It is restricted, or the receiver or their agency must not be told
            about the person.
        NotPermittedError: The role may not make papers.
    """
    with desk.read(Right.EXPORT_PANEL) as look:
        one = shown_escalation(desk, look, escalation_id)
        check_briefing(one.status, receiver=one.receiver, ask=one.ask, respond_by=one.respond_by)
        person = look.get(Person, one.person_id) if one.person_id else None
        audience = _audience(look, one)
    with desk.read(Right.EXPORT_PANEL, reader=audience.reader) as look:
        person = look.get(Person, person.id) if person else None  # as its reader may have it
        about = _about(look, one, person, audience.agency)
        barrier = look.get(Barrier, one.barrier_id) if one.barrier_id else None
        facts = BriefingFacts(
            audience=audience,
            asked=_asked(look, one),
            names_shown=about.by_name,
            person=_person(desk, look, person, audience.reader, by_name=about.by_name)
            if person
            else None,
            barrier=_barrier(look, barrier, audience.reader) if barrier else None,
            before=tuple(map(_before, _earlier(desk, look, one, audience.reader))),
            others=_others(look, barrier) if barrier else OtherPeople(),
            contacts=tuple(_contacts(look)),
        )
        return _hidden(desk, look, facts, about)


def _audience(look: Reading, one: Escalation) -> Audience:
    """Say for whom the copy is: by asking them, the panel shares this person with them alone."""
    post = look.get(Professional, one.receiver_id) if one.receiver_id else None
    agency = look.get(Agency, post.agency_id) if post else None
    if agency is not None and agency.status is not AgencyStatus.ACTIVE:
        raise GuardError("receiver-closed")
    people = frozenset({one.person_id} if one.person_id else ())
    keys = agency.id if agency else None, post.id if post else None
    reader = Reader(Role.REPRESENTATIVE, *keys, shared_people=people)
    if people - visible(look, reader, people) or not may_have(
        reader, one.person_id, how_far.of_escalations(look, [one])[one.id]
    ):
        raise KeptFromReceiverError(record=one.id)
    name = agency.name if agency else one.receiver_role
    return Audience(name, agency.id if agency else None, reader)


def _about(look: Reading, one: Escalation, person: Person | None, agency: UUID | None) -> About:
    """Say whose texts these are, and whether the receiver may read them by name."""
    if person is None:
        return About(by_reference=True)
    basis = basis_statuses(look, [person.id]).get(person.id)
    may_hear = agency is None or look.get(Agency, agency).agency_kind not in NEVER_NAMED_DATA
    by_name = one.names_shown and may_hear and detail_allowed(basis)
    return About(person.id, by_name=by_name, by_reference=True)


def _asked(look: Reading, one: Escalation) -> Asked:
    ladder = ladder_of(lines_of(look, Topic.LADDER)[Topic.LADDER])
    return Asked(
        number=one.number,
        track=one.track,
        level=one.level,
        step=next((step.receiver for step in ladder if step.level == one.level), ""),
        status=one.status,
        receiver=one.receiver,
        receiver_role=one.receiver_role,
        sent_on=one.sent_on,
        respond_by=one.respond_by,
        answered_on=one.answered_on,
        answered_by=one.answered_by,
        ask=one.ask,
        authority=one.authority,
        options=tuple(one.options),
        recommendation=one.recommendation,
        position=one.agency_position,
        impact=one.impact,
        risk_if_nothing=one.risk_if_nothing,
        answer=one.answer,
        conditions=one.conditions,
    )


def _person(
    desk: Desk, look: Reading, person: Person, reader: Reader | None, *, by_name: bool
) -> BriefedPerson:
    case = look.paper_facts.latest_cases([person.id]).get(person.id)
    seen = last_seen_of(desk, look, [person.id]).get(person.id)
    name = PersonName(person.given_name, person.family_name, person.preferred_name)
    return BriefedPerson(
        id=person.id,
        reference=person.reference,
        name=name if by_name else None,
        on_caseload_since=case.opened_on if case else None,
        phase=case.phase if case else None,
        housing=person.housing,
        last_seen_on=seen.on if seen else None,
        forums=_forums(desk, look, person, reader),
    )


def _forums(desk: Desk, look: Reading, person: Person, reader: Reader | None) -> tuple[Forum, ...]:
    """Give where else it is being dealt with now, of that what the receiver may have."""
    if not detail_allowed(basis_statuses(look, [person.id]).get(person.id)):
        return ()
    sight = sight_of(desk, look, [person.id], reader)
    found = forums_about(look, [person.id], sight).get(person.id, ())
    return tuple(one for one in found if one.status is not ForumStatus.CLOSED)


def _barrier(look: Reading, barrier: Barrier, reader: Reader | None) -> TriedBarrier | None:
    """Tell what is in the way; nothing at all when it stops what the receiver may not have."""
    action = look.get(Action, barrier.action_id) if barrier.action_id else None
    if reader and action and not may_have(reader, barrier.person_id, action.sensitivity):
        return None
    posts = look.get_many(Professional, [one for one in (barrier.worker_id,) if one])
    agency = look.get(Agency, barrier.agency_id).name if barrier.agency_id else ""
    made = TriedBarrier(
        category=barrier.category,
        own_category=barrier.own_category,
        agency=agency,
        since=barrier.since,
        description=barrier.description,
        tried=barrier.tried,
        worker=next((post.name for post in posts.values()), ""),
    )
    return _with_report(look, made, action) if action else made


def _with_report(look: Reading, made: TriedBarrier, action: Action) -> TriedBarrier:
    """Add what the action's owner said last, with what the action was."""
    note = look.actions.last_notes([action.id]).get(action.id)
    owner = look.get(Agency, action.owner_agency_id).name if action.owner_agency_id else ""
    return replace(
        made,
        action=action.text,
        reported=note.text if note else "",
        reported_by=owner,
        reported_on=note.noted_on if note else None,
    )


def _earlier(
    desk: Desk, look: Reading, one: Escalation, reader: Reader | None
) -> Iterator[Escalation]:
    """Give what was asked before, of that what both the sitter and the receiver may have."""
    found = look.stuck.before(one)
    travels, people = how_far.of_escalations(look, found), [other.person_id for other in found]
    sight = sight_of(desk, look, people, reader)
    return (other for other in found if sight.sees(other.person_id, travels[other.id]))


def _before(one: Escalation) -> AskedBefore:
    return AskedBefore(
        level=one.level,
        receiver=", ".join(filter(None, (one.receiver, one.receiver_role))),
        on=one.sent_on or one.raised_on,
        outcome=one.outcome,
        answer=one.answer,
    )


def _others(look: Reading, barrier: Barrier) -> OtherPeople:
    found = OtherPeople(same=look.stuck.people_with_the_same(barrier))
    gap = look.stuck.gap_of(barrier.id)
    if gap is None:
        return found
    fed = look.stuck.people_of_gap(gap.id, barrier.person_id)
    return replace(
        found,
        gap=gap.number,
        affected=fed + gap.affected_besides,
        first_raised_on=gap.first_raised_on,
        cost=gap.cost,
    )


def _contacts(look: Reading) -> Iterator[BriefingContact]:
    panel = look.paper_facts.panel()
    if panel is None:
        return
    for is_chair, key in ((True, panel.chair_id), (False, panel.coordinator_id)):
        if key is not None:
            post = look.get(Professional, key)
            yield BriefingContact(is_chair, post.name, post.phone, post.email)


def _hidden(desk: Desk, look: Reading, facts: BriefingFacts, about: About) -> BriefingFacts:
    """Hide whoever is named in what was typed; a receiver learns of nobody but the person."""
    own = frozenset({about.person} if about.person else ())
    asked, barrier = facts.asked, facts.barrier
    texts = [*_told(asked), *asked.options, *(_told(barrier) if barrier else ())]
    texts += [*(one.answer for one in facts.before), facts.others.cost]
    hiding = hiding_for(
        look, texts, today=own, about=about, heard=lambda _people: own, on=desk.today()
    )
    options = tuple(map(hiding.hide, asked.options))
    return replace(
        facts,
        asked=replace(_rewritten(asked, hiding), options=options),
        barrier=_rewritten(barrier, hiding) if barrier else None,
        before=tuple(replace(one, answer=hiding.hide(one.answer)) for one in facts.before),
        others=replace(facts.others, cost=hiding.hide(facts.others.cost)),
    )


def _told(one: Asked | TriedBarrier) -> Iterator[str]:
    return (getattr(one, name) for name in type(one).TYPED)


def _rewritten(one: Typed, hiding: Hiding) -> Typed:
    hidden: dict[str, Any] = {name: hiding.hide(getattr(one, name)) for name in type(one).TYPED}
    return replace(one, **hidden)
