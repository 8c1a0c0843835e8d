"""What Actions does: narrows and pages them, says how one goes, moves its date. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.action_lists import (
    find_actions,
    find_actions_without_owner,
    read_action,
)
from coordinator.casework.action_outcomes import reopen_action, set_outcome
from coordinator.casework.actions import move_due_date, transfer_action
from coordinator.casework.desk import Desk
from coordinator.casework.directory import read_directory
from coordinator.casework.finding import find_listed_person
from coordinator.domain.action_rows import ActionFilter, ActionPage, ActionRow, ActionStory, Cursor
from coordinator.domain.actions import Outcome
from coordinator.domain.errors import MissingRecordError, WithheldError
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.states import ActionStatus
from coordinator.ui.chasing import Chase, read_chases
from coordinator.ui.jobs import Jobs
from coordinator.ui.kit.words import listed
from coordinator.ui.places import ActionsPlace, PapersPlace, PersonPlace, Place
from coordinator.ui.refusals import Asks, told_in
from coordinator.wording.labels import label
from coordinator.wording.translation import _

Choices = Sequence[tuple[str, UUID]]
_SHOWN = (
    RecordKind.ACTION,
    RecordKind.ACTION_NOTE,
    RecordKind.BARRIER,
    RecordKind.PERSON,
    RecordKind.AGENCY,
    RecordKind.PROFESSIONAL,
)
_AT_ONCE = frozenset({ActionStatus.DONE, ActionStatus.IN_PROGRESS})
_WEEK = timedelta(days=7)


class DueBy(Enum):
    """What the list may be narrowed to by date, in the order it is offered."""

    ANY = "any"
    PAST = "past"
    WEEK = "week"
    LATER = "later"
    DAY = "day"  # not offered by itself: it says the day that another page led here with


@dataclass(frozen=True, slots=True)
class Shown:
    """The first page with what it can be narrowed to: agencies, and owners of the one chosen.

    Attributes:
        closed_too: The action that was asked for is closed, so the closed ones are here too.
        whom: The person it is narrowed to, as a list may name them.
    """

    page: ActionPage
    today: date
    agencies: Choices
    owners: Choices
    everybody: Choices
    closed_too: bool = False
    whom: str = field(default="", repr=False)


class View(Asks, Protocol):
    """What the presenter asks of the widgets."""

    def show_actions(self, shown: Shown, place: ActionsPlace) -> None:
        """Show the first page and what it is narrowed to."""

    def add_actions(self, rows: Sequence[ActionRow], *, has_more: bool) -> None:
        """Show another page below."""

    def show_story(self, story: ActionStory) -> None:
        """Show the action the keys are on, with its reports and moves."""

    def ask_outcome(self, row: ActionRow, status: ActionStatus) -> None:
        """Ask what an outcome has to say."""

    def show_chases(self, chases: Sequence[Chase]) -> None:
        """Show the texts that can be copied."""


class ActionsPresenter:
    """Reads actions and says what became of them."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        go: Callable[[Place], None],
        moved: Callable[[Place], None],
        toast: Callable[[str, Callable[[], object] | None], None],
        place: ActionsPlace,
    ) -> None:
        self._jobs, self._view, self._go, self._moved = jobs, view, go, moved
        self._toast = toast
        self._place = place
        self._after: Cursor | None = None
        self.sending: object = None  # kept here: nobody else does

    def load(self) -> None:
        """Read the first page."""
        self._jobs.query(partial(_read, place=self._place), self._show, replaces="actions")

    def load_more(self) -> None:
        """Read the next page."""
        if self._after is not None:
            more = partial(find_actions, wanted=self._place.wanted, after=self._after)
            self._jobs.query(more, self._add, replaces="actions")

    def look_again(self, changes: Changes) -> None:
        """Read again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def look_at(self, row: ActionRow) -> None:
        """Read the reports and moves of the action the keys are on."""
        read = partial(read_action, action_id=row.id)
        self._jobs.query(read, self._view.show_story, replaces="action")

    def narrow(self, **change: Any) -> None:
        """Change some of what the list is narrowed to, by the names of `ActionFilter`."""
        self._narrow(replace(self._place.wanted, **change))

    def narrow_due(self, by: DueBy, today: date) -> None:
        """Show what is due by then."""
        if by is DueBy.DAY:
            return  # it stands in the list only while it is what is shown
        first, last = due_days(by, today)
        self.narrow(due_from=first, due_until=last)

    def show_without_owner(self, *, on: bool) -> None:
        """Show only open actions whose owner has left or was never named."""
        self._place = ActionsPlace(without_owner=on)
        self._moved(self._place)
        self.load()

    def show_all(self) -> None:
        """Take every filter away."""
        self._narrow(ActionFilter())

    def open_person(self, row: ActionRow) -> None:
        """Go to whom an action is about."""
        if row.person_id is not None:
            self._go(PersonPlace(row.person_id))

    def open_tracker(self, agency: str) -> None:
        """Go to the tracker as a paper."""
        self._go(PapersPlace(kind="tracker", agency=agency))

    def write_chases(self) -> None:
        """Write the texts that ask each agency how its actions go."""
        self._jobs.query(read_chases, self._view.show_chases, replaces="chases")

    def settle(self, row: ActionRow, status: ActionStatus) -> None:
        """Say what became of an action: at once, or after asking for what that has to say."""
        if status in _AT_ONCE:
            self._settle_at_once(row, status)
        else:
            self._view.ask_outcome(row, status)

    def give(self, row: ActionRow, status: ActionStatus, said: Mapping[str, Any]) -> None:
        """Do what a form was filled for."""
        faults = missing(status, said)
        if faults:
            self._view.show_refusal(faults, None)
            return
        self._jobs.command(
            _act_of(row, status, said),
            then=lambda _result: self._finish(row, label(status)),
            refused=told_in(self._view),
        )

    def move_date(self, row: ActionRow, said: Mapping[str, Any]) -> None:
        """Agree a new date, with its reason."""
        self._jobs.command(
            partial(
                move_due_date,
                action_id=row.id,
                seen=row.revision,
                to=said["due_on"],
                reason=said["reason"],
            ),
            then=lambda _result: self._finish(row, _("the date is moved")),
            refused=told_in(self._view),
        )

    def _narrow(self, wanted: ActionFilter) -> None:
        self._place = ActionsPlace(wanted)
        self._moved(self._place)
        self.load()

    def _show(self, shown: Shown) -> None:
        self._after = shown.page.after
        if shown.closed_too:
            wanted = replace(self._place.wanted, open_only=False)
            self._place = replace(self._place, wanted=wanted)
        self._view.show_actions(shown, self._place)
        self._place = replace(self._place, action=None)  # asked for once: then the keys lead

    def _add(self, page: ActionPage) -> None:
        self._after = page.after
        self._view.add_actions(page.rows, has_more=page.after is not None)

    def _settle_at_once(self, row: ActionRow, status: ActionStatus) -> None:
        def finish(revision: int) -> None:
            told = _("{number}: {status}.", number=row.number, status=label(status))
            back = partial(self._take_back, row.id, revision)
            self._toast(told, back if status is ActionStatus.DONE else None)

        self._jobs.command(_act_of(row, status, {}), then=finish)

    def _take_back(self, action: UUID, revision: int) -> None:
        reason = _("Taken back at once: a slip.")
        act = partial(reopen_action, action_id=action, seen=revision, reason=reason)
        self._jobs.command(act)

    def _finish(self, row: ActionRow, what: str) -> None:
        self._view.show_done()
        self._toast(_("{number}: {status}.", number=row.number, status=what), None)


def due_days(by: DueBy, today: date, day: date | None = None) -> tuple[date | None, date | None]:
    """Give the first and the last due date that a choice lets through.

    Args:
        by: Which.
        today: The desk's day.
        day: The one that *by that day* means.
    """
    return {
        DueBy.ANY: (None, None),
        DueBy.PAST: (None, today - timedelta(days=1)),
        DueBy.WEEK: (None, today + _WEEK),
        DueBy.LATER: (today + _WEEK + timedelta(days=1), None),
        DueBy.DAY: (None, day),
    }[by]


def due_choice(wanted: ActionFilter, today: date) -> DueBy:
    """Tell which choice a filter is."""
    days = (wanted.due_from, wanted.due_until)
    until = wanted.due_until
    return next((by for by in DueBy if due_days(by, today, until) == days), DueBy.ANY)


def missing(status: ActionStatus, said: Mapping[str, Any]) -> dict[str, str]:
    """Name what only the form can tell: nothing was chosen yet."""
    if status is ActionStatus.COULD_NOT and said["barrier"] is None:
        return {"barrier": "required"}
    if status is ActionStatus.TRANSFERRED and said["owner_id"] is None:
        return {"owner_id": "required"}
    return {}


def _read(desk: Desk, place: ActionsPlace) -> Shown:
    wanted, page = _read_page(desk, place)
    found = read_directory(desk)
    agency = place.wanted.agency_id
    everybody = [(f"{one.name}, {one.agency}", one.id) for one in found.professionals if one.name]
    owners = [
        (one.name, one.id)
        for one in found.professionals
        if one.name and agency in (None, one.agency_id)
    ]
    agencies = [(one.name, one.id) for one in found.agencies]
    closed_too = wanted != place.wanted
    whom = _read_whom(desk, wanted.person_id)
    return Shown(page, desk.today(), agencies, owners, everybody, closed_too, whom)


def _read_page(desk: Desk, place: ActionsPlace) -> tuple[ActionFilter, ActionPage]:
    """Read the first page, or as many as it takes to show the action that was asked for."""
    wanted = place.wanted
    if place.without_owner:
        return wanted, ActionPage(find_actions_without_owner(desk), None)
    if place.action is None:
        return wanted, find_actions(desk, wanted)
    try:
        is_open = read_action(desk, place.action).row.is_open
    except (MissingRecordError, WithheldError):
        return wanted, find_actions(desk, wanted)  # it went, or is theirs to see no more
    if not is_open:
        wanted = replace(wanted, open_only=False)
    page = find_actions(desk, wanted)
    while page.after is not None and place.action not in {row.id for row in page.rows}:
        more = find_actions(desk, wanted, after=page.after)
        page = ActionPage((*page.rows, *more.rows), more.after)
    return wanted, page


def _read_whom(desk: Desk, person: UUID | None) -> str:
    found = find_listed_person(desk, person) if person else None
    if found is None:
        return ""
    name, reference = found
    return listed(name.name, reference, initials_only=name.initials_only)


def _act_of(
    row: ActionRow, status: ActionStatus, said: Mapping[str, Any]
) -> Callable[[Desk], Done[Any]]:
    """Give the act that an outcome is; reopening and passing on are acts of their own."""
    if status is ActionStatus.OPEN:
        return partial(reopen_action, action_id=row.id, seen=row.revision, reason=said["reason"])
    if status is ActionStatus.TRANSFERRED:
        return partial(
            transfer_action,
            action_id=row.id,
            seen=row.revision,
            owner_id=said["owner_id"],
            reason=said["reason"],
        )
    return partial(_settle, row=row, status=status, said=said)


def _settle(
    desk: Desk, row: ActionRow, status: ActionStatus, said: Mapping[str, Any]
) -> Done[int]:
    outcome = Outcome(
        status,
        note=said.get("outcome_note", ""),
        done_on=said.get("done_on", desk.today()) if status is ActionStatus.DONE else None,
        waiting_on=said.get("waiting_on", ""),
        barrier=said.get("barrier"),
        barrier_details=said.get("barrier_details", ""),
    )
    return set_outcome(desk, row.id, outcome, seen=row.revision)
