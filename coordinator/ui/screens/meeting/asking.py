"""The forms of a meeting's page."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QCheckBox, QWidget

from coordinator.domain.agendas import MOST_MINUTES
from coordinator.domain.caseload import CaseloadRow
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.meeting_views import AgendaEntry, ItemRecord, MeetingRow
from coordinator.domain.rundowns import USUAL, Rundown
from coordinator.domain.series import LONGEST_MEETING
from coordinator.ui.kit.asking import (
    Ask,
    clock,
    day,
    finder,
    number,
    picker,
    reason,
    value_of,
    words,
)
from coordinator.ui.kit.forms import Field, line
from coordinator.ui.kit.words import listed
from coordinator.ui.screens.meeting.words import about
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_KINDS = (
    AgendaKind.OTHER,
    AgendaKind.REVIEW,
    AgendaKind.CLOSURE,
    AgendaKind.SYSTEM,
    AgendaKind.LEARNING,
)


def item_form(
    parent: QWidget,
    people: Sequence[CaseloadRow],
    standard: Rundown = USUAL,
    *,
    urgent: bool,
    is_late: bool,
) -> Ask:
    """Make the form for a new line; a late or urgent one says why."""
    choices = [(_("Nobody: a topic"), None), *((_person(one), one.person) for one in people)]
    fields = {
        "person_id": Field(_("About"), finder(choices), hint=_("Type part of a name.")),
        "title": Field(_("Topic"), line(), hint=_("Needed only when it is about nobody.")),
        "outcome_sought": Field(_("What should come of it?"), words(lines=2)),
    }
    if urgent:
        fields["reason"] = reason(_("Why can it not wait?"))
        return Ask(parent, _("Add an urgent item"), fields, _("Add it"))
    kind = picker([(label(one), one) for one in _KINDS])
    minutes = number(standard.minutes_for(_KINDS[0]), 1, MOST_MINUTES, _(" min"))
    kind.currentIndexChanged.connect(
        lambda _at: minutes.setValue(standard.minutes_for(value_of(kind)))
    )
    fields["kind"] = Field(_("Kind"), kind)
    fields["minutes_planned"] = Field(_("Time"), minutes)
    if is_late:
        told = _("The agenda has been issued.")
        fields["reason"] = reason(_("Why does it come late?"), hint=told)
    return Ask(parent, _("Add an item"), fields, _("Add it"))


def _person(row: CaseloadRow) -> str:
    name = listed(row.name, row.reference, initials_only=row.initials_only)
    return _("{name} ({reference})", name=name, reference=row.reference)


def line_form(parent: QWidget, entry: AgendaEntry) -> Ask:
    """Make the form that changes a line."""
    title, sought = line(), words(entry.outcome_sought)
    title.setText(entry.title)
    fields = {
        "outcome_sought": Field(_("What should come of it?"), sought),
        "minutes_planned": Field(
            _("Time"), number(entry.minutes_planned, 1, MOST_MINUTES, _(" min"))
        ),
    }
    if entry.person is None:
        fields = {"title": Field(_("Topic"), title), **fields}
    return Ask(parent, _("Change the item"), fields, _("Save"), about=about(entry))


def withdraw_form(parent: QWidget, entry: AgendaEntry) -> Ask:
    """Make the form that takes a line off."""
    hint = _("What is still open returns on the next agenda.")
    fields = {"reason": reason(hint=hint)}
    return Ask(parent, _("Withdraw the item"), fields, _("Withdraw it"), about=about(entry))


def reason_form(parent: QWidget, title: str, act: str, told: str = "") -> Ask:
    """Make a form that asks for nothing but why."""
    return Ask(parent, title, {"reason": reason()}, act, about=told)


def move_form(parent: QWidget, row: MeetingRow, today: date) -> Ask:
    """Make the form for another day, time or place."""
    place = line()
    place.setText(row.place)
    fields = {
        "on": Field(_("Day"), day(max(row.on, today))),
        "starts_at": Field(_("Begins at"), clock(row.starts_at)),
        "minutes_planned": Field(
            _("Length"), number(row.minutes_planned, 1, LONGEST_MEETING, _(" min"))
        ),
        "place": Field(_("Place"), place),
        "reason": reason(),
    }
    told = _("Its agenda moves with it; one that was issued is to be issued again.")
    return Ask(parent, _("Move the meeting"), fields, _("Move it"), about=told)


def held_form(parent: QWidget, row: MeetingRow) -> Ask:
    """Make the form for a meeting whose minutes were taken on paper."""
    begins = datetime.combine(row.on, row.starts_at)
    ends = (begins + timedelta(minutes=row.minutes_planned)).time()
    fields = {
        "began_at": Field(_("Began at"), clock(row.starts_at)),
        "ended_at": Field(_("Ended at"), clock(ends)),
        "statement_read": Field(
            _("The confidentiality statement"), QCheckBox(_("It was read at the start"))
        ),
    }
    told = _(
        "Every line of the agenda is noted as taken. Who came, what was said and what was decided"
        " stay on paper."
    )
    return Ask(parent, _("The meeting was held"), fields, _("Note it"), about=told)


def approval_form(parent: QWidget, chairs: Sequence[tuple[str, object]], today: date) -> Ask:
    """Make the form for an approval that was given elsewhere."""
    fields = {
        "approved_by_id": Field(_("Who approved"), picker(chairs)),
        "approved_on": Field(_("On"), day(today)),
        "approval_how": Field(
            _("How do you know?"),
            line(placeholder=_("E-mail of 23 November, 09:12")),
            hint=_("It stands in the minutes."),
        ),
    }
    return Ask(parent, _("Record the chair's approval"), fields, _("Record it"))


def correction_form(parent: QWidget, items: Sequence[ItemRecord]) -> Ask:
    """Make the form for a dated correction."""
    choices: list[tuple[str, object]] = [(_("The whole minutes"), None)]
    choices += [(about(one.entry), one.entry.id) for one in items]
    fields = {
        "text": Field(_("Correction"), words(lines=4)),
        "item_id": Field(_("Of"), picker(choices)),
    }
    told = _("Approved minutes do not change; the correction stands with its date beside them.")
    return Ask(parent, _("Add a correction"), fields, _("Add it"), about=told)
