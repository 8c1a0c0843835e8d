"""How the vault's raw key is handed to the encrypted database."""

from coordinator.db.engine import KeySpec
from coordinator.vault.keyring import Keyring


def keyspec_of(keys: Keyring) -> KeySpec:
    """Give what opens the database of an opened key file; it stops working once wiped.

    The raw key is derived anew for each connection, so that no copy of it lies about.
    """

    def keyspec() -> str:
        return f"x'{keys.database_key().hex()}'"

    return keyspec
