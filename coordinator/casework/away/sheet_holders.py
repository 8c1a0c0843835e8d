"""Who has an update sheet out, for the page of what is away."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import listed_names
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import Agency, PackMade, PackTaken, Person, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.exchange.away_pages import AwayPerson, Holder
from coordinator.domain.exchange.manifests import PackKind


def with_sheets(desk: Desk, look: Reading) -> Iterator[Holder]:
    """Give everybody who was sent a sheet, with the newest of theirs."""
    newest: dict[str, PackMade] = {}
    for one in look.packs.all_made():
        if one.kind == PackKind.UPDATE_SHEET:
            known = newest.get(one.contact_id)
            if known is None or one.seq > known.seq:
                newest[one.contact_id] = one
    posts = look.get_many(Professional, sorted(UUID(hex=one) for one in newest))
    agencies = look.get_many(Agency, sorted({one.agency_id for one in posts.values()}))
    taken = look.packs.all_taken() if newest else ()
    for post in sorted(posts.values(), key=lambda one: (one.name, one.id)):
        agency = agencies.get(post.agency_id)
        name = agency.name if agency else ""
        back = [one for one in taken if one.contact_id == post.id.hex]
        yield _holder(desk, look, newest[post.id.hex], (post.name, name), back)


def _holder(
    desk: Desk, look: Reading, made: PackMade, who: tuple[str, str], back: Sequence[PackTaken]
) -> Holder:
    given = [UUID(hex=one) for one in made.people]
    sight = sight_of(desk, look, given)
    found = look.get_many(Person, sorted(one for one in given if sight.sees(one)))
    names = listed_names(look, found.values())
    people = [
        AwayPerson(key, one.reference, names[key], since=made.made_at)
        for key, one in found.items()
    ]
    last = back[0] if back else None
    return Holder(
        contact=made.contact_id,
        name=who[0],
        agency=who[1],
        is_revoked=False,
        people=tuple(sorted(people, key=lambda one: one.reference)),
        number=made.seq,
        sent=made.made_at,
        due=made.due_back,
        came_back=made.came_back_at,
        brought=last.taken_at if last else None,
        accepted=last.accepted if last else 0,
        held=last.held if last else 0,
        kind=PackKind.UPDATE_SHEET,
    )
