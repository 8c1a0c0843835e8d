"""An exclusion that comes home, and that nobody at the panel could lift, waits to be looked at."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.away.held import find_held_back, settle_held_back
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.disclosing.sharing_reads import read_sharing
from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.casework.stores.users import add_user
from coordinator.db.checking import check_store
from coordinator.db.models import Professional
from coordinator.domain.errors import GuardError
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.roles import Right, Role
from coordinator.exchange.away import apply_pack, make_hand_back, make_take_away, open_take_away
from tests.casework.away.planted import a_contact_with
from tests.exchange.away_stores import Both, both_stores
from tests.stores import HEALTH, Clock, sitting

WHY = "They asked for it"
CHAIR_THERE = UUID(int=3 << 64 | 99)


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path, clock)
    with made.hub.desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.add(
            Professional(id=CHAIR_THERE, name="Dylan Ashdown", agency_id=HEALTH, role=Role.CHAIR)
        )
        tx.journal("test.arranged")
    pack = make_take_away(made.hub.desk, made.lead, tmp_path).result.path
    made.away, _taken = open_take_away(made.away, pack)
    yield made
    made.close()


def excluded_away(both: Both) -> None:
    """Have the lead say that the coordinator's agency must not be told, and note a contact."""
    agency = both.hub.desk.sitter.agency
    assert agency is not None
    log_contact(both.away.desk, a_contact_with(both.away.desk, both.kept.kezia, note="The quay"))
    exclude_agency(both.away.desk, both.kept.kezia, agency_id=agency, reason=WHY)


def test_what_would_shut_out_whoever_could_lift_it_waits_and_the_rest_is_taken_over(
    both: Both, tmp_path: Path
) -> None:
    hub = both.hub.desk
    excluded_away(both)
    done = apply_pack(both.hub, make_hand_back(both.away.desk, tmp_path).result.path).result
    assert done.held
    assert "The quay" in {one.note for one in find_contacts(hub, both.kept.kezia).rows}
    held = find_held_back(hub)
    assert {one.reason for one in held} == {HoldReason.THE_PANELS_TO_DECIDE}
    assert {one.change.kind for one in held if one.change} == {"exclusion"}
    with pytest.raises(GuardError, match="nobody-left-to-lift"):
        settle_held_back(hub, [one.id for one in held], take=True)
    assert read_sharing(hub, both.kept.kezia).exclusions == ()

    add_user(both.hub, CHAIR_THERE, Role.CHAIR, "quartz bramble window fern")
    settle_held_back(hub, [one.id for one in held], take=True)
    chair = sitting(hub, CHAIR_THERE, Role.CHAIR, HEALTH)
    assert len(read_sharing(chair, both.kept.kezia).exclusions) == 1
    assert check_store(hub.store).faults == ()


def test_it_is_taken_over_at_once_where_somebody_is_left_who_could_lift_it(
    both: Both, tmp_path: Path
) -> None:
    add_user(both.hub, CHAIR_THERE, Role.CHAIR, "quartz bramble window fern")
    excluded_away(both)
    done = apply_pack(both.hub, make_hand_back(both.away.desk, tmp_path).result.path).result
    assert not done.held
    chair = sitting(both.hub.desk, CHAIR_THERE, Role.CHAIR, HEALTH)
    assert len(read_sharing(chair, both.kept.kezia).exclusions) == 1
