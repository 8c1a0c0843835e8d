"""A real encrypted store for tests: made once, copied for each test, opened with a raw key."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk, Sitter
from coordinator.db.journal import Stamp
from coordinator.db.migrating import make_database
from coordinator.db.models import Agency, Panel, Professional, StoreInfo
from coordinator.db.store import Store
from coordinator.domain.lists.agencies import AgencyKind, Marking
from coordinator.domain.roles import Right, Role

KEY = "x'" + "5c" * 32 + "'"
NOON = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)  # a Thursday
TODAY = date(2026, 11, 19)
SIGNED = date(2026, 1, 5)
"""When everybody signed what lets papers go to them without further questions."""

PANEL = UUID(int=1 << 64 | 1)
COUNCIL = UUID(int=2 << 64 | 1)
POLICE = UUID(int=2 << 64 | 2)
HOUSING = UUID(int=2 << 64 | 3)
HEALTH = UUID(int=2 << 64 | 4)
COORDINATOR = UUID(int=3 << 64 | 1)
CHAIR = UUID(int=3 << 64 | 2)
OFFICER = UUID(int=3 << 64 | 3)
NURSE = UUID(int=3 << 64 | 4)
WORKER = UUID(int=3 << 64 | 5)


def keyspec() -> str:
    """Give the raw key of every test store."""
    return KEY


class Clock:
    """A clock that stands still until it is told to move."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        """Move on by so much, in the words of `timedelta`."""
        self.at += timedelta(**by)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a panel, four agencies and five professionals, nobody on its caseload."""
    path = tmp_path_factory.mktemp("template") / "panel.db"
    make_database(path, keyspec)
    store = Store(path, keyspec)
    furnish(store)
    store.close()
    return path


def furnish(store: Store) -> None:
    """Give an empty store its panel, four agencies and five professionals."""
    stamp = Stamp(COORDINATOR, NOON, UUID(int=9 << 64), random.Random(0).randbytes)
    with store.transaction(stamp) as tx:
        tx.session.add(
            StoreInfo(
                key=1,
                store_id=UUID(int=7),
                install_id=UUID(int=8),
                panel_id=PANEL,
                key_generation=1,
                signing_key=b"",
                made_at=NOON,
            )
        )
        tx.session.flush()
        _people_in_post(tx)
        tx.journal("store.made", record=PANEL)


def _people_in_post(tx: object) -> None:
    add = tx.add  # type: ignore[attr-defined]
    for key, name, kind in (
        (COUNCIL, "Kerrow Council", AgencyKind.COMMUNITY_SAFETY),
        (POLICE, "Kerrow Police", AgencyKind.POLICE_NEIGHBOURHOOD),
        (HOUSING, "Kerrow Homes", AgencyKind.HOUSING_OPTIONS),
        (HEALTH, "Kerrow Mental Health", AgencyKind.MENTAL_HEALTH),
    ):
        add(
            Agency(
                id=key,
                name=name,
                agency_kind=kind,
                agreement_signed_on=SIGNED,
                agreement_expires_on=SIGNED + timedelta(days=730),
            )
        )
    tx.session.flush()  # type: ignore[attr-defined]
    for key, name, agency, role in (
        (COORDINATOR, "Aled Hâf", COUNCIL, Role.COORDINATOR),
        (CHAIR, "Morwenna Tregear", COUNCIL, Role.CHAIR),
        (OFFICER, "Dylan Ashdown", POLICE, Role.REPRESENTATIVE),
        (NURSE, "Kasia Dębska", HEALTH, Role.LEAD_PROFESSIONAL),
        (WORKER, "Rhys Roskilly", HOUSING, Role.LEAD_PROFESSIONAL),
    ):
        post = Professional(id=key, name=name, agency_id=agency, role=role)
        post.confidentiality_signed_on = SIGNED
        add(post)
    tx.session.flush()  # type: ignore[attr-defined]
    add(
        Panel(
            id=PANEL,
            name="Kerrow Complex Needs Panel",
            prefix="KP",
            marking=Marking.OFFICIAL_SENSITIVE,
            quorum=3,
            chair_id=CHAIR,
            coordinator_id=COORDINATOR,
        )
    )


@pytest.fixture
def clock() -> Clock:
    """The clock of the desk; move it to let days pass."""
    return Clock()


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Iterator[Store]:
    """A store of this test's own."""
    path = tmp_path / "panel.db"
    shutil.copy(template, path)
    opened = Store(path, keyspec)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store, clock: Clock) -> Desk:
    """The coordinator's desk."""
    sitter = Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL)
    return Desk(store, sitter, now=clock, random=random.Random(1).randbytes)


@pytest.fixture
def chair(desk: Desk) -> Desk:
    """The chair's desk, on the same store."""
    return sitting(desk, CHAIR, Role.CHAIR, COUNCIL)


def sitting(desk: Desk, professional: UUID, role: Role, agency: UUID) -> Desk:
    """Let somebody else sit down at the same store."""
    return replace(desk, sitter=Sitter(professional, role, agency), opened=set())


def nobody_signed(desk: Desk) -> None:
    """Take back what everybody signed: the agreement, and the confidentiality statement."""
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        for agency in tx.directory.agencies():
            agency.agreement_signed_on = agency.agreement_expires_on = None
        for post in tx.directory.professionals():
            post.confidentiality_signed_on = None
        tx.journal("test.unsigned")
