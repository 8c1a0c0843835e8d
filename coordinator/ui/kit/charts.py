"""What every quiet chart does: it is laid out for its width and takes no keys.

What is drawn stands in a table or in words beside it, and the whole chart has its words for
whoever does not see it.
"""

from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coordinator.ui.kit.theme import px, tokens
from coordinator.ui.kit.tokens import SMALL, L, S


class Chart(Protocol):
    """What is read out of a chart."""

    @property
    def title(self) -> str:
        """What it is of."""

    @property
    def words(self) -> str:
        """What is read out in its place, in full."""


Drawn = TypeVar("Drawn", bound=Chart)
What = TypeVar("What")


class ChartWidget(QWidget, Generic[Drawn]):
    """Shows a chart: one kind of it says how high it is at a width, and draws.

    Args:
        chart: What is shown until something is.
    """

    def __init__(self, chart: Drawn) -> None:
        super().__init__()
        self._chart = chart
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chart(self, chart: Drawn) -> None:
        """Show this one; screen readers are given its words."""
        self._chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.words)
        self.updateGeometry()
        self.update()

    @property
    def chart(self) -> Drawn:
        """What is shown."""
        return self._chart

    def draw(self, painter: QPainter) -> None:
        """Draw it over the whole widget, in small letters."""
        raise NotImplementedError

    def heightForWidth(self, width: int) -> int:
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(px(400), self.heightForWidth(max(self.width(), px(400))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(L))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small())
        self.draw(painter)
        painter.end()

    def measure(self) -> QFontMetrics:
        """Give the measures of the small letters charts are written in."""
        return QFontMetrics(self._small())

    def _small(self) -> QFont:
        letters = QFont(self.font())
        letters.setPixelSize(px(SMALL))
        return letters


def key_places(
    named: Iterable[tuple[str, What]], measure: QFontMetrics, width: int, sample: int
) -> Iterator[tuple[QPointF, str, What]]:
    """Give where each entry of a key stands: in a row while there is room, then below.

    Args:
        named: What it says, and what its sample shows.
        measure: Of the letters.
        width: Of the chart.
        sample: Width of a sample, in pixels at text scale 1.0.
    """
    x = y = 0
    for words, what in named:
        wide = px(sample + S) + measure.horizontalAdvance(words) + px(L)
        if x and x + wide > width:
            x, y = 0, y + measure.height() + px(4)
        yield QPointF(x, y), words, what
        x += wide


def say_key(painter: QPainter, place: QPointF, words: str, sample: int) -> None:
    """Write the words of an entry of a key, behind its sample."""
    painter.setPen(QColor(tokens().quiet))
    at = QPointF(place.x() + px(sample + S), place.y() + painter.fontMetrics().ascent())
    painter.drawText(at, words)
