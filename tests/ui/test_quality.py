"""What is missing on file, in a window: each count under its words, and no empty columns."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator.domain.lists.reports import Lack
from coordinator.domain.reports.quality import OfPerson, Quality, QualityRow
from coordinator.ui.kit import theme
from coordinator.ui.screens.quality.view import QualityView
from tests.stores import TODAY
from tests.ui.said import says

SOMEBODY = OfPerson(UUID(int=1), "KP-0001")


def found(*lacks: Lack) -> Quality:
    row = QualityRow(UUID(int=2), "Amina Davey", "Council", 1, dict.fromkeys(lacks, (SOMEBODY,)))
    return Quality(TODAY, 1, (row,))


def heads(view: QualityView) -> list[str]:
    across = Qt.Orientation.Horizontal
    return [str(view.rows.headerData(at, across)) for at in range(view.rows.columnCount())]


def test_only_what_is_missing_of_somebody_has_a_column_and_a_count(
    qtbot: QtBot, look: theme.Look
) -> None:
    view = QualityView()
    qtbot.addWidget(view)
    view.show()
    view.show_quality(found(Lack.NEEDS, Lack.DEMAND))
    QApplication.processEvents()
    assert heads(view) == ["Who leads", "People", "Needs", "Demand"]
    said = says(view)
    assert said[said.index("No figure of demand") + 1] == "1"
    assert "No live plan" not in said
    view.show_quality(found(Lack.PLAN))
    QApplication.processEvents()
    assert heads(view) == ["Who leads", "People", "Plan"]
    assert "No figure of demand" not in says(view)
