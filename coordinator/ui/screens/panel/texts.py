"""The standing texts of the panel: each saves itself, each can be taken as it was shipped."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator.domain.lists.panel import TextKey
from coordinator.domain.panel.letter_texts import FIELDS, letter_text
from coordinator.domain.panel.settings import PanelLine
from coordinator.ui.kit.areas import Area
from coordinator.ui.kit.boxes import card, fill, flow
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.slots import SlotField
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L
from coordinator.ui.lanes.autosave import Slot
from coordinator.ui.screens.panel.presenter import TEXT
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import N_, _

_ABOUT = {
    TextKey.STATEMENT: N_(
        "Read out at the start of every meeting, with the time recorded; printed in the pack. Have"
        " the law it names checked by whoever advises you on data protection."
    ),
    TextKey.REMINDER: N_("Printed on agendas and minutes."),
    TextKey.PURPOSE: N_("Shown where a referral is screened, and printed on the referral form."),
    TextKey.CHASE_DUE: N_(
        "Copied from Actions. The program puts in {panel}, {agency}, {today}, {by} and {actions}."
    ),
    TextKey.CHASE_LATE: N_("Used instead as soon as one of the agency's actions is late."),
    TextKey.FORM_INTRO: N_("Printed under the title of the blank form."),
    TextKey.PROPORTIONALITY: N_(
        "Stands in the form whenever a paper, a pack or words go to somebody outside, to be"
        " changed where it does not fit, and in the log of disclosures."
    ),
    TextKey.LETTER_TAKEN_ON: N_(
        "The first line opens the letter; each line after it is a point of What happens next. The"
        " program puts in {day} and {panel}."
    ),
    TextKey.LETTER_NOT_FOR_US: N_(
        "The first line opens the letter; each line after it is a point of What happens next. The"
        " program puts in {day} and {panel}."
    ),
    TextKey.LETTER_CLOSED: N_(
        "Stands at the end; lines after the first are points. The program puts in {panel}."
    ),
    TextKey.LETTER_OWN: N_(
        "The first line says who writes, each one after it what happens next. Short sentences."
        " The program puts in {panel}, their rights and whom to ring."
    ),
    TextKey.LETTER_HAND_OVER: N_(
        "The first line opens the note; each line after it is a point of What happens next. The"
        " program puts in {day}, of the hand-over, and {panel}."
    ),
}
_LINES = {
    TextKey.STATEMENT: 8,
    TextKey.CHASE_DUE: 5,
    TextKey.CHASE_LATE: 5,
    TextKey.LETTER_TAKEN_ON: 6,
    TextKey.LETTER_NOT_FOR_US: 6,
    TextKey.LETTER_OWN: 5,
    TextKey.LETTER_HAND_OVER: 5,
}


class TextsPart(QWidget):
    """The texts.

    Signals:
        made: A text has its field on the page now (SlotField).
        restore_asked: A text is to say what it was shipped with (PanelLine).
    """

    made = Signal(object)
    restore_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(L))
        self._fields: dict[str, SlotField] = {}
        self._back: dict[str, QPushButton] = {}
        self._lines: dict[str, PanelLine] = {}
        self._previews: dict[str, Area] = {}
        self._filled: Mapping[str, str] = {}
        fill(self, self._box, None)

    def show_panel(self, name: str, today: date) -> None:
        """Say whose letters the words are for, before the lines are shown."""
        self._filled = {"panel": name, "day": dates.long_day(today)}

    def show_lines(
        self, lines: Sequence[PanelLine], changed: frozenset[str], *, may_edit: bool
    ) -> None:
        """Show which texts there are; what they say comes by itself."""
        for line in lines:
            self._lines[line.key] = line
            if line.key not in self._fields:
                self._make(line, may_edit=may_edit)
            self._back[line.key].setVisible(may_edit and line.key in changed)
            if line.key in self._previews:
                self._previews[line.key].fill(_in_the_letter(line.text, self._filled))

    def _make(self, line: PanelLine, *, may_edit: bool) -> None:
        key = TextKey(line.key)
        name = words_for(key)
        field = SlotField(Slot(line.id, TEXT), name, lines=_LINES.get(key, 3))
        if not may_edit:
            field.let_read_only()
        back = button(_("As shipped"), "link", name=_("As shipped: {name}", name=name))
        back.clicked.connect(lambda: self.restore_asked.emit(self._lines[line.key]))
        about = label(_(_ABOUT[key]), "quiet", wraps=True)
        self._fields[line.key], self._back[line.key] = field, back
        self._box.addWidget(card(field, about, *self._preview(line, name), flow(back)))
        self.made.emit(field)

    def _preview(self, line: PanelLine, name: str) -> Iterator[QWidget]:
        if TextKey(line.key) not in FIELDS:
            return
        name = _("In the letter: {name}", name=name)
        shown = Area(name, _in_the_letter(line.text, self._filled))
        shown.setReadOnly(True)
        self._previews[line.key] = shown
        yield label(_("In the letter, as it was last kept"), "strong")
        yield shown


def _in_the_letter(text: str, values: Mapping[str, str]) -> str:
    said = letter_text(text, values)
    return "\n".join((said.opening, *(f"\N{BULLET} {point}" for point in said.points)))
