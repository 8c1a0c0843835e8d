"""A panel's store and stores away from it, joined by parcels: no keys, no files, all the rest."""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from coordinator.casework.away.carrying import Carrier
from coordinator.casework.away.led import lead_reader
from coordinator.casework.away.sending import Made, Outgoing, note_take_away, read_take_away
from coordinator.casework.away.taking import apply_take_away, own_changes, sitter_now
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.stores import founding
from coordinator.db.journal import Stamp
from coordinator.db.models import AwayInfo, ContactRow, StoreInfo, User
from coordinator.db.store import Store
from coordinator.domain.exchange.parcels import Envelope, HandBack, TakeAway, Taken
from coordinator.domain.exchange.scopes import PLAIN_TERMS, Carried, TakeAwayScope, Terms
from coordinator.domain.merging.changes import ChangeId
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.roles import Right, Role
from tests.stores import NOON, PANEL, WORKER, keyspec

HUB = "a" * 64
"""The identity of the panel's store."""


def an_away_store(path: Path, number: int, now: Callable[[], datetime]) -> Desk:
    """Make an empty store away from the panel, that knows the panel's card."""
    founding.make_database(path, keyspec)  # type: ignore[attr-defined]  # tests.ready_made
    store = Store(path, keyspec)
    me, source = UUID(int=77 << 64 | number), random.Random(100 + number)
    with store.transaction(Stamp(me, NOON, UUID(int=9 << 64 | number), source.randbytes)) as tx:
        tx.session.add(
            StoreInfo(
                key=1,
                store_id=UUID(int=70 << 64 | number),
                install_id=UUID(int=80 << 64 | number),
                panel_id=UUID(int=90 << 64 | number),
                key_generation=1,
                signing_key=b"",
                made_at=NOON,
            )
        )
        tx.session.add(AwayInfo(key=1))
        tx.session.add(a_contact(HUB, "The panel", None))
        role = Role.LEAD_PROFESSIONAL
        tx.session.add(
            User(id=UUID(int=1), slot="s", professional_id=me, role=role, added_at=NOON)
        )
        tx.session.flush()
        tx.journal("store.made")
    sitter = Sitter(me, Role.LEAD_PROFESSIONAL, None)
    return Desk(store, sitter, now=now, random=source.randbytes)


def a_contact(identity: str, name: str, professional: UUID | None) -> ContactRow:
    """A contact whose words were checked."""
    return ContactRow(
        id=identity,
        name=name,
        agency="Somewhere",
        signing=b"k" * 32,
        recipient="age1" + "q" * 58,
        key_number=1,
        key_since=NOON,
        professional_id=professional,
        added_at=NOON,
        added_by=UUID(int=1),
        checked_at=NOON,
        checked_by=UUID(int=1),
        checked_how="in_person",
        last_seq_sent=0,
        last_seq_seen=0,
    )


@dataclass
class Packs:
    """Makes take-aways of one panel's store, numbered as they are made."""

    hub: Desk
    seqs: dict[UUID, int] = field(default_factory=dict)
    chance: random.Random = field(default_factory=lambda: random.Random(5))

    def take_away(
        self,
        who: UUID,
        confirmed: frozenset[ChangeId] = frozenset(),
        held: dict[ChangeId, HoldReason] | None = None,
    ) -> TakeAway:
        """Give what one lead professional would be given now."""
        self.seqs[who] = self.seqs.get(who, 0) + 1
        with self.hub.read(Right.SETTLE) as look:
            carrier = Carrier(self.hub, look, lead_reader(look, who))
            parts = {one: carrier.person(one) for one in carrier.people}
            scope = TakeAwayScope(
                professional=who,
                panel="Kerrow Complex Needs Panel",
                people=tuple(Carried(one, part.kept) for one, part in parts.items()),
                confirmed=confirmed,
                held=held or {},
            )
            panel = carrier.panel.changes
        pack = self.chance.randbytes(16).hex()
        envelope = Envelope(HUB, pack, PANEL, self.seqs[who], 0, self.hub.now())
        people = {one: part.changes for one, part in parts.items()}
        return TakeAway(envelope, scope, panel, people)


def took(away: Desk, pack: TakeAway) -> tuple[Desk, Taken]:
    """Take a pack away, and sit down as whoever the panel says sits there."""
    taken = apply_take_away(away, pack).result
    return replace(away, sitter=sitter_now(away), opened=set()), taken


def copied(desk: Desk, path: Path) -> Desk:
    """Open a copy of a desk's store, made with its file."""
    desk.store.close()
    shutil.copy(desk.store.path, path)
    return replace(desk, store=Store(path, keyspec))


def hand_back_of(away: Desk, seq: int, *, seen: int = 1, sender: str = "b" * 64) -> HandBack:
    """Give what somebody would hand back now: everything of their own."""
    with away.store.reading() as look:
        changes = own_changes(look, away.sitter.professional)
    envelope = Envelope(sender, f"{seq:032x}", PANEL, seq, seen, away.now())
    return HandBack(envelope, tuple(changes))


def parcel_of(outgoing: Outgoing, now: datetime) -> TakeAway:
    """Put what would leave into a parcel, as its receiver reads it."""
    pack = f"{outgoing.seq:08x}" * 4
    envelope = Envelope(HUB, pack, outgoing.panel_id, outgoing.seq, outgoing.seen, now)
    people = {one: part.changes for one, part in outgoing.parts.items()}
    return TakeAway(envelope, outgoing.scope, outgoing.panel.changes, people)


RHYS = "b" * 64
"""The identity of a lead professional's store."""


def know_rhys(hub: Desk) -> None:
    """Have the panel check the card of one of its lead professionals."""
    with hub.act(Right.SETTLE) as tx:
        tx.session.add(a_contact(RHYS, "Rhys Roskilly", WORKER))
        tx.journal("test.arranged")


def send(hub: Desk, terms: Terms = PLAIN_TERMS) -> TakeAway:
    """Send him what he is to have now."""
    outgoing = read_take_away(hub, RHYS, terms)
    pack = parcel_of(outgoing, hub.now())
    made = Made(pack.envelope.pack, hub.now(), hub.now(), 1, "0" * 64)
    with note_take_away(hub, outgoing, made):
        pass
    return pack
