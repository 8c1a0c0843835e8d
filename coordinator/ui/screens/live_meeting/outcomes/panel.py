"""What stands below the row under the keys: the outcomes at hand, all ten, why not, and a line."""

from collections.abc import Mapping, Sequence
from enum import Enum

from PySide6.QtCore import Signal

from coordinator.domain.panel.settings import BarrierChoice
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit.boxes import column
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import M, S
from coordinator.ui.screens.live_meeting.choices import ChoiceRow
from coordinator.ui.screens.live_meeting.keyed_rows import Below
from coordinator.ui.screens.live_meeting.outcomes.lines import (
    ALL_TEN,
    AT_HAND,
    OutcomeLine,
    by_key,
)
from coordinator.ui.screens.live_meeting.question_row import QuestionRow
from coordinator.ui.screens.live_meeting.questions import Asked, Choice, Entry
from coordinator.wording.barriers import category_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ123456789"  # 0 is the next page of them


class Part(Enum):
    """What can stand there; one at a time, the keys mean that one."""

    NOTHING = "nothing"
    AT_HAND = "at hand"
    ALL = "all"
    WHY = "why"
    THE_REST = "the rest"
    LINE = "line"


class _Step(Enum):
    MORE = "more"
    ESCALATE = "escalate"
    DETAILS = "details"
    THE_REST = "the rest"
    NEXT = "next"
    BACK = "back"


_BEFORE = {
    Part.ALL: Part.AT_HAND,
    Part.WHY: Part.AT_HAND,
    Part.THE_REST: Part.WHY,
    Part.LINE: Part.AT_HAND,
}


class OutcomePanel(Below):
    """The panel.

    Signals:
        outcome: What became of it, and whether to ask more than needed (ActionStatus, bool).
        why: What stopped it, or is in the way (BarrierChoice).
        escalate_asked, details_asked: Of the barrier on the row.
        about_to_change: Something else will stand here.
        given: What the line asked for (dict).
        left: The line, or the question, is to go (the row stays).
    """

    about_to_change = Signal()
    outcome = Signal(object, bool)
    why = Signal(object)
    escalate_asked = Signal()
    details_asked = Signal()
    given = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown = Part.NOTHING
        self._rest: tuple[BarrierChoice, ...] = ()
        self._page = 0
        self._said = label("", "strong", wraps=True)
        self._told = label("", "quiet", wraps=True)
        for one in (self._said, self._told):
            one.hide()
        self._parts: dict[Part, ChoiceRow] = {
            Part.AT_HAND: _at_hand(),
            Part.ALL: _all_ten(),
            Part.WHY: ChoiceRow(),
            Part.THE_REST: ChoiceRow(),
        }
        for part, choices in self._parts.items():
            choices.chosen.connect(lambda value, of=part: self._choose(of, value))
        self.line = QuestionRow(is_framed=False)
        self.line.given.connect(self.given)
        self.line.left.connect(self.left)
        box = column(*self._parts.values(), self.line, self._told, self._said, gap=S)
        box.setContentsMargins(px(M), 0, px(S), px(S))
        self.setLayout(box)
        self.show_part(Part.NOTHING)

    def show_part(self, part: Part) -> None:
        """Show one of the parts, and what was said goes."""
        if part is not self.shown:
            self.about_to_change.emit()
        self.shown = part
        self._said.hide()
        self._told.hide()
        for one, choices in self._parts.items():
            choices.setVisible(one is part)
        if part is not Part.LINE:
            self.line.end()
        self.setVisible(part is not Part.NOTHING)

    def show_for(self, line: OutcomeLine) -> None:
        """Offer what a row can become now."""
        can = line.can_become
        steps = {_Step.DETAILS, _Step.ESCALATE} if line.stopped_by is not None else set()
        outcomes = {*can, _Step.MORE} if line.action is not None else set()
        self._parts[Part.AT_HAND].offer({*outcomes, *steps})
        self._parts[Part.ALL].allow({*can, _Step.BACK})

    def offer_barriers(self, barriers: Sequence[BarrierChoice]) -> None:
        """Offer what the panel says can be in the way, in its words."""
        likely, rest = by_key(barriers)
        self._parts[Part.WHY].show_choices(_likeliest(likely))
        self._rest = tuple(rest)
        self._page = min(self._page, _pages(self._rest) - 1)
        self._parts[Part.THE_REST].show_choices(_the_rest(self._rest, self._page))
        for part in (Part.WHY, Part.THE_REST):
            self._parts[part].setVisible(self.shown is part)

    def ask_why(self, title: str) -> None:
        """Ask for a barrier."""
        self._parts[Part.WHY].ask(title)
        self._parts[Part.THE_REST].ask(title)
        self.show_part(Part.WHY)
        announce(self, title)

    def _turn_to(self, page: int) -> None:
        """Show another page of what can be in the way."""
        self.about_to_change.emit()
        self._page = page
        self._parts[Part.THE_REST].show_choices(_the_rest(self._rest, page))
        if (every := _pages(self._rest)) > 1:
            announce(self, _("Page {page} of {all}", page=page + 1, all=every))

    def ask(self, title: str, entries: Mapping[str, Entry]) -> None:
        """Ask in the line."""
        self.about_to_change.emit()
        self.show_part(Part.LINE)
        self.line.ask(Asked(title, entries=entries))

    def say(self, sentence: str) -> None:
        """Say something that passes."""
        self._said.setText(sentence)
        self._said.show()
        self.show()
        announce(self, sentence)

    def tell(self, sentence: str) -> None:
        """Say something quietly below the line."""
        self._told.setText(sentence)
        self._told.show()
        announce(self, sentence)

    def press(self, key: str) -> bool:
        """Take a key that was pressed on the rows; gives whether it meant something here."""
        if key == "Esc":
            return self._back()
        choices = self._parts.get(self.shown)
        return choices is not None and choices.press(key)

    def _back(self) -> bool:
        if self.shown not in _BEFORE:
            return False
        if self.shown is Part.THE_REST and self._page:
            self._turn_to(self._page - 1)
        elif _BEFORE[self.shown] is Part.WHY:
            self.show_part(Part.WHY)
        else:
            self.left.emit()
        return True

    def _choose(self, part: Part, value: object) -> None:
        if isinstance(value, ActionStatus):
            self.outcome.emit(value, part is Part.ALL)
        elif isinstance(value, BarrierChoice):
            self.why.emit(value)
        elif value is _Step.MORE:
            self.show_part(Part.ALL)
        elif value is _Step.THE_REST:
            self._turn_to(0)
            self.show_part(Part.THE_REST)
        elif value is _Step.NEXT:
            self._turn_to(self._page + 1)
        elif value is _Step.ESCALATE:
            self.escalate_asked.emit()
        elif value is _Step.DETAILS:
            self.details_asked.emit()
        else:
            self._back()


def keys_at_hand() -> list[tuple[str, str]]:
    """Give the keys that mean something on a row, with their words."""
    return [(one.key, one.words) for one in _choices_at_hand()]


def _choices_at_hand() -> list[Choice]:
    choices = [Choice(str(at), words_for(one), one) for at, one in enumerate(AT_HAND, 1)]
    choices.append(Choice("6", _("More"), _Step.MORE))
    choices.append(Choice("E", _("Escalate"), _Step.ESCALATE))
    choices.append(Choice("D", _("Details"), _Step.DETAILS))
    return choices


def _at_hand() -> ChoiceRow:
    return ChoiceRow(_choices_at_hand())


def _all_ten() -> ChoiceRow:
    keys = [*(str(at) for at in range(1, len(ALL_TEN))), "0"]
    words = {ActionStatus.OPEN: _("Open, still to be done")}
    choices = [
        Choice(key, words.get(one) or words_for(one), one)
        for key, one in zip(keys, ALL_TEN, strict=True)
    ]
    return ChoiceRow(
        [*choices, Choice("Esc", _("Back"), _Step.BACK)], title=_("What became of it?")
    )


def _likeliest(likely: Sequence[BarrierChoice]) -> list[Choice]:
    named = [Choice(str(at), _words(one), one) for at, one in enumerate(likely, 1)]
    more = Choice("0", _("More"), _Step.THE_REST)
    return [*named, more, Choice("Esc", _("Leave it"), _Step.BACK)]


def _pages(rest: Sequence[BarrierChoice]) -> int:
    return max(1, -(-len(rest) // len(_LETTERS)))


def _the_rest(rest: Sequence[BarrierChoice], page: int) -> list[Choice]:
    first = page * len(_LETTERS)
    named = [
        Choice(key, _words(one), one) for key, one in zip(_LETTERS, rest[first:], strict=False)
    ]
    more = [Choice("0", _("More"), _Step.NEXT)] if page + 1 < _pages(rest) else []
    return [*named, *more, Choice("Esc", _("Back"), _Step.BACK)]


def _words(one: BarrierChoice) -> str:
    return category_words(one.category, one.words)
