"""What was told aloud away comes home, also once its teller has their agency's actions only."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.disclosing.told_aloud import record_spoken
from coordinator.db.checking import check_store
from coordinator.db.models import Disclosure, Professional
from coordinator.domain.disclosing.log import Spoken
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.scopes import Terms
from coordinator.domain.roles import Right, Role
from coordinator.exchange.away import (
    apply_pack,
    make_hand_back,
    make_take_away,
    open_take_away,
    review_pack,
)
from tests.exchange.away_stores import Both, both_stores
from tests.stores import HEALTH, WORKER, Clock


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path, clock)
    take(made, tmp_path, PackKind.TAKE_AWAY)
    yield made
    made.close()


def take(both: Both, folder: Path, kind: PackKind) -> None:
    terms = Terms(kind=kind)
    pack = make_take_away(both.hub.desk, both.lead, folder, terms=terms).result.path
    both.away, _taken = open_take_away(both.away, pack)


def as_representative(both: Both, folder: Path) -> None:
    """Let the panel say he represents his agency, and give him its actions."""
    with both.hub.desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).role = Role.REPRESENTATIVE
        tx.journal("test.arranged")
    take(both, folder, PackKind.AGENCY_ACTIONS)
    assert both.away.desk.sitter.role is Role.REPRESENTATIVE


def told(both: Both) -> Spoken:
    return Spoken(both.kept.kezia, HEALTH, "Kasia Dębska", what="A new address", reason="urgent")


def test_a_representative_notes_nothing_told_aloud_and_is_refused_as_it_is_typed(
    both: Both, tmp_path: Path
) -> None:
    as_representative(both, tmp_path)
    with pytest.raises(NotPermittedError):
        record_spoken(both.away.desk, told(both))
    review = review_pack(both.hub.desk, make_hand_back(both.away.desk, tmp_path).result.path)
    assert not review.rows
    assert not review.held


def test_what_was_told_before_comes_home_with_a_representatives_work(
    both: Both, tmp_path: Path
) -> None:
    record_spoken(both.away.desk, told(both))
    as_representative(both, tmp_path)
    done = apply_pack(both.hub, make_hand_back(both.away.desk, tmp_path).result.path).result
    assert not done.held
    assert "A new address" in {one.what for one in find_disclosures(both.hub.desk).rows}
    take(both, tmp_path, PackKind.AGENCY_ACTIONS)  # his own line, and nobody else's
    for office in (both.hub, both.away):
        assert check_store(office.desk.store).faults == ()
    with both.away.desk.store.reading() as look:
        mine = {one.made_by_id for one in look.session.query(Disclosure)}
    assert mine == {WORKER}
