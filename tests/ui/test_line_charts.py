"""A chart over time in a window: heard in full, and drawn without what is not known."""

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from coordinator.domain.charts import Line, LineChart, Point
from coordinator.ui.kit.line_charts import LineChartWidget
from coordinator.ui.kit.theme import tokens


def chart(*values: int | None) -> LineChart:
    points = tuple(Point(date(2026, 1 + at, 1), one, f"{at}") for at, one in enumerate(values))
    return LineChart("Needs score", (Line("", points),), 0, 48, "Not all items known")


def drawn(shown: LineChart) -> QImage:
    widget = LineChartWidget()
    widget.show_chart(shown)
    widget.resize(600, widget.heightForWidth(600))
    return widget.grab().toImage()


def accent_in(image: QImage) -> int:
    """Count columns of the picture in which the line is seen."""
    accent = QColor(tokens().accent)
    return sum(
        any(image.pixelColor(QPoint(x, y)) == accent for y in range(image.height()))
        for x in range(image.width())
    )


def test_who_does_not_see_it_hears_it(qtbot: object) -> None:
    widget = LineChartWidget()
    widget.show_chart(chart(31, None, 27))
    assert widget.accessibleName() == "Needs score"
    assert widget.accessibleDescription() == widget.chart.words


def test_the_line_stops_where_it_is_not_known(qtbot: object) -> None:
    assert accent_in(drawn(chart(24, 24, 24))) > 400
    assert accent_in(drawn(chart(24, None, 24))) < 60


def test_it_is_as_high_as_its_key_needs(qtbot: object) -> None:
    widget = LineChartWidget()
    widget.show_chart(chart(24, 24))
    plain = widget.heightForWidth(600)
    widget.show_chart(chart(24, None))
    assert widget.heightForWidth(600) > plain
