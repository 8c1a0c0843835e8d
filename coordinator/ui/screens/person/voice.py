"""What the person asked for, what may be said of them, and how their plan is balanced."""

from datetime import date

from PySide6.QtWidgets import QWidget

from coordinator.domain.people.comms import CommsRow
from coordinator.domain.people.wishes import WishRow, WishState
from coordinator.domain.plans.views import PlanView
from coordinator.ui.kit.boxes import card, flow, holder, row
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.parts import Line, Wished, entry, link, titled
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _
from coordinator.wording.voice import (
    alone_words,
    asked_words,
    balance_words,
    comms_words,
    stands_words,
)

_MARKS = {
    WishState.WAITING: ("clock", Tone.CAREFUL),
    WishState.ANSWERED: ("circle-dot", Tone.NEUTRAL),
    WishState.TOLD: ("circle-check", Tone.GOOD),
}


def wishes_card(opened: OpenedPerson, wished: Wished) -> QWidget:
    """Tell what was asked and what was answered, what waits at the top."""
    may = Step.WISH in opened.steps
    note = [link(_("They ask for something"), wished, Step.WISH)] if may else []
    if not opened.wishes:
        return Line(_("Nothing they asked for is noted yet."), *note)
    lines = [_wish(one, opened.today, wished, may=may) for one in opened.wishes]
    return card(titled(_("You asked, we answered"), *note), *lines)


def _wish(wish: WishRow, today: date, wished: Wished, *, may: bool) -> QWidget:
    sign, tone = _MARKS[wish.state]
    links = [link(words, wished, step, wish, of=wish.words) for words, step in _steps(wish)]
    answer = [wish.answer] if wish.answer else []
    return entry(
        _("“{words}”", words=wish.words),
        (*answer, asked_words(wish, today), stands_words(wish, today, is_marked=True)),
        *(links if may else ()),
        marks=(Chip(Mark(words_for(wish.state), tone, sign)), *kept_back(wish.sensitivity)),
    )


def _steps(wish: WishRow) -> tuple[tuple[str, Step], ...]:
    if wish.state is WishState.WAITING:
        return ((_("Answer"), Step.ANSWER_WISH), (_("Somebody else answers"), Step.GIVE_WISH))
    if wish.state is WishState.ANSWERED:
        return ((_("They were told"), Step.TELL_WISH), (_("Change"), Step.ANSWER_WISH))
    return ()


def comms_card(opened: OpenedPerson, wished: Wished) -> QWidget:
    """Tell what may be said outside, in one quiet line."""
    may = Step.COMMS in opened.steps
    if opened.comms is None:
        agree = [link(_("Agree it"), wished, Step.COMMS)] if may else []
        return Line(_("It is not agreed what may be said outside."), *agree)
    links = _comms_links(opened.comms, wished) if may else []
    about = _("What may be said outside")
    return card(titled(about), entry(comms_words(opened.comms), (), *links))


def _comms_links(line: CommsRow, wished: Wished) -> list[QWidget]:
    of = _("What may be said outside")
    return [
        link(_("Change"), wished, Step.CHANGE_COMMS, line, of=of),
        link(_("End it"), wished, Step.END_COMMS, line, of=of),
    ]


def balance_parts(plan: PlanView, wished: Wished) -> list[QWidget]:
    """Tell how the plan's open actions are balanced, and what nobody has thought through."""
    words = balance_words(plan.balance)
    parts: list[QWidget] = [label(words, "quiet", wraps=True)] if words else []
    if alone := alone_words(plan.balance):
        parts.append(flow(Chip(Mark(alone, Tone.CAREFUL, "circle-alert"))))
    for one in plan.unthought:
        told = _("{number}: nobody has said what it does for victims.", number=one.number)
        say = link(_("Say it"), wished, Step.THINK, one, of=one.number)
        parts.append(holder(row(widened(label(told, wraps=True)), say)))
    return parts
