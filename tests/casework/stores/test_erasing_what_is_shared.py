"""Erasing somebody: what was learnt of them and money go; what is of everybody stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from coordinator.casework.actions.lists import read_action
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import change_panel
from coordinator.casework.learning.reviews import add_recommendation, find_reviews_about
from coordinator.casework.places.actions import agree_place_action
from coordinator.casework.stores.erasing import erase_record
from coordinator.casework.stores.restoring import check_office
from coordinator.db.models import (
    Action,
    ActionTie,
    BudgetEntry,
    BudgetLine,
    Goal,
    LearningNote,
    LearningReview,
    Panel,
    PlacePlan,
    Programme,
    ProgrammePlace,
    Record,
    Theme,
    ThemeLink,
)
from tests.casework.learnt import RECOMMENDED
from tests.casework.money_on_file import paid_for
from tests.casework.places.planned import a_priority, new_action
from tests.erased import Kept, make_kept
from tests.stores import CHAIR, Clock

GONE = (BudgetLine, BudgetEntry, LearningNote, LearningReview, ProgrammePlace, ThemeLink)
STANDS = (PlacePlan, ActionTie, Programme, Theme)


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Iterator[Kept]:
    made = make_kept(tmp_path / "store", clock)
    yield made
    if made.office.lock.is_held:
        made.office.close(back_up=False)


def test_what_a_review_recommended_is_still_to_be_done_after_its_person_is_erased(
    kept: Kept,
) -> None:
    desk = kept.office.desk
    (review,) = find_reviews_about(desk, kept.told.person)
    action = add_recommendation(desk, review.id, RECOMMENDED).result

    erase_record(kept.office, kept.agreed())

    assert read_action(desk, action).row.text == RECOMMENDED.recommendation
    assert check_office(kept.office).is_whole


def _count(desk: Desk, kind: type[Record]) -> int:
    with desk.store.reading() as look:
        return look.session.scalar(select(func.count()).select_from(kind)) or 0


def test_what_is_about_somebody_goes_and_what_is_of_everybody_stands(kept: Kept) -> None:
    desk, person = kept.office.desk, kept.told.person
    with desk.store.reading() as look:
        goal = look.people.about(Goal, [person])[0].id
        panel = look.get(Panel, look.info.panel_id)
    change_panel(desk, seen=panel.revision, chair_id=CHAIR)
    paid_for(desk, person, goal)
    action = agree_place_action(desk, a_priority(desk), new_action()).result
    before = {kind: _count(desk, kind) for kind in STANDS}
    assert all(_count(desk, kind) for kind in GONE)

    erase_record(kept.office, kept.agreed())

    assert {kind: _count(desk, kind) for kind in GONE} == dict.fromkeys(GONE, 0)
    assert {kind: _count(desk, kind) for kind in STANDS} == before
    with desk.store.reading() as look:
        assert look.get(Action, action).person_id is None
    assert check_office(kept.office).is_whole
