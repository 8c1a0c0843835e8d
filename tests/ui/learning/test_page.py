"""The page on learning in a window: what is offered in which part, and where each form leads."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.learning.notes import note_learning, share_learning
from coordinator.casework.learning.programmes import read_programmes
from coordinator.casework.learning.reading import read_learning
from coordinator.casework.learning.reviews import begin_review, move_review, read_reviews
from coordinator.casework.learning.themes import add_theme, read_themes
from coordinator.db.models import Meeting
from coordinator.domain.learning.notes import NewNote, Sharing, Subject
from coordinator.domain.learning.reviews import NewReview
from coordinator.domain.learning.themes import NewTheme
from coordinator.domain.lists.learning import (
    Harm,
    LearningTag,
    Mitigation,
    Overall,
    ReviewKind,
    SharedWith,
)
from coordinator.domain.lists.panel import Feature
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import ReviewStatus, Sensitivity
from coordinator.ui.kit import theme
from coordinator.ui.places.every import PapersPlace, Place
from coordinator.ui.places.learning import LearningPart, LearningPlace
from coordinator.ui.screens.learning import screen
from coordinator.ui.screens.learning.deeds import asked_of
from coordinator.ui.screens.learning.entries import Deed
from coordinator.ui.screens.learning.listing import read_listed
from coordinator.ui.screens.learning.presenter import Around
from coordinator.ui.screens.learning.view import LearningView
from tests.meetings import next_meeting_of, weekly
from tests.stores import HEALTH, NURSE, TODAY, Clock, sitting
from tests.switched import switch_off, switch_on
from tests.ui.driving import nothing
from tests.ui.immediate import ImmediateJobs


def opened(
    desk: Desk,
    qtbot: QtBot,
    place: LearningPlace | None = None,
    go: Callable[[Place], None] = nothing,
) -> LearningView:
    jobs = ImmediateJobs(desk)
    around = Around(go, nothing, nothing, nothing)
    made = screen.build(jobs, around, place or LearningPlace())
    jobs.listeners.append(made.look_again)
    view = made.widget
    assert isinstance(view, LearningView)
    view.setProperty("kept", made)
    qtbot.addWidget(view)
    view.resize(1024, 700)
    view.show()
    return view


def test_the_report_for_the_board_is_a_press_away(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    gone: list[Place] = []
    view = opened(desk, qtbot, go=gone.append)
    (made,) = (one for one in view.findChildren(QPushButton) if "board" in one.text())
    made.click()
    assert gone == [PapersPlace(kind="learning")]


def offered(view: LearningView) -> list[str]:
    return [one.text() for one in view.current.findChildren(QPushButton) if one.isVisibleTo(view)]


def press(view: LearningView, text: str) -> None:
    found = [one for one in view.findChildren(QPushButton) if one.isVisibleTo(view)]
    next(one for one in found if one.text() == text).click()


def learnt_at(desk: Desk, words: str) -> UUID:
    meeting = next_meeting_of(desk, weekly(desk))
    with desk.act(Right.RUN_MEETINGS) as tx:
        tx.get(Meeting, meeting).learning = words
        tx.journal("meeting.noted", record=meeting)
    return meeting


def test_with_nothing_learnt_the_page_says_what_fills_it(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    view = opened(desk, qtbot)
    said = " ".join(one.text() for one in view.findChildren(QLabel) if one.isVisible())
    assert "closing" in said
    assert "Write a note" in [
        one.text() for one in view.findChildren(QPushButton) if one.isVisible()
    ]


def test_what_was_said_at_a_meeting_is_made_a_note_of_and_typed_once(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    learnt_at(desk, "Papers came a day late.")
    view = opened(desk, qtbot)
    assert offered(view) == ["Make a note of it"]
    press(view, "Make a note of it")
    sheet = view.sheets.shown
    assert sheet is not None
    assert "Papers came a day late." in typed_in(sheet)


def typed_in(sheet: Any) -> list[str]:
    texts = [*sheet.findChildren(QPlainTextEdit), *sheet.findChildren(QTextEdit)]
    return [one.toPlainText() for one in texts]


def test_a_note_offers_to_be_shared_changed_and_taken_back(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    note_learning(desk, Subject(), NewNote("The room was cold.", tag=LearningTag.PRACTICE))
    assert offered(opened(desk, qtbot)) == ["Share it without names", "Change", "End it"]


def test_a_lead_is_offered_no_sharing_and_no_reviews(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    lead = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    view = opened(lead, qtbot, LearningPlace(LearningPart.REVIEWS))
    parts = [view._which.itemText(at) for at in range(view._which.count())]
    assert parts == ["Learning notes", "Programmes"]


def test_themes_are_listed_only_where_a_register_is_kept_or_holds_something(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    def parts() -> list[str]:
        view = opened(desk, qtbot)
        return [view._which.itemText(at) for at in range(view._which.count())]

    assert "Themes" not in parts()
    switch_on(desk, Feature.THEMES)
    assert "Themes" in parts()
    add_theme(desk, NewTheme("Cuckooing"))
    switch_off(desk, Feature.THEMES)
    assert "Themes" in parts()


def test_a_review_offers_what_may_follow(desk: Desk, qtbot: QtBot, look: theme.Look) -> None:
    begin_review(desk, NewReview(ReviewKind.GROUP, "Four people", found="Letters crossed"))
    view = opened(desk, qtbot, LearningPlace(LearningPart.REVIEWS))
    assert offered(view) == ["Add a recommendation", "It was reported", "Close it", "Change"]
    press(view, "It was reported")
    assert read_reviews(desk).rows[0].status is ReviewStatus.REPORTED


def test_what_was_learnt_long_ago_stands_behind_a_link(
    desk: Desk, qtbot: QtBot, clock: Clock, look: theme.Look
) -> None:
    note_learning(desk, Subject(), NewNote("The room was cold."))
    clock.move(days=370)
    note_learning(desk, Subject(), NewNote("The room is warm."))
    view = opened(desk, qtbot)
    assert titles(view) == ["The room is warm."]
    press(view, "Show earlier")
    assert titles(view) == ["The room is warm.", "The room was cold."]


def test_a_review_that_is_open_stands_above_one_that_was_closed(
    desk: Desk, qtbot: QtBot, clock: Clock, look: theme.Look
) -> None:
    begin_review(desk, NewReview(ReviewKind.GROUP, "Four people", found="Letters crossed"))
    clock.move(days=7)
    later = NewReview(ReviewKind.GROUP, "Three people", found="Nobody rang")
    move_review(desk, begin_review(desk, later).result, ReviewStatus.CLOSED, seen=1)
    place = LearningPlace(LearningPart.REVIEWS)
    assert titles(opened(desk, qtbot, place)) == ["Four people", "Three people"]
    clock.move(days=370)
    assert titles(opened(desk, qtbot, place)) == ["Four people"]


def test_a_review_says_once_that_it_was_begun(desk: Desk, qtbot: QtBot, look: theme.Look) -> None:
    begin_review(desk, NewReview(ReviewKind.GROUP, "Four people"))
    view = opened(desk, qtbot, LearningPlace(LearningPart.REVIEWS))
    words = " ".join(one.text() for one in view.current.findChildren(QLabel))
    assert words.count("Begun") == 1


def titles(view: LearningView) -> list[str]:
    rows = view.table.model()
    return [str(rows.index(at, 0).data()) for at in range(rows.rowCount())]


def test_the_form_of_bands_tells_what_tables_made_of_them_and_enters_nothing(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    switch_on(desk, Feature.THEMES)
    add_theme(desk, NewTheme("Cuckooing"))
    view = opened(desk, qtbot, LearningPlace(LearningPart.THEMES))
    press(view, "Enter how grave it is")
    presenter = view.property("kept").presenter
    bands = {
        "to_public": Harm.SIGNIFICANT,
        "to_partnership": Harm.SIGNIFICANT,
        "mitigation": Mitigation.SIGNIFICANT_LIMITS,
        "overall": None,
    }
    presenter.typed(bands)
    sheet = view.sheets.shown
    assert sheet is not None
    said = " ".join(one.text() for one in sheet.findChildren(QLabel))
    assert "High (1 of 2) or Moderate to high (1 of 2)" in said
    assert read_themes(desk).rows[0].overall is None


@pytest.mark.parametrize(
    ("part", "deed", "values", "written"),
    [
        (
            LearningPart.NOTES,
            Deed.ADD,
            {
                "about": None,
                "happened": "A",
                "differently": "",
                "tag": None,
                "noted_on": TODAY,
                "sensitivity": Sensitivity.RESTRICTED,
            },
            lambda desk: (
                [(row.happened, row.sensitivity) for row in read_learning(desk).rows]
                == [("A", Sensitivity.RESTRICTED)]
            ),
        ),
        (
            LearningPart.REVIEWS,
            Deed.ADD,
            {
                "review_kind": ReviewKind.GROUP,
                "person_id": None,
                "begun_on": TODAY,
                "title": "A",
                "led_by": "",
                "reference": "",
                "found": "",
                "sensitivity": Sensitivity.STANDARD,
            },
            lambda desk: (
                [(row.title, row.sensitivity) for row in read_reviews(desk).rows]
                == [("A", Sensitivity.STANDARD)]
            ),
        ),
        (
            LearningPart.PROGRAMMES,
            Deed.ADD,
            {"name": "A", "from_on": None, "to_on": None, "note": ""},
            lambda desk: [row.name for row in read_programmes(desk).rows] == ["A"],
        ),
        (
            LearningPart.THEMES,
            Deed.ADD,
            {
                "title": "A",
                "description": "",
                "unknowns": "",
                "review_on": None,
                "nobody_is_meant": False,
            },
            lambda desk: [row.title for row in read_themes(desk).rows] == ["A"],
        ),
    ],
)
def test_the_answers_of_each_form_make_what_they_say(
    desk: Desk,
    qtbot: QtBot,
    look: theme.Look,
    part: LearningPart,
    deed: Deed,
    values: dict[str, Any],
    written: Any,
) -> None:
    switch_on(desk, Feature.THEMES)
    asked = asked_of(deed, part, read_listed(desk, LearningPlace(part)), None)
    assert asked is not None
    assert asked.question is not None
    assert {one.name for one in asked.question.asks} == values.keys()
    asked.act(values, 0)(desk)
    assert written(desk)


def test_who_may_see_it_is_asked_of_those_who_may_say_so(desk: Desk) -> None:
    def asked(who: Desk) -> dict[str, object]:
        listed = read_listed(who, LearningPlace())
        found = asked_of(Deed.ADD, LearningPart.NOTES, listed, None)
        assert found is not None
        assert found.question is not None
        return {one.name: one.value for one in found.question.asks}

    assert asked(desk)["sensitivity"] is Sensitivity.STANDARD
    assert "sensitivity" not in asked(sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH))
    reviews = asked_of(
        Deed.ADD,
        LearningPart.REVIEWS,
        read_listed(desk, LearningPlace(LearningPart.REVIEWS)),
        None,
    )
    assert reviews is not None
    assert reviews.question is not None
    assert reviews.question.asks[-1].value is Sensitivity.RESTRICTED


def _done(desk: Desk, part: LearningPart, deed: Deed, values: dict[str, Any]) -> None:
    listed = read_listed(desk, LearningPlace(part))
    asked = asked_of(deed, part, listed, listed.entries[0].row)
    assert asked is not None
    assert asked.question is not None
    assert {one.name for one in asked.question.asks} == values.keys()
    asked.act(values, asked.seen)(desk)


def test_sharing_and_banding_go_where_their_forms_say(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    switch_on(desk, Feature.THEMES)
    note_learning(desk, Subject(), NewNote("A"))
    add_theme(desk, NewTheme("Cuckooing"))
    told = {"shared_with": SharedWith.BOARD, "told_without_names": "B", "nobody_is_meant": False}
    _done(desk, LearningPart.NOTES, Deed.SHARE, told)
    assert read_learning(desk).rows[0].telling == "B"
    bands = {
        "to_public": Harm.HIGH,
        "to_partnership": Harm.HIGH,
        "mitigation": Mitigation.GOOD,
        "overall": Overall.MODERATE,
        "overall_reason": "New help",
        "nobody_is_meant": False,
    }
    _done(desk, LearningPart.THEMES, Deed.BAND, bands)
    assert read_themes(desk).rows[0].overall is Overall.MODERATE


def test_a_commissioner_is_shown_what_the_board_is_told_and_the_register_alone(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    switch_on(desk, Feature.THEMES)
    add_theme(desk, NewTheme("Cuckooing"))
    note_learning(desk, Subject(), NewNote("The room was cold."))
    told = note_learning(desk, Subject(), NewNote("Kept at the panel.")).result
    share_learning(desk, told, Sharing(SharedWith.BOARD, "Ask once, read after."), seen=1)
    outside = sitting(desk, NURSE, Role.COMMISSIONER, HEALTH)
    listed = read_listed(outside, LearningPlace())
    assert [one.title for one in listed.entries] == ["Ask once, read after."]
    assert listed.parts == (LearningPart.NOTES, LearningPart.THEMES)
    themes = read_listed(outside, LearningPlace(LearningPart.THEMES))
    assert [one.title for one in themes.entries] == ["Cuckooing"]
    view = opened(outside, qtbot)
    assert offered(view) == []
    said = " ".join(one.text() for one in view.findChildren(QLabel) if one.isVisible())
    assert "Kept at the panel" not in said
