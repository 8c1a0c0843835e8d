"""Gathering who is to be found on a day, with a fixed number of questions."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coordinator.casework.cases.rhythms import next_contacts_of
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_facts import day_after, seen_days
from coordinator.casework.need_to_know.sharing import listed_names, visible
from coordinator.casework.panel.lines import days
from coordinator.db.models import Agency, Case, Contact, Person, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA
from coordinator.domain.lists.outreach import WhyFind
from coordinator.domain.lists.panel import TimeKey
from coordinator.domain.outreach import Lookout, Proposal, in_order_to_find, is_in, why_find
from coordinator.domain.states import CaseStatus, Sensitivity


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of everybody under way whom the sitter may see.

    Attributes:
        tried_last: The newest try at contact of each.
        may_look: Who tried last, as long as they may be asked again.
    """

    people: Mapping[UUID, Person]
    lookouts: Mapping[UUID, Lookout]
    tried_last: Mapping[UUID, Contact]
    may_look: Mapping[UUID, UUID]
    look_for: int
    missing_after: int


def around(desk: Desk, look: Reading, on: date) -> Around:
    """Gather everybody living and under way, as they stand on a day; nothing later counts."""
    found = look.outreach.under_way()
    shown = visible(look, desk.reader(look), [person.id for _case, person in found])
    allowed = [(case, person) for case, person in found if person.id in shown]
    people = {person.id: person for _case, person in allowed}
    last = look.outreach.last_tries(people, 1, day_after(on))
    tried = {key: tries[0] for key, tries in last.items()}
    own = days(look)
    return Around(
        people=people,
        lookouts=_lookouts(desk, look, allowed, tried, on),
        tried_last=tried,
        may_look=_may_look(look, tried, on),
        look_for=own[TimeKey.LOOK_FOR],
        missing_after=own[TimeKey.MISSING_AFTER],
    )


def proposals(look: Reading, known: Around, on: date, area: str) -> tuple[Proposal, ...]:
    """Give who is to be found in an area on a day, in the order they are looked for."""
    found = []
    names = listed_names(look, known.people.values())
    for key, person in known.people.items():
        one = known.lookouts[key]
        why = why_find(one, on, known.look_for, known.missing_after)
        if why and is_in(area, person.place, person.usual_places):
            found.append(
                Proposal(
                    person=key,
                    reference=person.reference,
                    name=names[key].name,
                    place=person.place,
                    where=where_of(person),
                    why=why,
                    actions_due=one.actions_due,
                    days_since_seen=(on - one.last_seen_on).days if one.last_seen_on else None,
                    unseen=one.unseen(on),
                    worker_id=known.may_look.get(key),
                )
            )
    return in_order_to_find(found)


def chosen(known: Around, person: UUID, on: date) -> tuple[WhyFind, ...]:
    """Give the reasons on file for somebody chosen by hand; there may be none."""
    one = known.lookouts.get(person)
    return why_find(one, on, known.look_for, known.missing_after) if one else ()


def missing_since(look: Reading, on: date) -> dict[UUID, date]:
    """Give since when somebody is noted as missing, of those noted by a day."""
    found = look.outreach.missing()
    return {one.person_id: one.noted_on for one in found if one.noted_on <= on}


def where_of(person: Person) -> str:
    """Give where somebody is found: their usual places, else their town.

    Never an address by itself: it may be one of refuge, and nobody wrote it for a sheet that is
    carried about. Whoever wants it there writes it in the line.
    """
    return next((text.strip() for text in (person.usual_places, person.place) if text), "")


def where_on_paper(written: str, person: Person) -> str:
    """Give where a line says to look, on a sheet that is handed out: no address that is on file.

    Lines of older sheets may hold one, and of a line that is held back only the rest is told.
    """
    is_address = bool(person.address) and written.strip() == person.address.strip()
    return where_of(person) if is_address or not written.strip() else written


def may_be_asked(look: Reading, pairs: Iterable[tuple[UUID, UUID]], on: date) -> dict[UUID, UUID]:
    """Keep, of who would look for whom, the workers in post who may know of the person.

    Args:
        look: Where to look.
        pairs: Person and worker.
        on: The day the worker must be in post.
    """
    wanted = dict(pairs)
    posts = look.get_many(Professional, list(wanted.values()))
    agencies = look.get_many(Agency, [post.agency_id for post in posts.values()])
    not_told = look.readers.not_told(wanted)
    return {
        person: worker
        for person, worker in wanted.items()
        if worker in posts
        and _in_post(posts[worker], on)
        and worker not in not_told.get(person, frozenset())
        and _may_hear(agencies.get(posts[worker].agency_id), not_told.get(person, frozenset()))
    }


def _in_post(post: Professional, on: date) -> bool:
    return post.left_on is None or post.left_on > on


def _may_hear(agency: Agency | None, not_told: Collection[UUID]) -> bool:
    return (
        agency is not None
        and agency.id not in not_told
        and agency.agency_kind not in NEVER_NAMED_DATA
    )


def _may_look(look: Reading, tried: Mapping[UUID, Contact], on: date) -> Mapping[UUID, UUID]:
    pairs = ((person, contact.worker_id) for person, contact in tried.items())
    return may_be_asked(look, pairs, on)


def _lookouts(
    desk: Desk,
    look: Reading,
    allowed: Iterable[tuple[Case, Person]],
    tried: Mapping[UUID, Contact],
    on: date,
) -> dict[UUID, Lookout]:
    cases = {person.id: case for case, person in allowed}
    references = {person.id: person.reference for _case, person in allowed}
    seen = seen_days(look, cases, on)
    missing = missing_since(look, on)
    steps = look.outreach.steps_due(cases, on)
    due = _actions_due(look, cases, on)
    contacts = next_contacts_of(desk, look, cases)
    return {
        key: Lookout(
            person=key,
            reference=references[key],
            opened_on=case.opened_on,
            last_seen_on=seen.get(key),
            next_try_on=tried[key].next_try_on if key in tried else None,
            actions_due=due.get(key, 0),
            steps_due=steps.get(key, 0),
            contact_due_on=contacts[key].due_on if key in contacts else None,
            missing_since=missing.get(key),
            is_paused=case.status is CaseStatus.PAUSED,
        )
        for key, case in cases.items()
    }


def _actions_due(look: Reading, people: Collection[UUID], on: date) -> dict[UUID, int]:
    """Count what everybody may know of: a reason that is printed gives nothing else away."""
    counted: dict[UUID, int] = {}
    for action in look.agendas.actions_due(on):
        person = action.person_id
        if person and person in people and action.sensitivity is Sensitivity.STANDARD:
            counted[person] = counted.get(person, 0) + 1
    return counted
