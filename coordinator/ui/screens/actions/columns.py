"""The columns of the list of actions, and the chips of one of them."""

from datetime import date

from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.actions.rules import DueState
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tables import Column
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.words import chosen
from coordinator.ui.shared.seen_column import seen_column
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_SIGNS = {
    ActionStatus.OPEN: "circle",
    ActionStatus.IN_PROGRESS: "circle-dot",
    ActionStatus.WAITING: "circle-pause",
    ActionStatus.DONE: "circle-check",
    ActionStatus.PARTLY_DONE: "circle-dot",
    ActionStatus.NOT_DONE: "circle",
    ActionStatus.COULD_NOT: "circle-alert",
    ActionStatus.NOT_NEEDED: "x",
    ActionStatus.DECLINED: "x",
    ActionStatus.TRANSFERRED: "arrow-up-right",
}


def action_columns(today: date) -> tuple[Column[ActionRow], ...]:
    """Describe actions as they stand on a day."""
    return (
        Column(
            _("Due"),
            text=lambda row: due_words(row, today),
            mark=due_mark,
            sort=lambda row: row.due_on,
            tip=lambda row: dates.day(row.due_on),
            width=172,
        ),
        Column(_("Action"), text=lambda row: row.text, share=4, width=200),
        Column(_("About"), text=about, share=1, width=130, keep=5),
        seen_column(lambda row: row.seen, today, keep=4),
        Column(_("Owner"), text=owner, share=2, width=150, mark=_owner_mark),
        Column(_("Agency"), text=lambda row: row.owner.agency, share=1, width=140, keep=2),
        Column(
            _("Status"),
            text=lambda row: status_mark(row).text,
            mark=status_mark,
            width=170,
            keep=3,
        ),
        Column(_("Number"), text=lambda row: row.number, width=110, keep=1),
    )


def about(row: ActionRow) -> str:
    """Say whom an action is about, or to which place plan it belongs."""
    if row.name is None:
        return row.place or _("The panel")
    return chosen(row.name, row.reference)


def owner(row: ActionRow) -> str:
    """Say who does it, or who looks after it until somebody is named."""
    if not row.owner.needs_owner:
        return row.owner.name
    if row.owner.contact_point:
        return _("Owner to agree; ask {name}", name=row.owner.contact_point)
    return _("Owner to agree")


def _owner_mark(row: ActionRow) -> Mark | None:
    if row.owner.needs_owner:
        return Mark(_("Owner to agree"), Tone.CAREFUL, "user-round-x")
    return None


def due_words(row: ActionRow, today: date) -> str:
    """Say when it is due; of what is closed, when it was."""
    if not row.is_open:
        return dates.day(row.due_on, today)
    said = dates.due(row.due_on, today, row.late)
    return said[:1].upper() + said[1:]


def due_mark(row: ActionRow) -> Mark | None:
    """Give the chip of a date that needs somebody's eye."""
    if not row.is_open:
        return None
    if row.due is DueState.OVERDUE:
        late = dates.working_days(row.late)
        return Mark(_("Late {time}", time=late), Tone.URGENT, "triangle-alert")
    if row.due is DueState.TODAY:
        return Mark(_("Due today"), Tone.CAREFUL, "clock")
    return None


def status_mark(row: ActionRow) -> Mark:
    """Give the chip of what became of it; of what says two things, that it does."""
    if row.unsettled:
        return Mark(_("Says two things"), Tone.CAREFUL, "triangle-alert")
    tone = {ActionStatus.DONE: Tone.GOOD, ActionStatus.COULD_NOT: Tone.CAREFUL}
    return Mark(label(row.status), tone.get(row.status, Tone.NEUTRAL), _SIGNS[row.status])
