"""The days until the next panel, a line for each: who is there by day, evening and night."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coordinator.domain.lists.outreach import DayPart
from coordinator.domain.tonight import HeldPart, MoveRow, PartState, Strip
from coordinator.ui.kit.boxes import Columns, column, fill, flow, holder, refill, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.labels import label, sign
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, L, S
from coordinator.wording import dates
from coordinator.wording.holding import met_words, move_words, part_words, state_words
from coordinator.wording.translation import _

_STACKS = 620
_SIGNS = {
    PartState.PROMISED: ("circle-check", "text"),
    PartState.PLANNED: ("circle-dot", "quiet"),
    PartState.NOBODY: ("circle", "quiet"),
}
UNMET_SIGN = ("triangle-alert", "careful")
"""A change ahead for which nobody is named."""


def sign_of(state: PartState) -> tuple[str, str]:
    """Give the shape and the colour of how a part is held."""
    return _SIGNS[state]


class Legend(QWidget):
    """What the shapes mean."""

    def __init__(self) -> None:
        super().__init__()
        said = [(_SIGNS[state], state_words(state)) for state in PartState]
        said.append((UNMET_SIGN, _("a change nobody is named for")))
        parts = [
            holder(row(sign(*shape, 14), label(words, "quiet"), gap=XS)) for shape, words in said
        ]
        fill(self, flow(*parts, gap=L))


class StripGrid(QWidget):
    """One person's days; parts with nobody say so, evenings and weekends in strong words."""

    def __init__(self, strip: Strip | None = None, today: date = date.min) -> None:
        super().__init__()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(XS))
        fill(self, self._lines)
        if strip is not None:
            self.show_strip(strip, today)

    def show_strip(self, strip: Strip, today: date) -> None:
        """Show the days of a person."""
        marked = set(strip.to_see_to)
        lines = [
            _day(on, list(parts), [one for one in strip.moves if one.on == on], marked, today)
            for on, parts in groupby(strip.parts, key=lambda part: part.on)
        ]
        refill(self._lines, lines)


def _day(
    on: date,
    parts: list[HeldPart],
    moves: list[MoveRow],
    marked: set[HeldPart],
    today: date,
) -> QFrame:
    found = {one.part: one for one in parts}
    cells = [(_cell(found.get(part), marked), 1) for part in DayPart]
    name = holder(column(label(_name_of(on, today), "strong", wraps=True), None))
    line = Columns(_STACKS, (name, 1), (holder(column(Columns(440, *cells, gap=S))), 6), gap=S)
    return ruled(widened(holder(column(line, *map(_move, moves), gap=XS))))


def _name_of(on: date, today: date) -> str:
    return _("Today") if on == today else dates.weekday(on)


def _cell(part: HeldPart | None, marked: Iterable[HeldPart]) -> QWidget:
    if part is None:
        return QWidget()  # it is over
    picture, tint = sign_of(part.state)
    kind = "strong" if part in marked else "" if part.touches else "quiet"
    words = label(part_words(part), kind, wraps=True)
    words.setAccessibleName(f"{part_words(part)} ({state_words(part.state)})")
    shown = row(sign(picture, tint, 16), widened(words), gap=XS)
    return _at_top(shown)


def _at_top(line: QHBoxLayout) -> QWidget:
    """Let parts of one line begin at the same height, however many lines each has."""
    for at in range(line.count()):
        if (item := line.itemAt(at)) is not None:
            item.setAlignment(Qt.AlignmentFlag.AlignTop)
    return holder(line)


def _move(one: MoveRow) -> QWidget:
    tint = "quiet" if one.is_met else "careful"
    words = f"{move_words(one)}. {met_words(one)}."
    kind = "" if one.is_met else "strong"
    picture = "arrow-right" if one.is_met else "triangle-alert"
    return _at_top(row(sign(picture, tint, 16), widened(label(words, kind, wraps=True)), gap=XS))
