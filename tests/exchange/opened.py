"""What is inside a pack, in every page of a store, and kept aside at the panel."""

import zlib
from pathlib import Path

import pyrage

from coordinator.casework.away.held import find_held_back
from coordinator.casework.stores.opening import Office
from coordinator.db.models import Professional
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.roles import Right, Role
from tests.exchange.away_stores import Both
from tests.raw_pages import pages_of
from tests.stores import WORKER


def plain(receiver: Office, pack: Path) -> bytes:
    """Open a pack as its receiver, and give everything that is in it."""
    with receiver.desk.store.reading() as look:
        (secret,) = (key.secret for key in look.cards.sealing_keys())
    inside = pyrage.decrypt(pack.read_bytes(), [pyrage.x25519.Identity.from_str(secret)])
    found, rest = [inside], inside.split(b"\n", 3)[3]
    while rest:
        growing = zlib.decompressobj()
        found.append(growing.decompress(rest))
        rest = growing.unused_data
    return b"".join(found)


def role_of(both: Both, role: Role) -> None:
    with both.hub.desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).role = role
        tx.journal("test.arranged")


def told(both: Both, pack: Path) -> tuple[str, str]:
    """Everything in the pack, and in every page of the store it was taken into."""
    inside = plain(both.away, pack).decode("utf-8", "replace")
    store = both.away.desk.store
    return inside, pages_of(store.path, store.keyspec()).decode("utf-8", "replace")


def held(both: Both) -> set[HoldReason]:
    return {one.reason for one in find_held_back(both.hub.desk)}
