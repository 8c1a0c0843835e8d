"""Whatever becomes of packs on their way, nothing is lost, leaked or chosen silently."""

import os
from pathlib import Path

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.leads import agree_lead
from coordinator.domain.roles import Right
from tests.casework.away.machine import IDENTITIES, LEADS, Exchange, Templates
from tests.casework.away.stores import a_contact, an_away_store
from tests.casework.records import a_person, case_of
from tests.domain.merging.running import run
from tests.stores import Clock

NAMES = (("Kezia", "Trelawny"), ("Tamsyn", "Polglaze"), ("Jory", "Bolitho"))


@pytest.fixture
def templates(desk: Desk, tmp_path: Path, clock: Clock) -> Templates:
    """A panel with three people, each led by somebody, and two empty stores away from it."""
    people = []
    for place, names in enumerate(NAMES):
        person = a_person(desk, *names)
        case = case_of(desk, person)
        agree_lead(desk, case, LEADS[place % len(LEADS)])
        people.append((person, case))
    with desk.act(Right.SETTLE) as tx:
        for who, identity in IDENTITIES.items():
            tx.session.add(a_contact(identity, who.hex, who))
        tx.journal("test.arranged")
    desk.store.close()
    away = {}
    for number, who in enumerate(LEADS, 1):
        made = an_away_store(tmp_path / f"away-{number}.db", number, clock)
        made.store.close()
        away[who] = made.store.path
    return Templates(desk.store.path, away, people)


def test_packs_may_be_lost_repeated_reordered_and_late(templates: Templates) -> None:
    Exchange.templates = templates
    run(Exchange, examples=60 if os.environ.get("CI") else 6, steps=24)
