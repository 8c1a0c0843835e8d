"""Packs where the disk is really full: one sentence, nothing changed, no half files, and again.

The system itself refuses to write, on a small disk of the test's own that is filled up to so many
bytes. Each act is tried with a little more room each time until there is enough: so it meets the
end of the disk at every step of its work.
"""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest

from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.casework.stores.opening import Office, open_store
from coordinator.casework.stores.restoring import check_office
from coordinator.domain.errors import BackupError, ExportTargetError, StoreFullError
from coordinator.exchange import away as packs
from coordinator.exchange.away import apply_pack, make_hand_back, make_take_away
from coordinator.wording.refusals.notices import notice_for
from tests.casework.away.planted import a_contact_with
from tests.exchange.away_stores import PASSPHRASE, Both, both_stores
from tests.exchange.small_disks import only_left, small_disk
from tests.offices import WORDS
from tests.stores import Clock

ROOMS = (0, *(1 << power for power in range(12, 22)), *(3 << power for power in range(12, 20)))
"""Bytes that are left, from none to enough for anything here."""
FULL = (StoreFullError, ExportTargetError, BackupError)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 64 << 20) as place:
        yield place


@pytest.fixture
def both(disk: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(disk, clock)
    yield made
    made.close()


def state_of(office: Office) -> object:
    """Everything a store says it did, took, made and knows."""
    with office.desk.store.reading() as look:
        return (
            look.history.head(),
            len(look.packs.all_made()),
            len(look.packs.all_taken()),
            sorted(
                (one.id, one.last_seq_sent, one.last_seq_seen) for one in look.cards.contacts()
            ),
            sorted(one.id for one in look.away.held()),
        )


def files_in(disk: Path) -> set[Path]:
    """Every file but for what SQLite keeps beside an open database."""
    found = {one for one in disk.rglob("*") if one.is_file()}
    return {one for one in found if not one.name.endswith(("-wal", "-shm"))}


def met_until_there_is_room(
    disk: Path, office: Office, work: Callable[[], object]
) -> Collection[type[Exception]]:
    """Try with more and more room; as long as it does not suffice nothing has happened.

    Returns:
        The kinds of refusal that were met.
    """
    before, files = state_of(office), files_in(disk)
    met: dict[type[Exception], str] = {}
    for room in sorted(ROOMS):
        with only_left(disk, room):
            try:
                work()
            except FULL as fault:
                met[type(fault)] = notice_for(fault).text
            else:
                return met.keys()
        assert state_of(office) == before
        assert files_in(disk) == files
    raise AssertionError("there was never room enough")


def is_whole(office: Office, folder: Path, words: str) -> bool:
    """Whether a store checks out, now and when it is opened again."""
    found = check_office(office).faults
    office.close(back_up=False)
    again = open_store(folder, words)
    try:
        return not (*found, *check_office(again).faults)
    finally:
        again.close(back_up=False)


def size_of(office: Office) -> int:
    return office.desk.store.path.stat().st_size


def test_work_goes_away_and_comes_back_where_the_disk_is_full_again_and_again(
    both: Both, disk: Path, tmp_path: Path
) -> None:
    out, home = disk / "out", disk / "home"
    for name, place in (("panel", tmp_path / "one"), ("away", tmp_path / "two")):
        place.mkdir()
        (disk / name / "backups").rmdir()
        (disk / name / "backups").symlink_to(place)  # backups lie on a drive that has room
    out.mkdir()
    home.mkdir()
    made = met_until_there_is_room(
        disk, both.hub, lambda: make_take_away(both.hub.desk, both.lead, out)
    )
    (pack,) = out.iterdir()
    taken = met_until_there_is_room(disk, both.away, lambda: take(both, pack))
    log_contact(both.away.desk, a_contact_with(both.away.desk, both.kept.kezia, note="Met"))
    handed = met_until_there_is_room(disk, both.away, lambda: make_hand_back(both.away.desk, home))
    (back,) = home.iterdir()
    applied = met_until_there_is_room(disk, both.hub, lambda: apply_pack(both.hub, back))

    assert all(StoreFullError in one for one in (made, taken, handed, applied))
    assert "Met" in {one.note for one in find_contacts(both.hub.desk, both.kept.kezia).rows}
    assert is_whole(both.hub, disk / "panel", WORDS)
    assert is_whole(both.away, disk / "away", PASSPHRASE)


def take(both: Both, pack: Path) -> None:
    both.away, _done = packs.open_take_away(both.away, pack)


@pytest.mark.parametrize("which", ["take-away", "hand-back"])
def test_without_room_for_a_backup_no_pack_is_taken(
    both: Both, disk: Path, tmp_path: Path, which: str
) -> None:
    pack = make_take_away(both.hub.desk, both.lead, tmp_path).result.path
    if which == "hand-back":
        take(both, pack)
        pack = make_hand_back(both.away.desk, tmp_path).result.path
    office = both.away if which == "take-away" else both.hub
    before = state_of(office)

    with only_left(disk, size_of(office) // 2), pytest.raises(BackupError, match="room"):
        take(both, pack) if which == "take-away" else apply_pack(office, pack)
    assert state_of(office) == before
