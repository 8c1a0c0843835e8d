"""The plan on a person's page: goals in their words, actions under them, what changed since."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.actions.rules import DueState
from coordinator.domain.exchange.away_pages import AwayBeside
from coordinator.domain.plans.views import GoalRow, PlanView
from coordinator.domain.states import ActionStatus, GoalStatus, Sensitivity
from coordinator.ui.kit.boxes import card, column, flow, holder, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import M, Tone
from coordinator.ui.screens.person.away import aside_of
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.parts import Wished, link
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.screens.person.voice import balance_parts
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording import dates
from coordinator.wording.differences import SECTION_NAMES, summary
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _

_SIGNS = {
    ActionStatus.OPEN: ("circle", Tone.NEUTRAL),
    ActionStatus.IN_PROGRESS: ("circle-dot", Tone.NEUTRAL),
    ActionStatus.WAITING: ("pause", Tone.CAREFUL),
    ActionStatus.DONE: ("circle-check", Tone.GOOD),
}
_FIRST_SECTIONS = (
    "what_matters",
    "how_to_work",
    "what_to_avoid",
    "triggers",
    "preferred_words",
)


def plan_parts(opened: OpenedPerson, write: QPushButton, wished: Wished) -> list[QWidget]:
    """Build the plan, card by card.

    Args:
        opened: With the plan, if there is one.
        write: Opens the page where it is written; stands in the first card.
        wished: Told when it is to be said how an action goes.
    """
    plan, away = opened.plan, opened.away
    if plan is None:
        head = holder(row(widened(heading(_("Plan"))), write))
        return [card(head, label(_("There is no plan yet."), wraps=True))]
    parts: list[QWidget] = [_about(plan, write, opened, wished)]
    parts += [_goal(one, _under(plan.actions, one.line.id), away, wished) for one in plan.goals]
    if loose := _under(plan.actions, None):
        lines = [_action(one, away, wished) for one in loose]
        parts.append(card(heading(_("Other actions")), *lines))
    return parts


def _about(plan: PlanView, write: QPushButton, opened: OpenedPerson, wished: Wished) -> QFrame:
    told = [_text(name, plan.text.get(name, ""), plan.parts.get(name)) for name in _FIRST_SECTIONS]
    since = [_said(_("Changed since it was agreed"), summary(plan.since_agreed))]
    return card(
        holder(row(widened(heading(_("Plan"))), write, gap=M)),
        flow(Chip(_state(plan, opened.today))),
        *balance_parts(plan, wished),
        *[one for one in told if one is not None],
        *(since if plan.since_agreed else []),
        *aside_of(opened.away, plan.id),
    )


def _state(plan: PlanView, today: date) -> Mark:
    if plan.version and plan.agreed_on is not None:
        words = _(
            "Version {number}, agreed {day}",
            number=plan.version,
            day=dates.day(plan.agreed_on, today),
        )
        return Mark(words, Tone.GOOD, "circle-check")
    return Mark(words_for(plan.status), Tone.NEUTRAL, "pen-line")


def _text(name: str, said: str, level: Sensitivity | None) -> QWidget | None:
    if not said.strip():
        return None
    return _said(_(SECTION_NAMES[name]), said, *kept_back(level))


def _said(title: str, said: str, *marks: QWidget) -> QWidget:
    shown = [flow(*marks)] if marks else []
    return holder(column(label(title, "quiet"), label(said, wraps=True), *shown, gap=2))


def _goal(goal: GoalRow, actions: Sequence[ActionRow], away: AwayBeside, wished: Wished) -> QFrame:
    one = goal.line
    words = _("“{words}”", words=one.own_words) if one.own_words else one.panel_words
    chips = [] if one.status is GoalStatus.OPEN else [Chip(Mark(words_for(one.status)))]
    chips += kept_back(one.sensitivity)
    top = row(widened(label(_("Goal {number}", number=goal.place), "quiet")), *chips, gap=M)
    also = (
        [label(one.panel_words, "quiet", wraps=True)] if one.own_words and one.panel_words else []
    )
    lines = [_action(action, away, wished) for action in actions] or [
        label(_("No action is open for this goal."), "quiet", wraps=True)
    ]
    return card(holder(top), heading(words), *also, *aside_of(away, one.id), *lines)


def _action(one: ActionRow, away: AwayBeside, wished: Wished) -> QFrame:
    say = link(_("Say how it goes"), wished, Step.ACTION, one, of=one.number)
    about = label(_who_and_when(one), "quiet", wraps=True)
    words = holder(
        column(label(one.text, wraps=True), about, *aside_of(away, one.id), flow(say), gap=0)
    )
    return ruled(widened(words), Chip(_mark(one)))


def _who_and_when(one: ActionRow) -> str:
    owner = ", ".join(filter(None, (one.owner.name, one.owner.agency)))
    who = _("Needs an owner") if one.owner.needs_owner else owner
    return _("{number}. {who}, due {day}", number=one.number, who=who, day=dates.day(one.due_on))


def _mark(one: ActionRow) -> Mark:
    if one.is_overdue:
        late = dates.working_days(one.late)
        return Mark(_("Overdue by {time}", time=late), Tone.URGENT, "triangle-alert")
    if one.due is DueState.TODAY:
        return Mark(_("Due today"), Tone.CAREFUL, "clock")
    sign, tone = _SIGNS.get(one.status, ("circle", Tone.NEUTRAL))
    return Mark(words_for(one.status), tone, sign)


def _under(actions: Sequence[ActionRow], goal: UUID | None) -> list[ActionRow]:
    return [one for one in actions if one.goal_id == goal]
