"""Cards as one page shows them: our own, and everybody's whose card is on file."""

from uuid import UUID

from coordinator.casework.away.contacts import contacts_on_file
from coordinator.casework.away.identity import own_card_read
from coordinator.casework.away.keeping_contacts import keeps
from coordinator.casework.desk import Desk
from coordinator.db.transaction import Reading
from coordinator.domain.exchange.contacts import ContactsPage
from coordinator.domain.roles import Right


def read_contacts_page(desk: Desk) -> ContactsPage:
    """Give our own card, and the contacts where the reader may look at them.

    Raises:
        NotPermittedError: The role has no card.
    """
    with desk.read(Right.OWN_CARD) as look:
        may_check = keeps(desk, look, Right.CHECK_WORDS)
        return ContactsPage(
            own=own_card_read(desk, look),
            contacts=contacts_on_file(look) if may_check else (),
            in_post=_in_post(desk, look) if may_check else (),
            may_keep=keeps(desk, look),
            may_check=may_check,
            now=desk.now(),
        )


def _in_post(desk: Desk, look: Reading) -> tuple[tuple[UUID, str], ...]:
    agencies = {one.id: one.name for one in look.directory.agencies()}
    return tuple(
        (one.id, ", ".join((one.name, agencies.get(one.agency_id, ""))))
        for one in look.directory.professionals()
        if one.left_on is None or one.left_on > desk.today()
    )
