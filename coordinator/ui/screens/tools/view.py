"""The widgets of the tools: one at a time, chosen above, with its items and bands."""

from collections.abc import Callable, Iterator
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from coordinator.domain.assessments.rules import Band, Item
from coordinator.domain.assessments.views import Prevalence, ToolRow, ToolsPage, is_checklist
from coordinator.ui.kit.boxes import (
    Head,
    card,
    column,
    fill,
    flow,
    holder,
    page,
    refill,
    ruled,
    wide,
)
from coordinator.ui.kit.boxes import row as row_of
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.refocusing import focus_again, focused_name
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, S
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.scores import counted_words, edition_words, prevalence_words, range_words
from coordinator.wording.translation import _


class ToolsView(QWidget):
    """The tools the panel scores with.

    Signals:
        add_asked: Another tool.
        panel_asked: The panel's own page.
        change_asked, end_asked, take_up_asked: Of a tool (ToolRow).
        item_asked: An item is to be written (ToolRow, Item or None).
        band_asked: A band is to be written (ToolRow, Band or None).
        off_asked: An item or a band is to go (ToolRow, Item or Band).
        move_asked: An item is to move so many places (ToolRow, Item, int).
    """

    add_asked = Signal()
    panel_asked = Signal()
    change_asked = Signal(object)
    end_asked = Signal(object)
    take_up_asked = Signal(object)
    item_asked = Signal(object, object)
    band_asked = Signal(object, object)
    off_asked = Signal(object, object)
    move_asked = Signal(object, object, int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Assessment tools"))
        self.sheets = Sheets(self)
        self._shown = ToolsPage(())
        self._family: UUID | None = None
        self._told = label("", "quiet", wraps=True)
        self.panel = button(_("The panel"))
        self.panel.clicked.connect(self.panel_asked)
        self._add = button(_("Add a tool"), "primary", "plus")
        self._add.clicked.connect(self.add_asked)
        self._choices, self._body = QVBoxLayout(), QVBoxLayout()
        self._body.setSpacing(px(L))
        self._group = QButtonGroup(self)
        head = column(heading(_("Assessment tools"), "title"), self._told, gap=2)
        top = Head(holder(head), self.panel, self._add)
        fill(self, page(top, self._choices, self._body, None))

    def show_tools(self, shown: ToolsPage) -> None:
        """Show them; the one that is looked at stays, and so do the keys."""
        kept = focused_name(self)
        self._shown = shown
        self._add.setVisible(shown.may_edit)
        self._told.setText(
            _(
                "What somebody is scored with. One in use is followed by a new edition; the old"
                " one stays readable."
            )
            if shown.is_on
            else _("Assessments are switched off on the panel's page: nobody is scored.")
        )
        current = [row for row in shown.tools if row.is_current]
        if self._family not in {row.family for row in current}:
            self._family = current[0].family if current else None
        refill(self._choices, [flow(*(self._choice(row) for row in current))])
        self._show_one()
        focus_again(self, kept)

    def choose(self, row: ToolRow) -> None:
        """Look at another one."""
        self._family = row.family
        self._show_one()

    def _choice(self, row: ToolRow) -> QWidget:
        name = row.tool.name if row.ended_on is None else _("{tool} (ended)", tool=row.tool.name)
        made = choice(name)
        self._group.addButton(made)
        made.setChecked(row.family == self._family)
        made.toggled.connect(lambda on: self.choose(row) if on else None)
        return made

    def _show_one(self) -> None:
        rows = [row for row in self._shown.tools if row.family == self._family]
        parts: list[QWidget] = []
        for row in rows:
            if row.is_current:
                parts += [self._facts(row), self._items(row)]
                parts += [] if is_checklist(row) else [self._bands(row)]
        parts += [
            _counted(one) for one in self._shown.prevalence if one.tool.family == self._family
        ]
        earlier = [row for row in rows if not row.is_current]
        if earlier:
            parts.append(card(heading(_("Earlier editions")), *map(_earlier, earlier)))
        refill(self._body, parts)

    def _facts(self, row: ToolRow) -> QWidget:
        tool = row.tool
        told = [words_for(tool.kind)]
        told += [_("looks at {period}", period=tool.period)] if tool.period else []
        if not is_checklist(row) and tool.items:
            told.append(_("{least} to {most} in all", least=tool.least, most=tool.most))
        parts = [label(", ".join(told), "quiet", wraps=True)]
        parts += [label(tool.acknowledgement, wraps=True)] if tool.acknowledgement else []
        if row.ended_on is not None:
            day = dates.plain_day(row.ended_on)
            words = _("Used no more since {day}: {why}", day=day, why=row.end_reason)
            parts.append(label(words, wraps=True))
        if row.is_used and row.ended_on is None:
            words = _("Somebody was scored with it: a change makes a new edition.")
            parts.append(label(words, "quiet", wraps=True))
        return card(heading(edition_words(row)), *parts, *self._deeds(row))

    def _deeds(self, row: ToolRow) -> list[QWidget]:
        if not self._shown.may_edit:
            return []
        if row.ended_on is not None:
            return [flow(_press(_("Use it again"), lambda: self.take_up_asked.emit(row)))]
        return [
            flow(
                _press(_("Change"), lambda: self.change_asked.emit(row), of=row.tool.name),
                _press(_("Use it no more"), lambda: self.end_asked.emit(row)),
            )
        ]

    def _may_write(self, row: ToolRow) -> bool:
        return self._shown.may_edit and row.ended_on is None

    def _items(self, row: ToolRow) -> QWidget:
        add = _press(_("Add an item"), lambda: self.item_asked.emit(row, None))
        lines = [self._item(row, one) for one in row.tool.items]
        if not lines:
            lines = [
                label(_("It has no items yet, and cannot be scored with."), "quiet", wraps=True)
            ]
        return card(heading(_("Items")), *lines, *([flow(add)] if self._may_write(row) else []))

    def _item(self, row: ToolRow, one: Item) -> QWidget:
        told = column(label(one.words, "strong", wraps=True), gap=2)
        if not is_checklist(row):
            told.addWidget(label(range_words(one, row.tool.kind), "quiet", wraps=True))
        if one.guide:
            told.addWidget(label(one.guide, wraps=True))
        if self._may_write(row):
            at, last = row.tool.items.index(one), len(row.tool.items) - 1
            up = _link(_("Up"), lambda: self.move_asked.emit(row, one, -1), one.words)
            down = _link(_("Down"), lambda: self.move_asked.emit(row, one, 1), one.words)
            up.setEnabled(at > 0)
            down.setEnabled(at < last)
            change = _link(_("Change"), lambda: self.item_asked.emit(row, one), one.words)
            off = _link(_("Take it off"), lambda: self.off_asked.emit(row, one), one.words)
            return ruled(wide(holder(told)), holder(row_of(change, up, down, off)))
        return ruled(wide(holder(told)))

    def _bands(self, row: ToolRow) -> QWidget:
        add = _press(_("Add a band"), lambda: self.band_asked.emit(row, None))
        lines = [self._band(row, one) for one in row.tool.bands]
        if not lines:
            words = _("No bands: a total is told as a number.")
            lines = [label(words, "quiet", wraps=True)]
        return card(heading(_("Bands")), *lines, *([flow(add)] if self._may_write(row) else []))

    def _band(self, row: ToolRow, one: Band) -> QWidget:
        words = _("{name}: {lowest} to {highest}", name=one.name, lowest=one.lowest,
                  highest=one.highest)  # fmt: skip
        told = column(label(words, wraps=True), gap=2)
        if self._may_write(row):
            told.addWidget(
                flow(
                    _link(_("Change"), lambda: self.band_asked.emit(row, one), one.name),
                    _link(_("Take it off"), lambda: self.off_asked.emit(row, one), one.name),
                )
            )
        return ruled(wide(holder(told)))


def _press(words: str, do: Callable[[], object], *, of: str = "") -> QWidget:
    made = button(words, name=": ".join(filter(None, (words, of))))
    made.clicked.connect(lambda _checked=False: do())
    return made


def _link(words: str, do: Callable[[], object], of: str) -> QWidget:
    made = button(words, "link", name=f"{words}: {of}")
    made.clicked.connect(lambda _checked=False: do())
    return made


def _earlier(row: ToolRow) -> QWidget:
    items = "; ".join(f"{one.words} ({range_words(one, row.tool.kind)})" for one in row.tool.items)
    told = column(
        label(edition_words(row) if row.edition > 1 else _("Edition 1"), "strong", wraps=True),
        label(items, "quiet", wraps=True),
        gap=S,
    )
    return ruled(wide(holder(told)))


def _counted(one: Prevalence) -> QWidget:
    return card(
        heading(_("How often factors are found")),
        label(prevalence_words(one), "quiet", wraps=True),
        *_factors(one),
        gap=M,
    )


def _factors(one: Prevalence) -> Iterator[QWidget]:
    for factor in one.factors:
        told = column(label(factor.words, wraps=True), gap=2)
        told.addWidget(label(counted_words(factor), "quiet", wraps=True))
        yield ruled(wide(holder(told)))
