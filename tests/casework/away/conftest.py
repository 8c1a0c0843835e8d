"""The stores that every history of the exchange begins with, made once."""

import random
import shutil
from pathlib import Path

import pytest

from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.people.safety import add_strength
from coordinator.db.store import Store
from coordinator.domain.roles import Right, Role
from tests.casework.away.machine import OnFile, Templates
from tests.casework.away.mail import IDENTITIES, LEADS
from tests.casework.away.stores import a_contact, an_away_store
from tests.casework.entries_on_file import a_person, case_of
from tests.stores import COORDINATOR, COUNCIL, Clock, keyspec

NAMES = (("Kezia", "Trelawny"), ("Tamsyn", "Polglaze"), ("Jory", "Bolitho"))


@pytest.fixture(scope="session")
def templates(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """A panel with three people, each led by somebody, and two empty stores away from it."""
    folder = tmp_path_factory.mktemp("exchange")
    clock, path = Clock(), folder / "hub.db"
    shutil.copy(template, path)
    sitter = Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL)
    desk = Desk(Store(path, keyspec), sitter, now=clock, random=random.Random(1).randbytes)
    people = [_on_file(desk, place, *names) for place, names in enumerate(NAMES)]
    with desk.act(Right.SETTLE) as tx:
        for who, identity in IDENTITIES.items():
            tx.session.add(a_contact(identity, who.hex, who))
        tx.journal("test.arranged")
    desk.store.close()
    away = {}
    for number, who in enumerate(LEADS, 1):
        made = an_away_store(folder / f"away-{number}.db", number, clock)
        made.store.close()
        away[who] = made.store.path
    return Templates(path, away, people)


def _on_file(desk: Desk, place: int, *names: str) -> OnFile:
    person = a_person(desk, *names)
    case, lead = case_of(desk, person), LEADS[place % len(LEADS)]
    agree_lead(desk, case, lead)
    first, second = (add_strength(desk, person, text=said).result for said in ("walks", "sings"))
    return OnFile(person, case, (first, second), lead)
