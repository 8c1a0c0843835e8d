"""What the register of gaps does: lists and narrows them, asks, and does what is said. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.stuck.gap_reads import find_gaps, read_gap
from coordinator.casework.stuck.gaps import (
    close_gap,
    decide_gap,
    describe_gap,
    link_barrier,
    put_to_commissioner,
    raise_gap,
    reopen_gap,
    unlink_barrier,
)
from coordinator.casework.stuck.reading import read_stuck
from coordinator.domain.errors import InvalidFieldsError, MissingRecordError, RuleError
from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.roles import Right, may
from coordinator.domain.states import GapStatus
from coordinator.domain.stuck.gaps import Commissioner, Decision, FedBy, GapCard, GapRow, NewGap
from coordinator.domain.stuck.views import StuckPage, StuckRow
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.every import GapsPlace, PapersPlace, PersonPlace, Place
from coordinator.ui.screens.gaps import questions
from coordinator.ui.shared.asking import ANEW, Asking, Values
from coordinator.ui.shared.names_meant import NOBODY
from coordinator.ui.shared.naming import NameHint
from coordinator.wording.barriers import category_words
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.translation import _

Toast = Callable[[str, Callable[[], object] | None], None]
Act = Callable[[Desk], Done[Any]]
_SHOWN = (
    RecordKind.GAP,
    RecordKind.GAP_BARRIER,
    RecordKind.BARRIER,
    RecordKind.PERSON,
    RecordKind.PROFESSIONAL,
)
_NOT_CLOSED = tuple(one for one in GapStatus if one is not GapStatus.CLOSED)


@dataclass(frozen=True, slots=True)
class Shown:
    """The register as it is narrowed, and who could be asked."""

    rows: tuple[GapRow, ...]
    today: date
    people: tuple[tuple[UUID, str], ...]
    may_edit: bool


@dataclass(frozen=True, slots=True)
class Around:
    """Where the page leads and whom it tells; see `Workplace`."""

    go: Callable[[Place], None]
    moved: Callable[[Place], None]
    toast: Toast
    notify: Notify


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_gaps(self, shown: Shown, place: GapsPlace) -> None:
        """Show the register."""

    def show_card(self, card: GapCard) -> None:
        """Show the gap the keys are on, with what feeds it."""

    def warn(self, sentences: Mapping[str, str]) -> None:
        """Say in the open form what tells of somebody."""


class GapsPresenter:
    """The register of gaps."""

    def __init__(
        self, jobs: Jobs, view: View, asking: Asking, around: Around, place: GapsPlace
    ) -> None:
        self._jobs, self._view, self._asking, self._around = jobs, view, asking, around
        self._place = place
        self._shown: Shown | None = None
        self.typed = NameHint(jobs, view.warn).typed

    def load(self) -> None:
        """Read the register."""
        self._jobs.query(partial(_read, place=self._place), self._show, replaces="gaps")

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def narrow(self, **wanted: Any) -> None:
        """Show other gaps: of a theme, or closed ones too."""
        self._place = replace(self._place, **wanted)
        self._around.moved(self._place)
        self.load()

    def narrow_theme(self, theme: GapTheme | None) -> None:
        """Show the gaps of one theme, or of all."""
        self.narrow(theme=theme)

    def look_at(self, row: GapRow) -> None:
        """Read what feeds a gap."""
        self._jobs.query(
            partial(read_gap, gap_id=row.id),
            self._view.show_card,
            replaces="gap",
            refused=lambda error: isinstance(error, MissingRecordError),
        )

    def raise_new(self) -> None:
        """Ask for a gap."""

        def then(gap: UUID) -> None:
            self._place = replace(self._place, gap=gap, theme=None)
            self.load()

        self._asking.put(questions.new_gap(), _raising, about=ANEW, then=then)

    def change(self, row: GapRow) -> None:
        """Ask what a gap is."""
        question = questions.change_gap(row)

        def act(values: Values, seen: int) -> Act:
            changed = question.changed(values)
            meant = bool(changed.pop(NOBODY, False))
            return partial(
                describe_gap, gap_id=row.id, seen=seen, nobody_is_meant=meant, **_days(changed)
            )

        self._asking.put(question, act, about=row.id, seen=row.revision)

    def put_to(self, row: GapRow) -> None:
        """Ask who could close it."""
        people = self._shown.people if self._shown else ()
        act = partial(_putting, row)
        self._asking.put(questions.put_to(row, people), act, about=row.id, seen=row.revision)

    def decide(self, row: GapRow) -> None:
        """Ask what was decided."""
        if self._shown is not None:
            question = questions.decide(row, self._shown.today)
            act = partial(_deciding, row)
            self._asking.put(question, act, about=row.id, seen=row.revision)

    def close(self, row: GapRow) -> None:
        """Say that what was decided is done."""

        def told(_revision: int) -> None:
            self._around.toast(_("{number} is closed.", number=row.number), None)

        self._command(partial(close_gap, gap_id=row.id, seen=row.revision), told)

    def reopen(self, row: GapRow) -> None:
        """Ask what is still missing."""

        def act(values: Values, seen: int) -> Act:
            return partial(reopen_gap, gap_id=row.id, seen=seen, reason=values["reason"])

        self._asking.put(questions.reopen(row), act, about=row.id, seen=row.revision)

    def link(self, row: GapRow) -> None:
        """Ask which barrier that stands is counted to a gap; the barrier stays as it is."""

        def act(values: Values, _seen: int) -> Act:
            return partial(_count, barrier_id=values["barrier_id"], gap_id=row.id)

        def ask(page: StuckPage) -> None:
            standing = [one for one in page.barriers if one.barrier.is_open]
            choices = tuple((one.barrier.id, _barrier_words(one)) for one in standing)
            self._asking.put(questions.link(row, choices), act, about=row.id)

        self._jobs.query(read_stuck, ask, replaces="barriers")

    def unlink(self, row: GapRow, fed: FedBy) -> None:
        """Say that a barrier does not belong to a gap."""

        def told(_nothing: None) -> None:
            words = _("It is not counted to {number} any more.", number=row.number)
            self._around.toast(words, None)

        self._command(partial(unlink_barrier, barrier_id=fed.barrier_id, gap_id=row.id), told)

    def open_person(self, person: UUID) -> None:
        """Open somebody whose barrier feeds a gap."""
        self._around.go(PersonPlace(person))

    def open_paper(self) -> None:
        """Show the register as a paper."""
        self._around.go(PapersPlace(kind="gaps"))

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self._view.show_gaps(shown, self._place)

    def _command(self, act: Act, told: Callable[[Any], None]) -> None:
        self._jobs.command(act, then=told, refused=self._refused)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError | MissingRecordError):
            return False
        self._around.notify(notice_for(error))
        self.load()
        return True


def _read(desk: Desk, place: GapsPlace) -> Shown:
    statuses = tuple(GapStatus) if place.closed_too else _NOT_CLOSED
    may_edit = may(desk.sitter.role, Right.DECIDE)  # who else looks has nobody to choose from
    people = read_directory(desk).professionals if may_edit else ()
    return Shown(
        find_gaps(desk, statuses=statuses, themes=(place.theme,) if place.theme else ()),
        desk.today(),
        tuple((one.id, f"{one.name}, {one.agency}") for one in people if one.left_on is None),
        may_edit=may_edit,
    )


def _count(desk: Desk, barrier_id: UUID | None, gap_id: UUID) -> Done[UUID]:
    if barrier_id is None:
        raise InvalidFieldsError({"barrier_id": "required"})
    return link_barrier(desk, barrier_id, gap_id=gap_id)


def _barrier_words(one: StuckRow) -> str:
    row = one.barrier
    who = one.reference or _("Of the panel")
    return ". ".join(filter(None, (who, category_words(row.category, row.own), row.description)))


def _raising(values: Values, _seen: int) -> Act:
    return partial(raise_gap, new=NewGap(**values))


def _putting(row: GapRow, values: Values, seen: int) -> Act:
    who = Commissioner(values["professional_id"], values["commissioner"], values["role"])
    return partial(put_to_commissioner, gap_id=row.id, who=who, seen=seen)


def _deciding(row: GapRow, values: Values, seen: int) -> Act:
    decision = Decision(values["decision"], values["decided_by"], values["decided_on"])
    meant = bool(values[NOBODY])
    return partial(decide_gap, gap_id=row.id, decision=decision, seen=seen, nobody_is_meant=meant)


def _days(changed: dict[str, Any]) -> dict[str, Any]:
    """Leave the day it was first raised where it is when it was emptied."""
    return {name: one for name, one in changed.items() if (name, one) != ("first_raised_on", None)}
