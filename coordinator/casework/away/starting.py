"""A store of one's own away from the panel: made first, with an own card; the work comes later.

Until its first pack it holds nobody: a folder, a passphrase, the keys of its owner.
"""

from pathlib import Path

from coordinator.casework.desk import Sitter
from coordinator.casework.stores.founding import Founding, first_user, found_store, new_info
from coordinator.casework.stores.opening import Office, Source
from coordinator.db.journal import Stamp
from coordinator.db.models import AwayInfo
from coordinator.db.store import Store
from coordinator.domain.roles import Role
from coordinator.vault.keyring import Keyring


def start_away_store(
    path: Path, founding: Founding, *, source: Source | None = None
) -> tuple[Office, str]:
    """Make an empty store for somebody who takes work away, and sit down in it.

    Returns, raises:
        As `found_store`.
    """

    def furnish(store: Store, keys: Keyring, source: Source) -> Sitter:
        return _furnish(store, keys, source, is_demo=founding.is_demo)

    return found_store(path, founding, furnish, source or Source())


def _furnish(store: Store, keys: Keyring, source: Source, *, is_demo: bool) -> Sitter:
    """Write what the store is; who sits there is known to the panel only with the first pack."""
    me, nowhere = source.new_id(), source.new_id()
    with store.transaction(Stamp(me, source.now(), source.new_id(), source.random)) as tx:
        tx.session.add(new_info(keys, source, nowhere, is_demo=is_demo))
        tx.session.add(first_user(keys, source, me, Role.LEAD_PROFESSIONAL))
        tx.session.add(AwayInfo(key=1))
        tx.session.flush()
        tx.journal("store.made")
    return Sitter(me, Role.LEAD_PROFESSIONAL, None)
