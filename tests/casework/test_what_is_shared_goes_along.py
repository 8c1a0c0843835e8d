"""What was learnt, money and place plans on the way home, where asked for, in search."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coordinator.casework.access.reading import read_access_request
from coordinator.casework.access.requests import begin_access_request
from coordinator.casework.away.returning import apply_hand_back
from coordinator.casework.desk import Desk
from coordinator.casework.learning.notes import note_learning
from coordinator.casework.learning.programmes import find_programmes_of
from coordinator.casework.learning.reading import find_learning_about
from coordinator.casework.learning.themes import find_themes_of
from coordinator.casework.money.reading import read_money
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.people.finding import find_everything
from coordinator.casework.places.reading import find_place_plans
from coordinator.db.models import BudgetLine, LearningReview, ThemeLink
from coordinator.domain.access.entries import SECTIONS, Section
from coordinator.domain.access.rules import NewAccessRequest
from coordinator.domain.learning.notes import NewNote, Subject
from coordinator.domain.outcomes import RecordKind
from tests.casework.away.planted import Planted, planted
from tests.casework.away.stores import an_away_store, hand_back_of, know_rhys, send, took
from tests.casework.learnt import keep_learning
from tests.casework.money_on_file import paid_for
from tests.casework.places.planned import a_place_plan, a_priority, an_action
from tests.casework.said_by_acts import BED
from tests.stores import TODAY, Clock

PLAIN, GUARDED = "The van worked.", "Said in confidence."


@pytest.fixture
def kept(desk: Desk) -> Planted:
    made = planted(desk)
    know_rhys(desk)
    keep_learning(desk, made.kezia, PLAIN, GUARDED)
    paid_for(desk, made.kezia, made.goal)
    an_action(desk, a_priority(desk, a_place_plan(desk)))
    return made


@pytest.fixture
def away(tmp_path: Path, desk: Desk, clock: Clock, kept: Planted) -> Iterator[Desk]:
    made, _taken = took(an_away_store(tmp_path / "away.db", 1, clock), send(desk))
    yield made
    made.store.close()


def test_a_lead_takes_notes_money_and_programmes_along_and_no_review_theme_or_place(
    away: Desk, kept: Planted
) -> None:
    assert [row.happened for row in find_learning_about(away, kept.kezia)] == [PLAIN]
    assert [row.programme for row in find_programmes_of(away, kept.kezia)] == ["Pilot"]
    assert len(read_money(away, kept.kezia).lines) == 1
    with away.store.reading() as look:
        assert not look.people.about(LearningReview, [kept.kezia])
        assert not look.people.about(ThemeLink, [kept.kezia])
        assert not look.learning.themes()
    assert find_place_plans(away) == ()


def test_what_a_lead_learnt_and_asked_for_comes_home(
    desk: Desk, away: Desk, kept: Planted
) -> None:
    note_learning(away, Subject(kept.kezia), NewNote("Letters do not reach her."))
    asked = replace(BED, purpose="A warm coat", goal_id=kept.goal)
    ask_for_money(away, kept.kezia, asked)
    done = apply_hand_back(desk, hand_back_of(away, 1))
    assert done.result.held == 0
    said = {row.happened for row in find_learning_about(desk, kept.kezia)}
    assert said == {PLAIN, GUARDED, "Letters do not reach her."}
    lines = read_money(desk, kept.kezia).lines
    assert {row.purpose for row in lines} == {"A bed", "A warm coat"}
    assert len(find_themes_of(desk, kept.kezia)) == 1


def test_the_access_report_lists_what_is_about_somebody_and_nothing_of_places(
    desk: Desk, kept: Planted
) -> None:
    request = begin_access_request(desk, kept.kezia, NewAccessRequest(TODAY, "By letter")).result
    entries = read_access_request(desk, request).entries
    kinds = {one.entry.kind for one in entries}
    assert {
        RecordKind.BUDGET_LINE,
        RecordKind.BUDGET_ENTRY,
        RecordKind.LEARNING_NOTE,
        RecordKind.LEARNING_REVIEW,
        RecordKind.PROGRAMME_PLACE,
    } <= kinds
    of_places = {RecordKind.PLACE_PLAN, RecordKind.PLACE_PRIORITY, RecordKind.ACTION_TIE}
    assert kinds.isdisjoint({*of_places, RecordKind.THEME_LINK})
    for section in (Section.MONEY, Section.LEARNING):
        assert kinds & set(SECTIONS[section])


def test_search_finds_an_action_of_a_place_plan_and_no_note_or_request(
    desk: Desk, kept: Planted
) -> None:
    (found,) = find_everything(desk, "harbour front")
    assert found.person is None
    assert [hit.kind for hit in found.hits] == [RecordKind.ACTION]
    with desk.store.reading() as look:
        (line,) = look.people.about(BudgetLine, [kept.kezia])
    for words in (PLAIN.rstrip("."), line.purpose):
        kinds = {hit.kind for one in find_everything(desk, words) for hit in one.hits}
        assert kinds.isdisjoint({RecordKind.LEARNING_NOTE, RecordKind.BUDGET_LINE})
