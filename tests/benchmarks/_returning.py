"""Work of a lead professional as it comes home: much at once, and many packs in a row."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from coordinator.casework.away.contacts import add_contact, record_words_read
from coordinator.casework.away.identity import ensure_own_card
from coordinator.casework.away.starting import start_away_store
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.stores.founding import Founding, make_store
from coordinator.casework.stores.opening import Office, Source
from coordinator.db.migrating import make_database
from coordinator.db.models import Agency, Professional, Strength
from coordinator.db.store import Store
from coordinator.domain.exchange.contacts import CheckedHow
from coordinator.domain.exchange.parcels import HandBack
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.roles import Right, Role
from coordinator.exchange.away import apply_pack, make_hand_back, make_take_away, open_take_away
from coordinator.vault.costs import TEST_COST
from tests.casework.away.planted import a_contact_with
from tests.casework.away.stores import an_away_store, hand_back_of, know_rhys, send, took
from tests.casework.entries_on_file import a_person, case_of
from tests.offices import NEW
from tests.stores import (
    COORDINATOR,
    COUNCIL,
    HOUSING,
    SIGNED,
    WORKER,
    Clock,
    furnish,
    keyspec,
)

_PER_STRENGTH = 3  # changes of each entry that is written
_PASSPHRASE = "lantern meadow copper thistle"
_CONTACTS = 20
"""What a lead professional notes between two packs."""


@dataclass
class Home:
    """A panel's desk and one away from it, and the work that is to come home."""

    hub: Desk
    away: Desk
    pack: HandBack

    def close(self) -> None:
        """Let go of both."""
        self.hub.store.close()
        self.away.store.close()


def much_to_bring_home(folder: Path, changes: int) -> Home:
    """Have somebody write so much about one person that they hand back so many changes."""
    folder.mkdir()
    clock = Clock()
    make_database(folder / "hub.db", keyspec)
    store = Store(folder / "hub.db", keyspec)
    furnish(store)
    hub = Desk(store, Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL), now=clock)
    person = a_person(hub)
    agree_lead(hub, case_of(hub, person), WORKER)
    know_rhys(hub)
    away, _taken = took(an_away_store(folder / "away.db", 1, clock), send(hub))
    with away.act(Right.EDIT_PEOPLE) as tx:
        for number in range(changes // _PER_STRENGTH):
            said = f"Keeps at it, {number} times"
            tx.add(Strength(id=away.new_id(), person_id=person, text=said, evidence="Told us"))
        tx.journal("test.written")
    return Home(hub, away, hand_back_of(away, 1))


@dataclass
class Pull:
    """A panel's office and the packs that lie before it, in the order they are to be taken."""

    hub: Office
    packs: Sequence[Path]

    def take(self, pack: Path) -> None:
        """Take one over, with the backup before it."""
        apply_pack(self.hub, pack)


def many_to_take_over(folder: Path, leads: int) -> Pull:
    """Have so many leads take two people each away, work, and hand back."""
    clock = Clock()
    source = Source(now=clock, random=random.Random(1).randbytes)
    hub, _code = make_store(folder / "panel", NEW, source=source, cost=TEST_COST)
    panel = ensure_own_card(hub.desk).result.card
    with hub.desk.act(Right.EDIT_DIRECTORY) as tx:
        kind = AgencyKind.HOUSING_OPTIONS
        tx.add(
            Agency(id=HOUSING, name="Kerrow Homes", agency_kind=kind, agreement_signed_on=SIGNED)
        )
        tx.journal("test.arranged")
    packs = [
        _handed_back(hub, folder / str(number), panel.file_bytes, panel.identity.id, clock)
        for number in range(leads)
    ]
    return Pull(hub, packs)


def _handed_back(hub: Office, folder: Path, card: bytes, panel: str, clock: Clock) -> Path:
    folder.mkdir()
    who = _a_lead(hub.desk)
    source = Source(now=clock, random=random.Random(who.int).randbytes)
    away, _code = start_away_store(
        folder / "away", Founding(_PASSPHRASE, TEST_COST), source=source
    )
    own = ensure_own_card(away.desk, name=f"Lead {who.hex[-4:]}", agency="Kerrow Homes").result
    add_contact(hub.desk, own.card.file_bytes)
    checked = CheckedHow.IN_PERSON
    record_words_read(hub.desk, own.card.identity.id, how=checked, professional=who)
    add_contact(away.desk, card)
    record_words_read(away.desk, panel, how=checked)
    people = [a_person(hub.desk, "Made", f"Up {number}") for number in range(2)]
    for person in people:
        agree_lead(hub.desk, case_of(hub.desk, person), who)
    sent = make_take_away(hub.desk, own.card.identity.id, folder).result.path
    away, _done = open_take_away(away, sent)
    for number in range(_CONTACTS):
        met = a_contact_with(away.desk, people[number % 2], note=f"Met, for the {number}th time")
        log_contact(away.desk, met)
    back = make_hand_back(away.desk, folder).result.path
    away.close(back_up=False)
    return back


def _a_lead(desk: Desk) -> UUID:
    key = desk.new_id()
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        role = Role.LEAD_PROFESSIONAL
        post = Professional(id=key, name=f"Lead {key.hex[-4:]}", agency_id=HOUSING, role=role)
        post.confidentiality_signed_on = SIGNED
        tx.add(post)
        tx.journal("test.arranged")
    return key
