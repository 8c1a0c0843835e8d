"""A panel's store and a lead professional's own, each in its folder, who checked their words."""

import random
from dataclasses import dataclass
from pathlib import Path

from coordinator.casework.away.contacts import add_contact, record_words_read
from coordinator.casework.away.identity import ensure_own_card
from coordinator.casework.away.starting import start_away_store
from coordinator.casework.stores.founding import Founding, make_store
from coordinator.casework.stores.opening import Office, Source
from coordinator.db.models import Agency, Professional
from coordinator.domain.exchange.contacts import CheckedHow
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.roles import Right, Role
from coordinator.vault.costs import TEST_COST
from tests.casework.away.planted import Planted, planted
from tests.offices import NEW
from tests.stores import HEALTH, HOUSING, NURSE, SIGNED, WORKER, Clock

PASSPHRASE = "lantern meadow copper thistle"


@dataclass
class Both:
    """The two stores, who they are to each other, and whom the work is about."""

    hub: Office
    away: Office
    panel: str
    lead: str
    kept: Planted

    def close(self) -> None:
        """Let go of both."""
        for office in (self.hub, self.away):
            if office.lock.is_held:
                office.close(back_up=False)


def both_stores(folder: Path, clock: Clock) -> Both:
    """Make the two stores; nothing was taken away yet."""
    hub, kept = panel_store(folder / "panel", clock)
    elsewhere = Source(now=clock, random=random.Random(2).randbytes)
    away, _code = start_away_store(
        folder / "away", Founding(PASSPHRASE, TEST_COST), source=elsewhere
    )
    panel = ensure_own_card(hub.desk).result.card
    lead = ensure_own_card(away.desk, name="Rhys Roskilly", agency="Kerrow Homes").result.card
    add_contact(hub.desk, lead.file_bytes)
    how = CheckedHow.IN_PERSON
    record_words_read(hub.desk, lead.identity.id, how=how, professional=WORKER)
    add_contact(away.desk, panel.file_bytes)
    record_words_read(away.desk, panel.identity.id, how=how)
    return Both(hub, away, panel.identity.id, lead.identity.id, kept)


def panel_store(folder: Path, clock: Clock) -> tuple[Office, Planted]:
    """Make the panel's store alone; nobody's card is in it."""
    source = Source(now=clock, random=random.Random(1).randbytes)
    hub, _code = make_store(folder, NEW, source=source, cost=TEST_COST)
    _directory(hub)
    return hub, planted(hub.desk)


def _directory(office: Office) -> None:
    with office.desk.act(Right.EDIT_DIRECTORY) as tx:
        for key, name, kind in (
            (HOUSING, "Kerrow Homes", AgencyKind.HOUSING_OPTIONS),
            (HEALTH, "Kerrow Mental Health", AgencyKind.MENTAL_HEALTH),
        ):
            tx.add(Agency(id=key, name=name, agency_kind=kind, agreement_signed_on=SIGNED))
        tx.session.flush()
        for who, name, agency in (
            (WORKER, "Rhys Roskilly", HOUSING),
            (NURSE, "Kasia Dębska", HEALTH),
        ):
            role = Role.LEAD_PROFESSIONAL
            post = Professional(id=who, name=name, agency_id=agency, role=role)
            post.confidentiality_signed_on = SIGNED
            tx.add(post)
        tx.journal("test.arranged")
