"""The widgets of Papers: what is made and for whom, the preview, how it is saved or printed."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QRadioButton,
    QStackedWidget,
    QWidget,
)
from shiboken6 import isValid

from coordinator.domain.actions.rows import TrackerFilter
from coordinator.exports.composing import PaperKind
from coordinator.ui.kit.boxes import column, fill, flow, holder, row, tall
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import offer, picker, value_of
from coordinator.ui.kit.documents import Document
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.folders import ask_folder
from coordinator.ui.kit.forms import clearable, line
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.preview import STEP, Preview
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XL, L, M
from coordinator.ui.places.every import PapersPlace
from coordinator.ui.screens.papers.kinds import FOR_ONE, NAMES, NAMES_OF_ONE
from coordinator.ui.screens.papers.narrowed import Narrowing
from coordinator.ui.screens.papers.narrowing import NarrowingRow
from coordinator.ui.screens.papers.printing import PaperPrinter, asked_printer, has_printer
from coordinator.wording.translation import N_, _, ngettext

_BUTTON = 36  # words beside buttons stand in the middle of them


class PapersView(QWidget):
    """A paper before it is saved or printed.

    Signals:
        chosen: Which paper, for which agency; its name, or nothing (PaperKind, str).
        made_again: It is to be made once more.
        folder_chosen: Where it is to be saved (Path).
        printer_chosen: Where it is to be printed (Printer), or that there is none (None).
        packs_asked: The packs for everybody are to be looked at.
    """

    chosen = Signal(object, str)
    made_again = Signal()
    folder_chosen = Signal(object)
    printer_chosen = Signal(object)
    packs_asked = Signal()

    def __init__(
        self,
        choose_folder: Callable[[QWidget], Path | None] | None = None,
        choose_printer: Callable[[QWidget, int, int], PaperPrinter | None] | None = None,
    ) -> None:
        super().__init__()
        self.setAccessibleName(_("Papers"))
        self.sheets = Sheets(self)
        self._choose_folder = choose_folder or asked_folder
        self._choose_printer = choose_printer or asked_printer
        self._has_printer = has_printer if choose_printer is None else lambda: True
        self._title = heading(_("Papers"), "title")
        self._kinds = QButtonGroup(self)
        self._kind_row = flow(gap=M)
        self._audience = picker([])
        self._audience.setAccessibleName(_("For whom"))
        self._audience.setMinimumContentsLength(19)
        self._audience.setMaximumWidth(px(300))
        self._audience.activated.connect(lambda _at: self._tell_chosen())
        self.save = button(_("Save"), "primary", "save", name=_("Save the paper"))
        self.save.clicked.connect(self._ask_folder)
        self.print_out = button(_("Print"), icon="printer", name=_("Print the paper"))
        self.print_out.clicked.connect(self._ask_printer)
        self.preview = Preview()
        self._stack, self._tools = self._build_stack(), self._build_tools()
        self.packs = button(_("Packs for everybody"))
        self.packs.clicked.connect(self.packs_asked)
        self.packs.hide()
        top = row(widened(self._title), self.packs, self.print_out, self.save, gap=M)
        self.narrowing = NarrowingRow()
        made = flow(self._kind_row, self._audience, self.narrowing, gap=L)
        body = holder(column(top, made, self._tools, gap=M))
        body.setContentsMargins(px(XL), px(L), px(XL), 0)
        fill(self, body, tall(self._stack), gap=M)
        self.show_making()

    def show_choices(
        self, place: PapersPlace, kinds: Sequence[PaperKind], agencies: Sequence[str]
    ) -> None:
        """Show what can be made, and what is chosen."""
        if place.escalation:
            self._title.setText(_("Briefing: {number}", number=place.escalation))
        elif place.place_plan:
            self._title.setText(_("Place plan: {number}", number=place.place_plan))
        elif place.person:
            words = NAMES_OF_ONE.get(kinds[0], N_("Plan of {name}"))
            self._title.setText(_(words, name=place.person))
        elif place.meeting is not None:
            self._title.setText(_("Papers of {meeting}", meeting=place.reference))
        else:
            self._title.setText(_(NAMES[kinds[0]]))
        self._show_kinds(kinds, PaperKind(place.kind))
        copies = [(_("For {agency}", agency=name), name) for name in agencies]
        self._audience.setVisible(not FOR_ONE & set(kinds))
        offer(self._audience, [(_("For the whole panel"), ""), *copies], place.agency)

    def show_narrowing(self, can: Narrowing, now: TrackerFilter) -> None:
        """Show what the tracker can be narrowed to."""
        self.narrowing.show_narrowing(can, now)
        self.narrowing.show()

    def show_way_to_packs(self) -> None:
        """Offer the packs for everybody: they are the sitter's to send."""
        self.packs.show()

    def show_making(self) -> None:
        """Show that the paper is being made."""
        self._allow(making=True, has_paper=False)
        self.preview.show_document(None)
        self._empty.say(_("The paper is being made."))
        self._stack.setCurrentWidget(self._blank)

    def show_paper(self, content: bytes) -> None:
        """Show a paper."""
        self.preview.show_document(Document(content))
        self._allow(making=False, has_paper=True)
        self._stack.setCurrentWidget(self.preview)
        pages = ngettext("{count} page", "{count} pages", self.preview.pages)
        announce(self, _("The paper is ready: {pages}.", pages=pages))
        self.search.clear()

    def show_none(self, *, stopped: bool) -> None:
        """Show that there is no paper."""
        self._allow(making=False, has_paper=False)
        told = _("It was stopped.") if stopped else _("The paper could not be made.")
        self._empty.say(told, _("Make it again"))
        self._stack.setCurrentWidget(self._blank)

    def show_printing(self, *, on: bool) -> None:
        """Show that the paper goes to a printer: once more only when it is there."""
        self.print_out.setEnabled(not on and self.save.isEnabled())

    def go_to_search(self) -> None:
        """Begin to type what is looked for."""
        self.search.setFocus()
        self.search.selectAll()

    def _show_kinds(self, kinds: Sequence[PaperKind], now: PaperKind) -> None:
        for kind in kinds:
            made = QRadioButton(_(NAMES[kind]))
            made.setAccessibleName(_(NAMES[kind]))
            made.setProperty("paper", kind.value)
            made.setChecked(kind is now)
            self._kinds.addButton(made)
            layout = self._kind_row.layout()
            if layout is not None:
                layout.addWidget(made)
        self._kind_row.setVisible(len(kinds) > 1)
        self._kinds.buttonToggled.connect(self._toggle)

    def _toggle(self, _made: object, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            self._tell_chosen()

    def _tell_chosen(self) -> None:
        now = self._kinds.checkedButton()
        if now is not None:
            self.chosen.emit(PaperKind(now.property("paper")), value_of(self._audience))

    def _allow(self, *, making: bool, has_paper: bool) -> None:
        self._kind_row.setEnabled(not making)
        self._audience.setEnabled(not making)
        self.narrowing.setEnabled(not making)
        self.save.setEnabled(has_paper)
        self.print_out.setEnabled(has_paper)
        self._tools.setEnabled(has_paper)

    def _ask_folder(self) -> None:
        folder = self._choose_folder(self)
        if folder is not None:
            self.folder_chosen.emit(folder)

    def _ask_printer(self) -> None:
        if not self._has_printer():
            self.printer_chosen.emit(None)
            return
        printer = self._choose_printer(self, self.preview.pages, self.preview.page)
        if printer is not None and isValid(self):  # it may have been locked meanwhile
            self.printer_chosen.emit(printer)

    def _build_stack(self) -> QStackedWidget:
        self._empty = Empty()
        self._empty.asked.connect(self.made_again)
        self._blank = QWidget()
        fill(self._blank, self._empty, None)
        stack = QStackedWidget()
        stack.addWidget(self.preview)
        stack.addWidget(self._blank)
        return stack

    def _build_tools(self) -> QWidget:
        self._page, self._size, self._found = (label("", "quiet") for _at in range(3))
        for told in (self._page, self._size, self._found):
            told.setMinimumHeight(px(_BUTTON))
        self.preview.page_shown.connect(self._tell_page)
        self.preview.zoomed.connect(lambda zoom: self._size.setText(f"{zoom:.0%}"))
        smaller = button("\N{MINUS SIGN}", name=_("Smaller"))
        smaller.clicked.connect(lambda: self.preview.zoom_by(1 / STEP))
        larger = button("+", name=_("Larger"))
        larger.clicked.connect(lambda: self.preview.zoom_by(STEP))
        fit = button(_("Fit the width"))
        fit.clicked.connect(self.preview.fit)
        self.search = self._build_search()
        before = button("", icon="arrow-left", name=_("The place found before"))
        before.clicked.connect(lambda: self._step(-1))
        after = button("", icon="arrow-right", name=_("The next place found"))
        after.clicked.connect(lambda: self._step(1))
        return flow(
            self.search,
            before,
            after,
            self._found,
            smaller,
            self._size,
            larger,
            fit,
            self._page,
        )

    def _build_search(self) -> QLineEdit:
        search = line(placeholder=_("Search this paper"))
        search.setAccessibleName(_("Search this paper"))
        clearable(search)
        search.setMinimumWidth(px(200))
        search.textChanged.connect(self._find)
        search.returnPressed.connect(lambda: self._step(1))
        return search

    def _find(self, words: str) -> None:
        count = self.preview.search(words)
        self._say_found(1 if count else 0, count, words)

    def _step(self, by: int) -> None:
        at = self.preview.step(by)
        self._say_found(at, self.preview.found, self.search.text())

    def _say_found(self, at: int, count: int, words: str) -> None:
        if not words.strip():
            told = ""
        elif count:
            told = _("{at} of {count}", at=at, count=count)
        else:
            told = _("Not in this paper")
        self._found.setText(told)
        announce(self.search, told)

    def _tell_page(self, page: int, pages: int) -> None:
        told = _("Page {page} of {pages}", page=page, pages=pages) if pages else ""
        self._page.setText(told)


def asked_folder(parent: QWidget) -> Path | None:
    """Ask where to save; nothing when somebody thought better of it."""
    return ask_folder(parent, _("Where shall it be saved?"))
