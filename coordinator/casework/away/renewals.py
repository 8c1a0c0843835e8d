"""What of keys and lists has grown old: our own key, those of contacts, the panel's list."""

from coordinator.casework.away.contacts import contacts_on_file
from coordinator.casework.away.rosters import newest_roster
from coordinator.casework.desk import Desk
from coordinator.db.transaction import Reading
from coordinator.domain.exchange.contacts import ContactState, Renewals, is_key_old
from coordinator.domain.exchange.rosters import is_current


def renewals_of(desk: Desk, look: Reading) -> Renewals:
    """Say what is to be renewed: part of reads of whoever keeps contacts."""
    now = desk.now()
    keys = look.cards.sealing_keys()
    old = [one for one in contacts_on_file(look) if one.state(now) is ContactState.KEY_OLD]
    return Renewals(
        own=bool(keys) and is_key_old(keys[0].since, now),
        contacts=tuple(one.name for one in old),
        is_list_old=_is_list_old(desk, look),
    )


def _is_list_old(desk: Desk, look: Reading) -> bool:
    """Whether the panel's list came too long ago; in the panel's own store it is never asked."""
    away = look.cards.away()
    last = newest_roster(look, away.panel_contact) if away is not None else None
    return last is not None and not is_current(last.roster, desk.now())
