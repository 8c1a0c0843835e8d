"""The widgets of the closing check: one list of what is open, settled by one key each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from coordinator.domain.states import ItemStatus
from coordinator.ui.kit import drawing
from coordinator.ui.kit.boxes import column, fill, flow, holder, row, wide
from coordinator.ui.kit.buttons import button, button_for
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px, tokens
from coordinator.ui.kit.tokens import L, S
from coordinator.ui.screens.live_meeting.agenda.lines import TwoLines
from coordinator.ui.screens.live_meeting.closing.shown import ShownLine
from coordinator.wording.translation import _, ngettext

WHY = "live.closing.why"
_FRAME, _HIGHEST, _SIGN = 8, 330, 18
_WHY = {
    ItemStatus.DEFERRED: lambda: _("Why is it put off?"),
    ItemStatus.WITHDRAWN: lambda: _("Why is it withdrawn?"),
}


class OpenLines(QListWidget):
    """What is left open, as high as its lines while there is room for them."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Left open"))
        self.setProperty("field", "live.closing.lines")
        self.setItemDelegate(TwoLines(self))
        self.setResizeMode(self.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Take the height the lines need."""
        rows = sum(max(self.sizeHintForRow(at), 0) for at in range(self.count()))
        self.setFixedHeight(min(rows + px(_FRAME), px(_HIGHEST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class CheckCard(QFrame):
    """What is left open when the meeting ends.

    Signals:
        gone_to: Somebody goes where it is settled (OpenLine).
        settled: What became of an item, and why (OpenLine, ItemStatus, str).
        why_typed: The reason so far (str).
        all_deferred: Everything not reached is put off, and why (str).
    """

    gone_to = Signal(object)
    settled = Signal(object, object, str)
    why_typed = Signal(str)
    all_deferred = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._lines: Sequence[ShownLine] = ()
        self._asked: tuple[ShownLine, ItemStatus] | None = None
        self._count = label("", "quiet")
        self.list = OpenLines()
        self.list.itemActivated.connect(lambda _item: self._go())
        self.list.currentRowChanged.connect(lambda _at: self._allow())
        self._none = label(_("Nothing is left open."), "quiet", wraps=True)
        self._acts = self._build_acts()
        self._buttons = flow(*[button_for(one, "link") for one in self._acts], gap=0)
        head = row(wide(heading(_("Left open"))), self._count)
        fill(self, head, self._none, self.list, self._build_why(), self._buttons, gap=S, margin=L)

    def show_lines(self, lines: Sequence[ShownLine], *, can_write: bool) -> None:
        """Show what is open; the row the keys are on stays, or the one that took its place."""
        stood, at = self._chosen(), self.list.currentRow()
        self._lines, self._can_write = lines, can_write
        self.list.blockSignals(True)  # noqa: FBT003 - Qt takes no names
        self.list.clear()
        for line in lines:
            self.list.addItem(_item(line))
        keys = [line.line for line in lines]
        again = keys.index(stood.line) if stood is not None and stood.line in keys else at
        self.list.setCurrentRow(min(max(again, 0), len(lines) - 1))
        self.list.blockSignals(False)  # noqa: FBT003 - Qt takes no names
        self.list.fit()
        self.list.setVisible(bool(lines))
        self._none.setVisible(not lines)
        self._buttons.setVisible(bool(lines))
        count = len(lines)
        told = ngettext("{count} thing", "{count} things", count) if lines else ""
        self._count.setText(told)
        if self._asked is not None and self._asked[0].line not in keys:
            self._end_asking()
        self._allow()

    def have_typed(self, why: str) -> None:
        """Have the words at hand that were being typed when the program ended."""
        self._why.fill(why)

    def take_keys(self) -> bool:
        """Put the keys on the list; gives whether there is anything in it."""
        if self._lines:
            self.list.setFocus()
        return bool(self._lines)

    def _build_acts(self) -> tuple[QAction, ...]:
        return (
            self._act(_("Go there"), None, self._go),
            self._act(_("1  Taken"), Key.FIRST, self._take),
            self._act(_("2  Put off"), Key.SECOND, lambda: self._ask(ItemStatus.DEFERRED)),
            self._act(_("3  Withdraw"), Key.THIRD, lambda: self._ask(ItemStatus.WITHDRAWN)),
            self._act(_("4  Put all off"), Key.FOURTH, self._ask_all),
        )

    def _act(self, words: str, key: Key | None, do: Callable[[], object]) -> QAction:
        made = QAction(words, self)
        if key is not None:
            made.setShortcut(QKeySequence(key))
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.list.addAction(made)
        made.triggered.connect(lambda _checked=False: do())
        return made

    def _build_why(self) -> QWidget:
        self._why_label = label("", "strong", wraps=True)
        self._why = Line(_("Why"), field=WHY)
        self._why.entered.connect(self._answer)
        self._why.settled.connect(self.why_typed)
        stop = button(_("Leave it as it is"), "link")
        stop.clicked.connect(self._end_asking)
        self._why_box = holder(column(self._why_label, self._why, flow(stop, gap=0), gap=S))
        self._why_box.hide()
        return self._why_box

    def _chosen(self) -> ShownLine | None:
        at = self.list.currentRow()
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def _allow(self) -> None:
        chosen = self._chosen()
        is_item = chosen is not None and chosen.is_item and self._can_write
        go, *of_item, of_all = self._acts
        go.setEnabled(chosen is not None)
        for one in of_item:
            one.setEnabled(is_item)
        of_all.setEnabled(self._can_write and any(one.is_item for one in self._lines))
        for act, made in zip(
            self._acts, self._buttons.findChildren(type(button(""))), strict=True
        ):
            made.setVisible(act.isEnabled())

    def _go(self) -> None:
        if (chosen := self._chosen()) is not None:
            self.gone_to.emit(chosen.line)

    def _take(self) -> None:
        if (chosen := self._chosen()) is not None:
            self.settled.emit(chosen.line, ItemStatus.TAKEN, "")

    def _ask(self, status: ItemStatus) -> None:
        if (chosen := self._chosen()) is not None:
            self._asked = (chosen, status)
            self._ask_in(_WHY[status]())

    def _ask_all(self) -> None:
        self._asked = None
        self._ask_in(_("Why is everything that is left put off?"))

    def _ask_in(self, words: str) -> None:
        self._why_label.setText(words)
        self._why.setAccessibleName(words)
        self._why_box.show()
        self._why.setFocus()

    def _answer(self, text: str) -> None:
        if not text.strip():
            return
        asked = self._asked
        self._end_asking()
        if asked is None:
            self.all_deferred.emit(text.strip())
        else:
            self.settled.emit(asked[0].line, asked[1], text.strip())

    def _end_asking(self) -> None:
        self._asked = None
        self._why.empty()
        self._why_box.hide()
        self.list.setFocus()


def _item(line: ShownLine) -> QListWidgetItem:
    name = "circle" if line.is_item else "circle-alert"
    icon = drawing.icon(name, tokens().careful, px(_SIGN))
    item = QListWidgetItem(icon, f"{line.head}\n{line.below}")
    item.setToolTip(line.below)
    return item
