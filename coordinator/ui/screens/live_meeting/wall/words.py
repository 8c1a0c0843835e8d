"""How the display and the line to the chair are worded. No Qt."""

from collections.abc import Sequence
from datetime import date

from coordinator.domain.actions.rules import STILL_OPEN
from coordinator.domain.meetings.views import PresenceRow
from coordinator.domain.meetings.wall import WallAction, WallItem
from coordinator.domain.states import ActionStatus
from coordinator.ui.screens.live_meeting.wall.shown import Seen
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.names import NameParts, chosen_name, hidden_name
from coordinator.wording.translation import N_, _

_SEEN = {
    Seen.NOTHING: N_("The room sees: nothing"),
    Seen.WAIT: N_("The room sees: please wait"),
    Seen.INITIALS: N_("The room sees: initials"),
    Seen.NAMES: N_("The room sees: names"),
}


def seen_words(seen: Seen) -> str:
    """Say what the room sees."""
    return _(_SEEN[seen])


def chip_words(seen: Seen, *, names_hidden: bool) -> str:
    """Say what can be seen; without a display of its own the room may share this very screen."""
    if seen is not Seen.NOTHING:
        return seen_words(seen)
    return _("This screen: initials") if names_hidden else _("This screen: names")


def heading_of(item: WallItem) -> str:
    """Say whom or what the item is about."""
    person = item.person
    if person is None:
        return item.title or label(item.kind)
    name = NameParts(
        person.reference, person.name.given, person.name.family, person.name.preferred
    )
    return chosen_name(name) if person.by_name else hidden_name(name)


def why_of(item: WallItem) -> str:
    """Say why it stands on the agenda."""
    said = [label(one) for one in item.why]
    if item.urgent_reason:
        said.insert(0, _("Urgent: {why}", why=item.urgent_reason))
    return ". ".join(said)


def who_of(action: WallAction) -> str:
    """Say who does it: the agency first, as the minutes do."""
    if action.agency and action.owner:
        return _("{agency} ({who})", agency=action.agency, who=action.owner)
    return action.agency or action.owner or _("Owner to agree")


def came_of(action: WallAction, today: date | None) -> str:
    """Say what became of it, or when it is due."""
    due = dates.day(action.due_on, today)
    if action.status is ActionStatus.OPEN:
        return _("Due {day}", day=due)
    if action.status in STILL_OPEN:
        return _("{status}, due {day}", status=label(action.status), day=due)
    return label(action.status)


def time_words(used: int, planned: int) -> str:
    """Say how long an item has taken of what was planned."""
    if not planned:
        return _("{used} min", used=used)
    return _("{used} of {planned} min", used=used, planned=planned)


def leave_words(who: Sequence[PresenceRow], *, names_hidden: bool) -> str:
    """Say to the chair who must leave; nobody is named while others may be looking."""
    if names_hidden:
        return _(
            "Somebody in the room must not hear this. Show names to see who. "
            "Enter when they have left."
        )
    agencies = list(dict.fromkeys(row.agency for row in who))
    people = [row.name for row in who if row.name]
    return _(
        "{agencies} must not hear this: ask {people} to leave. Enter when they have left.",
        agencies=_joined([one for one in agencies if one]) or _("Somebody in the room"),
        people=_joined(people) or _("whoever came"),
    )


def _joined(words: Sequence[str]) -> str:
    *most, last = words or [""]
    return _("{some} and {last}", some=", ".join(most), last=last) if most else last
