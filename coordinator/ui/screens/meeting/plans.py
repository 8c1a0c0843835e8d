"""The place plans of a meeting about places: each with what of it is due by then."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QFrame

from coordinator.domain.places.views import PlanDue
from coordinator.ui.kit.boxes import card, column, flow, holder, ruled, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.screens.meeting.shown import MeetingPage
from coordinator.wording.labels import label as words_for
from coordinator.wording.places import action_said
from coordinator.wording.translation import _

Open = Callable[[UUID | None], None]


def plans_card(shown: MeetingPage, open_plan: Open) -> QFrame:
    """Show what is due, plan by plan; nobody is named but who answers for an action."""
    if not shown.plans:
        every = button(_("Place plans and groups"), "link")
        every.clicked.connect(lambda: open_plan(None))
        none = label(_("No place plan stands yet."), "quiet", wraps=True)
        return card(heading(_("Place plans")), none, flow(every))
    return card(heading(_("Place plans")), *(_plan(one, open_plan) for one in shown.plans))


def _plan(one: PlanDue, open_plan: Open) -> QFrame:
    named = _("{number}, {place}: {title}", number=one.number, place=one.place, title=one.title)
    status = label(words_for(one.status), "quiet")
    due = [label(action_said(row), wraps=True) for row in one.actions]
    none = [label(_("Nothing of it is due by then."), "quiet", wraps=True)]
    words = column(label(named, "strong", wraps=True), status, *(due or none), gap=4)
    way = button(_("Open"), "link", name=_("Open {number}", number=one.number))
    way.clicked.connect(lambda: open_plan(one.id))
    return ruled(wide(holder(words)), way)
