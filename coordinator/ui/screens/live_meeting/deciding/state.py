"""What the part shows, as plain values. No Qt."""

from dataclasses import dataclass, field
from uuid import UUID

from coordinator.domain.lists.meetings import AgendaKind, DecidedHow, DecisionAuthority, WhyListed
from coordinator.domain.meetings.live_views import LiveItem, LiveMeeting
from coordinator.domain.meetings.rules import HERE, UNDER_WAY
from coordinator.domain.meetings.views import DecisionRow
from coordinator.domain.states import DecisionStatus, Sensitivity
from coordinator.ui.screens.live_meeting.deciding.decided import Agency, quorum_told
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import _, ngettext


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """One decision of the item, in words; `stands` when it may still be changed."""

    id: UUID
    text: str = field(repr=False)
    about: str = field(repr=False)
    stands: bool


@dataclass(frozen=True, slots=True)
class ButtonShown:
    """One of the quiet buttons; none is shown without words."""

    words: str = ""
    is_unfinished: bool = False


@dataclass(frozen=True, slots=True)
class DecidingState:
    """Everything the part shows besides what is typed.

    Attributes:
        mode: What the lines are about to change; empty for a new decision.
        ending: What stands, when the panel asks whether somebody is ready to step down.
    """

    may_write: bool
    decisions: tuple[DecisionShown, ...]
    beforehand: str = ""
    mode: str = ""
    lead: ButtonShown = ButtonShown()
    review: ButtonShown = ButtonShown()
    offer: ButtonShown = ButtonShown()
    answer: ButtonShown = ButtonShown()
    ending: tuple[str, ...] = ()


def may_write(meeting: LiveMeeting) -> bool:
    """Whether the sitter may still write in the minutes of this meeting."""
    return meeting.may_run and meeting.header.row.status in UNDER_WAY


def agencies_here(meeting: LiveMeeting) -> tuple[Agency, ...]:
    """List the agencies in the room, each once, in the order of the seats."""
    found = {
        row.agency_id: Agency(row.agency_id, row.agency)
        for row in meeting.attendance
        if row.agency_id is not None and row.result in HERE
    }
    return tuple(found.values())


def beforehand(meeting: LiveMeeting) -> str:
    """Say what will be asked, before anything is typed."""
    return quorum_told(meeting.quorum) if may_write(meeting) else ""


def shown(row: DecisionRow) -> DecisionShown:
    """Show one decision: why, how, and what was said against it."""
    stands = row.status is DecisionStatus.MADE
    parts = [_("Because: {reason}", reason=row.reason), *_how(row)]
    if row.sensitivity is not Sensitivity.STANDARD:
        parts.insert(0, label(row.sensitivity))
    if not stands:
        parts = [label(row.status)]
    return DecisionShown(row.id, row.text, " ".join(_ended(part) for part in parts), stands)


def _ended(part: str) -> str:
    return part if part.endswith((".", "!", "?")) else f"{part}."


def _how(row: DecisionRow) -> list[str]:
    said = []
    if row.how is not DecidedHow.AGREED:
        said.append(label(row.how))
    if row.authority is not DecisionAuthority.PANEL:
        said.append(_("The agency's own decision"))
    if row.dissent_agencies:
        names = ", ".join(row.dissent_agencies)
        said.append(
            _("{agency} sees it differently: {words}", agency=names, words=row.dissent)
            if row.dissent
            else _("{agency} sees it differently", agency=names)
        )
    else:
        asked = _("Nobody disagreed") if row.dissent_asked else _("Not asked who disagrees")
        said.append(asked)
    return said


def is_ending(item: LiveItem) -> bool:
    """Whether the panel asks if somebody is ready to step down."""
    entry = item.record.entry
    return entry.person is not None and (
        entry.kind is AgendaKind.CLOSURE or WhyListed.CLOSURE_PROPOSED in entry.why
    )


def ending(item: LiveItem) -> tuple[str, ...]:
    """Say what still stands with somebody who may be ready to step down."""
    if not is_ending(item):
        return ()
    actions = len(item.open_actions) + item.more_actions
    barriers = len(item.barriers)
    review = item.record.entry.next_review_on
    return (
        ngettext("{count} open action", "{count} open actions", actions)
        if actions
        else _("No open action"),
        ngettext("{count} barrier in the way", "{count} barriers in the way", barriers)
        if barriers
        else _("No barrier in the way"),
        _("Next review {day}", day=dates.day(review)) if review else _("No next review"),
    )
