"""Tries at contact: logging one in seconds, reading them back, and who was last seen when."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.need_to_know.sharing import living_person
from coordinator.casework.need_to_know.sight import Sight, sight_of, sight_of_one
from coordinator.db.models import Agency, Case, Contact, Person, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.cases.caseload import day_of
from coordinator.domain.errors import InvalidFieldsError, NotPermittedError
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.outcomes import Done
from coordinator.domain.people import contacts as rules
from coordinator.domain.people.contacts import (
    ContactCursor,
    ContactPage,
    ContactRow,
    LastSeen,
    NewContact,
    SinceSeen,
)
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Sensitivity

_PAGE = 50


def log_contact(desk: Desk, new: NewContact) -> Done[UUID]:
    """Keep one try at contact; *nobody there* is a result like any other.

    Raises:
        InvalidFieldsError: It has no time zone, lies in the future, or its case is another's.
        GuardError: `person-died`.
        NotPermittedError: Another agency's try, noted by a representative.
        MissingRecordError, WithheldError: No such person or worker, or not theirs to see.
    """
    day = new.at.astimezone(LONDON).date() if new.at.tzinfo else desk.today()
    rules.check_contact(new, desk.now(), day)
    with desk.act(Right.LOG_CONTACTS) as tx:
        living_person(desk, tx, new.person_id, new.sensitivity)
        worker = tx.get(Professional, new.worker_id or desk.sitter.professional)
        _check_own(desk, worker)
        if new.case_id is not None and tx.get(Case, new.case_id).person_id != new.person_id:
            raise InvalidFieldsError({"case_id": "unknown"})
        case_id = new.case_id or tx.actions.open_case(new.person_id)
        contact = tx.add(contact_of(desk, new, worker.id, case_id))
        tx.journal("contact.logged", record=contact.id, scope=new.person_id)
    return Done(contact.id, tx.changes)


def _check_own(desk: Desk, worker: Professional) -> None:
    """Let an agency's representative note what their own agency did, and nothing else."""
    if desk.sitter.role is Role.REPRESENTATIVE and worker.agency_id != desk.sitter.agency:
        raise NotPermittedError(role=desk.sitter.role, right=Right.LOG_CONTACTS)


def contact_of(desk: Desk, new: NewContact, worker_id: UUID, case_id: UUID | None) -> Contact:
    """Make the record of a try at contact that was checked; when it was written down is now."""
    return Contact(
        id=desk.new_id(),
        person_id=new.person_id,
        case_id=case_id,
        at=new.at,
        recorded_at=desk.now(),
        worker_id=worker_id,
        contact_type=new.type,
        result=new.result,
        place=new.place.strip(),
        words=new.words.strip(),
        note=new.note.strip(),
        minutes=new.minutes,
        next_try_on=new.next_try_on,
        with_whom=new.with_whom.strip(),
        restricted_note=new.restricted_note.strip(),
        sensitivity=new.sensitivity,
    )


def find_contacts(
    desk: Desk,
    person_id: UUID,
    *,
    before: ContactCursor | None = None,
    limit: int = _PAGE,
    reader: Reader | None = None,
) -> ContactPage:
    """Give the contacts of a person, newest first.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(reader=reader) as look:
        look.get(Person, person_id)
        sight = sight_of_one(desk, look, person_id, reader)
        found = look.contacts.of_person(person_id, before=before, limit=limit + 1)
        shown = found[:limit]
        more = ContactCursor(shown[-1].at, shown[-1].id) if len(found) > limit else None
        return ContactPage(contact_rows(look, shown, sight), more)


def find_last_seen(desk: Desk, people: Collection[UUID]) -> Mapping[UUID, LastSeen]:
    """Say when each was last seen with a worker's own eyes; the never seen are left out."""
    with desk.read() as look:
        return last_seen_of(desk, look, sight_of(desk, look, people).people)


def last_seen_of(desk: Desk, look: Reading, people: Collection[UUID]) -> Mapping[UUID, LastSeen]:
    """Say the same about people the reader may see, as part of a larger read."""
    today = desk.today()
    return {
        person: rules.last_seen(at, at.astimezone(LONDON).date(), today)
        for person, at in look.contacts.last_seen(people).items()
    }


def find_since_seen(desk: Desk, people: Iterable[UUID]) -> Mapping[UUID, SinceSeen]:
    """Say of the people on a list when they were last seen; see `since_seen_of`."""
    with desk.read() as look:
        return since_seen_of(desk, look, people)


def since_seen_of(
    desk: Desk, look: Reading, people: Iterable[UUID | None]
) -> Mapping[UUID, SinceSeen]:
    """Say of each person on a list when they were last seen, never seen or not.

    Left out are the dead, about whom no list counts days, whom the sitter may not see, and away
    from the panel those whose contacts stayed there.
    """
    seen_here = sight_of(desk, look, people).people
    shown = list(frozenset(seen_here) - look.away_store.in_part(seen_here))
    living = [key for key, one in look.get_many(Person, shown).items() if one.died_on is None]
    seen = look.contacts.last_seen(living)
    return {
        person: SinceSeen(day_of(seen[person], LONDON) if person in seen else None)
        for person in living
    }


def contact_rows(look: Reading, found: Sequence[Contact], sight: Sight) -> tuple[ContactRow, ...]:
    """Describe contacts the reader may have, in the order given."""
    found = [one for one in found if sight.sees(one.person_id, one.sensitivity)]
    posts = look.get_many(Professional, [contact.worker_id for contact in found])
    agencies = look.get_many(Agency, [post.agency_id for post in posts.values()])
    names = {
        key: (post.name, agencies[post.agency_id].name if post.agency_id in agencies else "")
        for key, post in posts.items()
    }
    return tuple(_row(one, names.get(one.worker_id, ("", "")), sight) for one in found)


def _row(contact: Contact, worker: tuple[str, str], sight: Sight) -> ContactRow:
    may_have_all = sight.sees(contact.person_id, Sensitivity.RESTRICTED)
    return ContactRow(
        id=contact.id,
        person_id=contact.person_id,
        at=contact.at,
        recorded_at=contact.recorded_at,
        is_late=rules.is_late(contact.at, contact.recorded_at),
        worker_id=contact.worker_id,
        worker=worker[0],
        agency=worker[1],
        type=contact.contact_type,
        result=contact.result,
        is_seen=rules.is_seen(contact.contact_type, contact.result),
        place=contact.place,
        words=contact.words,
        note=contact.note,
        minutes=contact.minutes,
        next_try_on=contact.next_try_on,
        with_whom=contact.with_whom,
        restricted_note=contact.restricted_note if may_have_all else "",
        sensitivity=contact.sensitivity,
    )
