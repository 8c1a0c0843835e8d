"""A pack on a stick that is pulled out while it is read, and what is no file at all."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.db.backups import list_backups
from coordinator.domain.errors import FileUnreadableError
from coordinator.exchange import away as packs
from coordinator.exchange import pack_files
from coordinator.exchange.away import apply_pack, make_hand_back, make_take_away, review_pack
from coordinator.exchange.card_files import looks_like_a_card
from coordinator.exchange.pack_files import kind_of, looks_like_a_pack
from coordinator.wording.refusals.notices import notice_for
from tests.casework.away.planted import a_contact_with
from tests.exchange.away_stores import Both, both_stores
from tests.stores import Clock


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path, clock)
    yield made
    made.close()


class Stick(io.BytesIO):
    """A file on a stick that is there for so many more readings."""

    left = 0

    def read(self, most: int | None = -1, /) -> bytes:
        self.left -= 1
        if self.left < 0:
            raise OSError(5, "Input/output error")
        return super().read(most)

    def __exit__(self, *_fault: object) -> None:
        """Stay open: it is read again."""


def taken_over(both: Both, home: Path, stick: Stick, left: int) -> bool:
    """Bring the pack in from a stick; when it is pulled out, one sentence says so."""
    stick.left = left
    try:
        apply_pack(both.hub, home)
    except FileUnreadableError as error:
        return notice_for(error).what != "This file cannot be read."
    return True


def test_a_stick_may_be_pulled_out_at_any_time(
    both: Both, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = make_take_away(both.hub.desk, both.lead, tmp_path).result.path
    both.away, _done = packs.open_take_away(both.away, pack)
    desk = both.away.desk
    log_contact(desk, a_contact_with(desk, both.kept.kezia, note="Met by the quay"))
    home = make_hand_back(desk, tmp_path).result.path

    stick = Stick(home.read_bytes())
    monkeypatch.setattr(pack_files, "opened_file", lambda _path: stick)
    pulled_out = 0
    while not taken_over(both, home, stick, pulled_out):
        assert list_backups(both.hub.folder.backups) == []
        pulled_out += 1
    assert pulled_out > 4
    notes = [one.note for one in find_contacts(both.hub.desk, both.kept.kezia).rows]
    assert notes.count("Met by the quay") == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes here")
def test_nobody_waits_for_a_pipe(both: Both, tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "panel-1.plan")

    assert not looks_like_a_pack(pipe)
    assert not looks_like_a_card(pipe)
    for read in (kind_of, review_pack):
        with pytest.raises(FileUnreadableError):
            read(both.hub.desk, pipe)
