"""The forms of Actions: what an outcome has to say, a new date, the text for an agency."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from coordinator.domain.action_rows import ActionRow
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit.asking import Ask, day, finder, picker, reason, value_of, words
from coordinator.ui.kit.forms import Field, line
from coordinator.ui.screens.actions.chasing import Chase
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


def chase_form(parent: QWidget, chases: Sequence[Chase], agency: str) -> Ask:
    """Make the form that shows the text for an agency, to copy."""
    choice: QComboBox = picker([(_said(one), one.agency) for one in chases], agency)
    shown: QPlainTextEdit = words(lines=11)
    shown.setReadOnly(True)
    texts = {one.agency: one.text for one in chases}
    choice.currentIndexChanged.connect(lambda _at: shown.setPlainText(texts[value_of(choice)]))
    shown.setPlainText(texts[value_of(choice)])
    fields = {
        "agency": Field(_("Agency"), choice),
        "text": Field(_("Text"), shown, hint=_("Initials and references only. Send it securely.")),
    }
    form = Ask(parent, _("Ask an agency how its actions go"), fields, _("Copy the text"))
    form.is_only_read = True
    return form


def _said(chase: Chase) -> str:
    return _("{agency} ({count})", agency=chase.agency, count=chase.count)
