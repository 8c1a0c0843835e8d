"""A pack for each of several leads in a row: whole packs only, and it is said which."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator.casework.away.contacts import add_contact, record_words_read
from coordinator.casework.away.identity import ensure_own_card
from coordinator.casework.away.packs import find_packs
from coordinator.casework.away.starting import start_away_store
from coordinator.casework.need_to_know.bases import withdraw_basis
from coordinator.casework.stores.founding import Founding
from coordinator.casework.stores.opening import Source
from coordinator.domain.errors import BasisLackingError, CancelledError
from coordinator.domain.exchange.contacts import CheckedHow
from coordinator.domain.exchange.scopes import PLAIN_TERMS
from coordinator.domain.progress import Progress, Unwatched
from coordinator.exchange.away import make_take_away
from coordinator.exchange.giving_each import GivenEach
from coordinator.exchange.lent import LentPacks
from coordinator.ui.screens.away.presenter import Deed
from coordinator.vault.costs import TEST_COST
from tests.exchange.away_stores import PASSPHRASE, Both, both_stores
from tests.stores import NURSE, Clock
from tests.ui.away.test_away import Page


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path / "stores", clock)
    yield made
    made.close()


@pytest.fixture
def nurse(both: Both, tmp_path: Path, clock: Clock) -> str:
    """A second lead with a store of her own, whose words were read."""
    source = Source(now=clock, random=random.Random(5).randbytes)
    away, _code = start_away_store(
        tmp_path / "nurse", Founding(PASSPHRASE, TEST_COST), source=source
    )
    made = ensure_own_card(away.desk, name="Kasia Dębska", agency="Kerrow Mental Health")
    card = made.result.card
    away.close(back_up=False)
    add_contact(both.hub.desk, card.file_bytes)
    how = CheckedHow.IN_PERSON
    record_words_read(both.hub.desk, card.identity.id, how=how, professional=NURSE)
    return card.identity.id


class StopsAt:
    """Stops the work once so many packs are made."""

    def __init__(self, made: int) -> None:
        self.made = made
        self.told: list[tuple[int, int]] = []

    def step(self, done: int, total: int) -> None:
        self.told.append((done, total))
        if done == self.made:
            raise CancelledError


def give(both: Both, nurse: str, out: Path, progress: Progress) -> GivenEach:
    packs = LentPacks(both.hub)
    return packs.give_each((both.lead, nurse), out, PLAIN_TERMS, "", progress).result


def test_each_is_given_one(both: Both, nurse: str, tmp_path: Path) -> None:
    found = give(both, nurse, tmp_path / "out", Unwatched())
    assert [one for one, _pack in found.made] == [both.lead, nurse]
    assert {pack.path for _one, pack in found.made} == set((tmp_path / "out").iterdir())
    assert (found.refused, found.left) == ((), ())


def test_stopped_those_made_stay_and_the_rest_is_not_made(
    both: Both, nurse: str, tmp_path: Path
) -> None:
    progress = StopsAt(1)
    found = give(both, nurse, tmp_path / "out", progress)
    ((who, pack),) = found.made
    assert (who, found.left) == (both.lead, (nurse,))
    assert list((tmp_path / "out").iterdir()) == [pack.path]
    assert [one.contact for one in find_packs(both.hub.desk)] == ["Rhys Roskilly"]
    assert set(progress.told) == {(0, 2), (1, 2)}


def test_who_cannot_be_given_one_keeps_nobody_else_from_it(
    both: Both, nurse: str, tmp_path: Path
) -> None:
    withdraw_basis(both.hub.desk, both.kept.kezia, reason="asked to")
    found = give(both, nurse, tmp_path / "out", Unwatched())
    assert [one for one, _pack in found.made] == [nurse]
    ((who, error),) = found.refused
    assert (who, type(error)) == (both.lead, BasisLackingError)


def test_the_page_says_whose_pack_was_made_and_whose_was_not(
    both: Both, nurse: str, tmp_path: Path
) -> None:
    for one in (both.lead, nurse):
        make_take_away(both.hub.desk, one, tmp_path / "first")
    withdraw_basis(both.hub.desk, both.kept.kezia, reason="asked to")
    page = Page(both.hub, tmp_path / "out")
    page.presenter.do(Deed.GIVE_EACH)
    page.forms.answer()
    (file,) = (tmp_path / "out").iterdir()
    told = page.told.notices[-1]
    assert told.what == "1 pack is made."
    assert f"Kasia Dębska, Kerrow Mental Health: {file.name}" in told.details
    assert any("Rhys Roskilly" in line and "not made" in line for line in told.details)
