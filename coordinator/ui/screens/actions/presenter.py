"""What Actions does: narrows and pages them, says how one goes, moves its date. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.actions.lists import (
    find_actions,
    find_actions_without_owner,
    read_action,
)
from coordinator.casework.actions.outcomes import reopen_action
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.panel.settings import read_barrier_choices
from coordinator.casework.people.contacts import find_since_seen
from coordinator.casework.people.finding import find_listed_person
from coordinator.casework.voice.wishes import find_wishes_waiting
from coordinator.domain.actions.rows import (
    ActionFilter,
    ActionPage,
    ActionRow,
    ActionStory,
    Cursor,
)
from coordinator.domain.errors import MissingRecordError, WithheldError
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.panel.settings import BarrierChoice
from coordinator.domain.people.contacts import SinceSeen
from coordinator.domain.people.wishes import WishRow
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit.asks import Question
from coordinator.ui.kit.words import listed
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import ActionsPlace, PapersPlace, PersonPlace, Place
from coordinator.ui.screens.actions import questions
from coordinator.ui.screens.actions.acts import date_moved, settled
from coordinator.ui.screens.actions.sending import Sending
from coordinator.ui.screens.actions.wish_deeds import WishDeeds, narrowed
from coordinator.ui.shared import escalating
from coordinator.ui.shared.asking import ANEW, Act, Answered, Asking, Values
from coordinator.ui.shared.chasing import Chase, read_chases
from coordinator.ui.shared.escalating import Escalator, Raised
from coordinator.wording.barriers import category_words
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
    RecordKind.WISH,
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
        barriers: What may stop one, in the panel's order and words.
        whom: The person it is narrowed to, as a list may name them.
        wishes: What waits for an answer, where that is asked for instead of actions.
        seen: When those who wait were last seen.
    """

    page: ActionPage
    today: date
    agencies: Choices
    owners: Choices
    everybody: Choices
    closed_too: bool = False
    whom: str = field(default="", repr=False)
    barriers: tuple[BarrierChoice, ...] = ()
    wishes: tuple[WishRow, ...] = ()
    seen: Mapping[UUID, SinceSeen] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Around:
    """Where the page leads and whom it tells.

    Attributes:
        go: Opens another place.
        moved: Is told when this place itself changed, such as by a filter.
        toast: Says what was done, with a way back when there is one.
    """

    go: Callable[[Place], None]
    moved: Callable[[Place], None]
    toast: Callable[[str, Callable[[], object] | None], None]


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_actions(self, shown: Shown, place: ActionsPlace) -> None:
        """Show the first page and what it is narrowed to."""

    def add_actions(self, rows: Sequence[ActionRow], *, has_more: bool) -> None:
        """Show another page below."""

    def show_story(self, story: ActionStory) -> None:
        """Show the action the keys are on, with its reports and moves."""

    def ask_folder(self) -> Path | None:
        """Ask where files go; nothing when somebody thought better of it."""

    def show_chases(self, chases: Sequence[Chase]) -> None:
        """Show the texts that can be copied."""


class ActionsPresenter:
    """Reads actions and says what became of them."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        sending: Sending,
        around: Around,
        place: ActionsPlace,
    ) -> None:
        self._jobs, self._view, self._asking, self._sending = jobs, view, asking, sending
        self._go, self._moved, self._toast = around.go, around.moved, around.toast
        ways = escalating.Ways(around.go, lambda words: around.toast(words, None))
        self._escalator = Escalator(jobs, asking, ways)
        self._place = place
        self.wishes = WishDeeds(asking, around.go, lambda: self._everybody)
        self._shown: Shown | None = None
        self._after: Cursor | None = None

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

    def show_instead(self, *, without_owner: bool = False, wishes: bool = False) -> None:
        """Show another list, or all the open actions again.

        Args:
            without_owner: Only actions whose owner has left or was never named.
            wishes: Not actions but what people asked for and nobody has answered.
        """
        wanted = ActionFilter() if without_owner else self._place.wanted
        self._place = ActionsPlace(wanted, without_owner=without_owner, wishes=wishes)
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
        narrowed = self._place.wanted.of_tracker(self._shown.today if self._shown else None)
        self._go(PapersPlace(kind="tracker", agency=agency, narrowed=narrowed))

    def write_chases(self) -> None:
        """Write the texts that ask each agency how its actions go."""
        self._jobs.query(read_chases, self._view.show_chases, replaces="chases")

    def settle(self, row: ActionRow, status: ActionStatus) -> None:
        """Say what became of an action: at once, or after asking for what that has to say."""
        if status in _AT_ONCE:
            self._settle_at_once(row, status)
        elif self._shown is not None:
            question = questions.outcome(row, status, self._shown.everybody, self._shown.barriers)
            self._put(question, partial(settled, row, status), row, label(status))

    def escalate(self, row: ActionRow) -> None:
        """Ask somebody with more authority about what stops an action."""
        if row.barrier is not None:
            words = category_words(row.barrier.category, row.barrier.own)
            about = f"{row.number}: {row.text}. {words}"
            self._escalator.begin(Raised(about, barrier=row.barrier.id, action=row.id))

    def ask_date(self, row: ActionRow) -> None:
        """Ask for a new date, then agree it."""
        if self._shown is not None:
            question = questions.new_date(row, self._shown.today)
            self._put(question, partial(date_moved, row), row, _("the date is moved"))

    def ask_sheets(self, agency: UUID | None) -> None:
        """Ask which returns sheets are made, then where they go.

        Args:
            agency: The one that is looked at; all when nothing.
        """
        if self._shown is not None:
            question = questions.sheets(self._shown.agencies, agency)
            self._asking.hear(question, self._make_sheets, about=ANEW)

    def _make_sheets(self, said: Values, form: Answered) -> None:
        folder = self._view.ask_folder()
        if folder is None:
            form.again()
            return
        form.done()
        self._sending.make(folder, said, self._asking)

    @property
    def _everybody(self) -> Choices:
        return self._shown.everybody if self._shown is not None else ()

    def _put(self, question: Question, act: Act, row: ActionRow, what: str) -> None:
        then = partial(self._finish, row, what)
        self._asking.put(question, act, about=row.id, seen=row.revision, then=then)

    def _narrow(self, wanted: ActionFilter) -> None:
        self._place = ActionsPlace(wanted, wishes=self._place.wishes)
        self._moved(self._place)
        self.load()

    def _show(self, shown: Shown) -> None:
        self._shown = shown
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

        self._jobs.command(settled(row, status, {}, row.revision), then=finish)

    def _take_back(self, action: UUID, revision: int) -> None:
        reason = _("Taken back at once: a slip.")
        act = partial(reopen_action, action_id=action, seen=revision, reason=reason)
        self._jobs.command(act)

    def _finish(self, row: ActionRow, what: str, _result: object) -> None:
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
    may_stop = read_barrier_choices(desk)
    wishes = _read_wishes(desk, place)
    return Shown(
        page,
        desk.today(),
        agencies,
        owners,
        everybody,
        closed_too,
        whom,
        may_stop,
        wishes,
        find_since_seen(desk, {one.person_id for one in wishes}) if wishes else {},
    )


def _read_wishes(desk: Desk, place: ActionsPlace) -> tuple[WishRow, ...]:
    if not place.wishes:
        return ()
    wanted = place.wanted
    days = (wanted.due_from, wanted.due_until)
    found = [one for one in find_wishes_waiting(desk) if wanted.person_id in {None, one.person_id}]
    return narrowed(found, agency=wanted.agency_id, owner=wanted.owner_id, days=days)


def _read_page(desk: Desk, place: ActionsPlace) -> tuple[ActionFilter, ActionPage]:
    """Read the first page, or as many as it takes to show the action that was asked for."""
    wanted = place.wanted
    if place.wishes:
        return wanted, ActionPage((), None)
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
