"""The lines of the open actions: one for each, and one for each other barrier. No Qt."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.actions.rules import MOVES
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.meetings.live_views import LiveItem, LiveMeeting
from coordinator.domain.meetings.rules import HERE
from coordinator.domain.meetings.views import PersonLine
from coordinator.domain.panel.settings import BarrierChoice
from coordinator.domain.states import ActionStatus, BarrierStatus
from coordinator.ui.kit.words import chosen, letters
from coordinator.wording.barriers import category_words
from coordinator.wording.translation import N_, _

AT_HAND = (
    ActionStatus.DONE,
    ActionStatus.IN_PROGRESS,
    ActionStatus.NOT_DONE,
    ActionStatus.COULD_NOT,
    ActionStatus.NOT_NEEDED,
)
"""The five outcomes that are said most, by the keys 1 to 5."""
ALL_TEN = (
    *AT_HAND,
    ActionStatus.WAITING,
    ActionStatus.PARTLY_DONE,
    ActionStatus.DECLINED,
    ActionStatus.TRANSFERRED,
    ActionStatus.OPEN,
)
"""Every outcome, by the keys 1 to 9 and 0."""
LIKELIEST = (
    BarrierCategory.HOUSING_NONE_SUITABLE,
    BarrierCategory.MH_THRESHOLD,
    BarrierCategory.MH_WAITING,
    BarrierCategory.SUBSTANCE_USE,
    BarrierCategory.AGENCY_NOT_ACTING,
    BarrierCategory.NOT_FOUND,
    BarrierCategory.DECLINES,
    BarrierCategory.NOT_SHARED,
    BarrierCategory.OTHER,
)
"""What is named most, by the keys 1 to 9; the rest stands under 0, by letters."""

ASKS: Mapping[ActionStatus, str] = {
    ActionStatus.DONE: N_("What came of it?"),
    ActionStatus.IN_PROGRESS: N_("How does it go?"),
    ActionStatus.WAITING: N_("Whom or what does it wait for?"),
    ActionStatus.PARTLY_DONE: N_("What was done, and what is left?"),
    ActionStatus.NOT_DONE: N_("Why was it not done?"),
    ActionStatus.NOT_NEEDED: N_("Why is it no longer needed?"),
    ActionStatus.DECLINED: N_("What was offered, and what did they say?"),
    ActionStatus.TRANSFERRED: N_("Why is it passed on?"),
    ActionStatus.OPEN: N_("Why is it taken up again?"),
}
USUAL: Mapping[ActionStatus, str] = {
    ActionStatus.TRANSFERRED: N_("Agreed at the meeting."),
}
"""What Enter alone says where a word is needed: only what is so anyway. A reason nobody gave is no
sentence for the minutes, so it is asked for."""
STILL: Mapping[ActionStatus, str] = {
    ActionStatus.OPEN: N_("Still to be done."),
    ActionStatus.IN_PROGRESS: N_("Still in progress."),
    ActionStatus.WAITING: N_("Still waiting."),
    ActionStatus.PARTLY_DONE: N_("Still done in part."),
}
"""What is reported of an action that stands as it stood."""


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """One line.

    Attributes:
        action: Nothing on the line of a barrier that stops no action shown here.
        who: Whom it is about, where the item is not about one person.
        not_told: Agencies of the panel that must not be told about them.
        kept_from: The ids of every agency and worker that must not be.
        is_here: Whether the owner is in the room; nothing when nobody owns it.
        is_said: Whether its outcome was said at this meeting.
        agency: Heads the lines of one agency, on the first of them.
    """

    id: UUID
    action: ActionRow | None
    barrier: BarrierRow | None = None
    who: str = field(default="", repr=False)
    not_told: tuple[str, ...] = ()
    kept_from: frozenset[UUID] = frozenset()
    is_here: bool | None = None
    is_said: bool = False
    agency: str = ""

    @property
    def waits(self) -> bool:
        """Whether the room has still to hear of it."""
        return self.action is not None and not self.is_said

    @property
    def can_become(self) -> frozenset[ActionStatus]:
        """Every outcome it can have now; what it is already can be said once more."""
        if self.action is None:
            return frozenset()
        stays = {self.action.status} if self.action.is_open else set()
        return MOVES[self.action.status] | stays

    @property
    def stopped_by(self) -> tuple[UUID, int, BarrierStatus] | None:
        """The barrier on the line: its id, its revision and how far it has come."""
        if self.barrier is not None:
            return self.barrier.id, self.barrier.revision, self.barrier.status
        if self.action is None or self.action.barrier is None:
            return None
        one = self.action.barrier
        return one.id, one.revision, one.status


def lines_of(
    item: LiveItem, meeting: LiveMeeting, *, hidden: bool = False
) -> tuple[OutcomeLine, ...]:
    """Give the lines of an item: its actions, then what else is in the person's way.

    Args:
        item: Which; as others may look at it when names are hidden.
        meeting: Whose.
        hidden: Nobody is named, and nobody's exclusion told.
    """
    here, people = in_the_room(meeting), {} if hidden else _people(meeting)
    by_agency = item.record.entry.kind is AgendaKind.ACTION_CHECK
    lines: list[OutcomeLine] = []
    for row in item.open_actions:
        before = lines[-1].action if lines else None
        is_first = by_agency and (before is None or before.owner.agency != row.owner.agency)
        person = people.get(row.person_id) if by_agency and row.person_id else None
        lines.append(
            OutcomeLine(
                id=row.id,
                action=row,
                who=about(row, person) if by_agency else "",
                not_told=person.must_not_hear if person is not None else (),
                kept_from=person.not_told if person is not None else frozenset(),
                is_here=row.owner.id in here if row.owner.name else None,
                is_said=row.id in item.settled,
                agency=row.owner.agency if is_first else "",
            )
        )
    return (*lines, *_others(item.barriers, {row.id for row in item.open_actions}))


def about(row: ActionRow, person: PersonLine | None) -> str:
    """Say whom an action is about: by name only who is on the agenda with a complete basis."""
    if row.name is None:
        return row.place or _("The panel")
    if person is not None and person.show_detail:
        return chosen(row.name, row.reference)
    initials = letters(row.name, row.reference)
    if initials == row.reference:
        return initials
    return _("{initials} ({reference})", initials=initials, reference=row.reference)


def in_the_room(meeting: LiveMeeting) -> frozenset[UUID]:
    """Give who is there now."""
    return frozenset(
        one.professional_id
        for one in meeting.attendance
        if one.professional_id and one.result in HERE and one.left_at is None
    )


def by_key(
    barriers: Sequence[BarrierChoice],
) -> tuple[tuple[BarrierChoice, ...], tuple[BarrierChoice, ...]]:
    """Part what may be in the way into what the keys 1 to 9 name, and the rest.

    What the panel hides leaves its key to what the panel named itself, then to the next of it.
    """
    plain = {one.category: one for one in barriers if not one.is_own}
    likely = [plain[one] for one in LIKELIEST if one in plain]
    others = [one for one in barriers if one not in likely]
    likely += sorted(others, key=lambda one: not one.is_own)[: len(LIKELIEST) - len(likely)]
    return tuple(likely), tuple(one for one in others if one not in likely)


def named_by(line: OutcomeLine) -> tuple[BarrierChoice, str]:
    """Give what is in the way as it is named, and what exactly was said of it."""
    one = line.barrier or (line.action.barrier if line.action is not None else None)
    if one is None:
        return BarrierChoice(BarrierCategory.OTHER), ""
    is_own = one.category is BarrierCategory.OTHER and bool(one.own)
    return BarrierChoice(one.category, one.own, is_own=is_own), one.description


def stuck_by(line: OutcomeLine) -> tuple[str, str]:
    """Give what is in the way, in the panel's words, and whose rule it is."""
    if line.barrier is not None:
        words = category_words(line.barrier.category, line.barrier.own)
        return words, line.barrier.agency
    one = line.action.barrier if line.action is not None else None
    return (category_words(one.category, one.own), "") if one is not None else ("", "")


def next_waiting(lines: Sequence[OutcomeLine], after: UUID) -> UUID | None:
    """Give the next line the room has still to hear of, going round; nothing when all is said."""
    ids = [one.id for one in lines]
    at = ids.index(after) + 1 if after in ids else 0
    round_again = [*lines[at:], *lines[:at]]
    return next((one.id for one in round_again if one.waits and one.id != after), None)


def _people(meeting: LiveMeeting) -> Mapping[UUID, PersonLine]:
    people = (line.entry.person for line in meeting.lines)
    return {one.id: one for one in people if one is not None}


def _others(barriers: Iterable[BarrierRow], shown: Collection[UUID]) -> Iterable[OutcomeLine]:
    for one in barriers:
        if one.action_id not in shown:
            yield OutcomeLine(one.id, None, one)
