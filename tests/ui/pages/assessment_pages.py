"""What somebody was scored, the form it is scored in, and the tools, for pictures."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QMainWindow, QWidget

from coordinator.casework.assessments.reading import read_assessments
from coordinator.casework.desk import Desk
from coordinator.domain.assessments.rules import NOT_THERE, THERE, Score
from coordinator.domain.lists.panel import Feature
from coordinator.ui.places.assessments import AssessmentsPlace, ToolsPlace
from coordinator.ui.places.every import PersonPlace
from coordinator.ui.screens.assessments.view import AssessmentsView
from tests.scored import FACTORS, needs, score, tool
from tests.switched import switch_on
from tests.ui.driving import Shown, at_place, shown_widget
from tests.ui.pages.casework_pages import newest
from tests.ui.panels import MadeUp

TIMES = (
    (160, (4, 2, 2, 6, 6, 3, 3, 4, 2, 4)),
    (97, (4, 2, 2, 6, 4, 3, 3, 4, 2)),
    (60, (3, 2, 2, 4, 4, 3, 3, 4, 2, 4)),
    (5, (3, 1, 2, 4, 4, 2, 3, 4, 1, 2)),
)
WHY = "Opened the door twice this week and sat down to talk; still leaves when it is loud."


def every_place_of_assessments(panel: MadeUp) -> Iterator[Shown]:
    """Give each by name."""
    yield Shown("assessments-none", partial(_none, panel))
    yield Shown("assessments", partial(_scored, panel))
    yield Shown("assessment-form", partial(_form, panel))
    yield Shown("assessment-tools", partial(_tools, panel))
    yield Shown("person-scored", partial(_person, panel))


def scored_through(desk: Desk, panel: MadeUp) -> None:
    """Switch assessments on, and score somebody several times."""
    switch_on(desk, Feature.ASSESSMENTS)
    if read_assessments(desk, panel.person).histories:
        return
    for ago, values in TIMES:
        day = desk.today() - timedelta(days=ago)
        score(desk, panel.person, needs(*values, why=WHY), day, purpose="Review")
    keys = [one.key for one in tool(desk, FACTORS).tool.items]
    found = {key: Score(THERE, "Seen") for key in keys[:5]}
    found |= {key: Score(NOT_THERE) for key in keys[5:11]}
    score(desk, panel.person, found, desk.today(), name=FACTORS)


def _none(panel: MadeUp) -> QWidget:
    scored_through(panel.sitting.writing, panel)
    return at_place(panel, AssessmentsPlace(newest(panel)))


def _scored(panel: MadeUp) -> QMainWindow:
    scored_through(panel.sitting.writing, panel)
    return at_place(panel, AssessmentsPlace(panel.person))


def _person(panel: MadeUp) -> QMainWindow:
    scored_through(panel.sitting.writing, panel)
    return at_place(panel, PersonPlace(panel.person))


def _tools(panel: MadeUp) -> QMainWindow:
    scored_through(panel.sitting.writing, panel)
    return at_place(panel, ToolsPlace())


def _form(panel: MadeUp) -> QWidget:
    window = _scored(panel)
    window.resize(1024, 700)
    page = shown_widget(window)
    assert isinstance(page, AssessmentsView)
    page.score_asked.emit(tool(panel.sitting.writing))
    sheet = page.sheets.shown
    assert sheet is not None
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet
