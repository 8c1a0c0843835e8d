"""The widgets of the panel's page: one part at a time, chosen above."""

from enum import Enum
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from coordinator.domain.lists.panel import Topic
from coordinator.ui.kit.boxes import column, fill, flow, holder, page
from coordinator.ui.kit.buttons import choice
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.slots import ShowsSlots, SlotField
from coordinator.ui.lanes.autosave import Slot
from coordinator.ui.screens.panel.facts import FactsPart
from coordinator.ui.screens.panel.lists import LineList
from coordinator.ui.screens.panel.presenter import OpenPanel
from coordinator.ui.screens.panel.texts import TextsPart
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _


class Part(Enum):
    """The parts of the page, in the order they are offered."""

    PANEL = "panel"
    TEXTS = Topic.TEXTS
    TIMES = Topic.TIMES
    AGENDA = Topic.AGENDA
    CRITERIA = Topic.CRITERIA
    FORM = Topic.REFERRAL_FORM
    PHRASES = Topic.PHRASES
    LADDER = Topic.LADDER
    PROTOCOL = Topic.PROTOCOL
    BARRIERS = Topic.BARRIERS
    RETENTION = Topic.RETENTION


class PanelView(ShowsSlots, QWidget):
    """Everything the panel decided for itself.

    Signals:
        panel_change_asked: What it is called and who runs it.
        open_asked: What belongs to something that is on (Feature).
        switched: Something is to be on or off (PanelLine, bool).
        add_asked: Another line (Topic).
        change_asked: A line is to say something else (PanelLine).
        remove_asked: A line is to go (PanelLine).
        move_asked: A line is to move so many places (PanelLine, int).
        restore_asked: A list as it was shipped (Topic).
        restore_line_asked: A text or a deadline as it was shipped (PanelLine).
        typed: A text so far (Slot, str).
        left: A field was left (Slot, str).
        let_go_asked: What was typed is to be forgotten (Slot).
        mine_asked: The text typed here stays (Slot).
        theirs_asked: The text of somebody else stays (Slot).
    """

    panel_change_asked = Signal()
    open_asked = Signal(object)
    switched = Signal(object, bool)
    add_asked = Signal(object)
    change_asked = Signal(object)
    remove_asked = Signal(object)
    move_asked = Signal(object, int)
    restore_asked = Signal(object)
    restore_line_asked = Signal(object)
    typed = Signal(object, str)
    left = Signal(object, str)
    let_go_asked = Signal(object)
    mine_asked = Signal(object)
    theirs_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("The panel"))
        self.sheets = Sheets(self)
        self._slots: dict[Slot, SlotField] = {}
        self._facts = FactsPart()
        self.template = self._facts.template
        self._texts = TextsPart()
        self.lists = {
            part.value: LineList(part.value)
            for part in Part
            if isinstance(part.value, Topic) and part is not Part.TEXTS
        }
        self._connect()
        self._pages = self._build_pages()
        self.parts = self._build_parts()
        head = column(heading(_("The panel"), "title"), self._told(), gap=2)
        body = holder(column(*self._pages.values(), gap=0))
        fill(self, page(head, flow(*self.parts.values()), body, grows=body))
        self.show_part(Part.PANEL)

    @property
    def first(self) -> QWidget:
        """Where to begin."""
        return self._facts.change

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What the keys do in the lists; each list has its own."""
        return self.lists[Topic.AGENDA].actions_here

    def show_panel(self, opened: OpenPanel) -> None:
        """Show all of it; what the texts say comes by itself."""
        settings, may_edit = opened.settings, opened.may_edit
        self._facts.show_panel(
            opened.directory.panel, letters_given=settings.letters_given, may_edit=may_edit
        )
        self.template.show_template(opened.template, opened.today, may_edit=may_edit)
        self._facts.show_switches(settings.lines[Topic.FEATURES], may_edit=may_edit)
        self._texts.show_panel(opened.directory.panel.name, opened.today)
        self._texts.show_lines(settings.lines[Topic.TEXTS], settings.changed, may_edit=may_edit)
        for topic, shown in self.lists.items():
            shown.show_lines(settings.lines[topic], settings.changed, may_edit=may_edit)

    def show_part(self, part: Part) -> None:
        """Show one part."""
        self.parts[part].setChecked(True)
        for one, shown in self._pages.items():  # a stack would be as high as its highest page
            shown.setVisible(one is part)

    def show_template_fault(self, words: str) -> None:
        """Say why a file cannot be the template of letters."""
        self.template.show_fault(words)

    def choose_line(self, line: UUID) -> None:
        """Put the keys on a line of whichever list has it."""
        for shown in self.lists.values():
            shown.choose(line)

    def _told(self) -> QWidget:
        return label(
            _("Everything here arrived filled and is yours to change."), "quiet", wraps=True
        )

    def _build_pages(self) -> dict[Part, QWidget]:
        pages: dict[Part, QWidget] = {Part.PANEL: self._facts, Part.TEXTS: self._texts}
        for part in Part:
            if part not in pages and isinstance(part.value, Topic):
                pages[part] = self.lists[part.value]
        return pages

    def _build_parts(self) -> dict[Part, QPushButton]:
        group = QButtonGroup(self)
        group.setExclusive(True)
        made = {part: choice(_name(part)) for part in Part}
        for part, one in made.items():
            group.addButton(one)
            one.toggled.connect(lambda on, part=part: self.show_part(part) if on else None)
        return made

    def _connect(self) -> None:
        self._facts.change_asked.connect(self.panel_change_asked)
        self._facts.switched.connect(self.switched)
        self._facts.open_asked.connect(self.open_asked)
        self._texts.made.connect(self._know)
        self._texts.restore_asked.connect(self.restore_line_asked)
        for shown in self.lists.values():
            shown.add_asked.connect(self.add_asked)
            shown.change_asked.connect(self.change_asked)
            shown.remove_asked.connect(self.remove_asked)
            shown.move_asked.connect(self.move_asked)
            shown.restore_asked.connect(self.restore_asked)
            shown.restore_line_asked.connect(self.restore_line_asked)

    def _know(self, field: SlotField) -> None:
        self._slots[field.slot] = field
        field.typed.connect(self.typed)
        field.left.connect(self.left)
        field.let_go_asked.connect(self.let_go_asked)
        field.mine_asked.connect(self.mine_asked)
        field.theirs_asked.connect(self.theirs_asked)


def _name(part: Part) -> str:
    return words_for(part.value) if isinstance(part.value, Topic) else _("The panel")
