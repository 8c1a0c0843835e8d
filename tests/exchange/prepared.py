"""A panel's store and those of its five leads, made once and copied for every history."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from coordinator.casework.away.contacts import add_contact, record_words_read
from coordinator.casework.away.identity import ensure_own_card
from coordinator.casework.away.starting import start_away_store
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.people.safety import add_strength
from coordinator.casework.stores.founding import Founding, make_store
from coordinator.casework.stores.opening import Office, Source, open_store
from coordinator.db.models import Agency, Professional
from coordinator.domain.exchange.contacts import CheckedHow
from coordinator.domain.exchange.scopes import Terms
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.roles import Right, Role
from coordinator.exchange.away import make_take_away, open_take_away
from coordinator.vault.costs import TEST_COST
from tests.casework.entries_on_file import a_person, case_of
from tests.exchange.mail import DEPUTIES, LEADS, Sealed, chance, looked_into, secret_of
from tests.offices import NEW, WORDS
from tests.stores import HEALTH, HOUSING, SIGNED, Clock

NAMES = (("Kezia", "Trelawny"), ("Tamsyn", "Polglaze"), ("Jory", "Bolitho"), ("Wenna", "Nance"))
LED_BY = (LEADS[0], LEADS[1], LEADS[0], LEADS[2])
LENT = {LEADS[1]: (0,), LEADS[2]: (0,)}
"""Who of them is lent to whom from the beginning, so that several have the same person."""
_ELSEWHERE = "lantern meadow copper thistle"


@dataclass(frozen=True)
class OnFile:
    """Somebody on file: their case, and two strengths that were noted of them."""

    key: UUID
    case: UUID
    strengths: tuple[UUID, UUID]
    led_by: UUID


@dataclass(frozen=True)
class Templates:
    """Where stores lie that are copied for each history, and whom they are about.

    Attributes:
        identities: Of the leads' cards.
        first: The pack that each of them took.
        lent: Who of the people in it was lent to them.
    """

    folder: Path
    people: list[OnFile]
    identities: dict[UUID, str]
    first: dict[UUID, Sealed]
    lent: dict[UUID, frozenset[UUID]]

    def hub(self, into: Path, clock: Clock) -> Office:
        """Open a copy of the panel's store."""
        return copied(self.folder / "panel", into / "panel", clock, "panel")

    def away(self, who: UUID, into: Path, clock: Clock) -> Office:
        """Open a copy of a lead's store."""
        return copied(self.folder / who.hex, into / who.hex, clock, who)


def copied(store: Path, into: Path, clock: Clock, seed: object) -> Office:
    """Copy a store's folder, and open the copy as whose it is."""
    shutil.copytree(store, into, ignore=shutil.ignore_patterns("backups"))
    words = WORDS if store.name == "panel" else _ELSEWHERE
    return open_store(into, words, source=Source(now=clock, random=chance("copied", seed)))


def prepared(folder: Path) -> Templates:
    """Make all six stores: cards are exchanged, words were read, the first packs are taken."""
    clock = Clock()
    source = Source(now=clock, random=chance("made"))
    hub, _code = make_store(folder / "panel", NEW, source=source, cost=TEST_COST)
    _directory(hub)
    led = zip(NAMES, LED_BY, strict=True)
    people = [_on_file(hub, names, lead) for names, lead in led]
    panel = ensure_own_card(hub.desk).result.card
    identities, first = dict[UUID, str](), dict[UUID, Sealed]()
    lent = {who: frozenset(people[one].key for one in LENT.get(who, ())) for who in LEADS}
    for who in LEADS:
        source = Source(now=clock, random=chance("made", who))
        founding = Founding(_ELSEWHERE, TEST_COST)
        away, _code = start_away_store(folder / who.hex, founding, source=source)
        card = ensure_own_card(away.desk, name=who.hex, agency="Kerrow").result.card
        identities[who] = card.identity.id
        for desk, other, professional in ((hub.desk, card, who), (away.desk, panel, None)):
            add_contact(desk, other.file_bytes)
            how = CheckedHow.IN_PERSON
            record_words_read(desk, other.identity.id, how=how, professional=professional)
        terms = Terms(also=lent[who])
        path = make_take_away(hub.desk, identities[who], folder / "packs", terms=terms).result.path
        theirs = lent[who] | {one.key for one in people if one.led_by == who}
        first[who] = replace(looked_into(path, secret_of(away)), scopes=theirs)
        away, _done = open_take_away(away, path)
        away.close(back_up=False)
    hub.close(back_up=False)
    return Templates(folder, people, identities, first, lent)


def _directory(office: Office) -> None:
    with office.desk.act(Right.EDIT_DIRECTORY) as tx:
        for key, name, kind in (
            (HOUSING, "Kerrow Homes", AgencyKind.HOUSING_OPTIONS),
            (HEALTH, "Kerrow Mental Health", AgencyKind.MENTAL_HEALTH),
        ):
            tx.add(Agency(id=key, name=name, agency_kind=kind, agreement_signed_on=SIGNED))
        tx.session.flush()
        for place, who in enumerate(LEADS):
            role, agency = Role.LEAD_PROFESSIONAL, (HOUSING, HEALTH)[place % 2]
            post = Professional(id=who, name=f"Lead {place}", agency_id=agency, role=role)
            post.confidentiality_signed_on, post.deputy_of_id = SIGNED, DEPUTIES.get(who)
            tx.add(post)
            tx.session.flush()
        tx.journal("test.arranged")


def _on_file(hub: Office, names: tuple[str, str], lead: UUID) -> OnFile:
    person = a_person(hub.desk, *names)
    case = case_of(hub.desk, person)
    agree_lead(hub.desk, case, lead)
    first, second = (
        add_strength(hub.desk, person, text=said).result for said in ("walks", "sings")
    )
    return OnFile(person, case, (first, second), lead)
