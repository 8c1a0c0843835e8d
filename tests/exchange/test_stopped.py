"""Whoever stops a look at a pack, or taking it over or in, has changed nothing and can go on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.domain.errors import CancelledError
from coordinator.domain.exchange.scopes import PLAIN_TERMS
from coordinator.domain.progress import Progress
from coordinator.exchange.away import make_hand_back, make_take_away, open_take_away
from coordinator.exchange.lent import LentPacks
from tests.casework.away.planted import a_contact_with
from tests.exchange.away_stores import Both, both_stores
from tests.exchange.test_full_disks import state_of
from tests.exchange.update_sheets import WHY
from tests.stores import WORKER, Clock


class Impatient:
    """Stops the work at one of the times it tells how far it is."""

    def __init__(self, patience: int) -> None:
        self.left = patience

    def step(self, _done: int, _total: int) -> None:
        if self.left == 0:
            raise CancelledError
        self.left -= 1


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path / "stores", clock)
    yield made
    made.close()


@pytest.fixture
def taken(both: Both, tmp_path: Path) -> Path:
    """The pack that the lead's store has yet to take in."""
    return make_take_away(both.hub.desk, both.lead, tmp_path).result.path


@pytest.fixture
def handed(both: Both, taken: Path, tmp_path: Path) -> Path:
    """The hand-back that waits at the panel."""
    both.away, _taken = open_take_away(both.away, taken)
    desk = both.away.desk
    log_contact(desk, a_contact_with(desk, both.kept.kezia, note="By the quay"))
    return make_hand_back(desk, tmp_path).result.path


def stops(work: Callable[[Progress], object], state: Callable[[], object]) -> int:
    """Stop it wherever it can be; nothing changes, until nobody stops it any more."""
    before, patience = state(), 0
    while True:
        try:
            work(Impatient(patience))
        except CancelledError:
            assert state() == before
            patience += 1
        else:
            return patience


def notes(both: Both) -> list[str]:
    return [one.note for one in find_contacts(both.hub.desk, both.kept.kezia).rows]


def test_a_look_at_what_came_back_is_stopped_at_any_step(both: Both, handed: Path) -> None:
    packs = LentPacks(both.hub)
    assert stops(lambda told: packs.look(handed, told), lambda: state_of(both.hub)) > 2
    assert "By the quay" not in notes(both)


def test_taking_over_is_stopped_at_any_step_and_then_done_once(both: Both, handed: Path) -> None:
    packs = LentPacks(both.hub)
    assert stops(lambda told: packs.take_over(handed, told), lambda: state_of(both.hub)) > 1
    assert notes(both).count("By the quay") == 1


def test_making_a_pack_is_stopped_at_any_step_and_then_done_once(
    both: Both, tmp_path: Path
) -> None:
    make_take_away(both.hub.desk, both.lead, tmp_path / "before")  # the roster is there from then
    packs, out = LentPacks(both.hub), tmp_path / "out"

    def made() -> tuple[object, ...]:
        return state_of(both.hub), *sorted(out.glob("*"))

    def give(told: Progress) -> object:
        return packs.give(both.lead, out, PLAIN_TERMS, "", told)

    assert stops(give, made) > 5
    assert len(list(out.iterdir())) == 1


def test_making_a_sheet_is_stopped(both: Both, tmp_path: Path) -> None:
    packs, out = LentPacks(both.hub), tmp_path / "out"

    def made() -> tuple[object, ...]:
        return state_of(both.hub), *sorted(out.glob("*"))

    assert stops(lambda told: packs.sheet(WORKER, out, PLAIN_TERMS, WHY, told), made) == 1
    assert len(list(out.iterdir())) == 1


def test_handing_back_is_stopped_at_any_step(both: Both, handed: Path, tmp_path: Path) -> None:
    packs, out = LentPacks(both.away), tmp_path / "out"

    def made() -> tuple[object, ...]:
        return state_of(both.away), *sorted(out.glob("*"))

    assert stops(lambda told: packs.hand_back(out, told), made) > 2
    assert handed.exists()
    assert len(list(out.iterdir())) == 1


def test_taking_in_is_stopped_at_any_step(both: Both, taken: Path) -> None:
    packs = LentPacks(both.away)
    assert stops(lambda told: packs.take_in(taken, told), lambda: state_of(both.away)) > 1
