"""A form that names a barrier says quietly how such barriers went."""

from collections.abc import Mapping
from datetime import timedelta

from coordinator.casework.actions.barriers import identify_barrier, resolve_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.panel.settings import add_line, read_barrier_choices
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.panel import Topic
from coordinator.ui.shared.precedents import PrecedentHint, choices_of_barriers
from tests.casework.entries_on_file import a_person
from tests.stores import HEALTH, TODAY, store
from tests.ui.immediate import ImmediateJobs

__all__ = ["store"]
WAIT = BarrierCategory.MH_WAITING
FERRY = "The ferry does not run"


def test_it_says_how_such_barriers_went_as_soon_as_one_is_chosen(desk: Desk) -> None:
    new = NewBarrier(WAIT, a_person(desk), since=TODAY - timedelta(days=18))
    barrier = identify_barrier(desk, new).result
    resolve_barrier(desk, barrier, seen=1, resolution="Seen")
    told: list[Mapping[str, str]] = []
    hint = PrecedentHint(ImmediateJobs(desk), told.append)
    hint.typed({"category": None})
    hint.typed({"note": "Something else"})
    assert told == []
    hint.typed({"category": (WAIT, ""), "agency_id": HEALTH})
    hint.typed({"category": (WAIT, ""), "agency_id": HEALTH, "description": "More"})
    assert told == [{"category": "Resolved once before, in 18 days."}]


def test_a_form_offers_the_panels_own_list_in_its_words(desk: Desk) -> None:
    add_line(desk, Topic.BARRIERS, text=FERRY)
    offered = choices_of_barriers(read_barrier_choices(desk))
    assert offered[-1] == ((BarrierCategory.OTHER, FERRY), FERRY)
    assert ((WAIT, ""), "Mental health: waiting") in offered
