"""The forms of a meeting's page; no Qt."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from coordinator.domain.cases.caseload import CaseloadRow
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.meetings.agendas import MOST_MINUTES
from coordinator.domain.meetings.series import LONGEST_MEETING
from coordinator.domain.meetings.views import AgendaEntry
from coordinator.domain.states import MeetingStatus
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.kit.words import listed
from coordinator.ui.screens.meeting.shown import MeetingPage
from coordinator.ui.screens.meeting.words import about
from coordinator.ui.shared.who_may_see import ask_who_may_see
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_KINDS = (
    AgendaKind.OTHER,
    AgendaKind.REVIEW,
    AgendaKind.CLOSURE,
    AgendaKind.SYSTEM,
    AgendaKind.LEARNING,
)


def item(people: Sequence[CaseloadRow], page: MeetingPage) -> Question:
    """Ask for a new line; a late one says why."""
    standard = page.agenda.rundown
    minutes = {kind: standard.minutes_for(kind) for kind in _KINDS}
    asks = [
        *_what(people),
        Ask(
            "kind",
            _("Kind"),
            Kind.CHOICE,
            _KINDS[0],
            tuple((kind, label(kind)) for kind in _KINDS),
        ),
        _minutes(_("Time"), minutes[_KINDS[0]], MOST_MINUTES, follows=("kind", minutes)),
    ]
    if page.record.header.row.status is MeetingStatus.AGENDA_ISSUED:
        told = _("The agenda has been issued.")
        asks.append(_why(_("Why does it come late?"), hint=told))
    return Question(_("Add an item"), tuple(asks), _("Add it"))


def urgent_item(people: Sequence[CaseloadRow]) -> Question:
    """Ask for a line that cannot wait."""
    asks = (*_what(people), _why(_("Why can it not wait?")))
    return Question(_("Add an urgent item"), asks, _("Add it"))


def change(entry: AgendaEntry) -> Question:
    """Ask for what changes about a line."""
    topic = (Ask("title", _("Topic"), value=entry.title),) if entry.person is None else ()
    asks = (
        *topic,
        Ask("outcome_sought", _("What should come of it?"), Kind.TEXT, entry.outcome_sought),
        _minutes(_("Time"), entry.minutes_planned, MOST_MINUTES),
    )
    return Question(_("Change the item"), asks, _("Save"), about=about(entry))


def withdraw(entry: AgendaEntry) -> Question:
    """Ask why a line is taken off."""
    hint = _("What is still open returns on the next agenda.")
    return Question(
        _("Withdraw the item"), (_why(hint=hint),), _("Withdraw it"), about=about(entry)
    )


def take_back_agenda() -> Question:
    """Ask why an agenda that was issued is changed again."""
    told = _("It can be written and put in order again, and is issued anew.")
    return Question(_("Take the agenda back"), (_why(),), _("Take it back"), about=told)


def take_back_minutes() -> Question:
    """Ask why minutes that were issued are changed again."""
    told = _("They can be changed again, and are issued anew.")
    return Question(_("Take the minutes back"), (_why(),), _("Take them back"), about=told)


def cancel() -> Question:
    """Ask why the meeting is not held."""
    told = _("What its agenda held returns on the next one.")
    return Question(_("Cancel the meeting"), (_why(),), _("Cancel the meeting"), about=told)


def move(page: MeetingPage) -> Question:
    """Ask for another day, time or place."""
    row = page.record.header.row
    return Question(
        _("Move the meeting"),
        (
            Ask("on", _("Day"), Kind.CALENDAR, max(row.on, page.today)),
            Ask("starts_at", _("Begins at"), Kind.CLOCK, row.starts_at),
            _minutes(_("Length"), row.minutes_planned, LONGEST_MEETING),
            Ask("place", _("Place"), value=row.place),
            _why(),
        ),
        _("Move it"),
        about=_("Its agenda moves with it; one that was issued is to be issued again."),
    )


def held(page: MeetingPage) -> Question:
    """Ask about a meeting whose minutes were taken on paper."""
    row = page.record.header.row
    begins = datetime.combine(row.on, row.starts_at)
    ends = (begins + timedelta(minutes=row.minutes_planned)).time()
    read = ((True, _("It was read at the start")),)
    return Question(
        _("The meeting was held"),
        (
            Ask("began_at", _("Began at"), Kind.CLOCK, row.starts_at),
            Ask("ended_at", _("Ended at"), Kind.CLOCK, ends),
            Ask(
                "statement_read",
                _("The confidentiality statement"),
                Kind.TICK,
                value=False,
                choices=read,
            ),
        ),
        _("Note it"),
        about=_(
            "Every line of the agenda is noted as taken. Who came, what was said and what was"
            " decided stay on paper."
        ),
    )


def approval(page: MeetingPage) -> Question:
    """Ask about an approval that was given elsewhere."""
    chairs = tuple((who, name) for name, who in page.chairs)
    return Question(
        _("Record the chair's approval"),
        (
            Ask(
                "approved_by_id",
                _("Who approved"),
                Kind.CHOICE,
                chairs[0][0] if chairs else None,
                chairs,
            ),
            Ask("approved_on", _("On"), Kind.CALENDAR, page.today),
            Ask(
                "approval_how",
                _("How do you know?"),
                value="",
                hint=_("It stands in the minutes."),
                example=_("E-mail of 23 November, 09:12"),
            ),
        ),
        _("Record it"),
    )


def correction(page: MeetingPage) -> Question:
    """Ask for a dated correction."""
    items = tuple((one.entry.id, about(one.entry)) for one in page.record.items)
    whole = ((None, _("The whole minutes")),)
    return Question(
        _("Add a correction"),
        (
            Ask("text", _("Correction"), Kind.TEXT, ""),
            Ask("item_id", _("Of"), Kind.CHOICE, None, (*whole, *items)),
            ask_who_may_see(),
        ),
        _("Add it"),
        about=_(
            "Approved minutes do not change; the correction stands with its date beside them."
        ),
    )


def _what(people: Sequence[CaseloadRow]) -> tuple[Ask, ...]:
    nobody = ((None, _("Nobody: a topic")),)
    listed_people = tuple((one.person, _person(one)) for one in people)
    return (
        Ask(
            "person_id",
            _("About"),
            Kind.FIND,
            None,
            (*nobody, *listed_people),
            hint=_("Type part of a name."),
        ),
        Ask("title", _("Topic"), value="", hint=_("Needed only when it is about nobody.")),
        Ask("outcome_sought", _("What should come of it?"), Kind.TEXT, ""),
    )


def _person(row: CaseloadRow) -> str:
    name = listed(row.name, row.reference, initials_only=row.initials_only)
    return _("{name} ({reference})", name=name, reference=row.reference)


def _minutes(title: str, value: int, most: int, **more: Any) -> Ask:
    return Ask(
        "minutes_planned", title, Kind.AMOUNT, value, within=(1, most), unit=_(" min"), **more
    )


def _why(title: str = "", *, hint: str = "") -> Ask:
    return Ask("reason", title or _("Why"), Kind.TEXT, "", hint=hint)
