"""What belongs to a meeting of each type, and what lighter ones do without."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from coordinator.domain.lists.meetings import MeetingType


@dataclass(frozen=True, slots=True)
class MeetingKind:
    """What a meeting of one type asks for; the statement is read wherever people are talked about.

    Attributes:
        has_quorum: Only enough agencies together may decide.
        fills_seats: Every seat of the panel is expected, and said to be there or not; else those
            who came are ticked, and nobody is missed.
        follows_last: The minutes of the meeting before are agreed at its start.
        checks_actions: Everything due is gone through; else only what belongs to its people.
        has_minutes: Its minutes are drafted, issued and approved.
        checks_cases: Whoever was talked about leaves it with a lead and a next review.
        about_places: It goes through place plans: of what is due, theirs alone.
    """

    has_quorum: bool = True
    fills_seats: bool = True
    follows_last: bool = True
    checks_actions: bool = True
    has_minutes: bool = True
    checks_cases: bool = True
    about_places: bool = False


PANEL = MeetingKind()
_KINDS: Mapping[MeetingType, MeetingKind] = MappingProxyType(
    {
        MeetingType.OUTREACH: MeetingKind(
            has_quorum=False,
            fills_seats=False,
            follows_last=False,
            checks_actions=False,
            has_minutes=False,
            checks_cases=False,
        ),
        MeetingType.PROFESSIONALS: MeetingKind(
            has_quorum=False, fills_seats=False, follows_last=False, checks_actions=False
        ),
        MeetingType.PLACE: MeetingKind(about_places=True),
    }
)


WITHOUT_MINUTES = frozenset(one for one, kind in _KINDS.items() if not kind.has_minutes)
"""Meetings that are over when they are over: nobody waits for their minutes."""


def kind_of(meeting_type: MeetingType) -> MeetingKind:
    """Say what a meeting of a type asks for; everything a panel does, unless it is lighter."""
    return _KINDS.get(meeting_type, PANEL)
