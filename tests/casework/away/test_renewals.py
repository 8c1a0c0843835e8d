"""What has grown old is said where whoever can renew it looks: at the panel, and away from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator.casework.away.away_pages import read_away_page
from coordinator.casework.away.contacts import add_contact, revoke_contact
from coordinator.casework.away.identity import change_sealing_key
from coordinator.casework.desk import Desk
from coordinator.casework.week.this_week import read_this_week
from coordinator.domain.exchange.contacts import NOTHING_OLD, Renewals
from coordinator.domain.exchange.rosters import LASTS
from coordinator.exchange.away import make_take_away, open_take_away
from coordinator.wording.contact_cards import renewal_lines
from tests.exchange.away_stores import Both, both_stores
from tests.stores import Clock


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path / "stores", clock)
    yield made
    made.close()


def said(desk: Desk) -> Renewals:
    return read_away_page(desk).renew


def test_keys_of_a_year_are_told_of_until_they_are_changed(both: Both, clock: Clock) -> None:
    for desk in (both.hub.desk, both.away.desk):
        assert said(desk) == NOTHING_OLD
    assert read_this_week(both.hub.desk).renew == NOTHING_OLD

    clock.move(days=366)
    assert said(both.hub.desk) == Renewals(own=True, contacts=("Rhys Roskilly",))
    # Before the first pack, too.
    assert said(both.away.desk) == Renewals(own=True, contacts=("Kerrow Complex Needs Panel",))
    assert read_this_week(both.hub.desk).renew == said(both.hub.desk)
    lines = list(renewal_lines(said(both.hub.desk)))
    assert "Our own key" in lines[0]
    assert "Rhys Roskilly" in lines[1]

    for desk, other in ((both.hub.desk, both.away.desk), (both.away.desk, both.hub.desk)):
        add_contact(other, change_sealing_key(desk).result.card.file_bytes)
    for desk in (both.hub.desk, both.away.desk):
        assert said(desk) == NOTHING_OLD


def test_nobody_is_asked_for_the_card_of_whoever_was_revoked(both: Both, clock: Clock) -> None:
    clock.move(days=366)
    revoke_contact(both.hub.desk, both.lead, on=clock.at.date(), reason="Left")
    assert said(both.hub.desk).contacts == ()


def test_a_list_that_came_three_months_ago_is_told_of_until_a_newer_pack(
    both: Both, tmp_path: Path, clock: Clock
) -> None:
    pack = make_take_away(both.hub.desk, both.lead, tmp_path).result.path
    both.away, _done = open_take_away(both.away, pack)
    clock.move(days=LASTS.days)
    assert not said(both.away.desk).is_list_old
    clock.move(days=1)
    assert said(both.away.desk).is_list_old
    assert not said(both.hub.desk).is_list_old
    assert list(renewal_lines(said(both.away.desk)))

    newer = make_take_away(both.hub.desk, both.lead, tmp_path).result.path
    both.away, _done = open_take_away(both.away, newer)
    assert said(both.away.desk) == NOTHING_OLD
