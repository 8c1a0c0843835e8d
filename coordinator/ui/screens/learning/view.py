"""The widgets of the page on learning: what to list, the list, and the entry the keys are on."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.roles import Right
from coordinator.ui.kit.boxes import (
    Head,
    column,
    fill,
    flow,
    holder,
    page,
    refill,
    ruled,
    said,
    tall,
    wide,
)
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.controls import offer, picker, value_of
from coordinator.ui.kit.earlier import Earlier
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lending import lend_keys
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, S
from coordinator.ui.places.learning import LearningPart, LearningPlace
from coordinator.ui.screens.learning.entries import DEEDS, Deed, Entry, Line, headings_of, tags
from coordinator.ui.screens.learning.listing import Listed
from coordinator.wording.translation import N_, _

_LEAST_TABLE = 210
_PARTS = {
    LearningPart.NOTES: N_("Learning notes"),
    LearningPart.REVIEWS: N_("Group and death reviews"),
    LearningPart.PROGRAMMES: N_("Programmes"),
    LearningPart.THEMES: N_("Themes"),
}
_KEPT = {
    LearningPart.NOTES: (2, 1, 3),
    LearningPart.REVIEWS: (1, 3, 2),
    LearningPart.PROGRAMMES: (1, 2, 3),
    LearningPart.THEMES: (3, 2, 1),
}
"""Of the columns behind the title: which goes first where there is little room."""
_ADD = {
    LearningPart.NOTES: N_("Write a note"),
    LearningPart.REVIEWS: N_("Begin a review"),
    LearningPart.PROGRAMMES: N_("Set up a programme"),
    LearningPart.THEMES: N_("Add a theme"),
}
_EMPTY = {
    LearningPart.NOTES: N_(
        "Nothing was learnt in writing yet. What is said at a closing or at the end of a meeting"
        " comes here by itself; other notes can be written here."
    ),
    LearningPart.REVIEWS: N_(
        "No review yet. After a death, or of a group, the panel looks back; each recommendation"
        " becomes an action."
    ),
    LearningPart.PROGRAMMES: N_(
        "No programme yet. People of a pilot or a funded programme can be told apart here."
    ),
    LearningPart.THEMES: N_(
        "No theme yet. A theme is an issue of the whole area; people are counted, never named or"
        " scored."
    ),
}

_NOT_TOLD = N_("Nothing that was learnt has been told beyond the panel yet.")


class LearningView(QWidget):
    """What is learnt.

    Signals:
        part_chosen: Another part (LearningPart).
        tag_chosen: Notes of one tag, or all (LearningTag or None).
        ended_asked: Those that ended as well, or not (bool).
        deed_asked: Something is to be done (Deed, Entry or None).
        line_asked: An action or a person below an entry is to be opened (Line).
        leave_asked: Somebody leaves a programme (Line).
        paper_asked: The report on learning and gaps.
    """

    part_chosen = Signal(object)
    tag_chosen = Signal(object)
    ended_asked = Signal(bool)
    deed_asked = Signal(object, object)
    line_asked = Signal(object)
    leave_asked = Signal(object)
    paper_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Learning"))
        self.sheets = Sheets(self)
        self._part = LearningPart.NOTES
        self._rows: Rows[Entry] = Rows(_columns(self._part), self)
        self.table = self._build_table()
        self._empty = Empty()
        tall(self._empty)
        self._empty.asked.connect(lambda: self.deed_asked.emit(Deed.ADD, None))
        self._empty.hide()
        self._add = button(_(_ADD[self._part]), "primary", "plus")
        self._add.clicked.connect(lambda: self.deed_asked.emit(Deed.ADD, None))
        paper = button(_("Report for the board"), icon="file-text", needs=Right.EXPORT_PANEL)
        paper.clicked.connect(self.paper_asked)
        self.current = self._build_current()
        filters = self._build_filters()
        top = Head(holder(column(heading(_("Learning"), "title"), gap=2)), paper, self._add)
        self._earlier = Earlier(_("Show what was learnt earlier"))
        self._earlier.asked.connect(self._show_again)
        self._shown: tuple[Listed, LearningPlace] | None = None
        fill(self, page(top, filters, self.table, self._earlier, self._empty, self.current))
        self._show_one(None)
        lend_keys(self, self.table)

    def show_listed(self, listed: Listed, place: LearningPlace) -> None:
        """Show a part; the entry the keys are on stays."""
        part = place.part if place.part in listed.parts else LearningPart.NOTES
        stood = self._entry()
        if part is not self._part:
            self._part, stood = part, None
            self._rows.describe(_columns(part))
        self._show_filters(listed, place)
        entries = self._to_show(listed, place)
        self._add.setText(_(_ADD[part]))
        self._add.setAccessibleName(_(_ADD[part]))
        self._add.setVisible(listed.may_add and bool(listed.entries))
        self._rows.show(entries)
        self.table.setVisible(bool(entries))
        self._empty.setVisible(not listed.entries)
        if entries:
            keys = [one.key for one in entries]
            at = keys.index(stood.key) if stood is not None and stood.key in keys else 0
            self.table.choose(at)
            self._show_one(entries[at])
            lend_keys(self, self.table)
        else:
            none = _NOT_TOLD if listed.is_outside else _EMPTY[part]
            self._empty.say(_(none), _(_ADD[part]) if listed.may_add else "")
            self._show_one(None)
            lend_keys(self, self._which)

    def _to_show(self, listed: Listed, place: LearningPlace) -> Sequence[Entry]:
        """Give what is open first; what is long over only to whoever asks for it."""
        self._shown = listed, place
        ordered = sorted(listed.entries, key=lambda one: not one.is_open)
        return self._earlier.narrowed(
            ordered, lambda one: place.about is None and one.is_long_over(listed.today)
        )

    def _show_again(self) -> None:
        if self._shown is not None:
            self.show_listed(*self._shown)

    def warn(self, sentences: Mapping[str, str]) -> None:
        """Say in the open form what tells of somebody."""
        self.sheets.warn(sentences)

    def tell(self, sentences: Mapping[str, str]) -> None:
        """Say something quietly in the open form."""
        self.sheets.tell(sentences)

    def _entry(self) -> Entry | None:
        found = self.table.chosen() if self._rows.rows else None
        return found if isinstance(found, Entry) else None

    def _build_table(self) -> Table:
        table = Table(self._rows, _("Learning"))
        table.setMinimumHeight(px(_LEAST_TABLE))
        tall(table)
        table.opened.connect(lambda _row: self._ask(Deed.CHANGE))
        table.selectionModel().currentChanged.connect(self._look)
        return table

    def _build_current(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("card")
        self._title = label("", "strong", wraps=True)
        self._facts = label("", "quiet", wraps=True)
        self._texts, self._lines = QVBoxLayout(), QVBoxLayout()
        self._texts.setSpacing(px(S))
        self._lines.setSpacing(px(S))
        self._deeds = {deed: self._deed(deed) for deed in DEEDS}
        tools = flow(*self._deeds.values())
        above = column(self._title, self._facts, gap=2)
        box = column(above, self._texts, tools, self._lines, gap=M)
        box.setContentsMargins(px(L), px(M), px(L), px(M))
        frame.setLayout(box)
        return frame

    def _deed(self, deed: Deed) -> QPushButton:
        made = button(_(DEEDS[deed]))
        made.clicked.connect(lambda: self._ask(deed))
        return made

    def _ask(self, deed: Deed) -> None:
        entry = self._entry()
        if entry is not None and deed in entry.deeds:
            self.deed_asked.emit(deed, entry)

    def _look(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._show_one(self._rows.row_at(index))

    def _show_one(self, entry: Entry | None) -> None:
        self.current.setVisible(entry is not None)
        if entry is None:
            return
        self._title.setText(entry.title)
        self._facts.setText(". ".join(entry.facts) + ".")
        refill(self._texts, [said(name, text) for name, text in entry.texts if text])
        for deed, made in self._deeds.items():
            made.setVisible(deed in entry.deeds)
        refill(self._lines, [self._line(one, entry) for one in entry.lines])

    def _line(self, one: Line, entry: Entry) -> QWidget:
        opens = button(_("Open"), "link", name=_("Open: {what}", what=one.words))
        opens.clicked.connect(lambda: self.line_asked.emit(one))
        parts: list[QWidget] = [wide(label(one.words, wraps=True)), opens]
        if one.row is not None and Deed.JOIN in entry.deeds:
            leaves = button(_("Leaves"), "link", name=_("Leaves: {what}", what=one.words))
            leaves.clicked.connect(lambda: self.leave_asked.emit(one))
            parts.append(leaves)
        return ruled(*parts)

    def _build_filters(self) -> QWidget:
        self._which = picker([])
        self._which.setAccessibleName(_("What to list"))
        self._which.setMinimumContentsLength(max(len(_(words)) for words in _PARTS.values()))
        self._which.activated.connect(lambda _at: self.part_chosen.emit(value_of(self._which)))
        self._tag = picker([])
        self._tag.setAccessibleName(_("What notes say something about"))
        self._tag.setMaximumWidth(px(260))
        self._tag.activated.connect(lambda _at: self.tag_chosen.emit(value_of(self._tag)))
        self._ended = choice(_("Ended too"), name=_("Also: what ended or was taken back"))
        self._ended.toggled.connect(self.ended_asked)
        return flow(self._which, self._tag, self._ended)

    def _show_filters(self, listed: Listed, place: LearningPlace) -> None:
        offer(self._which, [(_(_PARTS[one]), one) for one in listed.parts], self._part)
        offer(self._tag, [(words, one) for one, words in tags()], place.tag)
        self._tag.setVisible(self._part is LearningPart.NOTES)
        may_have_ended = self._part is not LearningPart.REVIEWS and not listed.is_outside
        self._ended.setVisible(may_have_ended)
        self._ended.blockSignals(True)  # noqa: FBT003 - Qt takes no names
        self._ended.setChecked(place.ended_too)
        self._ended.blockSignals(False)  # noqa: FBT003 - Qt takes no names


def _columns(part: LearningPart) -> tuple[Column[Entry], ...]:
    first, second, third, fourth = headings_of(part)
    kept = _KEPT[part]
    return (
        Column(first, text=lambda one: one.title, share=4, width=320),
        Column(second, text=lambda one: one.cells[0], share=2, width=170, keep=kept[0]),
        Column(third, text=lambda one: one.cells[1], share=1, width=150, keep=kept[1]),
        Column(fourth, text=lambda one: one.cells[2], share=1, width=170, keep=kept[2]),
    )
