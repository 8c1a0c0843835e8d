"""Raising an escalation in one step: the form and its act, shared by the pages that lead to it.

No Qt.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.escalations.raising import (
    raise_escalation,
    raise_from_action,
    raise_not_acting,
)
from coordinator.casework.escalations.repeated import raise_repeated
from coordinator.casework.stuck.reading import find_open_escalation, read_ground
from coordinator.domain.escalations.clock import next_level
from coordinator.domain.escalations.rules import FIRST_ASKED, NewEscalation
from coordinator.domain.escalations.views import Drafted
from coordinator.domain.lists.barriers import EscalationTrack
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right, may
from coordinator.domain.stuck.views import Ground
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import EscalationPlace, Place
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.who_may_see import chosen, with_who_may_see
from coordinator.wording import dates
from coordinator.wording.stuck import level_words
from coordinator.wording.translation import _

Act = Callable[[Desk], Done[Any]]
_LADDER = ("track", frozenset({EscalationTrack.BARRIER}))
_RECEIVER = ("receiver_id", "receiver", "receiver_role")


@dataclass(frozen=True, slots=True)
class Raised:
    """What an escalation is raised about.

    Attributes:
        words: What stands in the way, or whom it is about.
        agency: Whose rule it is: whoever answers for it is proposed for the lowest levels.
        person: For what is about a person and not one barrier.
        not_acting: The action stays undone though nothing stops it.
        repeated: The agency that said *not done* again and again.
    """

    words: str = field(repr=False)
    barrier: UUID | None = None
    action: UUID | None = None
    person: UUID | None = None
    agency: str = ""
    not_acting: bool = False
    repeated: UUID | None = None

    @property
    def record(self) -> UUID | None:
        """Under what a form that is not sent yet is kept."""
        return self.barrier or self.action or self.person or self.repeated


@dataclass(frozen=True, slots=True)
class Ways:
    """Where it leads, and whom it tells."""

    go: Callable[[Place], None]
    toast: Callable[[str], object]
    refused: Callable[[Exception], bool] | None = None


class Escalator:
    """Escalates from wherever something is stuck: one form, then the page of the escalation."""

    def __init__(self, jobs: Jobs, asking: Asking, ways: Ways) -> None:
        self._jobs, self._asking, self._ways = jobs, asking, ways

    def begin(self, about: Raised) -> None:
        """Ask whom, for what and by when; what is asked already is opened instead."""
        read = partial(_read_way, about=about)
        then = partial(self._ask, about)
        self._jobs.query(read, then, replaces="escalate", refused=self._ways.refused)

    def _ask(self, about: Raised, found: tuple[Ground, UUID | None, bool]) -> None:
        ground, standing, may_restrict = found
        if standing is not None:
            self._ways.go(EscalationPlace(standing))
            return
        question = with_who_may_see(raise_question(ground, about), may_restrict=may_restrict)
        act = partial(raised, about)
        self._asking.put(question, act, about=about.record, then=self._lead_to)

    def _lead_to(self, made: Drafted) -> None:
        self._ways.toast(drafted_words(made))
        self._ways.go(EscalationPlace(made.id))


def _read_way(desk: Desk, about: Raised) -> tuple[Ground, UUID | None, bool]:
    found = find_open_escalation(desk, about.barrier) if about.barrier is not None else None
    may_restrict = may(desk.sitter.role, Right.SEE_RESTRICTED)
    return read_ground(desk, about.barrier), found, may_restrict


def raise_question(ground: Ground, about: Raised) -> Question:
    """Ask whom, for what exactly, and by when; what is known is filled in."""
    return Question(
        _("Escalate"),
        (
            _track(about),
            *level_asks(ground, proposed_level(ground)),
            *receiver_asks(ground, proposed_receiver(ground, about.agency)),
            ask_entry(""),
            new_day_entry(),
            Ask("risk_if_nothing", _("What happens if nothing is done?"), Kind.TEXT, ""),
        ),
        _("Draft it"),
        about=about.words,
    )


def level_asks(ground: Ground, chosen: int | None) -> tuple[Ask, ...]:
    """Ask for the level, while the ladder is meant."""
    levels = tuple((one.level, level_words(one)) for one in ground.ladder)
    if not levels:
        return ()
    return (Ask("level", _("Level"), Kind.CHOICE, chosen, levels, only_for=_LADDER),)


def receiver_asks(
    ground: Ground, chosen: UUID | None, receiver: str = "", role: str = ""
) -> tuple[Ask, ...]:
    """Ask who is to answer: somebody in the directory, or anybody else by name and role."""
    nobody = ((None, _("Somebody not in the directory")),)
    return (
        Ask(
            "receiver_id",
            _("Who is asked?"),
            Kind.FIND,
            chosen,
            (*nobody, *ground.people),
            hint=_("Type part of a name or an agency."),
        ),
        Ask(
            "receiver",
            _("Their name"),
            Kind.LINE,
            receiver,
            only_for=("receiver_id", frozenset({None})),
        ),
        Ask(
            "receiver_role",
            _("Their role"),
            Kind.LINE,
            role,
            only_for=("receiver_id", frozenset({None})),
            hint=_("Empty for what the ladder calls them."),
        ),
    )


def ask_entry(text: str) -> Ask:
    """Ask for the exact ask."""
    hint = _("One sentence that can be answered with yes or no.")
    return Ask("ask", _("What exactly is asked?"), Kind.TEXT, text, hint=hint)


def new_day_entry() -> Ask:
    """Ask by when an answer is needed; the level says so where nobody does."""
    hint = _(
        "Empty for the days of the level. A day offices are closed becomes the next they are open."
    )
    return _day(None, hint)


def day_entry(on: date | None, usual: date) -> Ask:
    """Ask by when an answer is needed; nothing is sent without a day.

    Args:
        on: The day that stands.
        usual: What the level gives from today.
    """
    return _day(
        on,
        _(
            "From today the level gives {day}. A day offices are closed becomes the next they are"
            " open.",
            day=dates.day(usual),
        ),
    )


def _day(on: date | None, hint: str) -> Ask:
    return Ask("respond_by", _("Answer needed by"), Kind.DAY, on, hint=hint)


def raised(about: Raised, said: Mapping[str, Any], _seen: int) -> Act:
    """Give the act that drafts it."""
    track = said["track"]
    new = NewEscalation(
        track=track,
        barrier_id=about.barrier,
        person_id=about.person if about.barrier is None else None,
        level=said.get("level") if track is EscalationTrack.BARRIER else None,
        ask=said["ask"],
        impact=about.words if about.repeated is not None else "",
        risk_if_nothing=said["risk_if_nothing"],
        respond_by=said["respond_by"],
        sensitivity=chosen(said),
        **receiver_said(said),
    )
    if about.repeated is not None:
        return partial(raise_repeated, agency_id=about.repeated, new=new)
    if about.barrier is None and about.action is not None:
        from_action = raise_not_acting if about.not_acting else raise_from_action
        return partial(from_action, action_id=about.action, new=new)
    return partial(raise_escalation, new=new)


def receiver_said(said: Mapping[str, Any]) -> dict[str, Any]:
    """Give who was named: somebody in the directory, or by hand."""
    if said["receiver_id"] is not None:
        return {"receiver_id": said["receiver_id"]}
    return {name: said.get(name) or "" for name in _RECEIVER[1:]}


def drafted_words(made: Drafted) -> str:
    """Say what was drafted, by when it asks an answer, and why on another day than chosen."""
    told = [_("{number} is drafted; nothing is sent.", number=made.number)]
    if made.respond_by is not None:
        told.append(_("Answer by {day}.", day=dates.day(made.respond_by)))
    if made.moved_from is not None:
        told.append(_("Moved: offices are closed on {day}.", day=dates.day(made.moved_from)))
    if made.bypasses_ladder:
        told.append(_("It goes past the ladder: 999, section 42 and MARAC do not wait for it."))
    return " ".join(told)


def proposed_level(ground: Ground) -> int | None:
    """Give the first level that asks somebody outside those who work on it.

    Once a level was asked about the barrier it is the one above, or the same at the top.
    """
    known = [one.level for one in ground.ladder]
    if ground.asked_before is not None:
        above = next_level(EscalationTrack.BARRIER, ground.asked_before, ground.ladder)
        return above.level if above is not None else ground.asked_before
    return FIRST_ASKED if FIRST_ASKED in known else next(iter(known), None)


def proposed_receiver(ground: Ground, agency: str) -> UUID | None:
    """Give who answers for an agency; nobody where it is not known."""
    return dict(ground.contacts).get(agency) if agency else None


def _track(about: Raised) -> Ask:
    tracks = choices_of(EscalationTrack)
    if about.repeated is not None:
        tracks = tuple(one for one in tracks if one[0] is EscalationTrack.BARRIER)
    elif about.barrier is None and about.action is None:
        tracks = tuple(one for one in tracks if one[0] is not EscalationTrack.BARRIER)
    hint = _("Immediate danger does not wait: 999, section 42, MARAC or MAPPA, then note it here.")
    return Ask("track", _("Which road?"), Kind.CHOICE, tracks[0][0], tracks, hint=hint)
