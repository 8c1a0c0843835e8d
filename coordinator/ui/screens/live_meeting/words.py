"""How the live meeting writes lines and people. No Qt."""

from datetime import date

from coordinator.domain.meetings.live_views import LiveLine
from coordinator.domain.meetings.views import AgendaEntry
from coordinator.domain.states import ItemStatus
from coordinator.ui.kit.words import chosen, letters
from coordinator.wording.labels import label
from coordinator.wording.names import NameParts, hidden_name
from coordinator.wording.seeing import seen_words
from coordinator.wording.translation import _, ngettext


def title(entry: AgendaEntry, *, hidden: bool = False) -> str:
    """Say what a line is about: somebody by the name they chose, or a topic.

    Args:
        entry: The line.
        hidden: Others may be looking: initials and reference, and no words somebody typed.
    """
    person = entry.person
    if person is None:
        return label(entry.kind) if hidden else entry.title or label(entry.kind)
    if hidden:
        name = person.name
        return hidden_name(NameParts(person.reference, name.given, name.family, name.preferred))
    write = chosen if person.show_detail else letters
    return write(person.name, person.reference)


def below(line: LiveLine, *, hidden: bool = False) -> str:
    """Say why a line stands there, or what has come of it; `hidden` as for `title`."""
    entry = line.entry
    if entry.status is ItemStatus.TAKEN:
        return ", ".join(_came_of(line)) or _("Taken")
    if entry.status is not ItemStatus.PLANNED:
        return label(entry.status)
    if entry.person is not None and entry.person.is_withdrawn and not hidden:
        return _("Information basis withdrawn")
    if entry.urgent_reason and not hidden:
        return _("Urgent: {why}", why=entry.urgent_reason)
    return "; ".join(label(one) for one in entry.why) or label(entry.kind)


def _came_of(line: LiveLine) -> list[str]:
    said = []
    if line.decisions:
        said.append(ngettext("{count} decision", "{count} decisions", line.decisions))
    if line.agreed:
        said.append(ngettext("{count} action", "{count} actions", line.agreed))
    return said


def meeting_title(name: str, on: str) -> str:
    """Head the screen."""
    return _("{meeting}, {day}", meeting=name, day=on)


def seen(entry: AgendaEntry, today: date) -> str:
    """Say who leads, and when the person was seen last."""
    person = entry.person
    if person is None:
        return label(entry.kind)
    lead = ", ".join(filter(None, (person.lead, person.lead_agency)))
    parts = [
        person.reference,
        _("Lead professional: {who}", who=lead) if lead else _("Lead to agree"),
        seen_words(person.last_seen_on, today),
    ]
    return ". ".join(parts)
