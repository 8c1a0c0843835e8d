"""The page on learning: each of its parts, and the form of bands with what tables made of them."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QMainWindow, QWidget

from coordinator.casework.desk import Desk
from coordinator.casework.learning.notes import note_learning, share_learning
from coordinator.casework.learning.programmes import add_programme, join_programme
from coordinator.casework.learning.reviews import begin_review
from coordinator.casework.learning.themes import add_theme, band_theme, read_themes
from coordinator.domain.learning.notes import NewNote, Sharing, Subject
from coordinator.domain.learning.programmes import NewProgramme
from coordinator.domain.learning.reviews import NewReview
from coordinator.domain.learning.themes import Banding, NewTheme
from coordinator.domain.lists.learning import (
    Harm,
    LearningTag,
    Mitigation,
    Overall,
    ReviewKind,
    SharedWith,
)
from coordinator.domain.lists.panel import Feature
from coordinator.ui.places.learning import LearningPart, LearningPlace
from coordinator.ui.screens.learning.entries import Deed, Entry
from coordinator.ui.screens.learning.view import LearningView
from tests.switched import switch_on
from tests.ui.driving import Shown, at_place, settle, shown_widget
from tests.ui.panels import MadeUp

LEARNING = tuple(
    f"learning{part}" for part in ("", "-reviews", "-programmes", "-themes", "-bands")
)
_TELLING = "Somebody was asked the same questions three times in a week. One worker asks now."


def every_part_of_learning(panel: MadeUp) -> Iterator[Shown]:
    """Give each by name."""
    yield Shown("learning", partial(_part, panel, LearningPart.NOTES))
    for part in (LearningPart.REVIEWS, LearningPart.PROGRAMMES, LearningPart.THEMES):
        yield Shown(f"learning-{part.value}", partial(_part, panel, part))
    yield Shown("learning-bands", partial(_bands, panel))


def _part(panel: MadeUp, part: LearningPart) -> QMainWindow:
    desk = panel.sitting.writing
    if not read_themes(desk).rows:
        _fill(desk, panel)
    return at_place(panel, LearningPlace(part))


def _fill(desk: Desk, panel: MadeUp) -> None:
    said = NewNote("Three workers asked the same questions.", "One asks.", LearningTag.TEAMWORK)
    note = note_learning(desk, Subject(panel.person), said).result
    told = Sharing(SharedWith.BOARD, _TELLING, nobody_is_meant=True)
    share_learning(desk, note, told, seen=1)
    review = NewReview(ReviewKind.GROUP, "Four people who left hospital without a home")
    begin_review(desk, review)
    programme = add_programme(desk, NewProgramme("Car-park outreach pilot")).result
    join_programme(desk, panel.person, programme_id=programme)
    switch_on(desk, Feature.THEMES)
    theme = add_theme(
        desk,
        NewTheme(
            "Homes taken over by others to deal from",
            unknowns="How often it happens in private lets.",
            nobody_is_meant=True,
        ),
    ).result
    bands = Harm.HIGH, Harm.SIGNIFICANT, Mitigation.SIGNIFICANT_LIMITS
    band_theme(desk, theme, Banding(*bands, Overall.HIGH, "No agency can act alone."), seen=1)


def _bands(panel: MadeUp) -> QWidget:
    window = _part(panel, LearningPart.THEMES)
    window.resize(1024, 700)
    page = shown_widget(window)
    assert isinstance(page, LearningView)
    settle()
    entry = page.table.chosen()
    assert isinstance(entry, Entry)
    page.deed_asked.emit(Deed.BAND, entry)
    settle()
    page.tell({"overall": "Agencies' published tables gave: High (3 of 3). A suggestion only."})
    sheet = page.sheets.shown
    assert sheet is not None
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet
