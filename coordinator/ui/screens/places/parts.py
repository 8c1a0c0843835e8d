"""The widgets of one plan and of one group: what stands in them, and what can be done."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.places.views import (
    GroupSeatRow,
    PlaceActionRow,
    PlaceGroupRow,
    PlaceMeasureRow,
    PlacePlanPage,
    PlacePriorityRow,
)
from coordinator.domain.states import PlacePlanStatus
from coordinator.ui.kit.boxes import card, column, flow, holder, ruled, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.screens.places.deeds import Deed
from coordinator.wording.places import (
    action_said,
    group_facts,
    measure_words,
    plan_facts,
    seat_words,
)
from coordinator.wording.translation import _

Does = Callable[[Deed, object], None]
_Tool = tuple[Deed, str, str]


def plan_parts(page: PlacePlanPage, does: Does, *, may_edit: bool) -> Iterable[QWidget]:
    """Show one plan whole."""
    row = page.plan
    yield label(row.title, "strong", wraps=True)
    yield label(plan_facts(row), "quiet", wraps=True)
    if row.summary:
        yield label(row.summary, wraps=True)
    is_open = row.status is not PlacePlanStatus.ENDED
    if may_edit:
        yield _tools(row, does, _of_plan(page), row.number)
    edits = may_edit and is_open
    for priority in page.priorities:
        yield from _priority(priority, does, may_edit=edits)
    if page.measures:
        yield heading(_("Measures of the whole plan"))
    for measure in page.measures:
        yield _measure(measure, does, may_edit=edits)


def _of_plan(page: PlacePlanPage) -> Iterable[_Tool]:
    if page.plan.status is PlacePlanStatus.ENDED:
        yield Deed.REOPEN_PLAN, _("Open it again"), _("Open {what} again")
        return
    if page.plan.status is PlacePlanStatus.DRAFT:
        yield Deed.AGREE, _("It is agreed"), _("Agree {what}")
    yield Deed.ADD_PRIORITY, _("Add a priority"), _("Add a priority to {what}")
    yield Deed.ADD_MEASURE, _("Add a measure"), _("Add a measure to {what}")
    yield Deed.CHANGE_PLAN, _("Change"), _("Change {what}")
    yield Deed.END_PLAN, _("End the plan"), _("End {what}")


def _priority(one: PlacePriorityRow, does: Does, *, may_edit: bool) -> Iterable[QWidget]:
    yield heading(_("Priority: {title}", title=one.title))
    if one.owner_agency:
        yield label(_("Led by {agency}", agency=one.owner_agency), "quiet", wraps=True)
    if one.why:
        yield label(one.why, wraps=True)
    if one.ended_on is not None:
        yield label(_("Ended: {how}", how=one.end_reason), "quiet", wraps=True)
    edits = may_edit and one.ended_on is None
    if edits:
        tools = (
            (Deed.ADD_ACTION, _("Add an action"), _("Add an action to {what}")),
            (Deed.CHANGE_PRIORITY, _("Change the priority"), _("Change {what}")),
            (Deed.END_PRIORITY, _("End the priority"), _("End {what}")),
        )
        yield _tools(one, does, tools, one.title)
    if not one.actions:
        yield label(_("Nothing is agreed for it yet."), "quiet", wraps=True)
    for action in one.actions:
        yield _action(action, does, may_edit=edits)
    for measure in one.measures:
        yield _measure(measure, does, may_edit=edits)


def _action(one: PlaceActionRow, does: Does, *, may_edit: bool) -> QWidget:
    told = _("Told to be done by: {measure}", measure=one.measure)
    words = column(
        label(action_said(one.row), wraps=True), label(told, "quiet", wraps=True), gap=2
    )
    parts = [wide(holder(words))]
    if may_edit and one.row.is_open:
        change = (Deed.CHANGE_ACTION, _("Change"), _("Change {what}"))
        parts.append(_tools(one, does, [change], one.row.number))
    return ruled(*parts)


def _measure(one: PlaceMeasureRow, does: Does, *, may_edit: bool) -> QWidget:
    lines = [label(words, wraps=True) for words in measure_words(one)]
    earlier = [
        _("{value} on {day}", value=read.value, day=read.read_on.strftime("%d/%m/%Y"))
        for read in one.readings[:-1]
    ]
    if earlier:
        lines.append(
            label(_("Before: {figures}", figures="; ".join(earlier)), "quiet", wraps=True)
        )
    title = label(_("Measure: {title}", title=one.title), "strong", wraps=True)
    parts: list[QWidget] = [wide(holder(column(title, *lines, gap=2)))]
    if may_edit and one.ended_on is None:
        tools = [(Deed.RECORD, _("Record a figure"), _("Record a figure of {what}"))]
        if one.readings:
            words = _("Take the latest figure of {what} back")
            tools.append((Deed.TAKE_BACK, _("Take the latest back"), words))
        tools.append((Deed.CHANGE_MEASURE, _("Change"), _("Change {what}")))
        tools.append((Deed.END_MEASURE, _("Read it no longer"), _("Read {what} no longer")))
        parts = [holder(column(parts[0], _tools(one, does, tools, one.title)))]
    return ruled(*parts)


def group_card(row: PlaceGroupRow, does: Does, *, may_edit: bool) -> QFrame:
    """Show one group with its seats."""
    parts: list[QWidget] = [
        label(row.name, "strong", wraps=True),
        label(group_facts(row), "quiet", wraps=True),
    ]
    edits = may_edit and row.ended_on is None
    if edits:
        tools = (
            (Deed.ADD_SEAT, _("Add a seat"), _("Add a seat to {what}")),
            (Deed.CHANGE_GROUP, _("Change the group"), _("Change {what}")),
            (Deed.END_GROUP, _("End the group"), _("End {what}")),
        )
        parts.append(_tools(row, does, tools, row.name))
    parts += [_seat(seat, does, row.name, may_edit=edits) for seat in row.seats]
    return card(*parts)


def _seat(seat: GroupSeatRow, does: Does, group: str, *, may_edit: bool) -> QWidget:
    parts: list[QWidget] = [wide(label(seat_words(seat), wraps=True))]
    if may_edit:
        tools = [(Deed.FILL_SEAT, _("Who holds it"), _("Say who holds {what}"))]
        if seat.vacant_since is None:
            tools.append((Deed.VACATE_SEAT, _("Vacant"), _("Say that nobody holds {what}")))
        tools.append((Deed.END_SEAT, _("Take off"), _("Take {what} off the group")))
        whose = ", ".join((seat.name, seat.agency, group))
        parts.append(_tools(seat, does, tools, whose, kind="link"))
    return ruled(*parts)


def _tools(
    about: object, does: Does, tools: Iterable[_Tool], what: str, *, kind: str = ""
) -> QWidget:
    made = []
    for deed, words, name in tools:
        one = button(words, kind, name=name.replace("{what}", what))
        one.clicked.connect(lambda _on=False, deed=deed: does(deed, about))
        made.append(one)
    return flow(*made)
