"""What the page of place plans and groups does: lists, asks, and does what is said. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.panel.settings import read_features
from coordinator.casework.places.group_reads import find_place_groups
from coordinator.casework.places.plans import agree_place_plan
from coordinator.casework.places.reading import find_place_plans, read_place_plan
from coordinator.domain.errors import MissingRecordError, RuleError
from coordinator.domain.lists.panel import Feature
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.places.rules import TEXTS
from coordinator.domain.places.views import PlaceGroupRow, PlacePlanPage, PlacePlanRow
from coordinator.domain.roles import Right, may
from coordinator.domain.states import PlacePlanStatus
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.every import PapersPlace, Place
from coordinator.ui.places.place_plans import PlacePlansPlace
from coordinator.ui.screens.places.deeds import Deed
from coordinator.ui.screens.places.forms import FORMS, Known
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.naming import NameHint
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.translation import _

_SHOWN = (
    RecordKind.PLACE_PLAN,
    RecordKind.PLACE_PRIORITY,
    RecordKind.PLACE_MEASURE,
    RecordKind.PLACE_READING,
    RecordKind.PLACE_GROUP,
    RecordKind.GROUP_SEAT,
    RecordKind.ACTION_TIE,
    RecordKind.ACTION,
    RecordKind.AGENCY,
    RecordKind.PROFESSIONAL,
    RecordKind.PANEL_LINE,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows, and who could be asked.

    Attributes:
        all_ended: There are plans, and none that goes on.
        may_begin: Whoever may edit may also begin a plan or a group: the panel uses them.
    """

    plans: tuple[PlacePlanRow, ...]
    groups: tuple[PlaceGroupRow, ...]
    known: Known
    may_edit: bool
    all_ended: bool = False
    may_begin: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """Where the page leads and whom it tells; see `Workplace`."""

    go: Callable[[Place], None]
    moved: Callable[[Place], None]
    toast: Callable[[str, Callable[[], object] | None], None]
    notify: Notify


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_places(self, shown: Shown, place: PlacePlansPlace) -> None:
        """Show the plans and the groups."""

    def show_plan(self, page: PlacePlanPage) -> None:
        """Show the plan the keys are on, whole."""

    def warn(self, sentences: Mapping[str, str]) -> None:
        """Say in the open form what tells of somebody."""


class PlacesPresenter:
    """Place plans and groups."""

    def __init__(
        self, jobs: Jobs, view: View, asking: Asking, around: Around, place: PlacePlansPlace
    ) -> None:
        self._jobs, self._view, self._asking, self._around = jobs, view, asking, around
        self._place = place
        self._known = Known(date.min)
        self._page: PlacePlanPage | None = None
        self.typed = NameHint(jobs, view.warn, TEXTS).typed

    def load(self) -> None:
        """Read the plans and the groups."""
        self._jobs.query(partial(_read, place=self._place), self._show, replaces="places")

    def look_again(self, changes: Changes) -> None:
        """Read them again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def narrow(self, *, ended_too: bool) -> None:
        """Show what ended too, or not."""
        self._place = replace(self._place, ended_too=ended_too)
        self._around.moved(self._place)
        self.load()

    def look_at(self, row: PlacePlanRow) -> None:
        """Read a plan whole."""
        self._jobs.query(
            partial(read_place_plan, plan_id=row.id),
            self._show_plan,
            replaces="place-plan",
            refused=lambda error: isinstance(error, MissingRecordError),
        )

    def do(self, deed: Deed, about: Any = None) -> None:
        """Ask what a deed needs to know, and do it; agreeing needs nothing.

        Args:
            deed: What is to be done.
            about: The row it is done to; nothing for what is made anew for the whole page.
        """
        if deed is Deed.AGREE:
            act = partial(agree_place_plan, plan_id=about.id, seen=about.revision)
            told = _("{number} is agreed.", number=about.number)
            self._jobs.command(
                act, then=lambda _new: self._around.toast(told, None), refused=self._refused
            )
            return
        known = replace(self._known, page=self._page)
        form = FORMS[deed](about, known)
        self._asking.put(
            form.question, form.act, about=form.about, seen=form.seen, then=self._made
        )

    def open_paper(self) -> None:
        """Show the register of place plans as a paper."""
        self._around.go(PapersPlace(kind="places"))

    def open_plan_paper(self, row: PlacePlanRow) -> None:
        """Show one plan as a paper."""
        self._around.go(PapersPlace(kind="places", place_plan=row.number))

    def _made(self, made: object) -> None:
        if isinstance(made, UUID) and not self._page:
            self._place = replace(self._place, plan=made)
        self.load()

    def _show(self, shown: Shown) -> None:
        self._known = shown.known
        self._page = None if not shown.plans else self._page
        self._view.show_places(shown, self._place)

    def _show_plan(self, page: PlacePlanPage) -> None:
        self._page = page
        self._view.show_plan(page)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError | MissingRecordError):
            return False
        self._around.notify(notice_for(error))
        self.load()
        return True


def _read(desk: Desk, place: PlacePlansPlace) -> Shown:
    every = find_place_plans(desk)
    go_on = tuple(one for one in every if one.status is not PlacePlanStatus.ENDED)
    groups = find_place_groups(desk, with_ended=place.ended_too)
    may_edit = may(desk.sitter.role, Right.DECIDE)
    known = Known(desk.today())
    if may_edit:  # who else looks has nobody to choose from
        page = read_directory(desk)
        known = Known(
            desk.today(),
            tuple((one.id, f"{one.name}, {one.agency}") for one in page.professionals),
            tuple((one.id, one.name) for one in page.agencies),
            tuple((one.id, one.name) for one in groups if one.ended_on is None),
            page.panel.places,
        )
    listed = every if place.ended_too else go_on
    may_begin = may_edit and Feature.PLACES in read_features(desk)
    return Shown(listed, groups, known, may_edit, bool(every) and not go_on, may_begin)
