"""The forms of Actions: what an outcome has to say, and a new date."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coordinator.domain.action_rows import ActionRow
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit.asking import Ask, reason
from coordinator.ui.kit.controls import day, finder, picker, words
from coordinator.ui.kit.forms import Field, line
from coordinator.wording.labels import label
from coordinator.wording.translation import N_, _

_ASKED = {
    ActionStatus.PARTLY_DONE: N_("What was done, and what is left?"),
    ActionStatus.NOT_DONE: N_("Why was it not done?"),
    ActionStatus.NOT_NEEDED: N_("Why is it no longer needed?"),
    ActionStatus.DECLINED: N_("What was offered, and what did they say?"),
}


def outcome_form(
    parent: QWidget,
    row: ActionRow,
    status: ActionStatus,
    everybody: Sequence[tuple[str, UUID]],
) -> Ask:
    """Make the form that an outcome needs."""
    title = _("{number}: {status}", number=row.number, status=label(status))
    if status is ActionStatus.OPEN:
        title = _("{number}: open again", number=row.number)
    return Ask(parent, title, _fields(row, status, everybody), _("Save"), about=row.text)


def _fields(
    row: ActionRow, status: ActionStatus, everybody: Sequence[tuple[str, UUID]]
) -> dict[str, Field]:
    match status:
        case ActionStatus.COULD_NOT:
            return _barrier_fields()
        case ActionStatus.WAITING:
            return {
                "waiting_on": Field(_("Whom or what does it wait for?"), line()),
                "outcome_note": Field(_("Note"), words(lines=2)),
            }
        case ActionStatus.OPEN:
            return {"reason": reason(_("Why is it taken up again?"))}
        case ActionStatus.TRANSFERRED:
            others = [one for one in everybody if one[1] != row.owner.id]
            return {
                "owner_id": Field(
                    _("New owner"), finder([("", None), *others]), hint=_("Type part of a name.")
                ),
                "reason": reason(),
            }
        case _:
            asked = _(_ASKED.get(status, N_("Note")))
            return {"outcome_note": Field(asked, words())}


def _barrier_fields() -> dict[str, Field]:
    kinds = [("", None), *((label(one), one) for one in BarrierCategory)]
    return {
        "barrier": Field(
            _("What stopped it?"),
            finder(kinds),
            hint=_("Type part of the words, or choose from the list."),
        ),
        "barrier_details": Field(
            _("What exactly, and what has been tried?"),
            words(),
            hint=_("May follow; the minutes wait for it."),
        ),
        "outcome_note": Field(_("Note"), words(lines=2)),
    }


def date_form(parent: QWidget, row: ActionRow, today: date) -> Ask:
    """Make the form for a new date."""
    fields = {
        "due_on": Field(_("New date"), day(max(row.due_on, today))),
        "reason": reason(_("Why is the date moved?")),
    }
    title = _("{number}: move the date", number=row.number)
    return Ask(parent, title, fields, _("Move the date"), about=row.text)


def sheets_form(parent: QWidget, agencies: Sequence[tuple[str, UUID]], chosen: UUID | None) -> Ask:
    """Make the form that asks for which agencies sheets are made, and about which actions."""
    fields = {
        "agency": Field(_("Agency"), picker([(_("All agencies"), None), *agencies], chosen)),
        "all_open": Field(
            _("About which actions"),
            picker(
                [
                    (_("Due by the next meeting, and past their date"), False),
                    (_("All that are open"), True),
                ]
            ),
            hint=_("Initials and references only. Send each sheet securely."),
        ),
    }
    return Ask(parent, _("Returns sheets for agencies to fill in"), fields, _("Choose a folder…"))
