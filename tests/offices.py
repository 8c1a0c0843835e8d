"""A whole store for tests of what needs its folder and keys: backups, imports, commands."""

import random
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.stores.founding import NewStore, make_store
from coordinator.casework.stores.opening import Office, Source
from coordinator.db.models import Agency, Professional
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.roles import Right, Role
from coordinator.vault.costs import TEST_COST
from tests.stores import HOUSING, POLICE, Clock

WORDS = "kestrel harbour violin ember"
NEW = NewStore(
    panel="Kerrow Complex Needs Panel",
    prefix="kp",
    agency="Kerrow Council",
    person="Aled Hâf",
    passphrase=WORDS,
)
OFFICER = UUID(int=3 << 64 | 13)
WORKER = UUID(int=3 << 64 | 15)
NAMESAKE = UUID(int=3 << 64 | 16)


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Office]:
    """The coordinator's open store, with two more agencies and three people in post."""
    source = Source(now=clock, random=random.Random(1).randbytes)
    made, _code = make_store(tmp_path / "store", NEW, source=source, cost=TEST_COST)
    _add_directory(made)
    yield made
    if made.lock.is_held:
        made.close(back_up=False)


def _add_directory(office: Office) -> None:
    with office.desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.add(
            Agency(id=POLICE, name="Kerrow Police", agency_kind=AgencyKind.POLICE_NEIGHBOURHOOD)
        )
        tx.add(
            Agency(
                id=HOUSING,
                name="Kerrow Homes",
                short_name="KH",
                agency_kind=AgencyKind.HOUSING_OPTIONS,
            )
        )
        tx.session.flush()
        for key, name, agency in (
            (OFFICER, "Dylan Ashdown", POLICE),
            (WORKER, "Rhys Roskilly", HOUSING),
            (NAMESAKE, "Dylan Ashdown", HOUSING),
        ):
            tx.add(Professional(id=key, name=name, agency_id=agency, role=Role.LEAD_PROFESSIONAL))
        tx.journal("test.arranged")
