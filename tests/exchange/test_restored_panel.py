"""A panel's store comes from a backup: its packs are noticed away, and work goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.casework.stores.opening import Source
from coordinator.casework.stores.restoring import restore_backup
from coordinator.domain.exchange.parcels import Taken
from coordinator.exchange import away as packs
from coordinator.exchange.away import apply_pack, make_hand_back, make_take_away
from coordinator.wording.away import taken_words
from tests.casework.away.planted import a_contact_with
from tests.exchange.away_stores import Both, both_stores
from tests.offices import WORDS
from tests.stores import Clock

SAID = (
    "The panel's store seems to come from a backup. Nothing was changed."
    " Hand back first, then ask for another pack."
)


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path, clock)
    yield made
    made.close()


def sent(both: Both, folder: Path, clock: Clock) -> Path:
    clock.move(minutes=2)
    return make_take_away(both.hub.desk, both.lead, folder).result.path


def take(both: Both, pack: Path) -> Taken:
    both.away, done = packs.open_take_away(both.away, pack)
    return done.result


def test_a_pack_of_a_panel_that_was_brought_back_is_told_from_a_late_one(
    both: Both, tmp_path: Path, clock: Clock
) -> None:
    late = sent(both, tmp_path, clock)
    backup = both.hub.back_up("asked")
    take(both, sent(both, tmp_path, clock))
    log_contact(both.away.desk, a_contact_with(both.away.desk, both.kept.kezia, note="The quay"))
    both.hub.close(back_up=False)
    source = Source(now=clock, random=both.hub.desk.random)
    both.hub = restore_backup(backup.path, tmp_path / "restored", WORDS, source=source)

    again = take(both, sent(both, tmp_path, clock))
    assert again.is_late
    assert taken_words(again) == [SAID]
    assert taken_words(take(both, late)) == [
        "A newer pack was opened before this one: nothing was changed."
    ]

    apply_pack(both.hub, make_hand_back(both.away.desk, tmp_path).result.path, go_on=True)
    after = take(both, sent(both, tmp_path, clock))
    assert not after.is_late
    assert "The quay" in {one.note for one in find_contacts(both.away.desk, both.kept.kezia).rows}
    assert "The quay" in {one.note for one in find_contacts(both.hub.desk, both.kept.kezia).rows}
