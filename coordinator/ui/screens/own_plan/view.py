"""The widgets of My plan: how it stands, its parts with their sentences, gentle hints."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator.domain.voice.own_plans import OwnPlanState, OwnPlanView, Part
from coordinator.ui.kit.boxes import Columns, Head, card, column, fill, flow, holder, page, refill
from coordinator.ui.kit.boxes import row as beside
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, L, M, Tone
from coordinator.ui.screens.own_plan.wishes import Line, OpenOwnPlan, Wish
from coordinator.wording import dates
from coordinator.wording.easy_words import hint_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.own_plans import (
    changed_words,
    hint_of,
    standing_words,
    state_words,
    title_of,
)
from coordinator.wording.translation import N_, _

_WORDS = {
    Wish.SIGN: N_("Sign it off"),
    Wish.GIVE: N_("They were given it"),
    Wish.VIEW: N_("What they think of it"),
    Wish.BEGIN: N_("Begin the next one"),
}
_MARKS = {
    OwnPlanState.DRAFT: ("pen-line", Tone.NEUTRAL),
    OwnPlanState.SIGNED: ("circle-check", Tone.GOOD),
    OwnPlanState.GIVEN: ("circle-check", Tone.GOOD),
}
_LEFT = (
    Part.CALLED,
    Part.MATTERS,
    Part.GOOD_AT,
    Part.HELPS,
    Part.NOT_HELPS,
    Part.GOALS,
    Part.DEEDS,
)
_RIGHT = tuple(part for part in Part if part not in _LEFT)


class OwnPlanPage(QWidget):
    """One person's plan in easy words.

    Signals:
        wished: Something is to be done (Wish, the Part it is about or nothing).
    """

    wished = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("My plan"))
        self.sheets = Sheets(self)
        self._build_head()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for box in (self._left, self._right):
            box.setSpacing(px(L))
        self._empty = Empty()
        self._empty.asked.connect(partial(self._wish, Wish.BEGIN, None))
        self._empty.hide()
        self._body = Columns(
            900,
            (holder(column(self._left, None)), 1),
            (holder(column(self._right, None)), 1),
        )
        self._body.hide()
        self.sheet = page(self._head, self._empty, self._body, None)
        fill(self, self.sheet)

    def show_plan(self, opened: OpenOwnPlan, steps: tuple[Wish, ...]) -> None:
        """Show it as it stands, or that there is none."""
        plan, kept = opened.plan, _focused_name(self)
        self._title.setText(_("My plan: {name}", name=plan.called or plan.reference))
        self._back.setText(_("Open {name}", name=plan.called or plan.reference))
        self._back.setAccessibleName(self._back.text())
        self._paper.setVisible(plan.id is not None and opened.may_give)
        for wish, made in self._buttons.items():
            made.setVisible(wish in steps)
        self._steps.setVisible(bool(steps))
        self._show_standing(opened)
        self._empty.setVisible(plan.id is None)
        self._body.setVisible(plan.id is not None)
        if plan.id is None:
            self._empty.say(*_why_empty(opened))
            return
        refill(self._left, [self._part(opened, part) for part in _LEFT])
        right = [self._part(opened, part) for part in _RIGHT]
        refill(self._right, [*right, *_beside(plan, opened)])
        _focus_again(self, kept)

    def _build_head(self) -> None:
        self._title = heading("", "title")
        self._chips = QVBoxLayout()
        self._told = label("", "quiet", wraps=True)
        self._changed = label("", "strong", wraps=True)
        self._back = button("", "link", "arrow-left")
        self._back.clicked.connect(partial(self._wish, Wish.PERSON, None))
        self._paper = button(_("Look at it on paper"), icon="printer")
        self._paper.clicked.connect(partial(self._wish, Wish.PAPER, None))
        self._buttons = {wish: self._step(wish) for wish in _WORDS}
        self._steps = flow(*self._buttons.values())
        self._head = holder(
            column(
                flow(self._back),
                Head(self._title, self._paper),
                self._chips,
                self._told,
                self._changed,
                self._steps,
                gap=M,
            )
        )

    def _step(self, wish: Wish) -> QPushButton:
        made = button(_(_WORDS[wish]), "" if wish is Wish.BEGIN else "primary")
        made.clicked.connect(partial(self._wish, wish, None))
        made.hide()
        return made

    def _wish(self, wish: Wish, about: object, _checked: object = None) -> None:
        self.wished.emit(wish, about)

    def _show_standing(self, opened: OpenOwnPlan) -> None:
        plan = opened.plan
        if plan.id is None:
            refill(self._chips, [])
            self._told.setText("")
            self._changed.hide()
            return
        sign, tone = _MARKS[plan.state]
        refill(self._chips, [flow(Chip(Mark(state_words(plan.state), tone, sign)))])
        told = [standing_words(plan, opened.today)]
        if not plan.lead:
            told.append(_("Nobody leads now: a lead is to be agreed before it is signed off."))
        self._told.setText(" ".join(told))
        self._changed.setText(changed_words(plan.changed))
        self._changed.setVisible(bool(plan.changed))

    def _part(self, opened: OpenOwnPlan, part: Part) -> QWidget:
        title = title_of(part)
        links: list[QWidget] = []
        if opened.may_write:
            if part in opened.plan.changed:
                links.append(self._link(_("Take from the plan"), Wish.TAKE, part))
            links.append(self._link(_("Write"), Wish.WRITE, part))
        head = holder(beside(widened(heading(title)), *links))
        lines = opened.lines.get(part, ())
        told = [one for line in lines for one in _line(line)]
        if not lines:
            told = [label(hint_of(part) or _("Nothing is written yet."), "quiet", wraps=True)]
        return card(head, *told, gap=XS)

    def _link(self, words: str, wish: Wish, part: Part) -> QPushButton:
        made = button(words, "link", name=f"{words}: {title_of(part)}")
        made.clicked.connect(partial(self._wish, wish, part))
        return made


def _line(line: Line) -> Iterator[QWidget]:
    yield label(line.words, wraps=True)
    if line.names:
        told = _("It may tell of somebody else, or of a place: {words}", words=line.names)
        yield flow(Chip(Mark(told, Tone.CAREFUL, "circle-alert")))
    if line.hints:
        yield label(" ".join(hint_words(one) for one in line.hints), "quiet", wraps=True)


def _beside(plan: OwnPlanView, opened: OpenOwnPlan) -> Iterator[QWidget]:
    if plan.view is not None or plan.view_said:
        told = words_for(plan.view) if plan.view is not None else _("They said:")
        said = [label(_("“{words}”", words=plan.view_said), wraps=True)] if plan.view_said else []
        yield card(heading(_("What they think of it")), label(told, "strong"), *said, gap=XS)
    if plan.earlier:
        lines = (
            _("Given {day}", day=dates.day(one.given_on, opened.today)) for one in plan.earlier
        )
        told_ = [label(words, wraps=True) for words in lines]
        yield card(heading(_("Given before")), *told_, gap=XS)


def _why_empty(opened: OpenOwnPlan) -> tuple[str, str]:
    if opened.plan.is_dead:
        return _("Nothing more is written here."), ""
    if not opened.plan.can_begin:
        return _("My plan is written from an agreed plan. None has been agreed yet."), ""
    act = _("Begin My plan") if opened.may_edit else ""
    return _("Nobody has written this person's plan in easy words yet."), act


def _focused_name(view: QWidget) -> str:
    """Name the button that has the keys, also while a form stands over the page."""
    one = view.window().focusWidget()
    is_held = isinstance(one, QPushButton) and view.isAncestorOf(one)
    return one.accessibleName() if is_held else ""


def _focus_again(view: QWidget, name: str) -> None:
    """Give the keys back to the button of this name, which was made anew."""
    if name:
        QTimer.singleShot(0, view, partial(_give_focus, view, name))  # shown a moment later


def _give_focus(view: QWidget, name: str) -> None:
    for one in view.findChildren(QPushButton):
        if one.accessibleName() == name and one.isVisibleTo(view):
            one.setFocus()
            return
