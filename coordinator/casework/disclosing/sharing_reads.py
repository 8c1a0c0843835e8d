"""What may be shared about a person and with whom not, as their page shows it."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.holders import count_to_ask_back
from coordinator.casework.need_to_know.bases import basis_card
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.db.models import Agency, ExcludedWorker, Exclusion, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.need_to_know.sharing import ExclusionRow, Sharing


def read_sharing(desk: Desk, person_id: UUID) -> Sharing:
    """Show what may be shared about a person and with whom not.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        shown_person(desk, look, person_id)
        return sharing_of(look, person_id, desk.today())


def sharing_of(look: Reading, person_id: UUID, today: date) -> Sharing:
    """Gather what is kept about sharing, for a reader who may see the person."""
    return Sharing(
        basis=basis_card(look.people.basis(person_id), today),
        exclusions=(*_agencies(look, person_id), *_workers(look, person_id)),
        usual=look.paper_facts.usual_conditions(),
        to_ask_back=count_to_ask_back(look, person_id, today),
        told_astray=look.disclosures.count_astray(person_id),
    )


def _agencies(look: Reading, person_id: UUID) -> Iterator[ExclusionRow]:
    rows = look.people.about(Exclusion, [person_id])
    names = look.get_many(Agency, [row.agency_id for row in rows])
    for row in rows:
        name = names[row.agency_id].name if row.agency_id in names else ""
        yield ExclusionRow(row.id, row.revision, row.agency_id, name, row.reason, row.since)


def _workers(look: Reading, person_id: UUID) -> Iterator[ExclusionRow]:
    rows = look.people.about(ExcludedWorker, [person_id])
    posts = look.get_many(Professional, [row.professional_id for row in rows])
    names = look.get_many(Agency, [post.agency_id for post in posts.values()])
    for row in rows:
        post = posts.get(row.professional_id)
        agency = names.get(post.agency_id) if post else None
        yield ExclusionRow(
            row.id,
            row.revision,
            post.agency_id if post else None,
            agency.name if agency else "",
            row.reason,
            row.since,
            row.professional_id,
            post.name if post else "",
        )
