"""Tests that a key that was changed reaches the other side with the next pack by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator.casework.away.contacts import contact_on_file, follow_card
from coordinator.casework.away.identity import change_sealing_key, give_up_sealing_keys
from coordinator.domain.errors import PackRefusedError
from coordinator.domain.exchange.contacts import Contact
from coordinator.domain.exchange.faults import PackFault
from coordinator.domain.roles import Right
from coordinator.exchange.away import apply_pack, make_hand_back, make_take_away, open_take_away
from coordinator.vault.cards import make_card
from coordinator.vault.sealing import new_sealing_key
from tests.exchange.away_stores import Both, both_stores
from tests.stores import NOON, Clock


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path, clock)
    yield made
    made.close()


def known(both: Both, *, at_panel: bool) -> Contact:
    office, who = (both.hub, both.lead) if at_panel else (both.away, both.panel)
    with office.desk.store.reading() as look:
        found = contact_on_file(look, who)
    assert found is not None
    return found


def test_both_sides_go_on_after_the_yearly_change_without_a_card_by_hand(
    both: Both, tmp_path: Path, clock: Clock
) -> None:
    words = known(both, at_panel=True).checked
    clock.move(days=366)
    change_sealing_key(both.hub.desk)
    change_sealing_key(both.away.desk)
    pack = make_take_away(both.hub.desk, both.lead, tmp_path).result.path
    both.away, _done = open_take_away(both.away, pack)
    assert known(both, at_panel=False).sealing.number == 2
    home = make_hand_back(both.away.desk, tmp_path).result.path
    apply_pack(both.hub, home)
    assert known(both, at_panel=True).sealing.number == 2
    assert known(both, at_panel=True).checked == words

    clock.move(days=31)
    for office in (both.hub, both.away):
        assert give_up_sealing_keys(office.desk).result == 1
    pack = make_take_away(both.hub.desk, both.lead, tmp_path).result.path
    both.away, _done = open_take_away(both.away, pack)
    apply_pack(both.hub, make_hand_back(both.away.desk, tmp_path).result.path)


def test_an_older_card_in_a_late_pack_changes_nothing(both: Both, tmp_path: Path) -> None:
    pack = make_take_away(both.hub.desk, both.lead, tmp_path).result.path
    both.away, _done = open_take_away(both.away, pack)
    late = make_hand_back(both.away.desk, tmp_path).result.path
    change_sealing_key(both.away.desk)
    apply_pack(both.hub, make_hand_back(both.away.desk, tmp_path).result.path)
    apply_pack(both.hub, late)

    assert known(both, at_panel=True).sealing.number == 2


def test_a_card_of_somebody_else_in_a_pack_is_refused(both: Both) -> None:
    other = make_card(
        "Rhys Roskilly", "Kerrow Homes", signing_key=b"s" * 32,
        sealing_key=new_sealing_key(), number=9, since=NOON,
    )  # fmt: skip
    for data in (other.file_bytes, b"no card", other.file_bytes[:-1]):
        with pytest.raises(PackRefusedError) as refused, both.hub.desk.act(Right.SETTLE) as tx:
            follow_card(tx, both.lead, data)
        assert refused.value.fault is PackFault.MALFORMED
    assert known(both, at_panel=True).sealing.number == 1
