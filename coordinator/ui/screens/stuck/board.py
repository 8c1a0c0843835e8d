"""The board: one list for each level, then what goes past the ladder, kept apart."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from coordinator.domain.escalations.views import BoardColumn, EscalationRow
from coordinator.domain.lists.barriers import EscalationTrack
from coordinator.ui.kit.boxes import column, fill
from coordinator.ui.kit.chips import Mark, chip_font, chip_size, paint_chip
from coordinator.ui.kit.labels import heading, label, write
from coordinator.ui.kit.tables import MARK_ROLE, Column, Index, Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, L, M, S
from coordinator.ui.screens.stuck.columns import Seen, seen_of
from coordinator.ui.shared.escalation_marks import about_whom, clock_mark
from coordinator.wording.dates import working_days
from coordinator.wording.labels import label as words_for
from coordinator.wording.seeing import seen_briefly
from coordinator.wording.translation import _, ngettext

_CARD = 86  # height of one escalation on the board
_LEAST, _SHOWN = 216, 5  # width of a list; how many are seen before it scrolls


class Board(QWidget):
    """Every level beside the others where there is room, below where there is not.

    Signals:
        opened: Somebody wants this one (EscalationRow).
        looked_at: The keys are on another one (EscalationRow).
    """

    opened = Signal(object)
    looked_at = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Board"))
        self._lists: list[_List] = []
        self._ladder, self._past = _Shelf(), _Shelf()
        self._apart = heading(_("Past the ladder"))
        fill(self, self._ladder, self._apart, self._past, None, gap=M)

    def show_columns(self, columns: Sequence[BoardColumn], today: date, seen: Seen) -> None:
        """Show what is open; where the keys are stays."""
        if [one.key for one in self._lists] != [_key(one) for one in columns]:
            self._build(columns)
        for shown, one in zip(self._lists, columns, strict=True):
            shown.show_column(one, today, seen)

    def chosen(self) -> EscalationRow | None:
        """Give the escalation the keys are on, or were on last."""
        with_keys = next((one for one in self._lists if one.table.hasFocus()), None)
        if with_keys is None:
            return None
        found = with_keys.table.chosen()
        return found if isinstance(found, EscalationRow) else None

    def _build(self, columns: Sequence[BoardColumn]) -> None:
        self._lists = [_List(_key(one)) for one in columns]
        for one in self._lists:
            one.table.opened.connect(self.opened)
            one.table.entered_here.connect(self.looked_at)
        on_ladder = [one for one in self._lists if one.key[0] is EscalationTrack.BARRIER]
        self._ladder.hold(on_ladder)
        self._past.hold([one for one in self._lists if one not in on_ladder])


def _key(one: BoardColumn) -> tuple[EscalationTrack, int | None]:
    return one.track, one.number


class _List(QFrame):
    """One level, or one track that has none."""

    def __init__(self, key: tuple[EscalationTrack, int | None]) -> None:
        super().__init__()
        self.key = key
        self.setObjectName("card")
        self._title = label("", "strong", wraps=True)
        self._about = label("", "quiet", wraps=True)
        self._none = label(_("Nothing here."), "quiet", wraps=True)
        self._rows: Rows[EscalationRow] = Rows(_card(date.min, {}), self)
        self.table = _Cards(self._rows)
        box = column(self._title, self._about, self._none, self.table, None, gap=XS)
        box.setContentsMargins(px(M), px(M), px(M), px(M))
        self.setLayout(box)

    def show_column(self, one: BoardColumn, today: date, seen: Seen) -> None:
        """Show what stands at this level."""
        title = _title(one)
        write(self._title, title)
        write(self._about, _about(one))
        self._about.setVisible(bool(self._about.text()))
        self.table.setAccessibleName(title)
        stood = self.table.chosen()
        self._rows.describe(_card(today, seen))
        self._rows.show(one.rows)
        self.table.fit()
        self.table.setVisible(bool(one.rows))
        self._none.setVisible(not one.rows)
        ids = [row.id for row in one.rows]
        if isinstance(stood, EscalationRow) and stood.id in ids:
            self.table.choose(ids.index(stood.id))


def _title(one: BoardColumn) -> str:
    if one.number is None:
        return words_for(one.track)
    if one.level is None:
        return _("Level {level}, no longer on the ladder", level=one.number)
    return _("Level {level}: {step}", level=one.number, step=one.level.receiver)


def _about(one: BoardColumn) -> str:
    told = []
    if one.level is not None:
        told.append(_("Answer in {days}", days=working_days(one.level.working_days)))
    if one.track is EscalationTrack.SAFEGUARDING:
        told.append(_("Goes past every level; the same day"))
    if one.rows:
        told.append(ngettext("{count} open", "{count} open", len(one.rows)))
    if one.overdue:
        told.append(ngettext("{count} overdue", "{count} overdue", one.overdue))
    return ". ".join(told)


def _card(today: date, seen: Seen) -> tuple[Column[EscalationRow], ...]:
    return (
        Column(
            _("Escalation"),
            text=lambda row: _words(row, today, seen),
            tip=lambda row: " ".join(row.ask.split()),
            mark=lambda row: clock_mark(row, today, short=True),
            share=1,
            width=_LEAST - 2 * M - 2,
        ),
    )


def _words(row: EscalationRow, today: date, seen: Seen) -> str:
    title = _("{number}, {who}", number=row.number, who=about_whom(row))
    found = seen_of(row, seen)
    return title if found is None else f"{title}\n{seen_briefly(found.on, today)}"


class _Cards(Table):
    """A list of cards of one height: who, when they were last seen, and below it the clock."""

    entered_here = Signal(object)

    def __init__(self, rows: Rows[EscalationRow]) -> None:
        super().__init__(rows, _("Escalations"))
        self.setItemDelegate(_CardDelegate(self))
        self.horizontalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(_CARD))
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self._tell())

    def fit(self) -> None:
        """Be as high as what is shown, up to some; the rest scrolls."""
        count = min(max(self.rows.rowCount(), 1), _SHOWN)
        fits = self.rows.rowCount() <= _SHOWN
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bars.ScrollBarAlwaysOff if fits else bars.ScrollBarAsNeeded
        )
        self.setFixedHeight(px(_CARD) * count + 2 * self.frameWidth() + px(XS))

    def _tell(self) -> None:
        self.entered_here.emit(self.chosen())


class _CardDelegate(QStyledItemDelegate):
    """Paints one escalation: its lines above, its clock as a chip below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bare = QStyleOptionViewItem(option)
        bare.state &= ~QStyle.StateFlag.State_HasFocus
        self.initStyleOption(bare, index)
        words, bare.text = bare.text, ""
        bare.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget
        )
        inside = bare.rect.adjusted(px(S), px(S), -px(S), -px(S))
        self._write(painter, bare, inside, words)
        mark = index.data(MARK_ROLE)
        if isinstance(mark, Mark):
            font = chip_font(bare.font)
            size = chip_size(mark, font)
            top = inside.bottom() - size.height() + 1
            place = QRect(inside.x(), top, min(size.width(), inside.width()), size.height())
            paint_chip(painter, place, mark, font)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(_LEAST), px(_CARD))

    @staticmethod
    def _write(painter: QPainter, option: QStyleOptionViewItem, inside: QRect, words: str) -> None:
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(role))
        painter.setFont(option.font)
        metrics, cut = painter.fontMetrics(), Qt.TextElideMode.ElideRight
        fitting = "\n".join(
            metrics.elidedText(line, cut, inside.width()) for line in words.splitlines()
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, fitting)
        painter.restore()


class _Shelf(QWidget):
    """Equal lists side by side, as many as there is room for; the others in rows below."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(L))
        self._held: list[QWidget] = []
        self._across = 0

    def hold(self, parts: Sequence[QWidget]) -> None:
        """Hold these instead."""
        for one in self._held:
            self._grid.removeWidget(one)
            one.hide()
            one.setParent(None)
            one.deleteLater()
        self._held, self._across = list(parts), 0
        self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        room = (self.width() + px(L)) // (px(_LEAST) + px(L))
        across = max(1, min(room, len(self._held) or 1))
        if across == self._across:
            return
        for at in range(self._grid.columnCount()):
            self._grid.setColumnStretch(at, 0)
        self._across = across
        for at, one in enumerate(self._held):
            self._grid.addWidget(one, at // across, at % across)
        for at in range(across):
            self._grid.setColumnStretch(at, 1)
