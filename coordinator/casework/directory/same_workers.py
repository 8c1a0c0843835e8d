"""What is kept from a worker goes along when they are entered anew: asked inside other acts."""

from collections.abc import Collection
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.leads.roles import end_role_of_untold
from coordinator.casework.need_to_know.lifting import one_is_left
from coordinator.db.models import Agency, ExcludedWorker, Professional
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.directory import same_workers as rules
from coordinator.domain.directory.same_workers import SameWorker
from coordinator.domain.kept_posts import KeptPost


def same_as(
    desk: Desk,
    tx: Transaction,
    names: Collection[str],
    said: SameWorker | None,
    *,
    post: UUID | None = None,
) -> tuple[UUID, ...]:
    """Give the posts that were the same worker's, of those from whom something is kept.

    Args:
        desk: Where and by whom.
        tx: The act by which somebody is entered, renamed, or tied to a card.
        names: What they are called.
        said: Whether it is the same worker, once that was asked.
        post: Theirs, when it is on file already.

    Raises:
        SameWorkerError: Nobody has said whether it is one of them.
        InvalidFieldsError: `not_same` is `required`.
    """
    found = posts_like(tx, names, but=post)
    return rules.carried(names, found, said, sitter_name(desk, tx)) if found else ()


def sitter_name(desk: Desk, look: Reading) -> str:
    """Give what whoever sits there is called; they are not asked about themselves."""
    me = look.get_many(Professional, [desk.sitter.professional])
    return me[desk.sitter.professional].name if me else ""


def posts_like(
    look: Reading, names: Collection[str], *, but: UUID | None = None
) -> tuple[KeptPost, ...]:
    """Give posts of a name like these from which more is kept than from this one.

    To judge; to show whether anything is kept from a worker, never about whom.
    """
    kept = look.readers.kept_workers()
    if not kept:
        return ()
    agencies = look.get_many(Agency, [one.agency_id for one in kept])
    posts = [KeptPost(one.id, one.name, agencies[one.agency_id].name, one.left_on) for one in kept]
    found = rules.alike(names, posts)
    if but is None or not found:
        return found
    rows = look.readers.exclusions_of([but, *(one.id for one in found)])
    known = {row.person_id for row in rows if row.professional_id == but}
    more = {row.professional_id for row in rows if row.person_id not in known}
    return tuple(one for one in found if one.id in more and one.id != but)


def carry_over(desk: Desk, tx: Transaction, posts: Collection[UUID], to: UUID) -> None:
    """Keep from a post whatever is kept from these, since when it was and for the same reason.

    About everybody: also those whom whoever does it may not know of.

    Raises:
        GuardError: `nobody-left-to-lift`: they alone could lift it again.
    """
    with one_is_left(tx):
        _carry(desk, tx, posts, to)


def _carry(desk: Desk, tx: Transaction, posts: Collection[UUID], to: UUID) -> None:
    rows = tx.readers.exclusions_of([to, *posts])
    known = {row.person_id for row in rows if row.professional_id == to}
    for row in rows:
        if row.person_id in known:
            continue
        known.add(row.person_id)
        made = ExcludedWorker(
            id=desk.new_id(),
            person_id=row.person_id,
            professional_id=to,
            reason=row.reason,
            since=row.since,
        )
        tx.add(made)
        tx.session.flush()
        end_role_of_untold(tx, row.person_id, desk.today())
