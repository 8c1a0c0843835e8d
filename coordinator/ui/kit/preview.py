"""Pages one below the other, drawn from memory only while they are in sight."""

from collections import OrderedDict

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from coordinator.ui.kit.documents import Document, Match
from coordinator.ui.kit.theme import colour, px
from coordinator.ui.kit.tokens import L
from coordinator.wording.translation import _

LEAST, MOST, STEP = 0.25, 4.0, 1.25
_KEPT = 8  # pictures; a page at usual size takes about 4 MB
_POINT = 96 / 72  # pixels for a point at zoom 1
_MARKED = QColor(255, 196, 0, 96)


class Preview(QAbstractScrollArea):
    """Shows a document; zoomed, searched and leafed through.

    Signals:
        page_shown: Which page is in sight, from 1, of how many (int, int).
        zoomed: How large (float, 1 is the size on paper).
    """

    page_shown = Signal(int, int)
    zoomed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Preview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._document: Document | None = None
        self._zoom, self._fits = 1.0, True
        self._pictures: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._found: tuple[Match, ...] = ()
        self._at = -1
        self._page = 0
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    def show_document(self, document: Document | None) -> None:
        """Show a paper from its first page, or nothing."""
        if self._document is not None:
            self._document.close()
        self._document = document
        self._pictures.clear()
        self._found, self._at, self._page = (), -1, 0
        self._measure()
        self.verticalScrollBar().setValue(0)
        self._tell_page()

    @property
    def zoom(self) -> float:
        """How large it is shown."""
        return self._zoom

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._document.sizes) if self._document else 0

    @property
    def page(self) -> int:
        """Which is in sight; from 0."""
        return self._page

    @property
    def found(self) -> int:
        """How many places were found."""
        return len(self._found)

    def zoom_by(self, factor: float) -> None:
        """Show it larger or smaller; the page in sight stays."""
        self._fits = False
        self._set_zoom(self._zoom * factor)

    def fit(self) -> None:
        """Show whole lines: as wide as the window."""
        self._fits = True
        self._measure()

    def go_to_page(self, at: int) -> None:
        """Show a page from its top; from 0."""
        if 0 <= at < self.pages:
            self.verticalScrollBar().setValue(self._top_of(at) - px(L) // 2)

    def search(self, words: str) -> int:
        """Mark where words stand and go to the first; gives how often they were found."""
        self._found = self._document.find(words) if self._document else ()
        self._at = -1
        self.step(1)
        self.viewport().update()
        return len(self._found)

    def step(self, by: int) -> int:
        """Go to the next place found, or the one before; gives which it is, from 1."""
        if not self._found:
            return 0
        self._at = (self._at + by) % len(self._found)
        match = self._found[self._at]
        top = match.boxes[0][1] if match.boxes else 0.0
        place = self._top_of(match.page) + round(top * self._scale) - self.viewport().height() // 3
        self.verticalScrollBar().setValue(place)
        self.viewport().update()
        return self._at + 1

    @property
    def _scale(self) -> float:
        return self._zoom * _POINT

    def _set_zoom(self, wanted: float) -> None:
        page = self._page
        self._zoom = min(max(wanted, LEAST), MOST)
        self._lay_out()
        self.go_to_page(page)
        self.zoomed.emit(self._zoom)

    def _measure(self) -> None:
        if self._document is not None and self._fits:
            widest = max(width for width, _high in self._document.sizes)
            room = max(self.viewport().width() - 2 * px(L), px(160))
            self._zoom = min(max(room / (widest * _POINT), LEAST), 2.0)
            self.zoomed.emit(self._zoom)
        self._lay_out()

    def _lay_out(self) -> None:
        size, gap = self.viewport().size(), px(L)
        sizes = self._document.sizes if self._document else ()
        high = sum(round(one * self._scale) + gap for _wide, one in sizes) + gap
        wide = max((round(one * self._scale) for one, _high in sizes), default=0) + 2 * gap
        down, along = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(high - size.height(), 0))
        down.setPageStep(max(size.height() - gap, 1))
        down.setSingleStep(px(48))
        along.setRange(0, max(wide - size.width(), 0))
        along.setPageStep(size.width())
        along.setSingleStep(px(48))
        self.viewport().update()

    def _top_of(self, at: int) -> int:
        sizes = self._document.sizes[:at] if self._document else ()
        return px(L) + sum(round(high * self._scale) + px(L) for _wide, high in sizes)

    def _place(self, at: int) -> QRect:
        if self._document is None:
            return QRect()
        wide, high = (round(one * self._scale) for one in self._document.sizes[at])
        spare = max(self.viewport().width() - wide, 2 * px(L)) // 2
        left = spare - self.horizontalScrollBar().value()
        return QRect(left, self._top_of(at) - self.verticalScrollBar().value(), wide, high)

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        tops = [at for at in range(self.pages) if self._top_of(at) <= middle]
        self._page = tops[-1] if tops else 0
        self.page_shown.emit(self._page + 1 if self.pages else 0, self.pages)
        told = _("Preview, page {page} of {pages}", page=self._page + 1, pages=self.pages)
        self.setAccessibleName(told if self.pages else _("Preview"))
        said = self._document.words(self._page) if self._document else ""
        self.setAccessibleDescription(said)

    def _picture(self, at: int) -> QImage | None:
        if self._document is None:
            return None
        density = self.devicePixelRatioF()
        key = (at, self._scale * density)
        if key not in self._pictures:
            drawn = self._document.picture(at, key[1])
            image = QImage(
                drawn.pixels,
                drawn.width,
                drawn.height,
                drawn.stride,
                QImage.Format.Format_RGB32,
            ).copy()
            image.setDevicePixelRatio(density)
            self._pictures[key] = image
            while len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        return self._pictures[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour("sunk"))
        for at in range(self.pages):
            place = self._place(at)
            if place.intersects(event.rect()):
                self._paint_page(painter, at, place)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 3))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -2, -2))
        painter.end()

    def _paint_page(self, painter: QPainter, at: int, place: QRect) -> None:
        picture = self._picture(at)
        if picture is not None:
            painter.drawImage(place, picture)
        painter.setPen(QPen(colour("line"), 1))
        painter.drawRect(place)
        for number, match in enumerate(self._found):
            if match.page == at:
                self._paint_match(painter, match, place, chosen=number == self._at)

    def _paint_match(self, painter: QPainter, match: Match, place: QRect, *, chosen: bool) -> None:
        # Black on white paper in every scheme: the marks are the paper's, not the window's.
        painter.setPen(QPen(QColor("#941D21"), 2) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(_MARKED)
        for left, top, right, bottom in match.boxes:
            scale = self._scale
            box = QRectF(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)
            painter.drawRect(box.translated(place.topLeft()).adjusted(-2, -1, 2, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self._tell_page()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(STEP)
            case Qt.Key.Key_Minus:
                self.zoom_by(1 / STEP)
            case _:
                super().keyPressEvent(event)
