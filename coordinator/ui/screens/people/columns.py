"""The columns of the caseload and of what a search found."""

from datetime import date

from coordinator.domain.cases.caseload import CaseloadRow
from coordinator.domain.people.contacts import UNSEEN_DAYS
from coordinator.domain.states import CaseStatus
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tables import Column
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.words import chosen, listed
from coordinator.ui.screens.people.presenter import FoundLine
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.needs import complexity_short, complexity_words
from coordinator.wording.seeing import seen_before
from coordinator.wording.translation import _, ngettext


def caseload_columns(today: date) -> tuple[Column[CaseloadRow], ...]:
    """Describe the caseload as it stands on a day."""
    return (
        Column(_("Person"), text=_name, tip=_name_tip, share=3, width=145),
        Column(_("Reference"), text=lambda row: row.reference, width=96, keep=3),
        Column(
            _("Lead professional"), text=_lead, mark=_lead_mark, tip=_lead_tip, share=2, width=160
        ),
        Column(_("Phase"), text=_phase, mark=_phase_mark, width=130, keep=2),
        Column(
            _("Last seen"),
            text=_seen,
            mark=_seen_mark,
            tip=_seen_tip,
            sort=lambda row: row.last_seen_on or date.min,
            width=180,  # *Missing, never seen*
        ),
        Column(
            _("Needs"),
            text=lambda row: complexity_short(row.needs),
            tip=lambda row: complexity_words(row.needs),
            sort=_needs_order,
            width=104,
        ),
        Column(_("Actions"), text=_actions, mark=_actions_mark, width=130),
        Column(
            _("Next review"),
            text=lambda row: dates.day(row.next_review_on, today),
            mark=lambda row: _review_mark(row, today),
            sort=lambda row: row.next_review_on or date.max,
            width=140,
            keep=1,
        ),
    )


def found_columns() -> tuple[Column[FoundLine], ...]:
    """Describe what a search found."""
    return (
        Column(_("Person"), text=_found_name, share=1, width=170),
        Column(_("Where"), text=lambda line: label(line.hit.kind), width=170, keep=1),
        Column(_("Words"), text=lambda line: line.hit.words, share=3, width=220),
    )


def _name(row: CaseloadRow) -> str:
    return listed(row.name, row.reference, initials_only=row.initials_only)


def _name_tip(row: CaseloadRow) -> str:
    if row.initials_only:
        return _("Initials only: the information basis is not complete.")
    return _name(row)


def _lead(row: CaseloadRow) -> str:
    if row.lead is None:
        return _("Lead to agree")
    if row.lead.has_left:
        return _("Lead has left")
    return row.lead.name


def _lead_mark(row: CaseloadRow) -> Mark | None:
    if row.lead is None or row.lead.has_left:
        return Mark(_lead(row), Tone.CAREFUL, "user-round-x")
    return None


def _lead_tip(row: CaseloadRow) -> str:
    if row.lead is None:
        return _("Nobody leads; the panel is to agree who does.")
    if row.lead.has_left:
        return _("{name} has left; the panel is to agree who leads.", name=row.lead.name)
    return ", ".join(filter(None, (row.lead.name, row.lead.agency)))


def _phase(row: CaseloadRow) -> str:
    return label(row.phase) if row.status is CaseStatus.OPEN else label(row.status)


def _phase_mark(row: CaseloadRow) -> Mark | None:
    if row.status is CaseStatus.PAUSED:
        return Mark(label(row.status), Tone.NEUTRAL, "circle-pause")
    return None


def _seen(row: CaseloadRow) -> str:
    """Say how long ago; that somebody is missing, or a contact after the move due, goes first."""
    if row.missing_since is not None:
        return _("Missing, {time}", time=_last_seen(row)[:1].lower() + _last_seen(row)[1:])
    if row.next_contact is not None and row.next_contact.is_overdue:
        return _("Contact is due")
    return _last_seen(row)


def _seen_tip(row: CaseloadRow) -> str:
    due = row.next_contact
    if row.missing_since is not None or due is None or not due.is_overdue:
        return _seen(row)
    late = ngettext("{count} day late", "{count} days late", due.days_late)
    return _("After the move: {late}. Seen: {when}.", late=late, when=_last_seen(row))


def _last_seen(row: CaseloadRow) -> str:
    return seen_before(row.days_since_seen)


def _seen_mark(row: CaseloadRow) -> Mark | None:
    if row.missing_since is not None:
        return Mark(_seen(row), Tone.URGENT, "eye")
    if row.next_contact is not None and row.next_contact.is_overdue:
        return Mark(_seen(row), Tone.CAREFUL, "clock")
    if row.days_since_seen is not None and 0 <= row.days_since_seen <= UNSEEN_DAYS:
        return None
    return Mark(_seen(row), Tone.CAREFUL, "eye")


def _actions(row: CaseloadRow) -> str:
    if row.overdue_actions:
        return ngettext("{count} overdue", "{count} overdue", row.overdue_actions)
    if row.open_actions:
        return ngettext("{count} open", "{count} open", row.open_actions)
    return _("None")


def _actions_mark(row: CaseloadRow) -> Mark | None:
    if row.overdue_actions:
        return Mark(_actions(row), Tone.URGENT, "triangle-alert")
    return None


def _review_mark(row: CaseloadRow, today: date) -> Mark | None:
    if row.next_review_on is not None and row.next_review_on <= today:
        words = _("Due {day}", day=dates.day(row.next_review_on, today))
        return Mark(words, Tone.CAREFUL, "calendar-clock")
    return None


def _needs_order(row: CaseloadRow) -> int:
    """Order by how many needs there are; whom nobody asked comes before who has none."""
    return row.needs.present * 100 + row.needs.high if row.needs is not None else -1


def _found_name(line: FoundLine) -> str:
    if line.person is None:
        return _("The panel")
    return chosen(line.person.name, line.person.reference)
